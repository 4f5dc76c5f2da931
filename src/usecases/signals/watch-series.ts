import { setImmediate } from 'node:timers/promises';
import { nextPeriod, parsePeriod, periodOf, previousPeriod, type Scope } from '../../kernel/index.ts';
import type { CheckedIndicator } from '../../language/index.ts';
import type { SeriesDimensions } from '../../ledger/index.ts';
import type { Figures } from '../figures.ts';
import type { Institution } from '../institution.ts';
import type { SeriesFigure } from '../measure-series.ts';
import { reachIndicators, toOnly } from '../reach-indicators.ts';
import { reachUnits } from '../reach-units.ts';
import { readSeries, type SeriesReading } from '../read-series.ts';
import { toMeasuredTrend } from '../to-measured-trend.ts';
import { readNotes } from '../trend-notes.ts';

/** Months of a series: two years, so that each month of the year is in it twice. */
export const WATCHED_MONTHS = 24;
/** What every indicator is watched by where its sheet does not say. */
const USUAL_WATCH: readonly string[] = ['unit'];
/** Series read between two pauses. */
const SERIES_AT_ONCE = 100;

/** A series as it stands: its last settled figure, and its reading. */
export interface WatchedSeries {
  readonly indicator: CheckedIndicator;
  readonly dimensions: SeriesDimensions;
  readonly read: SeriesReading;
  readonly figure: SeriesFigure | null;
}

export interface WatchInput {
  /** The month the series end at. */
  readonly month: string;
  /** One unit; null for all the scope reaches. */
  readonly unit: string | null;
  readonly scope: Scope;
}

/** First month of the series that end at one. */
export function toFirstMonth(month: string): string {
  let first = periodOf(parsePeriod(month)!.from, 'month');
  for (let count = 1; count < WATCHED_MONTHS; count += 1) first = previousPeriod(first);
  return first.text;
}

/**
 * Every series that is watched and that the scope reaches, read over two years: each indicator whole, and by the
 * breakdowns its sheet names (units where it names none). One statement for each breakdown whatever the number of
 * indicators and months, from the cache; reading them lets others work in between.
 */
export async function watchSeries(
  institution: Institution,
  { cache, version }: Figures,
  { month, unit, scope }: WatchInput,
): Promise<readonly WatchedSeries[]> {
  const { content, ledger } = institution;
  const reached = new Map(reachIndicators(content, scope).map((each) => [each.id, each]));
  const units = reachUnits(scope, unit);
  const [from, to] = [toFirstMonth(month), month];
  const months = listMonths(from, to);
  const notes = readNotes(ledger.signals);
  const found: WatchedSeries[] = [];
  const read = async (by: readonly string[], only: ReturnType<typeof toOnly>): Promise<void> => {
    const series = await cache.series(institution, version, { from, to, by, only });
    for (const { indicator, dimensions, figures } of await groupSeries(series, months, by)) {
      const checked = reached.get(indicator);
      const sheet = content.catalogue.sheets.get(indicator);
      if (!checked || !sheet || !by.every((name) => listWatched(institution, indicator).includes(name)))
        continue;
      const name = dimensions['unit'];
      if (units !== null && by.includes('unit') && (typeof name !== 'string' || !units.includes(name)))
        continue;
      const trend = toMeasuredTrend({ sheet, indicator: checked }, dimensions, months, figures, notes);
      const reading = readSeries(trend);
      found.push({ indicator: checked, dimensions, read: reading, figure: figures[reading.last] ?? null });
      if (found.length % SERIES_AT_ONCE === 0) await setImmediate();
    }
  };
  const isPerson = scope.staff_name !== null;
  // Who reaches some units sees each of them; only who reaches all, or one's own figures, has a whole.
  if (units === null || isPerson) await read([], toOnly(scope, unit));
  if (isPerson) return found;
  for (const dimension of listBreakdowns(institution, [...reached.keys()]))
    if (units === null || dimension === 'unit') await read([dimension], []);
  return found;
}

function listMonths(from: string, to: string): readonly string[] {
  const months: string[] = [];
  for (let month = parsePeriod(from)!; month.text <= to; month = nextPeriod(month)) months.push(month.text);
  return months;
}

/** The breakdowns that some of these indicators is watched by. */
function listBreakdowns(institution: Institution, ids: readonly string[]): readonly string[] {
  return [...new Set(ids.flatMap((id) => listWatched(institution, id)))].sort();
}

/** The breakdowns of an indicator that are watched: those its sheet names and its data set has; never people. */
function listWatched({ content }: Institution, id: string): readonly string[] {
  const sheet = content.catalogue.sheets.get(id);
  const dataset = sheet && content.catalogue.datasets.get(sheet.population.dataset);
  if (!sheet || !dataset) return [];
  const isPerson = (name: string) =>
    dataset.columns.some(
      (column) => column.name === name && (column.of === 'person' || column.of === 'client'),
    );
  const has = (name: string) =>
    name === 'service' || [...dataset.columns, ...dataset.lookups].some((column) => column.name === name);
  return (sheet.watch ?? USUAL_WATCH).filter((name) => has(name) && !isPerson(name));
}

interface Series {
  readonly indicator: string;
  readonly dimensions: SeriesDimensions;
  /** By position of the months. */
  readonly figures: readonly (SeriesFigure | null)[];
}

/**
 * The figures of all months as one series for each indicator and value of the breakdown that ever had facts. Lets
 * others work after each month: there may be thousands of figures in one.
 */
async function groupSeries(
  found: ReadonlyMap<string, readonly SeriesFigure[]>,
  months: readonly string[],
  by: readonly string[],
): Promise<Iterable<Series>> {
  const series = new Map<string, Series & { readonly figures: (SeriesFigure | null)[] }>();
  for (const [index, month] of months.entries()) {
    for (const figure of found.get(month) ?? []) {
      const values = by.map((name) => figure.dimensions[name]);
      // Without the breakdown, or in a month without facts: nothing of this series.
      if (values.some((value) => value === undefined || value === null)) continue;
      const key = [figure.indicator, ...values].join('\u0000');
      let known = series.get(key);
      if (!known) {
        known = {
          indicator: figure.indicator,
          dimensions: Object.fromEntries(by.map((name, at) => [name, values[at] ?? null])),
          figures: months.map(() => null),
        };
        series.set(key, known);
      }
      known.figures[index] = figure;
    }
    await setImmediate();
  }
  return series.values();
}
