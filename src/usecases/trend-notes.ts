import { parsePeriod } from '../kernel/index.ts';
import type { AnnotationRecord, BaselineRecord, SeriesDimensions, SignalBook } from '../ledger/index.ts';
import type { TrendNote, TrendView } from '../charts/index.ts';

/** What was decided of the points of all indicators, read once for many series. */
export interface NotesBook {
  readonly annotations: ReadonlyMap<string, readonly AnnotationRecord[]>;
  readonly baselines: ReadonlyMap<string, readonly BaselineRecord[]>;
}

/** Reads what was decided: of one indicator where named. */
export function readNotes(signals: SignalBook, indicator?: string): NotesBook {
  return {
    annotations: Map.groupBy(signals.annotations(indicator), (note) => note.indicator),
    baselines: Map.groupBy(signals.baselines(indicator), (base) => base.indicator),
  };
}

/**
 * What of it holds for one series: its own, and what was decided of a whole it is part of (a cause of all
 * units is one of each). Of two causes of the same point its own wins.
 */
export function toTrendNotes(
  { annotations, baselines }: NotesBook,
  indicator: string,
  dimensions: SeriesDimensions,
  periods: readonly string[],
): Pick<TrendView, 'baselines' | 'notes'> {
  const holds = (of: SeriesDimensions) =>
    Object.entries(of).every(([name, value]) => dimensions[name] === value);
  const width = (of: SeriesDimensions) => Object.keys(of).length;
  const found = new Map<string, TrendNote & { readonly width: number }>();
  for (const { dimensions: of, period, cause, excluded } of annotations.get(indicator) ?? []) {
    const before = found.get(period);
    if (!holds(of) || !periods.includes(period) || (before && before.width > width(of))) continue;
    found.set(period, { period, cause, excluded, width: width(of) });
  }
  const starts = (baselines.get(indicator) ?? []).flatMap(({ dimensions: of, from_period }) => {
    const from = parsePeriod(from_period)?.from;
    if (from === undefined || !holds(of)) return [];
    const first = periods.find((text) => (parsePeriod(text)?.from ?? '') >= from);
    return first === undefined || first === periods[0] ? [] : [first];
  });
  return {
    ...(starts.length === 0 ? {} : { baselines: [...new Set(starts)].sort() }),
    ...(found.size === 0
      ? {}
      : { notes: [...found.values()].map(({ period, cause, excluded }) => ({ period, cause, excluded })) }),
  };
}
