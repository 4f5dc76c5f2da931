/**
 * Pearson's correlation of pairs, from -1 to 1; null with fewer than three pairs, or where one side does
 * not move.
 *
 * @example correlate([[1, 2], [2, 4], [3, 6]]) // 1
 */
export function correlate(pairs: readonly (readonly [number, number])[]): number | null {
  const n = pairs.length;
  if (n < 3) return null;
  const mean = (side: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[side], 0) / n;
  const [x, y] = [mean(0), mean(1)];
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const [a, b] of pairs) {
    xx += (a - x) ** 2;
    yy += (b - y) ** 2;
    xy += (a - x) * (b - y);
  }
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy);
}
