import { setImmediate } from 'node:timers/promises';
import type { CaseRecord, CaseStep } from '../../ledger/index.ts';
import { loadUnitClock, type UnitClock } from '../unit-clock.ts';
import { type Flow, listFlows, type Place } from './definition.ts';
import { settleDue, settleRule, toPauses } from './settle-due.ts';

/** How it went: open cases whose deadline changed, and those that are still without one. */
export interface SettledAgain {
  readonly settled: number;
  readonly unknown: number;
}

const AT_ONCE = 200;

/** What changes in a case by the rules known now; null for nothing. A case keeps a deadline that no rule gives any more. */
function toSettled(place: Place, flow: Flow, now: CaseRecord, clock: UnitClock): CaseStep | null {
  if (now.final || now.stopped_at !== null) return null;
  const due_rule = settleRule(place, flow, now.fields, now.opened_at);
  if (due_rule.limit === null || JSON.stringify(due_rule) === JSON.stringify(now.due_rule)) return null;
  const due_at = settleDue(due_rule, now.opened_at, toPauses(now.pauses), clock, now.unit);
  return { changes: { due_rule, due_at }, event: { kind: 'deadline', data: { due: due_rule } } };
}

/** Numbers of the open cases that change, in the order lists are kept in: nothing is written meanwhile. */
function listChanging(place: Place, flow: Flow, clock: UnitClock): string[] {
  const numbers: string[] = [];
  for (let offset = 0; ; offset += AT_ONCE) {
    const page = { order: 'due', limit: AT_ONCE, offset } as const;
    const { cases } = place.ledger.cases.list({ procedure: flow.procedure.id }, page);
    if (cases.length === 0) return numbers;
    for (const now of cases) if (toSettled(place, flow, now, clock) !== null) numbers.push(now.number);
  }
}

/**
 * Gives open cases that take the deadline of the country the one they have by the rules as they are now,
 * each by the day it was received. Those whose clock stopped keep theirs. Doing it again changes nothing.
 */
export async function settleAgain(place: Place): Promise<SettledAgain> {
  const clock = await loadUnitClock(place);
  const { cases } = place.ledger;
  let [settled, unknown] = [0, 0];
  for (const flow of listFlows(place)) {
    if (flow.definition.deadline.kind !== 'rule') continue;
    const numbers = listChanging(place, flow, clock);
    for (let at = 0; at < numbers.length; at += AT_ONCE) {
      // Thousands take seconds: whoever is at a desk meanwhile is answered between one batch and the next.
      if (at > 0) await setImmediate();
      settled += cases.changeMany('case-settled', numbers.slice(at, at + AT_ONCE), (now) =>
        toSettled(place, flow, now, clock),
      );
    }
    const without = { procedure: flow.procedure.id, without_due: 'unknown' } as const;
    unknown += cases.list(without, { limit: 0 }).of;
  }
  return { settled, unknown };
}
