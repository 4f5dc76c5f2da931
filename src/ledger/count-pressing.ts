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

/** A case that ended lately, by what lists are limited by. */
export interface Ended {
  readonly number: string;
  readonly procedure: string;
  readonly process: string;
  readonly state: string;
  readonly unit: string;
}

/** Latest events that are looked at: more than a day of any institution these cases are of. */
const LATEST = 20_000;

/** Cases brought to the end they are in since an instant, of those that something happened to lately. */
export function listEnded({ db }: LedgerDatabase, since: string): readonly Ended[] {
  return prepareOnce(
    db,
    `SELECT number, procedure, process, state, unit FROM cases
     WHERE final = 1 AND (number, state) IN (
       SELECT number, to_state FROM case_events
       WHERE id > (SELECT coalesce(max(id), 0) - ${LATEST} FROM case_events) AND happened_at >= ?
     )`,
  ).all(since) as unknown as Ended[];
}

/** Numbers of the core that open cases bear. */
export function listCoreNumbers({ db }: LedgerDatabase): readonly string[] {
  const rows = prepareOnce(
    db,
    'SELECT core_number FROM cases INDEXED BY cases_by_core WHERE core_number IS NOT NULL AND final = 0',
  ).all();
  return rows.map(({ core_number }) => core_number as string);
}
