import { RANGE_FACTOR, TWO_VALUE_RANGE } from './process-limits.ts';
import type { BaselineOptions, PointLimits, ProcessReading } from './process-reading.ts';
import { type Baseline, readStretches, type SetLimits } from './read-stretches.ts';

/** A period of a share (so many of so many) or of a rate (so many events in so much exposure). */
export interface RatePoint {
  readonly part: number;
  /** Facts of the period, or its exposure (days, clients, thousands of requests); 0 is no figure. */
  readonly whole: number;
}

/** Normal quantile of 0.95: what a dispersion of chance stays under nineteen times of twenty. */
const Z95_ONE_SIDED = 1.6448536269514722;
/** Events per point under which the normal tail is no measure of theirs. */
const FEWEST_EVENTS = 2;
/** Variance of a moving range, and covariance of two in a row, over d2² (normal process, both in closed form). */
const RANGE_VARIANCE = Math.PI / 2 - 1;
const RANGE_COVARIANCE = Math.sqrt(3) / 2 + Math.PI / 12 - 1;

/**
 * Reads a series of shares (p chart) or rates (u chart) whose n varies. Centre p̄ = Σ part / Σ whole of the
 * baseline; limits of each point p̄ ± 3·√(p̄(1−p̄)/nᵢ), or ū ± 3·√(ū/nᵢ), null beyond 0 and, for shares, 1.
 *
 * With many facts shares move more than their n explains. Laney's σz (mean moving range of the standardised
 * points over d2) says how much; where it is above 1 it widens the limits (p′, u′), and it never narrows
 * them (decision 27). A baseline of nothing but 0 or 1 has no spread of its own: its spread is taken from
 * p̃ = (Σ part + 2) / (Σ whole + 4), ũ = 2 / Σ whole, and its centre stays where it is.
 *
 * Null, or a whole of 0, is a gap. A part below 0, or a share above its whole, is a bug: plain Error.
 * Sources: W. Shewhart 1931; D. Laney, «Improved control charts for attributes», 2002; A. Agresti and
 * B. Coull 1998 for p̃.
 *
 * @example
 * const months = [10, 12, 8, 11, 9, 10].map((part) => ({ part, whole: 100 }));
 * rateLimits('share', months).limits // centre 0.1, lower 0.01, upper 0.19
 */
export function rateLimits(
  kind: 'share' | 'rate',
  given: readonly (RatePoint | null)[],
  options: BaselineOptions = {},
): ProcessReading {
  const points = given.map((point) => (point === null || point.whole === 0 ? null : point));
  for (const point of points)
    if (point && !(point.part >= 0 && point.whole > 0 && (kind === 'rate' || point.part <= point.whole)))
      throw new Error(`rateLimits: ${point.part} of ${point.whole}`);
  const values = points.map((point) => point && point.part / point.whole);
  return readStretches(values, options, (baseline, stretch) =>
    setLimits(kind, points, values, baseline, stretch),
  );
}

function setLimits(
  kind: 'share' | 'rate',
  points: readonly (RatePoint | null)[],
  values: readonly (number | null)[],
  { positions, paired }: Baseline,
  stretch: { readonly from: number; readonly to: number },
): SetLimits {
  const part = sum(positions.map((index) => points[index]!.part));
  const whole = sum(positions.map((index) => points[index]!.whole));
  const centre = part / whole;
  const unit = Math.sqrt(toUnitVariance(kind, part, whole));
  const toDeviation = (index: number) => unit / Math.sqrt(points[index]!.whole);
  const toScore = (index: number) => (values[index]! - centre) / toDeviation(index);
  const steps = paired.map((index) => Math.abs(toScore(index) - toScore(index - 1)));
  const dispersion = sum(steps) / steps.length / TWO_VALUE_RANGE;
  const widened = dispersion > 1;
  const at = (index: number): PointLimits | null => {
    if (!points[index]) return null;
    const reach = 3 * toDeviation(index) * (widened ? dispersion : 1);
    const upper = centre + reach;
    const lower = centre - reach;
    return {
      centre,
      upper: kind === 'share' && upper > 1 ? null : upper,
      lower: lower < 0 ? null : lower,
      reach,
    };
  };
  const range_centre =
    sum(paired.map((index) => Math.abs(values[index]! - values[index - 1]!))) / steps.length;
  const letter = kind === 'share' ? 'p' : 'u';
  // Those of the latest point: with another n they would be others.
  const latest = points.findLastIndex((point, index) => point && index >= stretch.from && index < stretch.to);
  const { upper = null, lower = null } = (latest < 0 ? null : at(latest)) ?? {};
  return {
    limits: {
      centre,
      upper,
      lower,
      range_centre,
      range_upper: RANGE_FACTOR * range_centre,
      n: positions.length,
    },
    method: widened ? `${letter}-prime` : letter,
    dispersion,
    overdispersed: dispersion > 1 + Z95_ONE_SIDED * toDispersionError(positions.length, steps.length),
    sparse: (kind === 'rate' ? part : Math.min(part, whole - part)) < FEWEST_EVENTS * positions.length,
    at,
  };
}

/** Variance of one fact, or of the events in one unit of exposure. */
function toUnitVariance(kind: 'share' | 'rate', part: number, whole: number): number {
  if (kind === 'rate') return (part === 0 ? 2 : part) / whole;
  const share = part === 0 || part === whole ? (part + 2) / (whole + 4) : part / whole;
  return share * (1 - share);
}

/** Standard error of a dispersion where the n explains all: of so many ranges, those in a row correlated. */
function toDispersionError(n: number, ranges: number): number {
  const inARow = Math.max(0, ranges - Math.max(1, n - ranges));
  return Math.sqrt(ranges * RANGE_VARIANCE + 2 * inARow * RANGE_COVARIANCE) / ranges;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
