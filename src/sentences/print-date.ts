import type { Language } from '../kernel/index.ts';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** Name of a month, 1 to 12; any other number is a bug: plain Error. */
export function printMonth(month: number, language: Language): string {
  const name = MONTHS[language][month - 1];
  if (name === undefined) throw new Error(`printMonth: no month ${month}`);
  return name;
}

/**
 * Prints an ISO date in words. A text that is not a date is a bug: plain Error.
 *
 * @example printDate('2011-06-03', 'es') // '3 de junio de 2011'
 */
export function printDate(date: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) throw new Error(`printDate: not an ISO date: ${date}`);
  const [, year = '', month = '', day = ''] = match;
  const name = printMonth(Number(month), language);
  return language === 'es'
    ? `${Number(day)} de ${name} de ${Number(year)}`
    : `${Number(day)} ${name} ${Number(year)}`;
}

/**
 * Prints an ISO instant as the wall time it is written in, 24 h; seconds only when there are any.
 * An offset is the place's own and is not repeated; `Z` is said as UTC.
 *
 * @example printInstant('2011-06-30T17:45:00-05:00', 'es') // '30 de junio de 2011, 17:45'
 */
export function printInstant(instant: string, language: Language): string {
  const pattern =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?(?:\[.*\])?$/;
  const match = pattern.exec(instant);
  if (!match) throw new Error(`printInstant: not an ISO instant: ${instant}`);
  const [, date = '', minute = '', second = '00', zone = ''] = match;
  const time = second === '00' ? minute : `${minute}:${second}`;
  return `${printDate(date, language)}, ${time}${zone === 'Z' ? ' UTC' : ''}`;
}
