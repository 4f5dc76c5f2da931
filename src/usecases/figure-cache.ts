import { type Measurement, nextPeriod, parsePeriod, periodOf } from '../kernel/index.ts';
import type { MeasureRequest } from '../engine/index.ts';
import { type FactsPrint, readFactsPrint, readSnapshot } from './facts-print.ts';
import { measureFigures, planMeasure, tellFigures } from './indicators/measure-indicators.ts';
import type { Content, Institution } from './institution.ts';
import { listPeriods, measureSeries, overlayMonth, type SeriesFigure } from './measure-series.ts';

type Only = NonNullable<MeasureRequest['only']>;

export interface CachedRequest {
  /** First and last period, both included and of one length: `2010-06`, `2011-06`. */
  readonly from: string;
  readonly to: string;
  readonly by: readonly string[];
  readonly only: Only;
}

/** What the cache did: a test reads it, and the bench. */
export interface CacheCounts {
  /** Periods measured since it was made. */
  readonly measured: number;
  readonly hits: number;
}

/**
 * Figures of every indicator by period, kept while what they depend on stays the same. `version`
 * grows after each write that figures may depend on, and is read by the caller before it asks: a
 * figure is never given under a version whose facts it has not seen. After a write only the periods
 * whose facts changed (and those with open facts, when the cut moved) are measured again.
 */
export interface FigureCache {
  /** Figures of all indicators, by period. Several who ask at once wait for one measurement. */
  readonly series: (
    institution: Institution,
    version: number,
    request: CachedRequest,
  ) => Promise<ReadonlyMap<string, readonly SeriesFigure[]>>;
  /** The figures of a period in words. */
  readonly told: (
    institution: Institution,
    version: number,
    period: string,
    only: Only,
  ) => Promise<readonly Measurement[]>;
  /** Which months have facts, and up to when. */
  readonly print: (institution: Institution, version: number) => Promise<FactsPrint>;
  /** Anything else made from the figures, kept for as long as the version. */
  readonly keep: <T>(
    institution: Institution,
    version: number,
    key: string,
    make: () => Promise<T>,
  ) => Promise<T>;
  readonly counts: () => CacheCounts;
}

interface Cell {
  readonly print: string;
  /** The cut it was looked at from; null where nothing is open and any cut gives the same. */
  readonly cuts: string | null;
  readonly figures: readonly SeriesFigure[];
}

/** Months of one breakdown and one part of the facts. */
interface Shelf {
  readonly cells: Map<string, Cell>;
  turn: Promise<unknown>;
}

/** What is kept of one content: other packs, other figures. */
interface Store {
  readonly shelves: Map<string, Shelf>;
  /** Everything that holds for one version only: the newest, and the one before it. */
  version: number;
  kept: Map<string, Promise<unknown>>;
  before: Map<string, Promise<unknown>>;
  /** The last print read. */
  printed: FactsPrint | null;
}

/** Parts of the facts kept at once (units of a supervisor, a person): the oldest leaves. */
const MOST_SHELVES = 200;
/** Answers kept of one version. */
const MOST_KEPT = 2_000;
/** Months kept of each. */
const MOST_MONTHS = 40;

/** A cache of figures, empty. One per institution and program. */
export function toFigureCache(): FigureCache {
  const stores = new WeakMap<Content, Store>();
  let measured = 0;
  let hits = 0;

  const storeOf = (content: Content): Store => {
    let store = stores.get(content);
    if (!store) {
      store = { shelves: new Map(), version: 0, kept: new Map(), before: new Map(), printed: null };
      stores.set(content, store);
    }
    return store;
  };

  const keep: FigureCache['keep'] = (institution, version, key, make) => {
    const store = storeOf(institution.content);
    // Two versions live at once: people are served from one while the next is made. Older ones keep nothing.
    if (version < store.version - 1) return make();
    if (version > store.version) {
      store.before = version === store.version + 1 ? store.kept : new Map();
      store.version = version;
      store.kept = new Map();
    }
    const kept = version === store.version ? store.kept : store.before;
    const known = kept.get(key) as ReturnType<typeof make> | undefined;
    if (known) {
      hits += 1;
      return known;
    }
    const made = make();
    kept.set(key, made);
    dropOldest(kept, MOST_KEPT);
    // What failed is tried again by whoever asks next.
    made.catch(() => kept.delete(key));
    return made;
  };

  const print: FigureCache['print'] = (institution, version) => {
    const store = storeOf(institution.content);
    return keep(institution, version, 'print', () =>
      inOneSnapshot(institution, async () => {
        // Much is written that facts know nothing of: then what was read stays true.
        const { printed } = store;
        if (printed && printed.snapshot === (await readSnapshot(institution))) return printed;
        store.printed = await readFactsPrint(institution);
        return store.printed;
      }),
    );
  };

  const series: FigureCache['series'] = (institution, version, request) =>
    keep(institution, version, `series ${JSON.stringify(request)}`, async () => {
      const seen = await print(institution, version);
      const shelf = shelfOf(storeOf(institution.content), request);
      const months = listPeriods(request.from, request.to).map(({ text }) => text);
      const work = async () => {
        const stale = months.filter((month) => !isFresh(shelf.cells.get(month), month, seen));
        for (const run of toRuns(stale)) {
          measured += run.length;
          await measureRun(institution, shelf, seen, run, request);
        }
        const found = new Map(
          months.map((month) => [
            month,
            overlayMonth(institution, month, asOnly(request), shelf.cells.get(month)?.figures ?? []),
          ]),
        );
        dropOldest(shelf.cells, MOST_MONTHS);
        return found;
      };
      const turn = shelf.turn.then(work, work);
      shelf.turn = turn.catch(() => undefined);
      return turn;
    });

  const told: FigureCache['told'] = (institution, version, period, only) =>
    keep(institution, version, `told ${period} ${JSON.stringify(only)}`, async () => {
      const isStretch = period.includes('..');
      const found = isStretch
        ? null
        : await series(institution, version, { ...toBreakdown(only), from: period, to: period });
      return inOneSnapshot(institution, async () => {
        const input = {
          period,
          indicators: [],
          by: [],
          as_of: null,
          ...(only.length === 0 ? {} : { only }),
        };
        if (found === null) {
          const { figures, plan } = await measureFigures(institution, input);
          return tellFigures(institution, figures, plan.request, period);
        }
        const { plan } = await planMeasure(institution, input);
        return tellFigures(institution, pickWhole(found.get(period) ?? [], only), plan.request, period);
      });
    });

  return { series, told, print, keep, counts: () => ({ measured, hits }) };
}

