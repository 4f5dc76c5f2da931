import type { DatabaseSync } from 'node:sqlite';
import { toCanonicalJson, toSha256 } from './canonical-json.ts';
import type { Mark } from './mark.ts';
import type { RowImage } from './row-image.ts';

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
  /** Who did it; null when it was done on the folder itself, by a command. */
  readonly actor: string | null;
  readonly digest: string;
}

/** Digest before the first entry. */
export const GENESIS = '0'.repeat(64);

/**
 * Digest of a link: SHA-256 of the former digest and of everything the entry says. A link without
 * actor has the digest it had before links told who.
 */
export function toEntryDigest(previous: string, entry: Omit<ChainEntry, 'digest'>): string {
  const { seq, kind, at, payload } = entry;
  const actor = entry.actor ?? undefined;
  // Flat and in the order of its keys: the canonical text, written by the quickest way.
  return toSha256(previous, JSON.stringify({ actor, at, kind, payload, seq }));
}

/** Length and last digest of the chain; 0 and the genesis digest when it is empty. */
export function findHead(db: DatabaseSync): Mark {
  const row = db.prepare('SELECT seq, digest FROM chain ORDER BY seq DESC LIMIT 1').get();
  return row === undefined
    ? { seq: 0, head: GENESIS }
    : { seq: row['seq'] as number, head: row['digest'] as string };
}

/** Appends a link inside the caller's transaction and returns the new head. */
export function appendEntry(
  db: DatabaseSync,
  kind: string,
  at: string,
  payload: ChainPayload,
  actor: string | null,
): Mark {
  const last = findHead(db);
  const entry = { seq: last.seq + 1, kind, at, payload: toCanonicalJson(payload), actor };
  const digest = toEntryDigest(last.head, entry);
  const values = [entry.seq, entry.kind, entry.at, entry.payload, digest];
  // The first link of a ledger is written before the column exists.
  const who = actor === null ? [] : [actor];
  db.prepare(
    `INSERT INTO chain (seq, kind, at, payload, digest${who.length > 0 ? ', actor' : ''})
     VALUES (${[...values, ...who].map(() => '?').join(', ')})`,
  ).run(...values, ...who);
  return { seq: entry.seq, head: digest };
}
