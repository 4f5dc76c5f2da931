import type { Person, Scope } from '../../kernel/index.ts';
import type { CauseDraft, EvidenceDraft } from '../../ledger/index.ts';
import { getActedOn, getSeen, type Place } from './reach-improvement.ts';

/** Adds what was found to an improvement somebody may see. */
export function addEvidence(
  place: Place,
  who: Person,
  scope: Scope,
  id: number,
  draft: EvidenceDraft,
): number {
  getSeen(place, who, scope, id);
  return place.ledger.as(who.id).improvements.addEvidence(id, draft);
}

/** Adds a cause to the analysis; gives its id. */
export function addCause(place: Place, who: Person, scope: Scope, id: number, draft: CauseDraft): number {
  getActedOn(place, scope, id);
  return place.ledger.as(who.id).improvements.addCause(id, draft);
}

/** Says whether a cause is the one to remove. */
export function markCause(
  place: Place,
  who: Person,
  scope: Scope,
  { id, cause, root }: { readonly id: number; readonly cause: number; readonly root: boolean },
): void {
  getActedOn(place, scope, id);
  place.ledger.as(who.id).improvements.markCause(id, cause, root);
}

/** Takes a cause out of the analysis with those below it. */
export function removeCause(place: Place, who: Person, scope: Scope, id: number, cause: number): void {
  getActedOn(place, scope, id);
  place.ledger.as(who.id).improvements.removeCause(id, cause);
}
