import {
  type Grain,
  type Params,
  parsePeriod,
  type Period,
  periodOf,
  type Rational,
  Refusal,
  type Sheet,
  splitPeriod,
  toNumber,
  addDays,
} from '../kernel/index.ts';
import { readTrend, type TrendView } from '../charts/index.ts';
import type { MeasureRequest } from '../engine/index.ts';
import type { CheckedIndicator } from '../language/index.ts';
import type { SeriesDimensions } from '../ledger/index.ts';
import { showFigure } from '../sentences/index.ts';
import { changeOf, type Difference } from '../statistics/index.ts';
import { getStretch, type Stretch } from './get-stretch.ts';
import { getIndicators, measureFigures } from './indicators/measure-indicators.ts';
import { settleFilters } from './indicators/name-dimension.ts';
import type { Institution } from './institution.ts';
import { toLocalToday } from './local-today.ts';
import { measureProofSide, type MeasuredSide } from './measure-proof-side.ts';
import { measureSeries, type SeriesFigure } from './measure-series.ts';
import { compareSampleChanges, compareSamples } from './proof/compare-samples.ts';
import { judgeProof } from './proof/judge-proof.ts';
import type { Meanwhile, Proof, ProofComparison, ProofSide } from './proof/proof.ts';
import { isTotal } from './proof/proof-sample.ts';
import { listProofWarnings } from './proof/proof-warnings.ts';
import { ProofTeller, sayProof } from './proof/tell-proof.ts';
import { toMeasuredTrend, toTrendDirection } from './to-measured-trend.ts';
import { readNotes } from './trend-notes.ts';

export interface ProofQuestion {
  readonly indicator: string;
  /** Values kept by dimension, `{ unit: ['Ibarra'] }`; empty for the whole. */
  readonly only: Readonly<Record<string, readonly string[]>>;
  /** `2020-03..2021-02` */
  readonly before: string;
  /** Null until it is known from when the change counts. */
  readonly after: string | null;
  /** Units where nothing was changed; empty for none. */
  readonly against: readonly string[];
  /** What else happened at the time. */
  readonly meanwhile: readonly Meanwhile[];
  /** What must be known of the question itself, by its code. */
  readonly known?: { readonly code: string; readonly params: Params } | null;
}

type Only = NonNullable<MeasureRequest['only']>;

/** What is measured of one group of units. */
interface Group {
  readonly only: Only;
  readonly before: MeasuredSide;
  readonly after: MeasuredSide | null;
  readonly figures: readonly SeriesFigure[];
}

/** A stretch with the periods of the series that lie in it. */
interface Cells extends Stretch {
  readonly cells: readonly Period[];
}

/**
 * Before and after of an indicator, from the rows as they are today (also of closed months, so that figure,
 * spread and months are of the same facts). Refuses `indicator-not-found`, `period-unreadable`, a unit that is
 * not in its data (`proof-unit-unseen`) and one on both sides (`proof-compared-with-itself`).
 */
export async function proveIndicator(institution: Institution, question: ProofQuestion): Promise<Proof> {
  const [indicator] = getIndicators(institution, [question.indicator]) as [CheckedIndicator];
  const sheet = institution.content.catalogue.sheets.get(indicator.id)!;
  const grain = toGrain(question);
  const before = toCells(question.before, grain);
  const after = question.after === null ? null : toCells(question.after, grain);
  const others = await settleUnits(institution, indicator, question.against);
  const only = await settlePilot(institution, indicator, question, others, [before, after]);
  const periods = toSpan(before, after, grain);
  const measure = (kept: Only) => measureGroup(institution, indicator, kept, { before, after, periods });
  const pilot = await measure(only);
  const compared = others.length > 0 ? await measure(withUnits(only, others)) : null;
  return assemble(institution, {
    question,
    sheet,
    indicator,
    before,
    after,
    periods,
    pilot,
    compared,
    others,
  });
}

/** Months as a rule; weeks or days where periods are given by them. */
function toGrain({ before, after }: ProofQuestion): Grain {
  const grains = `${before}..${after ?? ''}`.split('..').map((text) => parsePeriod(text)?.grain);
  return grains.includes('day') ? 'day' : grains.includes('week') ? 'week' : 'month';
}

function toCells(text: string, grain: Grain): Cells {
  const stretch = getStretch(text);
  return { ...stretch, cells: splitPeriod({ ...stretch, grain }, grain) };
}

/** First and last period of the series: from the earlier of both stretches to the later. */
function toSpan(before: Cells, after: Cells | null, grain: Grain): readonly Period[] {
  const from = after && after.from < before.from ? after.from : before.from;
  const to = after && after.to > before.to ? after.to : before.to;
  const [first, last] = [periodOf(from, grain), periodOf(addDays(to, -1), grain)];
  return splitPeriod({ text: '', grain, from: first.from, to: last.to }, grain);
}

