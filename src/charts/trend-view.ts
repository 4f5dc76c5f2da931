import type { Direction, LocalText, Verdict } from '../kernel/index.ts';
import { processLimits, type ProcessReading, rateLimits } from '../statistics/index.ts';

/** One period of an indicator, everything in the unit of the view. */
export interface TrendPoint {
  readonly period: string;
  /** Null where there is no figure: a gap, never zero. */
  readonly value: number | null;
  readonly n: number | null;
  readonly floor: number | null;
  readonly ceiling: number | null;
  readonly verdict: Verdict;
  readonly provisional: boolean;
  /** Of shares and rates: so many (cases, events) of so many; where the limits go by them. */
  readonly part?: number | null;
  readonly whole?: number | null;
}

/** A special cause that somebody told of a point and another approved. */
export interface TrendNote {
  readonly period: string;
  readonly cause: string;
  /** Whether the point sets no limit any more. */
  readonly excluded: boolean;
}

/** An indicator over time, in the unit in which it is told. */
export interface TrendView {
  readonly name: LocalText;
  /** A unit of the kernel: `ratio`, `h`, `working_h`... */
  readonly unit: string;
  /** Which way is better; null where there is no standard. */
  readonly direction: Direction | null;
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
  /** What a value can be at all, in the unit: 0 for times and shares, 1 for shares. */
  readonly lowest?: number | null;
  readonly highest?: number | null;
  /** Periods from which the limits are taken, both included; all of them where absent. */
  readonly baseline?: { readonly from: string; readonly to: string } | null;
  /** How limits are worked out: by moving ranges where absent; of shares and rates by the n of each point. */
  readonly limits_by?: 'values' | 'share' | 'rate';
  /** Periods from which limits were taken anew, by a decision. */
  readonly baselines?: readonly string[];
  readonly notes?: readonly TrendNote[];
  /** First period after a change whose effect is looked at: marked, and nothing is worked out from it. */
  readonly change?: string | null;
}

/** The limits of a trend and the points that are no accident: the one reading of screens, paper and signals. */
export function readTrend(view: TrendView): ProcessReading {
  const { points, lowest, highest, limits_by = 'values' } = view;
  const options = { ...toBaselines(view), excluded: listExcluded(view) };
  // A figure that may still change is shown, and neither sets a limit nor breaks one.
  if (limits_by !== 'values')
    return rateLimits(
      limits_by,
      points.map(({ part, whole, provisional }) =>
        provisional || typeof part !== 'number' || typeof whole !== 'number' ? null : { part, whole },
      ),
      options,
    );
  return processLimits(
    points.map(({ value, provisional }) => (provisional ? null : value)),
    {
      ...options,
      ...(typeof lowest === 'number' ? { lowest } : {}),
      ...(typeof highest === 'number' ? { highest } : {}),
    },
  );
}

/** From where limits are taken, by position. */
function toBaselines({ points, baseline, baselines = [] }: TrendView) {
  const starts = baselines.flatMap((from) => {
    const index = points.findIndex(({ period }) => period >= from);
    return index < 0 ? [] : [index];
  });
  if (starts.length > 0) return { baselines: [...new Set(starts)].map((from) => ({ from })) };
  const inside = points.flatMap(({ period }, index) =>
    baseline && (period < baseline.from || period > baseline.to) ? [] : [index],
  );
  return { baseline: { from: inside[0] ?? 0, to: (inside.at(-1) ?? -1) + 1 } };
}

function listExcluded({ points, notes = [] }: TrendView): readonly number[] {
  const out = new Set(notes.filter(({ excluded }) => excluded).map(({ period }) => period));
  return points.flatMap(({ period }, index) => (out.has(period) ? [index] : []));
}

/** What a trend comes to: too short to say, as usual, or moving to one side. */
export interface TrendState {
  readonly kind: 'too-short' | 'as-usual' | 'improves' | 'worsens' | 'rises' | 'falls';
  /** Word of the tile. */
  readonly text: LocalText;
}

const STATES: Readonly<Record<TrendState['kind'], LocalText>> = {
  'too-short': { es: 'Aún sin tendencia', en: 'No trend yet' },
  'as-usual': { es: 'Como siempre', en: 'As usual' },
  improves: { es: 'Mejora', en: 'Improves' },
  worsens: { es: 'Empeora', en: 'Worsens' },
  rises: { es: 'Sube', en: 'Rises' },
  falls: { es: 'Baja', en: 'Falls' },
};

/**
 * Where a trend goes, by its last settled point: a point that fires a rule moves, any other is as
 * usual. An arrow says up or down; whether that is good depends on the direction.
 */
export function toTrendState(view: TrendView, reading: ProcessReading = readTrend(view)): TrendState {
  if (reading.limits === null) return { kind: 'too-short', text: STATES['too-short'] };
  const last = view.points.findLastIndex(({ value, provisional }) => value !== null && !provisional);
  const signal = reading.signals.find(({ index }) => index === last);
  if (!signal) return { kind: 'as-usual', text: STATES['as-usual'] };
  const rises = signal.side === 'above';
  const kind =
    view.direction === 'at-least'
      ? rises
        ? 'improves'
        : 'worsens'
      : view.direction === 'at-most'
        ? rises
          ? 'worsens'
          : 'improves'
        : rises
          ? 'rises'
          : 'falls';
  const arrow = rises ? '↑' : '↓';
  return { kind, text: { es: `${STATES[kind].es} ${arrow}`, en: `${STATES[kind].en} ${arrow}` } };
}
