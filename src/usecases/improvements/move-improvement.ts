import { type Person, Refusal, type Scope } from '../../kernel/index.ts';
import type { ImprovementRecord, StageMove } from '../../ledger/index.ts';
import { toLocalToday } from '../local-today.ts';
import { getActedOn, listAble, type Place } from './reach-improvement.ts';

/** Refuses `stage-owner-cannot` for who does not reach the improvement. */
function checkOwner(place: Place, record: ImprovementRecord, owner: string | null): void {
  if (owner === null) return;
  const able = listAble(place, 'see-improvements', record, toLocalToday(place));
  if (!able.some(({ id }) => id === owner)) {
    throw new Refusal('stage-owner-cannot', { name: place.ledger.people.find(owner)?.name ?? owner });
  }
}

/** Takes an improvement to another stage, with who answers for it and until when. */
export function moveImprovement(
  place: Place,
  who: Person,
  scope: Scope,
  id: number,
  move: StageMove,
  seen?: number,
): void {
  checkOwner(place, getActedOn(place, scope, id), move.owner);
  place.ledger.as(who.id).improvements.move(id, move, seen);
}

/** Says who answers for the stage it stands in, and until when. */
export function assignStage(
  place: Place,
  who: Person,
  scope: Scope,
  id: number,
  stage: { readonly owner: string | null; readonly due_date: string | null },
): void {
  checkOwner(place, getActedOn(place, scope, id), stage.owner);
  place.ledger.as(who.id).improvements.assign(id, stage);
}
