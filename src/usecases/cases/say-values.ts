import {
  type CaseField,
  type DeadlineLimit,
  type FieldValue,
  type FieldValues,
  type Language,
  type LocalText,
  printInstant as printLocal,
  toLocal,
} from '../../kernel/index.ts';
import { printDate, printInstant, printLimit, printNumber, printQuantity } from '../../sentences/index.ts';
import type { CaseRecord } from '../../ledger/index.ts';
import { toMicros } from '../describe-due.ts';
import type { UnitClock } from '../unit-clock.ts';
import { alike, findField, type Flow } from './definition.ts';

/** A value with the name of what it answers. */
export interface SaidValue {
  readonly label: LocalText;
  readonly text: LocalText;
}

const YES: LocalText = { es: 'Sí', en: 'Yes' };
const NO: LocalText = { es: 'No', en: 'No' };

function nameChoice(field: CaseField | null, id: string): LocalText {
  return field?.choices.find((choice) => choice.id === id)?.label ?? alike(id);
}

/** The value of a field in words; a text is said as it was written. */
export function sayValue(field: CaseField | null, value: Exclude<FieldValue, null>): LocalText {
  if (typeof value === 'boolean') return value ? YES : NO;
  if (typeof value === 'number') {
    const print = (language: Language) =>
      field?.type === 'money' ? printQuantity(value, 'money', language) : printNumber(value, language);
    return { es: print('es'), en: print('en') };
  }
  if (typeof value === 'string') {
    if (field?.type === 'date') return { es: printDate(value, 'es'), en: printDate(value, 'en') };
    return field?.type === 'choice' ? nameChoice(field, value) : alike(value);
  }
  const names = value.map((id) => nameChoice(field, id));
  return { es: names.map(({ es }) => es).join(', '), en: names.map(({ en }) => en).join(', ') };
}

/** What is written freely: it may say who complains, and of whom. */
const FREE: ReadonlySet<CaseField['type']> = new Set(['text', 'long-text', 'staff']);

/** In place of a text, for who does not work the case. */
export const RESERVED: LocalText = {
  es: 'Texto reservado a quien atiende el caso',
  en: 'Text kept for whoever works the case',
};

/**
 * The answers of a form in words, in the order of the answers; what was left blank is left out. Who is no
 * reader of the case is told that there is a text, and not what it says.
 */
export function sayValues(flow: Flow | null, values: FieldValues, isReader = true): SaidValue[] {
  return Object.entries(values).flatMap(([id, value]) => {
    if (value === null) return [];
    const field = findField(flow, id);
    const isKept = !isReader && (field === null || FREE.has(field.type));
    return [{ label: field?.label ?? alike(id), text: isKept ? RESERVED : sayValue(field, value) }];
  });
}

const TO_CONFIRM: LocalText = {
  es: 'la institución le dirá la fecha',
  en: 'the institution will tell you the date',
};

/** The time a limit allows; that it is to be confirmed where nobody knows it. */
export function sayAllowed(limit: DeadlineLimit | null): LocalText {
  return limit === null ? TO_CONFIRM : { es: printLimit(limit, 'es'), en: printLimit(limit, 'en') };
}

/**
 * Until when a case is due, as a client reads it: a day where days count, else a moment; the time allowed
 * while it waits; that it is to be confirmed where nobody knows.
 */
export function sayUntil(
  { unit, due_at, due_rule }: Pick<CaseRecord, 'unit' | 'due_at' | 'due_rule'>,
  clock: UnitClock,
): LocalText {
  const { limit } = due_rule;
  if (limit === null || due_at === null) return sayAllowed(limit);
  const zone = clock(unit, limit).time_zone;
  if (limit.counts !== 'calendar-days' && limit.counts !== 'working-days') return sayMoment(due_at, zone);
  const { date } = toLocal(toMicros(due_at), zone);
  return { es: printDate(date, 'es'), en: printDate(date, 'en') };
}

/** A moment on the wall clock of a zone, in words. */
export function sayMoment(at: string, zone: string): LocalText {
  const local = `${printLocal(toMicros(at), zone).slice(0, 16)}:00`;
  return { es: printInstant(local, 'es'), en: printInstant(local, 'en') };
}

/**
 * What a client is promised: the text of the procedure with `{due}` (the moment it is due, or the time
 * allowed where that is not known) and `{<field>}` filled in. A field without
 * answer is left out, with the colon before it.
 */
export function sayPromise(flow: Flow, values: FieldValues, due: LocalText): LocalText {
  const fill = (language: Language): string =>
    flow.definition.promise[language].replaceAll(
      /(:?\s*)\{([a-z0-9_-]+)\}/gi,
      (_, before: string, name: string) => {
        if (name === 'due') return before + due[language];
        const value = values[name] ?? null;
        return value === null ? '' : before + sayValue(findField(flow, name), value)[language];
      },
    );
  return { es: fill('es'), en: fill('en') };
}
