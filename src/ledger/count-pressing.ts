import type { LedgerDatabase } from './ledger-database.ts';
import { prepareOnce } from './row-image.ts';

/** Cases that somebody has in hand and that fall due before an instant. */
export interface Pressing {
  readonly person: string;
  readonly n: number;
}

/** By person, the open cases due before an instant; of these units alone, where not null. */
export function countPressing(
  { db }: LedgerDatabase,
  units: readonly string[] | null,
  before: string,
): readonly Pressing[] {
  const inUnits = units === null ? '' : ` AND unit IN (${units.map(() => '?').join(', ')})`;
  return db
    .prepare(
      `SELECT assigned_to AS person, count(*) AS n FROM cases INDEXED BY cases_in_order
       WHERE final = 0 AND due_order < ? AND assigned_to IS NOT NULL${inUnits} GROUP BY 1 ORDER BY 1`,
    )
    .all(before, ...(units ?? [])) as unknown as Pressing[];
}

/** Numbers of the core that open cases bear. */
export function listCoreNumbers({ db }: LedgerDatabase): readonly string[] {
  const rows = prepareOnce(
    db,
    'SELECT core_number FROM cases INDEXED BY cases_by_core WHERE core_number IS NOT NULL AND final = 0',
  ).all();
  return rows.map(({ core_number }) => core_number as string);
}
