/** Tables of improvements: what asks for a change, what was decided, done, told and proved. */
export const IMPROVEMENT_TABLES = `
  CREATE TABLE improvements (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    problem TEXT NOT NULL,
    origin TEXT NOT NULL,
    process TEXT,
    units TEXT,
    state TEXT NOT NULL,
    stage TEXT NOT NULL,
    proof TEXT,
    pilot TEXT,
    opened_by TEXT REFERENCES people (id),
    opened_at TEXT NOT NULL,
    last_event INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX improvements_by_event ON improvements (last_event);
  CREATE TABLE improvement_stages (
    id INTEGER PRIMARY KEY,
    improvement_id INTEGER NOT NULL REFERENCES improvements (id),
    stage TEXT NOT NULL,
    owner TEXT REFERENCES people (id),
    due_date TEXT,
    note TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    entered_by TEXT REFERENCES people (id),
    left_at TEXT
  ) STRICT;
  CREATE INDEX improvement_stages_by_improvement ON improvement_stages (improvement_id, id);
  CREATE TABLE improvement_evidence (
    id INTEGER PRIMARY KEY,
    improvement_id INTEGER NOT NULL REFERENCES improvements (id),
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    data TEXT NOT NULL,
    added_by TEXT REFERENCES people (id),
    added_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX improvement_evidence_by_improvement ON improvement_evidence (improvement_id, id);
  CREATE TABLE improvement_causes (
    id INTEGER PRIMARY KEY,
    improvement_id INTEGER NOT NULL REFERENCES improvements (id),
    method TEXT NOT NULL,
    branch TEXT,
    parent INTEGER REFERENCES improvement_causes (id),
    text TEXT NOT NULL,
    known TEXT,
    count INTEGER,
    root INTEGER NOT NULL,
    added_by TEXT REFERENCES people (id),
    added_at TEXT NOT NULL,
    removed_at TEXT
  ) STRICT;
  CREATE INDEX improvement_causes_by_improvement ON improvement_causes (improvement_id, id);
  CREATE TABLE improvement_decisions (
    id INTEGER PRIMARY KEY,
    improvement_id INTEGER NOT NULL REFERENCES improvements (id),
    decision TEXT NOT NULL,
    reason TEXT NOT NULL,
    until_date TEXT,
    session_id INTEGER REFERENCES committee_sessions (id),
    proof TEXT,
    decided_by TEXT REFERENCES people (id),
    decided_at TEXT NOT NULL,
    relaxed TEXT NOT NULL
  ) STRICT;
  CREATE INDEX improvement_decisions_by_improvement ON improvement_decisions (improvement_id, id);
  CREATE TABLE improvement_actions (
    id INTEGER PRIMARY KEY,
    improvement_id INTEGER NOT NULL REFERENCES improvements (id),
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    written_by TEXT REFERENCES people (id),
    written_at TEXT NOT NULL,
    responsible TEXT NOT NULL REFERENCES people (id),
    due_date TEXT NOT NULL,
    state TEXT NOT NULL,
    done_at TEXT,
    state_note TEXT
  ) STRICT;
  CREATE INDEX improvement_actions_by_improvement ON improvement_actions (improvement_id, id);
  CREATE INDEX improvement_actions_open ON improvement_actions (responsible, due_date) WHERE state = 'planned';
  CREATE TABLE action_evidence (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES improvement_actions (id),
    text TEXT NOT NULL,
    supplied_by TEXT REFERENCES people (id),
    supplied_at TEXT NOT NULL,
    accepted_by TEXT REFERENCES people (id),
    accepted_at TEXT,
    relaxed TEXT
  ) STRICT;
  CREATE INDEX action_evidence_by_action ON action_evidence (action_id, id);
  CREATE TABLE improvement_notices (
    id INTEGER PRIMARY KEY,
    improvement_id INTEGER NOT NULL REFERENCES improvements (id),
    audience TEXT NOT NULL,
    channel TEXT NOT NULL,
    text TEXT NOT NULL,
    units TEXT,
    told_on TEXT NOT NULL,
    told_by TEXT REFERENCES people (id),
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX improvement_notices_by_improvement ON improvement_notices (improvement_id, id);
  CREATE TABLE improvement_closings (
    id INTEGER PRIMARY KEY,
    improvement_id INTEGER NOT NULL REFERENCES improvements (id),
    note TEXT NOT NULL,
    result TEXT NOT NULL,
    relaxed TEXT NOT NULL,
    closed_by TEXT REFERENCES people (id),
    closed_at TEXT NOT NULL,
    reopened_by TEXT REFERENCES people (id),
    reopened_at TEXT,
    reopen_reason TEXT
  ) STRICT;
  CREATE INDEX improvement_closings_by_improvement ON improvement_closings (improvement_id, id);
  CREATE TABLE committee_sessions (
    id INTEGER PRIMARY KEY,
    date TEXT NOT NULL,
    place TEXT NOT NULL,
    attendees TEXT NOT NULL,
    notes TEXT NOT NULL,
    held_by TEXT REFERENCES people (id),
    opened_at TEXT NOT NULL,
    ended_at TEXT
  ) STRICT;
  CREATE TABLE loop_reviews (
    id INTEGER PRIMARY KEY,
    date TEXT NOT NULL,
    answers TEXT NOT NULL,
    notes TEXT NOT NULL,
    reviewed_by TEXT REFERENCES people (id),
    at TEXT NOT NULL
  ) STRICT;
`;
