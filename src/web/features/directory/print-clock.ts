import { printInstant } from '../../../sentences/index.ts';

const MIDNIGHT = Date.UTC(1970, 0, 1);
const MINUTE_MS = 60_000;
const WHOLE_DAY_MIN = 1440;

/**
 * Minutes from midnight as a time of the wall clock; the end of the day is 24:00.
 *
 * @example printClock(540) // '9:00'
 */
export function printClock(minutes: number): string {
  if (minutes === WHOLE_DAY_MIN) return '24:00';
  const [, time = ''] = printInstant(
    new Date(MIDNIGHT + minutes * MINUTE_MS).toISOString().slice(0, 16),
    'es',
  ).split(', ');
  return time.replace(/^0/, '');
}
