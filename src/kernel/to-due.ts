import type { Calendar, WorkDay } from './calendar.ts';
import type { DeadlineLimit, DueStanding, Pause } from './deadline.ts';
import { addDays } from './period.ts';
import { compileCalendar } from './working-time.ts';
import { toInstant, toLocal } from './zone.ts';

/** A stretch of instants, half-open; `end_us` null for one that goes on. Microseconds. */
interface Stretch {
  readonly start_us: bigint;
  readonly end_us: bigint | null;
}

const MINUTE_US = 60_000_000;
/** Beyond this a calendar that opens so seldom gives no date worth telling. */
const MOST_YEARS = 60;

interface WorkYear {
  readonly days: ReadonlyMap<string, WorkDay>;
  /** Open stretches of all its days in order of time. */
  readonly open: WorkDay['open'];
}

/** Pure for a given calendar: one table per year, made once. */
const tables = new WeakMap<Calendar, Map<number, WorkYear>>();

function toWorkYear(calendar: Calendar, year: number): WorkYear {
  const years = tables.get(calendar) ?? new Map<number, WorkYear>();
  tables.set(calendar, years);
  const kept = years.get(year);
  if (kept !== undefined) return kept;
  const pad = (number: number): string => String(number).padStart(4, '0');
  const days = compileCalendar(calendar, `${pad(year)}-01-01`, `${pad(year + 1)}-01-01`);
  const open = days.flatMap((day) => day.open);
  open.sort((a, b) => (a.start_us < b.start_us ? -1 : a.start_us > b.start_us ? 1 : 0));
  const made = { days: new Map(days.map((day) => [day.date, day])), open };
  years.set(year, made);
  return made;
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Waits since the case was received, in order and joined; none where the limit does not mind them. */
function toWaits(limit: DeadlineLimit, opened_us: bigint, pauses: readonly Pause[]): Stretch[] {
  const waits: { start_us: bigint; end_us: bigint | null }[] = [];
  const sorted = (limit.pauses ? pauses : []).toSorted((a, b) =>
    a.from_us < b.from_us ? -1 : a.from_us > b.from_us ? 1 : 0,
  );
  for (const { from_us, to_us } of sorted) {
    const start_us = from_us < opened_us ? opened_us : from_us;
    if (to_us !== null && to_us <= start_us) continue;
    const last = waits.at(-1);
    if (last === undefined || (last.end_us !== null && last.end_us < start_us)) {
      waits.push({ start_us, end_us: to_us });
    } else if (last.end_us !== null && (to_us === null || to_us > last.end_us)) last.end_us = to_us;
  }
  return waits;
}

/** Since when a case waits without an end yet; null when it does not. */
function foreverOf(waits: readonly Stretch[]): bigint | null {
  const last = waits.at(-1);
  return last !== undefined && last.end_us === null ? last.start_us : null;
}

/** What is left of a stretch when the waits are taken out, in order. */
function* withoutWaits(stretch: Stretch, waits: readonly Stretch[]): Generator<Stretch> {
  let { start_us } = stretch;
  for (const wait of waits) {
    if (stretch.end_us !== null && wait.start_us >= stretch.end_us) break;
    if (wait.end_us !== null && wait.end_us <= start_us) continue;
    if (wait.start_us > start_us) yield { start_us, end_us: wait.start_us };
    if (wait.end_us === null) return;
    start_us = wait.end_us;
  }
  if (stretch.end_us === null || start_us < stretch.end_us) yield { start_us, end_us: stretch.end_us };
}

/** Index of the first open stretch that ends after an instant. */
function findOpen(open: WorkDay['open'], us: bigint): number {
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (open[middle]!.end_us <= us) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The stretches in which a limit of hours or minutes runs: all time, or the open hours of the calendar. */
function* runningStretches(limit: DeadlineLimit, opened_us: bigint, calendar: Calendar): Generator<Stretch> {
  if (limit.counts === 'clock-hours' || limit.counts === 'clock-minutes') {
    yield { start_us: opened_us, end_us: null };
    return;
  }
  const first = yearOf(toLocal(opened_us, calendar.time_zone).date);
  for (let year = first; year < first + MOST_YEARS; year++) {
    const { open } = toWorkYear(calendar, year);
    for (let i = findOpen(open, opened_us); i < open.length; i++) {
      const { start_us, end_us } = open[i]!;
      yield { start_us: start_us < opened_us ? opened_us : start_us, end_us };
    }
  }
}

function countsDays({ counts }: DeadlineLimit): boolean {
  return counts === 'calendar-days' || counts === 'working-days';
}

function amountOf({ amount, counts }: DeadlineLimit): bigint {
  const isHours = counts === 'clock-hours' || counts === 'working-hours';
  return BigInt(Math.round(amount * (isHours ? 60 : 1) * MINUTE_US));
}

/** Pure for a given tz database, as the tables of zones: few dates are ever asked for, many times each. */
const midnights = new Map<string, Map<string, bigint>>();

/** The first instant of a local date; of one that the zone skips, that of the next. */
function startOfDay(date: string, zone: string): bigint {
  const dates = midnights.get(zone) ?? new Map<string, bigint>();
  midnights.set(zone, dates);
  const kept = dates.get(date);
  if (kept !== undefined) return kept;
  const made = toInstant(`${date}T00:00:00`, zone);
  dates.set(date, made);
  return made;
}

/** True when some of a stretch is not waited through. */
function runsIn(stretch: Stretch, waits: readonly Stretch[]): boolean {
  return withoutWaits(stretch, waits).next().done !== true;
}

/** Whether a local date counts: it, or its open hours where only working days do, was not all waited through. */
function isCounted(
  limit: DeadlineLimit,
  date: string,
  waits: readonly Stretch[],
  calendar: Calendar,
): boolean {
  if (limit.counts === 'working-days') {
    const open = toWorkYear(calendar, yearOf(date)).days.get(date)?.open ?? [];
    return open.some((stretch) => runsIn(stretch, waits));
  }
  const start_us = startOfDay(date, calendar.time_zone);
  const end_us = startOfDay(addDays(date, 1), calendar.time_zone);
  // A date that the zone never had, as Samoa's 30 December 2011, has no time and does not count.
  return start_us < end_us && (waits.length === 0 || runsIn({ start_us, end_us }, waits));
}

/** The last local date on which a limit of days is kept; null while it waits or where none comes. */
function findDueDate(
  limit: DeadlineLimit,
  opened_us: bigint,
  waits: readonly Stretch[],
  calendar: Calendar,
): string | null {
  const zone = calendar.time_zone;
  const forever = foreverOf(waits);
  let date = toLocal(opened_us, zone).date;
  const last = yearOf(date) + MOST_YEARS;
  for (let left = Math.ceil(limit.amount); left > 0; ) {
    date = addDays(date, 1);
    if (yearOf(date) > last || (forever !== null && startOfDay(date, zone) >= forever)) return null;
    if (isCounted(limit, date, waits, calendar)) left--;
  }
  return date;
}

/**
 * The last instant at which answering a case keeps its deadline, in microseconds: an answer at it is
 * on time, one a microsecond later is late.
 *
 * - Hours and minutes by the clock: the first instant at which so much time has passed since the
 *   case was received, without its waits.
 * - Working hours and minutes: the first instant at which so much working time has passed, without
 *   what of it was waited: an instant at which the unit is open or just closing, never its next opening.
 * - Calendar days: the last microsecond of the local day that is so many days after the day of
 *   reception, which does not count. A day waited through whole does not count either.
 * - Working days: the same over days on which the calendar opens at all; one whose open hours were
 *   all waited through does not count.
 *
 * Waits that overlap count once, before the reception or after the due instant not at all. Null
 * while the case waits with time left (see {@link remainingOf}), and for a calendar that does not open
 * so long in sixty years. Days of 23 and 25 hours are exact. Throws RangeError for an unknown zone.
 *
 * @param limit a rule is one; `pauses: false` means that it runs through the waits
 * @example toDue({ amount: 15, counts: 'calendar-days', pauses: false }, june1at10, [], quito) // end of 16 June
 */
export function toDue(
  limit: DeadlineLimit,
  opened_us: bigint,
  pauses: readonly Pause[],
  calendar: Calendar,
): bigint | null {
  const waits = toWaits(limit, opened_us, pauses);
  if (countsDays(limit)) {
    const date = findDueDate(limit, opened_us, waits, calendar);
    return date === null ? null : startOfDay(addDays(date, 1), calendar.time_zone) - 1n;
  }
  let left_us = amountOf(limit);
  if (left_us <= 0n) return opened_us;
  const forever = foreverOf(waits);
  for (const stretch of runningStretches(limit, opened_us, calendar)) {
    if (forever !== null && stretch.start_us >= forever) return null;
    for (const { start_us, end_us } of withoutWaits(stretch, waits)) {
      if (end_us === null || end_us - start_us >= left_us) return start_us + left_us;
      left_us -= end_us - start_us;
    }
  }
  return null;
}

/** What is left of a limit at an instant, in what it counts; under zero when it has been passed. */
export type Remaining =
  | { readonly counts: 'time'; readonly us: bigint }
  | { readonly counts: 'days'; readonly days: number };

/**
 * What a case has left, also while it waits. Hours and minutes to the microsecond; days as the whole
 * days after today (15 on the day of reception of a limit of 15, 0 on the last day, -1 on the first
 * day too late; a day that does not count changes nothing).
 *
 * @example remainingOf({ amount: 24, counts: 'clock-hours', pauses: true }, opened, [], quito, opened + anHour)
 * // { counts: 'time', us: 82800000000n }
 */
export function remainingOf(
  limit: DeadlineLimit,
  opened_us: bigint,
  pauses: readonly Pause[],
  calendar: Calendar,
  now_us: bigint,
): Remaining {
  const waits = toWaits(limit, opened_us, pauses);
  if (countsDays(limit)) {
    const today = toLocal(now_us, calendar.time_zone).date;
    let days = Math.ceil(limit.amount);
    for (let date = toLocal(opened_us, calendar.time_zone).date; date < today; ) {
      date = addDays(date, 1);
      if (isCounted(limit, date, waits, calendar)) days--;
    }
    return { counts: 'days', days };
  }
  let us = amountOf(limit);
  for (const stretch of runningStretches(limit, opened_us, calendar)) {
    if (stretch.start_us >= now_us) break;
    const end_us = stretch.end_us === null || stretch.end_us > now_us ? now_us : stretch.end_us;
    for (const run of withoutWaits({ ...stretch, end_us }, waits)) us -= run.end_us! - run.start_us;
  }
  return { counts: 'time', us };
}

/**
 * How a case stands: answered in time or late when its clock stopped (an answer at the due instant is
 * in time), else late, due today or in time as of now. `unknown` without due instant: who asks knows
 * whether it waits or no rule is known.
 *
 * @param zone time zone of its calendar, to tell `due-today`; without it that is `on-time`
 * @example judgeDue(due, null, due + 1n) // 'overdue'
 */
export function judgeDue(
  due_us: bigint | null,
  stopped_us: bigint | null,
  now_us: bigint,
  zone?: string,
): DueStanding {
  if (due_us === null) return 'unknown';
  if (stopped_us !== null) return stopped_us <= due_us ? 'answered-on-time' : 'answered-late';
  if (now_us > due_us) return 'overdue';
  const isToday = zone !== undefined && toLocal(due_us, zone).date === toLocal(now_us, zone).date;
  return isToday ? 'due-today' : 'on-time';
}
