/**
 * Natural process limits (XmR: individuals and moving ranges), after W. Shewhart and D. Wheeler,
 * «Understanding Variation». They say what a process does when nothing special happens; they are
 * no standard, and a standard is no limit of these.
 */

/** Expected range of two values of a normal process, in standard deviations: d2(2) = 2/√π. */
const D2 = 1.128379167095513;
/** What a mean moving range is multiplied by to reach from the centre to a limit: 3 / d2(2) = 2.6586807763…. */
export const LIMIT_FACTOR = 3 / D2;
/** What a mean moving range is multiplied by to reach its own upper limit: D4(2) = 1 + 3·√(π/2 − 1) = 3.26653…. */
export const RANGE_FACTOR = 1 + 3 * Math.sqrt(Math.PI / 2 - 1);
/** With fewer points limits would say more than is known. */
export const SMALLEST_BASELINE = 6;
/** Successive points on one side of the centre that are no accident. */
export const MOST_RUN = 8;
/** Doubles that ought to be equal differ by less than this share of their size. */
const EQUAL = 1e-12;

/** Limits, all in the unit of the values. */
export interface ProcessLimits {
  /** Mean of the baseline's values. */
  readonly centre: number;
  /** Null where the limit lies beyond what the value can be (a share above 1, a time below 0). */
  readonly upper: number | null;
  readonly lower: number | null;
  /** Mean of the baseline's moving ranges, and the most a single one may be. */
  readonly range_centre: number;
  readonly range_upper: number;
  /** Values of the baseline. */
  readonly n: number;
}

/** A point that is no accident. */
export interface Signal {
  readonly index: number;
  /** Outside a limit; eighth or later of a run on one side; third of four nearer a limit than the centre. */
  readonly rule: 'outside' | 'run-of-eight' | 'three-of-four';
  readonly side: 'above' | 'below';
}

export interface ProcessReading {
  /** Null with fewer than six values in the baseline: there are no limits, and no signals either. */
  readonly limits: ProcessLimits | null;
  /** Values in the baseline, whether or not they suffice. */
  readonly n: number;
  /** For each value its distance to the one before; null for the first, and beside a gap. */
  readonly ranges: readonly (number | null)[];
  readonly signals: readonly Signal[];
}

/**
 * Reads a series in time order: limits = mean ± 2.66 × mean moving range, and the points that fire
 * a rule. Null is a period without a figure: it is a gap, which breaks ranges and runs and is never
 * zero. The baseline is `[from, to)` in positions, the whole series where none is given; signals are
 * looked for in the whole series. `lowest` and `highest` are what a value can be at all.
 *
 * @example processLimits([4, 6, 5, 5, 4, 6]).limits // centre 5, mean range 1.2: 1.81 to 8.19
 */
export function processLimits(
  values: readonly (number | null)[],
  options: {
    readonly baseline?: { readonly from: number; readonly to: number };
    readonly lowest?: number;
    readonly highest?: number;
  } = {},
): ProcessReading {
  const ranges = values.map((value, index) => {
    const before = index === 0 ? null : (values[index - 1] ?? null);
    return value === null || before === null ? null : Math.abs(value - before);
  });
  const { from, to } = options.baseline ?? { from: 0, to: values.length };
  const base = values.slice(from, to).filter((value) => value !== null);
  // The range of the first value of a baseline reaches outside it.
  const baseRanges = ranges.slice(from + 1, to).filter((range) => range !== null);
  if (base.length < SMALLEST_BASELINE || baseRanges.length === 0)
    return { limits: null, n: base.length, ranges, signals: [] };

  const centre = mean(base);
  const range_centre = mean(baseRanges);
  const reach = LIMIT_FACTOR * range_centre;
  const { lowest = Number.NEGATIVE_INFINITY, highest = Number.POSITIVE_INFINITY } = options;
  const limits: ProcessLimits = {
    centre,
    upper: centre + reach > highest ? null : centre + reach,
    lower: centre - reach < lowest ? null : centre - reach,
    range_centre,
    range_upper: RANGE_FACTOR * range_centre,
    n: base.length,
  };
  return { limits, n: base.length, ranges, signals: findSignals(values, centre, reach) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The rules a point fires, one signal per point: the strongest rule first. */
function findSignals(values: readonly (number | null)[], centre: number, reach: number): Signal[] {
  const slack = EQUAL * Math.max(Math.abs(centre), reach);
  // Signed distances to the centre; NaN marks a gap and satisfies no comparison.
  const far = values.map((value) => (value === null ? Number.NaN : value - centre));
  const isFar = (distance: number, sign: number, least: number) => distance * sign > least + slack;
  const signals: Signal[] = [];
  for (const index of far.keys()) {
    for (const [side, sign] of [
      ['above', 1],
      ['below', -1],
    ] as const) {
      const here = far[index]!;
      if (!isFar(here, sign, 0)) continue;
      const run = far.slice(Math.max(0, index - MOST_RUN + 1), index + 1);
      const four = far.slice(Math.max(0, index - 3), index + 1);
      const near = (distance: number) => isFar(distance, sign, reach / 2);
      if (isFar(here, sign, reach)) signals.push({ index, rule: 'outside', side });
      else if (run.length === MOST_RUN && run.every((distance) => isFar(distance, sign, 0)))
        signals.push({ index, rule: 'run-of-eight', side });
      else if (near(here) && !four.some(Number.isNaN) && four.filter(near).length >= 3)
        signals.push({ index, rule: 'three-of-four', side });
    }
  }
  return signals;
}
