import { TIME_DIMENSIONS } from './dimension.ts';
import type { PlannedIndicator, Slot } from './plan.ts';

/** One row of a plan's result, by column. */
export type ResultRow = Readonly<Record<string, bigint | number | string | null>>;

/** Rows of one group of one data set. */
export interface Group {
  readonly dimensions: readonly (string | null)[];
  readonly rows: ResultRow[];
}

/** Rows of a result by the values of its first `dimensions` columns. */
export function toGroups(rows: readonly ResultRow[], dimensions: number): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const values = Array.from(
      { length: dimensions },
      (_, index) => (row[`dim_${index + 1}`] ?? null) as string | null,
    );
    const key = JSON.stringify(values);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { dimensions: values, rows: [row] });
  }
  return groups;
}

/** Adds up one column over the rows of a group; null when no row has it. */
export function total(rows: readonly ResultRow[], column: string): bigint | number | null {
  let sum: bigint | null = null;
  for (const row of rows) {
    const value = row[column];
    if (typeof value === 'number' && !Number.isInteger(value)) return value;
    if (typeof value === 'bigint' || typeof value === 'number') sum = (sum ?? 0n) + BigInt(value);
  }
  return sum;
}

/** The values of a group that say when it is: two groups with the same are of the same time. */
export function periodKey(values: readonly (string | null)[], by: readonly string[]): string {
  const times: readonly string[] = TIME_DIMENSIONS;
  return JSON.stringify(values.filter((_, index) => times.includes(by[index]!)));
}

/** For each count of facts of an indicator, the times at which some group has any. */
export function periodsWithFacts(
  planned: PlannedIndicator,
  groups: ReadonlyMap<string, ReadonlyMap<string, Group>>,
  by: readonly string[],
): ReadonlyMap<Slot, ReadonlySet<string>> {
  return new Map(
    planned.facts.any.map((slot) => {
      const known = [...(groups.get(slot.statement)?.values() ?? [])].filter(
        (group) => Number(total(group.rows, slot.column) ?? 0) > 0,
      );
      return [slot, new Set(known.map((group) => periodKey(group.dimensions, by)))];
    }),
  );
}
