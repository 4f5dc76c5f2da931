import type { Language, LocalText, Verdict } from '../kernel/index.ts';
import { printCount } from './print-count.ts';
import { printInPeriod, printPeriod } from './print-period.ts';
import { capitalize } from './sentence-case.ts';

/** What asks for an improvement, to put it in words. */
export interface StartWords {
  /** Of the indicator or process; null where it is of none. */
  readonly name: LocalText | null;
  /** The part of it: «Guayaquil Sur»; null for the whole. */
  readonly part: LocalText | null;
  readonly period: string | null;
  readonly result: {
    readonly value: LocalText;
    readonly standard: LocalText | null;
    readonly n: number;
    readonly verdict: Verdict;
  } | null;
  /** Complaints about the process, of all of the period. */
  readonly complaints?: { readonly n: number; readonly of: number } | null;
  /** What the screen they come from says; it follows the figure where there is one. */
  readonly seen: string | null;
}

const where = ({ part }: StartWords, language: Language): string =>
  part === null ? '' : `${language === 'es' ? ' en ' : ' in '}${part[language]}`;

function toTitle(words: StartWords, language: Language): string {
  const { name, period } = words;
  if (name === null) return '';
  const when = period === null ? '' : `, ${printPeriod(period, language)}`;
  if (words.complaints !== undefined) {
    return language === 'es' ? `Reclamos por ${name.es}${when}` : `Complaints about ${name.en}${when}`;
  }
  return `${name[language]}${where(words, language)}${when}`;
}

function toProblemText(words: StartWords, language: Language): string {
  const { name, period, result, complaints, seen } = words;
  const es = language === 'es';
  const told = seen ?? '';
  if (result === null && told !== '') return told;
  const when = period === null ? '' : capitalize(printInPeriod(period, language));
  if (complaints) {
    const n = printCount(complaints.n, es ? ['reclamo', 'reclamos'] : ['complaint', 'complaints'], language);
    const about = name === null ? '' : es ? ` por ${name.es}` : ` about ${name.en}`;
    return es
      ? `${when} hubo ${n}${about}, de ${complaints.of} en total.`
      : `${when} there were ${n}${about}, of ${complaints.of} in all.`;
  }
  if (result === null || name === null) return '';
  const { value, standard, n, verdict } = result;
  const facts = printCount(n, es ? ['caso', 'casos'] : ['case', 'cases'], language);
  const held =
    standard === null
      ? ''
      : es
        ? `; el estándar es ${standard.es}${verdict === 'not-met' ? ' y no se cumple' : ''}`
        : `; the standard is ${standard.en}${verdict === 'not-met' ? ' and it is not met' : ''}`;
  const figure = es
    ? `${when}, «${name.es}»${where(words, 'es')} fue ${value.es} (${facts})${held}.`
    : `${when}, “${name.en}”${where(words, 'en')} was ${value.en} (${facts})${held}.`;
  return told === '' ? figure : `${figure} ${told}`;
}

/** Title and problem of an improvement as its form begins; empty where nothing is known yet. */
export function sayStart(words: StartWords): { readonly title: LocalText; readonly problem: LocalText } {
  return {
    title: { es: toTitle(words, 'es'), en: toTitle(words, 'en') },
    problem: { es: toProblemText(words, 'es'), en: toProblemText(words, 'en') },
  };
}
