import type { Language, Sheet } from '../kernel/index.ts';
import { PHRASES } from './interpretation-phrases.ts';
import { printPercent } from './print-percent.ts';
import { printQuantity } from './print-quantity.ts';
import type { Figure } from './read-measurement.ts';
import { type ShownFigure, showFigure } from './show-figure.ts';

/** A result in a few words, each part apart, for lists and tables. */
export interface ResultWords {
  /** In its own unit: `52,8 h`. */
  readonly value: string;
  /** The bound or bounds: `como máximo 48 h`; null without a standard. */
  readonly standard: string | null;
  /** `menos es mejor`, `entre los dos`; null without a standard. */
  readonly direction: string | null;
  /** The index where the value is not one: `110 %`; else null. */
  readonly index: string | null;
  /** All of it in one line: `52,8 h de 48 h; menos es mejor (110 %)`. */
  readonly line: string;
}

const DIRECTIONS = { less: 'lessIsBetter', more: 'moreIsBetter', between: 'betweenIsBetter' } as const;

/**
 * A figure in a few words: its own unit first, the standard, which way is better, and the index
 * last. Null where there is no figure. Rounded so that it never contradicts the verdict.
 *
 * @example writeResult(figure, sheet, 'es')?.line // '52,8 h de 48 h; menos es mejor (110 %)'
 */
export function writeResult(figure: Figure, sheet: Sheet, language: Language): ResultWords | null {
  const shown = showFigure(figure, sheet, language);
  if (shown === null) return null;
  const { text: value, standard, better, index } = shown;
  const direction = better === null ? null : PHRASES[language][DIRECTIONS[better]];
  const parts = [printCompared(shown, language), direction].filter((part) => part !== null);
  const line = `${parts.join('; ')}${index === null ? '' : ` (${index})`}`;
  return { value, standard, direction, index, line };
}

/** The value beside the one bound it has; a range is told after it. */
function printCompared({ text, floor, ceiling, unit, standard }: ShownFigure, language: Language): string {
  if (standard === null) return text;
  const bound = floor ?? ceiling;
  if (bound === null || (floor !== null && ceiling !== null)) return `${text}; ${standard}`;
  const printed = unit === 'ratio' ? printPercent(bound, language) : printQuantity(bound, unit, language);
  return `${text} ${language === 'es' ? 'de' : 'of'} ${printed}`;
}
