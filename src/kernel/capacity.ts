import type { Schedule } from './calendar.ts';
import { mondayToFriday, periodOf, toDate, toDayNumber, weekdayOfDay } from './period.ts';
import type { Rational } from './rational.ts';
import { divide, multiply, parseDecimal, rational, ZERO } from './rational.ts';

/**
 * Parts in one microsecond of capacity. In thesis mode each Monday to Friday of a month carries
 * an equal share of the month's capacity, and a month has 20, 21, 22 or 23 of them: their least
 * common multiple makes every share a whole number, so the days of a month add up to exactly
 * 6,600 min and sums of parts are the same in any order.
 */
export const CAPACITY_SCALE = 106_260n;

/** A person's unit and schedule from a date to another, both inclusive ISO dates; `to` null while it lasts. */
export interface Assignment {
  readonly person: string;
  readonly unit: string;
  readonly schedule: string;
  readonly from: string;
  readonly to: string | null;
}

/** Days a person does not work, both dates inclusive; `to` null while it lasts. */
export interface Absence {
  readonly person: string;
  readonly from: string;
  readonly to: string | null;
  readonly kind: string;
}

/** Installed capacity of a person on a date: `parts / CAPACITY_SCALE` microseconds. */
export interface CapacityDay {
  readonly person: string;
  readonly unit: string;
  readonly schedule: string;
  readonly date: string;
  readonly parts: bigint;
}

/** Local dates in which capacity is wanted, half-open `[from, to)`. */
export interface Horizon {
  readonly from: string;
  readonly to: string;
}

/** The open time of a unit on a date, or null when it does not open or has no calendar. */
export type OpenDay = (unit: string, date: string) => { readonly open_us: bigint } | null;

/**
 * Makes one stretch per person and date out of rows that may overlap: the row with the later
 * `from` holds on its dates, and of two from the same date the later in the list. So a loan to
 * another unit is a row inside the main one, which goes on when the loan ends. Rows that end
 * before they begin say nothing. Sorted by person and date.
 *
 * @example resolveAssignments([main, loan]) // main until the loan, the loan, main again
 */
export function resolveAssignments(staff: readonly Assignment[]): Assignment[] {
  const rows = Map.groupBy(staff, (row) => row.person);
  return [...rows.keys()].sort().flatMap((person) => resolvePerson(rows.get(person) ?? []));
}

/**
 * Installed capacity per person and date of the horizon, only where there is any, in the order of
 * the assignments (which must not overlap) and then of the dates.
 *
 * Productive time of a day = `day_min - lunch_min - unproductive_min`.
 * - `thesis`: on each Monday to Friday, productive time x `days_per_month` / Mondays to Fridays of
 *   that month, whatever the holidays. Exact.
 * - `calendar`: open time of the unit that day, at most `day_min - lunch_min`, x productive time /
 *   (`day_min - lunch_min`), rounded down to a part (a hundred-thousandth of a microsecond).
 *
 * A day of absence, a schedule that is not in the map and one without productive time give none.
 *
 * @example a regular executive in June 2011: 22 days of 300 min, in all 6,600 min
 */
export function* toCapacityDays(
  assignments: readonly Assignment[],
  absences: readonly Absence[],
  schedules: ReadonlyMap<string, Schedule>,
  horizon: Horizon,
  openDay: OpenDay,
): Generator<CapacityDay> {
  const first = toDayNumber(horizon.from);
  const days = listDays(horizon);
  const absent = toAbsentDays(absences, first, days.length);
  for (const { person, unit, schedule: id, from, to } of assignments) {
    const schedule = schedules.get(id);
    if (schedule === undefined) continue;
    const rates = toRates(schedule);
    const away = absent.get(person);
    const start = Math.max(0, toDayNumber(from) - first);
    const end = to === null ? days.length : Math.min(days.length, toDayNumber(to) - first + 1);
    const share = toCalendarShare(schedule);
    for (let i = start; i < end; i++) {
      if (away?.[i] === 1) continue;
      const { date, weekdays } = days[i] as Day;
      const parts =
        schedule.mode === 'thesis'
          ? (rates[weekdays] ?? 0n)
          : (atDesk(openDay(unit, date)?.open_us ?? 0n, schedule) * CAPACITY_SCALE * share.num) / share.den;
      if (parts > 0n) yield { person, unit, schedule: id, date, parts };
    }
  }
}

