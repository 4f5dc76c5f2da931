import type { AggregateFunction } from './function-definition.ts';

/**
 * Largest known value of a quantity.
 *
 * @example max(x) over 3, 1, 2 // 3
 */
export const max: AggregateFunction = {
  kind: 'aggregate',
  name: 'max',
  spanish: 'maximo',
  about: { es: 'el valor mayor', en: 'largest value' },
  parameter: 'quantity',
  fraction: false,

  additive: false,
  result: (arg) => arg,
  expansion: {
    numerator: { operation: 'max', over: 'argument' },
    denominator: null,
  },
};
