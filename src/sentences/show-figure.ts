import type { Direction, Language, Sheet } from '../kernel/index.ts';
import { type Decimal, multiplyDecimal, roundDecimal, toDecimal } from './decimal.ts';
import { printPercent } from './print-percent.ts';
import { type Family, type Figure, readMeasurement } from './read-measurement.ts';
import { printShown } from './write-comparison.ts';

/** A figure as a reader sees it: in its own unit first, the index apart. */
export interface ShownFigure {
  /** How the figure is told: see `Family`. */
  readonly family: Family;
  /** Unit of the numbers below; a percentage is a `ratio`: 1.1 is 110 %. */
  readonly unit: string;
  /** To the sixth decimal: what is drawn. */
  readonly value: number;
  readonly floor: number | null;
  readonly ceiling: number | null;
  /** `52,8 h`, with decimals enough not to read like its standard when it differs. */
  readonly text: string;
  /** `110 %` where the figure is told in another unit and the standard is the limit; else null. */
  readonly index: string | null;
  /** `como máximo 48 h`; null without a standard. */
  readonly standard: string | null;
  /** The same with signs, for a small place: `≤ 48 h`. */
  readonly standard_sign: string | null;
  /** Which way is better: between both bounds where there are two; null without a standard. */
  readonly better: 'less' | 'more' | 'between' | null;
}

const HUNDREDTH = toDecimal('0.01');

const BOUNDS = {
  es: { most: 'como máximo', least: 'como mínimo', range: (a: string, b: string) => `de ${a} a ${b}` },
  en: { most: 'at most', least: 'at least', range: (a: string, b: string) => `${a} to ${b}` },
} as const;

/** The way that is better by the standard in force: with a floor and a ceiling, neither less nor more. */
function toBetter(direction: Direction | undefined, isTwoSided: boolean): 'less' | 'more' | 'between' | null {
  if (isTwoSided) return 'between';
  if (direction === 'at-most') return 'less';
  return direction === 'at-least' ? 'more' : null;
}

function toNumber(value: Decimal): number {
  const { digits, scale } = roundDecimal(value, 6);
  return Number(`${digits}e-${scale}`);
}

function printStandard(floor: string | null, ceiling: string | null, language: Language): string | null {
  const words = BOUNDS[language];
  if (floor !== null && ceiling !== null) return words.range(floor, ceiling);
  if (ceiling !== null) return `${words.most} ${ceiling}`;
  return floor === null ? null : `${words.least} ${floor}`;
}

function printSigns(floor: string | null, ceiling: string | null): string | null {
  if (floor !== null && ceiling !== null) return `${floor} – ${ceiling}`;
  if (ceiling !== null) return `≤ ${ceiling}`;
  return floor === null ? null : `≥ ${floor}`;
}

/**
 * A figure in its own unit with its standard in the same unit, as `writeSentence` tells it; null
 * without a value.
 *
 * @example
 * // value 1.1, standard {ceiling: 1, limit: 48, limit_unit: 'h'}
 * // { unit: 'h', value: 52.8, ceiling: 48, text: '52,8 h', index: '110 %', standard: 'como máximo 48 h', ... }
 */
export function showFigure(figure: Figure, sheet: Sheet, language: Language): ShownFigure | null {
  const reading = readMeasurement(figure, sheet);
  if (reading === null || figure.value === null) return null;
  const { unit, family } = reading;
  const print = (bound: Decimal | null) => bound && printShown(bound, unit, language);
  const toKernel = (bound: Decimal | null) =>
    bound && toNumber(unit === 'percent' ? multiplyDecimal(bound, HUNDREDTH) : bound);
  const direction = sheet.standards.find(({ from }) => from === figure.standard?.from)?.direction;
  return {
    family,
    unit: unit === 'percent' ? 'ratio' : unit,
    value: toNumber(toExactShown(figure, family === 'deadline')),
    floor: toKernel(reading.floor),
    ceiling: toKernel(reading.ceiling),
    text: printShown(reading.value, unit, language),
    index: family === 'deadline' ? printPercent(figure.value, language) : null,
    standard: printStandard(print(reading.floor), print(reading.ceiling), language),
    standard_sign: printSigns(print(reading.floor), print(reading.ceiling)),
    better: toBetter(direction, reading.floor !== null && reading.ceiling !== null),
  };
}

/** The value in the unit it is told in, before it is rounded for reading. */
function toExactShown(figure: Figure, isLimited: boolean): Decimal {
  const value = toDecimal(figure.value ?? 0);
  return isLimited ? multiplyDecimal(value, toDecimal(figure.standard?.limit ?? 1)) : value;
}
