import {
  divide,
  findUnit,
  type LocalText,
  type Measurement,
  type Rational,
  rational,
  Refusal,
  toNumber,
} from '../../kernel/index.ts';
import {
  findMissingFilter,
  type MeasureRequest,
  planRows,
  type RowsPlan,
  STATE,
} from '../../engine/index.ts';
import type { Cell, Row } from '../../facts/index.ts';
import type { CheckedIndicator } from '../../language/index.ts';
import { type FactSource, findLines } from '../find-lines.ts';
import type { Institution } from '../institution.ts';
import { type Filter, settleFilters, type UnseenValue } from './name-dimension.ts';
import { getIndicators, measureIndicators, planMeasure } from './measure-indicators.ts';

/** What became of a fact inside an indicator. */
export type FactState =
  | 'counted'
  | 'open'
  | 'open-past-limit'
  | 'outside'
  | 'unmeasured'
  | 'not-asked'
  | 'without-standard'
  | 'withdrawn'
  | 'excluded';

/** One fact behind a figure: whether it counts, and where it came from. */
export interface FactRow {
  readonly dataset: string;
  readonly counts: boolean;
  readonly state: FactState;
  /** For `excluded`: the code of the reason, and its text. */
  readonly reason: string | null;
  readonly text: LocalText | null;
  readonly key: Readonly<Record<string, string | null>>;
  readonly unit: string | null;
  readonly person: string | null;
  /** Wall clock of the unit: the date that puts the fact in the period, and when it opened and closed. */
  readonly date: string | null;
  readonly opens: string | null;
  readonly closes: string | null;
  /** In the indicator's `measure_unit`. */
  readonly measure: number | null;
  readonly limit: number | null;
  readonly inside: boolean | null;
  readonly weight: number;
  /** What the fact adds to each aggregate of the formula, in shown units; null where nothing. */
  readonly parts: readonly (number | null)[];
  readonly attributes: Readonly<Record<string, string | null>>;
  /** Null for derived facts: installed capacity. */
  readonly source: FactSource | null;
}

/** Facts of one data set by what became of them; weights, so that they add up to the figure's. */
export interface FactCounts {
  readonly dataset: string;
  /** Facts of the period, in scope or not. */
  readonly read: number;
  readonly in_scope: number;
  readonly by_state: Readonly<Record<FactState, number>>;
  readonly excluded: Readonly<Record<string, number>>;
  /** Rows in scope by import. */
  readonly imports: readonly { readonly seq: number; readonly rows: number }[];
}

export type { Filter } from './name-dimension.ts';

export interface RowsInput {
  readonly indicator: string;
  readonly period: string;
  readonly filters: readonly Filter[];
  /** Facts kept before anything is computed (what a person may see); all where absent. */
  readonly only?: MeasureRequest['only'];
  readonly as_of: string | null;
  readonly not_counted_only: boolean;
  /** Most rows listed; null for all. */
  readonly limit: number | null;
}

export interface RowsResult {
  readonly period: string;
  readonly as_of: string | null;
  /** The figure these rows make; null when no fact passes the filters. */
  readonly measurement: Measurement | null;
  readonly indicator: CheckedIndicator;
  readonly counts: readonly FactCounts[];
  readonly rows: readonly FactRow[];
  /** Rows that answer the question, listed or not. */
  readonly total: number;
  /** Values asked for that the data do not have. */
  readonly unseen: readonly UnseenValue[];
}

/** The facts behind a figure as the engine gives them, before anything is turned into shown units. */
export interface RawRows {
  readonly plan: RowsPlan;
  readonly rows: readonly Row[];
  readonly counts: FactCounts;
}

const STATES: Readonly<Record<number, FactState>> = {
  [STATE.counted]: 'counted',
  [STATE.open]: 'open',
  [STATE.open_past_limit]: 'open-past-limit',
  [STATE.outside]: 'outside',
  [STATE.unmeasured]: 'unmeasured',
  [STATE.not_asked]: 'not-asked',
  [STATE.without_standard]: 'without-standard',
  [STATE.withdrawn]: 'withdrawn',
};

