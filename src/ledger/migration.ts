import { DatabaseSync } from 'node:sqlite';
import { CLOSING_TABLES } from './closing-tables.ts';
import { IMPROVEMENT_TABLES } from './improvement-tables.ts';
import { SIGNAL_TABLES } from './signal-tables.ts';
import { WORKSHOP_TABLES } from './workshop-tables.ts';

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
  `
  CREATE TABLE backup_codes (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    digest TEXT NOT NULL UNIQUE,
    issued_at TEXT NOT NULL,
    used_at TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX backup_codes_open ON backup_codes (person_id) WHERE used_at IS NULL;
  CREATE TABLE cases (
    number TEXT PRIMARY KEY,
    ordinal INTEGER NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    procedure TEXT NOT NULL,
    procedure_version INTEGER NOT NULL,
    process TEXT NOT NULL,
    state TEXT NOT NULL,
    turn TEXT,
    unit TEXT NOT NULL,
    fact_unit TEXT,
    client TEXT,
    channel TEXT,
    core_number TEXT,
    importance TEXT,
    opened_by TEXT REFERENCES people (id),
    staff_name TEXT,
    about_staff TEXT,
    assigned_to TEXT REFERENCES people (id),
    opened_at TEXT NOT NULL,
    due_at TEXT,
    due_rule TEXT NOT NULL,
    due_order TEXT NOT NULL,
    pauses TEXT NOT NULL,
    stopped_at TEXT,
    final INTEGER NOT NULL,
    outcome TEXT,
    handling_us INTEGER,
    handling_note TEXT,
    fields TEXT NOT NULL,
    papers TEXT NOT NULL,
    follow_digest TEXT NOT NULL,
    satisfaction INTEGER,
    linked_to TEXT,
    last_event INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX cases_in_order ON cases (
    final, due_order, number, unit, process, kind, procedure, state, assigned_to, opened_at, ordinal
  );
  CREATE INDEX cases_due_by_unit ON cases (unit, due_order) WHERE final = 0;
  CREATE INDEX cases_by_opened ON cases (opened_at);
  CREATE INDEX cases_by_core ON cases (core_number) WHERE core_number IS NOT NULL;
  CREATE INDEX cases_by_client ON cases (client) WHERE client IS NOT NULL;
  CREATE INDEX cases_by_event ON cases (last_event);
  CREATE INDEX cases_by_about ON cases (about_staff) WHERE about_staff IS NOT NULL;
  CREATE TABLE case_events (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL REFERENCES cases (number),
    kind TEXT NOT NULL,
    action TEXT,
    from_state TEXT,
    to_state TEXT,
    happened_at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    by_person TEXT REFERENCES people (id),
    data TEXT NOT NULL
  ) STRICT;
  CREATE INDEX case_events_by_case ON case_events (number, id);
  CREATE INDEX case_events_by_kind ON case_events (kind, id);
  CREATE TABLE case_words (
    word TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    PRIMARY KEY (word, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE case_keys (
    key TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    answer TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE attendances (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    procedure TEXT NOT NULL,
    started_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    longest_gap_s INTEGER NOT NULL,
    ended_at TEXT,
    reason TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX attendances_open ON attendances (person_id) WHERE ended_at IS NULL;
  CREATE TABLE event_logs (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    file_name TEXT NOT NULL,
    raw_sha256 TEXT NOT NULL,
    raw_bytes INTEGER NOT NULL,
    columns TEXT NOT NULL,
    process TEXT,
    steps TEXT NOT NULL,
    cases INTEGER NOT NULL,
    events INTEGER NOT NULL,
    added_by TEXT,
    added_at TEXT NOT NULL,
    removed_at TEXT
  ) STRICT;
  `,
  `${IMPROVEMENT_TABLES}${SIGNAL_TABLES}${CLOSING_TABLES}${WORKSHOP_TABLES}`,
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
