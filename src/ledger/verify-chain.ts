import type { SQLOutputValue } from 'node:sqlite';
import type { Problem } from '../kernel/index.ts';
import { Refusal, toProblem } from '../kernel/index.ts';
import type { ChainEntry, ChainPayload } from './chain.ts';
import { GENESIS, toEntryDigest } from './chain.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import type { Mark } from './mark.ts';
import { digestQuarantine } from './quarantine.ts';
import { CHAINED, type ChainedName, toImage, toRowKey } from './row-image.ts';

/** What checking the whole ledger found; sound when `broken` and `findings` are empty. */
export interface Verification {
  /** Entries in the chain. */
  readonly entries: number;
  /** Digest of the last one. */
  readonly head: string;
  /** Seqs of entries whose digest fails or whose rows differ now; 0 stands for what no entry explains. */
  readonly broken: readonly number[];
  readonly findings: readonly Problem[];
}

/** A length and head of the chain that somebody kept elsewhere: what tells an older copy put in its place. */
export type KnownHead = Mark;

const TABLES = Object.keys(CHAINED) as ChainedName[];

/** Links or rows between two pauses: some 10 ms of work. */
const SLICE = 1000;

/** A row as the chain says it must be, and the entry that says so. */
interface Expected {
  readonly text: string;
  readonly entry: number;
}

interface Quarantine {
  readonly rows: number;
  readonly digest: string;
  readonly entry: number;
}

/** What was gathered so far. */
interface Walk {
  readonly rows: ReadonlyMap<string, Map<string, Expected>>;
  readonly quarantines: Map<number, Quarantine>;
  /** Digest after each entry, from the genesis on. */
  readonly heads: string[];
  readonly found: (entry: number, problem: Problem) => void;
}

/** Reads one link: its digest, and what it says the tables hold from there on. */
function readEntry(entry: ChainEntry, { rows, quarantines, heads, found }: Walk): void {
  const wrong = toProblem('ledger-entry-altered', {}, { entry: entry.seq, kind: entry.kind });
  if (entry.seq !== heads.length || toEntryDigest(heads.at(-1) ?? GENESIS, entry) !== entry.digest) {
    found(entry.seq, wrong);
  }
  heads.push(entry.digest);
  try {
    const { writes, quarantine } = JSON.parse(entry.payload) as ChainPayload;
    for (const { table, row } of writes) {
      const known = rows.get(table);
      if (known === undefined) throw new Error('no such table');
      // Payloads are canonical, so their keys come back in order.
      const expected = { text: JSON.stringify(row), entry: entry.seq };
      known.set(toRowKey(table as ChainedName, row), expected);
    }
    if (quarantine === undefined) return;
    const { import_seq, ...rest } = quarantine;
    if (!Number.isInteger(import_seq)) throw new Error('not a seq');
    quarantines.set(import_seq, { ...rest, entry: entry.seq });
  } catch {
    // Damaged text reads as no payload, or as one of another shape.
    found(entry.seq, wrong);
  }
}

/** Walks the links that were not walked yet, pausing between slices; the last slice is not followed by a pause. */
function* replay(store: LedgerDatabase, walk: Walk): Generator<void, void> {
  const next = store.db.prepare('SELECT * FROM chain WHERE seq > ? ORDER BY seq LIMIT ?');
  let after = 0;
  for (;;) {
    const slice = next.all(after, SLICE) as unknown as ChainEntry[];
    for (const entry of slice) readEntry(entry, walk);
    after = slice.at(-1)?.seq ?? after;
    if (slice.length < SLICE) return;
    yield;
  }
}

/** Walks what was written since, at once. */
function catchUp(store: LedgerDatabase, walk: Walk): void {
  const rows = store.db.prepare('SELECT * FROM chain WHERE seq >= ? ORDER BY seq').all(walk.heads.length);
  for (const row of rows) readEntry(row as unknown as ChainEntry, walk);
}

/** The statements that walk a table by its key, with columns in the order of canonical text. */
function toReaders({ db }: LedgerDatabase, table: ChainedName) {
  const { key } = CHAINED[table];
  const columns = db.prepare(`PRAGMA table_info(${table})`).all();
  const names = columns.map(({ name }) => String(name)).sort();
  const select = `SELECT ${names.join(', ')} FROM ${table}`;
  const marks = key.map(() => '?').join(', ');
  const order = `ORDER BY ${key.join(', ')} LIMIT ${SLICE}`;
  return {
    first: db.prepare(`${select} ${order}`),
    next: db.prepare(`${select} WHERE (${key.join(', ')}) > (${marks}) ${order}`),
    one: db.prepare(`${select} WHERE (${key.join(', ')}) = (${marks})`),
    key,
  };
}

type Row = Readonly<Record<string, SQLOutputValue>>;

