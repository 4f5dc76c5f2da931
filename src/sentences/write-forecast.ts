import type { Language } from '../kernel/index.ts';
import { printNumber } from './print-number.ts';
import { printPercent } from './print-percent.ts';
import { printPeriod } from './print-period.ts';
import { capitalize } from './sentence-case.ts';

/** Where a month that is under way is heading. Amounts are already in words of the language. */
export interface ToldForecast {
  readonly period: string;
  /** Working days that have passed, and those of the month. */
  readonly passed: number;
  readonly days: number;
  readonly value: string;
  readonly low: string;
  readonly high: string;
  /** Share of months that close inside. */
  readonly level: number;
  /** Closed months it was learnt from. */
  readonly months: number;
  /** `como máximo 48 h`; null without a standard. */
  readonly standard: string | null;
  /** Probability that it closes outside its standard; null without one. */
  readonly risk: number | null;
}

/** Beyond these, a chance is told as a certainty would be: almost. */
const ALMOST = 0.05;

/**
 * A forecast in words, with its interval and what it rests on.
 *
 * @example
 * // «A 11 de 22 días laborables, mayo de 2012 va hacia 47 h; 80 de cada 100 meses así cierran entre 44 h y
 * // 50 h (sale de 18 meses cerrados). La probabilidad de que no cumpla (como máximo 48 h) es de 35 %.»
 */
export function writeForecast(told: ToldForecast, language: Language): string {
  const { value, low, high, standard, risk } = told;
  const print = (n: number) => printNumber(n, language);
  const month = printPeriod(told.period, language);
  const level = print(Math.round(told.level * 100));
  const es = language === 'es';
  const where = es
    ? `A ${print(told.passed)} de ${print(told.days)} días laborables, ${month} va hacia ${value}; ${level} de cada 100 meses así cierran entre ${low} y ${high} (sale de ${print(told.months)} meses cerrados).`
    : `At ${print(told.passed)} of ${print(told.days)} working days, ${month} is heading to ${value}; ${level} of every 100 such months close between ${low} and ${high} (from ${print(told.months)} closed months).`;
  if (risk === null || standard === null) return capitalize(where);
  if (risk <= ALMOST)
    return es
      ? `${where} Casi seguro cumplirá (${standard}).`
      : `${where} It will almost surely meet its standard (${standard}).`;
  if (risk >= 1 - ALMOST)
    return es
      ? `${where} Casi seguro no cumplirá (${standard}).`
      : `${where} It will almost surely fail its standard (${standard}).`;
  const chance = printPercent(Math.round(risk * 100) / 100, language);
  return es
    ? `${where} La probabilidad de que no cumpla (${standard}) es de ${chance}.`
    : `${where} The chance that it fails its standard (${standard}) is ${chance}.`;
}
