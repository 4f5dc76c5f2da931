import type { Sheet, Verdict } from '../kernel/index.ts';
import { readTrend, roundBeside, type TrendView } from '../charts/index.ts';
import { printQuantity, showFigure, type Standing, type ToldSeries } from '../sentences/index.ts';
import {
  type PointLimits,
  type ProcessReading,
  type Signal,
  SMALLEST_BASELINE,
} from '../statistics/index.ts';
import type { TrendFigure } from './to-measured-trend.ts';

/** Sigmas are told up to here: of a process that never moved, any move is more. */
const MOST_SIGMAS = 99;
/** Limits lie three sigmas from the centre. */
const SIGMAS_TO_LIMIT = 3;

/** What stands out at the last settled point of a series. */
export interface CurrentSignal extends Signal {
  readonly period: string;
  /** First period of what goes on: of a run, its beginning; else the first of the points in a row that fire. */
  readonly since: string;
  /** Periods from `since` to `period`. */
  readonly length: number;
  /** First period of the stretch on this side of the centre. */
  readonly side_since: string;
  /** Distance to the centre in sigmas of the process. */
  readonly sigmas: number;
  /** Whether that way is better; null where neither is. */
  readonly better: boolean | null;
}

/** A series read against its own limits and against its standard. */
export interface SeriesReading {
  readonly trend: TrendView;
  readonly reading: ProcessReading;
  readonly standing: Standing;
  /** Position of the last settled point with a value; -1 without any. */
  readonly last: number;
  readonly verdict: Verdict;
  /** Limits of that point. */
  readonly limits: PointLimits | null;
  readonly signal: CurrentSignal | null;
  /** Points still missing to have limits; 0 with limits. */
  readonly missing: number;
}

/** Reads a series: what its last settled point says, and the one of four readings it comes to. */
export function readSeries(trend: TrendView): SeriesReading {
  const reading = readTrend(trend);
  const { points } = trend;
  const last = points.findLastIndex(({ value, provisional }) => value !== null && !provisional);
  const verdict = points[last]?.verdict ?? 'no-data';
  const limits = reading.points[last] ?? null;
  const signal = findCurrent(trend, reading, last);
  return {
    trend,
    reading,
    standing: toStanding(limits !== null, signal !== null, verdict),
    last,
    verdict,
    limits,
    signal,
    missing: limits === null ? Math.max(1, SMALLEST_BASELINE - reading.n) : 0,
  };
}

function toStanding(hasLimits: boolean, isSignal: boolean, verdict: Verdict): Standing {
  if (!hasLimits) return 'too-short';
  const change = isSignal ? 'signal' : 'stable';
  if (verdict === 'no-data') return `${change}-unjudged`;
  return verdict === 'not-met' ? `${change}-failing` : `${change}-met`;
}

function findCurrent(trend: TrendView, reading: ProcessReading, last: number): CurrentSignal | null {
  const { points, direction } = trend;
  const signal = reading.signals.find(({ index }) => index === last);
  const limits = reading.points[last];
  const value = points[last]?.value;
  if (!signal || !limits || typeof value !== 'number') return null;
  const stretch = reading.stretches.find(({ from, to }) => from <= last && last < to);
  const fires = new Map(reading.signals.map(({ index, side }) => [index, side]));
  const goBack = (goesOn: (index: number) => boolean): number => {
    let first = last;
    while (first > (stretch?.from ?? 0) && goesOn(first - 1)) first--;
    return first;
  };
  const isSide = (index: number): boolean => {
    const point = points[index];
    const of = reading.points[index];
    if (!point || !of || point.value === null || point.provisional) return false;
    return signal.side === 'above' ? point.value > of.centre : point.value < of.centre;
  };
  const side_first = goBack(isSide);
  const first =
    signal.rule === 'run-of-eight' ? side_first : goBack((index) => fires.get(index) === signal.side);
  const sigma = limits.reach / SIGMAS_TO_LIMIT;
  const away = Math.abs(value - limits.centre);
  const better =
    direction === 'at-least' || direction === 'at-most'
      ? (direction === 'at-least') === (signal.side === 'above')
      : null;
  return {
    ...signal,
    period: points[last]!.period,
    since: points[first]!.period,
    length: last - first + 1,
    side_since: points[side_first]!.period,
    sigmas: sigma === 0 ? MOST_SIGMAS : Math.min(MOST_SIGMAS, away / sigma),
    better,
  };
}

/** Amounts of a series in words of one language. */
export interface SeriesWords {
  /** Of the last settled point, and its standard; null without. */
  readonly value: string | null;
  readonly standard: string | null;
  /** A worked-out amount, in the scale of the series. */
  readonly print: (value: number) => string | null;
}

/** A reading as sentences tell it. */
export function toToldSeries(
  { reading, standing, verdict, limits, signal, last, missing, trend }: SeriesReading,
  { value, standard, print }: SeriesWords,
): ToldSeries {
  const show = (amount: number | null | undefined) => (typeof amount === 'number' ? print(amount) : null);
  return {
    standing,
    verdict,
    period: trend.points[last]?.period ?? null,
    value,
    standard,
    centre: show(limits?.centre),
    lower: show(limits?.lower),
    upper: show(limits?.upper),
    signal,
    baseline: reading.n,
    provisional: reading.provisional,
    missing,
  };
}

/**
 * The amounts of a measured series (`toMeasuredTrend`) in the unit in which its sheet tells results; worked-out ones
 * with the digits that matter beside how much it moves. `figure`: that of the last settled point.
 */
export function toMeasuredWords(
  { reading }: SeriesReading,
  figure: TrendFigure,
  sheet: Sheet,
  language: 'es' | 'en',
): SeriesWords {
  const shown = (value: number) => figure && showFigure({ ...figure, value }, sheet, language);
  const spread = shown(reading.limits?.range_upper ?? 0)?.value ?? 0;
  const own = figure && showFigure(figure, sheet, language);
  return {
    value: own?.text ?? null,
    standard: own?.standard ?? null,
    print: (value) => {
      const each = shown(value);
      return each && printQuantity(roundBeside(each.value, spread), each.unit, language);
    },
  };
}

/** The amounts of a trend that is in its own unit already. */
export function toTrendWords(
  { reading, trend, last }: SeriesReading,
  standard: string | null,
  language: 'es' | 'en',
): SeriesWords {
  const value = trend.points[last]?.value ?? null;
  const spread = reading.limits?.range_upper ?? 0;
  return {
    value: value === null ? null : printQuantity(value, trend.unit, language),
    standard,
    print: (amount) => printQuantity(roundBeside(amount, spread), trend.unit, language),
  };
}
