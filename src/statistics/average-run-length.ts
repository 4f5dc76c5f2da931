import { normalTail } from './normal.ts';

/** A chart with memory of standardised values (mean 0, deviation 1 while nothing happens). */
export type MemoryChart =
  /** Sum of what exceeds `slack`, one-sided; it signals above `limit`. */
  | { readonly kind: 'cusum'; readonly slack: number; readonly limit: number }
  /** Weighted mean, two-sided; it signals beyond `limit` × its own deviation √(weight / (2 − weight)). */
  | { readonly kind: 'ewma'; readonly weight: number; readonly limit: number };

const NODES = 80;

/**
 * How many points go by on average before the chart signals, with the process moved by `shift` deviations (0: how
 * long until a false signal). The integral equation of E. Page and S. Crowder, solved on 80 nodes of Gauss and
 * Legendre: L(u) = 1 + L(0)·P(back to 0) + ∫ L(y)·f(y | u) dy.
 *
 * @example averageRunLength({ kind: 'cusum', slack: 0.5, limit: 5 }) // 930.887…
 */
export function averageRunLength(chart: MemoryChart, shift: number = 0): number {
  return chart.kind === 'cusum' ? runOfSum(chart, shift) : runOfMean(chart, shift);
}

function density(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

function runOfSum({ slack, limit }: { readonly slack: number; readonly limit: number }, shift: number) {
  const nodes = toNodes(0, limit);
  const step = (from: number, to: number) => density(to - from + slack - shift);
  const toZero = (from: number) => normalTail(from - slack + shift);
  // The first unknown is the run from 0, where the sum has an atom.
  const places = [0, ...nodes.map(({ at }) => at)];
  const rows = places.map((from, row) => [
    Number(row === 0) - toZero(from),
    ...nodes.map(({ at, weight }, index) => Number(row === index + 1) - weight * step(from, at)),
  ]);
  return solve(
    rows,
    places.map(() => 1),
  )[0]!;
}

function runOfMean(chart: { readonly weight: number; readonly limit: number }, shift: number) {
  const { weight: share } = chart;
  const edge = chart.limit * Math.sqrt(share / (2 - share));
  const nodes = toNodes(-edge, edge);
  const step = (from: number, to: number) => density((to - (1 - share) * from) / share - shift) / share;
  const rows = nodes.map(({ at: from }, row) =>
    nodes.map(({ at, weight }, index) => Number(row === index) - weight * step(from, at)),
  );
  const lengths = solve(
    rows,
    nodes.map(() => 1),
  );
  return 1 + nodes.reduce((sum, { at, weight }, index) => sum + weight * step(0, at) * lengths[index]!, 0);
}

/** Nodes and weights of Gauss and Legendre on an interval. */
function toNodes(from: number, to: number): readonly { readonly at: number; readonly weight: number }[] {
  const half = (to - from) / 2;
  return Array.from({ length: NODES }, (_, index) => {
    let x = Math.cos((Math.PI * (index + 0.75)) / (NODES + 0.5));
    let slope = 1;
    for (let step = 0; step < 20; step++) {
      let [before, here] = [1, x];
      for (let k = 2; k <= NODES; k++)
        [before, here] = [here, ((2 * k - 1) * x * here - (k - 1) * before) / k];
      slope = (NODES * (x * here - before)) / (x * x - 1);
      x -= here / slope;
    }
    return { at: from + half * (1 + x), weight: (2 * half) / ((1 - x * x) * slope * slope) };
  });
}

/** A·x = b by elimination with the largest pivot. */
function solve(rows: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const a = rows.map((row, index) => [...row, right[index]!]);
  const n = a.length;
  for (let column = 0; column < n; column++) {
    let best = column;
    for (let row = column + 1; row < n; row++)
      if (Math.abs(a[row]![column]!) > Math.abs(a[best]![column]!)) best = row;
    [a[column], a[best]] = [a[best]!, a[column]!];
    for (let row = column + 1; row < n; row++) {
      const factor = a[row]![column]! / a[column]![column]!;
      for (let k = column; k <= n; k++) a[row]![k]! -= factor * a[column]![k]!;
    }
  }
  const found = Array.from({ length: n }, () => 0);
  for (let row = n - 1; row >= 0; row--) {
    let rest = a[row]![n]!;
    for (let k = row + 1; k < n; k++) rest -= a[row]![k]! * found[k]!;
    found[row] = rest / a[row]![row]!;
  }
  return found;
}
