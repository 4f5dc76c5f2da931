import {
  add,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
  toNumber,
} from '../kernel/index.ts';
import { type Figure, type MeasureRequest, planRows, type RowsPlan } from '../engine/index.ts';
import type { CheckedIndicator } from '../language/index.ts';
import { toMoments } from '../statistics/index.ts';
import { shownUnits } from './indicators/list-rows.ts';
import { measureFigures, planMeasure } from './indicators/measure-indicators.ts';
import type { Institution } from './institution.ts';
import type { Sample } from './proof/compare-samples.ts';
import { isTotal, type ProofBasis, toProofBasis } from './proof/proof-sample.ts';

/** What was measured of one period of a proof. */
export interface MeasuredSide {
  readonly figure: Figure;
  readonly as_of: string | null;
  /** The value without rounding; of totals what it comes to in one period of the series. */
  readonly exact: Rational | null;
  readonly value: number | null;
  readonly sample: Sample | null;
}

export interface SideInput {
  readonly indicator: CheckedIndicator;
  /** `2020-03..2021-02` */
  readonly period: string;
  readonly only: NonNullable<MeasureRequest['only']>;
  /** Figures of its months, oldest first; null where a month has none. */
  readonly months: readonly (number | null)[];
}

/** More values than this are not sorted for a percentile: its months are compared. */
const MOST_VALUES = 500_000;

/** Measures one side of a proof: its figure, and what its kind of indicator is compared by. */
export async function measureProofSide(institution: Institution, input: SideInput): Promise<MeasuredSide> {
  const { indicator, period, only } = input;
  const exactly = { ...institution, settings: { ...institution.settings, exact: true } };
  const asked = { period, indicators: [indicator.id], by: [], as_of: null, only, live: true } as const;
  const { figures, as_of } = await measureFigures(exactly, asked);
  const figure = figures[0]!;
  const whole = toExact(figure);
  const parts = rational(BigInt(Math.max(1, input.months.length)));
  const isAdded = isTotal(indicator) && indicator.aggregates[0]?.operation !== 'distinct';
  const exact = whole && isAdded ? divide(whole, parts) : isTotal(indicator) ? null : whole;
  const months = toMoments(input.months.filter((value) => value !== null));
  const value = exact ? toNumber(exact) : isTotal(indicator) ? (months?.mean ?? null) : figure.value;
  const sample = await readSample(institution, input, figure, exact);
  return { figure, as_of, exact, value, sample: sample ?? { kind: 'months', of: months } };
}

function toFraction(text: string): Rational {
  const [num = '0', den = '1'] = text.split('/');
  return rational(BigInt(num), BigInt(den));
}

function toExact({ exact }: Figure): Rational | null {
  return exact ? divide(toFraction(exact.numerator), toFraction(exact.denominator)) : null;
}

/** What the facts of a period are compared by; null for its months. */
async function readSample(
  institution: Institution,
  input: SideInput,
  figure: Figure,
  exact: Rational | null,
): Promise<Sample | null> {
  const basis = toProofBasis(input.indicator);
  const { numerator, denominator } = figure;
  switch (basis.kind) {
    case 'share':
      return numerator !== null && denominator !== null && numerator >= 0 && numerator <= denominator
        ? { kind: 'share', of: { part: numerator, whole: denominator } }
        : null;
    case 'rate':
      return numerator !== null && denominator !== null && numerator >= 0 && denominator > 0
        ? { kind: 'rate', of: { count: numerator, exposure: denominator } }
        : null;
    case 'count':
      return numerator !== null && numerator >= 0
        ? { kind: 'rate', of: { count: numerator, exposure: Math.max(1, input.months.length) } }
        : null;
    case 'mean':
      return readMean(institution, input, basis, exact);
    case 'quantile':
      return readValues(institution, input, basis);
    case 'months':
      return null;
    default:
      return basis satisfies never;
  }
}

