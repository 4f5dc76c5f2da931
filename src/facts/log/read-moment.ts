const ZERO = 0x30;
const DAY_US = 86_400_000_000;
const SECOND_US = 1_000_000;
const MINUTE_US = 60_000_000;
const MICRO_DIGITS = 6;

/** Two digits as a number, or -1. */
function two(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - ZERO;
  const ones = bytes[at + 1]! - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function monthDays(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : MONTH_DAYS[month - 1]!;
}

/** Days since 1970 of a date of the Gregorian calendar. */
function toDays(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

/** What `readMoment` says where a text is no moment. */
export const NO_MOMENT = Number.NaN;

/** Where reading stopped and whether the text told its zone: written by `readMoment`, read right after. */
export const lastMoment = { zoned: false };

/** Microseconds that a zone is ahead of UTC, `NaN` when it is none: `Z`, `+02:00`, `-0500`, `+02`. */
function readZone(bytes: Uint8Array, from: number, to: number): number {
  const sign = bytes[from];
  if ((sign === 0x5a || sign === 0x7a) && to === from + 1) return 0;
  if (sign !== 0x2b && sign !== 0x2d) return NO_MOMENT;
  const hours = to - from >= 3 ? two(bytes, from + 1) : -1;
  const colon = bytes[from + 3] === 0x3a ? 1 : 0;
  const rest = to - from - 3;
  const minutes = rest === 0 ? 0 : rest === 2 + colon ? two(bytes, from + 3 + colon) : -1;
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return NO_MOMENT;
  return (sign === 0x2d ? -1 : 1) * (hours * 60 + minutes) * MINUTE_US;
}

/**
 * Reads a moment written as ISO 8601 has it, `2011-10-01T00:38:44.546+02:00`, in whole microseconds
 * since 1970; further decimals are cut. A blank may stand for the T and before the zone; without
 * a zone it is taken as UTC, and `lastMoment.zoned` is false. `NaN` for anything else.
 */
export function readMoment(bytes: Uint8Array, from: number, to: number): number {
  lastMoment.zoned = false;
  if (to - from < 10 || bytes[from + 4] !== 0x2d || bytes[from + 7] !== 0x2d) return NO_MOMENT;
  const century = two(bytes, from);
  const year = century * 100 + two(bytes, from + 2);
  const month = two(bytes, from + 5);
  const day = two(bytes, from + 8);
  if (century < 0 || two(bytes, from + 2) < 0 || month < 1 || month > 12) return NO_MOMENT;
  if (day < 1 || day > monthDays(year, month)) return NO_MOMENT;
  const midnight = toDays(year, month, day) * DAY_US;
  if (to - from === 10) return midnight;
  const mark = bytes[from + 10];
  if (mark !== 0x54 && mark !== 0x74 && mark !== 0x20) return NO_MOMENT;
  const time = readTime(bytes, from + 11, to);
  const moment = midnight + time;
  return Math.abs(moment) <= Number.MAX_SAFE_INTEGER ? moment : NO_MOMENT;
}

/** Microseconds since midnight UTC of `10:33[:01[.123]][zone]`. */
function readTime(bytes: Uint8Array, from: number, to: number): number {
  const hour = two(bytes, from);
  const minute = bytes[from + 2] === 0x3a ? two(bytes, from + 3) : -1;
  let at = from + 5;
  let second = 0;
  let micro = 0;
  if (at < to && bytes[at] === 0x3a) {
    second = at + 3 <= to ? two(bytes, at + 1) : -1;
    at += 3;
    if (at < to && (bytes[at] === 0x2e || bytes[at] === 0x2c)) {
      let digits = 0;
      for (at += 1; at < to && bytes[at]! >= ZERO && bytes[at]! <= 0x39; at++, digits++)
        if (digits < MICRO_DIGITS) micro = micro * 10 + bytes[at]! - ZERO;
      if (digits === 0) return NO_MOMENT;
      for (; digits < MICRO_DIGITS; digits++) micro *= 10;
    }
  }
  if (from + 5 > to || hour < 0 || minute < 0 || minute > 59 || second < 0 || second > 59) return NO_MOMENT;
  // Midnight at the end of a day may be written 24:00.
  if (hour > 24 || (hour === 24 && minute + second + micro > 0)) return NO_MOMENT;
  const local = (hour * 3600 + minute * 60 + second) * SECOND_US + micro;
  while (at < to && bytes[at] === 0x20) at += 1;
  if (at >= to) return local;
  const ahead = readZone(bytes, at, to);
  lastMoment.zoned = !Number.isNaN(ahead);
  return local - ahead;
}
