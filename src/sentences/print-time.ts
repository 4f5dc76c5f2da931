import type { Language } from '../kernel/index.ts';
import { printQuantity } from './print-quantity.ts';

const tenth = (value: number) => Math.round(value * 10) / 10;

/**
 * A stretch of time in the unit in which it is small, from minutes: seconds under a minute, minutes
 * under two hours, hours under two days, then days; one decimal.
 *
 * @example printTime(0.5, 'es') // '30 s'
 * @example printTime(1794, 'es') // '29,9 h'
 */
export function printTime(minutes: number, language: Language): string {
  if (minutes < 1) return printQuantity(Math.round(minutes * 60), 's', language);
  if (minutes < 120) return printQuantity(tenth(minutes), 'min', language);
  if (minutes < 2880) return printQuantity(tenth(minutes / 60), 'h', language);
  return printQuantity(tenth(minutes / 1440), 'day', language);
}
