import type { Dataset } from '../kernel/index.ts';
import { quoteName, quoteText } from '../engine/index.ts';
import type { Duck } from './duck.ts';
import { keyColumns, rowsTable } from './fact-table.ts';
import { printFacts, type ProjectionPlace } from './project.ts';

/** What became of the rows that were not quarantined. */
export interface PublishedCounts {
  readonly accepted: number;
  readonly updated: number;
  readonly duplicate: number;
}

export interface NewValueRow {
  readonly dimension: string;
  readonly value: string;
  readonly rows: number;
}

/** Dimensions whose new values are told to the person who imports. */
const LISTED: readonly string[] = ['unit', 'person', 'client', 'channel', 'reason'];
/** New values of one dimension listed by name; the rest are only counted. */
const MOST_LISTED = 200;

function bySource(dataset: Dataset, left: string, right: string): string {
  return dataset.key.map((name) => `${left}.${quoteName(name)} = ${right}.${quoteName(name)}`).join(' and ');
}

/** The order that decides which version of a row is in force: closed before open, then the later. */
function precedence(dataset: Dataset): string {
  const closed = dataset.closes === null ? '' : `(${quoteName(dataset.closes)} is not null) desc, `;
  return `${closed}_import desc, _row desc`;
}

/**
 * Adds the staged facts to their table within the transaction under way. Same key and same
 * content as the version in force is a duplicate; other content is a new version. Every row is
 * kept; `_current` marks the one in force: one that is closed beats one that is open, otherwise
 * the later import (and within one file the later row) wins.
 *
 * @param bad ordinals of the records left out
 */
export async function publishStage(
  duck: Duck,
  dataset: Dataset,
  place: ProjectionPlace,
  seq: number,
  bad: readonly number[],
): Promise<PublishedCounts> {
  const table = rowsTable(dataset);
  const keys = keyColumns(dataset);
  await duck.run('create or replace temp table bad_record (ordinal bigint)');
  await duck.append(
    'bad_record',
    bad.map((ordinal) => [BigInt(ordinal)]),
  );
  const facts =
    printFacts(dataset, place, seq) +
    (bad.length === 0 ? '' : '\n where p._row not in (select ordinal from bad_record)');
  await duck.run(`insert into ${table} by name\n${facts}`);
  const added = await count(duck, `select count(*) as n from ${table} where _import = ${seq}`);
  // Only keys of this file are looked up among the older rows: the work follows what came.
  await duck.run(`
create or replace temp table repeated_key as
select ${keys} from ${table} where _import = ${seq} group by ${keys} having count(*) > 1
union
select ${keyColumns(dataset, 'r.')} from ${table} r
  semi join (select ${keys} from ${table} where _import = ${seq}) k on ${bySource(dataset, 'r', 'k')}
 where r._import <> ${seq}`);
  if ((await count(duck, 'select count(*) as n from repeated_key')) === 0)
    return { accepted: added, updated: 0, duplicate: 0 };
  const counts = await classifyRepeated(duck, dataset, seq);
  await settleCurrent(duck, dataset, 'repeated_key');
  return { accepted: added - counts.updated - counts.duplicate, ...counts };
}

async function count(duck: Duck, sql: string): Promise<number> {
  return Number((await duck.rows(sql))[0]!.n);
}

/**
 * SQL of the rows of an import that repeat the version in force before them, or change it: with `version`
 * (1 is the first of its key) and `duplicate`.
 *
 * @param keys table or query with the keys looked at
 */
function printVersions(dataset: Dataset, seq: number, keys: string): string {
  const table = rowsTable(dataset);
  const closed = dataset.closes === null ? 'false' : `r.${quoteName(dataset.closes)} is not null`;
  const key = keyColumns(dataset, 'r.');
  return `
with versions as (
  select r.*, ${closed} as is_closed,
         row_number() over history as version,
         lag(r._hash) over history as previous,
         last_value(case when ${closed} then r._hash end ignore nulls) over before as last_closed,
         count(*) over (partition by ${key}, r._hash order by r._import, r._row rows between unbounded preceding and 1 preceding) as seen
    from ${table} r semi join ${keys} k on ${bySource(dataset, 'r', 'k')}
  window history as (partition by ${key} order by r._import, r._row),
         before as (partition by ${key} order by r._import, r._row rows between unbounded preceding and 1 preceding)
)
select _row, version,
       version > 1 and (_hash = coalesce(last_closed, previous)
                        or (not is_closed and last_closed is not null and seen > 0)) as duplicate
  from versions
 where _import = ${seq}`;
}

