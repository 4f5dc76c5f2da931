import { DatabaseSync } from 'node:sqlite';

/** Marks the file as a ledger of Circuito ("Circ" in ASCII). */
export const APPLICATION_ID = 0x43697263;

/**
 * The schema, one step per version, each run in one transaction. A step that has been released
 * is never edited: a change is a new step.
 *
 * Rows of every table but `quarantine` are written whole into the chain; quarantine rows never
 * change, and the chain holds their digest. What happens to them later is in `corrections`.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE chain (
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    payload TEXT NOT NULL,
    digest TEXT NOT NULL
  ) STRICT;
  CREATE TABLE imports (
    seq INTEGER PRIMARY KEY,
    chain_seq INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    dataset TEXT NOT NULL,
    file_name TEXT NOT NULL,
    raw_sha256 TEXT NOT NULL,
    raw_bytes INTEGER NOT NULL,
    mapping TEXT,
    mapping_digest TEXT,
    intake_digest TEXT NOT NULL,
    options TEXT NOT NULL,
    detected TEXT NOT NULL,
    header TEXT NOT NULL,
    count_read INTEGER NOT NULL,
    count_accepted INTEGER NOT NULL,
    count_updated INTEGER NOT NULL,
    count_quarantined INTEGER NOT NULL,
    count_duplicate INTEGER NOT NULL,
    count_blank INTEGER NOT NULL,
    new_values TEXT NOT NULL,
    warnings TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    undone_at TEXT,
    undo_reason TEXT
  ) STRICT;
  CREATE UNIQUE INDEX imports_in_force ON imports (dataset, raw_sha256, intake_digest) WHERE undone_at IS NULL;
  CREATE TABLE quarantine (
    import_seq INTEGER NOT NULL REFERENCES imports (seq),
    ordinal INTEGER NOT NULL,
    line INTEGER,
    byte INTEGER,
    column_number INTEGER,
    column_name TEXT,
    code TEXT NOT NULL,
    params TEXT NOT NULL,
    cells TEXT NOT NULL,
    fact_date TEXT,
    PRIMARY KEY (import_seq, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE corrections (
    import_seq INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    corrected_by INTEGER NOT NULL REFERENCES imports (seq),
    PRIMARY KEY (import_seq, ordinal, corrected_by),
    FOREIGN KEY (import_seq, ordinal) REFERENCES quarantine (import_seq, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE spelling_merges (
    id INTEGER PRIMARY KEY,
    dimension TEXT NOT NULL,
    from_value TEXT NOT NULL,
    to_value TEXT NOT NULL,
    at TEXT NOT NULL,
    undone_at TEXT
  ) STRICT;
  CREATE UNIQUE INDEX spelling_merges_in_force ON spelling_merges (dimension, from_value) WHERE undone_at IS NULL;
  CREATE TABLE saved_mappings (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    dataset TEXT NOT NULL,
    yaml TEXT NOT NULL,
    digest TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (name, version)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE settings (
    seq INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  `,
];

/** Every table, index, trigger and view of a database with its definition, as one text. */
export function readSchema(db: DatabaseSync): string {
  const rows = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all();
  return rows.map((row) => JSON.stringify(Object.values(row))).join('\n');
}

/** The schema a ledger of that version must have: nothing missing, nothing (a trigger, say) added. */
export function expectedSchema(version: number): string {
  const model = new DatabaseSync(':memory:');
  try {
    for (const sql of MIGRATIONS.slice(0, version)) model.exec(sql);
    return readSchema(model);
  } finally {
    model.close();
  }
}
