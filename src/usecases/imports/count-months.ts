import type { Dataset } from '../../kernel/index.ts';
import { printDuplicates, rowsTable } from '../../facts/index.ts';
import type { Institution } from '../institution.ts';
import { printFactDate } from '../print-fact-date.ts';

/** Rows of an import that fall in a month. */
export interface MonthCount {
  /** `2011-06`. */
  readonly month: string;
  readonly rows: number;
}

/**
 * The months that the rows of an import which became facts fall in, oldest first; empty for a data set
 * without a date. They add up to what its accounting calls new and changed.
 *
 * @param duplicates rows of it that said nothing new: they are left out
 */
export async function countMonths(
  { facts }: Institution,
  dataset: Dataset,
  seq: number,
  duplicates: number,
): Promise<readonly MonthCount[]> {
  const date = printFactDate(dataset);
  if (date === null) return [];
  const rows = await facts.duck.rows(
    `select strftime(${date}, '%Y-%m') as month, count(*) as n from ${rowsTable(dataset)} where _import = ${seq} and ${date} is not null${duplicates === 0 ? '' : ` and _row not in (${printDuplicates(dataset, seq)})`} group by 1 order by 1`,
  );
  return rows.map(({ month, n }) => ({ month: String(month), rows: Number(n) }));
}
