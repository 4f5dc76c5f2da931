import type { ImprovementState, Language, LocalText, Stage } from '../kernel/index.ts';
import { nameInImprovement } from './name-improvement.ts';
import { printCount } from './print-count.ts';
import { printDate } from './print-date.ts';

/** How many improvements there are, and what asks for somebody. */
export interface BoardCounts {
  readonly open: number;
  /** Of those, without any change for more working days than are usual. */
  readonly still: number;
  /** Actions past their date. */
  readonly overdue: number;
  /** Working days after which one stands still. */
  readonly still_after: number;
}

/** Where an improvement stands. */
export interface ImprovementStanding {
  readonly state: ImprovementState;
  readonly stage: Stage;
  readonly days_in_stage: number;
  readonly still_days: number;
  readonly overdue_actions: number;
  /** Of a postponed one, until when. */
  readonly until: string | null;
}

const improvements = (n: number, language: Language): string =>
  printCount(n, language === 'es' ? ['mejora', 'mejoras'] : ['improvement', 'improvements'], language);
const actions = (n: number, language: Language): string =>
  printCount(
    n,
    language === 'es' ? ['acción vencida', 'acciones vencidas'] : ['action overdue', 'actions overdue'],
    language,
  );
const days = (n: number, language: Language): string =>
  printCount(n, language === 'es' ? ['día', 'días'] : ['day', 'days'], language);
const workingDays = (n: number, language: Language): string =>
  printCount(
    n,
    language === 'es' ? ['día laborable', 'días laborables'] : ['working day', 'working days'],
    language,
  );

function sayCounts({ open, still, overdue, still_after }: BoardCounts, language: Language): string {
  const es = language === 'es';
  if (open === 0) return es ? 'No hay mejoras en curso.' : 'There are no improvements under way.';
  const limit = workingDays(still_after, language);
  const parts = [
    ...(still > 0
      ? [
          es
            ? `${still === 1 ? '1 lleva' : `${still} llevan`} más de ${limit} sin cambios`
            : `${still === 1 ? '1 has' : `${still} have`} not changed for more than ${limit}`,
        ]
      : []),
    ...(overdue > 0
      ? [es ? `hay ${actions(overdue, language)}` : `there are ${actions(overdue, language)}`]
      : []),
  ];
  const head = es ? `${improvements(open, 'es')} en curso` : `${improvements(open, 'en')} under way`;
  if (parts.length === 0) return es ? `${head}; ninguna está detenida.` : `${head}; none has stood still.`;
  return `${head}: ${parts.join(es ? ' y ' : ' and ')}.`;
}

/** The board in one sentence: «3 mejoras en curso: 1 lleva más de 10 días laborables sin cambios.» */
export function sayBoard(counts: BoardCounts): LocalText {
  return { es: sayCounts(counts, 'es'), en: sayCounts(counts, 'en') };
}

function sayStands(standing: ImprovementStanding, language: Language): string {
  const { state, stage, days_in_stage, still_days, overdue_actions, until } = standing;
  const es = language === 'es';
  const name = nameInImprovement('stage', stage, language);
  if (state === 'closed') return es ? 'Cerrada por su resultado.' : 'Closed by its result.';
  if (state === 'rejected') return es ? 'Rechazada, con su motivo.' : 'Rejected, with its reason.';
  const date = until === null ? '' : printDate(until, language);
  if (state === 'postponed') {
    return es ? `Aplazada hasta el ${date}.` : `Postponed until ${date}.`;
  }
  const here = es
    ? `En ${name} desde hace ${days(days_in_stage, 'es')}`
    : `At ${name} for ${days(days_in_stage, 'en')}`;
  const fresh = days_in_stage === 0 ? (es ? `En ${name} desde hoy` : `At ${name} since today`) : here;
  const parts = [
    fresh,
    ...(still_days > 0
      ? [
          es
            ? `sin cambios desde hace ${workingDays(still_days, 'es')}`
            : `without changes for ${workingDays(still_days, 'en')}`,
        ]
      : []),
    ...(overdue_actions > 0
      ? [es ? `con ${actions(overdue_actions, 'es')}` : `with ${actions(overdue_actions, 'en')}`]
      : []),
  ];
  return `${parts.join(', ')}.`;
}

/** Where an improvement stands: «En Análisis desde hace 12 días, sin cambios desde hace 8 días laborables.» */
export function sayImprovement(standing: ImprovementStanding): LocalText {
  return { es: sayStands(standing, 'es'), en: sayStands(standing, 'en') };
}
