import type { CaseState } from '../kernel/index.ts';
import type { CaseRecord } from '../ledger/index.ts';
import type { Institution } from './institution.ts';

/** Whether a case that waits for the client has their reply, and nobody has gone on with it since. */
export function hasClientWritten(
  { ledger }: Pick<Institution, 'ledger'>,
  { number }: Pick<CaseRecord, 'number'>,
  state: Pick<CaseState, 'clock'> | null,
): boolean {
  // Of the others nothing has to be read: a list has fifty of them.
  if (state?.clock !== 'waits') return false;
  const last = ledger.cases
    .eventsOf(number)
    .findLast(({ kind }) => kind === 'acted' || kind === 'client-wrote');
  return last?.kind === 'client-wrote';
}
