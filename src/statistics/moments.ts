import { divide, multiply, rational, subtract, toNumber } from '../kernel/index.ts';

/** Facts by their mean and how far apart they are. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Standard deviation with n − 1; 0 for a single fact. */
  readonly sd: number;
}

/**
 * Mean and standard deviation of values, in two passes with the second corrected for what the first rounded.
 * Null without values.
 *
 * @example toMoments([1, 2, 3]) // n 3, mean 2, sd 1
 */
export function toMoments(values: readonly number[]): Moments | null {
  const n = values.length;
  if (n === 0) return null;
  const rough = values.reduce((sum, value) => sum + value, 0) / n;
  const mean = rough + values.reduce((sum, value) => sum + (value - rough), 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const rest = values.reduce((sum, value) => sum + (value - mean), 0);
  return { n, mean, sd: n === 1 ? 0 : Math.sqrt(Math.max(0, squares - (rest * rest) / n) / (n - 1)) };
}

/**
 * The same from exact sums (of whole microseconds, say), where nothing is lost however large they are:
 * variance = (Σx² − (Σx)²/n) / (n − 1) as a fraction. Null without facts.
 *
 * @example toMomentsOfSums({ n: 3n, sum: 6n, squares: 14n }) // n 3, mean 2, sd 1
 */
export function toMomentsOfSums(given: {
  readonly n: bigint;
  readonly sum: bigint;
  readonly squares: bigint;
}): Moments | null {
  const { n, sum, squares } = given;
  const mean = divide(rational(sum), rational(n));
  if (mean === null) return null;
  const apart = subtract(rational(squares), multiply(rational(sum), mean));
  const variance = n === 1n ? rational(0n) : divide(apart, rational(n - 1n))!;
  return { n: Number(n), mean: toNumber(mean), sd: Math.sqrt(toNumber(variance)) };
}
