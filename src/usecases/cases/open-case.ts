import { createHash } from 'node:crypto';
import {
  type FieldValues,
  getState,
  listActions,
  type LocalText,
  type Person,
  Refusal,
  type Scope,
  toLocal,
  turnClock,
} from '../../kernel/index.ts';
import type { Attendance, CaseOpening, CaseRecord, HandlingNote } from '../../ledger/index.ts';
import { toMicros } from '../describe-due.ts';
import { isAbout } from '../held-off.ts';
import { toLocalToday } from '../local-today.ts';
import { rolesAt } from '../roles-at.ts';
import { loadUnitClock, type UnitClock } from '../unit-clock.ts';
import { IDLE_MINUTES } from './attend.ts';
import { CHANNELS } from './channels.ts';
import { readForm, readPapers, refuseStepsOutOfTurn } from './check-opening.ts';
import { findActor, type Flow, getCase, isAnnulling, getFlow, type Place } from './definition.ts';
import { makeFollowCode, toFollowDigest } from './follow-code.ts';
import { findPromise, toPromise } from './promise.ts';
import { findWorkingUnit, listPublicUnits } from './public-units.ts';
import { refuseOutside } from './reach-case.ts';
import { LABELS } from './refuse-secrets.ts';
import { refuseTaken } from './refuse-taken.ts';
import { fromPauses, settleDue, settleRule } from './settle-due.ts';

/** What opens a case. */
export interface OpeningInput {
  readonly key: string;
  readonly attendance: string | null;
  readonly procedure: string;
  readonly unit: string;
  /** The unit the client was at, as they said; undefined where it is the unit of the desk. */
  readonly fact_unit?: string | null;
  readonly client: string | null;
  readonly channel: string | null;
  readonly core_number: string | null;
  readonly linked_to: string | null;
  readonly fields: FieldValues;
  readonly papers: readonly string[];
  readonly steps: readonly { readonly id: string; readonly at: string }[];
}

/** What is handed over when a case is opened. */
export interface Opened {
  readonly number: string;
  readonly receipt: LocalText;
  readonly due_at: string | null;
  readonly follow_code: string;
  /** What whoever opened it must do next; null where it is the turn of others, or nothing is left. */
  readonly todo: LocalText | null;
}

const SECOND_US = 1_000_000;
const MINUTE_S = 60;

const blank = (text: string | null): string | null =>
  text === null || text.trim() === '' ? null : text.trim();

/** Minutes of attention, or why there are none. */
function measureHandling(
  attendance: Attendance | undefined,
  input: OpeningInput,
  at: string,
): { readonly handling_us: number | null; readonly handling_note: HandlingNote | null } {
  const none = (handling_note: HandlingNote) => ({ handling_us: null, handling_note });
  if (input.attendance === null) return none('not-measured');
  if (attendance === undefined) return none('ended-before');
  if (attendance.procedure !== input.procedure) return none('another-procedure');
  if (attendance.longest_gap_s > IDLE_MINUTES * MINUTE_S) return none('left-open');
  const took_ms = Date.parse(at) - Date.parse(attendance.started_at);
  return { handling_us: took_ms * (SECOND_US / 1000), handling_note: null };
}

/** The moment of each step as the browser saw it, where that can be: between the start and now. */
function toSteps(steps: OpeningInput['steps'], from: string, to: string) {
  let last = Date.parse(from);
  return steps.map(({ id, at }) => {
    const told = Date.parse(at);
    const known = Number.isNaN(told) || told > Date.parse(to) ? Date.parse(to) : told;
    last = Math.max(last, known);
    return { id, at: new Date(last).toISOString() };
  });
}

const toText = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function toImportance(value: unknown): CaseRecord['importance'] {
  return value === 'alta' || value === 'media' || value === 'baja' ? value : null;
}

