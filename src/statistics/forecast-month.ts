import { SMALLEST_BASELINE } from './process-reading.ts';
import { studentQuantile, studentTail } from './student.ts';

/** Four of five months end inside such an interval. */
const USUAL_FORECAST = 0.8;

export interface ForecastInput {
  /** `total` adds up over the month (requests); `level` does not (a mean, a share, a percentile). */
  readonly kind: 'total' | 'level';
  /** Share of the working time of the month that has passed, 0 to 1. */
  readonly elapsed: number;
  /** The figure of the month so far, in its unit; null where there is none yet. */
  readonly so_far: number | null;
  /** Closed months, oldest first, of the process as it is now (since its latest baseline). */
  readonly history: readonly {
    /** The figure with which it closed. */
    readonly close: number;
    /** The figure it had when the same share of its working time had passed; null where not known. */
    readonly at_elapsed: number | null;
  }[];
  /** What the figure can be at all. */
  readonly lowest?: number;
  readonly highest?: number;
  /** 0.8 where absent: four months of five. */
  readonly level?: number;
}

export interface Forecast {
  /** Where the month is heading, in the unit of the figure. */
  readonly value: number;
  /** Where it closes, at `level`. */
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** By how former months closed from where they stood (`path`), or by working time alone (`time`). */
  readonly method: 'path' | 'time' | 'closed';
  /** Months it was learnt from. */
  readonly months: number;
  /** Standard error of the forecast and its degrees of freedom, for `chanceAbove`; 0 where the month is over. */
  readonly error: number;
  readonly freedom: number;
}

/**
 * Where the month is heading. With six closed months or more:
 *
 * - `path`: where at least six of them say where they stood when as much of their time had passed, the line
 *   through (stood, closed), with the prediction interval of a linear regression: early in the month the line
 *   is flat and history speaks, late it is steep and the month speaks. ŷ ± t(k−2)·s·√(1 + 1/k + (x − x̄)²/Sxx).
 * - `time`: else what is left of the month, 1 − w of it, is taken for usual: a total so far + (1 − w)·mean, or a
 *   level w·so far + (1 − w)·mean; ± t(k−1)·s·√((1 − w) + (1 − w)²/k), s the spread of the closed months. Exact
 *   where the pieces of a month are independent, and on the wide side where months differ as a whole.
 *
 * The interval is cut to what the figure can be; a total that is never below 0 does not close below so far. Null with fewer than six closed months, or where the month
 * has no figure yet although part of it has passed. A share outside 0 to 1 is a bug: plain Error.
 *
 * @example
 * const history = [98, 102, 100, 99, 101, 100].map((close) => ({ close, at_elapsed: null }));
 * forecastMonth({ kind: 'total', elapsed: 0.5, so_far: 60, history }) // 110: 108.46 to 111.54
 */
export function forecastMonth(input: ForecastInput): Forecast | null {
  const { elapsed, so_far, history } = input;
  if (!(elapsed >= 0 && elapsed <= 1)) throw new Error(`forecastMonth: ${elapsed} of the month`);
  const level = input.level ?? USUAL_FORECAST;
  if (history.length < SMALLEST_BASELINE) return null;
  if (so_far === null && elapsed > 0) return null;
  if (so_far !== null && elapsed === 1)
    return {
      value: so_far,
      low: so_far,
      high: so_far,
      level,
      method: 'closed',
      months: history.length,
      error: 0,
      freedom: 1,
    };
  const path = so_far === null ? null : followPath(so_far, history);
  const found = path ?? followTime(input);
  const keep = (value: number) =>
    Math.min(input.highest ?? Number.POSITIVE_INFINITY, Math.max(toFloor(input), value));
  const reach = studentQuantile((1 + level) / 2, found.freedom) * found.error;
  return {
    ...found,
    value: keep(found.value),
    low: keep(found.value - reach),
    high: keep(found.value + reach),
    level,
  };
}

/** The least the month can close with: what adds up of things never below 0 does not go back. */
function toFloor({ kind, lowest = Number.NEGATIVE_INFINITY, so_far }: ForecastInput): number {
  return kind === 'total' && lowest >= 0 ? Math.max(lowest, so_far ?? lowest) : lowest;
}

/**
 * Probability that a month closes above a limit, by its forecast; at the limit itself counts as half where
 * nothing is left to chance.
 *
 * @example chanceAbove(forecast, 109) // 0.81, of the forecast of the example above
 */
export function chanceAbove({ value, error, freedom }: Forecast, limit: number): number {
  if (error === 0) return value === limit ? 0.5 : Number(value > limit);
  return studentTail((limit - value) / error, freedom);
}

type Found = Omit<Forecast, 'low' | 'high' | 'level'>;

/** The line through where former months stood and where they closed; null where that cannot be drawn. */
function followPath(so_far: number, history: ForecastInput['history']): Found | null {
  const pairs = history.flatMap(({ close, at_elapsed }) =>
    at_elapsed === null ? [] : [{ x: at_elapsed, y: close }],
  );
  const k = pairs.length;
  if (k < SMALLEST_BASELINE) return null;
  const x = mean(pairs.map((pair) => pair.x));
  const y = mean(pairs.map((pair) => pair.y));
  const sxx = pairs.reduce((sum, pair) => sum + (pair.x - x) ** 2, 0);
  if (sxx === 0) return null;
  const slope = pairs.reduce((sum, pair) => sum + (pair.x - x) * (pair.y - y), 0) / sxx;
  const rest = pairs.reduce((sum, pair) => sum + (pair.y - y - slope * (pair.x - x)) ** 2, 0);
  return {
    value: y + slope * (so_far - x),
    error: Math.sqrt((rest / (k - 2)) * (1 + 1 / k + (so_far - x) ** 2 / sxx)),
    freedom: k - 2,
    method: 'path',
    months: k,
  };
}

function followTime({ kind, elapsed, so_far, history }: ForecastInput): Found {
  const closes = history.map(({ close }) => close);
  const k = closes.length;
  const usual = mean(closes);
  const left = 1 - elapsed;
  const variance = closes.reduce((sum, close) => sum + (close - usual) ** 2, 0) / (k - 1);
  const done = so_far ?? 0;
  return {
    value: (kind === 'total' ? done : elapsed * done) + left * usual,
    error: Math.sqrt(variance * (left + (left * left) / k)),
    freedom: k - 1,
    method: 'time',
    months: k,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
