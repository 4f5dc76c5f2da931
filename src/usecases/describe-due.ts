import {
  addDays,
  type CaseState,
  judgeDue,
  type LocalText,
  printInstant,
  parseInstant,
  toInstant,
  toLocal,
} from '../kernel/index.ts';
import type { CaseRecord } from '../ledger/index.ts';
import { type DueWords, printLimit, sayCaseDue } from '../sentences/index.ts';
import type { Content } from './institution.ts';
import type { UnitClock } from './unit-clock.ts';

/** How a case stands with its deadline, for whoever reads it. */
export interface ShownDue {
  /** The instant; null while it waits, or where no rule is known. */
  readonly at: string | null;
  readonly standing:
    | 'on-time'
    | 'due-today'
    | 'overdue'
    | 'waiting'
    | 'answered-on-time'
    | 'answered-late'
    | 'unknown';
  /** The rule in words, with its source. */
  readonly rule: LocalText;
  readonly sentence: LocalText;
}

type Dated = Pick<CaseRecord, 'unit' | 'due_at' | 'due_rule' | 'stopped_at'>;

/** An ISO instant in UTC as microseconds; a text that is none is a bug: plain Error. */
export function toMicros(instant: string): bigint {
  const us = parseInstant(instant, 'UTC');
  if (us === undefined) throw new Error(`toMicros: not an instant: ${instant}`);
  return us;
}

/** Microseconds as the ledger writes instants: UTC, to the millisecond below. */
export function fromMicros(us: bigint): string {
  return new Date(Number(us / 1000n)).toISOString();
}

const UNKNOWN: LocalText = {
  es: 'Sin plazo conocido: en el contenido no hay regla para este país, esta clase de institución y esta clase de caso; se escribe en Administración, Plazos de respuesta',
  en: 'No known deadline: the content has no rule for this country, this kind of institution and this kind of case; it is written in Administration, Answer deadlines',
};

/** The rule a case is held to, in words with its source. */
export function describeRule(rule: CaseRecord['due_rule'], { catalogue }: Content): LocalText {
  const { limit } = rule;
  if (limit === null) return UNKNOWN;
  const source = rule.rule === null ? null : (catalogue.deadlines.get(rule.rule) ?? null);
  const say = (language: 'es' | 'en'): string => {
    const time = printLimit(limit, language);
    if (source === null) {
      if (rule.rule !== null) return time;
      return language === 'es' ? `${time}, por el procedimiento` : `${time}, by the procedure`;
    }
    const unconfirmed =
      source.confirmed !== null
        ? ''
        : language === 'es'
          ? '; por confirmar con su abogado'
          : '; to be confirmed by your lawyer';
    return `${time} (${source.source[language].replace(/\.$/, '')}${unconfirmed})`;
  };
  return { es: say('es'), en: say('en') };
}

function toWords(
  { due_at, due_rule, stopped_at, unit }: Dated,
  state: Pick<CaseState, 'waits_for'> | null,
  now: string,
  clock: UnitClock,
): { readonly standing: ShownDue['standing']; readonly words: DueWords } {
  const { limit } = due_rule;
  const zone = clock(unit, limit).time_zone;
  const local = (instant: string): string => printInstant(toMicros(instant), zone);
  if (limit === null && stopped_at !== null)
    return { standing: 'unknown', words: { standing: 'answered', answered: local(stopped_at) } };
  if (limit === null) return { standing: 'unknown', words: { standing: 'unknown' } };
  if (due_at === null) {
    return { standing: 'waiting', words: { standing: 'waiting', waits_for: state?.waits_for ?? null } };
  }
  const due_us = toMicros(due_at);
  const stopped_us = stopped_at === null ? null : toMicros(stopped_at);
  const now_us = toMicros(now);
  const standing = judgeDue(due_us, stopped_us, now_us, zone);
  const days = limit.counts === 'calendar-days' || limit.counts === 'working-days';
  switch (standing) {
    case 'answered-on-time':
    case 'answered-late':
      return {
        standing,
        words: { standing, due: local(due_at), days, answered: local(stopped_at ?? due_at) },
      };
    case 'unknown':
      return { standing, words: { standing } };
    default:
      return { standing, words: { standing, due_us, now_us, zone, days } };
  }
}

/**
 * How a case stands with its deadline at an instant, with its rule, in both languages.
 *
 * @param state state it is in, for what it waits for; null where its procedure is gone
 */
export function describeDue(
  record: Dated,
  state: Pick<CaseState, 'waits_for'> | null,
  now: string,
  clock: UnitClock,
  content: Content,
): ShownDue {
  const { standing, words } = toWords(record, state, now, clock);
  return {
    at: record.due_at,
    standing,
    rule: describeRule(record.due_rule, content),
    sentence: { es: sayCaseDue(words, 'es'), en: sayCaseDue(words, 'en') },
  };
}

/** Start of the local day so many days after that of an instant, as the ledger writes instants. */
export function toDayStart(now: string, zone: string, days: number): string {
  const { date } = toLocal(toMicros(now), zone);
  return fromMicros(toInstant(`${addDays(date, days)}T00:00:00`, zone));
}