/** What is opened, with what is known before the moment of writing. */
interface Draft {
  readonly flow: Flow;
  readonly input: OpeningInput;
  readonly values: FieldValues;
  readonly papers: readonly string[];
  readonly who: Person | null;
  readonly clock: UnitClock;
}

function toOpening(place: Place, draft: Draft, at: string, attendance: Attendance | undefined): CaseOpening {
  const { flow, input, values, papers, who, clock } = draft;
  const { procedure, definition } = flow;
  const core_number = blank(input.core_number);
  refuseTaken(place, core_number, null);
  const state = getState(definition, definition.initial);
  const turned = turnClock({ pauses: [], stopped_us: null }, state, toMicros(at));
  const due_rule = settleRule(place, flow, values, at);
  const today = toLocalToday(place);
  const role = findActor(flow, state.actor)?.role ?? null;
  const placed = { unit: input.unit, process: procedure.process };
  const about_staff = toText(values['about']);
  const own =
    who !== null &&
    role !== null &&
    rolesAt(who, placed, today).includes(role) &&
    !isAbout(place, { about_staff, fields: values }, who);
  const due_at = settleDue(due_rule, at, turned.pauses, clock, input.unit);
  return {
    series: `${definition.prefix}-${toLocal(toMicros(at), place.content.catalogue.settings.default_zone).date.slice(0, 4)}`,
    toFollowDigest: (number) => toFollowDigest(makeFollowCode(place.folder, `${number} ${at}`)),
    record: {
      kind: definition.kind,
      procedure: procedure.id,
      procedure_version: procedure.version,
      process: procedure.process,
      state: state.id,
      turn: state.actor,
      unit: input.unit,
      fact_unit: input.fact_unit === undefined ? input.unit : input.fact_unit,
      client: blank(input.client),
      channel: blank(input.channel),
      core_number,
      importance: toImportance(values['importance']),
      opened_by: who?.id ?? null,
      staff_name: who?.staff_name ?? null,
      about_staff,
      assigned_to: own && !state.final ? who.id : null,
      opened_at: at,
      due_at,
      due_rule,
      pauses: fromPauses(turned.pauses),
      stopped_at: turned.stopped_us === null ? null : at,
      final: state.final,
      outcome: null,
      ...measureHandling(attendance, input, at),
      fields: values,
      papers,
      satisfaction: null,
      linked_to: input.linked_to,
    },
    event: {
      to_state: state.id,
      data: {
        fields: values,
        steps: toSteps(input.steps, attendance?.started_at ?? at, at),
        promise: toPromise(flow, { fields: values, unit: input.unit, due_at, due_rule }, clock),
      },
    },
  };
}

/** What is left to do by whoever opened it: the first act of the way on that waits for their role. */
function findTodo(flow: Flow, record: CaseRecord, who: Person | null, today: string): LocalText | null {
  if (who === null) return null;
  const roles = rolesAt(who, record, today);
  const role = findActor(flow, record.turn)?.role ?? null;
  if (role === null || !roles.includes(role)) return null;
  const act = listActions(flow.definition, record.state, roles).find(
    (each) => !each.not_opener && !isAnnulling(flow, each),
  );
  return act?.name ?? null;
}

/** What the client takes away of a case just opened, and what is left to whoever opened it. */
function toOpened(
  place: Place,
  flow: Flow,
  record: CaseRecord,
  told: { readonly promise: LocalText; readonly who: Person | null },
): Opened {
  const { promise, who } = told;
  const { es, en } = flow.procedure.name;
  return {
    number: record.number,
    receipt: {
      es: `${es}, caso ${record.number}. ${promise.es}`,
      en: `${en}, case ${record.number}. ${promise.en}`,
    },
    due_at: record.due_at,
    follow_code: makeFollowCode(place.folder, `${record.number} ${record.opened_at}`),
    todo: findTodo(flow, record, who, toLocalToday(place)),
  };
}

