import type { Language } from '../kernel/index.ts';
import { printCount } from './print-count.ts';
import { printNumber } from './print-number.ts';
import { printPeriod } from './print-period.ts';

/** How many of those who reach the results of a period have read none of them. */
export function sayUnread(
  { period, idle, of }: { readonly period: string; readonly idle: number; readonly of: number },
  language: Language,
): string {
  const month = printPeriod(period, language);
  if (language === 'es')
    return idle === 0
      ? `Quienes ven resultados ya leyeron alguno de ${month}.`
      : `${printNumber(idle, 'es')} de ${printCount(of, ['persona', 'personas'], 'es')} que ven resultados no ${idle === 1 ? 'ha' : 'han'} leído ninguno de ${month}.`;
  return idle === 0
    ? `Everybody who sees results has read some of ${month}.`
    : `${printNumber(idle, 'en')} of ${printCount(of, ['person', 'people'], 'en')} who see results ${idle === 1 ? 'has' : 'have'} read none of ${month}.`;
}

/** What to send to those who read nothing of a period. */
export function sayReminder(
  { period, names }: { readonly period: string; readonly names: readonly string[] },
  language: Language,
): string {
  const month = printPeriod(period, language);
  const who = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  return language === 'es'
    ? `Para ${who}: ya están los resultados de ${month}. Ábralos en Inicio, lea primero lo que no cumple y cuéntenos qué pasó ahí.`
    : `To ${who}: the results of ${month} are ready. Open them in Home, read first what is not met and tell us what happened there.`;
}
