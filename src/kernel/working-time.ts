import type { Calendar, CalendarVersion, Interval, WorkDay } from './calendar.ts';
import { isDate, toDate, toDayNumber, weekdayOfDay } from './period.ts';
import type { Place, Problem } from './problem.ts';
import { toProblem } from './problem.ts';
import type { ZoneOffset } from './zone.ts';
import { isZone, zoneOffsets } from './zone.ts';

const MINUTE_US = 60_000_000n;
const DAY_MIN = 1440;
const DAY_US = BigInt(DAY_MIN) * MINUTE_US;

/**
 * The open instants of every local date in `[from, to)` (ISO dates), in order, with the working
 * time accumulated before each. A unit is open at an instant when the wall clock of its zone
 * shows a time inside an interval of that local date, so hours that a clock change skips do not
 * count, hours shown twice count twice, and days of 23 or 25 hours are exact. Overlapping and
 * touching intervals are one. A calendar without versions is never open. Throws RangeError for
 * an unknown zone (see {@link checkCalendar}).
 *
 * @example compileCalendar(weekdays9to16, '2011-06-03', '2011-06-06') // Friday 7 h, Saturday and Sunday none
 */
export function compileCalendar(calendar: Calendar, from: string, to: string): WorkDay[] {
  const first = toDayNumber(from);
  const last = toDayNumber(to);
  if (last <= first) return [];
  // Local dates reach a day beyond their UTC namesakes on either side.
  const offsets = zoneOffsets(calendar.time_zone, BigInt(first - 1) * DAY_US, BigInt(last + 1) * DAY_US);
  const versions = inOrder(calendar.versions);
  const days: WorkDay[] = [];
  let before_us = 0n;
  let version = 0;
  let offset = 0;
  for (let day = first; day < last; day++) {
    const date = toDate(day);
    while ((versions[version + 1]?.from ?? '9') <= date) version++;
    const midnight_us = BigInt(day) * DAY_US;
    while ((offsets[offset] as ZoneOffset).end_us + DAY_US <= midnight_us) offset++;
    const open = toOpen(intervalsOn(versions[version], date, day), midnight_us, offsets, offset);
    days.push({ date, before_us, open });
    for (const { start_us, end_us } of open) before_us += end_us - start_us;
  }
  return days;
}

/**
 * Working time in microseconds from the first day of a table to an instant: 0 before the table,
 * its whole working time after it, 0 for an empty table. The days must be consecutive, as
 * {@link compileCalendar} makes them.
 *
 * @example workAt(days, days[0].open[0].start_us + 60_000_000n) // 60000000n, one minute after the first opening
 */
export function workAt(days: readonly WorkDay[], us: bigint): bigint {
  if (days.length === 0) return 0n;
  const utcDay = Math.floor(Number(us / 1000n) / 86_400_000);
  // The local date is that of UTC or one beside it: begin with the later, go back to the one that has opened.
  let i = findDay(days, toDate(utcDay + 1));
  const earliest = toDate(utcDay - 1);
  while (i > 0 && !hasOpened(days[i] as WorkDay, us) && (days[i] as WorkDay).date >= earliest) i--;
  const { before_us, open } = days[i] as WorkDay;
  let total = before_us;
  for (const { start_us, end_us } of open) {
    if (us > start_us) total += (us < end_us ? us : end_us) - start_us;
  }
  return total;
}

/**
 * Working time between two instants in microseconds: `workAt(end) - workAt(start)`, so negative
 * when the end comes before the start.
 *
 * @example workingTime(days, friday15h, monday15h) // 25200000000n: 7 h of a 9:00-16:00 calendar, 72 h by the clock
 */
export function workingTime(days: readonly WorkDay[], start_us: bigint, end_us: bigint): bigint {
  return workAt(days, end_us) - workAt(days, start_us);
}

/**
 * What is wrong in a calendar: unknown zone, no versions, versions from the same date, dates that
 * do not exist, intervals that end before they begin, leave the day or overlap. Places carry the
 * path inside the calendar; the file is added by who read it.
 *
 * @example checkCalendar(calendar).map((problem) => problem.code) // ['calendar-intervals-overlap']
 */
