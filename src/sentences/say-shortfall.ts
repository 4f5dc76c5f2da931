import type { Language, LocalText } from '../kernel/index.ts';
import { printCount } from './print-count.ts';
import { printPercent } from './print-percent.ts';
import { printPeriod } from './print-period.ts';

/** What one's own months say of how much an indicator falls short. */
export interface ToldShortfall {
  readonly from: string;
  readonly to: string;
  readonly months: number;
  readonly failed: number;
  readonly mean: number | null;
  readonly of_sheet: number | null;
}

function say({ from, to, months, failed, mean, of_sheet }: ToldShortfall, language: Language): string {
  const es = language === 'es';
  const stretch = es
    ? `de ${printPeriod(from, 'es')} a ${printPeriod(to, 'es')}`
    : `from ${printPeriod(from, 'en')} to ${printPeriod(to, 'en')}`;
  if (mean === null) {
    return es
      ? `No hay meses cerrados con resultado y estándar, ${stretch}, de los que sacar un error histórico propio.`
      : `There are no closed months with a result and a standard, ${stretch}, to take a historical error of your own from.`;
  }
  const n = printCount(months, es ? ['mes', 'meses'] : ['month', 'months'], language);
  const own = es
    ? `Según sus propios meses (${n}, ${stretch}; ${failed} sin cumplir), el error histórico es ${printPercent(mean, 'es')}: la media de lo que faltó para el estándar, con cero en los meses que cumplen`
    : `By your own months (${n}, ${stretch}; ${failed} not met), the historical error is ${printPercent(mean, 'en')}: the mean of what was missing to the standard, zero in the months that meet it`;
  if (of_sheet === null) return `${own}.`;
  return es
    ? `${own}. La ficha dice ${printPercent(of_sheet, 'es')}.`
    : `${own}. The sheet says ${printPercent(of_sheet, 'en')}.`;
}

/** The historical error of one's own months in words, with its rule and how many months. */
export function sayShortfall(told: ToldShortfall): LocalText {
  return { es: say(told, 'es'), en: say(told, 'en') };
}
