import type { Dataset } from '../../kernel/index.ts';
import { quoteName, quoteText } from '../../engine/index.ts';
import { WORKED } from '../../facts/index.ts';
import type { Institution } from '../institution.ts';

/** How many rows, and the digest of what they say, in whatever order they come and whatever files brought them. */
export interface RowsDigest {
  readonly n: number;
  readonly digest: string;
}

/** Rows of one data set that one of its dates puts in the month. */
export interface SourceDigest {
  readonly dataset: string;
  readonly date: string;
  readonly columns: readonly string[];
  /** Of rows that came in files, and of cases worked here. */
  readonly files: RowsDigest;
  readonly worked: RowsDigest;
}

/** Rows without a date that figures lean on: units, clients, assignments. */
export interface TableDigest extends RowsDigest {
  readonly columns: readonly string[];
}

export interface FactsDigests {
  /** By data set and date: `requests/opened_at`. */
  readonly sources: Readonly<Record<string, SourceDigest>>;
  readonly tables: Readonly<Record<string, TableDigest>>;
}

/** Local dates of the month, half-open. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Which rows are digested: named by those who measure, or as they were when a month was closed. */
export interface DigestPlan {
  readonly sources: readonly {
    readonly dataset: string;
    readonly date: string;
    readonly columns: readonly string[];
  }[];
  readonly tables: Readonly<Record<string, readonly string[]>>;
}

/** Tables of the directory, with the dates that put a row in a month. */
const DIRECTORY: Readonly<Record<string, readonly string[]>> = {
  assignments: ['person', 'unit', 'schedule', 'from_date', 'to_date'],
  unit_calendars: ['unit', 'zone', 'calendar'],
};

/** The rows that those indicators read. */
export function planDigests({ content }: Pick<Institution, 'content'>, ids: readonly string[]): DigestPlan {
  const { catalogue, indicators } = content;
  const sources = new Map<string, DigestPlan['sources'][number]>();
  const tables = new Map<string, readonly string[]>(Object.entries(DIRECTORY));
  for (const id of ids) {
    const indicator = indicators.get(id);
    if (!indicator) continue;
    for (const name of [indicator.dataset, ...indicator.aggregates.map(({ dataset }) => dataset)]) {
      const dataset = catalogue.datasets.get(name)!;
      const date = name === indicator.dataset ? indicator.date : dataset.date;
      if (date !== null) sources.set(`${name}/${date}`, { dataset: name, date, columns: columnsOf(dataset) });
      for (const { from } of dataset.lookups) {
        const looked = catalogue.datasets.get(from);
        if (looked && !looked.derived) tables.set(from, columnsOf(looked));
      }
    }
  }
  return { sources: [...sources.values()], tables: Object.fromEntries(tables) };
}

function columnsOf({ columns }: Dataset): readonly string[] {
  return columns.map(({ name }) => name).sort();
}

/** Digests the rows of a month, each row as the text of its columns by name. */
export async function digestFacts(
  institution: Institution,
  { sources, tables }: DigestPlan,
  span: Span,
): Promise<FactsDigests> {
  const found: Record<string, SourceDigest> = {};
  for (const source of sources) {
    const dataset = institution.content.catalogue.datasets.get(source.dataset);
    const name = `${source.dataset}/${source.date}`;
    if (!dataset) continue;
    const date = printDate(dataset, source.date);
    const inMonth = `${date} >= date ${quoteText(span.from)} and ${date} < date ${quoteText(span.to)}`;
    const of = (condition: string) =>
      digestRows(institution, dataset.id, printRow(dataset, source.columns), `${inMonth} and ${condition}`);
    found[name] = dataset.derived
      ? { ...source, files: await of('true'), worked: await of('false') }
      : {
          ...source,
          files: await of(`_import <> ${WORKED}`),
          worked: await of(`_import = ${WORKED}`),
        };
  }
  const others: Record<string, TableDigest> = {};
  for (const [name, columns] of Object.entries(tables)) {
    const dataset = institution.content.catalogue.datasets.get(name);
    const text = dataset ? printRow(dataset, columns) : printPlain(columns);
    const where =
      name === 'assignments'
        ? `from_date < date ${quoteText(span.to)} and to_date >= date ${quoteText(span.from)}`
        : 'true';
    others[name] = { columns, ...(await digestRows(institution, name, text, where)) };
  }
  return { sources: found, tables: others };
}

/** The local date of a row, as SQL. */
function printDate(dataset: Dataset, date: string): string {
  const isInstant = dataset.columns.find(({ name }) => name === date)?.type === 'instant';
  return isInstant ? `${date}_local::date` : quoteName(date);
}

/** A row as one text: `name=value` of each column in order; what is empty has no `=`. Instants are microseconds. */
function printRow(dataset: Dataset, columns: readonly string[]): string {
  const parts = columns.map((name) => {
    const column = dataset.columns.find((each) => each.name === name);
    if (!column) return quoteText(`${name}?`);
    const value = column.type === 'instant' ? `epoch_us(${quoteName(name)})` : quoteName(name);
    return `coalesce(${quoteText(`${name}=`)} || ${value}::varchar, ${quoteText(name)})`;
  });
  return `concat_ws(chr(31), ${parts.join(', ')})`;
}

function printPlain(columns: readonly string[]): string {
  const parts = columns.map(
    (name) => `coalesce(${quoteText(`${name}=`)} || ${quoteName(name)}::varchar, ${quoteText(name)})`,
  );
  return `concat_ws(chr(31), ${parts.join(', ')})`;
}

async function digestRows(
  { facts }: Institution,
  table: string,
  text: string,
  where: string,
): Promise<RowsDigest> {
  const [row] = await facts.duck.rows(
    `select count(*) as n, sha256(coalesce(string_agg(h, '' order by h), '')) as digest
  from (select sha256(${text}) as h from ${quoteName(table)} where ${where})`,
  );
  return { n: Number(row?.['n'] ?? 0), digest: String(row?.['digest']) };
}

/** Names of the sources whose rows differ, and whether those of files, of cases, or both. */
export function compareSources(
  before: FactsDigests,
  after: FactsDigests,
): readonly { readonly source: string; readonly files: boolean; readonly worked: boolean }[] {
  return Object.entries(before.sources).flatMap(([source, was]) => {
    const is = after.sources[source];
    const files = is?.files.digest !== was.files.digest;
    const worked = is?.worked.digest !== was.worked.digest;
    return files || worked ? [{ source, files, worked }] : [];
  });
}

/** Names of the tables without dates that differ. */
export function compareTables(before: FactsDigests, after: FactsDigests): readonly string[] {
  return Object.entries(before.tables).flatMap(([name, was]) =>
    after.tables[name]?.digest === was.digest ? [] : [name],
  );
}
