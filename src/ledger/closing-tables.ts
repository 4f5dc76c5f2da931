/** Tables of closing a period: rows that are contested and left out, and what was frozen. */
export const CLOSING_TABLES = `
  CREATE TABLE contests (
    id INTEGER PRIMARY KEY,
    period TEXT NOT NULL,
    indicator TEXT NOT NULL,
    dataset TEXT NOT NULL,
    keys TEXT NOT NULL,
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL,
    state TEXT NOT NULL,
    contested_by TEXT REFERENCES people (id),
    contested_at TEXT NOT NULL,
    answer TEXT,
    answered_by TEXT REFERENCES people (id),
    answered_at TEXT
  ) STRICT;
  CREATE INDEX contests_by_period ON contests (period, id);
  CREATE TABLE exclusions (
    id INTEGER PRIMARY KEY,
    period TEXT NOT NULL,
    indicator TEXT,
    dataset TEXT NOT NULL,
    key TEXT NOT NULL,
    reason TEXT NOT NULL,
    contest_id INTEGER REFERENCES contests (id),
    proposal_id INTEGER REFERENCES proposals (id),
    proposed_by TEXT REFERENCES people (id),
    approved_by TEXT REFERENCES people (id),
    at TEXT NOT NULL,
    ended_at TEXT
  ) STRICT;
  CREATE INDEX exclusions_in_force ON exclusions (period, dataset) WHERE ended_at IS NULL;
  CREATE TABLE closings (
    id INTEGER PRIMARY KEY,
    period TEXT NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    digests TEXT NOT NULL,
    figures TEXT NOT NULL,
    changes TEXT NOT NULL,
    cause TEXT NOT NULL,
    proposal_id INTEGER REFERENCES proposals (id),
    proposed_by TEXT REFERENCES people (id),
    approved_by TEXT REFERENCES people (id),
    at TEXT NOT NULL,
    UNIQUE (period, version)
  ) STRICT;
`;
