import type { AggregateFunction } from './function-definition.ts';
import { quantityType } from './value-type.ts';

/**
 * Number of different values of a column, exact; empty is not a value.
 *
 * @example distinct(client) over A, B, A // 2
 */
export const distinct: AggregateFunction = {
  kind: 'aggregate',
  name: 'distinct',
  spanish: 'distintos',
  about: {
    es: 'cuántos valores distintos hay',
    en: 'how many different values there are',
  },
  parameter: 'text',
  fraction: false,

  additive: false,
  result: () => quantityType('count'),
  expansion: {
    numerator: { operation: 'distinct', over: 'argument' },
    denominator: null,
  },
};