/** Units as the data write them; refuses one they do not have. */
async function settleUnits(
  institution: Institution,
  indicator: CheckedIndicator,
  units: readonly string[],
): Promise<readonly string[]> {
  const asked = units.map((value) => ({ dimension: 'unit', value }));
  const { filters, unseen } = await settleFilters(institution, indicator, asked);
  const [first] = unseen;
  if (first) throw new Refusal('proof-unit-unseen', { unit: first.value, hint: first.hint });
  return [...new Set(filters.map(({ value }) => value))].sort();
}

/** What is kept of the facts: what was asked for, and never the units that are compared with. */
async function settlePilot(
  institution: Institution,
  indicator: CheckedIndicator,
  { only }: ProofQuestion,
  others: readonly string[],
  stretches: readonly (Cells | null)[],
): Promise<Only> {
  const kept = Object.entries(only)
    .filter(([dimension]) => dimension !== 'unit')
    .map(([dimension, values]) => ({ dimension, values }));
  const named = await settleUnits(institution, indicator, only['unit'] ?? []);
  const twice = named.find((unit) => others.includes(unit));
  if (twice !== undefined) throw new Refusal('proof-compared-with-itself', { unit: twice });
  if (named.length > 0) return withUnits(kept, named);
  if (others.length === 0) return kept;
  const seen = new Set<string>();
  for (const stretch of stretches) {
    if (stretch === null) continue;
    const asked = { period: stretch.text, indicators: [indicator.id], by: ['unit'], as_of: null, only: kept };
    const { figures } = await measureFigures(institution, { ...asked, live: true });
    for (const { dimensions } of figures) if (dimensions['unit']) seen.add(dimensions['unit']);
  }
  return withUnits(kept, [...seen].filter((unit) => !others.includes(unit)).sort());
}

function withUnits(only: Only, units: readonly string[]): Only {
  return [...only.filter(({ dimension }) => dimension !== 'unit'), { dimension: 'unit', values: units }];
}

async function measureGroup(
  institution: Institution,
  indicator: CheckedIndicator,
  only: Only,
  { before, after, periods }: { before: Cells; after: Cells | null; periods: readonly Period[] },
): Promise<Group> {
  const { figures } = await measureSeries(institution, {
    indicators: [indicator.id],
    from: periods[0]!.text,
    to: periods.at(-1)!.text,
    by: [],
    only,
    live: true,
  });
  const valueOf = new Map(figures.map(({ period, value }) => [period, value]));
  const measure = ({ text, cells }: Cells) =>
    measureProofSide(institution, {
      indicator,
      period: text,
      only,
      months: cells.map((cell) => valueOf.get(cell.text) ?? null),
    });
  return { only, before: await measure(before), after: after && (await measure(after)), figures };
}

interface Measured {
  readonly question: ProofQuestion;
  readonly sheet: Sheet;
  readonly indicator: CheckedIndicator;
  readonly before: Cells;
  readonly after: Cells | null;
  readonly periods: readonly Period[];
  readonly pilot: Group;
  readonly compared: Group | null;
  readonly others: readonly string[];
}

function assemble(institution: Institution, measured: Measured): Proof {
  const { sheet, indicator, before, after, pilot, compared } = measured;
  const teller = new ProofTeller((pilot.after ?? pilot.before).figure, sheet);
  const trend = toProofTrend(institution, measured, pilot);
  const signals = listSignals(trend, before, after);
  const difference = compare(pilot);
  const more =
    compared?.after && pilot.after
      ? compareSampleChanges(
          { before: pilot.before.sample, after: pilot.after.sample },
          { before: compared.before.sample, after: compared.after.sample },
        )
      : null;
  const running = after !== null && after.to > toLocalToday(institution);
  const wanted = findWanted(sheet, pilot);
  const [old, now] = [pilot.before.value, pilot.after?.value ?? null];
  const told = difference && teller.difference(difference);
  const units = pilot.only.find(({ dimension }) => dimension === 'unit')?.values ?? null;
  const proof = {
    indicator: indicator.id,
    name: sheet.name,
    unit: indicator.unit,
    units,
    wanted,
    per: isTotal(indicator) ? ('month' as const) : null,
    as_of: (pilot.after ?? pilot.before).as_of,
    before: toSide(pilot.before, before, teller),
    after: after && pilot.after && toSide(pilot.after, after, teller),
    difference: told,
    change: toChange(pilot, difference),
    comparison: toComparison(measured, more, teller),
    meanwhile: [...measured.question.meanwhile, ...listNotes(trend)],
    warnings: listProofWarnings({
      sheet,
      known: measured.question.known ?? null,
      before: { stretch: before, side: pilot.before },
      after: after && pilot.after && { stretch: after, side: pilot.after },
      unstable: signals.before,
      running,
      small_sample: institution.settings.small_sample,
      others_unknown: compared !== null && more === null,
    }),
    outcome: judgeProof({ wanted, before: old, after: now, difference, more, running }),
    trend,
    change_at: after?.cells[0]?.text ?? null,
    trend_others: compared && toProofTrend(institution, measured, compared),
    unstable: signals.before,
    signals: signals.after,
  };
  return { ...proof, worked: proof.outcome === 'improved', sentence: sayProof(proof, teller) };
}

