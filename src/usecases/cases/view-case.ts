import {
  type CaseAction,
  listActions,
  listPapers,
  type LocalText,
  type Person,
  Refusal,
  type Role,
  type Scope,
  toScope,
} from '../../kernel/index.ts';
import { listNeededSteps } from '../../flow/index.ts';
import { holdsCondition } from '../../language/index.ts';
import type { CaseEventRecord, CaseRecord, HandlingNote } from '../../ledger/index.ts';
import { describeRule } from '../describe-due.ts';
import { isAbout } from '../held-off.ts';
import { toLocalToday } from '../local-today.ts';
import { rolesAt } from '../roles-at.ts';
import { loadUnitClock } from '../unit-clock.ts';
import { IDLE_MINUTES } from './attend.ts';
import { printTime } from '../../sentences/index.ts';
import { toWaiting } from '../to-waiting.ts';
import {
  alike,
  findAction,
  findField,
  findFlow,
  findState,
  type Flow,
  getCase,
  isAnnulling,
  type Place,
} from './definition.ts';
import { showField, type ShownField } from './describe-procedures.ts';
import { listAssignable } from './list-cases.ts';
import { findPromise } from './promise.ts';
import { findBarToAssign, isWithin, refuseOutside, seesClient } from './reach-case.ts';
import { RESERVED, type SaidValue, sayValues } from './say-values.ts';
import { type CaseLine, type ProtectClient, showCase } from './show-case.ts';
import { traceClient } from './trace-client.ts';

/** An event of a case, in words. */
export interface ShownEvent {
  readonly id: number;
  readonly at: string;
  readonly by: string | null;
  readonly kind: CaseEventRecord['kind'];
  readonly name: LocalText;
  readonly details: readonly SaidValue[];
  readonly from_state: LocalText | null;
  readonly to_state: LocalText | null;
}

/** An act somebody may do now. */
export interface ShownAct {
  readonly id: string;
  readonly name: LocalText;
  readonly fields: readonly ShownField[];
  readonly to: LocalText | null;
  readonly stops: boolean;
  /** Ends the service for nothing: never the main act. */
  readonly annuls: boolean;
}

/** A step of the procedure with the moment it was last done; not done, whether it is still to come. */
export interface ShownStep {
  readonly number: number;
  readonly name: LocalText;
  readonly at: string | null;
  /** `perhaps`: only where a decision leads to it; `no`: the case is over without it. */
  readonly comes: 'yes' | 'perhaps' | 'no';
}

/** A whole case. */
export interface CaseView extends CaseLine {
  readonly opened_by: string | null;
  readonly answered_at: string | null;
  readonly outcome: LocalText | null;
  readonly handling: { readonly minutes: number | null; readonly why: LocalText | null };
  readonly fields: readonly SaidValue[];
  readonly papers: readonly {
    readonly id: string;
    readonly label: LocalText;
    readonly form: 'original' | 'copia' | 'firmado';
    readonly received: boolean;
  }[];
  readonly promise: LocalText;
  readonly events: readonly ShownEvent[];
  readonly acts: readonly ShownAct[];
  /** It waits for a nightly batch: that is the way on, and what people may do is the exception. */
  readonly batch: boolean;
  readonly steps: readonly ShownStep[];
  readonly satisfaction: number | null;
  readonly linked: readonly string[];
  readonly may_assign: boolean;
  readonly people: readonly { readonly id: string; readonly name: string; readonly roles: readonly Role[] }[];
}

const MINUTE_US = 60_000_000;

const NOT_MEASURED: Readonly<Record<HandlingNote, LocalText>> = {
  'not-measured': {
    es: 'Nadie midió la atención: el caso no empezó en la ventanilla.',
    en: 'Nobody measured the attention: the case did not begin at the desk.',
  },
  'left-open': {
    es: `La pantalla quedó abierta más de ${IDLE_MINUTES} minutos sin que nadie la tocara: esos minutos no miden una atención.`,
    en: `The screen stayed open for more than ${IDLE_MINUTES} minutes untouched: such minutes measure no attention.`,
  },
  'ended-before': {
    es: 'La atención había terminado antes: se empezó otra, o se dejó.',
    en: 'The attention had ended before: another began, or it was left.',
  },
  'another-procedure': {
    es: 'La atención se empezó por otro procedimiento, así que sus minutos no son de este caso.',
    en: 'The attention began by another procedure, so its minutes are not of this case.',
  },
};

