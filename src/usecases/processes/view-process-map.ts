import {
  BANDS,
  type Band,
  type LocalText,
  type Process,
  type Scope,
  type Verdict,
} from '../../kernel/index.ts';
import type { Catalogue } from '../../library/index.ts';
import { sayFinding } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { currentVersion } from './current-version.ts';
import type { MeasuredIndicator, PeriodFigures } from './measured-indicator.ts';
import { reachProcesses } from './reach-processes.ts';

/** How a process is: by its worst indicator; `none` has no indicator, `hidden` is out of the caller's reach. */
export type ProcessState = Verdict | 'none' | 'hidden';

/** A box of the map. */
export interface ProcessBox {
  readonly id: string;
  readonly name: LocalText;
  /** 0 for one drawn alone, 1 for one drawn under it. */
  readonly depth: number;
  /** The process it is drawn under; null for one drawn alone. */
  readonly under: string | null;
  readonly critical: boolean;
  readonly mixed: boolean;
  readonly state: ProcessState;
  /** The indicator the state comes from, and the process it is of when that is another. */
  readonly worst: {
    readonly id: string;
    readonly name: LocalText;
    readonly of: LocalText | null;
    readonly result: LocalText | null;
    readonly n: number;
    readonly counts_people: boolean;
  } | null;
  /** Indicators with a say in it, its own and of what is under it. */
  readonly indicators: number;
  readonly described: boolean;
  readonly procedures: number;
}

export interface ProcessMap {
  readonly period: string | null;
  readonly sentence: LocalText;
  readonly units: readonly string[] | null;
  readonly person: string | null;
  readonly bands: readonly { readonly band: Band | null; readonly boxes: readonly ProcessBox[] }[];
  /** Processes whose figures the caller does not reach. */
  readonly hidden: number;
}

/** The band a process is drawn in: its own, or that of what it is drawn under. */
export function findBand(catalogue: Catalogue, process: Process): Band | null {
  const seen = new Set<string>();
  for (let at: Process | undefined = process; at && !seen.has(at.id); ) {
    if (at.band !== null) return at.band;
    seen.add(at.id);
    at = at.under === null ? undefined : catalogue.processes.get(at.under);
  }
  return null;
}

/** A process and all that is drawn below it. */
export function listBelow(catalogue: Catalogue, root: string): readonly string[] {
  const found = [root];
  for (const id of found)
    for (const { id: other, under } of catalogue.processes.values())
      if (under === id && !found.includes(other)) found.push(other);
  return found;
}

const WORST: readonly Verdict[] = ['not-met', 'met-with-alert', 'met', 'no-data'];

/** Indicators of these processes: those whose sheet names one, and those that a characterisation lists. */
export function pickIndicators(
  catalogue: Catalogue,
  processes: readonly string[],
  measured: readonly MeasuredIndicator[],
  today: string,
): readonly MeasuredIndicator[] {
  const named = new Set(
    processes.flatMap((id) => {
      const process = catalogue.processes.get(id);
      return process ? (currentVersion(process, today)?.indicators ?? []) : [];
    }),
  );
  return measured.filter(({ id, process }) => processes.includes(process.id) || named.has(id));
}

/**
 * The map of processes in its bands, each coloured by the worst indicator of the period among its own
 * and those of what is drawn under it. Figures are those given, which the caller reaches; a process
 * out of reach has its box and no colour.
 */
export function viewProcessMap(
  { content }: Pick<Institution, 'content'>,
  figures: PeriodFigures | null,
  { scope, today }: { readonly scope: Scope | null; readonly today: string },
): ProcessMap {
  const { catalogue } = content;
  const reached = reachProcesses(catalogue, scope);
  const measured = figures?.indicators ?? [];
  const toBox = (process: Process, depth: number): ProcessBox => {
    const below = listBelow(catalogue, process.id);
    // What is only in part in reach has no colour: it would be that of the part.
    const isReached = reached.has(process.id);
    const own = isReached ? pickIndicators(catalogue, below, measured, today) : [];
    const worst = WORST.flatMap((verdict) => own.find((indicator) => indicator.verdict === verdict) ?? [])[0];
    const version = currentVersion(process, today);
    const other = worst && !isOf(catalogue, process, worst, today) ? worst.process.id : null;
    return {
      id: process.id,
      name: process.name,
      depth,
      under: process.under,
      critical: process.critical,
      mixed: process.mixed,
      state: isReached ? (worst?.verdict ?? 'none') : 'hidden',
      worst: worst
        ? {
            id: worst.id,
            name: worst.name,
            of: other === null ? null : (catalogue.processes.get(other)?.name ?? null),
            result: worst.result && { es: worst.result.es.value, en: worst.result.en.value },
            n: worst.n,
            counts_people: worst.counts_people,
          }
        : null,
      indicators: own.length,
      described: version !== null,
      procedures: [...catalogue.procedures.values()].filter((each) => each.process === process.id).length,
    };
  };
  const draw = (process: Process, depth: number): ProcessBox[] => [
    toBox(process, depth),
    ...[...catalogue.processes.values()]
      .filter(({ under }) => under === process.id)
      .flatMap((child) => draw(child, depth + 1)),
  ];
  const roots = [...catalogue.processes.values()].filter(
    ({ under }) => under === null || !catalogue.processes.has(under),
  );
  const bands = [...BANDS, null]
    .map((band) => ({
      band,
      boxes: roots.filter((root) => findBand(catalogue, root) === band).flatMap((root) => draw(root, 0)),
    }))
    .filter(({ boxes }) => boxes.length > 0);
  const boxes = bands.flatMap((each) => each.boxes);
  const hidden = boxes.filter(({ state }) => state === 'hidden').length;
  // A box has the colour of what is inside it; the sentence counts each process once, by its own indicators.
  const own = boxes.flatMap(({ id, state }) => {
    if (state === 'hidden') return [];
    const mine = pickIndicators(catalogue, [id], measured, today);
    return [WORST.find((verdict) => mine.some((indicator) => indicator.verdict === verdict)) ?? 'none'];
  });
  const count = (state: ProcessState) => own.filter((each) => each === state).length;
  return {
    period: figures?.period.text ?? null,
    sentence: sayFinding('process-map', {
      period: figures?.period.text ?? '',
      processes: boxes.length,
      hidden,
      failing: count('not-met'),
      without: count('none'),
      silent: count('no-data'),
      seen: figures === null ? 0 : 1,
    }),
    units: figures?.units ?? null,
    person: figures?.person ?? null,
    bands,
    hidden,
  };
}

/** Whether an indicator is a process's own. */
function isOf(catalogue: Catalogue, process: Process, indicator: MeasuredIndicator, today: string): boolean {
  return pickIndicators(catalogue, [process.id], [indicator], today).length > 0;
}