/** The difference of a group; of months with the figures of the whole stretches in its middle. */
function compare({ before, after }: Group): Difference | null {
  const found = compareSamples(before.sample, after?.sample ?? null);
  if (!found || before.value === null || after === null || after.value === null) return null;
  if (before.sample?.kind !== 'months') return found;
  const difference = after.value - before.value;
  const shift = difference - found.difference;
  const move = (bound: number | null) => (bound === null ? null : bound + shift);
  return { ...found, difference, low: move(found.low), high: move(found.high) };
}

const printExact = ({ num, den }: Rational): string => `${num}/${den}`;

function toSide(
  { figure, value, exact }: MeasuredSide,
  { text, cells }: Cells,
  teller: ProofTeller,
): ProofSide {
  return {
    period: text,
    periods: cells.length,
    value,
    exact: exact && printExact(exact),
    text: teller.value(value),
    n: figure.n,
    open: figure.open,
    verdict: figure.verdict,
    standard: teller.standard(figure),
  };
}

function toChange({ before, after }: Group, difference: Difference | null): Proof['change'] {
  const [old, now] = [before.value, after?.value ?? null];
  if (old === null || now === null || old <= 0) return null;
  const exact = before.exact && after?.exact ? changeOf(before.exact, after.exact) : null;
  const value = exact ? toNumber(exact) : (now - old) / old;
  const share = (bound: number | null | undefined) => (typeof bound === 'number' ? bound / old : null);
  return {
    value,
    exact: exact && printExact(exact),
    low: share(difference?.low),
    high: share(difference?.high),
  };
}

/**
 * The way that is better: towards the standard; with a floor and a ceiling, towards what lies between them from
 * where it was outside, before or after.
 */
function findWanted(sheet: Sheet, { before, after }: Group): Proof['wanted'] {
  const direction = toTrendDirection(sheet);
  if (direction === 'at-least') return 'higher';
  if (direction === 'at-most') return 'lower';
  for (const { value, standard } of [before.figure, after?.figure].filter((each) => each !== undefined)) {
    if (value === null || !standard) continue;
    if (standard.floor !== null && value < standard.floor) return 'higher';
    if (standard.ceiling !== null && value > standard.ceiling) return 'lower';
  }
  return null;
}

function toComparison(
  { before, after, compared, others }: Measured,
  more: Difference | null,
  teller: ProofTeller,
): ProofComparison | null {
  if (!compared?.after || !after) return null;
  return {
    units: others,
    before: toSide(compared.before, before, teller),
    after: toSide(compared.after, after, teller),
    more: more && teller.difference(more),
  };
}

/** The series against the usual limits of before; a reset of limits says nothing here. */
function toProofTrend(
  { ledger }: Institution,
  { sheet, indicator, before, after, periods }: Measured,
  { figures, only }: Group,
): TrendView {
  const texts = periods.map(({ text }) => text);
  const byPeriod = new Map(figures.map((figure) => [figure.period, figure]));
  const units = only.find(({ dimension }) => dimension === 'unit')?.values ?? [];
  const dimensions: SeriesDimensions = units.length === 1 ? { unit: units[0]! } : {};
  const { baselines: _, ...trend } = toMeasuredTrend(
    { sheet, indicator },
    dimensions,
    texts,
    texts.map((text) => byPeriod.get(text) ?? null),
    readNotes(ledger.signals, indicator.id),
  );
  const [first, last] = [before.cells[0], before.cells.at(-1)];
  return {
    ...toShownUnit(trend, sheet, figures),
    baseline: first && last ? { from: first.text, to: last.text } : null,
    change: after?.cells[0]?.text ?? null,
  };
}

/** A trend of shares of a limit as the sheet tells it: in the unit of the limit. */
function toShownUnit(trend: TrendView, sheet: Sheet, figures: readonly SeriesFigure[]): TrendView {
  const last = figures.findLast(({ value }) => value !== null);
  const shown = last && showFigure(last, sheet, 'es');
  if (!shown) return trend;
  const scale = shown.family === 'deadline' ? (last.standard?.limit ?? 1) : 1;
  const told = (value: number | null) => (value === null ? null : value * scale);
  const points = trend.points.map((point) => ({
    ...point,
    value: told(point.value),
    floor: told(point.floor),
    ceiling: told(point.ceiling),
  }));
  return { ...trend, unit: shown.unit, points };
}

function listSignals(trend: TrendView, before: Cells, after: Cells | null) {
  const fires = new Set(readTrend(trend).signals.map(({ index }) => trend.points[index]!.period));
  const of = (cells: readonly Period[]) => cells.map(({ text }) => text).filter((text) => fires.has(text));
  return { before: of(before.cells), after: of(after?.cells ?? []) };
}

function listNotes({ notes = [] }: TrendView): readonly Meanwhile[] {
  return notes.map(({ period, cause }) => ({
    kind: 'note',
    text: { es: `${period}: ${cause}`, en: `${period}: ${cause}` },
  }));
}
