/** Lengths of period, longest first. A semester is a half year; a week is an ISO week (Monday to Sunday). */
export const GRAINS = ['year', 'semester', 'quarter', 'month', 'week', 'day'] as const;
export type Grain = (typeof GRAINS)[number];

/** A named stretch of local dates, half-open `[from, to)`, as ISO dates. */
export interface Period {
  /** The canonical name: `2011`, `2011-S1`, `2011-Q2`, `2011-06`, `2011-W24`, `2011-06-03`. */
  readonly text: string;
  readonly grain: Grain;
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;
const MONTHS_IN = { year: 12, semester: 6, quarter: 3, month: 1 } as const;

/**
 * Days from 1970-01-01 to an ISO date. The date must exist; see {@link isDate}.
 *
 * @example toDayNumber('1970-01-02') // 1
 */
export function toDayNumber(date: string): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;
}

/**
 * The ISO date that many days after 1970-01-01.
 *
 * @example toDate(1) // '1970-01-02'
 */
export function toDate(dayNumber: number): string {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Whether a text is an existing ISO date of the years 1000 to 2999.
 *
 * @example isDate('2011-02-29') // false
 */
export function isDate(text: string): boolean {
  return /^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) && toDate(toDayNumber(text)) === text;
}

/**
 * The ISO date `days` after (before, when negative) another.
 *
 * @example addDays('2011-06-30', 1) // '2011-07-01'
 */
export function addDays(date: string, days: number): string {
  return toDate(toDayNumber(date) + days);
}

/**
 * Day of the week of an ISO date: 1 = Monday ... 7 = Sunday.
 *
 * @example weekdayOf('2011-06-03') // 5
 */
export function weekdayOf(date: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return weekdayOfDay(toDayNumber(date));
}

/** The same for a day number: 1970-01-01, day 0, was a Thursday. */
export function weekdayOfDay(dayNumber: number): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((((dayNumber + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/**
 * How many Mondays to Fridays lie in `[from, to)`, holidays included; 0 when `to` is not after `from`.
 *
 * @example mondayToFriday('2011-06-01', '2011-07-01') // 22
 */
export function mondayToFriday(from: string, to: string): number {
  const start = toDayNumber(from);
  const days = toDayNumber(to) - start;
  if (days <= 0) return 0;
  let count = Math.floor(days / 7) * 5;
  for (let day = start + Math.floor(days / 7) * 7; day < start + days; day++) {
    if (weekdayOfDay(day) <= 5) count++;
  }
  return count;
}

/**
 * The period of that length in which an ISO date falls.
 *
 * @example periodOf('2011-06-03', 'quarter').text // '2011-Q2'
 */
export function periodOf(date: string, grain: Grain): Period {
  if (grain === 'day') return { text: date, grain, from: date, to: addDays(date, 1) };
  if (grain === 'week') return weekOf(date);
  const months = MONTHS_IN[grain];
  const year = Number(date.slice(0, 4));
  const part = Math.floor((Number(date.slice(5, 7)) - 1) / months);
  const from = firstOfMonth(year, part * months);
  const text = {
    year: `${year}`,
    semester: `${year}-S${part + 1}`,
    quarter: `${year}-Q${part + 1}`,
    month: from.slice(0, 7),
  }[grain];
  return { text, grain, from, to: firstOfMonth(year, (part + 1) * months) };
}

/**
 * Reads the name of a period; undefined when the text is none or names a month, week or day
 * that does not exist (`2011-W53`). Letters may be lower case; the result has the canonical name.
 *
 * @example parsePeriod('2011-Q2') // { text: '2011-Q2', grain: 'quarter', from: '2011-04-01', to: '2011-07-01' }
 */
export function parsePeriod(text: string): Period | undefined {
  const name = text.trim().toUpperCase();
  if (isDate(name)) return periodOf(name, 'day');
  const match = /^([12]\d{3})(?:-(?:S([12])|Q([1-4])|W(\d{2})|(\d{2})))?$/.exec(name);
  if (!match) return undefined;
  const [, year = '', semester, quarter, week, month] = match;
  let period: Period;
  if (semester !== undefined) {
    period = periodOf(firstOfMonth(Number(year), (Number(semester) - 1) * 6), 'semester');
  } else if (quarter !== undefined) {
    period = periodOf(firstOfMonth(Number(year), (Number(quarter) - 1) * 3), 'quarter');
  } else if (week !== undefined) {
    period = weekOf(addDays(`${year}-01-04`, (Number(week) - 1) * 7));
  } else if (month !== undefined) {
    if (!isDate(`${name}-01`)) return undefined;
    period = periodOf(`${name}-01`, 'month');
  } else {
    period = periodOf(`${year}-01-01`, 'year');
  }
  // A week 00 or 53 that the year does not have would come back under another name.
  return period.text === name ? period : undefined;
}

/**
 * The periods of length `grain` that lie whole in a period, in order. A week that straddles the
 * edge of a month lies in neither month; a longer grain gives none; the same grain gives the period itself.
 *
 * @example splitPeriod(parsePeriod('2011-Q2')!, 'month').map((month) => month.text) // ['2011-04', '2011-05', '2011-06']
 */
export function splitPeriod(period: Period, grain: Grain): Period[] {
  const parts: Period[] = [];
  for (let part = periodOf(period.from, grain); part.to <= period.to; part = nextPeriod(part)) {
    if (part.from >= period.from) parts.push(part);
  }
  return parts;
}

/**
 * The period of the same length just before.
 *
 * @example previousPeriod(parsePeriod('2011-W01')!).text // '2010-W52'
 */
export function previousPeriod(period: Period): Period {
  return periodOf(addDays(period.from, -1), period.grain);
}

/**
 * The period of the same length just after.
 *
 * @example nextPeriod(parsePeriod('2011-S2')!).text // '2012-S1'
 */
export function nextPeriod(period: Period): Period {
  return periodOf(period.to, period.grain);
}

/** The first day of a month counted from 0 = January of `year`; 12 is January of the next year. */
function firstOfMonth(year: number, month: number): string {
  return toDate(Date.UTC(year, month, 1) / DAY_MS);
}

/** An ISO week belongs to the year of its Thursday. */
function weekOf(date: string): Period {
  const monday = toDayNumber(date) - (weekdayOf(date) - 1);
  const year = toDate(monday + 3).slice(0, 4);
  const number = Math.floor((monday + 3 - toDayNumber(`${year}-01-01`)) / 7) + 1;
  return {
    text: `${year}-W${String(number).padStart(2, '0')}`,
    grain: 'week',
    from: toDate(monday),
    to: toDate(monday + 7),
  };
}
