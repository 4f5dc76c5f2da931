import { addDays } from '../../../kernel/index.ts';

/**
 * The last time that a batch of that local hour may have run, seen from a wall clock: today, or the
 * day before where its hour has not come.
 *
 * @example toLastRun('22:00', '2026-11-23T08:30') // '2026-11-22T22:00'
 */
export function toLastRun(at: string, now: string): string {
  const [today = '', time = ''] = now.split('T');
  return `${time >= at ? today : addDays(today, -1)}T${at}`;
}
