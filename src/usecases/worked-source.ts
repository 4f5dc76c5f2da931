import { WORKED } from '../facts/index.ts';
import type { Institution } from './institution.ts';

/** What stands in place of an import for facts that come from cases worked here. */
export const WORKED_IMPORT = 'casos';

/** Whether a fact comes from a case worked here. */
export function isWorked(seq: number): boolean {
  return seq === WORKED;
}

/** The case that a worked fact is of, by its position among them: its latest event. */
export function findWorkedCase({ ledger }: Pick<Institution, 'ledger'>, row: number): string | null {
  const [found] = ledger.cases.changedAfter(row - 1, 1);
  return found?.last_event === row ? found.number : null;
}

/** When the cases last changed; null before the first. */
export function findLastWork({ ledger }: Pick<Institution, 'ledger'>): string | null {
  const [event] = ledger.cases.eventsAfter(ledger.cases.lastEvent() - 1, 1);
  return event?.recorded_at ?? null;
}

/** A case worked here in the shape of the import that a fact came with; undefined once it has moved on. */
export function findWorkedRecord(
  institution: Pick<Institution, 'ledger'>,
  row: number,
): { readonly id: string; readonly file_name: string; readonly imported_at: string } | undefined {
  const [found] = institution.ledger.cases.changedAfter(row - 1, 1);
  if (found?.last_event !== row) return undefined;
  const [event] = institution.ledger.cases.eventsAfter(row - 1, 1);
  return { id: WORKED_IMPORT, file_name: found.number, imported_at: event?.recorded_at ?? found.opened_at };
}
