import type { Draw } from './chart.ts';

/** Decimals of a mark line: ECharts would round its place to two. */
export const PRECISION = 12;

export interface Ticks {
  readonly min: number;
  readonly max: number;
  readonly at: readonly number[];
}

/**
 * Round marks that hold all the values, four to seven of them: steps of 1, 2, 2.5 or 5 times a power
 * of ten. `lowest` and `highest` are what a value can be: the axis does not go beyond them.
 *
 * @example toTicks([3.2, 7.4]).at // [3, 4, 5, 6, 7, 8]
 */
export function toTicks(
  values: readonly number[],
  bounds: { readonly lowest?: number; readonly highest?: number } = {},
): Ticks {
  const { lowest = Number.NEGATIVE_INFINITY, highest = Number.POSITIVE_INFINITY } = bounds;
  const least = values.length === 0 ? 0 : Math.min(...values);
  const most = values.length === 0 ? 1 : Math.max(...values);
  const spread = most - least || Math.abs(most) / 5 || 1;
  const low = Math.max(least - spread * 0.08, lowest);
  const high = Math.min(most + spread * 0.08, highest);
  const step = toStep((high - low || spread) / 5);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const at = Array.from({ length: last - first + 1 }, (_, index) => clean((first + index) * step));
  return { min: at[0]!, max: at.at(-1)!, at };
}

function toStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const share = rough / power;
  return power * ([1, 2, 2.5, 5].find((step) => share <= step + 1e-9) ?? 10);
}

/** 0.30000000000000004 is 0.3. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/**
 * A value axis without texts of its own, and the series that writes its marks: ECharts prints
 * numbers of an axis by a function, and an option that travels has none.
 */
export function toValueAxis(
  ticks: Ticks,
  label: (value: number) => string,
  draw: Draw,
  where: {
    readonly axis: 'x' | 'y';
    readonly index?: number;
    /** `end` for the far side, and below an axis of categories that runs from top to bottom. */
    readonly position?: 'start' | 'end';
  },
): { readonly axis: Record<string, unknown>; readonly marks: Record<string, unknown> } {
  const { axis, index = 0, position = 'start' } = where;
  return {
    axis: {
      type: 'value',
      gridIndex: index,
      min: ticks.min,
      max: ticks.max,
      axisLabel: { show: false },
      axisTick: { show: false },
      axisLine: { show: false },
      splitLine: { show: false },
    },
    marks: {
      type: 'line',
      xAxisIndex: index,
      yAxisIndex: index,
      data: [],
      silent: true,
      tooltip: { show: false },
      z: 0,
      markLine: {
        silent: true,
        symbol: 'none',
        animation: false,
        precision: PRECISION,
        z: 0,
        lineStyle: { color: draw.palette.grid, type: 'solid', width: 1 },
        label: { position, color: draw.palette.muted, fontSize: 11, distance: 8 },
        data: ticks.at.map((at) => ({
          [axis === 'y' ? 'yAxis' : 'xAxis']: at,
          label: { formatter: label(at) },
        })),
      },
    },
  };
}

/** Prints the marks of an axis in the unit of its values. */
export function printAxis(unit: string, draw: Draw): (value: number) => string {
  return (value) => draw.print.quantity(value, unit, draw.language);
}

/** How far each of several texts moves down so that none covers another, in pixels. */
export function spreadLabels(
  tops: readonly number[],
  least: number,
  room: { readonly from: number; readonly to: number },
): readonly number[] {
  const order = [...tops.keys()].sort((a, b) => tops[a]! - tops[b]!);
  const placed = new Map<number, number>();
  let next = room.from;
  for (const index of order) {
    const top = Math.max(tops[index]!, next);
    placed.set(index, top);
    next = top + least;
  }
  // What was pushed beyond the bottom goes back up.
  let most = room.to;
  for (const index of order.toReversed()) {
    const top = Math.min(placed.get(index)!, most);
    placed.set(index, top);
    most = top - least;
  }
  return tops.map((top, index) => placed.get(index)! - top);
}

/**
 * A worked-out value with the digits that matter beside a spread: a mean of 4.4791 among values that
 * differ by 3 is 4.5. Written standards and results are not rounded by this.
 */
export function roundBeside(value: number, spread: number): number {
  if (!(spread > 0)) return value;
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(spread)));
  return Number(value.toFixed(Math.min(decimals, 12)));
}