const EVENT_NAMES: Readonly<Record<CaseEventRecord['kind'], LocalText>> = {
  opened: { es: 'Se abrió el caso', en: 'The case was opened' },
  acted: { es: 'Se hizo algo con el caso', en: 'Something was done' },
  assigned: { es: 'Se dejó sin asignar', en: 'It was left with nobody' },
  noted: { es: 'Nota', en: 'Note' },
  batch: { es: 'Proceso nocturno', en: 'Nightly batch' },
  'core-number': { es: 'Número del sistema central', en: 'Number in the core system' },
  'client-wrote': { es: 'El cliente escribió', en: 'The client wrote' },
  satisfaction: { es: 'El cliente calificó la atención', en: 'The client rated the handling' },
  deadline: { es: 'Se fijó el plazo', en: 'Its deadline was settled' },
  link: { es: 'De este caso salió otro', en: 'Another case came out of this one' },
};
const ALLOWED: LocalText = { es: 'Plazo', en: 'Time allowed' };
const NOTE: LocalText = { es: 'Nota', en: 'Note' };
const REASON: LocalText = { es: 'No entró', en: 'It did not enter' };

type NameOf = (person: string | null) => string | null;

function nameEvent(event: CaseEventRecord, flow: Flow | null, nameOf: NameOf): LocalText {
  if (event.kind === 'acted') return findAction(flow, event.action)?.name ?? alike(event.action ?? '');
  if (event.kind === 'batch') return flow?.definition.batch?.name ?? EVENT_NAMES.batch;
  const to = event.kind === 'assigned' ? nameOf(event.data.to ?? null) : null;
  return to === null ? EVENT_NAMES[event.kind] : { es: `Se asignó a ${to}`, en: `It was given to ${to}` };
}

function showEvent(
  event: CaseEventRecord,
  flow: Flow | null,
  nameOf: NameOf,
  { isReader, content }: { readonly isReader: boolean } & Pick<Place, 'content'>,
): ShownEvent {
  const { fields, note, number, failed, due } = event.data;
  const nameState = (id: string | null) => (id === null ? null : (findState(flow, id)?.name ?? alike(id)));
  // What the form said when it was opened is told once, by the case itself.
  const said = event.kind === 'opened' ? [] : sayValues(flow, fields ?? {}, isReader);
  return {
    id: event.id,
    at: event.happened_at,
    by: event.kind === 'batch' ? null : nameOf(event.by_person),
    kind: event.kind,
    name: nameEvent(event, flow, nameOf),
    details: [
      ...said,
      ...(due === undefined ? [] : [{ label: ALLOWED, text: describeRule(due, content) }]),
      ...(number === undefined ? [] : [{ label: EVENT_NAMES[event.kind], text: alike(number) }]),
      ...(note === undefined
        ? []
        : [{ label: failed === true ? REASON : NOTE, text: isReader ? alike(note) : RESERVED }]),
    ],
    from_state: nameState(event.from_state),
    to_state: nameState(event.to_state),
  };
}

/** What this person may do to it now, in the order of the procedure; what ends it for nothing comes last. */
function listActs(flow: Flow | null, record: CaseRecord, who: Person, today: string): ShownAct[] {
  const scope = toScope(who, 'work-cases', today);
  if (flow === null || scope === null || !isWithin(scope, record)) return [];
  const toAct = (action: CaseAction): ShownAct => {
    const to = action.to === null ? null : findState(flow, action.to);
    return {
      id: action.id,
      name: action.name,
      fields: action.fields.map(showField),
      to: to?.name ?? null,
      stops: record.stopped_at === null && to?.clock === 'stopped',
      annuls: isAnnulling(flow, action),
    };
  };
  return listActions(flow.definition, record.state, rolesAt(who, record, today))
    .filter(({ not_opener }) => !(not_opener && record.opened_by === who.id))
    .map(toAct)
    .toSorted((a, b) => Number(a.annuls) - Number(b.annuls));
}

/** Steps of the procedure with the moment each was last done. */
function listSteps(
  flow: Flow | null,
  { final }: CaseRecord,
  events: readonly CaseEventRecord[],
): readonly ShownStep[] {
  if (flow === null) return [];
  const done = new Map(
    events.flatMap(({ data }) => (data.steps ?? []).map(({ id, at }) => [id, at] as const)),
  );
  const needed = listNeededSteps(flow.procedure);
  return flow.procedure.nodes.flatMap((node) => {
    if (node.kind !== 'step') return [];
    const { id, number, name } = node;
    const comes = final ? 'no' : needed.has(id) ? 'yes' : 'perhaps';
    return [{ number, name, at: done.get(id) ?? null, comes }];
  });
}

