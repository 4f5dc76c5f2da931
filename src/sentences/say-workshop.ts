import type { Language, LocalText } from '../kernel/index.ts';
import { printCount } from './print-count.ts';
import { printNumber } from './print-number.ts';
import { printPercent } from './print-percent.ts';

/** What came of a workshop. */
export interface ToldWorkshop {
  readonly state: 'planned' | 'held' | 'cancelled';
  readonly expected: number;
  readonly attended: number;
  readonly share: number | null;
  readonly tested: number;
  readonly mean_points: number | null;
  readonly of_points: number;
  /** Of whoever sees only what is theirs: whether they came, and their points; null for the others. */
  readonly own: { readonly attended: boolean; readonly points: number | null } | null;
}

const WORDS = {
  es: {
    planned: 'Está por darse.',
    cancelled: 'No se dio.',
    nobody: 'Nadie de los que usted ve estaba en la lista.',
    came: (n: number, of: number, share: string) =>
      `${n === 1 ? 'Vino' : 'Vinieron'} ${printNumber(n, 'es')} de ${printCount(of, ['persona', 'personas'], 'es')} (${share}).`,
    untested: 'Nadie ha hecho la prueba.',
    absent: 'Usted no consta entre quienes vinieron.',
    present: 'Usted vino.',
    pending: 'Usted vino y le falta hacer la prueba.',
    won: (mean: string, of: string) => `Usted vino y acertó ${mean} de ${of}.`,
    mean: (n: number, mean: string, of: string) =>
      n === 1
        ? `Quien hizo la prueba acertó ${mean} de ${of}.`
        : `Las ${printNumber(n, 'es')} que hicieron la prueba acertaron ${mean} de ${of} en promedio.`,
  },
  en: {
    planned: 'It is still to be held.',
    cancelled: 'It was not held.',
    nobody: 'Nobody of those you see was on the list.',
    came: (n: number, of: number, share: string) =>
      `${printNumber(n, 'en')} of ${printCount(of, ['person', 'people'], 'en')} came (${share}).`,
    untested: 'Nobody has taken the test.',
    absent: 'You are not among those who came.',
    present: 'You came.',
    pending: 'You came and have still to take the test.',
    won: (mean: string, of: string) => `You came and got ${mean} of ${of} right.`,
    mean: (n: number, mean: string, of: string) =>
      n === 1
        ? `Whoever took the test got ${mean} of ${of} right.`
        : `The ${printNumber(n, 'en')} who took the test got ${mean} of ${of} right on average.`,
  },
} as const;

function sayOwn(own: NonNullable<ToldWorkshop['own']>, of: number, language: Language): string {
  const words = WORDS[language];
  if (!own.attended) return words.absent;
  if (of === 0) return words.present;
  if (own.points === null) return words.pending;
  return words.won(printNumber(own.points, language), printNumber(of, language));
}

function say(told: ToldWorkshop, language: Language): string {
  const words = WORDS[language];
  if (told.state !== 'held') return words[told.state];
  if (told.own !== null) return sayOwn(told.own, told.of_points, language);
  if (told.share === null) return words.nobody;
  const came = words.came(told.attended, told.expected, printPercent(told.share, language, 0));
  if (told.of_points === 0) return came;
  if (told.mean_points === null) return `${came} ${words.untested}`;
  const mean = printNumber(told.mean_points, language, { maxDecimals: 1 });
  return `${came} ${words.mean(told.tested, mean, printNumber(told.of_points, language))}`;
}

/**
 * Who came to a workshop and what they knew afterwards.
 *
 * @example sayWorkshop(told).es // 'Vinieron 8 de 10 personas (80 %). Las 6 que hicieron la prueba acertaron 3,5 de 5 en promedio.'
 */
export function sayWorkshop(told: ToldWorkshop): LocalText {
  return { es: say(told, 'es'), en: say(told, 'en') };
}

/** How many workshops there are, those to come and those held, and what waits for the reader. */
export function sayWorkshops(counts: {
  readonly planned: number;
  readonly held: number;
  readonly attended: number;
  readonly expected: number;
  readonly share: number | null;
  /** Tests the reader has still to take. */
  readonly mine: number;
}): LocalText {
  const { planned, held, attended, expected, share, mine } = counts;
  const es = [
    planned === 0 && held === 0
      ? 'Todavía no hay talleres.'
      : `${printCount(held, ['taller dado', 'talleres dados'], 'es')} y ${printNumber(planned, 'es')} por dar.`,
    ...(share === null
      ? []
      : [
          `En los dados ${attended === 1 ? 'vino' : 'vinieron'} ${printNumber(attended, 'es')} de ${printNumber(expected, 'es')} (${printPercent(share, 'es', 0)}).`,
        ]),
    ...(mine === 0 ? [] : [`Le falta hacer la prueba de ${printNumber(mine, 'es')}.`]),
  ];
  const en = [
    planned === 0 && held === 0
      ? 'There are no workshops yet.'
      : `${printCount(held, ['workshop held', 'workshops held'], 'en')} and ${printNumber(planned, 'en')} to come.`,
    ...(share === null
      ? []
      : [
          `${printNumber(attended, 'en')} of ${printNumber(expected, 'en')} came to those held (${printPercent(share, 'en', 0)}).`,
        ]),
    ...(mine === 0 ? [] : [`You have still to take the test of ${printNumber(mine, 'en')}.`]),
  ];
  return { es: es.join(' '), en: en.join(' ') };
}
