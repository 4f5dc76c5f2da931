import type { ColumnSource } from './choose-columns.ts';

type DateTime = Extract<ColumnSource, { readonly kind: 'date-time' }>;

const HOUR = /^(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:[:.][0-5]\d(?:\.\d+)?)?(?:\s*[ap]\.?\s*m\.?)?$/i;
const DATE =
  /^(?:\d{4}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.](?:\d{2}|\d{4}))$/;

/**
 * Of a date and its hour in two cells, the position of the one to look at first.
 *
 * @param opens where the start of the facts is read from: an end before it may be of the same day
 */
export function findBlamed(
  { date, time }: DateTime,
  code: string,
  cells: readonly (string | null)[],
  opens: ColumnSource | undefined,
): number {
  const textOf = (index: number) => (cells[index] ?? '').trim();
  if (code === 'date-without-time') return time;
  // What reads like a date is not what cannot be read, when its hour reads like none.
  if (code === 'unreadable-date') return DATE.test(textOf(date)) && !HOUR.test(textOf(time)) ? time : date;
  // On the day it opened, it is the hour that comes before.
  const isSameDay = opens?.kind === 'date-time' && opens.date !== date && textOf(opens.date) === textOf(date);
  return code === 'closes-before-opens' && isSameDay ? time : date;
}
