import { type LocalText, type Origin, parsePeriod, Refusal, type Scope } from '../../kernel/index.ts';
import type { CheckedIndicator } from '../../language/index.ts';
import type { EvidenceDraft, ImprovementDraft } from '../../ledger/index.ts';
import { sayStart, showFigure } from '../../sentences/index.ts';
import { countComplaints } from '../count-complaints.ts';
import type { Institution } from '../institution.ts';
import { labelDimensions } from '../label-dimensions.ts';
import { measureSeries } from '../measure-series.ts';
import { getReached, toOnly } from '../reach-indicators.ts';
import { reachUnits } from '../reach-units.ts';
import { actsOnPlace } from './reach-improvement.ts';

/** Where somebody comes from who opens an improvement. */
export interface StartInput {
  readonly origin: Origin;
  readonly indicator: string | null;
  readonly period: string | null;
  readonly dimensions: Readonly<Record<string, string | null>>;
  readonly process: string | null;
  /** Number of a case, id of a procedure, or any other subject. */
  readonly subject: string | null;
  /** What was seen, in words, where the screen they come from says it. */
  readonly seen: string | null;
}

/** An improvement as its form begins. */
export interface ImprovementStart extends Omit<ImprovementDraft, 'title' | 'problem'> {
  readonly title: LocalText;
  readonly problem: LocalText;
  readonly evidence: readonly EvidenceDraft[];
  /** Processes and units the caller may open one about. */
  readonly processes: readonly { readonly id: string; readonly name: LocalText }[];
  readonly needs_units: boolean;
}

const NOTHING: LocalText = { es: '', en: '' };

interface Begun {
  readonly title: LocalText;
  readonly problem: LocalText;
  readonly process: string | null;
  readonly units: readonly string[] | null;
  readonly evidence: readonly EvidenceDraft[];
}

/** What an indicator said of a period, as evidence; without a figure it says that there is none. */
async function beginWithIndicator(
  institution: Institution,
  scope: Scope,
  indicator: CheckedIndicator,
  { origin, period, dimensions, seen }: StartInput,
): Promise<Begun> {
  const { content } = institution;
  const sheet = content.catalogue.sheets.get(indicator.id)!;
  const named = dimensions['unit'] ?? null;
  const part = labelDimensions(content, indicator, dimensions);
  const known = period === null ? undefined : parsePeriod(period);
  const about = { name: sheet.name, part, period: known ? known.text : null };
  const place = { process: sheet.process, units: named === null ? scope.units : [named] };
  if (!known) return { ...sayStart({ ...about, result: null, seen }), ...place, evidence: [] };
  const kept = Object.entries(dimensions).flatMap(([dimension, value]) =>
    value === null || dimension === 'unit' ? [] : [{ dimension, values: [value] }],
  );
  const only = [...toOnly({ ...scope, staff_name: null }, named), ...kept];
  const { figures } = await measureSeries(institution, {
    indicators: [indicator.id],
    from: known.text,
    to: known.text,
    by: [],
    only,
  });
  const figure = figures[0];
  const shown = (language: 'es' | 'en') => (figure ? showFigure(figure, sheet, language) : null);
  const [es, en] = [shown('es'), shown('en')];
  const result =
    es && en
      ? {
          value: { es: es.text, en: en.text },
          standard: es.standard === null ? null : { es: es.standard, en: en.standard ?? '' },
          n: figure?.n ?? 0,
          verdict: figure?.verdict ?? 'no-data',
        }
      : null;
  const told = sayStart({ ...about, result, seen });
  const data = { period: known.text, dimensions, ...result, sentence: told.problem };
  const kind = origin === 'signal' ? ('signal' as const) : ('indicator' as const);
  return { ...told, ...place, evidence: [{ kind, subject: indicator.id, data }] };
}

/** How many complaints of a period a process had, as evidence. */
async function beginWithComplaints(
  institution: Institution,
  scope: Scope,
  { process, period, dimensions, seen }: StartInput,
): Promise<Begun> {
  const units = reachUnits(scope, dimensions['unit'] ?? null);
  const known = period === null ? undefined : parsePeriod(period);
  const name = institution.content.catalogue.processes.get(process ?? '')?.name ?? null;
  const counted =
    known === undefined
      ? null
      : await countComplaints(institution, { from: known.from, to: known.to, units });
  const n = process === null ? (counted?.total ?? 0) : (counted?.by_process.get(process) ?? 0);
  const about = { name, part: null, period: known?.text ?? null };
  const told = sayStart({
    ...about,
    complaints: counted && known ? { n, of: counted.total } : null,
    result: null,
    seen,
  });
  const data = { period: known?.text ?? null, n, of: counted?.total ?? null, sentence: told.problem };
  return {
    ...told,
    process,
    units,
    evidence: counted === null ? [] : [{ kind: 'complaints', subject: process ?? 'complaints', data }],
  };
}

function beginWithWords(scope: Scope, { origin, process, subject, period, seen }: StartInput): Begun {
  const kind = origin === 'conformance' ? 'conformance' : origin === 'complaints' ? 'case' : 'note';
  const said = seen ?? '';
  const data = { period, sentence: { es: said, en: said } };
  return {
    title: NOTHING,
    problem: { es: said, en: said },
    process,
    units: scope.units,
    evidence: subject === null && said === '' ? [] : [{ kind, subject: subject ?? origin, data }],
  };
}

/**
 * An improvement as its form begins, from where somebody comes: with the figure, the complaints or the
 * deviation they saw as its evidence. Refuses `process-not-found` and
 * `out-of-scope`; nothing is kept.
 */
export async function startImprovement(
  institution: Institution,
  scope: Scope,
  input: StartInput,
): Promise<ImprovementStart> {
  const { content } = institution;
  const { indicator: id, process } = input;
  if (process !== null && !content.catalogue.processes.has(process)) {
    throw new Refusal('process-not-found', { process: process.slice(0, 100) });
  }
  const indicator = id === null ? undefined : getReached(content, id, scope);
  const begun = indicator
    ? await beginWithIndicator(institution, scope, indicator, input)
    : input.origin === 'complaints' && input.subject === null
      ? await beginWithComplaints(institution, scope, input)
      : beginWithWords(scope, input);
  // Whoever reaches by unit acts there whatever the process.
  const reached = { ...scope, units: null };
  const processes = [...content.catalogue.processes.values()]
    .filter((each) => actsOnPlace(institution, reached, { process: each.id, units: null }))
    .map(({ id: each, name }) => ({ id: each, name }));
  return { origin: input.origin, ...begun, processes, needs_units: scope.units !== null };
}
