import type { Person, Scope } from '../../kernel/index.ts';
import type { NoticeDraft } from '../../ledger/index.ts';
import { getActedOn, type Place } from './reach-improvement.ts';

/** Puts on record that staff or clients were told what changed, by which channel and with which text. */
export function tellImprovement(
  place: Place,
  who: Person,
  scope: Scope,
  id: number,
  draft: NoticeDraft,
): number {
  getActedOn(place, scope, id);
  return place.ledger.as(who.id).improvements.tell(id, draft);
}
