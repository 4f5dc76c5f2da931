import { type Difference, USUAL_LEVEL } from './difference.ts';
import { fisherTest } from './fisher-test.ts';
import { joinIntervals } from './join-intervals.ts';
import { normalQuantile, normalTail } from './normal.ts';
import { wilson } from './wilson.ts';

/** So many of so many. */
export interface ShareSample {
  readonly part: number;
  readonly whole: number;
}

/** Below so many expected in a cell the normal test is no longer one. */
const FEWEST_EXPECTED = 5;

/**
 * The difference of two shares: Newcombe's hybrid score interval (R. Newcombe 1998, method 10), made of the
 * Wilson intervals of both; p by the pooled z test (that of chi square without correction), or by Fisher's where
 * fewer than five facts are expected in a cell. Null where either has no facts; a p of 1 where all or none
 * did on both sides.
 *
 * @example compareShares({ part: 30, whole: 60 }, { part: 15, whole: 50 }) // −0.20: −0.364 to −0.0157
 */
export function compareShares(
  before: ShareSample,
  after: ShareSample,
  level: number = USUAL_LEVEL,
): Difference | null {
  const z = normalQuantile((1 + level) / 2);
  const [from, to] = [wilson(before.part, before.whole, z), wilson(after.part, after.whole, z)];
  if (from === null || to === null) return null;
  const [first, second] = [before.part / before.whole, after.part / after.whole];
  const { value, low, high } = joinIntervals([
    { sign: 1, value: second, ...to },
    { sign: -1, value: first, ...from },
  ]);
  const n = before.whole + after.whole;
  const pooled = (before.part + after.part) / n;
  const fewest = Math.min(before.whole, after.whole) * Math.min(pooled, 1 - pooled);
  const isWhole = [before.part, before.whole, after.part, after.whole].every(Number.isInteger);
  const isExact = fewest < FEWEST_EXPECTED && isWhole;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / before.whole + 1 / after.whole));
  const far = value === 0 ? 0 : Math.abs(value) / error;
  return {
    difference: value,
    low,
    high,
    level,
    p: isExact ? fisherTest(after, before) : Math.min(1, 2 * normalTail(far)),
    method: 'newcombe',
    test: isExact ? 'fisher' : 'pooled-z',
    n_before: before.whole,
    n_after: after.whole,
  };
}
