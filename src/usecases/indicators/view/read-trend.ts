import {
  type Language,
  type Measurement,
  parsePeriod,
  type Period,
  periodOf,
  previousPeriod,
  type Sheet,
} from '../../../kernel/index.ts';
import {
  readTrend,
  toTrendState,
  type TrendPoint,
  type TrendState,
  type TrendView,
} from '../../../charts/index.ts';
import type { MeasureRequest } from '../../../engine/index.ts';
import type { CheckedIndicator } from '../../../language/index.ts';
import {
  printNumber,
  printPeriod,
  printQuantity,
  showFigure,
  type ShownFigure,
  type Standing,
  writeSignal,
} from '../../../sentences/index.ts';
import { SMALLEST_BASELINE } from '../../../statistics/index.ts';
import type { Institution } from '../../institution.ts';
import { measureSeries, type SeriesFigure } from '../../measure-series.ts';
import { readSeries, toToldSeries, toTrendWords } from '../../read-series.ts';
import { toLimitBasis, toTrendDirection, type TrendFigure } from '../../to-measured-trend.ts';
import { readNotes, toTrendNotes } from '../../trend-notes.ts';
import type { Filter } from '../name-dimension.ts';
import { readHistory } from '../read-history.ts';
import type { PastResult } from './sheet-view.ts';
import { VIEW_WORDS } from './words.ts';

/** Periods of a trend, by their length. */
const PERIODS: Readonly<Record<Period['grain'], number>> = {
  day: 31,
  week: 26,
  month: 24,
  quarter: 8,
  semester: 6,
  year: 5,
};

export interface TrendInput {
  readonly indicator: CheckedIndicator;
  readonly sheet: Sheet;
  readonly period: string;
  readonly filters: readonly Filter[];
  readonly only: NonNullable<MeasureRequest['only']>;
  /** The figure of the period itself, looked at from its own cut. */
  readonly measurement: Measurement | null;
  readonly language: Language;
}

/** The trend of an indicator up to a period, what it comes to, and past results apart. */
export async function readSheetTrend(
  institution: Institution,
  input: TrendInput,
): Promise<{ readonly trend: TrendView; readonly history: readonly PastResult[] }> {
  const { sheet, filters, only } = input;
  const last = lastPeriod(input.period);
  const periods = [last];
  while (periods.length < PERIODS[last.grain]) periods.unshift(previousPeriod(periods[0]!));
  const { figures } = await measureSeries(institution, {
    indicators: [sheet.id],
    from: periods[0]!.text,
    to: last.text,
    by: filters.map(({ dimension }) => dimension),
    ...(only.length === 0 ? {} : { only }),
  });
  const found = new Map(
    figures
      .filter((figure) => filters.every(({ dimension, value }) => figure.dimensions[dimension] === value))
      .map((figure) => [figure.period, figure]),
  );
  // The figure on the tiles is the last point, whatever cut was asked for.
  const told = periods.map(({ text }) =>
    text === input.period && input.measurement
      ? { ...input.measurement, period: text }
      : (found.get(text) ?? null),
  );
  const first = Math.max(
    0,
    told.findIndex((figure) => figure !== null && figure.value !== null),
  );
  const shown = periods.slice(first);
  const notes = toTrendNotes(
    readNotes(institution.ledger.signals, sheet.id),
    sheet.id,
    Object.fromEntries(filters.map(({ dimension, value }) => [dimension, value])),
    shown.map(({ text }) => text),
  );
  const trend = { ...toTrend(input, shown, told.slice(first)), ...notes };
  return { trend, history: await readPast(institution, input, trend, periods, found) };
}

function lastPeriod(text: string): Period {
  const [first = '', until] = text.split('..');
  const found = parsePeriod(until ?? first);
  if (!found) throw new Error(`no period in ${text}`);
  return until === undefined ? found : periodOf(found.from, 'month');
}

