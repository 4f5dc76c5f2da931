/** Days are whole numbers since 1970-01-01; local moments are seconds since that midnight on the unit's clock. */
export const DAY_S = 86_400;

/** The day of a date of the Gregorian calendar. @example toDay(1970, 1, 2) // 1 */
export function toDay(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

/** Year, month and day of a day. @example toDate(1) // [1970, 1, 2] */
export function toDate(days: number): readonly [number, number, number] {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const place = Math.floor((5 * dayOfYear + 2) / 153);
  const month = place < 10 ? place + 3 : place - 9;
  return [
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfYear - Math.floor((153 * place + 2) / 5) + 1,
  ];
}

/** The day of an ISO date. @example readDay('1970-01-02') // 1 */
export function readDay(text: string): number {
  return toDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

/** @example printDay(1) // '1970-01-02' */
export function printDay(days: number): string {
  const [year, month, day] = toDate(days);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Weekday of a day: 1 Monday to 7 Sunday. */
export function toWeekday(days: number): number {
  return ((days + 3) % 7) + 1;
}

/** A month of the world: `2010-07` and the days it covers, half-open. */
export interface Month {
  readonly name: string;
  readonly month: number;
  readonly first: number;
  readonly end: number;
}

/** `count` months from the given one on. */
export function listMonths(year: number, month: number, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => {
    const at = year * 12 + month - 1 + index;
    const first = toDay(Math.floor(at / 12), (at % 12) + 1, 1);
    const end = toDay(Math.floor((at + 1) / 12), ((at + 1) % 12) + 1, 1);
    return { name: printDay(first).slice(0, 7), month: (at % 12) + 1, first, end };
  });
}

/** Days from Monday to Friday in `[first, end)`, holidays included. */
export function countWeekdays(first: number, end: number): number {
  let count = 0;
  for (let day = first; day < end; day++) if (toWeekday(day) <= 5) count++;
  return count;
}
