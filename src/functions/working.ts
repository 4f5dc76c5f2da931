import type { RowFunction } from './function-definition.ts';
import { face } from './sql-value.ts';
import { quantityType } from './value-type.ts';

/**
 * Open time of the unit's calendar between two instants, in microseconds: lunch, nights,
 * weekends and holidays do not count. Each instant carries its position in working time,
 * written when the fact was projected, so this is a subtraction.
 *
 * @example working('2011-06-03 15:00', '2011-06-06 15:00') // 7 h, open Monday to Friday 9:00-16:00
 */
export const working: RowFunction = {
  kind: 'row',
  name: 'working',
  spanish: 'laborable',
  about: {
    es: 'tiempo laborable entre dos momentos',
    en: 'working time between two instants',
  },
  parameters: ['instant', 'instant'],
  result: () => quantityType('working-time'),
  nulls: 'strict',
  sql: { duckdb: ([a, b]) => `(${face(b!, 'work')} - ${face(a!, 'work')})` },
};
