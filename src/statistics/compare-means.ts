import { type Difference, USUAL_LEVEL } from './difference.ts';
import type { Moments } from './moments.ts';
import { studentQuantile, studentTail } from './student.ts';

/**
 * The t interval and p of an estimate with a variance of several parts, each sd²/n with n − 1 degrees of
 * freedom (B. Welch 1947, F. Satterthwaite 1946). Null where a part has fewer than two facts, or none of them
 * moves.
 */
export function toWelch(
  difference: number,
  parts: readonly Moments[],
  level: number,
): { readonly low: number; readonly high: number; readonly p: number; readonly freedom: number } | null {
  const shares = parts.map(({ sd, n }) => (sd * sd) / n);
  const variance = shares.reduce((sum, each) => sum + each, 0);
  if (parts.some(({ n }) => n < 2) || !(variance > 0)) return null;
  const freedom =
    1 / parts.reduce((sum, { n }, index) => sum + (shares[index]! / variance) ** 2 / (n - 1), 0);
  const error = Math.sqrt(variance);
  const reach = studentQuantile((1 + level) / 2, freedom) * error;
  const p = Math.min(1, 2 * studentTail(Math.abs(difference) / error, freedom));
  return { low: difference - reach, high: difference + reach, p, freedom };
}

/**
 * The difference of two means whose spreads may differ: Welch's t. Null where either has no facts; without
 * interval and p where either has a single one, or where no value differs from its neighbours.
 *
 * @example
 * compareMeans({ n: 10, mean: 72, sd: 20 }, { n: 12, mean: 12, sd: 6 }) // −60: −74.5 to −45.5
 */
export function compareMeans(
  before: Moments | null,
  after: Moments | null,
  level: number = USUAL_LEVEL,
): Difference | null {
  if (before === null || after === null || before.n === 0 || after.n === 0) return null;
  const difference = after.mean - before.mean;
  const found = toWelch(difference, [before, after], level);
  return {
    difference,
    low: found?.low ?? null,
    high: found?.high ?? null,
    level,
    p: found?.p ?? null,
    method: 'welch',
    test: 't',
    n_before: before.n,
    n_after: after.n,
  };
}
