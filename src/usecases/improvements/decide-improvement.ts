import { type Person, Refusal, type Scope, type SegregationRule } from '../../kernel/index.ts';
import type { DecisionDraft } from '../../ledger/index.ts';
import { toLocalToday } from '../local-today.ts';
import { getActedOn, type Place, toReaches } from './reach-improvement.ts';

/**
 * Adopts, adapts, rejects or postpones an improvement in somebody's name. Refuses who opened it (S-5),
 * and `postponed-without-date`. Gives the rules that an exception relaxed.
 */
export function decideImprovement(
  place: Place,
  who: Person,
  scope: Scope,
  id: number,
  draft: DecisionDraft,
  seen?: number,
): readonly SegregationRule[] {
  getActedOn(place, scope, id);
  const today = toLocalToday(place);
  const postpones = draft.decision === 'postpone';
  if (postpones && (draft.until === null || draft.until <= today))
    throw new Refusal('postponed-without-date');
  const settled = { ...draft, until: postpones ? draft.until : null };
  return place.ledger.as(who.id).improvements.decide(id, settled, { today, reaches: toReaches(place) }, seen);
}
