import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../kernel/index.ts';
import { toCanonicalJson } from './canonical-json.ts';
import type { RowImage } from './row-image.ts';
import type { QuarantineDraft, QuarantineKey, QuarantineRow, QuarantineState } from './import-record.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import type { Step } from './ledger-step.ts';

/** Which quarantined rows are asked for; `import` is a seq. Nothing given means all. */
export interface QuarantineFilter {
  readonly import?: number;
  readonly dataset?: string;
  readonly state?: QuarantineState;
}

/** Open quarantined rows of a data set: those dated in the period, and those whose date cannot be read. */
export interface QuarantineCount {
  readonly dated: number;
  readonly undated: number;
}

/** The rows with what became of them, as a table expression. A correction counts while its import is in force. */
const ROWS = `
  SELECT *, CASE WHEN undone_at IS NOT NULL THEN 'undone' WHEN corrected_by IS NULL THEN 'open' ELSE 'corrected' END AS state
  FROM (
    SELECT q.*, i.id AS import_id, i.dataset, i.file_name, i.undone_at,
      (SELECT max(c.corrected_by) FROM corrections c JOIN imports k ON k.seq = c.corrected_by
       WHERE c.import_seq = q.import_seq AND c.ordinal = q.ordinal AND k.undone_at IS NULL) AS corrected_by
    FROM quarantine q JOIN imports i ON i.seq = q.import_seq
  )`;

function toRow(row: Readonly<Record<string, unknown>>): QuarantineRow {
  return {
    import_seq: row['import_seq'] as number,
    ordinal: row['ordinal'] as number,
    import_id: row['import_id'] as string,
    dataset: row['dataset'] as string,
    file_name: row['file_name'] as string,
    line: row['line'] as number | null,
    byte: row['byte'] as number | null,
    column: row['column_number'] as number | null,
    column_name: row['column_name'] as string | null,
    code: row['code'] as string,
    params: JSON.parse(row['params'] as string),
    cells: JSON.parse(row['cells'] as string),
    fact_date: row['fact_date'] as string | null,
    state: row['state'] as QuarantineState,
    corrected_by: row['corrected_by'] as number | null,
  };
}

/** Writes the rows of an import, numbered from 1 in the order given; returns how many. */
export function insertQuarantine(
  db: DatabaseSync,
  importSeq: number,
  rows: Iterable<QuarantineDraft>,
): number {
  const insert = db.prepare('INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  let ordinal = 0;
  for (const row of rows) {
    ordinal += 1;
    insert.run(
      importSeq,
      ordinal,
      row.line,
      row.byte,
      row.column,
      row.column_name,
      row.code,
      toCanonicalJson(row.params),
      toCanonicalJson(row.cells),
      row.fact_date,
    );
  }
  return ordinal;
}

/** Number and digest of the quarantine rows of an import as they stand in the table. */
export function digestQuarantine(db: DatabaseSync, importSeq: number): { rows: number; digest: string } {
  const hash = createHash('sha256');
  let rows = 0;
  for (const row of db
    .prepare('SELECT * FROM quarantine WHERE import_seq = ? ORDER BY ordinal')
    .iterate(importSeq)) {
    rows += 1;
    hash.update(`${toCanonicalJson(row)}\n`);
  }
  return { rows, digest: hash.digest('hex') };
}

/** Notes inside the caller's transaction that an import brought rows back corrected; refuses rows that do not exist. */
export function insertCorrections(
  db: DatabaseSync,
  keys: readonly QuarantineKey[],
  correctedBy: number,
): readonly RowImage[] {
  const find = db.prepare('SELECT 1 FROM quarantine WHERE import_seq = ? AND ordinal = ?');
  const insert = db.prepare(
    'INSERT OR IGNORE INTO corrections (import_seq, ordinal, corrected_by) VALUES (?, ?, ?)',
  );
  const images: RowImage[] = [];
  for (const { import_seq, ordinal } of keys) {
    if (find.get(import_seq, ordinal) === undefined) {
      throw new Refusal('quarantine-row-not-found', { import: import_seq, row: ordinal });
    }
    insert.run(import_seq, ordinal, correctedBy);
    images.push({ table: 'corrections', row: { import_seq, ordinal, corrected_by: correctedBy } });
  }
  return images;
}

/** Quarantined rows in order of import and file. */
export function listQuarantine(store: LedgerDatabase, filter: QuarantineFilter): readonly QuarantineRow[] {
  return store.read(() =>
    store.db
      .prepare(
        `SELECT * FROM (${ROWS}) WHERE import_seq = coalesce(?, import_seq) AND dataset = coalesce(?, dataset)
         AND state = coalesce(?, state) ORDER BY import_seq, ordinal`,
      )
      .all(filter.import ?? null, filter.dataset ?? null, filter.state ?? null)
      .map(toRow),
  );
}

/** Counts open rows dated in the half-open period `[from, to)` of ISO dates, and the undated ones. */
export function countOpenQuarantine(
  store: LedgerDatabase,
  dataset: string,
  from: string,
  to: string,
): QuarantineCount {
  return store.read(() => {
    const row = store.db
      .prepare(
        `SELECT count(*) FILTER (WHERE fact_date >= ? AND fact_date < ?) AS dated,
           count(*) FILTER (WHERE fact_date IS NULL) AS undated
         FROM (${ROWS}) WHERE dataset = ? AND state = 'open'`,
      )
      .get(from, to, dataset);
    return { dated: row?.['dated'] as number, undated: row?.['undated'] as number };
  });
}

/** Marks rows as brought back by an import in force (its seq). */
export function markCorrected(
  store: LedgerDatabase,
  keys: readonly QuarantineKey[],
  correctedBy: number,
  step?: Step,
): void {
  store.write(
    'corrected',
    () => {
      const by = store.db.prepare('SELECT undone_at FROM imports WHERE seq = ?').get(correctedBy);
      if (by === undefined || by['undone_at'] !== null) {
        throw new Refusal('import-not-found', { id: String(correctedBy), known: [] });
      }
      return { payload: { writes: insertCorrections(store.db, keys, correctedBy) }, result: undefined };
    },
    step,
  );
}
