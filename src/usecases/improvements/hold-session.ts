import { type Person, Refusal, type Scope, type SegregationRule } from '../../kernel/index.ts';
import type { CommitteeSession, DecisionDraft, SessionOpening } from '../../ledger/index.ts';
import { toLocalToday } from '../local-today.ts';
import { decideImprovement } from './decide-improvement.ts';
import type { Place } from './reach-improvement.ts';

function checkOpening(place: Place, { date, attendees }: SessionOpening): void {
  if (attendees.length === 0) throw new Refusal('session-without-people');
  if (date > toLocalToday(place)) throw new Refusal('session-future', { date });
}

/** Opens a session of the committee in somebody's name; gives its number. Refuses one without people, and the future. */
export function openSession(place: Place, who: Person, draft: SessionOpening): number {
  checkOpening(place, draft);
  return place.ledger.as(who.id).committee.open(draft);
}

/** Changes who attends, where, and what was said. Refuses as `openSession`, and `session-ended`. */
export function changeSession(
  place: Place,
  who: Person,
  id: number,
  changes: SessionOpening & { readonly notes: string },
): void {
  checkOpening(place, changes);
  place.ledger.as(who.id).committee.change(id, changes);
}

/** Ends a session: its minutes do not change any more. */
export function endSession(place: Place, who: Person, id: number): void {
  place.ledger.as(who.id).committee.end(id);
}

/** A session that has not ended; refuses `committee-not-found`, `session-ended`. */
export function getHeldSession({ ledger }: Place, id: number): CommitteeSession {
  const found = ledger.committee.find(id);
  if (!found) throw new Refusal('committee-not-found', { session: id });
  if (found.ended_at !== null) throw new Refusal('session-ended', { session: id });
  return found;
}

/** Decides about an improvement in a session that has not ended; refuses besides what `decideImprovement` does. */
export function decideInSession(
  place: Place,
  who: Person,
  scope: Scope,
  asked: {
    readonly session: number;
    readonly improvement: number;
    readonly draft: Omit<DecisionDraft, 'session_id'>;
    readonly seen: number;
  },
): readonly SegregationRule[] {
  const { id } = getHeldSession(place, asked.session);
  const draft = { ...asked.draft, session_id: id };
  return decideImprovement(place, who, scope, asked.improvement, draft, asked.seen);
}
