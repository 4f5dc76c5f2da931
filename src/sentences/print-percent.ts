import type { Language } from '../kernel/index.ts';
import { type Decimal, multiplyDecimal, roundDecimal, toDecimal } from './decimal.ts';
import { printDecimal } from './print-number.ts';

const HUNDRED = toDecimal(100);

/** A ratio as per cent: 1.1 is 110. */
export function toPercent(ratio: Decimal): Decimal {
  return multiplyDecimal(ratio, HUNDRED);
}

/** Puts the sign of the language after a number already in per cent. */
export function printPercentDecimal(percent: Decimal, language: Language): string {
  return `${printDecimal(percent, language)}${language === 'es' ? ' %' : '%'}`;
}

/**
 * Prints a ratio as per cent with at most `maxDecimals` decimals (2), trailing zeros dropped.
 *
 * @example printPercent(0.9845, 'es') // '98,45 %'
 */
export function printPercent(ratio: number | string, language: Language, maxDecimals = 2): string {
  return printPercentDecimal(roundDecimal(toPercent(toDecimal(ratio)), maxDecimals), language);
}
