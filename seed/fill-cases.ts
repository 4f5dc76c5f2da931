import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Which cases a ledger is filled with. */
export interface CaseFilling {
  /** Number of a case that is there: the others are like it. */
  readonly like: string;
  readonly count: number;
  readonly units: readonly string[];
  /** The present: half are due within the week before it, half within the week after. */
  readonly now: string;
}

/** Words of which each text has some, by turns. */
const WORDS = [
  'cobro',
  'tarjeta',
  'agencia',
  'demora',
  'cuota',
  'firma',
  'estado',
  'cuenta',
  'saldo',
  'cajero',
];

/**
 * Fills the closed ledger of a folder with open cases, for measuring how lists behave. No link of the chain
 * tells of them: nothing but measuring is to be done with such a folder.
 */
export function fillCases(folder: string, { like, count, units, now }: CaseFilling): void {
  const db = new DatabaseSync(join(folder, 'ledger.db'));
  try {
    db.exec('PRAGMA synchronous = 0');
    db.exec('BEGIN');
    db.exec(`CREATE TEMP TABLE n AS
      WITH RECURSIVE step (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM step WHERE i < ${count}) SELECT i FROM step`);
    const columns = db
      .prepare('PRAGMA table_info(cases)')
      .all()
      .map(({ name }) => String(name));
    const due = `strftime('%Y-%m-%dT%H:%M:%fZ', '${now}', ((i * 7919) % 20160 - 10080) || ' minutes')`;
    const unit = units.map((name, index) => `WHEN ${index} THEN '${name}'`).join(' ');
    const place = `CASE i % ${units.length} ${unit} END`;
    const own: Readonly<Record<string, string>> = {
      number: "printf('ZZ-2026-%06d', i)",
      ordinal: '(SELECT max(ordinal) FROM cases) + i',
      unit: place,
      fact_unit: place,
      client: "'CL-' || i",
      due_at: due,
      due_order: due,
      last_event: '(SELECT max(id) FROM case_events) + i',
    };
    const values = columns.map((name) => own[name] ?? `c.${name}`);
    db.exec(
      `INSERT INTO cases (${columns.join(', ')}) SELECT ${values.join(', ')} FROM n JOIN cases c ON c.number = '${like}'`,
    );
    db.exec(`INSERT INTO case_events (id, number, kind, happened_at, recorded_at, data)
      SELECT last_event, number, 'opened', opened_at, opened_at, '{}' FROM cases WHERE number LIKE 'ZZ-%'`);
    db.exec(
      `INSERT OR IGNORE INTO case_words SELECT lower(number), ordinal FROM cases WHERE number LIKE 'ZZ-%'`,
    );
    db.exec(
      `INSERT OR IGNORE INTO case_words SELECT lower(client), ordinal FROM cases WHERE number LIKE 'ZZ-%'`,
    );
    for (const [index, word] of WORDS.entries())
      db.exec(
        `INSERT OR IGNORE INTO case_words SELECT '${word}', ordinal FROM cases WHERE number LIKE 'ZZ-%' AND ordinal % ${index + 2} = 0`,
      );
    db.exec('COMMIT');
  } finally {
    db.close();
  }
}
