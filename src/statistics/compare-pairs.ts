import { toWelch } from './compare-means.ts';
import { type Difference, USUAL_LEVEL } from './difference.ts';
import { toMoments } from './moments.ts';

/**
 * The mean difference of pairs: the same units, people or services before and after. Student's t of
 * their differences. Null without pairs; without interval and p of a single one, or where all changed alike.
 *
 * @example comparePairs([{ before: 5, after: 3 }, { before: 6, after: 5 }, { before: 7, after: 4 }]) // −2: −4.48 to 0.48
 */
export function comparePairs(
  pairs: readonly { readonly before: number; readonly after: number }[],
  level: number = USUAL_LEVEL,
): Difference | null {
  const moments = toMoments(pairs.map(({ before, after }) => after - before));
  if (moments === null) return null;
  const found = toWelch(moments.mean, [moments], level);
  return {
    difference: moments.mean,
    low: found?.low ?? null,
    high: found?.high ?? null,
    level,
    p: found?.p ?? null,
    method: 'paired',
    test: 't',
    n_before: moments.n,
    n_after: moments.n,
  };
}
