import type { DatabaseSync } from 'node:sqlite';
import { toCanonicalJson, toSha256 } from './canonical-json.ts';
import type { Mark } from './mark.ts';

/** One row as the write left it, with the table it is in. */
export interface RowImage {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** What a write did: the rows it left, and the digest of the quarantine rows an import brought. */
export interface ChainPayload {
  readonly writes: readonly RowImage[];
  readonly quarantine?: { readonly import_seq: number; readonly rows: number; readonly digest: string };
  /** Facts about the write that are in no table (why a shorter ledger was accepted). */
  readonly note?: Readonly<Record<string, string | number | null>>;
}

/** One link of the audit chain, as stored. */
export interface ChainEntry {
  readonly seq: number;
  readonly kind: string;
  readonly at: string;
  /** Canonical JSON of a ChainPayload. */
  readonly payload: string;
  readonly digest: string;
}

/** Digest before the first entry. */
export const GENESIS = '0'.repeat(64);

/** Digest of a link: SHA-256 of the former digest and of everything the entry says. */
export function toEntryDigest(previous: string, entry: Omit<ChainEntry, 'digest'>): string {
  const { seq, kind, at, payload } = entry;
  return toSha256(previous, toCanonicalJson({ seq, kind, at, payload }));
}

/** Length and last digest of the chain; 0 and the genesis digest when it is empty. */
export function findHead(db: DatabaseSync): Mark {
  const row = db.prepare('SELECT seq, digest FROM chain ORDER BY seq DESC LIMIT 1').get();
  return row === undefined
    ? { seq: 0, head: GENESIS }
    : { seq: row['seq'] as number, head: row['digest'] as string };
}

/** Appends a link inside the caller's transaction and returns the new head. */
export function appendEntry(db: DatabaseSync, kind: string, at: string, payload: ChainPayload): Mark {
  const last = findHead(db);
  const entry = { seq: last.seq + 1, kind, at, payload: toCanonicalJson(payload) };
  const digest = toEntryDigest(last.head, entry);
  db.prepare('INSERT INTO chain (seq, kind, at, payload, digest) VALUES (?, ?, ?, ?, ?)').run(
    entry.seq,
    entry.kind,
    entry.at,
    entry.payload,
    digest,
  );
  return { seq: entry.seq, head: digest };
}