/** What a state number of the engine means. */
export function toFactState(state: number): FactState {
  const found = state >= STATE.excluded ? 'excluded' : STATES[state];
  if (!found) throw new Error(`no state ${state}`);
  return found;
}

/** Base units in one shown unit of a quantity: microseconds in an hour, parts in a minute, millionths in one. */
export function shownUnits(
  indicator: CheckedIndicator,
  type: { readonly dimension: string; readonly scale: number },
): bigint {
  const unit = indicator.measure_unit === null ? undefined : findUnit(indicator.measure_unit);
  return BigInt(type.scale) * (unit?.dimension === type.dimension ? unit.factor : 1n);
}

function toText(cell: Cell | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell);
}

function toExact(cell: Cell | undefined): Rational | null {
  if (typeof cell === 'bigint') return rational(cell);
  return typeof cell === 'number' && Number.isInteger(cell) ? rational(BigInt(cell)) : null;
}

/** Reads the facts behind a figure and counts them; what `rows`, `explain` and `sheet` show. */
export async function readRows(
  institution: Institution,
  input: Omit<RowsInput, 'limit' | 'not_counted_only'>,
  wanted: { readonly rows: boolean; readonly most?: number },
): Promise<{
  indicator: CheckedIndicator;
  measurement: Measurement | null;
  period: string;
  as_of: string | null;
  from: string;
  to: string;
  datasets: readonly RawRows[];
  unseen: readonly UnseenValue[];
}> {
  const [indicator] = getIndicators(institution, [input.indicator]) as [CheckedIndicator];
  const by = input.filters.map(({ dimension }) => dimension);
  const asked = {
    period: input.period,
    indicators: [indicator.id],
    by,
    as_of: input.as_of,
    ...(input.only ? { only: input.only } : {}),
  };
  const { plan, as_of, period } = await planMeasure(institution, asked);
  const { catalogue } = institution.content;
  const context = { vocabulary: catalogue, standard_minutes: catalogue.standard_minutes };
  const missing = findMissingFilter(indicator, input.filters, context);
  if (missing) throw new Refusal('filter-unavailable', { indicator: indicator.id, ...missing });
  const { filters, unseen } = await settleFilters(institution, indicator, input.filters);
  const { measurements } = await measureIndicators(institution, asked);
  const measurement =
    measurements.find((item) =>
      filters.every(({ dimension, value }) => item.dimensions[dimension] === value),
    ) ?? null;
  const datasets: RawRows[] = [];
  for (const rowsPlan of planRows(indicator, { ...plan.request, filters }, context)) {
    const counted = await institution.facts.duck.rows(rowsPlan.counts_sql);
    const rows = counted.reduce(
      (sum, row) => sum + (row['state'] === null ? 0 : Number(row['row_count'])),
      0,
    );
    if (wanted.most !== undefined && rows > wanted.most) throw new Refusal('rows-too-many', { n: rows });
    datasets.push({
      plan: rowsPlan,
      counts: countRows(indicator, rowsPlan, counted),
      rows: wanted.rows ? await institution.facts.duck.rows(rowsPlan.sql) : [],
    });
  }
  const { from, to } = plan.request;
  return { indicator, measurement, period, as_of, from, to, datasets, unseen };
}

/** Facts of a data set by what became of them, from the rows of its `counts_sql`. */
export function countRows(indicator: CheckedIndicator, plan: RowsPlan, rows: readonly Row[]): FactCounts {
  const by_state: Record<FactState, number> = {
    counted: 0,
    open: 0,
    'open-past-limit': 0,
    outside: 0,
    unmeasured: 0,
    'not-asked': 0,
    'without-standard': 0,
    withdrawn: 0,
    excluded: 0,
  };
  const excluded: Record<string, number> = {};
  const imports = new Map<number, number>();
  let read = 0;
  let in_scope = 0;
  for (const row of rows) {
    const weight = Number(row['weight']);
    read += weight;
    if (row['state'] === null || row['state'] === undefined) continue;
    in_scope += weight;
    const state = Number(row['state']);
    by_state[toFactState(state)] += weight;
    const code = indicator.except[state - STATE.excluded]?.code;
    if (code !== undefined) excluded[code] = (excluded[code] ?? 0) + weight;
    if (row['import_seq'] !== null && row['import_seq'] !== undefined) {
      const seq = Number(row['import_seq']);
      imports.set(seq, (imports.get(seq) ?? 0) + Number(row['row_count']));
    }
  }
  const sources = [...imports].sort(([a], [b]) => a - b).map(([seq, n]) => ({ seq, rows: n }));
  return { dataset: plan.dataset.id, read, in_scope, by_state, excluded, imports: sources };
}