/** A date of the horizon; `weekdays` = Mondays to Fridays of its month, 0 on a weekend. */
interface Day {
  readonly date: string;
  readonly weekdays: number;
}

function listDays(horizon: Horizon): Day[] {
  const days: Day[] = [];
  const end = toDayNumber(horizon.to);
  let month = periodOf(horizon.from, 'month');
  let weekdays = mondayToFriday(month.from, month.to);
  for (let day = toDayNumber(horizon.from); day < end; day++) {
    const date = toDate(day);
    if (date >= month.to) {
      month = periodOf(date, 'month');
      weekdays = mondayToFriday(month.from, month.to);
    }
    days.push({ date, weekdays: weekdayOfDay(day) <= 5 ? weekdays : 0 });
  }
  return days;
}

/** Per person, 1 on each day of the horizon that they are absent. */
function toAbsentDays(absences: readonly Absence[], first: number, count: number): Map<string, Uint8Array> {
  const absent = new Map<string, Uint8Array>();
  for (const { person, from, to } of absences) {
    const days = absent.get(person) ?? new Uint8Array(count);
    absent.set(person, days);
    const start = Math.max(0, toDayNumber(from) - first);
    const end = to === null ? count : toDayNumber(to) - first + 1;
    if (end > start) days.fill(1, start, end);
  }
  return absent;
}

/** Parts of one day in a month of 20, 21, 22 and 23 Mondays to Fridays, by that number. */
function toRates(schedule: Schedule): bigint[] {
  const month = multiply(toProductiveUs(schedule), toRational(schedule.days_per_month));
  const rates: bigint[] = [];
  for (const weekdays of [20, 21, 22, 23]) {
    rates[weekdays] = floor(multiply(month, rational(CAPACITY_SCALE, BigInt(weekdays))));
  }
  return rates;
}

/** The part of open time that is productive; zero when the day is all lunch. */
function toCalendarShare(schedule: Schedule): Rational {
  const atDesk = toUs(schedule.day_min - schedule.lunch_min);
  return (atDesk.num > 0n && divide(toProductiveUs(schedule), atDesk)) || ZERO;
}

/** A person is at the desk while the unit is open, and never longer than the schedule less lunch. */
function atDesk(open_us: bigint, schedule: Schedule): bigint {
  const most = toUs(schedule.day_min - schedule.lunch_min).num;
  return open_us < most ? open_us : most;
}

function toProductiveUs({ day_min, lunch_min, unproductive_min }: Schedule): Rational {
  return toUs(day_min - lunch_min - unproductive_min);
}

function toUs(minutes: number): Rational {
  return rational(BigInt(Math.round(minutes * 60_000_000)));
}

/** Reads a number as the decimal it prints: 20.5 days are 41 halves. */
function toRational(number: number): Rational {
  const value = parseDecimal(String(number));
  if (value === undefined) throw new Error(`capacity: not a plain number: ${number}`);
  return value;
}

/** Rounded towards zero, which for capacity is down: negative ones are not yielded. */
function floor(value: Rational): bigint {
  return value.num / value.den;
}

function resolvePerson(rows: readonly Assignment[]): Assignment[] {
  const spans = rows
    .map((row) => ({
      row,
      start: toDayNumber(row.from),
      end: row.to === null ? Infinity : toDayNumber(row.to) + 1,
    }))
    .filter((span) => span.end > span.start);
  const edges = [...new Set(spans.flatMap((span) => [span.start, span.end]))].sort((a, b) => a - b);
  const stretches: Assignment[] = [];
  for (const [i, edge] of edges.entries()) {
    const end = edges[i + 1];
    if (end === undefined) break;
    const holds = spans
      .filter((span) => span.start <= edge && span.end > edge)
      .reduce<(typeof spans)[number] | undefined>(
        (best, span) => (best && best.start > span.start ? best : span),
        undefined,
      );
    if (holds === undefined) continue;
    const { person, unit, schedule } = holds.row;
    const to = end === Infinity ? null : toDate(end - 1);
    const last = stretches.at(-1);
    const follows = last?.to !== null && last?.to !== undefined && toDayNumber(last.to) + 1 === edge;
    if (last && follows && last.unit === unit && last.schedule === schedule) {
      stretches[stretches.length - 1] = { ...last, to };
    } else {
      stretches.push({ person, unit, schedule, from: toDate(edge), to });
    }
  }
  return stretches;
}
