export type SortValue = string | number | null;

export interface SortState {
  /** Id of the column. */
  readonly by: string;
  readonly order: 'ascending' | 'descending';
}

interface Sortable<Row> {
  readonly id: string;
  readonly sort?: (row: Row) => SortValue;
}

const collator = new Intl.Collator('es', { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

/** The rows in the order asked; rows without a value last in either order, ties as they came. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Sortable<Row>[],
  sort: SortState | undefined,
): readonly Row[] {
  const value = columns.find(({ id }) => id === sort?.by)?.sort;
  if (sort === undefined || value === undefined) return rows;
  const sign = sort.order === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, key: value(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      return sign * compare(a.key, b.key);
    })
    .map(({ row }) => row);
}
