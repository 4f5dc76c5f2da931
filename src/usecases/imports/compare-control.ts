import { type Dataset, Refusal } from '../../kernel/index.ts';
import { keptScale } from '../../facts/index.ts';
import type { Institution } from '../institution.ts';

/** Totals the sender of a file gave with it. */
export interface ControlTotals {
  readonly rows: number | null;
  readonly sums: readonly { readonly column: string; readonly total: string }[];
}

/** Compares the totals the sender gave with what was read; refuses a difference before anything is kept. */
export async function compareControl(
  institution: Institution,
  dataset: Dataset,
  { rows, sums }: ControlTotals,
  records: number,
): Promise<void> {
  if (rows !== null && rows !== records)
    throw new Refusal('control-total-differs', { what: 'rows', given: String(rows), read: String(records) });
  for (const { column, total } of sums) {
    const declared = dataset.columns.find((candidate) => candidate.name === column);
    if (!declared || !['integer', 'decimal', 'duration'].includes(declared.type))
      throw new Refusal('control-column-unknown', { column, dataset: dataset.id });
    const factor = keptScale(declared);
    const [row] = await institution.facts.duck.rows(
      `select coalesce(sum("${column}"), 0) = (try_cast('${total.replaceAll("'", '')}' as decimal(28, 9)) * ${factor}) as same, (coalesce(sum("${column}"), 0) / ${factor})::varchar as read from stage`,
    );
    if (row?.same !== true)
      throw new Refusal('control-total-differs', { what: column, given: total, read: String(row?.read) });
  }
}
