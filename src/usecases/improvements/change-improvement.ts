import type { Person, Scope } from '../../kernel/index.ts';
import type { ImprovementDraft } from '../../ledger/index.ts';
import { checkPlace } from './check-place.ts';
import { getActedOn, type Place } from './reach-improvement.ts';

/** Changes what an improvement says and what it is about. Refuses as `checkPlace`, before and after. */
export function changeImprovement(
  place: Place,
  who: Person,
  scope: Scope,
  id: number,
  changes: Omit<ImprovementDraft, 'origin'>,
  seen?: number,
): void {
  getActedOn(place, scope, id);
  checkPlace(place, scope, changes);
  place.ledger.as(who.id).improvements.change(id, changes, seen);
}
