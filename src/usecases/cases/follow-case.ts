import { type LocalText, Refusal } from '../../kernel/index.ts';
import type { CaseEventRecord, CaseRecord } from '../../ledger/index.ts';
import { describeDue, type ShownDue } from '../describe-due.ts';
import { loadUnitClock, type UnitClock } from '../unit-clock.ts';
import { alike, findAction, findField, findFlow, findState, type Flow, type Place } from './definition.ts';
import { isFollowCode } from './follow-code.ts';
import { LABELS, refuseSecrets } from './refuse-secrets.ts';
import { type SaidValue, sayMoment, sayUntil, sayValues } from './say-values.ts';

/** What a client sees of a case. */
export interface FollowedCase {
  readonly number: string;
  readonly name: LocalText;
  readonly opened_at: string;
  readonly state: LocalText;
  readonly sentence: LocalText;
  readonly due_at: string | null;
  readonly answer: LocalText | null;
  readonly events: readonly {
    readonly at: string;
    readonly text: LocalText;
    readonly details: readonly SaidValue[];
  }[];
  readonly may_write: boolean;
  readonly may_rate: boolean;
  readonly satisfaction: number | null;
  readonly escalate: LocalText;
}

const WROTE: LocalText = { es: 'Usted nos escribió.', en: 'You wrote to us.' };
const WRITTEN: LocalText = { es: 'Lo que escribió', en: 'What you wrote' };
const RECEIVED: LocalText = { es: 'Recibimos su caso.', en: 'We received your case.' };

/** The case of a number and its code; one refusal whatever is wrong of the two: `follow-wrong`. */
export function getFollowed({ ledger }: Place, number: string, code: string): CaseRecord {
  const plain = number.trim().toUpperCase();
  const fits = isFollowCode(code, ledger.cases.findFollowDigest(plain));
  const record = ledger.cases.find(plain);
  if (!fits || record === undefined) throw new Refusal('follow-wrong');
  return record;
}

/** What an event says to the client: of what was written with it, the fields that are theirs to see. */
function tellDetails({ data }: CaseEventRecord, flow: Flow | null, without: string | null): SaidValue[] {
  const seen = Object.entries(data.fields ?? {}).filter(
    ([id]) => id !== without && findField(flow, id)?.client_sees === true,
  );
  return sayValues(flow, Object.fromEntries(seen));
}

/** What was told to the client and what they wrote, in order. The answer that stands is told apart. */
function tellEvents(
  record: CaseRecord,
  events: readonly CaseEventRecord[],
  flow: Flow | null,
): FollowedCase['events'] {
  const last = events.findLast(({ data }) => typeof data.fields?.['answer'] === 'string');
  return events.flatMap((event) => {
    const { kind, action, happened_at: at, data } = event;
    if (kind === 'client-wrote')
      return [{ at, text: WROTE, details: [{ label: WRITTEN, text: alike(data.note ?? '') }] }];
    const isStanding = event === last && record.stopped_at !== null;
    const details = tellDetails(event, flow, isStanding ? 'answer' : null);
    if (kind === 'opened') return [{ at, text: RECEIVED, details }];
    const act = findAction(flow, action);
    const text = act?.client_text ?? (details.length > 0 ? (act?.name ?? null) : null);
    return text === null || data.failed === true ? [] : [{ at, text, details }];
  });
}

function toAnswer(record: CaseRecord, flow: Flow | null): LocalText | null {
  const answer = record.fields['answer'];
  const isShown = record.stopped_at !== null && findField(flow, 'answer')?.client_sees === true;
  return isShown && typeof answer === 'string' ? alike(answer) : null;
}

/** Whether the answer that stands was rated: each is rated once, also the one after a reopening. */
function isRated(events: readonly CaseEventRecord[], flow: Flow | null): boolean {
  const isStopped = (state: string | null) => findState(flow, state ?? '')?.clock === 'stopped';
  const answered = events.findLastIndex(
    ({ from_state, to_state }) => isStopped(to_state) && !isStopped(from_state),
  );
  return events.some(({ kind }, index) => kind === 'satisfaction' && index > answered);
}

