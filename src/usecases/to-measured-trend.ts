import type { Sheet } from '../kernel/index.ts';
import type { TrendPoint, TrendView } from '../charts/index.ts';
import type { Figure } from '../engine/index.ts';
import type { CheckedIndicator } from '../language/index.ts';
import type { SeriesDimensions } from '../ledger/index.ts';
import { showFigure } from '../sentences/index.ts';
import { type LimitKind, toLimitKind } from './limit-kind.ts';
import { type NotesBook, toTrendNotes } from './trend-notes.ts';

/** A figure a trend is made of; null where there is none. */
export type TrendFigure = Omit<Figure, 'numerator_n'> | null;

/** How the limits of a series go, and what each point has of it. */
export interface LimitBasis {
  readonly limits_by: LimitKind;
  /** By position: so many of so many; null at a gap, and of values. */
  readonly parts: readonly ({ readonly part: number; readonly whole: number } | null)[];
}

/** A share that is none in some month (more complaints than cards) is read by its values. */
export function toLimitBasis(indicator: CheckedIndicator, figures: readonly TrendFigure[]): LimitBasis {
  const values = { limits_by: 'values', parts: figures.map(() => null) } as const;
  const kind = toLimitKind(indicator);
  if (kind === 'values') return values;
  const parts = figures.map((figure) => {
    if (!figure || figure.value === null || figure.numerator === null) return null;
    return { part: figure.numerator, whole: indicator.denominator === null ? 1 : (figure.denominator ?? 0) };
  });
  const known = parts.filter((each) => each !== null);
  const fits = ({ part, whole }: (typeof known)[number], most: number) =>
    part >= 0 && whole > 0 && part <= most;
  if (kind === 'share' && known.every((each) => fits(each, each.whole))) return { limits_by: 'share', parts };
  const isRate = indicator.numerator.kind !== 'operation' && known.every((each) => fits(each, Infinity));
  return isRate ? { limits_by: 'rate', parts } : values;
}

/**
 * A series as it is read for signals: values as `measure` prints them (1.1 is 110 %). Where each fact has a
 * limit and that limit changed meanwhile, as a share of the limit now in force: a new standard is no change of
 * the process. What was decided of its points goes along. `figures` by position of `periods`.
 */
export function toMeasuredTrend(
  { sheet, indicator }: { readonly sheet: Sheet; readonly indicator: CheckedIndicator },
  dimensions: SeriesDimensions,
  periods: readonly string[],
  figures: readonly TrendFigure[],
  notes: NotesBook,
): TrendView {
  const basis = toLimitBasis(indicator, figures);
  const known = figures.filter((figure) => figure !== null && figure.value !== null);
  const last = known.at(-1)?.standard?.limit ?? null;
  const isLimited = last !== null && known.every((figure) => (figure?.standard?.limit ?? null) !== null);
  const points = periods.map((period, index): TrendPoint => {
    const figure = figures[index] ?? null;
    const limit = figure?.standard?.limit ?? null;
    const scale = isLimited && limit !== null && limit !== last ? limit / last : 1;
    const parts = basis.parts[index] ?? null;
    return {
      period,
      value: figure === null || figure.value === null ? null : figure.value * scale,
      n: figure?.n ?? null,
      floor: toScaled(figure?.standard?.floor, scale),
      ceiling: toScaled(figure?.standard?.ceiling, scale),
      verdict: figure?.verdict ?? 'no-data',
      provisional: figure?.provisional ?? false,
      ...parts,
    };
  });
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const latest = known.at(-1);
  const isShare = latest ? showFigure(latest, sheet, 'es')?.family === 'share' : false;
  return {
    name: sheet.name,
    unit: indicator.unit,
    direction: toTrendDirection(sheet),
    points,
    lowest: values.some((value) => value < 0) ? null : 0,
    highest: isShare && values.every((value) => value <= 1) ? 1 : null,
    limits_by: basis.limits_by,
    ...toTrendNotes(notes, sheet.id, dimensions, periods),
  };
}

function toScaled(bound: number | null | undefined, scale: number): number | null {
  return typeof bound === 'number' ? bound * scale : null;
}

/** Which way is better: with a floor and a ceiling neither, as the result must stay between them. */
export function toTrendDirection({ standards }: Sheet): TrendView['direction'] {
  const last = standards.at(-1);
  if (!last) return null;
  return last.floor !== null && last.ceiling !== null ? 'between' : last.direction;
}
