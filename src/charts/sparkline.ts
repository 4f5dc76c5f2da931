/** A trend as small as a word, for an SVG of the reader's own. */
export interface Sparkline {
  readonly width: number;
  readonly height: number;
  /** `d` of a path; pieces where there are gaps. */
  readonly path: string;
  /** Points that stand alone between gaps, which no line shows. */
  readonly alone: readonly { readonly x: number; readonly y: number }[];
  /** The last figure; null without any. */
  readonly last: { readonly x: number; readonly y: number } | null;
  /** Height of the last standard; null without one. */
  readonly standard_y: number | null;
}

/**
 * Points of a sparkline, oldest first; null is a gap. The standard is always inside the picture.
 *
 * @example toSparkline([1, 2], null, { width: 10, height: 10 }).path // 'M2 8L8 2'
 */
export function toSparkline(
  values: readonly (number | null)[],
  standard: number | null,
  size: { readonly width: number; readonly height: number } = { width: 96, height: 28 },
): Sparkline {
  const { width, height } = size;
  const pad = 2;
  const known = [...values, standard].filter((value) => value !== null);
  const low = Math.min(...known);
  const spread = Math.max(...known) - low;
  const toY = (value: number) =>
    round(spread === 0 ? height / 2 : height - pad - ((value - low) / spread) * (height - 2 * pad));
  const step = values.length < 2 ? 0 : (width - 2 * pad) / (values.length - 1);
  const points = values.map((value, index) =>
    value === null ? null : { x: round(pad + index * step), y: toY(value) },
  );
  const path = points
    .map((point, index) => (point ? `${points[index - 1] ? 'L' : 'M'}${point.x} ${point.y}` : ''))
    .join('');
  return {
    width,
    height,
    path,
    alone: points.flatMap((point, index) =>
      point && !points[index - 1] && !points[index + 1] ? [point] : [],
    ),
    last: points.findLast((point) => point !== null) ?? null,
    standard_y: standard === null ? null : toY(standard),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
