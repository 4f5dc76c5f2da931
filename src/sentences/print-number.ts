import type { Language } from '../kernel/index.ts';
import { type Decimal, roundDecimal, toDecimal } from './decimal.ts';

const MARKS: Readonly<Record<Language, { readonly decimal: string; readonly group: string }>> = {
  es: { decimal: ',', group: '.' },
  en: { decimal: '.', group: ',' },
};

export interface NumberFormat {
  /** Exactly this many decimals, zeros included. */
  readonly decimals?: number;
  /** At most this many decimals, trailing zeros dropped; 2 when neither is given. */
  readonly maxDecimals?: number;
}

/** Prints all the digits of a decimal, grouped by thousands; the machine's locale plays no part. */
export function printDecimal(value: Decimal, language: Language, keepZeros = false): string {
  const { decimal, group } = MARKS[language];
  const abs = (value.digits < 0n ? -value.digits : value.digits).toString().padStart(value.scale + 1, '0');
  const whole = abs.slice(0, abs.length - value.scale).replace(/\B(?=(\d{3})+$)/g, group);
  const written = abs.slice(abs.length - value.scale);
  const fraction = keepZeros ? written : written.replace(/0+$/, '');
  const sign = value.digits < 0n ? '-' : '';
  return `${sign}${whole}${fraction === '' ? '' : `${decimal}${fraction}`}`;
}

/**
 * Prints a number with the marks of the language (es-EC: decimal comma, dot for thousands),
 * rounded half away from zero on its decimal text. Not a finite number: plain Error, since a
 * missing figure is told in words by who prints it.
 *
 * @example printNumber(6600.005, 'es') // '6.600,01'
 */
export function printNumber(
  value: number | bigint | string,
  language: Language,
  format: NumberFormat = {},
): string {
  const { decimals } = format;
  const rounded = roundDecimal(toDecimal(value), decimals ?? format.maxDecimals ?? 2);
  return printDecimal(rounded, language, decimals !== undefined);
}
