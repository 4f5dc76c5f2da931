import type { Dataset } from '../kernel/index.ts';
import { quoteName } from '../engine/index.ts';
import type { CheckedIndicator } from '../language/index.ts';
import { findLatest, type Latest, WORKED } from '../facts/index.ts';
import type { Institution } from './institution.ts';

/** Facts of one data set by one of its dates, in one month. */
export interface MonthOfFacts {
  readonly n: number;
  /** Latest local date among them. */
  readonly last: string;
}

/**
 * What the figures of each month depend on, as short texts: the same text, the same figures. Made
 * by reading a few columns once, far less work than measuring.
 */
export interface FactsPrint {
  /** By month (`2011-06`): the versions of rows in force there. */
  readonly months: ReadonlyMap<string, string>;
  /** What every month depends on: units, clients, assignments, calendars, merged spellings. */
  readonly everywhere: string;
  /** The instants from which open facts are looked at. */
  readonly cuts: string;
  /** Tells whether another look sees the very same facts, at little cost; see `readSnapshot`. */
  readonly snapshot: string;
  /** By data set and date (`requests/opened_at`), then month. */
  readonly facts: ReadonlyMap<string, ReadonlyMap<string, MonthOfFacts>>;
}

/** Name of a data set read by one of its dates. */
export function toSource(dataset: string, date: string): string {
  return `${dataset}/${date}`;
}

/** Reads the print of everything the indicators of an institution measure. */
export async function readFactsPrint(institution: Institution): Promise<FactsPrint> {
  const { facts, content } = institution;
  const sources = listSources(institution, [...content.indicators.values()]);
  const months = new Map<string, string[]>();
  const bySource = new Map<string, Map<string, MonthOfFacts>>();
  const latest = new Map<string, Promise<Latest>>();
  const latestOf = (dataset: Dataset): Promise<Latest> => {
    const known = latest.get(dataset.id) ?? findLatest(facts, dataset);
    latest.set(dataset.id, known);
    return known;
  };
  for (const { dataset, date } of sources) {
    const found = new Map<string, MonthOfFacts>();
    const source = toSource(dataset.id, date);
    for (const row of await facts.duck.rows(printMonths(dataset, date))) {
      const month = String(row['month']);
      found.set(month, { n: Number(row['n']), last: String(row['last']) });
      months.set(month, [
        ...(months.get(month) ?? []),
        `${source} ${String(row['n'])} ${String(row['print'])}`,
      ]);
    }
    if (!dataset.derived) bySource.set(source, found);
    if (dataset.derived || dataset.closes === null) continue;
    // Open cases are looked at from the latest of them: only the months that hold one move with it.
    const { worked } = await latestOf(dataset);
    for (const row of worked === null ? [] : await facts.duck.rows(printOpenMonths(dataset, date))) {
      const month = String(row['month']);
      months.set(month, [...(months.get(month) ?? []), `${source} ${worked}`]);
    }
  }
  const cuts: string[] = [];
  for (const dataset of new Set(sources.map((source) => source.dataset)))
    if (dataset.closes !== null) {
      const { files, worked } = await latestOf(dataset);
      cuts.push(`${dataset.id} ${String(files ?? worked)}`);
    }
  return {
    months: new Map([...months].map(([month, parts]) => [month, parts.join('\n')])),
    everywhere: await printEverywhere(institution, new Set(sources.map((source) => source.dataset))),
    cuts: cuts.join('\n'),
    snapshot: await readSnapshot(institution),
    facts: bySource,
  };
}

/** Which imports the facts hold and how they are read, as seen from where the connection stands. */
export async function readSnapshot({ facts, ledger }: Institution): Promise<string> {
  const [row] = await facts.duck.rows(`
select (select string_agg(seq || ':' || rows, ',' order by seq) from applied) as applied,
       (select bit_xor(hash(view_name, sql))::varchar from duckdb_views() where not internal) as views,
       (select bit_xor(hash(key, value))::varchar from meta) as meta`);
  return JSON.stringify([row, printLeftOut(ledger)]);
}

/** Which rows are left out by approval. */
function printLeftOut(ledger: Institution['ledger']): string {
  return ledger.contests
    .exclusions()
    .map(({ id }) => id)
    .join(',');
}

/** Data sets and dates that indicators read: their own in the home of each, the declared one elsewhere. */
function listSources(
  { content }: Institution,
  indicators: readonly CheckedIndicator[],
): readonly { readonly dataset: Dataset; readonly date: string }[] {
  const found = new Map<string, { dataset: Dataset; date: string }>();
  for (const indicator of indicators) {
    for (const id of [indicator.dataset, ...indicator.aggregates.map((aggregate) => aggregate.dataset)]) {
      const dataset = content.catalogue.datasets.get(id)!;
      const date = id === indicator.dataset ? indicator.date : dataset.date;
      if (date !== null) found.set(toSource(id, date), { dataset, date });
    }
  }
  return [...found.values()];
}

/** Months of a data set: how many facts, the last date, and which versions of rows they are. */
function printMonths(dataset: Dataset, date: string): string {
  const isInstant = dataset.columns.find(({ name }) => name === date)?.type === 'instant';
  const local = isInstant ? `${date}_local` : quoteName(date);
  // A derived row has no import: it is what its columns say.
  const version = dataset.derived
    ? `hash(${dataset.columns.map(({ name }) => quoteName(name)).join(', ')})`
    : 'hash(_import, _row)';
  return `
with monthly as (
  select date_trunc('month', ${local})::date as month, count(*) as n, max(${local})::date as last, bit_xor(${version}) as print
    from ${quoteName(dataset.id)} where ${local} is not null group by 1
)
select strftime(month, '%Y-%m') as month, n, last::varchar as last, print::varchar as print from monthly order by 1`;
}

/** Months by a date in which a worked case is open. */
function printOpenMonths(dataset: Dataset, date: string): string {
  const isInstant = dataset.columns.find(({ name }) => name === date)?.type === 'instant';
  const local = isInstant ? `${date}_local` : quoteName(date);
  return `select distinct strftime(${local}, '%Y-%m') as month from ${quoteName(dataset.id)} where _import = ${WORKED} and ${dataset.closes} is null and ${local} is not null order by 1`;
}

async function printEverywhere(
  { facts, content, ledger }: Institution,
  read: ReadonlySet<Dataset>,
): Promise<string> {
  const looked = new Set([...read].flatMap(({ lookups }) => lookups.map(({ from }) => from)));
  const tables = [...looked].filter((id) => content.catalogue.datasets.get(id)?.derived === false).sort();
  const queries = [
    ...tables.map(
      (id) => `select bit_xor(hash(_import, _row)) as print, count(*) as n from ${quoteName(id)}`,
    ),
    'select bit_xor(hash(person, unit, schedule, from_date, to_date)) as print, count(*) as n from assignments',
    'select bit_xor(hash(unit, zone, calendar)) as print, count(*) as n from unit_calendars',
    "select bit_xor(hash(value)) as print, count(*) as n from meta where key in ('calendars', 'intervals')",
    // Merged spellings are in the views.
    'select bit_xor(hash(view_name, sql)) as print, count(*) as n from duckdb_views() where not internal',
  ];
  const parts: string[] = [];
  for (const sql of queries) {
    const [row] = await facts.duck.rows(sql);
    parts.push(`${String(row?.['n'])} ${String(row?.['print'])}`);
  }
  const left = printLeftOut(ledger);
  return [...parts, ...(left === '' ? [] : [left])].join(', ');
}
