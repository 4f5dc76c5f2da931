import {
  type Band,
  type Characterisation,
  type LocalText,
  parsePeriod,
  type Process,
  Refusal,
  type Scope,
  type StandardMinutes,
} from '../../kernel/index.ts';
import { processSubtree } from '../../language/index.ts';
import { sayFinding } from '../../sentences/index.ts';
import { countComplaints } from '../count-complaints.ts';
import type { Institution } from '../institution.ts';
import { reachUnits } from '../reach-units.ts';
import { currentVersion } from './current-version.ts';
import type { MeasuredIndicator, PeriodFigures } from './measured-indicator.ts';
import { reachProcesses } from './reach-processes.ts';
import { findBand, listBelow, pickIndicators, type ProcessBox, viewProcessMap } from './view-process-map.ts';

/** A process as its page shows it. */
export interface ProcessView {
  readonly id: string;
  readonly name: LocalText;
  readonly band: Band | null;
  readonly critical: boolean;
  readonly under: { readonly id: string; readonly name: LocalText } | null;
  readonly period: string | null;
  readonly sentence: LocalText;
  readonly rules: readonly LocalText[];
  /** Versions by date, the latest first; `current` is the one that holds. */
  readonly versions: readonly Characterisation[];
  readonly current: string | null;
  /** Names of the indicators that versions list and the caller may open. */
  readonly named: readonly { readonly id: string; readonly name: LocalText }[];
  /** Whether its figures are in reach. */
  readonly reached: boolean;
  readonly indicators: readonly MeasuredIndicator[];
  /** Complaints of the period about it and what rolls up to it, and of how many in all; null where there is no file of them or they are out of reach. */
  readonly complaints: { readonly n: number; readonly of: number } | null;
  readonly children: readonly ProcessBox[];
  readonly procedures: readonly {
    readonly id: string;
    readonly name: LocalText;
    readonly version: number;
    readonly steps: number;
  }[];
  readonly standard_minutes: StandardMinutes | null;
  readonly may_edit: boolean;
}

export interface ProcessReader {
  /** What `see-indicators` and `edit-process` reach; null without them. */
  readonly scope: Scope | null;
  readonly editing: Scope | null;
  readonly unit: string | null;
  /** Local date. */
  readonly today: string;
}

/** The process of that id; refuses `process-not-found`. */
export function getProcess({ content }: Pick<Institution, 'content'>, id: string): Process {
  const found = content.catalogue.processes.get(id);
  if (!found) throw new Refusal('process-not-found', { process: id.slice(0, 100) });
  return found;
}

/** Everything about a process: what it is, its indicators and complaints of the period, what is under it, its procedures. */
export async function viewProcess(
  institution: Institution,
  id: string,
  figures: PeriodFigures | null,
  reader: ProcessReader,
): Promise<ProcessView> {
  const { catalogue } = institution.content;
  const { scope, editing, today, unit } = reader;
  const process = getProcess(institution, id);
  const reached = reachProcesses(catalogue, scope).has(id);
  const period = figures?.period.text ?? null;
  const indicators = pickIndicators(catalogue, [id], figures?.indicators ?? [], today);
  const below = new Set(listBelow(catalogue, id));
  const map = viewProcessMap(institution, figures, { scope, today });
  const box = map.bands.flatMap(({ boxes }) => boxes).find((each) => each.id === id);
  const complaints =
    reached && scope && period ? await readComplaints(institution, id, period, scope, unit) : null;
  const under = process.under === null ? undefined : catalogue.processes.get(process.under);
  const count = (verdict: string) => indicators.filter((each) => each.verdict === verdict).length;
  const listed = new Set(process.characterisations.flatMap((version) => version.indicators));
  return {
    id,
    name: process.name,
    band: findBand(catalogue, process),
    critical: process.critical,
    under: under ? { id: under.id, name: under.name } : null,
    period,
    sentence: sayFinding('process-page', {
      period: period ?? '',
      state: box?.state ?? 'none',
      indicators: indicators.length,
      failing: count('not-met'),
      silent: count('no-data'),
      complaints: complaints?.n ?? -1,
    }),
    rules: process.rules,
    versions: process.characterisations.toReversed(),
    current: currentVersion(process, today)?.from ?? null,
    named: [...listed].flatMap((name) => {
      const sheet = catalogue.sheets.get(name);
      return sheet ? [{ id: name, name: sheet.name }] : [];
    }),
    reached,
    indicators,
    complaints,
    children: map.bands
      .flatMap(({ boxes }) => boxes)
      .filter((each) => each.id !== id && below.has(each.id))
      .map((each) => ({ ...each, depth: each.depth - (box?.depth ?? 0) - 1 })),
    procedures: [...catalogue.procedures.values()]
      .filter((each) => each.process === id)
      .map(({ id: procedure, name, version, nodes }) => ({
        id: procedure,
        name,
        version,
        steps: nodes.filter(({ kind }) => kind === 'step').length,
      })),
    standard_minutes:
      catalogue.standard_minutes
        .filter((each) => each.process === id && each.from <= today)
        .sort((a, b) => (a.from < b.from ? 1 : -1))[0] ?? null,
    may_edit: reachProcesses(catalogue, editing).has(id),
  };
}

async function readComplaints(
  institution: Institution,
  id: string,
  period: string,
  scope: Scope,
  unit: string | null,
): Promise<ProcessView['complaints']> {
  const [first, last] = period.split('..');
  const [from, to] = [parsePeriod(first ?? '')?.from, parsePeriod(last ?? first ?? '')?.to];
  // Whoever sees only their own figures sees no complaints about others'.
  if (from === undefined || to === undefined || scope.staff_name !== null) return null;
  const found = await countComplaints(institution, { from, to, units: reachUnits(scope, unit) });
  if (found === null) return null;
  const below = processSubtree(institution.content.catalogue, id);
  const n = below.reduce((sum, each) => sum + (found.by_process.get(each) ?? 0), 0);
  return { n, of: scope.processes === null ? found.total : n };
}
