import {
  parsePeriod,
  type Person,
  type Pilot,
  type ProofPlan,
  Refusal,
  type Scope,
} from '../../kernel/index.ts';
import { getActedOn, type Place } from './reach-improvement.ts';

function checkStretch({ from, to }: { readonly from: string; readonly to: string }): void {
  const [first, last] = [parsePeriod(from), parsePeriod(to)];
  if (!first || !last || first.from >= last.to)
    throw new Refusal('period-unreadable', { period: `${from}..${to}` });
}

/** Chooses by which indicator and which periods an improvement is proved. Refuses what is not there. */
export function planProof(place: Place, who: Person, scope: Scope, id: number, plan: ProofPlan): void {
  getActedOn(place, scope, id);
  if (!place.content.indicators.has(plan.indicator)) {
    throw new Refusal('indicator-not-found', { indicator: plan.indicator.slice(0, 100), hint: '' });
  }
  checkStretch(plan.baseline);
  if (plan.follow_up !== null) checkStretch(plan.follow_up);
  place.ledger.as(who.id).improvements.planProof(id, plan);
}

/** Says where and when a change is tried; null takes the pilot back. */
export function planPilot(place: Place, who: Person, scope: Scope, id: number, pilot: Pilot | null): void {
  getActedOn(place, scope, id);
  if (pilot?.to && pilot.to < pilot.from) {
    throw new Refusal('period-unreadable', { period: `${pilot.from}..${pilot.to}` });
  }
  place.ledger.as(who.id).improvements.planPilot(id, pilot);
}
