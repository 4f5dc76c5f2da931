import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Dataset, Refusal, type StandardMinutes } from '../kernel/index.ts';
import { type Cut, type Plan, quoteName, quoteText, type ResultRow } from '../engine/index.ts';
import type { RowExpression, Vocabulary } from '../language/index.ts';
import { type DirectorySource, findIntervals, refreshDirectory } from './directory.ts';
import { type Cell, type Duck, openDuck, type Row } from './duck.ts';
import { type Merges, printTable, printView, rowsTable, WORKED } from './fact-table.ts';
import type { ProjectionPlace } from './project.ts';
import { workAtInstant } from './work-days.ts';

/** Layout of the projection; another number means the tables are made anew from the raw files. */
const LAYOUT = 1;

/** What the facts are read with: the packs, and what the ledger knows of spellings. */
export interface FactsContext extends DirectorySource {
  readonly vocabulary: Vocabulary;
  readonly standard_minutes: readonly StandardMinutes[];
  /** Checked row rules of each data set, in order; null where one does not check. */
  readonly rules: ReadonlyMap<string, readonly (RowExpression | null)[]>;
}

/** The columnar tables of one data folder, open. A projection: it can be deleted and made again. */
export interface Facts {
  readonly duck: Duck;
  readonly context: FactsContext;
  readonly temp: string;
  /** Imports whose rows are in the tables. */
  readonly applied: () => Promise<ReadonlyMap<number, number>>;
  /** How far the cases worked here have been read into the tables; empty while none was. */
  readonly worked: () => string;
  /** Reads cases into the tables: all of `steps`, and how far they reach, or nothing of them. */
  readonly putWorked: (mark: string, steps: () => Promise<void>) => Promise<void>;
  readonly place: () => Promise<ProjectionPlace>;
  /** Brings zones, calendars, working time and capacity up to date with what the facts say. */
  readonly refresh: () => Promise<void>;
  /** Reads other spellings as one from now on: the facts in force, zones, working time and capacity follow. */
  readonly remerge: (merges: Merges) => Promise<void>;
  /**
   * Another connection to the same tables, for reading beside whatever is being written: it sees
   * what was committed when each of its statements (or its transaction) began. Its owner closes it.
   */
  readonly reader: () => Promise<Duck>;
  readonly close: () => void;
}

/** The same facts read through another of their connections; what writes is refused there. */
export function readThrough(facts: Facts, duck: Duck): Facts {
  const refuse = () => Promise.reject(new Error('a reader does not write'));
  return {
    duck,
    get context() {
      return facts.context;
    },
    temp: facts.temp,
    applied: () => findApplied(duck),
    worked: () => facts.worked(),
    putWorked: refuse,
    place: () => placeOf(duck, facts.context),
    refresh: refuse,
    remerge: refuse,
    reader: () => duck.connect(),
    close: () => duck.close(),
  };
}

async function findApplied(duck: Duck): Promise<ReadonlyMap<number, number>> {
  const rows = await duck.rows('select seq, rows from applied');
  return new Map(rows.map((row) => [Number(row.seq), Number(row.rows)]));
}

/**
 * Trying every compression on every column costs a third of an import; what these leave (constants,
 * bit packing, runs, dictionaries) is what facts shrink by. Small imports wait for one checkpoint.
 */
const TUNING = [
  "set disabled_compression_methods = 'fsst,dict_fsst,zstd,chimp,patas,alp,alprd'",
  "set checkpoint_threshold = '128MB'",
] as const;

const BASE = [
  'create table if not exists meta (key varchar, value varchar)',
  'create table if not exists applied (seq integer, dataset varchar, rows bigint)',
  'create table if not exists known_value (dimension varchar, value varchar, seq integer)',
  'create table if not exists fact_extent (dataset varchar, seq integer, last date)',
  'create table if not exists unit_calendars (unit varchar, zone varchar, calendar varchar)',
  'create table if not exists work_days (calendar varchar, date date, before_us bigint, start_1 bigint, end_1 bigint)',
  'create table if not exists assignments (person varchar, unit varchar, schedule varchar, from_date date, to_date date)',
  'create table if not exists case_rows (ordinal bigint, dataset varchar, event bigint)',
  'create table if not exists capacity (person varchar, unit varchar, schedule varchar, date date, minutes bigint)',
] as const;

function imported(context: FactsContext): Dataset[] {
  return [...context.datasets.values()].filter((dataset) => !dataset.derived);
}

/** Text of how the tables are laid out: when one of them differs or is gone, the projection starts empty. */
function layoutOf(context: FactsContext): string {
  return JSON.stringify([
    LAYOUT,
    imported(context)
      .map((dataset) => printTable(dataset))
      .sort(),
  ]);
}

/** Whether the tables there are, are all laid out as they should be: a data set that is new only adds its own. */
function holdsLayout(kept: string, context: FactsContext): boolean {
  const [layout, tables] = JSON.parse(kept) as [number, string[]];
  const wanted = new Set(imported(context).map((dataset) => printTable(dataset)));
  return layout === LAYOUT && tables.every((table) => wanted.has(table));
}

/** Path of the projection in a data folder. */
export function factsPath(folder: string): string {
  return join(folder, 'facts.duckdb');
}

/** Deletes the projection: nothing lives only there. */
export async function deleteFacts(folder: string): Promise<void> {
  for (const suffix of ['', '.wal']) await rm(factsPath(folder) + suffix, { force: true });
}