const WAITED: LocalText = { es: 'Espera del cliente', en: 'Waiting for the client' };

/** How long it stood still, and what counts it: its due date by its rule, indicators by their sheet. */
function sayWaits({ pauses, due_rule }: CaseRecord): CaseView['fields'] {
  const minutes = Number(toWaiting(pauses)) / MINUTE_US;
  if (minutes === 0) return [];
  const isOut = due_rule.limit?.pauses === true;
  const [es, en] = [printTime(minutes, 'es'), printTime(minutes, 'en')];
  return [
    {
      label: WAITED,
      text: {
        es: `${es}. El vencimiento ${isOut ? 'no la cuenta' : 'la cuenta'}; los indicadores miden del ingreso al cierre y la cuentan, salvo que su ficha la reste.`,
        en: `${en}. The due date ${isOut ? 'leaves it out' : 'counts it'}; indicators measure from opening to closing and count it, unless their sheet takes it out.`,
      },
    },
  ];
}

const NAMED_UNIT: LocalText = { es: 'Agencia que dice el cliente', en: 'Branch the client names' };
const NO_UNIT: LocalText = { es: 'Ninguna, o no sabe', en: 'None, or not known' };

/** What the client said of where it was, where that is not where the case is worked. */
function sayFactUnit({ unit, fact_unit }: CaseRecord): CaseView['fields'] {
  if (fact_unit === unit) return [];
  return [{ label: NAMED_UNIT, text: fact_unit === null ? NO_UNIT : alike(fact_unit) }];
}

function nameOutcome(place: Place, outcome: string | null): LocalText | null {
  if (outcome === null) return null;
  const codes = place.content.catalogue.codes.get('outcome')?.codes ?? [];
  return codes.find(({ id }) => id === outcome)?.label ?? alike(outcome);
}

/**
 * A case whole, for somebody within whose reach it is. Refuses `case-not-found`, `out-of-scope`, and
 * `case-about-you`: the person complained about does not see who complains, nor what.
 */
export async function viewCase(
  place: Place,
  who: Person,
  scope: Scope,
  number: string,
  protect: ProtectClient,
): Promise<CaseView> {
  const record = getCase(place, number);
  refuseOutside(scope, record);
  if (isAbout(place, record, who)) throw new Refusal('case-about-you', { number });
  const clock = await loadUnitClock(place);
  const today = toLocalToday(place);
  const flow = findFlow(place, record.procedure);
  const { cases, people } = place.ledger;
  const events = cases.eventsOf(number);
  const nameOf: NameOf = (id) => (id === null ? null : (people.find(id)?.name ?? id));
  const isReader = seesClient(place, who, record, today);
  traceClient(place, who, record, today);
  const asked = new Set(flow?.definition.fields.map(({ id }) => id));
  const assigner = toScope(who, 'assign-cases', today);
  const mayAssign = assigner !== null && isWithin(assigner, record);
  const values = Object.fromEntries(
    Object.entries(record.fields).filter(([id]) => asked.has(id) || !findField(flow, id)),
  );
  const needed = flow === null ? [] : listPapers(flow.definition, record.fields, holdsCondition);
  return {
    ...showCase(place, record, { who, today, clock, protect }),
    client: isReader ? record.client : protect(record.client),
    opened_by: nameOf(record.opened_by),
    answered_at: record.stopped_at,
    outcome: nameOutcome(place, record.outcome),
    handling: {
      minutes: record.handling_us === null ? null : record.handling_us / MINUTE_US,
      why: record.handling_note === null ? null : NOT_MEASURED[record.handling_note],
    },
    fields: [...sayFactUnit(record), ...sayWaits(record), ...sayValues(flow, values, isReader)],
    papers: needed.map(({ id, label, form }) => ({ id, label, form, received: record.papers.includes(id) })),
    promise: findPromise(place, flow, record, clock).text,
    events: events.map((event) => showEvent(event, flow, nameOf, { isReader, content: place.content })),
    acts: listActs(flow, record, who, today),
    batch: flow?.definition.batch?.from === record.state,
    steps: listSteps(flow, record, events),
    satisfaction: record.satisfaction,
    linked: [
      ...(record.linked_to === null ? [] : [record.linked_to]),
      ...cases.listLinked(number).map((other) => other.number),
    ],
    may_assign: mayAssign,
    people: mayAssign
      ? listAssignable(place, assigner)
          .filter(({ id }) => findBarToAssign(place, record, people.person(id, today), today) === null)
          .map(({ id, name, roles }) => ({ id, name, roles }))
      : [],
  };
}
