import type { LocalText } from '../../kernel/index.ts';
import { quoteName, quoteText } from '../../engine/index.ts';
import { rowsTable } from '../../facts/index.ts';
import type { Institution } from '../institution.ts';
import { printFactDate } from '../print-fact-date.ts';
import { getDimension } from './merge-spelling.ts';

/** What reading one name as another would change. */
export interface MergePreview {
  readonly from: string;
  readonly to: string;
  readonly datasets: readonly {
    readonly dataset: string;
    readonly name: LocalText;
    /** Rows in force written each way; after the merge all of them are of `to`. */
    readonly from_rows: number;
    readonly to_rows: number;
    /** First and last month with rows to be read otherwise; null where they have no date. */
    readonly first_month: string | null;
    readonly last_month: string | null;
  }[];
}

/** Counts, per data set, the rows that would be read under another name. Changes nothing. */
export async function previewMerge(
  { content, facts }: Institution,
  dimension: string,
  from: string,
  to: string,
): Promise<MergePreview> {
  const known = getDimension(dimension);
  const datasets: MergePreview['datasets'][number][] = [];
  for (const dataset of content.catalogue.datasets.values()) {
    const columns = dataset.columns.filter(({ of }) => of === known).map(({ name }) => quoteName(name));
    if (dataset.derived || columns.length === 0) continue;
    const date = printFactDate(dataset) ?? 'null::date';
    const is = (value: string) => columns.map((column) => `${column} = ${quoteText(value)}`).join(' or ');
    const [row] = await facts.duck.rows(
      `select count(*) filter (where ${is(from)}) as from_rows, count(*) filter (where ${is(to)}) as to_rows,
  strftime(min(${date}) filter (where ${is(from)}), '%Y-%m') as first, strftime(max(${date}) filter (where ${is(from)}), '%Y-%m') as last
  from ${rowsTable(dataset)} where _current`,
    );
    if (!row || (Number(row['from_rows']) === 0 && Number(row['to_rows']) === 0)) continue;
    datasets.push({
      dataset: dataset.id,
      name: dataset.name,
      from_rows: Number(row['from_rows']),
      to_rows: Number(row['to_rows']),
      first_month: row['first'] === null ? null : String(row['first']),
      last_month: row['last'] === null ? null : String(row['last']),
    });
  }
  return { from, to, datasets };
}
