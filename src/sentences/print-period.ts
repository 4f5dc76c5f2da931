import type { Language } from '../kernel/index.ts';
import { printDate, printMonth } from './print-date.ts';

const DAY_MS = 86_400_000;
const ORDINALS: Readonly<Record<Language, readonly string[]>> = {
  es: ['primer', 'segundo', 'tercer', 'cuarto'],
  en: ['first', 'second', 'third', 'fourth'],
};

function toIsoDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Days of an ISO week as words: `13 al 19 de junio`, with months and years only where they change. */
function printWeekDays(year: number, week: number, language: Language): string {
  const fourth = Date.UTC(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  const monday = fourth + (week - 1) * 7 * DAY_MS - weekday * DAY_MS;
  const [from, to] = [toIsoDate(monday), toIsoDate(monday + 6 * DAY_MS)];
  const joint = language === 'es' ? ' al ' : ' to ';
  if (from.slice(0, 4) !== to.slice(0, 4)) return printDate(from, language) + joint + printDate(to, language);
  const printDay = (date: string) => {
    const month = printMonth(Number(date.slice(5, 7)), language);
    return language === 'es' ? `${Number(date.slice(8))} de ${month}` : `${Number(date.slice(8))} ${month}`;
  };
  const first = from.slice(0, 7) === to.slice(0, 7) ? String(Number(from.slice(8))) : printDay(from);
  return first + joint + printDay(to);
}

/**
 * Prints a period in words: year, half (`-S1`), quarter (`-Q2`), month, ISO week (`-W24`) or day,
 * or a stretch of them (`2010-07..2012-06`). A text that is no period is a bug: plain Error.
 *
 * @example printPeriod('2011-06', 'es') // 'junio de 2011'
 * @example printPeriod('2011-W24', 'es') // 'semana 24 de 2011 (13 al 19 de junio)'
 */
export function printPeriod(period: string, language: Language): string {
  const [first = '', last] = period.split('..');
  if (last !== undefined) {
    return `${printPeriod(first, language)} ${language === 'es' ? 'a' : 'to'} ${printPeriod(last, language)}`;
  }
  const match = /^(\d{4})(?:-(?:(S[12])|Q([1-4])|W(\d{2})|(\d{2})|(\d{2}-\d{2})))?$/.exec(period);
  if (!match) throw new Error(`printPeriod: not a period: ${period}`);
  const [, year = '', half, quarter, week, month, day] = match;
  const es = language === 'es';
  if (half !== undefined) {
    const ordinal = ORDINALS[language][Number(half.slice(1)) - 1];
    return es ? `${ordinal} semestre de ${year}` : `${ordinal} half of ${year}`;
  }
  if (quarter !== undefined) {
    const ordinal = ORDINALS[language][Number(quarter) - 1];
    return es ? `${ordinal} trimestre de ${year}` : `${ordinal} quarter of ${year}`;
  }
  if (week !== undefined) {
    const days = printWeekDays(Number(year), Number(week), language);
    return es ? `semana ${Number(week)} de ${year} (${days})` : `week ${Number(week)} of ${year} (${days})`;
  }
  if (month !== undefined) {
    const name = printMonth(Number(month), language);
    return es ? `${name} de ${year}` : `${name} ${year}`;
  }
  return day === undefined ? year : printDate(period, language);
}

/**
 * The period with the preposition it takes inside a sentence.
 *
 * @example printInPeriod('2011-Q2', 'es') // 'en el segundo trimestre de 2011'
 */
export function printInPeriod(period: string, language: Language): string {
  const words = printPeriod(period, language);
  if (period.includes('..')) return language === 'es' ? `de ${words}` : `from ${words}`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return language === 'es' ? `el ${words}` : `on ${words}`;
  if (/-[SQ]\d$/.test(period)) return language === 'es' ? `en el ${words}` : `in the ${words}`;
  if (/-W\d{2}$/.test(period)) return language === 'es' ? `en la ${words}` : `in ${words}`;
  return language === 'es' ? `en ${words}` : `in ${words}`;
}