/** One fact in shown units; `source` is filled in by who looks for it. */
export function toFactRow(
  institution: Institution,
  indicator: CheckedIndicator,
  plan: RowsPlan,
  row: Row,
): Omit<FactRow, 'source'> {
  const state = Number(row['state']);
  const named = (columns: RowsPlan['keys']) =>
    Object.fromEntries(columns.map(({ name, sql_name }) => [name, toText(row[sql_name])]));
  const [key, attributes] = [named(plan.keys), named(plan.attributes)];
  const place = (name: string) => attributes[name] ?? key[name] ?? null;
  const measured = indicator.measure?.type.kind === 'quantity' ? indicator.measure.type : null;
  const shown = (cell: Cell | undefined, type: { dimension: string; scale: number } | null) => {
    const exact = toExact(cell);
    return exact && type && toNumber(divide(exact, rational(shownUnits(indicator, type)))!);
  };
  const [measure, limit] = [toExact(row['measure']), toExact(row['limit_value'])];
  const except = indicator.except[state - STATE.excluded];
  const sheet = institution.content.catalogue.sheets.get(indicator.id);
  return {
    dataset: plan.dataset.id,
    counts: state === STATE.counted,
    state: toFactState(state),
    reason: except?.code ?? null,
    text: sheet?.except.find(({ code }) => code === except?.code)?.text ?? null,
    key,
    unit: place('unit'),
    person: place('person'),
    date: toText(row['fact_date']),
    opens: toText(row['opens']),
    closes: toText(row['closes']),
    measure: shown(row['measure'], measured),
    limit: shown(row['limit_value'], measured),
    inside: measure && limit ? measure.num <= limit.num : null,
    weight: Number(row['weight']),
    parts: indicator.aggregates.map((aggregate, index) =>
      plan.parts.some((part) => part.index === index)
        ? shown(row[`part_${index + 1}`], aggregate.type)
        : null,
    ),
    attributes,
  };
}

/**
 * Lists the facts behind a figure: every fact of each data set the indicator reads, inside its
 * scope, each with whether it counts, or why not, and the file and line it came from. Counted,
 * open and left out add up to what the figure says. By data set, then date and key.
 */
export async function listRows(institution: Institution, input: RowsInput): Promise<RowsResult> {
  const found = await readRows(institution, input, { rows: true });
  const { indicator, measurement, period, as_of, datasets, unseen } = found;
  const asked = datasets.flatMap(({ plan, rows }) =>
    rows
      .filter((row) => !input.not_counted_only || Number(row['state']) !== STATE.counted)
      .map((row) => ({ plan, row })),
  );
  const listed = input.limit === null ? asked : asked.slice(0, input.limit);
  const imported = listed.filter(({ row }) => row['import_seq'] !== null);
  const sources = await findLines(
    institution,
    imported.map(({ row }) => ({ seq: Number(row['import_seq']), row: Number(row['import_row']) })),
  );
  const sourceOf = new Map(imported.map(({ row }, index) => [row, sources[index]!]));
  return {
    period,
    as_of,
    measurement,
    indicator,
    counts: datasets.map(({ counts }) => counts),
    rows: listed.map(({ plan, row }) => ({
      ...toFactRow(institution, indicator, plan, row),
      source: sourceOf.get(row) ?? null,
    })),
    total: asked.length,
    unseen,
  };
}
