import type { RowFunction } from './function-definition.ts';
import { face } from './sql-value.ts';

/**
 * Whether two instants fall on the same date of the unit's wall clock. Empty when either is empty.
 *
 * @example same_day('2011-06-03 23:59', '2011-06-04 00:01') // no
 */
export const sameDay: RowFunction = {
  kind: 'row',
  name: 'same_day',
  spanish: 'mismo_dia',
  about: {
    es: 'si dos momentos caen en el mismo día',
    en: 'whether two instants fall on one date',
  },
  parameters: ['instant', 'instant'],
  result: () => ({ kind: 'boolean' }),
  nulls: 'strict',
  sql: {
    duckdb: ([a, b]) => `(${face(a!, 'local')}::date = ${face(b!, 'local')}::date)`,
  },
};
