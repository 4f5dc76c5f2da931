import { type Person, Refusal, type Scope } from '../../kernel/index.ts';
import { isAbout } from '../held-off.ts';
import { getCase, type Place } from './definition.ts';
import { refuseOutside } from './reach-case.ts';
import { LABELS, refuseSecrets } from './refuse-secrets.ts';
import { refuseTaken } from './refuse-taken.ts';

/**
 * Adds a note to a case, or the number the core gave it; gives the id of the event. Refuses
 * `case-not-found`, `out-of-scope`, `case-about-you`, `note-empty`, `secret-typed`, `core-number-taken`.
 */
export function noteOnCase(
  place: Place,
  who: Person,
  scope: Scope,
  number: string,
  given: { readonly note: string | null; readonly core_number: string | null },
): number {
  refuseOutside(scope, getCase(place, number));
  const note = given.note?.trim() ?? '';
  const core = given.core_number?.trim() ?? '';
  if (note === '' && core === '') throw new Refusal('note-empty');
  refuseSecrets([
    { label: LABELS.note, text: note },
    { label: LABELS.core_number, text: core },
  ]);
  return place.ledger.as(who.id).cases.change('case-noted', { number }, (now) => {
    if (isAbout(place, now, who)) throw new Refusal('case-about-you', { number });
    refuseTaken(place, core === '' ? null : core, number);
    return {
      changes: core === '' ? {} : { core_number: core },
      event: {
        kind: core === '' ? 'noted' : 'core-number',
        data: { ...(note !== '' && { note }), ...(core !== '' && { number: core }) },
      },
    };
  });
}
