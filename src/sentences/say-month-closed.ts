import type { Language } from '../kernel/index.ts';
import { printDate } from './print-date.ts';
import { printNumber } from './print-number.ts';
import { capitalize, endSentence } from './sentence-case.ts';
import { printPeriod } from './print-period.ts';

/**
 * That a month is closed: since when, and by which version with its cause where it was restated.
 *
 * @example sayMonthClosed(closing, 'es') // 'Junio de 2011 está cerrado desde el 5 de julio de 2011: sus cifras ya no cambian solas.'
 */
export function sayMonthClosed(
  closing: {
    readonly period: string;
    readonly date: string;
    readonly version: number;
    readonly cause: string;
  },
  language: Language,
): string {
  const es = language === 'es';
  const month = capitalize(printPeriod(closing.period, language));
  const date = printDate(closing.date, language);
  if (closing.version === 1)
    return es
      ? `${month} está cerrado desde el ${date}: sus cifras ya no cambian solas.`
      : `${month} is closed since ${date}: its figures do not change by themselves any more.`;
  const version = printNumber(closing.version, language);
  return endSentence(
    es
      ? `${month} se rectificó el ${date} (versión ${version}): ${closing.cause}`
      : `${month} was restated on ${date} (version ${version}): ${closing.cause}`,
  );
}
