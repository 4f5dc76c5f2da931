import { copyFileSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../kernel/index.ts';
import type { ChainPayload } from './chain.ts';
import { appendEntry, findHead } from './chain.ts';
import type { Step } from './ledger-step.ts';
import type { Mark } from './mark.ts';
import { loadMark, syncFolder, writeMark } from './mark.ts';
import { APPLICATION_ID, expectedSchema, MIGRATIONS, readSchema } from './migration.ts';
import { toLedgerRefusal, toReadRefusal } from './to-ledger-refusal.ts';

/** How long a second program waits for the first before it is refused; the promise is 2 s. */
const BUSY_MS = 1000;

/** SQLite before this loses data in WAL mode (the WAL-reset bug). */
const OLDEST_SQLITE = [3, 51, 3] as const;

/** Refuses a SQLite that is known to corrupt a ledger. */
export function checkSqliteVersion(version: string): void {
  const parts = version.split('.').map(Number);
  for (const [place, wanted] of OLDEST_SQLITE.entries()) {
    const found = parts[place] ?? 0;
    if (found > wanted) return;
    if (found < wanted) throw new Refusal('sqlite-too-old', { version, wanted: OLDEST_SQLITE.join('.') });
  }
}

function readPragma(db: DatabaseSync, name: string): unknown {
  return Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}

/** Makes the data folder so that its name survives a power cut. */
function makeFolder(folder: string): void {
  const made = mkdirSync(folder, { recursive: true });
  if (made === undefined) return;
  for (let at = folder; at.length >= made.length; at = dirname(at)) syncFolder(dirname(at));
}

/** Sets what durability depends on, and refuses where SQLite did not do as told. */
function applySettings(db: DatabaseSync, folder: string): void {
  // Exclusive before the first WAL access: the lock is the system's own, so none is left by kill -9,
  // and no shared-memory file exists.
  const wanted: Readonly<Record<string, string | number>> = {
    locking_mode: 'exclusive',
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    trusted_schema: 0,
    cell_size_check: 1,
  };
  for (const [name, value] of Object.entries(wanted)) {
    db.exec(`PRAGMA ${name} = ${value}`);
    const found = readPragma(db, name);
    if (found !== value)
      throw new Refusal('unsafe-settings', { folder, name, wanted: value, found: String(found) });
  }
  db.exec('BEGIN IMMEDIATE; COMMIT');
}

/** Keeps the files as they were found: closing a database rewrites them, and an expert may want them. */
function keepFound(folder: string): void {
  for (const name of ['ledger.db', 'ledger.db-wal']) {
    const kept = join(folder, `${name}.refused`);
    if (existsSync(join(folder, name)) && !existsSync(kept)) {
      copyFileSync(join(folder, name), kept, constants.COPYFILE_EXCL);
    }
  }
}

/** The code of what is wrong between mark and chain, or null when they agree. */
function compareWithMark(db: DatabaseSync, head: Mark, mark: Mark | 'missing' | 'unreadable'): string | null {
  // The first commit may have been cut before its mark was written.
  if (mark === 'missing') return head.seq <= 1 ? null : 'ledger-mark-missing';
  if (mark === 'unreadable') return 'ledger-mark-missing';
  if (head.seq < mark.seq) return 'ledger-rolled-back';
  const at = db.prepare('SELECT digest FROM chain WHERE seq = ?').get(mark.seq)?.['digest'];
  if (at !== mark.head) return 'ledger-altered';
  // One commit is one entry, and each writes its mark before the next begins.
  return head.seq > mark.seq + 1 ? 'ledger-altered' : null;
}

/** What a write changed and what its caller gets. */
export interface Written<T> {
  readonly payload: ChainPayload;
  readonly result: T;
}

/** The open database of one ledger: one transaction, one chain entry and one mark per write. */
export interface LedgerDatabase {
  readonly db: DatabaseSync;
  readonly folder: string;
  readonly clock: () => string;
  /** Whom the links of its writes name; null for the folder itself. */
  readonly actor: string | null;
  /** The same database whose writes bear somebody's name. */
  readonly as: (actor: string | null) => LedgerDatabase;
  /** Runs a read; an error of disk or file becomes a refusal. */
  readonly read: <T>(body: () => T) => T;
  /** Runs a write whole or not at all: rows, chain entry, commit, mark. Returns once all are on disk. */
  readonly write: <T>(kind: string, body: (at: string) => Written<T>, step?: Step) => T;
  /** Writes what comes and goes, outside the chain: whole or not at all. */
  readonly note: <T>(body: (at: string) => T) => T;
  readonly mark: () => Mark | 'missing' | 'unreadable';
  readonly close: () => void;
}

/** Choices at opening: `step` sees every write; `accept` is why a ledger its mark disagrees with is taken as it is. */
export interface OpenOptions {
  readonly step?: Step;
  readonly accept?: string;
}

function toDatabase(db: DatabaseSync, folder: string, clock: () => string, opened: Step): LedgerDatabase {
  let unmarked: Mark | null = null;
  const guard = <T>(body: () => T, toRefusal = toLedgerRefusal): T => {
    try {
      return body();
    } catch (error) {
      throw toRefusal(error, folder);
    }
  };
  const settle = (step: Step): void => {
    if (unmarked === null) return;
    writeMark(folder, unmarked, step);
    unmarked = null;
  };
  const commit = <T>(kind: string, body: (at: string) => Written<T>, step: Step, actor: string | null): T => {
    // A mark that could not be written last time (disk full) goes first: it may lag one commit, not two.
    settle(() => {});
    let outcome: Written<T>;
    let head: Mark;
    db.exec('BEGIN IMMEDIATE');
    try {
      step('ledger-begin');
      const at = clock();
      outcome = body(at);
      step('ledger-rows');
      head = appendEntry(db, kind, at, outcome.payload, actor);
      step('ledger-chain');
      step('ledger-commit');
      db.exec('COMMIT');
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
    unmarked = head;
    step('ledger-committed');
    settle(step);
    return outcome.result;
  };
  const note = <T>(body: (at: string) => T): T => {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = body(clock());
      db.exec('COMMIT');
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };
  const bearing = (actor: string | null): LedgerDatabase => ({
    db,
    folder,
    clock,
    actor,
    as: bearing,
    read: (body) => guard(body, toReadRefusal),
    write: (kind, body, step = opened) => guard(() => commit(kind, body, step, actor)),
    note: (body) => guard(() => note(body)),
    mark: () => guard(() => loadMark(folder)),
    close: () => guard(() => db.close()),
  });
  return bearing(null);
}

function checkAndMigrate(store: LedgerDatabase, options: OpenOptions): void {
  const { db, folder } = store;
  const version = readPragma(db, 'user_version') as number;
  if (version > MIGRATIONS.length) {
    throw new Refusal('ledger-newer', { folder, version, known: MIGRATIONS.length });
  }
  const foreign = readPragma(db, 'application_id') !== APPLICATION_ID;
  if (version > 0 && foreign) throw new Refusal('ledger-damaged', { folder, detail: 'application_id' });
  if (readSchema(db) !== expectedSchema(version))
    throw new Refusal('ledger-damaged', { folder, detail: 'schema' });
  const check = readPragma(db, 'quick_check');
  if (check !== 'ok') throw new Refusal('ledger-damaged', { folder, detail: String(check) });

  const head = version === 0 ? { seq: 0, head: '' } : findHead(db);
  const mark = store.mark();
  const wrong =
    version === 0 ? (mark === 'missing' ? null : 'ledger-rolled-back') : compareWithMark(db, head, mark);
  const marked = typeof mark === 'string' ? null : mark.seq;
  if (wrong !== null) keepFound(folder);
  if (wrong !== null && options.accept === undefined) {
    throw new Refusal(wrong, { folder, entries: head.seq, marked });
  }
  if (wrong === null && typeof mark !== 'string' && mark.seq < head.seq) writeMark(folder, head, () => {});
  if (wrong === null && mark === 'missing' && head.seq === 1) writeMark(folder, head, () => {});

  if (version < MIGRATIONS.length) {
    // All at once: an upgrade that is cut leaves the ledger of before.
    store.write('schema', () => {
      db.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
      for (const sql of MIGRATIONS.slice(version)) db.exec(sql);
      db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
      return { payload: { writes: [], note: { version: MIGRATIONS.length } }, result: undefined };
    });
  }
  if (wrong !== null) {
    const note = { found: wrong, entries: head.seq, marked, reason: options.accept ?? '' };
    store.write('accepted', () => ({ payload: { writes: [], note }, result: undefined }));
  }
}

/**
 * Opens or creates `<folder>/ledger.db` with every check done: version of SQLite, settings read
 * back, lock, schema, pages, mark. Refuses otherwise and leaves the files as they are.
 */
export function openDatabase(folder: string, clock: () => string, options: OpenOptions = {}): LedgerDatabase {
  let db: DatabaseSync | undefined;
  try {
    const probe = new DatabaseSync(':memory:');
    checkSqliteVersion(String(probe.prepare('SELECT sqlite_version() AS version').get()?.['version']));
    probe.close();
    makeFolder(resolve(folder));
    db = new DatabaseSync(join(folder, 'ledger.db'), { timeout: BUSY_MS });
    applySettings(db, folder);
    const store = toDatabase(db, folder, clock, options.step ?? (() => {}));
    checkAndMigrate(store, options);
    return store;
  } catch (error) {
    db?.close();
    throw toLedgerRefusal(error, folder);
  }
}
