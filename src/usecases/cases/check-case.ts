import {
  type FieldValues,
  getState,
  type LocalText,
  type Person,
  Refusal,
  type Scope,
  turnClock,
} from '../../kernel/index.ts';
import { toMicros } from '../describe-due.ts';
import { toLocalToday } from '../local-today.ts';
import { loadUnitClock } from '../unit-clock.ts';
import { getAct } from './act-on-case.ts';
import { checkAnswers, type CheckedAnswers, listNeededPapers } from './check-opening.ts';
import { getCase, getFlow, type Place } from './definition.ts';
import { refuseOutside } from './reach-case.ts';
import { sayPromise, sayUntil } from './say-values.ts';
import { settleDue, settleRule } from './settle-due.ts';

/** What the server says of a form half filled: what it asks, and what would be promised now. */
export interface CheckedCase extends CheckedAnswers {
  readonly papers: readonly string[];
  readonly promise: LocalText;
  readonly due_at: string | null;
}

/** A case as it would be opened with the answers so far. Refuses `procedure-not-found`. */
export async function checkCase(
  place: Place,
  procedure: string,
  fields: FieldValues,
  unit: string,
): Promise<CheckedCase> {
  const flow = getFlow(place, procedure);
  const clock = await loadUnitClock(place);
  const now = place.ports.clock();
  const rule = settleRule(place, flow, fields, now);
  const state = getState(flow.definition, flow.definition.initial);
  const { pauses } = turnClock({ pauses: [], stopped_us: null }, state, toMicros(now));
  const due_at = settleDue(rule, now, pauses, clock, unit);
  return {
    ...checkAnswers(flow.definition, fields, toLocalToday(place)),
    papers: listNeededPapers(flow, fields),
    promise: sayPromise(flow, fields, sayUntil({ unit, due_at, due_rule: rule }, clock)),
    due_at,
  };
}

/** What an act asks with the answers so far. Refuses what {@link getAct} does, and what is out of reach. */
export function checkAct(
  place: Place,
  who: Person,
  scope: Scope,
  number: string,
  { action, fields }: { readonly action: string; readonly fields: FieldValues },
): CheckedAnswers {
  const record = getCase(place, number);
  refuseOutside(scope, record);
  const flow = getFlow(place, record.procedure);
  const today = toLocalToday(place);
  return checkAnswers(getAct(place, flow, record, action, who), fields, today, record.fields);
}

/** What the public form asks with the answers so far. Refuses `procedure-not-found`. */
export function checkPublicCase(place: Place, procedure: string, fields: FieldValues): CheckedAnswers {
  const { definition } = getFlow(place, procedure);
  if (!definition.public) throw new Refusal('procedure-not-found', { procedure });
  return checkAnswers(definition, fields, toLocalToday(place));
}
