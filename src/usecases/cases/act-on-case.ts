import { createHash } from 'node:crypto';
import {
  type CaseAction,
  type CaseState,
  type FieldValues,
  type Person,
  Refusal,
  type Scope,
  toNextState,
  turnClock,
} from '../../kernel/index.ts';
import type { CaseRecord, CaseStep } from '../../ledger/index.ts';
import { fromMicros, toMicros } from '../describe-due.ts';
import { isAbout } from '../held-off.ts';
import { toLocalToday } from '../local-today.ts';
import { rolesAt } from '../roles-at.ts';
import { loadUnitClock, type UnitClock } from '../unit-clock.ts';
import { readForm } from './check-opening.ts';
import { findActor, type Flow, getCase, getFlow, isAnnulling, type Place } from './definition.ts';
import { refuseOutside } from './reach-case.ts';
import { LABELS, refuseSecrets } from './refuse-secrets.ts';
import { fromPauses, settleDue, toPauses } from './settle-due.ts';

/** What somebody does to a case. */
export interface ActInput {
  readonly key: string;
  readonly action: string;
  readonly seen: number;
  readonly fields: FieldValues;
  readonly note: string | null;
}

/** How it ended: what was annulled ended in nothing, and what is taken up again has not ended yet. */
function toOutcome(flow: Flow, now: CaseRecord, action: CaseAction, to: CaseState): string | null {
  const isResumed = now.stopped_at !== null && to.clock !== 'stopped';
  if (isAnnulling(flow, action) || isResumed) return action.outcome;
  return action.outcome ?? now.outcome;
}

/** What an act changes: the state it leads to, the clock, the deadline, the turn and what was written. */
export function toStep(
  now: CaseRecord,
  flow: Flow,
  action: CaseAction,
  written: { readonly values: FieldValues; readonly at: string; readonly clock: UnitClock },
): Required<Pick<CaseStep, 'changes'>> & { readonly from: string; readonly to: string } {
  const { values, at, clock } = written;
  const to = toNextState(flow.definition, now.state, action);
  const before = {
    pauses: toPauses(now.pauses),
    stopped_us: now.stopped_at === null ? null : toMicros(now.stopped_at),
  };
  // What leads nowhere enters no state: a wait that the client ended does not begin again.
  const turned = action.to === null ? before : turnClock(before, to, toMicros(at));
  const importance = values['importance'];
  const about = values['about_settled'] ?? values['about'];
  return {
    from: now.state,
    to: to.id,
    changes: {
      state: to.id,
      turn: to.actor,
      final: to.final,
      pauses: fromPauses(turned.pauses),
      stopped_at: turned.stopped_us === null ? null : fromMicros(turned.stopped_us),
      due_at: settleDue(now.due_rule, now.opened_at, turned.pauses, clock, now.unit),
      outcome: toOutcome(flow, now, action, to),
      fields: { ...now.fields, ...values },
      ...(importance === 'alta' || importance === 'media' || importance === 'baja' ? { importance } : {}),
      ...(typeof about === 'string' ? { about_staff: about } : {}),
    },
  };
}

/**
 * Who has the case after an act: whoever had it while the turn stays with their role; else whoever
 * acted where it becomes theirs; else whoever opened it, to whom the client comes back; else nobody.
 */
function toHolder(
  place: Place,
  flow: Flow,
  now: CaseRecord,
  changes: CaseStep['changes'],
  who: Person,
): string | null {
  if (changes.final === true) return now.assigned_to;
  const today = toLocalToday(place);
  const role = findActor(flow, changes.turn ?? null)?.role ?? null;
  if (role === null) return null;
  // The act itself may say whom the case is about.
  const about = {
    about_staff: changes.about_staff ?? now.about_staff,
    fields: changes.fields ?? now.fields,
  };
  const holds = (person: Person | undefined): boolean =>
    person !== undefined && rolesAt(person, now, today).includes(role) && !isAbout(place, about, person);
  const find = (id: string | null) => (id === null ? undefined : place.ledger.people.person(id, today));
  const held = [find(now.assigned_to), who, find(now.opened_by)].find(holds);
  return held?.id ?? null;
}

/** The act, if this person may do it to the case as it is now; refuses otherwise, saying why. */
export function getAct(place: Place, flow: Flow, now: CaseRecord, id: string, who: Person): CaseAction {
  const today = toLocalToday(place);
  if (isAbout(place, now, who)) throw new Refusal('case-about-you', { number: now.number });
  const { actions, states } = flow.definition;
  const action = actions.find((each) => each.id === id);
  if (action === undefined) throw new Refusal('act-unknown', { action: id });
  const params = { action: id, es: action.name.es, en: action.name.en };
  if (!action.from.includes(now.state)) {
    const state = states.find((each) => each.id === now.state)?.name;
    throw new Refusal('act-not-now', {
      ...params,
      state_es: state?.es ?? now.state,
      state_en: state?.en ?? now.state,
    });
  }
  const roles = rolesAt(who, now, today);
  if (!action.by.some((role) => role !== 'batch' && roles.includes(role)))
    throw new Refusal('act-not-yours', { ...params, roles: action.by.filter((role) => role !== 'batch') });
  if (action.not_opener && now.opened_by === who.id) throw new Refusal('act-not-opener', params);
  return action;
}

/**
 * Does something to a case; gives the id of its event. All is looked at again inside the transaction.
 * Refuses `case-not-found`, `out-of-scope`, `case-moved` (somebody did something since `seen`),
 * `case-about-you`, `act-not-now`, `act-not-yours`, `act-not-opener`, `policy-refuses`, what is wrong
 * in a field, `secret-typed`, `key-used`.
 */
export async function actOnCase(
  place: Place,
  who: Person,
  scope: Scope,
  number: string,
  input: ActInput,
): Promise<number> {
  const clock = await loadUnitClock(place);
  const cases = place.ledger.as(who.id).cases;
  const key = {
    key: `${who.id} ${input.key}`,
    body: createHash('sha256')
      .update(JSON.stringify([number, input]))
      .digest('hex'),
  };
  const record = getCase(place, number);
  refuseOutside(scope, record);
  const before = cases.findAnswer(key) as { readonly event: number } | undefined;
  if (before !== undefined) return before.event;
  refuseSecrets([{ label: LABELS.note, text: input.note ?? '' }]);
  const flow = getFlow(place, record.procedure);
  const today = toLocalToday(place);
  const told = flow.definition.actions.find(({ id }) => id === input.action)?.name;
  return cases.change(
    'case-acted',
    { number, key, seen: input.seen, note: { what_es: told?.es ?? null, what_en: told?.en ?? null } },
    (now, at) => {
      const action = getAct(place, flow, now, input.action, who);
      const { values } = readForm(action, input.fields, today, { known: now.fields });
      const { changes, from, to } = toStep(now, flow, action, { values, at, clock });
      const holder = toHolder(place, flow, now, changes, who);
      return {
        changes: { ...changes, assigned_to: holder },
        event: {
          kind: 'acted',
          action: action.id,
          from_state: from,
          ...(action.to !== null && { to_state: to }),
          data: {
            fields: values,
            ...(input.note !== null && input.note !== '' && { note: input.note }),
            steps: action.steps.map((id) => ({ id, at })),
          },
        },
      };
    },
  );
}