/** SQL of the positions of the rows of an import that said nothing new when they came. */
export function printDuplicates(dataset: Dataset, seq: number): string {
  const own = `(select ${keyColumns(dataset)} from ${rowsTable(dataset)} where _import = ${seq})`;
  return `select _row from (${printVersions(dataset, seq, own)}) where duplicate`;
}

/** Among rows whose key is not new, tells those that repeat the version in force from those that change it. */
async function classifyRepeated(
  duck: Duck,
  dataset: Dataset,
  seq: number,
): Promise<{ updated: number; duplicate: number }> {
  const [row] = await duck.rows(
    `select count(*) filter (where version > 1) as later, count(*) filter (where duplicate) as duplicate from (${printVersions(dataset, seq, 'repeated_key')})`,
  );
  const duplicate = Number(row!.duplicate);
  return { updated: Number(row!.later) - duplicate, duplicate };
}

/** Marks anew which version of each of these keys is in force. */
export async function settleCurrent(duck: Duck, dataset: Dataset, keyTable: string): Promise<void> {
  const table = rowsTable(dataset);
  await duck.run(`
create or replace temp table standing as
select r._import, r._row,
       row_number() over (partition by ${keyColumns(dataset, 'r.')} order by ${precedence(dataset)}) = 1 as stands
  from ${table} r semi join ${keyTable} k on ${bySource(dataset, 'r', 'k')}`);
  await duck.run(
    `update ${table} as t set _current = standing.stands from standing where t._import = standing._import and t._row = standing._row and t._current <> standing.stands`,
  );
}

/** Takes the rows of an import out again and restores the versions they had displaced. */
export async function withdrawImport(duck: Duck, dataset: Dataset, seq: number): Promise<void> {
  const table = rowsTable(dataset);
  await duck.run(
    `create or replace temp table withdrawn_key as select distinct ${keyColumns(dataset)} from ${table} where _import = ${seq}`,
  );
  await duck.run(`delete from ${table} where _import = ${seq}`);
  await settleCurrent(duck, dataset, 'withdrawn_key');
}

/** Columns whose new values are told and remembered, with the directory each names. */
function listedColumns(dataset: Dataset): readonly { readonly name: string; readonly of: string }[] {
  return dataset.columns.flatMap(({ name, type, of }) =>
    type === 'reference' && of !== null && LISTED.includes(of) ? [{ name: quoteName(name), of }] : [],
  );
}

function printNewValues(dataset: Dataset, seq: number, name: string, of: string): string {
  return `from ${rowsTable(dataset)}
 where _import = ${seq} and ${name} is not null
   and ${name} not in (select value from known_value where dimension = ${quoteText(of)})`;
}

/** Values of units, people, clients... that no fact had before this import: of each column the most frequent first, as many as are listed. */
export async function findNewValues(duck: Duck, dataset: Dataset, seq: number): Promise<NewValueRow[]> {
  const found: NewValueRow[] = [];
  for (const { name, of } of listedColumns(dataset)) {
    const rows = await duck.rows(
      `select ${name} as value, count(*) as n ${printNewValues(dataset, seq, name, of)} group by 1 order by 2 desc, 1 limit ${MOST_LISTED}`,
    );
    for (const row of rows) found.push({ dimension: of, value: String(row.value), rows: Number(row.n) });
  }
  return found;
}

/** Remembers the new values of an import as known, all of them. */
export async function rememberValues(duck: Duck, dataset: Dataset, seq: number): Promise<void> {
  const selects = listedColumns(dataset).map(
    ({ name, of }) =>
      `select ${quoteText(of)} as dimension, ${name} as value ${printNewValues(dataset, seq, name, of)}`,
  );
  if (selects.length === 0) return;
  await duck.run(
    `insert into known_value select distinct dimension, value, ${seq} from (${selects.join('\nunion all\n')})`,
  );
}

/** The first of each dimension, as many as a person reads. */
export function listedValues(values: readonly NewValueRow[]): NewValueRow[] {
  return LISTED.flatMap((dimension) =>
    values.filter((value) => value.dimension === dimension).slice(0, MOST_LISTED),
  );
}
