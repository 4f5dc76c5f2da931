import type { Problem } from '../kernel/index.ts';
import { Refusal, toProblem } from '../kernel/index.ts';
import { toCanonicalJson } from './canonical-json.ts';
import type { ChainEntry, ChainPayload } from './chain.ts';
import { GENESIS, toEntryDigest } from './chain.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { digestQuarantine } from './quarantine.ts';

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

/** The tables whose rows are written whole into the chain, with the columns that name a row. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  imports: ['seq'],
  corrections: ['import_seq', 'ordinal', 'corrected_by'],
  spelling_merges: ['id'],
  saved_mappings: ['name', 'version'],
  settings: ['seq'],
};

/** A row as the chain says it must be, and the entry that says so. */
interface Expected {
  readonly text: string;
  readonly entry: number;
}

type Finding = (entry: number, problem: Problem) => void;

function toKey(table: string, row: Readonly<Record<string, unknown>>): string {
  return toCanonicalJson((TABLES[table] ?? []).map((column) => row[column] ?? null));
}

/** Walks the chain from its beginning, checks each digest, and collects what the tables must hold. */
function replay(store: LedgerDatabase, found: Finding) {
  const rows = new Map<string, Map<string, Expected>>(Object.keys(TABLES).map((table) => [table, new Map()]));
  const quarantines = new Map<number, { rows: number; digest: string; entry: number }>();
  const heads: string[] = [GENESIS];
  for (const raw of store.db.prepare('SELECT * FROM chain ORDER BY seq').iterate()) {
    const entry = raw as unknown as ChainEntry;
    const wrong = toProblem('ledger-entry-altered', {}, { entry: entry.seq, kind: entry.kind });
    if (entry.seq !== heads.length || toEntryDigest(heads.at(-1) ?? GENESIS, entry) !== entry.digest) {
      found(entry.seq, wrong);
    }
    heads.push(entry.digest);
    try {
      const { writes, quarantine } = JSON.parse(entry.payload) as ChainPayload;
      for (const { table, row } of writes) {
        rows.get(table)?.set(toKey(table, row), { text: toCanonicalJson(row), entry: entry.seq });
      }
      if (quarantine === undefined) continue;
      const { import_seq, ...rest } = quarantine;
      if (!Number.isInteger(import_seq)) throw new Error('not a seq');
      quarantines.set(import_seq, { ...rest, entry: entry.seq });
    } catch {
      // Damaged text reads as no payload, or as one of another shape.
      found(entry.seq, wrong);
    }
  }
  return { rows, quarantines, heads };
}

function compareTable(
  store: LedgerDatabase,
  table: string,
  expected: ReadonlyMap<string, Expected>,
  found: Finding,
): void {
  const left = new Map(expected);
  for (const row of store.db.prepare(`SELECT * FROM ${table}`).iterate()) {
    const key = toKey(table, row);
    const wanted = left.get(key);
    left.delete(key);
    if (wanted === undefined) found(0, toProblem('ledger-row-unknown', {}, { table, key }));
    else if (wanted.text !== toCanonicalJson(row)) {
      found(wanted.entry, toProblem('ledger-row-altered', {}, { table, key, entry: wanted.entry }));
    }
  }
  for (const [key, { entry }] of left)
    found(entry, toProblem('ledger-row-missing', {}, { table, key, entry }));
}

function compareQuarantine(
  store: LedgerDatabase,
  expected: ReadonlyMap<number, { rows: number; digest: string; entry: number }>,
  found: Finding,
): void {
  for (const [importSeq, wanted] of expected) {
    const { rows, digest } = digestQuarantine(store.db, importSeq);
    if (rows === wanted.rows && digest === wanted.digest) continue;
    const params = { import: importSeq, rows, wanted: wanted.rows, entry: wanted.entry };
    found(wanted.entry, toProblem('ledger-quarantine-altered', {}, params));
  }
  for (const row of store.db.prepare('SELECT DISTINCT import_seq FROM quarantine').all()) {
    const importSeq = row['import_seq'] as number;
    if (!expected.has(importSeq)) {
      found(0, toProblem('ledger-row-unknown', {}, { table: 'quarantine', key: String(importSeq) }));
    }
  }
}

/**
 * Recomputes every digest of the chain, replays what it says the tables must hold, and compares:
 * a row edited, removed, added or swapped by SQL, a damaged page, a mark that disagrees are all
 * found. What it cannot see: database and mark both replaced by an older pair that agree.
 */
export function verifyChain(store: LedgerDatabase): Verification {
  const broken = new Set<number>();
  const findings: Problem[] = [];
  const found: Finding = (entry, problem) => {
    broken.add(entry);
    findings.push(problem);
  };
  let heads: readonly string[] = [GENESIS];
  try {
    store.read(() => {
      for (const row of store.db.prepare('PRAGMA integrity_check').all()) {
        const detail = String(Object.values(row)[0]);
        if (detail !== 'ok') found(0, toProblem('ledger-file-damaged', {}, { detail }));
      }
      const state = replay(store, found);
      heads = state.heads;
      for (const [table, expected] of state.rows) compareTable(store, table, expected, found);
      compareQuarantine(store, state.quarantines, found);
      const mark = store.mark();
      if (typeof mark === 'string' || heads[mark.seq] !== mark.head || mark.seq + 1 < heads.length - 1) {
        found(0, toProblem('ledger-mark-differs', {}, { entries: heads.length - 1 }));
      }
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'ledger-damaged') throw error;
    found(0, toProblem('ledger-file-damaged', {}, { detail: String(error.params['detail']) }));
  }
  return {
    entries: heads.length - 1,
    head: heads.at(-1) ?? GENESIS,
    broken: [...broken].sort((a, b) => a - b),
    findings,
  };
}
