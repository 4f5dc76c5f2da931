import { add, multiply, type Rational, rational, subtract } from '../kernel/index.ts';

/**
 * Quantile of type 7 (linear between neighbours, as spreadsheets do) over exact whole numbers in
 * any order. Null without values. A fraction outside 0 to 1 is a bug: plain Error.
 *
 * @example toQuantile([4n, 1n, 3n, 2n], rational(1n, 2n)) // 5/2
 */
export function toQuantile(values: readonly bigint[], fraction: Rational): Rational | null {
  if (fraction.num < 0n || fraction.num > fraction.den)
    throw new Error('toQuantile: fraction outside 0 to 1');
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const position = multiply(rational(BigInt(sorted.length - 1)), fraction);
  const below = position.num / position.den;
  const low = rational(sorted[Number(below)]!);
  const high = rational(sorted[Math.min(Number(below) + 1, sorted.length - 1)]!);
  return add(low, multiply(subtract(high, low), subtract(position, rational(below))));
}