/** Where to go when the answer does not come or does not satisfy. */
function toEscalation({ content }: Place, { due_rule }: CaseRecord): LocalText {
  const rule = due_rule.rule === null ? null : (content.catalogue.deadlines.get(due_rule.rule) ?? null);
  const body = rule?.regulator ?? '';
  return {
    es: `Si la respuesta no llega a tiempo o no le satisface, puede pedir en cualquier agencia que se vuelva a abrir el caso, acudir al defensor del cliente o presentar su reclamo ante el organismo de control${body && ` (${body})`}. Ninguno de esos pasos tiene costo.`,
    en: `If the answer does not come in time or does not satisfy you, you may ask at any branch to have the case opened again, go to the client’s defender, or bring your complaint before the regulator${body && ` (${body})`}. None of these costs anything.`,
  };
}

/** Refuses `follow-wrong` for a wrong number and for a wrong code alike. */
export async function followCase(place: Place, number: string, code: string): Promise<FollowedCase> {
  const record = getFollowed(place, number, code);
  const clock = await loadUnitClock(place);
  const flow = findFlow(place, record.procedure);
  const state = findState(flow, record.state);
  const due = describeDue(record, state, place.ports.clock(), clock, place.content);
  const name = state?.name ?? alike(record.state);
  const events = place.ledger.cases.eventsOf(record.number);
  const rated = isRated(events, flow);
  return {
    number: record.number,
    name: flow?.procedure.name ?? alike(record.procedure),
    opened_at: record.opened_at,
    state: name,
    sentence: toSentence(record, name, due, clock),
    due_at: record.due_at,
    answer: toAnswer(record, flow),
    events: tellEvents(record, events, flow),
    may_write: !record.final && state?.clock === 'waits',
    may_rate: record.stopped_at !== null && !rated,
    satisfaction: rated ? record.satisfaction : null,
    escalate: toEscalation(place, record),
  };
}

function toSentence(record: CaseRecord, state: LocalText, due: ShownDue, clock: UnitClock): LocalText {
  const es = `Su caso está en estado «${state.es}».`;
  const en = `Your case is in state “${state.en}”.`;
  if (record.stopped_at !== null) {
    const when = sayMoment(record.stopped_at, clock(record.unit, record.due_rule.limit).time_zone);
    return { es: `${es} Se atendió el ${when.es}.`, en: `${en} It was attended to on ${when.en}.` };
  }
  if (due.standing === 'overdue') {
    const when = sayUntil(record, clock);
    return {
      es: `${es} Debíamos responderle hasta el ${when.es} y no lo hicimos: puede acudir a las instancias de abajo.`,
      en: `${en} We had to answer by ${when.en} and did not: you may go to those named below.`,
    };
  }
  if (record.due_at !== null) {
    const when = sayUntil(record, clock);
    return {
      es: `${es} Le respondemos a más tardar el ${when.es}.`,
      en: `${en} We will answer by ${when.en} at the latest.`,
    };
  }
  return due.standing === 'waiting'
    ? { es: `${es} ${due.sentence.es}`, en: `${en} ${due.sentence.en}` }
    : {
        es: `${es} La institución le dirá la fecha de la respuesta.`,
        en: `${en} The institution will tell you the date of the answer.`,
      };
}

/**
 * The client says once after each answer how satisfied they are with the handling, 1 to 5. Refuses
 * `follow-wrong`, `rating-too-early`, `rated-already`, `secret-typed`.
 */
export function rateCase(
  place: Place,
  given: {
    readonly number: string;
    readonly code: string;
    readonly satisfaction: number;
    readonly comment: string | null;
  },
): void {
  const { number } = getFollowed(place, given.number, given.code);
  const comment = given.comment?.trim() ?? '';
  refuseSecrets([{ label: LABELS.comment, text: comment }]);
  // Whoever happens to be signed in at that browser is not who rates.
  place.ledger.as(null).cases.change('case-rated', { number }, (now) => {
    if (now.stopped_at === null) throw new Refusal('rating-too-early', { number });
    if (isRated(place.ledger.cases.eventsOf(number), findFlow(place, now.procedure)))
      throw new Refusal('rated-already', { number });
    return {
      changes: { satisfaction: given.satisfaction },
      event: {
        kind: 'satisfaction',
        data: { ...(comment !== '' && { note: comment }), number: String(given.satisfaction) },
      },
    };
  });
}
