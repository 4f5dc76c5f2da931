import type { Interval, Rational } from '../kernel/index.ts';
import { divide, parseDecimal, rational } from '../kernel/index.ts';

/** True for a day that exists, written year-month-day. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** What a text that is no date was probably meant to be: `31/12/2011`, `2011-06`, `2011`, `2011-1-5`. */
export function suggestDate(text: string): string | undefined {
  const pad = (digits: string | undefined): string => (digits ?? '1').padStart(2, '0');
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const yearFirst = /^(\d{4})(?:[/.-](\d{1,2}))?(?:[/.-](\d{1,2}))?$/.exec(text);
  const date = dayFirst
    ? `${dayFirst[3]}-${pad(dayFirst[2])}-${pad(dayFirst[1])}`
    : yearFirst
      ? `${yearFirst[1]}-${pad(yearFirst[2])}-${pad(yearFirst[3])}`
      : '';
  return isDate(date) ? date : undefined;
}

/**
 * A share, exactly: `95 %` and `0.95` are 19/20.
 *
 * @example parseRatio('2.5 %') // { num: 1n, den: 40n }
 */
export function parseRatio(text: string): Rational | undefined {
  const percent = /^(.*?)\s*%$/.exec(text);
  const value = parseDecimal(percent?.[1] ?? text);
  if (value === undefined || value.num < 0n) return undefined;
  return percent ? (divide(value, rational(100n)) ?? undefined) : value;
}

/** Opening hours `09:00-16:00` as minutes of the day; undefined when they are not hours in order. */
export function parseInterval(text: string): Interval | undefined {
  const match = /^(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [fromHour, fromMinute, toHour, toMinute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const from_min = fromHour * 60 + fromMinute;
  const to_min = toHour * 60 + toMinute;
  if (fromMinute > 59 || toMinute > 59 || to_min > 1440 || from_min >= to_min) return undefined;
  return { from_min, to_min };
}

/** True when the place is one the time zone database knows, such as `America/Guayaquil`. */
export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return !/^[+-]/.test(text);
  } catch {
    return false;
  }
}