function toTrend(
  { sheet, indicator, language }: TrendInput,
  periods: readonly Period[],
  told: readonly TrendFigure[],
): TrendView {
  const basis = toLimitBasis(indicator, told);
  const shown = told.map((figure) => figure && showFigure(figure, sheet, language));
  const known = shown.filter((each) => each !== null);
  // Months told in different units (a limit that stopped being common) are told as indexes.
  const units = new Set(known.map(({ unit }) => unit));
  const unit = units.size === 1 ? known[0]!.unit : 'ratio';
  const points = periods.map(({ text }, index): TrendPoint => {
    const figure = told[index] ?? null;
    const each = shown[index] ?? null;
    const isSame = each?.unit === unit;
    return {
      period: text,
      // Not rounded: limits are worked out from it, and the same of every screen, paper and command.
      value: toPointValue(figure, isSame ? each : null),
      n: figure?.n ?? null,
      floor: isSame ? (each?.floor ?? null) : (figure?.standard?.floor ?? null),
      ceiling: isSame ? (each?.ceiling ?? null) : (figure?.standard?.ceiling ?? null),
      verdict: figure?.verdict ?? 'no-data',
      provisional: figure?.provisional ?? false,
      ...basis.parts[index],
    };
  });
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const isShare = known.length > 0 && known.every(({ family }) => family === 'share');
  return {
    name: sheet.name,
    unit,
    direction: toTrendDirection(sheet),
    points,
    lowest: values.some((value) => value < 0) ? null : 0,
    highest: isShare && values.every((value) => value <= 1) ? 1 : null,
    limits_by: basis.limits_by,
  };
}

/** A value in the unit of the trend: a deadline's index times its limit; as it is where that unit is not its own. */
function toPointValue(figure: TrendFigure, shown: ShownFigure | null): number | null {
  if (figure === null || figure.value === null) return null;
  return figure.value * (shown?.family === 'deadline' ? (figure.standard?.limit ?? 1) : 1);
}

/** Past results of the same unit in the periods of the trend, in its unit: a ratio times the limit of its period. */
async function readPast(
  institution: Institution,
  { sheet, filters, only, language }: TrendInput,
  trend: TrendView,
  periods: readonly Period[],
  found: ReadonlyMap<string, SeriesFigure>,
): Promise<readonly PastResult[]> {
  const unit = filters.find(({ dimension }) => dimension === 'unit')?.value ?? null;
  if (only.length > 0 || filters.some(({ dimension }) => dimension !== 'unit')) return [];
  const past = await readHistory(institution, [sheet.id], periods[0]!.from, periods.at(-1)!.to);
  const { grain } = periods[0]!;
  const limit =
    [...found.values()].findLast(({ standard }) => standard?.limit !== null)?.standard?.limit ?? null;
  return past
    .filter((figure) => figure.unit === unit && parsePeriod(figure.period)?.grain === grain)
    .map(({ period, value, n }) => {
      const isTime = trend.unit !== 'ratio' && limit !== null;
      const scaled = isTime ? value * (found.get(period)?.standard?.limit ?? limit) : value;
      return { period, value: scaled, text: printQuantity(scaled, trend.unit, language), n };
    });
}

/** The tile of the trend: a word, and by what rule. */
export function toTrendTile(
  trend: TrendView,
  language: Language,
): { readonly text: string; readonly note: string; readonly kind: TrendState['kind'] | 'no-figure' } {
  const words = VIEW_WORDS[language];
  const latest = trend.points.at(-1);
  if (latest === undefined || latest.value === null) {
    const known = trend.points.findLast(({ value }) => value !== null);
    const when = known ? words.lastKnown(printPeriod(known.period, language)) : words.neverKnown;
    return { kind: 'no-figure', text: words.noTrend, note: when };
  }
  const reading = readTrend(trend);
  const state = toTrendState(trend, reading);
  const last = trend.points.findLastIndex(({ value, provisional }) => value !== null && !provisional);
  const signal = reading.signals.find(({ index }) => index === last);
  const rule =
    reading.limits === null
      ? words.tooShort(printNumber(SMALLEST_BASELINE, language), printNumber(reading.n, language))
      : signal === undefined
        ? words.asUsual
        : words[signal.rule];
  const before = trend.points.at(-2)?.value ?? null;
  const previous = before === null ? [] : [words.previous(printQuantity(before, trend.unit, language))];
  return { kind: state.kind, text: state.text[language], note: [rule, ...previous].join('; ') };
}

/** How the process stands by its trend, in words. */
export function toSheetStanding(
  trend: TrendView,
  standard: string | null,
  language: Language,
): { readonly kind: Standing; readonly text: string } {
  const read = readSeries(trend);
  const text = writeSignal(toToldSeries(read, toTrendWords(read, standard, language)), language);
  return { kind: read.standing, text };
}
