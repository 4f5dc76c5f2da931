import type { Language, Verdict } from '../kernel/index.ts';
import { printNumber } from './print-number.ts';
import { endSentence } from './sentence-case.ts';

/** An indicator as the sentence of a wall page tells it. */
export interface WallFigure {
  readonly name: string;
  readonly verdict: Verdict;
  readonly result: string;
  readonly standard: string | null;
  readonly better: boolean;
}

const WORDS = {
  es: {
    count: (met: string, of: string) =>
      `${met === '1' ? 'Cumple' : 'Cumplen'} ${met} de ${of} ${of === '1' ? 'indicador' : 'indicadores'}.`,
    none: 'Este mes no hay resultados que mostrar.',
    all: 'Gracias a todo el equipo: se cumplió con todo lo prometido.',
    thanks: (name: string, better: boolean) =>
      better ? `Gracias: «${name}» mejoró.` : `Gracias: «${name}» cumple lo prometido.`,
    attend: (name: string, result: string, standard: string | null) =>
      `Lo primero ahora es «${name}»: va en ${result}${standard === null ? '' : ` y se pide ${standard}`}.`,
    rest: (shown: string, of: string) => `Aquí están ${shown} de ${of} indicadores; los demás, en Inicio.`,
  },
  en: {
    count: (met: string, of: string) => `${met} of ${of} ${of === '1' ? 'indicator' : 'indicators'} met.`,
    none: 'There are no results to show this month.',
    all: 'Thanks to the whole team: all that was promised was kept.',
    thanks: (name: string, better: boolean) =>
      better ? `Thank you: “${name}” got better.` : `Thank you: “${name}” keeps what was promised.`,
    attend: (name: string, result: string, standard: string | null) =>
      `What comes first now is “${name}”: it stands at ${result}${standard === null ? '' : `, and ${standard} is asked for`}.`,
    rest: (shown: string, of: string) => `Here are ${shown} of ${of} indicators; the others are in Home.`,
  },
} as const;

/** How many indicators of a unit meet their standard, of those that have one. */
export function countWall(figures: readonly WallFigure[], language: Language): string {
  const judged = figures.filter(({ verdict }) => verdict !== 'no-data');
  if (judged.length === 0) return WORDS[language].none;
  const met = judged.filter(({ verdict }) => verdict !== 'not-met').length;
  return WORDS[language].count(printNumber(met, language), printNumber(judged.length, language));
}

/**
 * One line for the wall of a unit: thanks for what goes well, and what comes first. Figures come worst first.
 *
 * @example writeWall(figures, 'es') // 'Gracias: «Plazo del PIN» mejoró. Lo primero ahora es «Plazo del débito»: va en 52,8 h y se pide como máximo 48 h.'
 */
export function writeWall(figures: readonly WallFigure[], language: Language): string {
  const words = WORDS[language];
  const met = figures.filter(({ verdict }) => verdict === 'met');
  const worst = figures.find(({ verdict }) => verdict === 'not-met');
  const judged = figures.some(({ verdict }) => verdict !== 'no-data');
  if (!judged) return '';
  const thanked = figures.find(({ better }) => better) ?? met[0];
  if (!worst) return words.all;
  const attend = words.attend(worst.name, worst.result, worst.standard);
  if (!thanked || thanked === worst) return endSentence(attend);
  return `${words.thanks(thanked.name, thanked.better)} ${attend}`;
}

/** That not every indicator fitted; null where all did. */
export function sayWallRest(shown: number, of: number, language: Language): string | null {
  if (shown >= of) return null;
  return WORDS[language].rest(printNumber(shown, language), printNumber(of, language));
}
