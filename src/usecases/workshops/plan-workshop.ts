import { Refusal, type Scope } from '../../kernel/index.ts';
import type { WorkshopDraft, WorkshopQuestion } from '../../ledger/index.ts';
import { getReached } from '../reach-indicators.ts';
import { getHeldWorkshop, holdsWorkshop, type Place } from './reach-workshop.ts';

const FEWEST = 3;
const MOST = 5;

function isSound({ text, choices, right }: WorkshopQuestion): boolean {
  const told = choices.map((choice) => choice.trim()).filter((choice) => choice !== '');
  const apart = new Set(told.map((choice) => choice.toLowerCase())).size === choices.length;
  return text.trim() !== '' && choices.length >= 2 && apart && choices[right] !== undefined;
}

/**
 * Plans a workshop; gives its id. Refuses `out-of-scope` for units or indicators outside, and
 * `workshop-test-shape` for a test that is not one.
 */
export function planWorkshop(place: Place, who: string | null, scope: Scope, draft: WorkshopDraft): number {
  if (!holdsWorkshop(place, scope, draft)) throw new Refusal('out-of-scope');
  for (const id of draft.indicators) getReached(place.content, id, scope);
  const { test } = draft;
  const counts = test.length === 0 || (test.length >= FEWEST && test.length <= MOST);
  if (!counts || !test.every(isSound)) throw new Refusal('workshop-test-shape');
  return place.ledger.as(who).workshops.plan(draft);
}

/** Cancels a workshop that was not held yet. Refuses `out-of-scope` and what the ledger does. */
export function cancelWorkshop(
  place: Place,
  who: string | null,
  scope: Scope,
  { id, reason }: { readonly id: number; readonly reason: string },
): void {
  getHeldWorkshop(place, scope, id);
  place.ledger.as(who).workshops.cancel(id, reason);
}