/** The facts behind one aggregate, by the very steps the figure was computed with. */
async function planFacts(
  institution: Institution,
  { indicator, period, only }: SideInput,
  index: number,
): Promise<RowsPlan> {
  const { catalogue } = institution.content;
  const asked = { period, indicators: [indicator.id], by: [], as_of: null, only };
  const { plan } = await planMeasure(institution, asked);
  const plans = planRows(
    indicator,
    { ...plan.request, filters: [], ordered: false },
    { vocabulary: catalogue, standard_minutes: catalogue.standard_minutes },
  );
  return plans.find(({ parts }) => parts.some((part) => part.index === index))!;
}

const columnOf = ({ parts }: RowsPlan, index: number): string =>
  parts.find((part) => part.index === index)!.column;

/**
 * Mean and spread of facts, from exact sums of the database. Of a ratio R = Σx/Σy of sums over the same facts the
 * spread is that of x − R·y over the mean of y (W. Cochran, Sampling Techniques, chapter 6); where y is alike in
 * all facts, that of x/y. Null where the sums are not those of the figure: then the formula is more than that.
 */
async function readMean(
  institution: Institution,
  input: SideInput,
  { above, below }: Extract<ProofBasis, { kind: 'mean' }>,
  exact: Rational | null,
): Promise<Sample | null> {
  const { aggregates } = input.indicator;
  const plan = await planFacts(institution, input, above);
  if (!plan.parts.some(({ index }) => index === below)) return null;
  const [x, y] = [columnOf(plan, above), columnOf(plan, below)];
  // A fact that stands for several has as often its value: its part is divisible by its weight.
  const [row] = await institution.facts.duck.rows(
    `select sum(w)::hugeint as n, sum(x)::hugeint as x, sum(y)::hugeint as y,
       sum(x * (x // w))::hugeint as xx, sum(x * (y // w))::hugeint as xy, sum(y * (y // w))::hugeint as yy
  from (select coalesce(${x}, 0)::hugeint as x, coalesce(${y}, 0)::hugeint as y, weight::hugeint as w
          from (\n${plan.sql}\n)
         where (${x} is not null or ${y} is not null) and weight <> 0)`,
  );
  const sum = (name: string) => {
    const cell = row?.[name];
    return typeof cell === 'bigint' ? rational(cell) : null;
  };
  const [n, sx, sy, xx, xy, yy] = ['n', 'x', 'y', 'xx', 'xy', 'yy'].map(sum);
  const ratio = sx && sy ? divide(sx, sy) : null;
  if (!n || !sy || !xx || !xy || !yy || !ratio) return null;
  const base = (index: number) => rational(shownUnits(input.indicator, aggregates[index]!.type));
  const scale = divide(base(below), base(above))!;
  const mean = multiply(ratio, scale);
  if (exact === null || compare(mean, exact) !== 0) return null;
  const cross = multiply(multiply(rational(2n), ratio), xy);
  const apart = add(subtract(xx, cross), multiply(multiply(ratio, ratio), yy));
  const variance = divide(apart, subtract(n, rational(1n)));
  const unit = toNumber(divide(multiply(n, scale), sy)!);
  const sd = variance === null ? 0 : Math.sqrt(toNumber(variance)) * unit;
  return { kind: 'mean', of: { n: toNumber(n), mean: toNumber(mean), sd } };
}

/** The values behind a percentile; null where they are more than are sorted. */
async function readValues(
  institution: Institution,
  input: SideInput,
  { index, fraction }: Extract<ProofBasis, { kind: 'quantile' }>,
): Promise<Sample | null> {
  const plan = await planFacts(institution, input, index);
  const column = columnOf(plan, index);
  const rows = await institution.facts.duck.rows(
    `select ${column}::double as value from (\n${plan.sql}\n) where ${column} is not null limit ${MOST_VALUES + 1}`,
  );
  if (rows.length > MOST_VALUES) return null;
  const unit = toNumber(rational(shownUnits(input.indicator, input.indicator.aggregates[index]!.type)));
  return { kind: 'quantile', of: rows.map((row) => Number(row['value']) / unit), fraction };
}
