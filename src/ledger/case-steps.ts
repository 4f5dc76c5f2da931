import type { SQLInputValue } from 'node:sqlite';
import type { CaseEventData } from './case-record.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { prepareOnce } from './row-image.ts';

/** A step of a procedure that was completed in a case, and when; instant in UTC. */
export interface StepMoment {
  readonly number: string;
  readonly step: string;
  readonly at: string;
}

/** Which cases are looked at: of a procedure, opened in `[from, until)`, of these units or all. */
export interface StepQuestion {
  readonly procedure: string;
  /** Instants in UTC, half-open. */
  readonly from: string;
  readonly until: string;
  readonly units: readonly string[] | null;
}

/** The steps completed in those cases: case by case, in the order they were completed. */
export function listStepMoments(
  { db, read }: Pick<LedgerDatabase, 'db' | 'read'>,
  { procedure, from, until, units }: StepQuestion,
): readonly StepMoment[] {
  const within = units === null ? '' : ' AND c.unit IN (SELECT value FROM json_each(?))';
  const values: SQLInputValue[] = [procedure, from, until];
  if (units !== null) values.push(JSON.stringify(units));
  const sql = `SELECT c.number, e.data FROM cases c INDEXED BY cases_by_opened
    JOIN case_events e ON e.number = c.number
    WHERE c.procedure = ? AND c.opened_at >= ? AND c.opened_at < ?${within} AND instr(e.data, '"steps"') > 0
    ORDER BY c.ordinal, e.id`;
  return read(() => {
    const found: StepMoment[] = [];
    let first = 0;
    for (const row of prepareOnce(db, sql).all(...values)) {
      const number = row['number'] as string;
      const { steps = [] } = JSON.parse(row['data'] as string) as Pick<CaseEventData, 'steps'>;
      if (found[first]?.number !== number) first = found.length;
      for (const { id, at } of steps) {
        // A batch is registered after it ran: its steps go where they happened.
        let place = found.length;
        while (place > first && (found[place - 1]?.at ?? '') > at) place -= 1;
        found.splice(place, 0, { number, step: id, at });
      }
    }
    return found;
  });
}
