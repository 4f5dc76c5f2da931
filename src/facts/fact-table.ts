import { type Column, type Dataset, findUnit } from '../kernel/index.ts';
import { DECIMAL_SCALE } from '../language/index.ts';
import { quoteName, quoteText } from '../engine/index.ts';

/** Merged spellings by dimension: what was written -> what it is read as. */
export type Merges = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * The import number that rows of cases worked here bear: later than any file, so that of two rows of one
 * fact that are both closed, or both open, the worked one is in force.
 */
export const WORKED = 2_147_483_647;

/** Columns every fact carries beside its own: import, row of the file, content, whether it is the version in force, flags. */
const SYSTEM = [
  '_import integer',
  '_row bigint',
  '_hash ubigint',
  '_current boolean',
  '_flags bigint',
] as const;

/**
 * Whole units in which a number of a column is kept, for one of the unit it is written in:
 * microseconds of a duration, millionths of a decimal, ones of an integer.
 */
export function keptScale(column: Column): bigint {
  if (column.type === 'decimal') return BigInt(DECIMAL_SCALE);
  return column.type === 'duration' ? (findUnit(column.measured_in ?? 'min') ?? MINUTE).factor : 1n;
}

const MINUTE = { factor: 60_000_000n } as const;

/** Name of the table that keeps every version of a data set's rows; the view of the data set's own name shows those in force. */
export function rowsTable(dataset: Dataset): string {
  return quoteName(`${dataset.id}_rows`);
}

/** The columns in which one declared column is kept. */
export function physicalColumns(column: Column): readonly string[] {
  if (column.type !== 'instant') return [column.name];
  return [column.name, `${column.name}_local`, `${column.name}_fixed`, `${column.name}_work`];
}

function typeOf(column: Column): readonly string[] {
  switch (column.type) {
    case 'instant':
      return ['timestamp', 'timestamp', 'boolean', 'bigint'];
    case 'date':
      return ['date'];
    case 'boolean':
      return ['boolean'];
    case 'integer':
    case 'decimal':
    case 'duration':
      return ['bigint'];
    default:
      return ['varchar'];
  }
}

/** SQL that makes the table of a data set. */
export function printTable(dataset: Dataset): string {
  const own = dataset.columns.flatMap((column) => {
    const types = typeOf(column);
    return physicalColumns(column).map((name, index) => `${quoteName(name)} ${types[index]}`);
  });
  return `create table if not exists ${rowsTable(dataset)} (\n  ${[...own, ...SYSTEM].join(',\n  ')}\n)`;
}

/** SQL of the view of the rows in force, with merged spellings read as one. */
export function printView(dataset: Dataset, merges: Merges): string {
  const merged = new Map(
    dataset.columns.flatMap((column) => {
      const map = column.of === null ? undefined : merges.get(column.of);
      if (!map || map.size === 0) return [];
      const name = quoteName(column.name);
      const branches = [...map].map(([from, to]) => `when ${quoteText(from)} then ${quoteText(to)}`);
      return [[column.name, `case ${name} ${branches.join(' ')} else ${name} end`] as const];
    }),
  );
  const columns = dataset.columns.flatMap((column) => {
    const sql = merged.get(column.name);
    return sql ? [`${sql} as ${quoteName(column.name)}`] : physicalColumns(column).map(quoteName);
  });
  const all = [...columns, '_import', '_row', '_flags'];
  const view = `create or replace view ${quoteName(dataset.id)} as\nselect ${all.join(', ')}\n  from ${rowsTable(dataset)}\n where _current`;
  const keys = dataset.key.filter((name) => merged.has(name));
  if (keys.length === 0) return view;
  // Two rows of what is now one unit or person are one row: that of the spelling kept, else the later.
  const key = dataset.key.map((name) => merged.get(name) ?? quoteName(name)).join(', ');
  const kept = keys.map((name) => `(${merged.get(name)} = ${quoteName(name)}) desc`).join(', ');
  return `${view}\nqualify row_number() over (partition by ${key} order by ${kept}, _import desc, _row desc) = 1`;
}

/** Columns that identify a row, as an SQL list. */
export function keyColumns(dataset: Dataset, alias = ''): string {
  return dataset.key.map((name) => `${alias}${quoteName(name)}`).join(', ');
}
