import type {
  CaseAction,
  CaseBar,
  CaseDefinition,
  CaseField,
  CaseState,
  Condition,
  FieldValue,
  FieldValues,
  Paper,
} from './case.ts';
import type { Pause } from './deadline.ts';
import type { Role } from './permission.ts';
import { isDate } from './period.ts';

/** Whether a condition holds over the fields of a case; what is not known does not hold. */
export type Holds = (condition: Condition, values: FieldValues) => boolean;

/** What is wrong in one field of a form, by code. */
export interface FieldMistake {
  readonly field: string;
  readonly code:
    | 'field-missing'
    | 'field-unknown'
    | 'field-wrong'
    | 'field-too-long'
    | 'choice-unknown'
    | 'date-past';
}

/** A form as the procedure sees it: what it asks with these answers, and the answers that count. */
export interface Asked {
  readonly fields: readonly CaseField[];
  /** Answers of the fields asked, trimmed; blank ones are null. */
  readonly values: FieldValues;
}

/** The clock of a case: its waits, and the instant it stopped. */
export interface CaseClock {
  readonly pauses: readonly Pause[];
  readonly stopped_us: bigint | null;
}

/** The longest text of each kind. */
const MOST_LETTERS = { text: 200, 'long-text': 4000, staff: 200 } as const;

const always = (when: Condition | null, values: FieldValues, holds: Holds): boolean =>
  when === null || holds(when, values);

function toPlain(value: FieldValue | undefined): FieldValue {
  if (value === undefined) return null;
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (Array.isArray(value)) return value.length === 0 ? null : value;
  return value;
}

/**
 * The fields that are asked with some answers, in order. An answer to what is not asked does not
 * count, also for the conditions of others. `known` are answers given before, for an act.
 */
export function askFields(
  fields: readonly CaseField[],
  given: FieldValues,
  holds: Holds,
  known: FieldValues = {},
): Asked {
  let asked = fields.filter(({ when }) => when === null);
  // Each round may open or close what hangs on the round before; a circle ends with the last one.
  for (let round = 0; round < fields.length; round++) {
    const values = toValues(asked, given);
    const next = fields.filter(({ when }) => always(when, { ...known, ...values }, holds));
    if (next.length === asked.length && next.every((field, index) => field === asked[index])) break;
    asked = next;
  }
  return { fields: asked, values: toValues(asked, given) };
}

function toValues(fields: readonly CaseField[], given: FieldValues): FieldValues {
  return Object.fromEntries(
    fields.map(({ id }) => [id, toPlain(Object.hasOwn(given, id) ? given[id] : null)]),
  );
}

function isMoney(value: number): boolean {
  return Number.isFinite(value) && value >= 0 && /^\d{1,12}(?:\.\d{1,2})?$/.test(String(value));
}

function checkValue(
  field: CaseField,
  value: Exclude<FieldValue, null>,
  today: string | null,
): FieldMistake['code'] | null {
  const known = (id: FieldValue): boolean => field.choices.some((choice) => choice.id === id);
  switch (field.type) {
    case 'text':
    case 'long-text':
    case 'staff':
      if (typeof value !== 'string') return 'field-wrong';
      return value.length > MOST_LETTERS[field.type] ? 'field-too-long' : null;
    case 'choice':
      if (field.many !== Array.isArray(value)) return 'field-wrong';
      return (Array.isArray(value) ? value : [value]).every(known) ? null : 'choice-unknown';
    case 'boolean':
      return typeof value === 'boolean' ? null : 'field-wrong';
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value) ? null : 'field-wrong';
    case 'money':
      return typeof value === 'number' && isMoney(value) ? null : 'field-wrong';
    case 'date':
      if (typeof value !== 'string' || !isDate(value)) return 'field-wrong';
      return field.not_past === true && today !== null && value < today ? 'date-past' : null;
    default:
      return field.type satisfies never;
  }
}

/**
 * What is wrong in the answers to what is asked, in the order of the form; `whole` asks for what is
 * required too. Names of fields that the form does not have at all are mistakes. `today` is the local
 * date that dates are held against; null holds them against none.
 */
export function checkFields(
  fields: readonly CaseField[],
  { fields: asked, values }: Asked,
  given: FieldValues,
  whole: boolean,
  today: string | null = null,
): FieldMistake[] {
  const mistakes: FieldMistake[] = [];
  for (const field of asked) {
    const value = values[field.id] ?? null;
    const code =
      value === null ? (whole && field.required ? 'field-missing' : null) : checkValue(field, value, today);
    if (code !== null) mistakes.push({ field: field.id, code });
  }
  for (const id of Object.keys(given)) {
    if (!fields.some((field) => field.id === id)) mistakes.push({ field: id, code: 'field-unknown' });
  }
  return mistakes;
}

/** The papers needed with some answers, in order. */
export function listPapers({ papers }: CaseDefinition, values: FieldValues, holds: Holds): readonly Paper[] {
  return papers.filter(({ when }) => always(when, values, holds));
}

/** The policies that refuse it as it stands, in order. */
export function listBars(bars: readonly CaseBar[], values: FieldValues, holds: Holds): readonly CaseBar[] {
  return bars.filter(({ when }) => holds(when, values));
}

/**
 * The first step that was not confirmed in its turn: null when all were, in the order of the procedure.
 *
 * @example findStepOutOfTurn(['informa', 'registra'], ['registra', 'informa']) // 'informa'
 */
export function findStepOutOfTurn(steps: readonly string[], confirmed: readonly string[]): string | null {
  return steps.find((step, index) => confirmed[index] !== step) ?? null;
}

/** A state by its id; an unknown one is a bug of the content's check: plain Error. */
export function getState({ states }: CaseDefinition, id: string): CaseState {
  const state = states.find((each) => each.id === id);
  if (state === undefined) throw new Error(`getState: no state ${id}`);
  return state;
}

/** What may be done to a case in a state by somebody with these roles, in the order of the procedure. */
export function listActions(
  { actions }: CaseDefinition,
  state: string,
  roles: readonly (Role | 'batch')[],
): readonly CaseAction[] {
  return actions.filter(({ from, by }) => from.includes(state) && by.some((role) => roles.includes(role)));
}

/** The state an act leads to: its own, or the one the case is in. */
export function toNextState(definition: CaseDefinition, state: string, action: CaseAction): CaseState {
  return getState(definition, action.to ?? state);
}

/** Waits of a case once the one that is open ends at an instant; the others stay as they were. */
export function endWait(pauses: readonly Pause[], at_us: bigint): readonly Pause[] {
  return pauses.map((pause) => (pause.to_us === null ? { ...pause, to_us: at_us } : pause));
}

/**
 * The clock after a case enters a state. A state that waits opens a wait, any other closes it; one
 * that stops sets the instant it stopped, unless it had stopped already; leaving it starts the clock
 * again, and the time it stood still is one more wait: nobody was at work on it.
 */
export function turnClock(clock: CaseClock, to: CaseState, at_us: bigint): CaseClock {
  const stood = clock.stopped_us !== null && to.clock !== 'stopped';
  const pauses = stood ? [...clock.pauses, { from_us: clock.stopped_us, to_us: at_us }] : clock.pauses;
  const stopped_us = to.clock === 'stopped' ? (clock.stopped_us ?? at_us) : null;
  const waiting = pauses.some(({ to_us }) => to_us === null);
  if (to.clock === 'waits') {
    const open = waiting ? pauses : [...pauses, { from_us: at_us, to_us: null }];
    return { pauses: open, stopped_us };
  }
  if (!waiting) return { pauses, stopped_us };
  return { pauses: endWait(pauses, at_us), stopped_us };
}
