/** A point of a small control chart. */
export interface SparkPoint {
  /** Null is a gap. */
  readonly value: number | null;
  readonly flagged: boolean;
  readonly provisional: boolean;
  readonly explained: boolean;
}

/** A control chart as small as a card, for an SVG of the reader's own. */
export interface LimitSparkline {
  readonly width: number;
  readonly height: number;
  /** `d` of the results; pieces where there are gaps. */
  readonly path: string;
  /** Where what is usual lies: from its upper limit to its lower one, or to the edge where it has none. */
  readonly band: { readonly top: number; readonly height: number };
  readonly upper_y: number | null;
  readonly lower_y: number | null;
  readonly centre_y: number;
  /** Height of the standard; null without one. */
  readonly bound_y: number | null;
  /** The points that are marked: flagged ones and the last. */
  readonly marks: readonly (SparkPoint & {
    readonly x: number;
    readonly y: number;
    readonly last: boolean;
  })[];
}

/**
 * A small control chart: results, what is usual as a band, the standard, and the points that fire a rule.
 * Everything named is inside the picture.
 *
 * @example
 * const point = { value: 5, flagged: false, provisional: false, explained: false };
 * const limits = { centre: 5, upper: 8, lower: 2 };
 * toLimitSparkline([point], limits, null, { width: 10, height: 12 }).centre_y // 6
 */
export function toLimitSparkline(
  points: readonly SparkPoint[],
  limits: { readonly centre: number; readonly upper: number | null; readonly lower: number | null },
  bound: number | null,
  size: { readonly width: number; readonly height: number } = { width: 240, height: 72 },
): LimitSparkline {
  const { width, height } = size;
  const pad = Math.min(6, height / 4);
  const known = [
    ...points.map(({ value }) => value),
    limits.centre,
    limits.upper,
    limits.lower,
    bound,
  ].filter((value) => value !== null);
  const low = Math.min(...known);
  const spread = Math.max(...known) - low;
  const toY = (value: number) =>
    round(spread === 0 ? height / 2 : height - pad - ((value - low) / spread) * (height - 2 * pad));
  const step = points.length < 2 ? 0 : (width - 2 * pad) / (points.length - 1);
  const placed = points.map((point, index) =>
    point.value === null ? null : { ...point, x: round(pad + index * step), y: toY(point.value) },
  );
  const last = placed.findLastIndex((point) => point !== null);
  const [upper_y, lower_y] = [limits.upper, limits.lower].map((limit) =>
    limit === null ? null : toY(limit),
  );
  const top = upper_y ?? 0;
  return {
    width,
    height,
    path: placed
      .map((point, index) => (point ? `${placed[index - 1] ? 'L' : 'M'}${point.x} ${point.y}` : ''))
      .join(''),
    band: { top, height: round((lower_y ?? height) - top) },
    upper_y: upper_y ?? null,
    lower_y: lower_y ?? null,
    centre_y: toY(limits.centre),
    bound_y: bound === null ? null : toY(bound),
    marks: placed.flatMap((point, index) =>
      point && (point.flagged || index === last) ? [{ ...point, last: index === last }] : [],
    ),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
