import { incompleteBeta } from './incomplete-beta.ts';
import { USUAL_LEVEL } from './difference.ts';

/** Probability of at most k of n, each with this chance. */
function atMost(k: number, n: number, chance: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : incompleteBeta(1 - chance, n - k, k + 1, chance);
}

/**
 * What the true median or percentile may be, whatever the shape of the values: two of the values themselves,
 * chosen by the binomial so that each side is missed with at most half of what the level leaves (H. David and
 * H. Nagaraja, «Order Statistics», 7.1). `coverage` is what the pair reaches, never below the level. Null where
 * there are too few values (the median needs six at 95 %, percentile 95 needs 72).
 *
 * @example quantileInterval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.5) // 2 to 9, coverage 0.978515625
 */
export function quantileInterval(
  values: readonly number[],
  fraction: number,
  level: number = USUAL_LEVEL,
): { readonly low: number; readonly high: number; readonly coverage: number } | null {
  const n = values.length;
  const miss = (1 - level) / 2;
  // The largest place whose value is above the true quantile at most so often, and the smallest below it so seldom.
  const low = countWhile(n, (place) => atMost(place - 1, n, fraction) <= miss);
  const high = countWhile(n, (place) => 1 - atMost(place - 1, n, fraction) > miss) + 1;
  if (low < 1 || high > n) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const coverage = atMost(high - 1, n, fraction) - atMost(low - 1, n, fraction);
  return { low: sorted[low - 1]!, high: sorted[high - 1]!, coverage };
}

/** How many of 1, 2, … n hold, where those that do come first. */
function countWhile(n: number, holds: (place: number) => boolean): number {
  let [count, beyond] = [0, n + 1];
  while (beyond - count > 1) {
    const middle = (count + beyond) >> 1;
    if (holds(middle)) count = middle;
    else beyond = middle;
  }
  return count;
}