/** Opens it, or answers again what the same key was answered. */
async function open(place: Place, input: OpeningInput, who: Person | null): Promise<Opened> {
  const clock = await loadUnitClock(place);
  const flow = getFlow(place, input.procedure);
  const key = {
    key: `${who?.id ?? 'public'} ${input.key}`,
    body: createHash('sha256').update(JSON.stringify(input)).digest('hex'),
  };
  const before = place.ledger.cases.findAnswer(key) as { readonly number: string } | undefined;
  if (before !== undefined) {
    const record = getCase(place, before.number);
    return toOpened(place, flow, record, { promise: findPromise(place, flow, record, clock).text, who });
  }
  const { values } = readForm(flow.definition, input.fields, toLocalToday(place), {
    more: [
      { label: LABELS.client, text: input.client ?? '' },
      { label: LABELS.core_number, text: input.core_number ?? '' },
    ],
  });
  const papers = who === null ? [] : readPapers(flow, values, input.papers);
  if (who !== null)
    refuseStepsOutOfTurn(
      flow,
      input.steps.map(({ id }) => id),
    );
  const draft: Draft = { flow, input, values, papers, who, clock };
  return place.ledger.as(who?.id ?? null).cases.open(
    key,
    input.attendance,
    (at, attendance) => toOpening(place, draft, at, attendance),
    (record) => toOpened(place, flow, record, { promise: toPromise(flow, record, clock).text, who }),
  );
}

/**
 * Opens a case at the desk. The same key and body again open nothing and are answered alike.
 *
 * Refuses `out-of-scope` (unit, or the case it comes from), `procedure-not-found`, `channel-unknown`, `client-missing`,
 * `secret-typed`, `policy-refuses`, what is wrong in a field, `paper-missing`, `step-missing`, `key-used`,
 * `core-number-taken`.
 */
export async function openCase(
  place: Place,
  who: Person,
  scope: Scope,
  input: OpeningInput,
): Promise<Opened> {
  const { procedure, definition } = getFlow(place, input.procedure);
  refuseOutside(scope, { unit: input.unit, process: procedure.process });
  if (input.linked_to !== null) refuseOutside(scope, getCase(place, input.linked_to));
  if (blank(input.channel) !== null && !CHANNELS.some(({ id }) => id === input.channel))
    throw new Refusal('channel-unknown', { channel: input.channel, channels: CHANNELS.map(({ id }) => id) });
  // A voice is heard without a name too; a service is somebody's.
  if (definition.kind === 'solicitud' && blank(input.client) === null) throw new Refusal('client-missing');
  return open(place, input, who);
}

/** What opens a case on the public page. */
export interface PublicInput {
  readonly key: string;
  readonly procedure: string;
  readonly unit: string | null;
  readonly client: string | null;
  readonly fields: FieldValues;
}

/**
 * Opens a case that anybody brings on the public page, by a procedure that is open to it; the
 * first step is done by that, papers and the others are for later. Refuses `procedure-not-found`, `unit-unknown`, and what is wrong as at the desk.
 *
 * The unit the client names, or none, is that of its fact; where nobody works there the case goes to one
 * that has somebody.
 */
export async function openPublicCase(place: Place, input: PublicInput): Promise<Opened> {
  const flow = getFlow(place, input.procedure);
  const { definition } = flow;
  if (!definition.public) throw new Refusal('procedure-not-found', { procedure: input.procedure });
  const named = blank(input.unit);
  if (named !== null && !(await listPublicUnits(place)).includes(named))
    throw new Refusal('unit-unknown', { unit: named });
  const role = findActor(flow, getState(definition, definition.initial).actor)?.role ?? null;
  const unit = findWorkingUnit(place, named, role);
  // Whoever brings it here has it received and registered by that alone.
  const steps = definition.steps.slice(0, 1).map((id) => ({ id, at: '' }));
  const nothing = { attendance: null, core_number: null, linked_to: null, papers: [], steps };
  return open(place, { ...nothing, ...input, unit, fact_unit: named, channel: 'web' }, null);
}
