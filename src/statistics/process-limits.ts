/**
 * Natural process limits (XmR: individuals and moving ranges), after W. Shewhart and D. Wheeler,
 * «Understanding Variation». They say what a process does when nothing special happens; they are
 * no standard, and a standard is no limit of these.
 */
import type { BaselineOptions, PointLimits, ProcessReading } from './process-reading.ts';
import { type Baseline, readStretches, type SetLimits } from './read-stretches.ts';

/** Expected range of two values of a normal process, in standard deviations: d2(2) = 2/√π. */
export const TWO_VALUE_RANGE = 1.128379167095513;
/** What a mean moving range is multiplied by to reach from the centre to a limit: 3 / d2(2) = 2.6586807763…. */
export const LIMIT_FACTOR = 3 / TWO_VALUE_RANGE;
/** What a mean moving range is multiplied by to reach its own upper limit: D4(2) = 1 + 3·√(π/2 − 1) = 3.26653…. */
export const RANGE_FACTOR = 1 + 3 * Math.sqrt(Math.PI / 2 - 1);

/**
 * Reads a series in time order: limits = mean ± 2.66 × mean moving range, and the points that fire
 * a rule. Null is a period without a figure: it is a gap, which breaks ranges and runs and is never
 * zero. The whole series sets the limits unless a baseline, or several, are given; signals are looked for
 * in the whole series. `lowest` and `highest` are what a value can be at all.
 *
 * @example processLimits([4, 6, 5, 5, 4, 6]).limits // centre 5, mean range 1.2: 1.81 to 8.19
 */
export function processLimits(
  values: readonly (number | null)[],
  options: BaselineOptions & { readonly lowest?: number; readonly highest?: number } = {},
): ProcessReading {
  return readStretches(values, options, (baseline) => setLimits(values, baseline, options));
}

function setLimits(
  values: readonly (number | null)[],
  { positions, paired }: Baseline,
  options: { readonly lowest?: number; readonly highest?: number },
): SetLimits {
  const { lowest = Number.NEGATIVE_INFINITY, highest = Number.POSITIVE_INFINITY } = options;
  const centre = mean(positions.map((index) => values[index]!));
  // The range of the first value of a baseline reaches outside it.
  const range_centre = mean(paired.map((index) => Math.abs(values[index]! - values[index - 1]!)));
  const reach = LIMIT_FACTOR * range_centre;
  const limits: PointLimits = {
    centre,
    upper: centre + reach > highest ? null : centre + reach,
    lower: centre - reach < lowest ? null : centre - reach,
    reach,
  };
  const { upper, lower } = limits;
  const range_upper = RANGE_FACTOR * range_centre;
  return {
    limits: { centre, upper, lower, range_centre, range_upper, n: positions.length },
    method: 'xmr',
    dispersion: null,
    overdispersed: false,
    sparse: false,
    at: () => limits,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
