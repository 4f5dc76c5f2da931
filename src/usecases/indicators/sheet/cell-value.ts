import { type Rational, rational, toNumber } from '../../../kernel/index.ts';
import type { RowsPlan } from '../../../engine/index.ts';
import type { Cell, Row } from '../../../facts/index.ts';

/** A whole number of the engine, or null. */
export function toInteger(cell: Cell | undefined): bigint | null {
  return typeof cell === 'bigint' ? cell : typeof cell === 'number' ? BigInt(cell) : null;
}

/** A value as text, or null. */
export function toText(cell: Cell | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell);
}

/** The value type 7 gives between sorted integers, as DuckDB and spreadsheets do. */
export function percentileOf(values: readonly bigint[], share: number): number {
  const sorted = values.map(Number).sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const [a, b] = [sorted[low]!, sorted[Math.ceil(at)]!];
  return a + (b - a) * (at - low);
}

/** The exact value of a double. */
export function fromDouble(value: number): Rational {
  let den = 1n;
  let scaled = value;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    den *= 2n;
  }
  return rational(BigInt(scaled), den);
}

/** Facts in the order of their key alone. */
export function sortByKey(plan: RowsPlan, rows: readonly Row[]): Row[] {
  const key = (row: Row) => plan.keys.map(({ sql_name }) => toText(row[sql_name]) ?? '');
  const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return rows
    .map((row) => ({ row, key: key(row) }))
    .sort((a, b) => {
      const index = a.key.findIndex((part, at) => part !== b.key[at]);
      return index < 0 ? 0 : compareText(a.key[index]!, b.key[index]!);
    })
    .map(({ row }) => row);
}

/** The nearest double of a fraction, or the empty text. */
export function toCellValue(value: Rational | null): number | '' {
  return value === null ? '' : toNumber(value);
}
