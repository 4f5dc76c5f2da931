import { type Person, Refusal, type Scope, type SegregationRule } from '../../kernel/index.ts';
import type { ActionDraft, ImprovementRecord } from '../../ledger/index.ts';
import { toLocalToday } from '../local-today.ts';
import { getActedOn, listAble, type Place, seesImprovement, toPath, toReaches } from './reach-improvement.ts';

/** The improvement of an action and the action; refuses `action-not-found`, and `out-of-scope` to who may not see it. */
function getActionSeen(place: Place, who: Person, scope: Scope, action: number) {
  const record = place.ledger.improvements.actions.findOf(action);
  const found = record?.actions.find(({ id }) => id === action);
  if (!record || !found) throw new Refusal('action-not-found', { action });
  if (!seesImprovement(place, who, scope, record)) throw new Refusal('out-of-scope');
  return { record, action: found };
}

function checkDate(place: Place, date: string): void {
  if (date < toLocalToday(place)) throw new Refusal('action-date-past', { date });
}

/** Refuses `responsible-cannot` for who may not carry out actions of this improvement. */
function checkResponsible(place: Place, record: ImprovementRecord, responsible: string): void {
  const able = listAble(place, 'carry-out-action', record, toLocalToday(place));
  if (!able.some(({ id }) => id === responsible)) {
    const name = place.ledger.people.find(responsible)?.name ?? responsible;
    throw new Refusal('responsible-cannot', { name });
  }
}

/** Adds an action to an improvement; gives its id. Refuses a past date and who cannot be responsible for it. */
export function writeAction(place: Place, who: Person, scope: Scope, id: number, draft: ActionDraft): number {
  const record = getActedOn(place, scope, id);
  checkDate(place, draft.due_date);
  checkResponsible(place, record, draft.responsible);
  return place.ledger.as(who.id).improvements.actions.write(id, draft);
}

/** Says that an action one is responsible for was done, with what shows it. */
export function carryOutAction(
  place: Place,
  who: Person,
  scope: Scope,
  action: number,
  evidence: string,
): void {
  getActionSeen(place, who, scope, action);
  place.ledger.as(who.id).improvements.actions.carryOut(action, evidence);
}

/** Gives an action up, with why. */
export function dropAction(place: Place, who: Person, scope: Scope, action: number, reason: string): void {
  const { record } = getActionSeen(place, who, scope, action);
  getActedOn(place, scope, record.id);
  place.ledger.as(who.id).improvements.actions.drop(action, reason);
}

/** Adds what shows that an action was done; gives its id. */
export function supplyEvidence(
  place: Place,
  who: Person,
  scope: Scope,
  action: number,
  text: string,
): number {
  getActionSeen(place, who, scope, action);
  return place.ledger.as(who.id).improvements.actions.supply(action, text);
}

/** Takes evidence of an action for good; refuses who supplied it or is responsible (S-4, S-2). */
export function acceptEvidence(place: Place, who: Person, evidence: number): readonly SegregationRule[] {
  const today = toLocalToday(place);
  return place.ledger.as(who.id).improvements.actions.accept(evidence, today, toReaches(place));
}

/** What came of asking for another date. */
export interface DueMoveProposed {
  readonly proposal: number;
  /** Done at once: only where an exception lets its proposer decide alone. */
  readonly applied: boolean;
}

/**
 * Proposes another date for an action; somebody who is not responsible for it decides (S-2). Refuses a
 * past date, the same one, and an action that ended.
 */
export function proposeDueMove(
  place: Place,
  who: Person,
  scope: Scope,
  id: number,
  { due_date, reason }: { readonly due_date: string; readonly reason: string },
): DueMoveProposed {
  const { record, action } = getActionSeen(place, who, scope, id);
  checkDate(place, due_date);
  if (action.due_date === due_date) throw new Refusal('action-date-same', { date: due_date });
  const payload = {
    action: id,
    improvement: record.id,
    from: action.due_date,
    due_date,
    text: action.text,
    process_path: toPath(place, record),
  };
  const draft = { kind: 'move-due-date' as const, subject: String(id), payload, reason };
  const { proposal } = place.ledger.as(who.id).proposals.propose(draft, toLocalToday(place));
  return { proposal: proposal.id, applied: proposal.decision === 'approved' };
}
