import { type Difference, USUAL_LEVEL } from './difference.ts';
import { sumUnlikely } from './fisher-test.ts';
import { joinIntervals } from './join-intervals.ts';
import { normalQuantile, normalTail } from './normal.ts';

/** So many events in so much exposure: days, clients, thousands of requests. */
export interface RateSample {
  readonly count: number;
  readonly exposure: number;
}

/** With fewer events in all, p is exact. */
const FEW_EVENTS = 100;

/**
 * What a true rate may be, by its score: (x + z²/2 ± z·√(x + z²/4)) / exposure. Null without exposure.
 *
 * @example rateInterval({ count: 0, exposure: 10 }, 1.96) // 0 to 0.384
 */
export function rateInterval(
  { count, exposure }: RateSample,
  z: number,
): { readonly low: number; readonly high: number } | null {
  if (exposure === 0) return null;
  if (!(count >= 0 && exposure > 0)) throw new Error(`rateInterval: ${count} in ${exposure}`);
  const middle = count + (z * z) / 2;
  const reach = z * Math.sqrt(count + (z * z) / 4);
  return { low: count === 0 ? 0 : (middle - reach) / exposure, high: (middle + reach) / exposure };
}

/**
 * The difference of two rates of events, with the interval made of the score intervals of both
 * (`joinIntervals`). p by the pooled score test; with fewer than a hundred events in all by the exact test of
 * their division between both exposures (as R's poisson.test). Null where either has no exposure.
 *
 * @example compareRates({ count: 40, exposure: 20 }, { count: 20, exposure: 20 }) // −1: −1.80 to −0.24
 */
export function compareRates(
  before: RateSample,
  after: RateSample,
  level: number = USUAL_LEVEL,
): Difference | null {
  const z = normalQuantile((1 + level) / 2);
  const [from, to] = [rateInterval(before, z), rateInterval(after, z)];
  if (from === null || to === null) return null;
  const { value, low, high } = joinIntervals([
    { sign: 1, value: after.count / after.exposure, ...to },
    { sign: -1, value: before.count / before.exposure, ...from },
  ]);
  const count = before.count + after.count;
  const isExact = count < FEW_EVENTS && Number.isInteger(before.count) && Number.isInteger(after.count);
  const pooled = count / (before.exposure + after.exposure);
  const error = Math.sqrt(pooled * (1 / before.exposure + 1 / after.exposure));
  const far = value === 0 ? 0 : Math.abs(value) / error;
  return {
    difference: value,
    low,
    high,
    level,
    p: isExact
      ? sumUnlikely(
          after.count,
          0,
          count,
          (k) => ((count - k) * after.exposure) / ((k + 1) * before.exposure),
        )
      : Math.min(1, 2 * normalTail(far)),
    method: 'rate-scores',
    test: isExact ? 'exact-rate' : 'pooled-rate',
    n_before: before.exposure,
    n_after: after.exposure,
  };
}
