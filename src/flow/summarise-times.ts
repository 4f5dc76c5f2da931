/** How long something took, in microseconds: half take up to the median, nine in ten up to `p90_us` (type 7). */
export interface Times {
  readonly n: number;
  readonly median_us: number;
  readonly mean_us: number;
  readonly p90_us: number;
}

/** Puts the `k`-th smallest in its place, nothing smaller after it and nothing larger before. */
function select(values: Float64Array, low: number, high: number, k: number): void {
  let left = low;
  let right = high;
  while (left < right) {
    const pivot = values[(left + right) >>> 1]!;
    let up = left;
    let down = right;
    while (up <= down) {
      while (values[up]! < pivot) up += 1;
      while (values[down]! > pivot) down -= 1;
      if (up <= down) {
        const kept = values[up]!;
        values[up] = values[down]!;
        values[down] = kept;
        up += 1;
        down -= 1;
      }
    }
    if (k <= down) right = down;
    else if (k >= up) left = up;
    else return;
  }
}

/**
 * The value at `parts / of` of the way from the least to the greatest, linear between neighbours
 * (type 7). Reorders the values from `low` on.
 */
function percentile(values: Float64Array, low: number, parts: number, of: number): number {
  const size = values.length;
  const way = (size - 1) * parts;
  const k = Math.floor(way / of);
  select(values, low, size - 1, k);
  const value = values[k]!;
  const rest = way - k * of;
  if (rest === 0) return value;
  let next = Number.POSITIVE_INFINITY;
  for (let at = k + 1; at < size; at++) if (values[at]! < next) next = values[at]!;
  return value + ((next - value) * rest) / of;
}

/** Median, mean and p90 of some times, exact to the microsecond; null of none. Reorders the values it is given. */
export function summariseTimes(values: Float64Array): Times | null {
  const n = values.length;
  if (n === 0) return null;
  let sum = 0;
  for (let at = 0; at < n; at++) sum += values[at]!;
  const median_us = percentile(values, 0, 1, 2);
  const p90_us = percentile(values, Math.floor((n - 1) / 2), 9, 10);
  return { n, median_us, mean_us: sum / n, p90_us };
}
