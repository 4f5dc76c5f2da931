import { LANGUAGES, type LocalText } from '../../kernel/index.ts';
import type { TrendPoint } from '../../charts/index.ts';
import { type SeriesDimensions, toSeriesKey } from '../../ledger/index.ts';
import { type Standing, writeSignal } from '../../sentences/index.ts';
import { findRules, type LimitMethod, type ProcessReading, type Signal } from '../../statistics/index.ts';
import { inOneLook } from '../in-one-look.ts';
import type { Institution } from '../institution.ts';
import { labelDimensions } from '../label-dimensions.ts';
import { type SeriesFigure, measureSeries } from '../measure-series.ts';
import { readSeries, toMeasuredWords, toToldSeries } from '../read-series.ts';
import { toMeasuredTrend } from '../to-measured-trend.ts';
import { readNotes } from '../trend-notes.ts';

export interface MeasuredPoint {
  readonly period: string;
  /** As `measure` prints it; null where there is no figure. */
  readonly value: number | null;
  readonly n: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Facts of it are still open: it sets no limit and fires no rule. */
  readonly provisional: boolean;
  readonly centre: number | null;
  /** Null where there are no limits yet, and where one lies beyond what the value can be. */
  readonly upper: number | null;
  readonly lower: number | null;
  /** Every rule it fires, the strongest first. */
  readonly rules: readonly Signal['rule'][];
  readonly side: Signal['side'] | null;
  /** Its approved cause, and whether it sets no limit because of it. */
  readonly cause: string | null;
  readonly excluded: boolean;
}

/** A series with its limits, point by point. */
export interface MeasuredSeries {
  readonly dimensions: SeriesDimensions;
  readonly part: LocalText | null;
  readonly method: LimitMethod;
  /** Those in force, of the last baseline; of shares and rates those of the latest point. */
  readonly centre: number | null;
  readonly upper: number | null;
  readonly lower: number | null;
  readonly mean_moving_range: number | null;
  readonly upper_moving_range: number | null;
  /** Points the limits rest on, those missing to have any, and whether they still move with each new one. */
  readonly baseline_points: number;
  readonly missing_points: number;
  readonly provisional_limits: boolean;
  /** Of shares and rates: how much they move, as a multiple of what their n explains. */
  readonly dispersion: number | null;
  /** Periods from which limits were taken anew by a decision. */
  readonly baselines: readonly string[];
  readonly standing: Standing;
  readonly points: readonly MeasuredPoint[];
  readonly sentence: LocalText;
}

export interface MeasuredSignals {
  readonly indicator: string;
  readonly name: LocalText;
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly by: readonly string[];
  readonly as_of: string | null;
  readonly series: readonly MeasuredSeries[];
}

/** The series of an indicator from one period to another, each with its limits and the rules each point fires. */
export function measureSignals(
  institution: Institution,
  asked: {
    readonly indicator: string;
    readonly from: string;
    readonly to: string;
    readonly by: readonly string[];
  },
): Promise<MeasuredSignals> {
  return inOneLook(institution, async (seen) => {
    const found = await measureSeries(seen, { ...asked, indicators: [asked.indicator] });
    // It may have been named by its code; even without facts there is a figure that bears its id.
    const { indicator: id } = found.figures[0]!;
    const indicator = seen.content.indicators.get(id)!;
    const sheet = seen.content.catalogue.sheets.get(id)!;
    const notes = readNotes(seen.ledger.signals, id);
    const by = [...new Set(found.figures.flatMap(({ dimensions }) => Object.keys(dimensions)))];
    const series = [...groupByKey(found.figures, by)].map(([, figures]): MeasuredSeries => {
      const byPeriod = new Map(figures.map((figure) => [figure.period, figure]));
      const placed = found.periods.map((period) => byPeriod.get(period) ?? null);
      const { dimensions } = figures[0]!;
      const trend = toMeasuredTrend({ sheet, indicator }, dimensions, found.periods, placed, notes);
      const read = readSeries(trend);
      const { reading } = read;
      const of = reading.stretches.at(-1)!;
      const [es, en] = LANGUAGES.map((language) =>
        writeSignal(
          toToldSeries(read, toMeasuredWords(read, placed[read.last] ?? null, sheet, language)),
          language,
        ),
      );
      return {
        dimensions,
        part: labelDimensions(seen.content, indicator, dimensions),
        method: reading.method,
        centre: reading.limits?.centre ?? null,
        upper: reading.limits?.upper ?? null,
        lower: reading.limits?.lower ?? null,
        mean_moving_range: reading.limits?.range_centre ?? null,
        upper_moving_range: reading.limits?.range_upper ?? null,
        baseline_points: reading.n,
        missing_points: read.missing,
        provisional_limits: reading.provisional,
        dispersion: of.dispersion,
        baselines: trend.baselines ?? [],
        standing: read.standing,
        points: toPoints(trend.points, reading, placed, trend.notes ?? []),
        sentence: { es: es!, en: en! },
      };
    });
    const { from, to } = asked;
    return {
      indicator: id,
      name: sheet.name,
      unit: indicator.unit,
      from,
      to,
      by,
      as_of: found.as_of,
      series,
    };
  });
}

/** By the values of the breakdown, in their order; without any facts of it there is nothing of a series. */
function groupByKey(figures: readonly SeriesFigure[], by: readonly string[]) {
  const whole = figures.filter(({ dimensions }) => by.every((name) => name in dimensions));
  return [...Map.groupBy(whole, ({ indicator, dimensions }) => toSeriesKey(indicator, dimensions))].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
}

function toPoints(
  points: readonly TrendPoint[],
  reading: ProcessReading,
  figures: readonly (SeriesFigure | null)[],
  notes: readonly { readonly period: string; readonly cause: string; readonly excluded: boolean }[],
): readonly MeasuredPoint[] {
  const sides = new Map(reading.signals.map(({ index, side }) => [index, side]));
  const rules = reading.stretches.flatMap(({ from, to }) =>
    findRules(
      points.slice(from, to).map(({ value, provisional }, at) => {
        const limits = reading.points[from + at] ?? null;
        return value === null || provisional || limits === null ? null : { ...limits, value };
      }),
    ),
  );
  const causes = new Map(notes.map((note) => [note.period, note]));
  return points.map(({ period, value, n, provisional }, index) => {
    const limits = reading.points[index] ?? null;
    const cause = causes.get(period);
    return {
      period,
      value,
      n,
      numerator: figures[index]?.numerator ?? null,
      denominator: figures[index]?.denominator ?? null,
      provisional,
      centre: limits?.centre ?? null,
      upper: limits?.upper ?? null,
      lower: limits?.lower ?? null,
      rules: rules[index] ?? [],
      side: sides.get(index) ?? null,
      cause: cause?.cause ?? null,
      excluded: cause?.excluded ?? false,
    };
  });
}
