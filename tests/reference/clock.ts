/** Instants are BigInt microseconds since 1970-01-01T00:00Z; local dates are days since then. */
export const SECOND = 1_000_000n;
export const MINUTE = 60n * SECOND;
export const HOUR = 60n * MINUTE;
const DAY = 24n * HOUR;

/** Hours behind Greenwich; neither zone has had summer time since 1993. */
const BEHIND_H: Readonly<Record<string, bigint>> = {
  'America/Guayaquil': 5n,
  'Pacific/Galapagos': 6n,
  UTC: 0n,
};
export const DEFAULT_ZONE = 'America/Guayaquil';

function toBehind(zone: string): bigint {
  const hours = BEHIND_H[zone];
  if (hours === undefined) throw new Error(`a zone this calculator does not know: ${zone}`);
  return hours * HOUR;
}

/** Days before the year 1970 + `years`... counted one leap year at a time. */
export function toDays(year: number, month: number, day: number): number {
  const leap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  let days = day - 1;
  for (let y = 1970; y < year; y++) days += leap(y) ? 366 : 365;
  for (let y = year; y < 1970; y++) days -= leap(y) ? 366 : 365;
  const lengths = [31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  for (let m = 1; m < month; m++) days += lengths[m - 1] as number;
  return days;
}

/** Days since 1970-01-01 of an ISO date, or of the date part of a moment. */
export function readDays(text: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (!match) throw new Error(`not an ISO date: ${text}`);
  return toDays(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** 1970-01-01 was a Thursday. */
export const isWeekday = (days: number): boolean => (((days + 3) % 7) + 7) % 7 < 5;

/** An ISO moment: with `Z` or an offset an instant, without one on the clock of `zone`. A date alone is its midnight. */
export function readInstant(text: string, zone: string): bigint {
  const match =
    /^\d{4}-\d{2}-\d{2}(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(
      text.trim(),
    );
  if (!match) throw new Error(`not an ISO moment: ${text}`);
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '', offset] = match;
  const local =
    BigInt(readDays(text)) * DAY +
    BigInt(hours) * HOUR +
    BigInt(minutes) * MINUTE +
    BigInt(seconds) * SECOND +
    BigInt(fraction.padEnd(6, '0') || '0');
  if (offset === undefined) return local + toBehind(zone);
  if (offset === 'Z') return local;
  const ahead = BigInt(offset.slice(1, 3)) * HOUR + BigInt(offset.slice(4, 6)) * MINUTE;
  return offset.startsWith('-') ? local + ahead : local - ahead;
}

/** The local date of an instant in a zone. */
export function toLocalDays(instant: bigint, zone: string): number {
  const local = instant - toBehind(zone);
  return Number(local >= 0n ? local / DAY : (local - DAY + 1n) / DAY);
}

/** Half-open days of a period: `2011`, `2011-S1`, `2011-Q2`, `2011-06`, `2011-W24`, `2011-06-03`. */
export function readPeriod(text: string): { readonly first: number; readonly end: number } {
  const year = Number(text.slice(0, 4));
  const months = (from: number, count: number) => {
    const after = from + count;
    return {
      first: toDays(year, from, 1),
      end: after > 12 ? toDays(year + 1, after - 12, 1) : toDays(year, after, 1),
    };
  };
  const part = text.slice(5);
  if (/^\d{4}$/.test(text)) return months(1, 12);
  if (/^\d{4}-S[12]$/.test(text)) return months(Number(part[1]) * 6 - 5, 6);
  if (/^\d{4}-Q[1-4]$/.test(text)) return months(Number(part[1]) * 3 - 2, 3);
  if (/^\d{4}-W\d{2}$/.test(text)) {
    // Week 1 is the one with 4 January.
    const fourth = toDays(year, 1, 4);
    const monday = fourth - ((((fourth + 3) % 7) + 7) % 7);
    const first = monday + 7 * (Number(part.slice(1)) - 1);
    return { first, end: first + 7 };
  }
  if (/^\d{4}-\d{2}$/.test(text)) return months(Number(part), 1);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const first = readDays(text);
    return { first, end: first + 1 };
  }
  throw new Error(`not a period: ${text}`);
}

/** Monday to Friday days of the calendar month a day is in. */
export function countWeekdaysOfMonth(days: number): number {
  let count = 0;
  const [first, end] = toMonthOf(days);
  for (let day = first; day < end; day++) if (isWeekday(day)) count++;
  return count;
}

function toMonthOf(days: number): [number, number] {
  let year = 1970 + Math.floor(days / 366);
  while (toDays(year + 1, 1, 1) <= days) year++;
  for (let month = 1; month <= 12; month++) {
    const end = month === 12 ? toDays(year + 1, 1, 1) : toDays(year, month + 1, 1);
    if (days < end) return [toDays(year, month, 1), end];
  }
  throw new Error(`no month for day ${days}`);
}