export function checkCalendar(calendar: Calendar): Problem[] {
  const { id, time_zone, versions } = calendar;
  const problems: Problem[] = [];
  if (!isZone(time_zone)) {
    problems.push(
      toProblem('calendar-zone-unknown', { path: 'time_zone' }, { calendar: id, zone: time_zone }),
    );
  }
  if (versions.length === 0) {
    problems.push(toProblem('calendar-without-versions', { path: 'versions' }, { calendar: id }));
  }
  const seen = new Set<string>();
  versions.forEach((version, index) => {
    const path = `versions[${index}]`;
    const { from } = version;
    if (!isDate(from)) {
      problems.push(toProblem('calendar-date-wrong', { path: `${path}.from` }, { calendar: id, date: from }));
    }
    if (seen.has(from)) {
      problems.push(toProblem('calendar-version-repeated', { path: `${path}.from` }, { calendar: id, from }));
    }
    seen.add(from);
    for (const [weekday, intervals] of Object.entries(version.week)) {
      problems.push(...checkIntervals(intervals, { path: `${path}.week.${weekday}` }, id, weekday));
    }
    for (const [date, intervals] of version.exceptions) {
      const where = { path: `${path}.exceptions.${date}` };
      if (!isDate(date)) problems.push(toProblem('calendar-date-wrong', where, { calendar: id, date }));
      problems.push(...checkIntervals(intervals, where, id, date));
    }
  });
  return problems;
}

/** Versions by date; of two with the same date the later one in the file holds. */
function inOrder(versions: readonly CalendarVersion[]): CalendarVersion[] {
  return versions.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function intervalsOn(version: CalendarVersion | undefined, date: string, day: number): readonly Interval[] {
  if (version === undefined) return [];
  return version.exceptions.get(date) ?? version.week[weekdayOfDay(day)];
}

/** The instants whose wall clock is inside the intervals of the local day that begins at `midnight_us`. */
function toOpen(
  intervals: readonly Interval[],
  midnight_us: bigint,
  offsets: readonly ZoneOffset[],
  firstOffset: number,
): WorkDay['open'] {
  const pieces: { start_us: bigint; end_us: bigint }[] = [];
  for (const { from_min, to_min } of intervals) {
    const from_us = midnight_us + BigInt(Math.max(0, from_min)) * MINUTE_US;
    const to_us = midnight_us + BigInt(Math.min(DAY_MIN, to_min)) * MINUTE_US;
    for (let i = firstOffset; i < offsets.length; i++) {
      const offset = offsets[i] as ZoneOffset;
      if (offset.start_us > to_us + DAY_US) break;
      const start_us = from_us - offset.offset_us;
      const end_us = to_us - offset.offset_us;
      const piece = {
        start_us: start_us < offset.start_us ? offset.start_us : start_us,
        end_us: end_us > offset.end_us ? offset.end_us : end_us,
      };
      if (piece.start_us < piece.end_us) pieces.push(piece);
    }
  }
  return mergePieces(pieces);
}

function mergePieces(pieces: { start_us: bigint; end_us: bigint }[]): WorkDay['open'] {
  pieces.sort((a, b) => (a.start_us < b.start_us ? -1 : a.start_us > b.start_us ? 1 : 0));
  const merged: { start_us: bigint; end_us: bigint }[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last === undefined || piece.start_us > last.end_us) merged.push(piece);
    else if (piece.end_us > last.end_us) last.end_us = piece.end_us;
  }
  return merged;
}

function hasOpened(day: WorkDay, us: bigint): boolean {
  const first = day.open[0];
  return first !== undefined && first.start_us <= us;
}

/** Index of the last day at or before a date; 0 when all come after it. */
function findDay(days: readonly WorkDay[], date: string): number {
  let low = 0;
  let high = days.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((days[middle] as WorkDay).date <= date) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** `day` is a weekday number or a date, as the sentence shows it. */
function checkIntervals(
  intervals: readonly Interval[],
  where: Place,
  calendar: string,
  day: string,
): Problem[] {
  const problems: Problem[] = [];
  const params = { calendar, day };
  for (const interval of intervals) {
    const written = { ...params, interval: printInterval(interval) };
    const { from_min, to_min } = interval;
    if (![from_min, to_min].every((minute) => Number.isInteger(minute) && minute >= 0 && minute <= DAY_MIN)) {
      problems.push(toProblem('calendar-interval-outside-day', where, written));
    } else if (from_min >= to_min) {
      problems.push(toProblem('calendar-interval-backwards', where, written));
    }
  }
  const sorted = intervals.toSorted((a, b) => a.from_min - b.from_min);
  for (const [i, interval] of sorted.entries()) {
    const next = sorted[i + 1];
    if (next !== undefined && next.from_min < interval.to_min) {
      const both = { interval: printInterval(interval), other: printInterval(next) };
      problems.push(toProblem('calendar-intervals-overlap', where, { ...params, ...both }));
    }
  }
  return problems;
}

function printInterval({ from_min, to_min }: Interval): string {
  const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  return `${clock(from_min)}-${clock(to_min)}`;
}
