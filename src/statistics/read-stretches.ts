import { findSignals } from './find-signals.ts';
import {
  type BaselineOptions,
  FULL_BASELINE,
  type PointLimits,
  type ProcessReading,
  SMALLEST_BASELINE,
  type Stretch,
} from './process-reading.ts';

/** What a baseline is made of: positions with a value, without what was excluded, oldest first. */
export interface Baseline {
  readonly positions: readonly number[];
  /** Those of them whose neighbour before is in the baseline too: there a moving range is known. */
  readonly paired: readonly number[];
}

/** What one way of working out limits makes of a baseline. */
export interface SetLimits {
  readonly limits: Stretch['limits'];
  readonly method: Stretch['method'];
  readonly dispersion: number | null;
  readonly overdispersed: boolean;
  readonly sparse: boolean;
  /** The limits of a position; null at one whose n is not known. */
  readonly at: (index: number) => PointLimits | null;
}

/**
 * Cuts a series into stretches, has the limits of each worked out by `setLimits`, and finds the points that
 * fire a rule. A stretch whose baseline is too short has no limits and no signals. Both kinds of baselines
 * at once is a bug: plain Error.
 */
export function readStretches(
  values: readonly (number | null)[],
  options: BaselineOptions,
  setLimits: (baseline: Baseline, stretch: { readonly from: number; readonly to: number }) => SetLimits,
): ProcessReading {
  const parts = cut(values.length, options);
  const starts = new Set(parts.map(({ from }) => from));
  const ranges = values.map((value, index) => {
    const before = starts.has(index) ? null : (values[index - 1] ?? null);
    return value === null || before === null ? null : Math.abs(value - before);
  });
  const excluded = new Set(options.excluded);
  const points: (PointLimits | null)[] = values.map(() => null);
  const stretches: Stretch[] = [];
  for (const { from, to, base } of parts) {
    const isIn = (index: number) =>
      index >= base.from && index < base.to && (values[index] ?? null) !== null && !excluded.has(index);
    const positions = [...values.keys()].filter(isIn);
    const paired = positions.filter((index) => isIn(index - 1));
    const n = positions.length;
    const known = n >= SMALLEST_BASELINE && paired.length > 0;
    const set = setLimits({ positions, paired }, { from, to });
    if (known) for (let index = from; index < to; index++) points[index] = set.at(index);
    stretches.push({
      from,
      to,
      limits: known ? set.limits : null,
      method: set.method,
      n,
      provisional: known && n < FULL_BASELINE,
      dispersion: known ? set.dispersion : null,
      overdispersed: known && set.overdispersed,
      sparse: known && set.sparse,
    });
  }
  const signals = stretches.flatMap(({ from, to }) => {
    const limited = values.slice(from, to).map((value, index) => {
      const limits = points[from + index] ?? null;
      return value === null || limits === null ? null : { ...limits, value };
    });
    return findSignals(limited).map((signal) => ({ ...signal, index: signal.index + from }));
  });
  const { limits, n, provisional, method } = stretches.at(-1)!;
  return { limits, n, provisional, method, stretches, points, ranges, signals };
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly base: { readonly from: number; readonly to: number };
}

function cut(length: number, { baseline, baselines }: BaselineOptions): readonly Part[] {
  if (baseline && baselines) throw new Error('readStretches: a baseline and baselines');
  if (!baselines) return [{ from: 0, to: length, base: baseline ?? { from: 0, to: length } }];
  const sorted = baselines.filter(({ from }) => from < length).toSorted((a, b) => a.from - b.from);
  const given = (sorted[0]?.from ?? 1) > 0 ? [{ from: 0 }, ...sorted] : sorted;
  return given.map((each: { readonly from: number; readonly to?: number }, index) => {
    const to = given[index + 1]?.from ?? length;
    return { from: each.from, to, base: { from: each.from, to: Math.min(each.to ?? to, to) } };
  });
}