/** Compares a table with what the chain says, a slice at a time; what was written meanwhile is walked first. */
function* compareTable(store: LedgerDatabase, table: ChainedName, walk: Walk): Generator<void, void> {
  const { rows, found } = walk;
  const expected = rows.get(table) ?? new Map<string, Expected>();
  const { first, next, one, key } = toReaders(store, table);
  const seen = new Set<string>();
  const compare = (row: Row): void => {
    const name = toRowKey(table, row);
    seen.add(name);
    const wanted = expected.get(name);
    if (wanted === undefined) found(0, toProblem('ledger-row-unknown', {}, { table, key: name }));
    else if (wanted.text !== JSON.stringify(toImage(table, row).row)) {
      found(wanted.entry, toProblem('ledger-row-altered', {}, { table, key: name, entry: wanted.entry }));
    }
  };
  catchUp(store, walk);
  let slice = first.all();
  while (slice.length > 0) {
    for (const row of slice) compare(row);
    const last = slice.at(-1) ?? {};
    if (slice.length < SLICE) break;
    yield;
    catchUp(store, walk);
    slice = next.all(...key.map((column) => last[column] ?? null));
  }
  catchUp(store, walk);
  for (const [name, { entry }] of expected) {
    if (seen.has(name)) continue;
    // Written behind the walk, or gone.
    const row = one.get(...(JSON.parse(name) as (string | number)[]));
    if (row === undefined) found(entry, toProblem('ledger-row-missing', {}, { table, key: name, entry }));
    else compare(row);
  }
}

function* compareQuarantine(store: LedgerDatabase, { quarantines, found }: Walk): Generator<void, void> {
  let pending = 0;
  for (const [importSeq, wanted] of quarantines) {
    const { rows, digest } = digestQuarantine(store.db, importSeq);
    if (rows !== wanted.rows || digest !== wanted.digest) {
      const params = { import: importSeq, rows, wanted: wanted.rows, entry: wanted.entry };
      found(wanted.entry, toProblem('ledger-quarantine-altered', {}, params));
    }
    pending += rows;
    if (pending < SLICE) continue;
    pending = 0;
    yield;
  }
}

function findStrayQuarantine(store: LedgerDatabase, { quarantines, found }: Walk): void {
  for (const row of store.db.prepare('SELECT DISTINCT import_seq FROM quarantine').all()) {
    const importSeq = row['import_seq'] as number;
    if (!quarantines.has(importSeq)) {
      found(0, toProblem('ledger-row-unknown', {}, { table: 'quarantine', key: String(importSeq) }));
    }
  }
}

function compareMark(store: LedgerDatabase, known: KnownHead | undefined, { heads, found }: Walk): void {
  const entries = heads.length - 1;
  const mark = store.mark();
  if (typeof mark === 'string' || heads[mark.seq] !== mark.head || mark.seq + 1 < entries) {
    found(0, toProblem('ledger-mark-differs', {}, { entries }));
  }
  if (known !== undefined && heads[known.seq] !== known.head) {
    found(0, toProblem('ledger-known-head-differs', {}, { entries, known: known.seq }));
  }
}

/**
 * The whole check in slices. What is written between two of them is walked before any row is looked
 * at, so that a ledger at work is compared with itself.
 */
function* check(store: LedgerDatabase, walk: Walk, known: KnownHead | undefined): Generator<void, void> {
  const { db } = store;
  const tables = db.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  for (const { name } of tables.all()) {
    for (const row of db.prepare(`PRAGMA integrity_check(${String(name)})`).all()) {
      const detail = String(Object.values(row)[0]);
      if (detail !== 'ok') walk.found(0, toProblem('ledger-file-damaged', {}, { detail }));
    }
    yield;
  }
  yield* replay(store, walk);
  for (const table of TABLES) {
    yield* compareTable(store, table, walk);
    yield;
  }
  yield* compareQuarantine(store, walk);
  catchUp(store, walk);
  findStrayQuarantine(store, walk);
  compareMark(store, known, walk);
}

/** Runs the check to its end, slice by slice, and gives what it found. */
function* collect(store: LedgerDatabase, known: KnownHead | undefined): Generator<void, Verification> {
  const broken = new Set<number>();
  const findings: Problem[] = [];
  const walk: Walk = {
    rows: new Map(TABLES.map((table) => [table, new Map<string, Expected>()])),
    quarantines: new Map(),
    heads: [GENESIS],
    found: (entry, problem) => {
      broken.add(entry);
      findings.push(problem);
    },
  };
  const slices = check(store, walk, known);
  try {
    while (store.read(() => slices.next()).done !== true) yield;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'ledger-damaged') throw error;
    walk.found(0, toProblem('ledger-file-damaged', {}, { detail: String(error.params['detail']) }));
  }
  return {
    entries: walk.heads.length - 1,
    head: walk.heads.at(-1) ?? GENESIS,
    broken: [...broken].sort((a, b) => a - b),
    findings,
  };
}

/**
 * Recomputes every digest of the chain, replays what it says the tables must hold, and compares:
 * a row edited, removed, added or swapped by SQL, a damaged page, a mark that disagrees are all
 * found. Database and mark both replaced by an older pair that agree are told by a head kept
 * elsewhere (`known`).
 */
export function verifyChain(store: LedgerDatabase, known?: KnownHead): Verification {
  const work = collect(store, known);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

/** The same in slices of some 10 ms, so that others are served meanwhile. */
export async function verifyChainGently(store: LedgerDatabase, known?: KnownHead): Promise<Verification> {
  const work = collect(store, known);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