const asOnly = ({ by, only }: CachedRequest): Pick<MeasureRequest, 'by' | 'only'> =>
  only.length === 0 ? { by } : { by, only };

/** One unit alone is read from the breakdown by unit, which is measured anyway. */
export function toBreakdown(only: Only): Pick<CachedRequest, 'by' | 'only'> {
  const [first] = only;
  const isUnit = only.length === 1 && first?.dimension === 'unit' && first.values.length === 1;
  return isUnit ? { by: ['unit'], only: [] } : { by: [], only };
}

/** Of the figures of a month, those of the part asked for; an indicator without any there has none. */
export function pickWhole(figures: readonly SeriesFigure[], only: Only): readonly SeriesFigure[] {
  if (toBreakdown(only).by.length === 0) return figures;
  const unit = only[0]!.values[0]!;
  const byIndicator = new Map<string, SeriesFigure>();
  for (const figure of figures) {
    if (figure.dimensions['unit'] === unit) byIndicator.set(figure.indicator, figure);
    else if (!byIndicator.has(figure.indicator)) byIndicator.set(figure.indicator, toAbsent(figure));
  }
  return [...byIndicator.values()];
}

function toAbsent(figure: SeriesFigure): SeriesFigure {
  const cannot = figure.warnings.filter(({ code }) => code === 'dimension-unavailable');
  return {
    ...figure,
    dimensions: {},
    value: null,
    numerator: null,
    denominator: null,
    n: 0,
    numerator_n: null,
    p50: null,
    p90: null,
    inside_standard: null,
    open: { count: 0, past_limit: 0 },
    standard: null,
    verdict: 'no-data',
    provisional: false,
    warnings: cannot.length > 0 ? cannot : [{ code: 'no-facts', params: {} }],
  };
}

function shelfOf(store: Store, { by, only }: CachedRequest): Shelf {
  const key = JSON.stringify([by, only]);
  const shelf = store.shelves.get(key) ?? { cells: new Map<string, Cell>(), turn: Promise.resolve() };
  // The last one used stands last.
  store.shelves.delete(key);
  store.shelves.set(key, shelf);
  dropOldest(store.shelves, MOST_SHELVES);
  return shelf;
}

function dropOldest<T>(kept: Map<string, T>, most: number): void {
  for (const key of kept.keys()) {
    if (kept.size <= most) return;
    kept.delete(key);
  }
}

/** What the figures of a period depend on: the facts of the months it touches, and what holds everywhere. */
function toPrint(period: string, seen: FactsPrint): string {
  const { from, to } = parsePeriod(period)!;
  const parts = [seen.everywhere];
  for (let month = periodOf(from, 'month'); month.from < to; month = nextPeriod(month))
    parts.push(seen.months.get(month.text) ?? '');
  return parts.join('\n');
}

function isFresh(cell: Cell | undefined, month: string, seen: FactsPrint): boolean {
  return (
    cell !== undefined &&
    cell.print === toPrint(month, seen) &&
    (cell.cuts === null || cell.cuts === seen.cuts)
  );
}

/** Months in a row, so that each stretch is measured at once. */
function toRuns(months: readonly string[]): readonly (readonly string[])[] {
  const runs: string[][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run && parsePeriod(run.at(-1)!)!.to === parsePeriod(month)!.from) run.push(month);
    else runs.push([month]);
  }
  return runs;
}

async function measureRun(
  institution: Institution,
  shelf: Shelf,
  seen: FactsPrint,
  run: readonly string[],
  { by, only }: CachedRequest,
): Promise<void> {
  const { figures, now } = await inOneSnapshot(institution, async () => {
    // What was seen may have been left behind by an import that has just ended.
    const isSame = (await readSnapshot(institution)) === seen.snapshot;
    const series = await measureSeries(institution, {
      indicators: [],
      from: run[0]!,
      to: run.at(-1)!,
      by,
      ...(only.length === 0 ? {} : { only }),
      live: true,
    });
    return { figures: series.figures, now: isSame ? seen : await readFactsPrint(institution) };
  });
  const byMonth = new Map<string, SeriesFigure[]>(run.map((month) => [month, []]));
  for (const figure of figures) byMonth.get(figure.period)?.push(figure);
  for (const [month, found] of byMonth) {
    const isOpen = found.some(({ open }) => open.count > 0);
    shelf.cells.delete(month);
    shelf.cells.set(month, { print: toPrint(month, now), cuts: isOpen ? now.cuts : null, figures: found });
  }
}

/** Every statement sees the facts as they were at the first: an import does not come in between. */
function inOneSnapshot<T>(institution: Institution, work: () => Promise<T>): Promise<T> {
  return institution.facts.duck.transaction(work);
}
