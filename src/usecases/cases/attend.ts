import { randomUUID } from 'node:crypto';
import { type Person, Refusal } from '../../kernel/index.ts';
import { getFlow, type Place } from './definition.ts';
import { LABELS, refuseSecrets } from './refuse-secrets.ts';

/** A screen that nobody touched for longer measures nothing: the minutes are discarded, and the case says why. */
export const IDLE_MINUTES = 10;

/** Somebody begins to attend a client: from here their minutes run. One they had open ends. */
export function startAttendance(
  place: Place,
  who: Person,
  procedure: string,
): { readonly id: string; readonly started_at: string; readonly idle_minutes: number } {
  getFlow(place, procedure);
  const { id, started_at } = place.ledger.as(who.id).attendances.start(randomUUID(), procedure);
  return { id, started_at, idle_minutes: IDLE_MINUTES };
}

/** The screen was touched; false where the attendance is no longer open. */
export function seeAttendance({ ledger }: Place, who: Person, id: string): boolean {
  return ledger.as(who.id).attendances.see(id);
}

/** Leaves it without a case, with the reason. Refuses `discard-reason-missing`, `secret-typed`. */
export function discardAttendance({ ledger }: Place, who: Person, id: string, reason: string): void {
  refuseSecrets([{ label: LABELS.reason, text: reason }]);
  if (reason.trim() === '') throw new Refusal('discard-reason-missing');
  ledger.as(who.id).attendances.discard(id, reason.trim());
}
