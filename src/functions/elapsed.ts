import type { RowFunction } from './function-definition.ts';
import { quantityType } from './value-type.ts';

/**
 * Clock time from one instant to another: `b - a`, in microseconds, nights and weekends included.
 * Empty when either is empty; negative when `b` comes first.
 *
 * @example elapsed('2011-06-03 15:00', '2011-06-06 15:00') // 72 h
 */
export const elapsed: RowFunction = {
  kind: 'row',
  name: 'elapsed',
  spanish: 'transcurrido',
  about: {
    es: 'tiempo de reloj entre dos momentos',
    en: 'clock time between two instants',
  },
  parameters: ['instant', 'instant'],
  result: () => quantityType('time'),
  nulls: 'strict',
  sql: { duckdb: ([a, b]) => `(epoch_us(${b!.sql}) - epoch_us(${a!.sql}))` },
};
