/** Tables of signals: what is known of a point, from where limits are taken, who is told what, what was sent. */
export const SIGNAL_TABLES = `
  CREATE TABLE annotations (
    id INTEGER PRIMARY KEY,
    indicator TEXT NOT NULL,
    dimensions TEXT NOT NULL,
    period TEXT NOT NULL,
    cause TEXT NOT NULL,
    excluded INTEGER NOT NULL,
    proposal_id INTEGER REFERENCES proposals (id),
    annotated_by TEXT REFERENCES people (id),
    approved_by TEXT REFERENCES people (id),
    at TEXT NOT NULL,
    ended_at TEXT
  ) STRICT;
  CREATE INDEX annotations_by_indicator ON annotations (indicator) WHERE ended_at IS NULL;
  CREATE TABLE baselines (
    id INTEGER PRIMARY KEY,
    indicator TEXT NOT NULL,
    dimensions TEXT NOT NULL,
    from_period TEXT NOT NULL,
    reason TEXT NOT NULL,
    proposal_id INTEGER REFERENCES proposals (id),
    proposed_by TEXT REFERENCES people (id),
    approved_by TEXT REFERENCES people (id),
    at TEXT NOT NULL,
    ended_at TEXT
  ) STRICT;
  CREATE INDEX baselines_by_indicator ON baselines (indicator) WHERE ended_at IS NULL;
  CREATE TABLE signal_marks (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    mark TEXT NOT NULL,
    reason TEXT NOT NULL,
    marked_by TEXT REFERENCES people (id),
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX signal_marks_by_key ON signal_marks (key, id);
  CREATE TABLE alert_rules (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    rule TEXT NOT NULL,
    tells TEXT NOT NULL,
    made_by TEXT REFERENCES people (id),
    at TEXT NOT NULL,
    ended_by TEXT REFERENCES people (id),
    ended_at TEXT
  ) STRICT;
  CREATE TABLE digests (
    id INTEGER PRIMARY KEY,
    date TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id),
    lines TEXT NOT NULL,
    at TEXT NOT NULL,
    seen_at TEXT,
    sent_at TEXT,
    tries INTEGER NOT NULL,
    tried_at TEXT,
    last_error TEXT,
    UNIQUE (person_id, date)
  ) STRICT;
  CREATE INDEX digests_unsent ON digests (date) WHERE sent_at IS NULL;
  CREATE TABLE told (
    person_id TEXT NOT NULL REFERENCES people (id),
    token TEXT NOT NULL,
    digest_id INTEGER NOT NULL REFERENCES digests (id),
    PRIMARY KEY (person_id, token)
  ) STRICT, WITHOUT ROWID;
`;
