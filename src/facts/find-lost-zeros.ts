import { quoteName, quoteText } from '../engine/index.ts';
import type { Dataset } from '../kernel/index.ts';
import type { Duck } from './duck.ts';
import { rowsTable } from './fact-table.ts';

/** A key of an import that is an earlier one without its leading zeros. */
export interface LostZeros {
  /** How many keys of the import are so. */
  readonly n: number;
  readonly now: string;
  readonly before: string;
}

/** The key of a data set when it is one text column: what a spreadsheet may take for a number. */
export function findTextKey(dataset: Dataset): string | null {
  const [name, ...others] = dataset.key;
  const column = dataset.columns.find((candidate) => candidate.name === name);
  return name !== undefined && others.length === 0 && column?.type === 'text' ? name : null;
}

/**
 * Keys of an import that equal an earlier key but for leading zeros: a spreadsheet takes 0088210
 * for a number and gives back 88210, and the same case would count twice. Null when there is none.
 *
 * @param earlier keys to compare with, or null for those of all other imports
 */
export async function findLostZeros(
  duck: Duck,
  dataset: Dataset,
  seq: number,
  earlier: readonly string[] | null,
): Promise<LostZeros | null> {
  const key = findTextKey(dataset);
  if (key === null) return null;
  const name = quoteName(key);
  const table = rowsTable(dataset);
  // Keys that carry letters are not numbers to a spreadsheet: a glance at the first ones spares the rest.
  const [glance] = await duck.rows(
    `select count(*) as n from (select ${name} as text from ${table} where _import = ${seq} limit 2048) where regexp_full_match(text, '[0-9]+')`,
  );
  if (Number(glance?.n ?? 0) === 0) return null;
  const before =
    earlier === null
      ? `select ${name} as text from ${table} where _import <> ${seq}`
      : `select unnest([${earlier.map(quoteText).join(', ')}]::varchar[]) as text`;
  const numeric = (text: string) => `regexp_full_match(${text}, '[0-9]+')`;
  const [row] = await duck.rows(`
with now as (select distinct ${name} as text from ${table} where _import = ${seq} and ${numeric(name)}),
     before as (select distinct text from (${before}) where ${numeric('text')}),
     lost as (select now.text as now, before.text as before
                from now join before on ltrim(now.text, '0') = ltrim(before.text, '0') and now.text <> before.text)
select count(*) as n, min(now) as now, min_by(before, now) as before from lost`);
  return row && Number(row.n) > 0
    ? { n: Number(row.n), now: String(row.now), before: String(row.before) }
    : null;
}
