/** What one of several has of each month. */
export interface RankedShare {
  readonly id: string;
  /** Share of each month, in their order; null in a month without anything. */
  readonly shares: readonly (number | null)[];
  /** Mean of the shares of the months, each month weighing the same; null without any. */
  readonly mean: number | null;
  /** Share of all months together, each thing weighing the same; null without any. */
  readonly pooled: number | null;
  readonly n: number;
}

/**
 * Shares by month of things that are counted, largest mean first. Both means are given since they say
 * different things: of months, and of what happened in them.
 *
 * @param whole what the shares of a month are of, when not the sum of its counts (100 of a typed table)
 * @example rankShares([new Map([['a', 45], ['b', 55]]), new Map([['a', 35], ['b', 65]])])[1]?.mean // 0.4
 */
export function rankShares(
  months: readonly ReadonlyMap<string, number>[],
  whole?: number,
): readonly RankedShare[] {
  const totals = months.map((counts) => whole ?? [...counts.values()].reduce((sum, n) => sum + n, 0));
  const all = totals.reduce((sum, n) => sum + n, 0);
  const ids = [...new Set(months.flatMap((counts) => [...counts.keys()]))];
  const rows = ids.map((id): RankedShare => {
    const shares = months.map((counts, month) =>
      totals[month] === 0 ? null : (counts.get(id) ?? 0) / totals[month]!,
    );
    const known = shares.flatMap((share) => (share === null ? [] : [share]));
    const n = months.reduce((sum, counts) => sum + (counts.get(id) ?? 0), 0);
    const mean = known.length === 0 ? null : known.reduce((sum, share) => sum + share, 0) / known.length;
    return { id, shares, mean, pooled: all === 0 ? null : n / all, n };
  });
  return rows.sort((a, b) => (b.mean ?? 0) - (a.mean ?? 0) || (a.id < b.id ? -1 : 1));
}
