import { type Dataset, parseInstant } from '../kernel/index.ts';
import { quoteName } from '../engine/index.ts';
import type { RowExpression, Vocabulary } from '../language/index.ts';
import type { Cell, Duck } from './duck.ts';
import { keyColumns, rowsTable, WORKED } from './fact-table.ts';
import { fillCodeMap } from './fill-code-map.ts';
import { codeColumns, printFacts, printProjected, type ProjectionPlace } from './project.ts';
import { settleCurrent } from './publish.ts';
import { resolveCodes, type ResolvedCodes } from './resolve-codes.ts';
import { stageType } from './stage.ts';

/** A worked case as a row of a data set: instants as ISO text, durations in microseconds. */
export interface CaseFact {
  /** Ordinal of the case; its former row, whatever its key was, leaves. */
  readonly ordinal: number;
  /** Id of the latest event of the case: the row's own position, so that another version is another row. */
  readonly event: number;
  /** By column; those not named are empty. Codes by id. */
  readonly values: Readonly<Record<string, string | bigint | null>>;
}

/** What rows are made with. */
export interface CaseFactsContext {
  readonly place: ProjectionPlace;
  readonly rules: readonly (RowExpression | null)[];
  readonly vocabulary: Vocabulary;
}

/**
 * Puts cases in the table of their data set, each in place of its former row, within the
 * transaction under way: typed and staged here, then projected by the very SQL a file goes
 * through. Which version of each key touched is in force is settled again.
 */
export async function publishCases(
  duck: Duck,
  dataset: Dataset,
  facts: readonly CaseFact[],
  { place, rules, vocabulary }: CaseFactsContext,
): Promise<void> {
  const table = rowsTable(dataset);
  const keys = keyColumns(dataset);
  await stageCases(duck, dataset, facts);
  await duck.run('create or replace temp table case_staged (place bigint, ordinal bigint, event bigint)');
  await duck.append(
    'case_staged',
    facts.map(({ ordinal, event }, index) => [BigInt(index + 1), BigInt(ordinal), BigInt(event)]),
  );
  await fillCodeMap(duck, dataset, await readCodes(duck, dataset, vocabulary));
  await duck.run(`create or replace temp view projected as\n${printProjected(dataset, place, rules)}`);
  // Rows leave by the event they came with; what they had displaced comes back.
  const former = `_import = ${WORKED} and _row in (select c.event from case_rows c semi join case_staged t on t.ordinal = c.ordinal where c.dataset = '${dataset.id}')`;
  await duck.run(
    `create or replace temp table case_key as select distinct ${keys} from ${table} where ${former}`,
  );
  await duck.run(`delete from ${table} where ${former}`);
  await duck.run(
    `delete from case_rows where dataset = '${dataset.id}' and ordinal in (select ordinal from case_staged)`,
  );
  // Rows written in a transaction under way are not numbered from zero.
  const [start] = await duck.rows('select coalesce(min(rowid), 0) as first from stage');
  const first = String(start!.first);
  await duck.run(
    `insert into ${table} by name\nselect f.* replace (s.event as _row) from (${printFacts(dataset, place, WORKED)}) f join case_staged s on s.place = f._row - ${first}`,
  );
  await duck.run(`insert into case_rows select ordinal, '${dataset.id}', event from case_staged`);
  await duck.run(
    `insert into case_key select distinct ${keys} from ${table} where _import = ${WORKED} and _row in (select event from case_staged)`,
  );
  await settleCurrent(duck, dataset, '(select distinct * from case_key)');
  await noteExtent(duck, dataset);
}

/** Every row of worked cases of a data set goes, and what they had displaced comes back. */
export async function withdrawCases(duck: Duck, dataset: Dataset): Promise<void> {
  const rows = await duck.rows(`select ordinal from case_rows where dataset = '${dataset.id}'`);
  if (rows.length === 0) return;
  const table = rowsTable(dataset);
  await duck.run(
    `create or replace temp table case_key as select distinct ${keyColumns(dataset)} from ${table} where _import = ${WORKED}`,
  );
  await duck.run(`delete from ${table} where _import = ${WORKED}`);
  await duck.run(`delete from case_rows where dataset = '${dataset.id}'`);
  await settleCurrent(duck, dataset, 'case_key');
  await noteExtent(duck, dataset);
}

/** The table `stage` as a file of these cases would have left it: typed, in order, nothing wrong. */
async function stageCases(duck: Duck, dataset: Dataset, facts: readonly CaseFact[]): Promise<void> {
  const texts = dataset.columns.map(({ name }) => `${quoteName(name)} varchar`);
  await duck.run(`create or replace temp table case_text (${texts.join(', ')})`);
  await duck.append(
    'case_text',
    facts.map(({ values }) =>
      dataset.columns.map(({ name, type }): Cell => {
        const value = values[name] ?? null;
        return value === null ? null : type === 'instant' ? toMicroseconds(value) : String(value);
      }),
    ),
  );
  const selects = dataset.columns.flatMap(({ name, type }) => {
    const cell = quoteName(name);
    return type === 'instant'
      ? [`make_timestamp(${cell}::bigint) as ${name}_read`, `${cell} is not null as ${name}_fixed`]
      : [`${cell}::${stageType(type)} as ${cell}`];
  });
  await duck.run(
    `create or replace temp table stage as select ${selects.join(', ')}, 0::bigint as _problems from case_text`,
  );
}

/** An ISO instant with its offset, in microseconds since 1970, as text. */
function toMicroseconds(value: string | bigint): string {
  const us = typeof value === 'bigint' ? value : parseInstant(value, 'UTC');
  if (us === undefined) throw new Error(`no instant: ${String(value)}`);
  return String(us);
}

async function readCodes(
  duck: Duck,
  dataset: Dataset,
  vocabulary: Vocabulary,
): Promise<Record<string, ResolvedCodes>> {
  const codes: Record<string, ResolvedCodes> = {};
  for (const { name, codes: list } of codeColumns(dataset)) {
    const cell = quoteName(name);
    const rows = await duck.rows(
      `select distinct ${cell} as text from stage where ${cell} is not null order by 1`,
    );
    const texts = rows.map(({ text }) => String(text));
    codes[name] = resolveCodes(texts, list, undefined, vocabulary);
  }
  return codes;
}

/** The last date that worked cases reach: capacity is laid out as far. */
async function noteExtent(duck: Duck, dataset: Dataset): Promise<void> {
  const dated = dataset.columns.find(({ name }) => name === dataset.date);
  if (!dated) return;
  const date = dated.type === 'instant' ? `${dated.name}_local` : quoteName(dated.name);
  await duck.run(`delete from fact_extent where dataset = '${dataset.id}' and seq = ${WORKED}`);
  await duck.run(
    `insert into fact_extent select * from (select '${dataset.id}', ${WORKED}, max(${date})::date as last from ${rowsTable(dataset)} where _import = ${WORKED}) where last is not null`,
  );
}
