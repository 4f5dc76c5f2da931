import type { DeadlineLimit, Language, LocalText } from '../kernel/index.ts';
import { printCount } from './print-count.ts';
import { printDate, printInstant } from './print-date.ts';
import { sayDue } from './say-due.ts';

type Nouns = readonly [one: string, many: string];

const NOUNS: Readonly<Record<DeadlineLimit['counts'], Readonly<Record<Language, Nouns>>>> = {
  'clock-minutes': { es: ['minuto', 'minutos'], en: ['minute', 'minutes'] },
  'clock-hours': { es: ['hora', 'horas'], en: ['hour', 'hours'] },
  'calendar-days': { es: ['día calendario', 'días calendario'], en: ['calendar day', 'calendar days'] },
  'working-days': { es: ['día laborable', 'días laborables'], en: ['working day', 'working days'] },
  'working-minutes': {
    es: ['minuto laborable', 'minutos laborables'],
    en: ['working minute', 'working minutes'],
  },
  'working-hours': { es: ['hora laborable', 'horas laborables'], en: ['working hour', 'working hours'] },
};

/**
 * How much time a deadline gives.
 *
 * @example printLimit({ amount: 15, counts: 'calendar-days', pauses: false }, 'es') // '15 días calendario'
 */
export function printLimit({ amount, counts }: DeadlineLimit, language: Language): string {
  return printCount(amount, NOUNS[counts][language], language);
}

/** How a case stands with its deadline, as words need it. Texts of instants are local, with their offset. */
export type DueWords =
  | {
      readonly standing: 'on-time' | 'due-today' | 'overdue';
      readonly due_us: bigint;
      readonly now_us: bigint;
      readonly zone: string;
      /** Whether it counts days: then it is due with the end of one. */
      readonly days: boolean;
    }
  | {
      readonly standing: 'answered-on-time' | 'answered-late';
      readonly due: string;
      readonly days: boolean;
      readonly answered: string;
    }
  | { readonly standing: 'answered'; readonly answered: string }
  | { readonly standing: 'waiting'; readonly waits_for: LocalText | null }
  | { readonly standing: 'unknown' };

function printMinute(instant: string, language: Language): string {
  return printInstant(`${instant.slice(0, 16)}:00`, language);
}

/** What the ledger's milliseconds leave out of the last instant of a day. */
const BELOW_MS_US = 999n;

function sayAnswered(
  words: Extract<DueWords, { standing: 'answered-on-time' | 'answered-late' }>,
  language: Language,
): string {
  const es = language === 'es';
  const answered = printMinute(words.answered, language);
  if (words.standing === 'answered-on-time')
    return es ? `Atendido a tiempo, el ${answered}.` : `Done in time, ${answered}.`;
  const due = words.days ? printDate(words.due.slice(0, 10), language) : printMinute(words.due, language);
  return es
    ? `Atendido tarde, el ${answered}; vencía el ${due}.`
    : `Done late, ${answered}; it was due ${due}.`;
}

/** How a case stands with its deadline, in one sentence. */
export function sayCaseDue(words: DueWords, language: Language): string {
  const es = language === 'es';
  switch (words.standing) {
    case 'on-time':
    case 'due-today':
    case 'overdue': {
      const { due_us, now_us, zone, days } = words;
      return sayDue(days ? due_us + BELOW_MS_US : due_us, now_us, zone, language);
    }
    case 'answered-on-time':
    case 'answered-late':
      return sayAnswered(words, language);
    case 'answered': {
      const answered = printMinute(words.answered, language);
      return es
        ? `Atendido el ${answered}; no se conoce un plazo con que compararlo.`
        : `Done ${answered}; there is no known deadline to hold it against.`;
    }
    case 'waiting': {
      const { waits_for } = words;
      if (es) return `Espera${waits_for ? ` ${waits_for.es}` : ''}; mientras tanto el plazo no corre.`;
      return `Waiting${waits_for ? ` for ${waits_for.en}` : ''}; meanwhile its time does not run.`;
    }
    case 'unknown':
      return es
        ? 'No se conoce el plazo de este caso: quien responde por cumplimiento debe decidirlo.'
        : 'The deadline of this case is not known: whoever answers for compliance has to decide it.';
    default:
      return words satisfies never;
  }
}
