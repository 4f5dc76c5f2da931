import type { Person, Scope } from '../../kernel/index.ts';
import type { EvidenceDraft, ImprovementDraft } from '../../ledger/index.ts';
import { checkPlace } from './check-place.ts';
import type { Place } from './reach-improvement.ts';

/** Opens an improvement with what asks for it, in somebody's name; gives its number. Refuses as `checkPlace`. */
export function openImprovement(
  place: Place,
  who: Person,
  scope: Scope,
  draft: ImprovementDraft,
  evidence: readonly EvidenceDraft[],
): number {
  checkPlace(place, scope, draft);
  return place.ledger.as(who.id).improvements.open(draft, evidence);
}
