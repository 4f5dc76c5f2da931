import type { Language } from '../kernel/index.ts';
import { printTime } from './print-time.ts';

const MINUTE_S = 60;

/**
 * A time that passed between two events, from seconds, in the unit in which it is small.
 *
 * @example printLapse(48120, 'es') // '13,4 h'
 * @example printLapse(521400, 'es') // '6 días'
 */
export function printLapse(seconds: number, language: Language): string {
  return printTime(seconds / MINUTE_S, language);
}
