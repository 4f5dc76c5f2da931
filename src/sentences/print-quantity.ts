import { findUnit, type Language } from '../kernel/index.ts';
import { type Decimal, multiplyDecimal, roundDecimal, toDecimal } from './decimal.ts';
import { printDecimal } from './print-number.ts';

/** How a unit is written after its number; the amount `1` takes the singular. */
const NAMES: Readonly<Record<string, Readonly<Record<Language, readonly [one: string, many: string]>>>> = {
  count: { es: ['', ''], en: ['', ''] },
  number: { es: ['', ''], en: ['', ''] },
  s: { es: [' s', ' s'], en: [' s', ' s'] },
  min: { es: [' min', ' min'], en: [' min', ' min'] },
  h: { es: [' h', ' h'], en: [' h', ' h'] },
  day: { es: [' día', ' días'], en: [' day', ' days'] },
  working_min: { es: [' min laborable', ' min laborables'], en: [' working min', ' working min'] },
  working_h: { es: [' h laborable', ' h laborables'], en: [' working h', ' working h'] },
};

/** Prints an already rounded amount with its unit. */
export function printQuantityDecimal(value: Decimal, unit: string, language: Language): string {
  if (findUnit(unit) === undefined) throw new Error(`printQuantity: unknown unit ${unit}`);
  if (unit === 'ratio') {
    const percent = printDecimal(multiplyDecimal(value, toDecimal(100)), language);
    return `${percent}${language === 'es' ? ' %' : '%'}`;
  }
  if (unit === 'money') {
    const cents = printDecimal(roundDecimal(value, Math.max(2, value.scale)), language, true);
    return cents.startsWith('-') ? `-$${cents.slice(1)}` : `$${cents}`;
  }
  const amount = printDecimal(value, language);
  const [one, many] = NAMES[unit]?.[language] ?? ['', ''];
  return `${amount}${amount === '1' || amount === '-1' ? one : many}`;
}

/**
 * Prints an amount with its unit, at most two decimals (per cent for ratios, two fixed decimals
 * for money). A unit the kernel does not know is a bug: plain Error.
 *
 * @example printQuantity(4.8, 'h', 'es') // '4,8 h'
 * @example printQuantity(7, 'working_h', 'es') // '7 h laborables'
 */
export function printQuantity(value: number | string, unit: string, language: Language): string {
  const decimals = unit === 'ratio' ? 4 : 2;
  return printQuantityDecimal(roundDecimal(toDecimal(value), decimals), unit, language);
}