/** Makes the views anew where they say something else: opening facts to read them writes nothing, so a full disk can be read. */
async function makeViews(duck: Duck, context: FactsContext): Promise<void> {
  const views = imported(context).map((dataset) => printView(dataset, context.merges));
  const [row] = await duck.rows("select value from meta where key = 'views'");
  if (row?.value === JSON.stringify(views)) return;
  await duck.transaction(async () => {
    for (const view of views) await duck.run(view);
    await duck.run("delete from meta where key = 'views'");
    await duck.run(`insert into meta values ('views', ${quoteText(JSON.stringify(views))})`);
  });
}

/**
 * Opens the projection of a data folder, making its tables where absent. One that cannot be
 * opened, or was laid out for other data sets, is deleted and starts empty: the caller brings
 * back what the ledger says was imported.
 */
export async function openFacts(
  folder: string,
  context: FactsContext,
  path = factsPath(folder),
): Promise<Facts> {
  const temp = join(folder, 'tmp');
  const open = async (): Promise<Duck> => {
    const duck = await openDuck(path, temp);
    try {
      for (const sql of TUNING) await duck.run(sql);
      for (const sql of BASE) await duck.run(sql);
      const [row] = await duck.rows("select value from meta where key = 'layout'");
      const layout = layoutOf(context);
      if (row && !holdsLayout(String(row.value), context)) throw new Error('laid out for other data sets');
      if (row?.value !== layout) {
        await duck.transaction(async () => {
          for (const dataset of imported(context)) await duck.run(printTable(dataset));
          await duck.run("delete from meta where key = 'layout'");
          await duck.run(`insert into meta values ('layout', ${quoteText(layout)})`);
        });
      }
      await makeViews(duck, context);
      // Reading every table's rows now finds a damaged file before it is trusted.
      for (const dataset of imported(context))
        await duck.rows(`select count(*), max(_row) from ${rowsTable(dataset)}`);
      return duck;
    } catch (error) {
      duck.close();
      throw error;
    }
  };
  let duck: Duck;
  try {
    duck = await open();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    await rm(path, { force: true });
    await rm(`${path}.wal`, { force: true });
    duck = await open();
  }
  let current = context;
  let worked = String((await duck.rows("select value from meta where key = 'worked'"))[0]?.value ?? '');
  return {
    duck,
    get context() {
      return current;
    },
    temp,
    applied: () => findApplied(duck),
    worked: () => worked,
    putWorked: async (mark, steps) => {
      await duck.transaction(async () => {
        await steps();
        await duck.run("delete from meta where key = 'worked'");
        await duck.run(`insert into meta values ('worked', ${quoteText(mark)})`);
      });
      worked = mark;
    },
    place: () => placeOf(duck, context),
    refresh: () => duck.transaction(() => refreshDirectory(duck, current)),
    remerge: async (merges) => {
      const next = { ...current, merges };
      await duck.transaction(async () => {
        for (const dataset of imported(next)) await duck.run(printView(dataset, merges));
        await refreshDirectory(duck, next);
      });
      current = next;
    },
    reader: () => duck.connect(),
    close: () => duck.close(),
  };
}

async function placeOf(duck: Duck, context: FactsContext): Promise<ProjectionPlace> {
  const zones = await duck.rows('select distinct zone from unit_calendars');
  return {
    default_zone: context.default_zone,
    default_calendar: context.default_calendar,
    zones: zones.map((row) => String(row.zone)),
    intervals: await findIntervals(duck),
  };
}

/** The latest instants a data set knows of, in microseconds; null where it knows none. */
export interface Latest {
  /** Of the rows that came in files. */
  readonly files: bigint | null;
  /** Of the cases worked here. */
  readonly worked: bigint | null;
}

/** The latest instants among opening and closing of a data set of cases. */
export async function findLatest(facts: Facts, dataset: Dataset): Promise<Latest> {
  const names = [dataset.opens, dataset.closes].flatMap((name) => (name === null ? [] : [quoteName(name)]));
  if (names.length === 0) return { files: null, worked: null };
  const latest = (of: string) =>
    `greatest(${names.map((name) => `max(epoch_us(${name})) filter (where _import ${of} ${WORKED})`).join(', ')})`;
  const [row] = await facts.duck.rows(
    `select ${latest('<>')} as files, ${latest('=')} as worked from ${quoteName(dataset.id)}`,
  );
  const read = (cell: Cell | undefined) => (typeof cell === 'bigint' ? cell : null);
  return { files: read(row?.files), worked: read(row?.worked) };
}

/**
 * The cut that a data set of cases has by itself: the latest instant it knows of. Cases worked here are
 * known until another instant than what came in files, and are looked at from theirs.
 */
export async function findCut(facts: Facts, dataset: Dataset): Promise<Cut> {
  const { files, worked } = await findLatest(facts, dataset);
  const cut = await toCut(facts, files ?? worked ?? 0n, false);
  if (files === null || worked === null) return cut;
  const { us, work } = await toCut(facts, worked, false);
  return { ...cut, of_import: { seq: WORKED, us, work } };
}

/** The cut at an instant, and the working time of each calendar at it. */
export async function toCut(facts: Facts, us: bigint, explicit: boolean): Promise<Cut> {
  const zones = new Map(
    [...facts.context.calendars.values()].map((calendar) => [calendar.id, calendar.time_zone]),
  );
  const intervals = await findIntervals(facts.duck);
  const work =
    intervals === 0 ? new Map<string, bigint>() : await workAtInstant(facts.duck, us, intervals, zones);
  return { us, explicit, work, default_calendar: facts.context.default_calendar };
}

/** Runs the statements of a plan, one after another. */
export async function runPlan(facts: Facts, plan: Plan): Promise<readonly (readonly ResultRow[])[]> {
  const results: (readonly Row[])[] = [];
  for (const { sql } of plan.datasets) results.push(await facts.duck.rows(sql));
  return results as readonly (readonly ResultRow[])[];
}
