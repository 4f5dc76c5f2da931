import type { Language } from '../kernel/index.ts';
import { printNumber } from './print-number.ts';

/**
 * A number with its noun in the right number: the amount that reads `1` takes the singular.
 *
 * @example printCount(1, ['caso', 'casos'], 'es') // '1 caso'
 * @example printCount(1200, ['caso', 'casos'], 'es') // '1.200 casos'
 */
export function printCount(
  n: number | string,
  [one, many]: readonly [one: string, many: string],
  language: Language,
): string {
  const amount = printNumber(n, language);
  return `${amount} ${amount === '1' ? one : many}`;
}
