import { compareMeans } from './compare-means.ts';
import { type Difference, USUAL_LEVEL } from './difference.ts';
import { toMoments } from './moments.ts';
import { processLimits } from './process-limits.ts';
import type { ProcessReading, Signal } from './process-reading.ts';
import { rateLimits, type RatePoint } from './rate-limits.ts';

/** Periods before a change and after it, oldest first. */
export type SeriesInput =
  | {
      readonly kind: 'value';
      readonly before: readonly (number | null)[];
      readonly after: readonly (number | null)[];
      readonly lowest?: number;
      readonly highest?: number;
    }
  | {
      readonly kind: 'share' | 'rate';
      readonly before: readonly (RatePoint | null)[];
      readonly after: readonly (RatePoint | null)[];
    };

export interface SeriesComparison {
  /** Both, one after the other, read against the limits of before. */
  readonly reading: ProcessReading;
  /** Of the periods after alone; positions are those of the reading. */
  readonly signals: readonly Signal[];
  /** The side of the former centre on which every period after lies; null where they differ, or without limits. */
  readonly side: 'above' | 'below' | null;
  /** Of the mean of the periods, each one point whatever its n (Welch); null where either side has none. */
  readonly difference: Difference | null;
}

/**
 * Before and after of an indicator whose periods are the points: the periods after are read against the usual
 * limits of before, and their mean against the mean of before. Fewer than six periods before: no limits and no
 * signals, and the difference stands alone.
 *
 * @example
 * compareSeries({ kind: 'value', before: [72, 70, 75, 71, 73, 71], after: [12, 13] }).signals // two outside, below
 */
export function compareSeries(input: SeriesInput, level: number = USUAL_LEVEL): SeriesComparison {
  const { before, after } = input;
  const baseline = { from: 0, to: before.length };
  const reading =
    input.kind === 'value'
      ? processLimits([...input.before, ...input.after], { ...input, baseline })
      : rateLimits(input.kind, [...input.before, ...input.after], { baseline });
  const known = (points: SeriesInput['before']) =>
    points.flatMap((point) =>
      point === null
        ? []
        : typeof point === 'number'
          ? [point]
          : point.whole > 0
            ? [point.part / point.whole]
            : [],
    );
  const [from, to] = [known(before), known(after)];
  const { limits } = reading;
  const isAll = (sign: 1 | -1) =>
    limits !== null && to.length > 0 && to.every((value) => (value - limits.centre) * sign > 0);
  return {
    reading,
    signals: reading.signals.filter(({ index }) => index >= before.length),
    side: isAll(1) ? 'above' : isAll(-1) ? 'below' : null,
    difference: compareMeans(toMoments(from), toMoments(to), level),
  };
}
