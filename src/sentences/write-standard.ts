import { type Language, parseQuantity, type Standard, toNumber } from '../kernel/index.ts';
import { printDate } from './print-date.ts';
import { printPercent } from './print-percent.ts';
import { printQuantity } from './print-quantity.ts';

const WORDS = {
  es: {
    from: (date: string) => `Desde el ${date}`,
    most: (bound: string) => `como máximo ${bound}`,
    least: (bound: string) => `como mínimo ${bound}`,
    range: (a: string, b: string) => `entre ${a} y ${b}`,
    alert: (bound: string) => `con alerta por encima de ${bound}`,
    limit: (limit: string) => `límite de cada caso: ${limit}`,
    tolerance: (share: string) => `tolerancia ${share}`,
    history: (share: string) => `error histórico ${share}`,
    where: (text: string) => `solo donde ${text}`,
  },
  en: {
    from: (date: string) => `From ${date}`,
    most: (bound: string) => `at most ${bound}`,
    least: (bound: string) => `at least ${bound}`,
    range: (a: string, b: string) => `between ${a} and ${b}`,
    alert: (bound: string) => `with an alert above ${bound}`,
    limit: (limit: string) => `limit of each case: ${limit}`,
    tolerance: (share: string) => `tolerance ${share}`,
    history: (share: string) => `historical error ${share}`,
    where: (text: string) => `only where ${text}`,
  },
} as const;

/** A limit as its author wrote it, with its unit in words where it is a constant. */
function printLimit(text: string, language: Language): string {
  const quantity = parseQuantity(text);
  if (!quantity) return text;
  const { value, unit } = quantity;
  return printQuantity(toNumber(value), unit.name, language);
}

function printBound(
  value: Standard['floor'],
  written: string | null | undefined,
  unit: string,
  language: Language,
): string | null {
  if (value === null) return null;
  const shown = written === '%' ? 'ratio' : (written ?? unit);
  return printQuantity(toNumber(value), shown, language);
}

function writeBounds(standard: Standard, unit: string, language: Language): string {
  const words = WORDS[language];
  const floor = printBound(standard.floor, standard.floor_unit, unit, language);
  const ceiling = printBound(standard.ceiling, standard.ceiling_unit, unit, language);
  if (standard.direction === 'between' && floor && ceiling) return words.range(floor, ceiling);
  if (floor) return words.least(floor) + (ceiling ? `, ${words.alert(ceiling)}` : '');
  return ceiling ? words.most(ceiling) : '';
}

/**
 * A standard of a sheet in words, with the date from which it holds.
 *
 * @param unit of the indicator's result, for bounds written without one
 * @param dated false leaves the date and the full stop out
 * @example writeStandard(standard, 'ratio', 'es')
 * // 'Desde el 1 de enero de 2010: como máximo 100 %; límite de cada caso: 48 h.'
 */
export function writeStandard(standard: Standard, unit: string, language: Language, dated = true): string {
  const words = WORDS[language];
  const share = (value: Standard['tolerance']) => value && printPercent(toNumber(value), language);
  const [tolerance, history] = [share(standard.tolerance), share(standard.historical_error)];
  const parts = [
    writeBounds(standard, unit, language),
    ...(standard.limit === null ? [] : [words.limit(printLimit(standard.limit, language))]),
    ...(tolerance ? [words.tolerance(tolerance)] : []),
    ...(history ? [words.history(history)] : []),
    ...(standard.where === null ? [] : [words.where(standard.where)]),
  ];
  const told = parts.filter((part) => part !== '').join('; ');
  return dated ? `${words.from(printDate(standard.from, language))}: ${told}.` : told;
}
