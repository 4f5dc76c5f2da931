import { compareShares } from './compare-shares.ts';
import { type Difference, USUAL_LEVEL } from './difference.ts';
import { joinIntervals } from './join-intervals.ts';
import { quantileInterval } from './quantile-interval.ts';

/** Quantile of type 7 in doubles; the exact one is `toQuantile`. */
function quantileOf(sorted: readonly number[], fraction: number): number {
  const position = (sorted.length - 1) * fraction;
  const below = Math.floor(position);
  const low = sorted[below]!;
  return low + (sorted[Math.min(below + 1, sorted.length - 1)]! - low) * (position - below);
}

/**
 * The difference of two medians or percentiles (type 7), with an interval that asks nothing of the shape of the
 * values: made of the order-statistic intervals of both (`joinIntervals`). p by Mood's test: whether the share
 * above the percentile of all together differs. Null without values; without interval where either is too few.
 *
 * @example comparePercentiles([1, 2, 3, 4, 5, 6], [11, 12, 13, 14, 15, 16], 0.5) // 10: 6.46 to 13.54
 */
export function comparePercentiles(
  before: readonly number[],
  after: readonly number[],
  fraction: number,
  level: number = USUAL_LEVEL,
): Difference | null {
  if (before.length === 0 || after.length === 0) return null;
  const [from, to, all] = [before, after, [...before, ...after]].map((values) =>
    quantileOf(
      values.toSorted((a, b) => a - b),
      fraction,
    ),
  ) as [number, number, number];
  const [fromInterval, toInterval] = [before, after].map((values) =>
    quantileInterval(values, fraction, level),
  );
  const joined =
    fromInterval && toInterval
      ? joinIntervals([
          { sign: 1, value: to, ...toInterval },
          { sign: -1, value: from, ...fromInterval },
        ])
      : null;
  const toShare = (values: readonly number[]) => ({
    part: values.filter((value) => value > all).length,
    whole: values.length,
  });
  const { p, test } = compareShares(toShare(before), toShare(after))!;
  return {
    difference: to - from,
    low: joined?.low ?? null,
    high: joined?.high ?? null,
    level,
    p,
    method: 'order-statistics',
    test,
    n_before: before.length,
    n_after: after.length,
  };
}
