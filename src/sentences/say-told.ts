import type { Language, LocalText, Origin } from '../kernel/index.ts';
import { printCount } from './print-count.ts';
import { printNumber } from './print-number.ts';
import { printInPeriod, printPeriod } from './print-period.ts';

/** Where a change that clients are told of came from; a count only where it is of many. */
export interface ToldOrigin {
  readonly origin: Origin;
  /** What the complaints were about; null where that is not known. */
  readonly about: LocalText | null;
  readonly n: number | null;
  readonly period: string | null;
}

/** What clients said, in words for clients: «40 quejas sobre tarjetas de crédito en junio de 2011.» */
export function sayToldOrigin({ origin, about, n, period }: ToldOrigin, language: Language): string {
  const es = language === 'es';
  const asked = origin === 'survey' || origin === 'exit';
  if (n !== null && (asked || origin === 'complaints')) {
    const words = asked
      ? es
        ? (['respuesta', 'respuestas'] as const)
        : (['answer', 'answers'] as const)
      : es
        ? (['queja', 'quejas'] as const)
        : (['complaint', 'complaints'] as const);
    const what = about === null ? '' : ` ${es ? 'sobre' : 'about'} ${about[language].toLowerCase()}`;
    const when = period === null ? '' : ` ${printInPeriod(period, language)}`;
    return `${printCount(n, words, language)}${what}${when}.`;
  }
  if (asked) return es ? 'Al responder nuestras preguntas.' : 'When you answered our questions.';
  if (origin === 'complaints') return es ? 'En sus quejas.' : 'In your complaints.';
  if (origin === 'idea') return es ? 'Que podíamos atenderles mejor.' : 'That we could serve you better.';
  return es
    ? 'Que algo no iba bien, al medir cómo les atendemos.'
    : 'That something was not right, when we measured how we serve you.';
}

/** What of a proof clients are told. Amounts are in words of the language. */
export interface ToldResult {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly n_before: number;
  readonly n_after: number;
  readonly before_period: string;
  readonly after_period: string;
}

/** What came of it, for clients: the sentence, and on what it rests. Null: it is still being measured. */
export function sayToldResult(
  told: ToldResult | null,
  language: Language,
): { readonly text: string; readonly note: string } {
  const es = language === 'es';
  if (told === null)
    return {
      text: es
        ? 'Estamos midiendo el resultado y lo contaremos aquí.'
        : 'We are measuring the result and will tell it here.',
      note: '',
    };
  const { name, before, after } = told;
  const n = (value: number) => printNumber(value, language);
  const [first, then] = [told.before_period, told.after_period].map((period) =>
    printPeriod(period, language),
  );
  return {
    text: es ? `${name}: antes ${before}, ahora ${after}.` : `${name}: ${before} before, ${after} now.`,
    note: es
      ? `Antes: ${first} (n = ${n(told.n_before)}). Ahora: ${then} (n = ${n(told.n_after)}).`
      : `Before: ${first} (n = ${n(told.n_before)}). Now: ${then} (n = ${n(told.n_after)}).`,
  };
}
