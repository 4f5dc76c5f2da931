import {
  add,
  addDays,
  divide,
  type LocalText,
  parsePeriod,
  periodOf,
  previousPeriod,
  type Rational,
  rational,
  Refusal,
  type Scope,
  subtract,
  toNumber,
  ZERO,
} from '../../kernel/index.ts';
import { sayShortfall } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { measureSeries } from '../measure-series.ts';
import { getReached, toOnly } from '../reach-indicators.ts';

/** What one's own months say of how much an indicator falls short. */
export interface Shortfall {
  readonly indicator: string;
  /** Months looked at, the last one closed before today, and those of them with a figure and a standard. */
  readonly from: string;
  readonly to: string;
  readonly months: number;
  /** Months in which the standard was not met. */
  readonly failed: number;
  /** Mean of what was missing to the standard, over those months: 0.03 is 3 % of the standard. Null without any. */
  readonly mean: number | null;
  /** The historical error that its sheet says; null where it says none. */
  readonly of_sheet: number | null;
  readonly sentence: LocalText;
}

const MONTHS = 12;

/** A number as measured (a double of an exact fraction) as a fraction again, to the twelfth decimal. */
const toRational = (value: number): Rational =>
  rational(BigInt(Math.round(value * 1e12)), 1_000_000_000_000n);

/** What is missing to the standard as a part of it, or what is too much; zero where it is met. */
function toMissing(value: number, floor: number | null, ceiling: number | null): Rational {
  const bound =
    floor !== null && value < floor ? floor : ceiling !== null && value > ceiling ? ceiling : null;
  if (bound === null || bound === 0) return ZERO;
  const gap = divide(subtract(toRational(value), toRational(bound)), toRational(bound));
  if (gap === null) return ZERO;
  return gap.num < 0n ? subtract(ZERO, gap) : gap;
}

/**
 * The historical error of an indicator as one's own months give it: the mean, over the twelve months that
 * end with the one asked for (the last that is over, where none is) and have a settled figure and a standard,
 * of what was missing to the standard as a part of it; a month that met it counts as zero. Refuses
 * `out-of-scope`, `period-unreadable`.
 */
export async function findShortfall(
  institution: Institution,
  scope: Scope,
  { id, until, today }: { readonly id: string; readonly until: string | null; readonly today: string },
): Promise<Shortfall> {
  getReached(institution.content, id, scope);
  const sheet = institution.content.catalogue.sheets.get(id)!;
  const last = until === null ? previousPeriod(periodOf(today, 'month')) : parsePeriod(until);
  if (last?.grain !== 'month') throw new Refusal('period-unreadable', { period: until ?? '' });
  let first = last;
  for (let n = 1; n < MONTHS; n++) first = periodOf(addDays(first.from, -1), 'month');
  const { figures } = await measureSeries(institution, {
    indicators: [id],
    from: first.text,
    to: last.text,
    by: [],
    only: toOnly({ ...scope, staff_name: null }, null),
  });
  const known = figures.filter(
    ({ value, standard, provisional }) => value !== null && standard && !provisional,
  );
  const missing = known.map(({ value, standard }) =>
    toMissing(value ?? 0, standard?.floor ?? null, standard?.ceiling ?? null),
  );
  const sum = missing.reduce((total, each) => add(total, each), ZERO);
  const mean = known.length === 0 ? null : divide(sum, rational(BigInt(known.length), 1n));
  const of_sheet = sheet.standards.findLast(({ from }) => from <= last.from)?.historical_error ?? null;
  const told = {
    from: first.text,
    to: last.text,
    months: known.length,
    failed: missing.filter(({ num }) => num !== 0n).length,
    mean: mean === null ? null : toNumber(mean),
    of_sheet: of_sheet === null ? null : toNumber(of_sheet),
  };
  return { indicator: id, ...told, sentence: sayShortfall(told) };
}
