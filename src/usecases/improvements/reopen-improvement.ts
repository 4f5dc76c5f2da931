import type { Person, Scope, Stage } from '../../kernel/index.ts';
import { getActedOn, type Place } from './reach-improvement.ts';

/** Opens again one that was closed or rejected, at a stage, with why. */
export function reopenImprovement(
  place: Place,
  who: Person,
  scope: Scope,
  id: number,
  { stage, reason }: { readonly stage: Stage; readonly reason: string },
): void {
  getActedOn(place, scope, id);
  place.ledger.as(who.id).improvements.reopen(id, stage, reason);
}
