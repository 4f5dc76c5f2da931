import type { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../kernel/index.ts';
import { toCanonicalJson, toSha256 } from './canonical-json.ts';
import type { RowImage } from './row-image.ts';
import { findHead } from './chain.ts';
import type { ImportDraft, ImportRecord, QuarantineDraft } from './import-record.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import type { Step } from './ledger-step.ts';
import { digestQuarantine, insertCorrections, insertQuarantine } from './quarantine.ts';

/** What makes two imports the same: same bytes, read the same way, into the same data set. */
export type ImportIdentity = Pick<ImportDraft, 'dataset' | 'raw_sha256' | 'intake_digest'>;

const SELECT = 'SELECT i.*, c.digest AS digest FROM imports i JOIN chain c ON c.seq = i.chain_seq';

function toRecord(row: Readonly<Record<string, unknown>>): ImportRecord {
  return {
    seq: row['seq'] as number,
    id: row['id'] as string,
    dataset: row['dataset'] as string,
    file_name: row['file_name'] as string,
    raw_sha256: row['raw_sha256'] as string,
    raw_bytes: row['raw_bytes'] as number,
    mapping: row['mapping'] === null ? null : JSON.parse(row['mapping'] as string),
    mapping_digest: row['mapping_digest'] as string | null,
    intake_digest: row['intake_digest'] as string,
    options: JSON.parse(row['options'] as string),
    detected: JSON.parse(row['detected'] as string),
    header: JSON.parse(row['header'] as string),
    counts: {
      read: row['count_read'] as number,
      accepted: row['count_accepted'] as number,
      updated: row['count_updated'] as number,
      quarantined: row['count_quarantined'] as number,
      duplicate: row['count_duplicate'] as number,
      blank: row['count_blank'] as number,
    },
    new_values: JSON.parse(row['new_values'] as string),
    warnings: JSON.parse(row['warnings'] as string),
    imported_at: row['imported_at'] as string,
    undone_at: row['undone_at'] as string | null,
    undo_reason: row['undo_reason'] as string | null,
    digest: row['digest'] as string,
  };
}

function checkCounts({ counts }: ImportDraft): void {
  const { read, accepted, updated, quarantined, duplicate, blank } = counts;
  if (read !== accepted + updated + quarantined + duplicate + blank) {
    throw new Error(`import counts do not add up: ${JSON.stringify(counts)}`);
  }
}

/** `requests-3f2a91`: as many digits as it takes to be unlike every other. */
function toImportId(db: DatabaseSync, draft: ImportDraft, seq: number): string {
  const digest = toSha256(toCanonicalJson([draft.raw_sha256, draft.intake_digest, seq]));
  const taken = db.prepare('SELECT 1 FROM imports WHERE id = ?');
  let digits = 6;
  while (taken.get(`${draft.dataset}-${digest.slice(0, digits)}`) !== undefined) digits += 1;
  return `${draft.dataset}-${digest.slice(0, digits)}`;
}

/** The row as stored: what the chain keeps and what verification compares, column by column. */
function toImage(db: DatabaseSync, seq: number): RowImage {
  const row = db.prepare('SELECT * FROM imports WHERE seq = ?').get(seq);
  if (row === undefined) throw new Error(`import ${seq} vanished inside its own transaction`);
  return { table: 'imports', row };
}

function readBySeq(db: DatabaseSync, seq: number): ImportRecord {
  const row = db.prepare(`${SELECT} WHERE i.seq = ?`).get(seq);
  if (row === undefined) throw new Error(`import ${seq} is not there`);
  return toRecord(row);
}

/** The import in force with the same bytes, data set and reading, or undefined. */
export function findSameImport(store: LedgerDatabase, identity: ImportIdentity): ImportRecord | undefined {
  return store.read(() => {
    const { dataset, raw_sha256, intake_digest } = identity;
    const row = store.db
      .prepare(
        `${SELECT} WHERE i.dataset = ? AND i.raw_sha256 = ? AND i.intake_digest = ? AND i.undone_at IS NULL`,
      )
      .get(dataset, raw_sha256, intake_digest);
    return row === undefined ? undefined : toRecord(row);
  });
}

/**
 * Records an import with its quarantine, whole or not at all, and returns once it is on disk.
 * Refuses `already-imported` when the same bytes are in force with the same reading.
 */
export function recordImport(
  store: LedgerDatabase,
  draft: ImportDraft,
  rows: Iterable<QuarantineDraft>,
  step?: Step,
): ImportRecord {
  checkCounts(draft);
  const { db } = store;
  const recorded = store.write(
    'import',
    (at) => {
      const same = findSameImport(store, draft);
      if (same !== undefined) {
        const { id, file_name, imported_at } = same;
        throw new Refusal('already-imported', { id, file: file_name, at: imported_at });
      }
      const seq =
        (db.prepare('SELECT coalesce(max(seq), 0) AS last FROM imports').get()?.['last'] as number) + 1;
      db.prepare(`INSERT INTO imports VALUES (${Array(24).fill('?').join(', ')})`).run(
        seq,
        findHead(db).seq + 1,
        toImportId(db, draft, seq),
        draft.dataset,
        draft.file_name,
        draft.raw_sha256,
        draft.raw_bytes,
        draft.mapping === null ? null : toCanonicalJson(draft.mapping),
        draft.mapping_digest,
        draft.intake_digest,
        toCanonicalJson(draft.options),
        toCanonicalJson(draft.detected),
        toCanonicalJson(draft.header),
        draft.counts.read,
        draft.counts.accepted,
        draft.counts.updated,
        draft.counts.quarantined,
        draft.counts.duplicate,
        draft.counts.blank,
        toCanonicalJson(draft.new_values),
        toCanonicalJson(draft.warnings),
        at,
        null,
        null,
      );
      const written = insertQuarantine(db, seq, rows);
      if (written !== draft.counts.quarantined) {
        throw new Error(`import counts ${draft.counts.quarantined} quarantined rows but brings ${written}`);
      }
      const corrections = insertCorrections(db, draft.corrects ?? [], seq);
      const quarantine = { import_seq: seq, ...digestQuarantine(db, seq) };
      return { payload: { writes: [toImage(db, seq), ...corrections], quarantine }, result: seq };
    },
    step,
  );
  return store.read(() => readBySeq(db, recorded));
}

/** Imports in order of arrival, those undone only when asked for. */
export function listImports(
  store: LedgerDatabase,
  filter: { readonly dataset?: string; readonly include_undone?: boolean },
): readonly ImportRecord[] {
  return store.read(() =>
    store.db
      .prepare(
        `${SELECT} WHERE i.dataset = coalesce(?, i.dataset) AND (? = 1 OR i.undone_at IS NULL) ORDER BY i.seq`,
      )
      .all(filter.dataset ?? null, filter.include_undone === true ? 1 : 0)
      .map(toRecord),
  );
}

/** The last import there was and how many were undone: what tells, at no cost, whether anything is new. */
export function countImports(store: LedgerDatabase): { readonly last: number; readonly undone: number } {
  const row = store.read(() =>
    store.db.prepare('SELECT coalesce(max(seq), 0) AS last, count(undone_at) AS undone FROM imports').get(),
  );
  return { last: Number(row?.['last'] ?? 0), undone: Number(row?.['undone'] ?? 0) };
}

/**
 * The import of that id, or whose id or digest part begins so (`requests-3f`, `3f2a`); undefined
 * when there is none, refused as `import-ambiguous` when several match.
 */
export function findImport(store: LedgerDatabase, idOrPrefix: string): ImportRecord | undefined {
  const imports = listImports(store, { include_undone: true });
  const wanted = idOrPrefix.trim().toLowerCase();
  if (wanted === '') return undefined;
  const matches = imports.filter(
    ({ id }) => id.startsWith(wanted) || id.slice(id.lastIndexOf('-') + 1).startsWith(wanted),
  );
  const exact = matches.find(({ id }) => id === wanted);
  if (exact !== undefined || matches.length <= 1) return exact ?? matches[0];
  throw new Refusal('import-ambiguous', { id: idOrPrefix, known: matches.map(({ id }) => id) });
}

/** Takes an import out of force, keeping its bytes and its record; the same bytes may then be imported again. */
export function recordUndo(
  store: LedgerDatabase,
  idOrPrefix: string,
  reason: string,
  step?: Step,
): ImportRecord {
  const found = findImport(store, idOrPrefix);
  if (found === undefined) {
    const known = listImports(store, {}).map(({ id }) => id);
    throw new Refusal('import-not-found', { id: idOrPrefix, known: known.slice(-10) });
  }
  if (found.undone_at !== null) throw new Refusal('already-undone', { id: found.id, at: found.undone_at });
  const { db } = store;
  store.write(
    'undo',
    (at) => {
      db.prepare('UPDATE imports SET undone_at = ?, undo_reason = ? WHERE seq = ?').run(
        at,
        reason,
        found.seq,
      );
      return { payload: { writes: [toImage(db, found.seq)] }, result: undefined };
    },
    step,
  );
  return store.read(() => readBySeq(db, found.seq));
}
