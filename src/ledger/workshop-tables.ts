/** Tables of workshops: who came, and what they knew afterwards. */
export const WORKSHOP_TABLES = `
  CREATE TABLE workshops (
    id INTEGER PRIMARY KEY,
    date TEXT NOT NULL,
    topic TEXT NOT NULL,
    place TEXT NOT NULL,
    units TEXT,
    indicators TEXT NOT NULL,
    test TEXT NOT NULL,
    planned_by TEXT REFERENCES people (id),
    planned_at TEXT NOT NULL,
    held_at TEXT,
    cancelled_at TEXT,
    note TEXT NOT NULL
  ) STRICT;
  CREATE TABLE workshop_people (
    id INTEGER PRIMARY KEY,
    workshop_id INTEGER NOT NULL REFERENCES workshops (id),
    person_id TEXT REFERENCES people (id),
    name TEXT NOT NULL,
    unit TEXT,
    attended INTEGER NOT NULL,
    answers TEXT,
    points INTEGER,
    of_points INTEGER,
    recorded_by TEXT REFERENCES people (id),
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX workshop_people_by_workshop ON workshop_people (workshop_id, id);
`;
