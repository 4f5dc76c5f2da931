import { DatabaseSync } from 'node:sqlite';

/** Marks the file as a ledger of Circuito ("Circ" in ASCII). */
export const APPLICATION_ID = 0x43697263;

/**
 * The schema, one step per version, each run in one transaction. A step that has been released
 * is never edited: a change is a new step.
 *
 * Rows of every table but `quarantine` are written whole into the chain; quarantine rows never
 * change, and the chain holds their digest. What happens to them later is in `corrections`. Of
 * secrets the chain holds a digest, and what comes and goes (when a session was last seen, tickets,
 * attempts to sign in, codes already used) is outside it: `row-image.ts` says which.
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
  `
  ALTER TABLE chain ADD COLUMN actor TEXT;
  CREATE INDEX chain_by_actor ON chain (actor, seq);
  CREATE INDEX chain_by_kind ON chain (kind, seq);
  CREATE INDEX settings_by_key ON settings (key, seq);
  CREATE TABLE people (
    id TEXT PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    email TEXT UNIQUE,
    language TEXT NOT NULL,
    staff_name TEXT,
    state TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE role_grants (
    id INTEGER PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    units TEXT,
    processes TEXT,
    from_date TEXT NOT NULL,
    until_date TEXT,
    granted_at TEXT NOT NULL,
    ended_at TEXT
  ) STRICT;
  CREATE INDEX role_grants_in_force ON role_grants (person_id) WHERE ended_at IS NULL;
  CREATE TABLE credentials (
    person_id TEXT PRIMARY KEY REFERENCES people (id),
    hash TEXT NOT NULL,
    changed_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE second_factors (
    person_id TEXT PRIMARY KEY REFERENCES people (id),
    secret TEXT NOT NULL,
    enrolled_at TEXT NOT NULL,
    removed_at TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    digest TEXT NOT NULL UNIQUE,
    factor TEXT NOT NULL,
    started_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    ip TEXT NOT NULL,
    agent TEXT NOT NULL,
    ended_at TEXT,
    end_reason TEXT,
    last_seen_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sessions_open ON sessions (person_id) WHERE ended_at IS NULL;
  CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    name TEXT NOT NULL,
    digest TEXT UNIQUE,
    approved_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    collected_at TEXT,
    ended_at TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE recovery_codes (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    digest TEXT NOT NULL UNIQUE,
    issued_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX recovery_codes_open ON recovery_codes (person_id) WHERE used_at IS NULL;
  CREATE TABLE proposals (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    payload TEXT NOT NULL,
    reason TEXT NOT NULL,
    proposed_by TEXT,
    proposed_at TEXT NOT NULL,
    decision TEXT,
    decided_by TEXT,
    decided_at TEXT,
    decision_reason TEXT,
    relaxed_by INTEGER
  ) STRICT;
  CREATE INDEX proposals_open ON proposals (kind, subject) WHERE decision IS NULL;
  CREATE TABLE exceptions (
    id INTEGER PRIMARY KEY,
    rules TEXT NOT NULL,
    reason TEXT NOT NULL,
    from_date TEXT NOT NULL,
    until_date TEXT NOT NULL,
    signed_by TEXT NOT NULL REFERENCES people (id),
    approved_by TEXT REFERENCES people (id),
    at TEXT NOT NULL,
    ended_at TEXT
  ) STRICT;
  CREATE TABLE findings (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    period TEXT,
    condition TEXT NOT NULL,
    criterion TEXT NOT NULL,
    cause TEXT NOT NULL,
    effect TEXT NOT NULL,
    opened_by TEXT NOT NULL REFERENCES people (id),
    opened_at TEXT NOT NULL,
    state TEXT NOT NULL,
    closed_by TEXT REFERENCES people (id),
    closed_at TEXT,
    closing_note TEXT
  ) STRICT;
  CREATE TABLE finding_answers (
    id INTEGER PRIMARY KEY,
    finding_id INTEGER NOT NULL REFERENCES findings (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    text TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE readings (
    id INTEGER PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    subject TEXT NOT NULL,
    period TEXT NOT NULL,
    date TEXT NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (subject, period, person_id, date)
  ) STRICT;
  CREATE TABLE tickets (
    digest TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    person_id TEXT,
    data TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE attempts (
    key TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX attempts_by_key ON attempts (key, at);
  CREATE TABLE used_steps (
    person_id TEXT PRIMARY KEY,
    step INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
];

/** Every table, index, trigger and view of a database with its definition, as one text. */
export function readSchema(db: DatabaseSync): string {
  const rows = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all();
  return rows.map((row) => JSON.stringify(Object.values(row))).join('\n');
}

const schemas = new Map<number, string>();

/** The schema a ledger of that version must have: nothing missing, nothing (a trigger, say) added. */
export function expectedSchema(version: number): string {
  const known = schemas.get(version);
  if (known !== undefined) return known;
  const model = new DatabaseSync(':memory:');
  try {
    for (const sql of MIGRATIONS.slice(0, version)) model.exec(sql);
    const schema = readSchema(model);
    schemas.set(version, schema);
    return schema;
  } finally {
    model.close();
  }
}
