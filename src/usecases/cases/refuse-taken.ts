import { Refusal } from '../../kernel/index.ts';
import { findFlow, findState, type Place } from './definition.ts';

/**
 * Refuses `core-number-taken` where another case bears a number of the core: both would be one fact, and
 * one of them lost. An annulled case lets its number go. Called inside the transaction that writes it.
 *
 * @param own number of the case that is to bear it; null where it is being opened
 */
export function refuseTaken(place: Place, core: string | null, own: string | null): void {
  if (core === null) return;
  const other = place.ledger.cases
    .listByCore(core)
    .find(
      ({ number, procedure, state }) =>
        number !== own && findState(findFlow(place, procedure), state)?.status !== ANNULLED,
    );
  if (other !== undefined)
    throw new Refusal('core-number-taken', { core_number: core, number: other.number });
}

/** Value of the code list `status` that says so. */
const ANNULLED = 'anulado';
