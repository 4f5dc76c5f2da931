import type { AlertRule, Language, LocalText } from '../kernel/index.ts';
import { printCount } from './print-count.ts';
import { printDate } from './print-date.ts';
import { printNumber } from './print-number.ts';
import { printPeriod } from './print-period.ts';

/** A figure that is told of, in words already printed. */
export interface ToldFigure {
  readonly name: LocalText;
  /** The part of it: «Guayaquil Sur»; null for the whole. */
  readonly part: LocalText | null;
  readonly period: string;
  readonly value: string;
  readonly n: number;
  /** What `n` counts: facts, or people. */
  readonly people: boolean;
}

const nameOf = ({ name, part }: Pick<ToldFigure, 'name' | 'part'>, language: Language): string =>
  part === null ? name[language] : `${name[language]}, ${part[language]}`;

const sample = ({ n, people }: ToldFigure, language: Language): string => {
  const nouns = language === 'es' ? ['persona', 'personas'] : ['person', 'people'];
  return people
    ? printCount(n, nouns as [string, string], language)
    : `n = ${printNumber(n, language, { decimals: 0 })}`;
};

/** «Entrega del PIN no cumplió en junio de 2011: 52,8 h; el estándar es como máximo 48 h (n = 1.204).» */
export function sayNotMet(told: ToldFigure, standard: string | null, language: Language): string {
  const when = printPeriod(told.period, language);
  const about = told.part === null ? nameOf(told, language) : `${nameOf(told, language)},`;
  const n = sample(told, language);
  if (language === 'es') {
    const bound = standard === null ? '' : `; el estándar es ${standard}`;
    return `${about} no cumplió en ${when}: ${told.value}${bound} (${n}).`;
  }
  const bound = standard === null ? '' : `; the standard is ${standard}`;
  return `${about} did not meet its standard in ${when}: ${told.value}${bound} (${n}).`;
}

/** What a figure is compared with. */
export interface ToldChange {
  readonly before: string;
  readonly before_period: string;
  /** `23,4 %`, without sign. */
  readonly percent: string;
  /** False where neither way is better. */
  readonly worse: boolean;
  readonly rose: boolean;
}

/** «Entrega del PIN empeoró 23,4 %: de 40 h en mayo de 2011 a 49,4 h en junio de 2011 (n = 300).» */
export function sayChange(told: ToldFigure, change: ToldChange, language: Language): string {
  const [from, to] = [printPeriod(change.before_period, language), printPeriod(told.period, language)];
  const n = sample(told, language);
  if (language === 'es') {
    const verb = change.worse ? 'empeoró' : change.rose ? 'subió' : 'bajó';
    return `${nameOf(told, 'es')}: ${verb} ${change.percent}, de ${change.before} en ${from} a ${told.value} en ${to} (${n}).`;
  }
  const verb = change.worse ? 'worsened by' : change.rose ? 'rose by' : 'fell by';
  return `${nameOf(told, 'en')}: ${verb} ${change.percent}, from ${change.before} in ${from} to ${told.value} in ${to} (${n}).`;
}

/** «Reclamos: 64 en junio de 2011, 3,2 veces el promedio de los 12 meses anteriores (20; n = 64).» */
export function sayTimesMean(
  told: ToldFigure,
  { mean, months, times }: { readonly mean: string; readonly months: number; readonly times: number },
  language: Language,
): string {
  const when = printPeriod(told.period, language);
  const shown = printNumber(times, language, { decimals: 1 });
  const n = sample(told, language);
  return language === 'es'
    ? `${nameOf(told, 'es')}: ${told.value} en ${when}, ${shown} veces el promedio de los ${months} meses anteriores, que fue ${mean} (${n}).`
    : `${nameOf(told, 'en')}: ${told.value} in ${when}, ${shown} times the mean of the ${months} months before, which was ${mean} (${n}).`;
}

/** A signal with the name of its series before it. */
export function sayToldSignal(
  about: Pick<ToldFigure, 'name' | 'part'>,
  sentence: string,
  language: Language,
): string {
  return `${nameOf(about, language)}: ${sentence}`;
}

/** An action past its date. `responsible` null: it is of who reads. */
export function sayOverdueAction(
  action: {
    readonly text: string;
    readonly title: string;
    readonly due_date: string;
    readonly responsible: string | null;
  },
  language: Language,
): string {
  const due = printDate(action.due_date, language);
  const { text, title, responsible } = action;
  if (language === 'es')
    return responsible === null
      ? `Su acción «${text}» venció el ${due} (mejora «${title}»).`
      : `La acción «${text}», a cargo de ${responsible}, venció el ${due} (mejora «${title}»).`;
  return responsible === null
    ? `Your action “${text}” was due on ${due} (improvement “${title}”).`
    : `The action “${text}” of ${responsible} was due on ${due} (improvement “${title}”).`;
}

