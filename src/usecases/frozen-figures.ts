import type { Figure, MeasureRequest } from '../engine/index.ts';
import { toLocal, type Warning } from '../kernel/index.ts';
import type { ClosingRecord } from '../ledger/index.ts';
import { getStretch } from './get-stretch.ts';
import type { Institution } from './institution.ts';
import { sayValue } from './left-out.ts';

/** The figures of a closed month, whole and split, as they were frozen. */
export interface FrozenFigures {
  /** Up to when the facts went, by the clock of the institution. */
  readonly as_of: string | null;
  readonly indicators: readonly string[];
  /** Dimensions by which figures were frozen, for each indicator that can be split so. */
  readonly splits: Readonly<Record<string, readonly string[]>>;
  readonly figures: readonly Figure[];
}

interface Closed {
  readonly record: ClosingRecord;
  readonly frozen: FrozenFigures;
  readonly byKey: ReadonlyMap<string, Figure>;
}

/** Versions read at once: they never change. */
const MOST_KEPT = 60;
const kept = new Map<string, Closed>();

const keyOf = (indicator: string, dimensions: Figure['dimensions']): string =>
  JSON.stringify([indicator, Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** The last version of a closed month with its figures; null while the month is open. */
export function findClosed({ ledger }: Pick<Institution, 'ledger'>, period: string): Closed | null {
  const record = ledger.closings.find(period);
  if (!record) return null;
  const name = `${ledger.folder} ${record.id} ${record.at}`;
  let closed = kept.get(name);
  if (!closed) {
    const frozen = ledger.closings.figuresOf(record.id) as FrozenFigures;
    const byKey = new Map(
      frozen.figures.map((figure) => [keyOf(figure.indicator, figure.dimensions), figure]),
    );
    closed = { record, frozen, byKey };
    kept.set(name, closed);
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
  }
  return closed;
}

/** Whether two figures say the same, to the last digit. */
export function isSameFigure(a: Figure, b: Figure): boolean {
  const said = ({ open, inside_standard: inside, ...figure }: Figure) =>
    JSON.stringify([
      figure.value,
      figure.numerator,
      figure.denominator,
      figure.n,
      figure.p50,
      figure.p90,
      figure.verdict,
      [open.count, open.past_limit],
      inside && [inside.share, inside.n],
    ]);
  return said(a) === said(b);
}

/**
 * Puts the frozen figures of a closed month in place of those the facts give today: each says its
 * version and, where today's differ, what they would be. What was not frozen (a crossing of two
 * dimensions, an indicator made later, a quarter) stays as it is today and says so. Of an open month
 * nothing changes.
 */
export function overlayFrozen(
  institution: Pick<Institution, 'content' | 'ledger'>,
  period: string,
  request: Pick<MeasureRequest, 'by' | 'only'>,
  live: readonly Figure[],
): { readonly figures: readonly Figure[]; readonly as_of: string | null } {
  const closed = findClosed(institution, period);
  if (!closed) return { figures: tellWithin(institution, period, live), as_of: null };
  const { frozen, record } = closed;
  const { by, limit } = toAsked(request);
  const asked = new Set(live.map(({ indicator }) => indicator));
  const figures: Figure[] = [];
  for (const id of asked) {
    const today = live.filter(({ indicator }) => indicator === id);
    const isKnown = frozen.indicators.includes(id);
    const split = by === null ? null : toFrozenSplit(frozen, id, by);
    if (!isKnown || split === null || today.some(cannotSplit)) {
      const code = isKnown ? 'closed-part-live' : 'closed-without';
      figures.push(...today.map((figure) => withWarning(figure, toMark(institution, code, record))));
      continue;
    }
    figures.push(...overlayOne(institution, closed, id, { by: split, limit, today }));
  }
  return { figures, as_of: frozen.as_of };
}

/** Figures of a stretch that closed months are part of, each saying that it is of the facts of today. */
function tellWithin(
  { ledger }: Pick<Institution, 'ledger'>,
  period: string,
  figures: readonly Figure[],
): readonly Figure[] {
  const { from, to } = getStretch(period);
  const months = new Set(
    ledger.closings.list().flatMap(({ period: month }) => {
      const each = getStretch(month);
      return each.from < to && each.to > from ? [month] : [];
    }),
  );
  if (months.size === 0) return figures;
  const warning = { code: 'closed-within', params: { n: months.size } };
  return figures.map((figure) => (figure.value === null ? figure : withWarning(figure, warning)));
}

const cannotSplit = ({ warnings }: Figure): boolean =>
  warnings.some(({ code }) => code === 'dimension-unavailable');

/** The dimensions asked for; a limit to one unit is read from the split by unit. Null by for what was not frozen. */
function toAsked({ by, only = [] }: Pick<MeasureRequest, 'by' | 'only'>): {
  readonly by: readonly string[] | null;
  readonly limit: Readonly<Record<string, string>>;
} {
  if (only.length === 0) return { by, limit: {} };
  const [first] = only;
  if (only.length > 1 || first!.values.length !== 1) return { by: null, limit: {} };
  const limit = { [first!.dimension]: first!.values[0]! };
  // Splitting by what is limited gives the one part.
  if (by.length === 1 && by[0] === first!.dimension) return { by, limit };
  return { by: by.length === 0 ? [] : null, limit };
}

function toFrozenSplit(frozen: FrozenFigures, id: string, by: readonly string[]): readonly string[] | null {
  if (by.length === 0) return by;
  return by.length === 1 && frozen.splits[id]?.includes(by[0]!) ? by : null;
}

function overlayOne(
  { content }: Pick<Institution, 'content'>,
  { record, byKey, frozen }: Closed,
  id: string,
  asked: {
    readonly by: readonly string[];
    readonly limit: Readonly<Record<string, string>>;
    readonly today: readonly Figure[];
  },
): readonly Figure[] {
  const { by, limit, today } = asked;
  const sheet = content.catalogue.sheets.get(id);
  const tell = (was: Figure, now: Figure | undefined, dimensions: Figure['dimensions']): Figure => {
    const marks: Warning[] = [toMark({ content }, 'closed', record)];
    if (!now || !isSameFigure(was, now)) {
      const value = now ? sayValue(now, sheet) : null;
      const params = { n: now?.n ?? 0, es: value?.es ?? '', en: value?.en ?? '' };
      marks.push({ code: 'closed-differs', params });
    }
    return { ...was, dimensions, warnings: [...was.warnings, ...marks] };
  };
  const [dimension] = by;
  if (dimension === undefined) {
    const now = today[0];
    const was = byKey.get(keyOf(id, limit));
    // A unit that had nothing when the month was closed has nothing in it.
    return was ? [tell(was, now, {})] : now ? [tell(toNothing(now, {}), now, {})] : [];
  }
  const live = new Map(today.map((figure) => [figure.dimensions[dimension] ?? null, figure]));
  const found: Figure[] = [];
  for (const was of frozen.figures) {
    if (was.indicator !== id || !isSplitBy(was, dimension)) continue;
    const value = was.dimensions[dimension] ?? null;
    if (limit[dimension] !== undefined && limit[dimension] !== value) continue;
    const now = live.get(value);
    found.push(tell(was, now && isSplitBy(now, dimension) ? now : undefined, was.dimensions));
    live.delete(value);
  }
  for (const now of live.values())
    if (isSplitBy(now, dimension)) found.push(tell(toNothing(now, now.dimensions), now, now.dimensions));
  return found.length > 0
    ? found
    : today.map((now) => tell(toNothing(now, now.dimensions), now, now.dimensions));
}

const isSplitBy = ({ dimensions }: Figure, dimension: string): boolean =>
  dimension in dimensions && Object.keys(dimensions).length === 1;

function toNothing(figure: Figure, dimensions: Figure['dimensions']): Figure {
  return {
    ...figure,
    dimensions,
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
    warnings: [{ code: 'closed-nothing', params: {} }],
  };
}

/** The mark of a closed month, with the local date of its version. */
function toMark(
  { content }: Pick<Institution, 'content'>,
  code: string,
  { version, at, period }: ClosingRecord,
): Warning {
  const us = BigInt(Date.parse(at)) * 1000n;
  const on = toLocal(us, content.catalogue.settings.default_zone).date;
  return { code, params: { version, on, period } };
}

function withWarning(figure: Figure, warning: Warning): Figure {
  return { ...figure, warnings: [...figure.warnings, warning] };
}
