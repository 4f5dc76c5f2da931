import type { AggregateFunction } from './function-definition.ts';

/**
 * Smallest known value of a quantity.
 *
 * @example min(x) over 3, 1, 2 // 1
 */
export const min: AggregateFunction = {
  kind: 'aggregate',
  name: 'min',
  spanish: 'minimo',
  about: { es: 'el valor menor', en: 'smallest value' },
  parameter: 'quantity',
  fraction: false,

  additive: false,
  result: (arg) => arg,
  expansion: {
    numerator: { operation: 'min', over: 'argument' },
    denominator: null,
  },
};