/** An improvement without changes; `stage` in words, `days` are working days. */
export function sayStill(
  { title, stage, days }: { readonly title: string; readonly stage: string; readonly days: number },
  language: Language,
): string {
  return language === 'es'
    ? `La mejora «${title}» lleva ${printCount(days, ['día laborable', 'días laborables'], 'es')} sin cambios, en ${stage.toLowerCase()}.`
    : `The improvement “${title}” has not changed for ${printCount(days, ['working day', 'working days'], 'en')}, in ${stage.toLowerCase()}.`;
}

/** Cases of one person, or of units that somebody answers for. */
export interface ToldCases {
  readonly mine: boolean;
  readonly overdue: number;
  readonly today: number;
  /** Numbers of the first few, the oldest deadline first. */
  readonly numbers: readonly string[];
}

/** «Tiene 3 casos vencidos y 2 que vencen hoy: R-2011-000012, R-2011-000013 y 3 más.» */
export function sayCaseAlert({ mine, overdue, today, numbers }: ToldCases, language: Language): string {
  const es = language === 'es';
  const late = printCount(
    overdue,
    es ? ['caso vencido', 'casos vencidos'] : ['case overdue', 'cases overdue'],
    language,
  );
  const due = es
    ? `${printNumber(today, 'es', { decimals: 0 })} que ${today === 1 ? 'vence' : 'vencen'} hoy`
    : `${printNumber(today, 'en', { decimals: 0 })} due today`;
  const parts = [...(overdue > 0 ? [late] : []), ...(today > 0 ? [due] : [])];
  const only =
    overdue === 0
      ? printCount(today, es ? ['caso vence', 'casos vencen'] : ['case is', 'cases are'], language)
      : '';
  const counted = overdue === 0 ? `${only} ${es ? 'hoy' : 'due today'}` : parts.join(es ? ' y ' : ' and ');
  const rest = overdue + today - numbers.length;
  const more = rest > 0 ? (es ? ` y ${rest} más` : ` and ${rest} more`) : '';
  const whose = mine
    ? es
      ? 'En sus manos'
      : 'In your hands'
    : es
      ? 'En lo que supervisa'
      : 'In what you supervise';
  return `${whose}: ${counted} (${numbers.join(', ')}${more}).`;
}

const KINDS: Readonly<Record<AlertRule['kind'], (threshold: string) => LocalText>> = {
  'against-standard': () => ({ es: 'No cumple su estándar', en: 'Does not meet its standard' }),
  'against-previous': (x) => ({
    es: `Empeora más de ${x} % frente al mes anterior`,
    en: `Worsens by more than ${x} % against the month before`,
  }),
  'against-last-year': (x) => ({
    es: `Empeora más de ${x} % frente al mismo mes del año anterior`,
    en: `Worsens by more than ${x} % against the same month of the year before`,
  }),
  'times-its-mean': (x) => ({
    es: `Pasa de ${x} veces su promedio de los 12 meses anteriores`,
    en: `Goes over ${x} times its mean of the 12 months before`,
  }),
  signal: () => ({
    es: 'Tiene una señal que no es una mejoría',
    en: 'Has a signal that is no betterment',
  }),
  'improvement-still': () => ({
    es: 'Una mejora lleva más de 10 días laborables sin cambios',
    en: 'An improvement has not changed for more than 10 working days',
  }),
  'action-overdue': () => ({ es: 'Una acción pasó de su fecha', en: 'An action is past its date' }),
  'case-deadline': () => ({
    es: 'Un caso venció o vence hoy',
    en: 'A case is overdue or due today',
  }),
};

/** What a rule tells of, in words: «Empeora más de 20 % frente al mes anterior». */
export function sayAlertKind(
  { kind, threshold }: Pick<AlertRule, 'kind' | 'threshold'>,
  language: Language,
): string {
  const shown = threshold === null ? '' : printNumber(threshold, language);
  return KINDS[kind](shown)[language];
}

/** What somebody's alerts come to. `date` null: there was never any. */
export function sayAlerts({
  unseen,
  date,
}: {
  readonly unseen: number;
  readonly date: string | null;
}): LocalText {
  if (date === null)
    return {
      es: 'Todavía no hay avisos para usted. Cuando algo a su cargo cambie, aparecerá aquí.',
      en: 'There are no alerts for you yet. When something you answer for changes, it will appear here.',
    };
  const last = { es: printDate(date, 'es'), en: printDate(date, 'en') };
  if (unseen === 0)
    return {
      es: `No hay avisos nuevos; el último resumen es del ${last.es}.`,
      en: `There are no new alerts; the last digest is of ${last.en}.`,
    };
  return {
    es: `Tiene ${printCount(unseen, ['aviso nuevo', 'avisos nuevos'], 'es')}; el último resumen es del ${last.es}.`,
    en: `You have ${printCount(unseen, ['new alert', 'new alerts'], 'en')}; the last digest is of ${last.en}.`,
  };
}
