import type { AggregateFunction } from './function-definition.ts';

/**
 * Middle value of a quantity: the percentile of one half, by type 7.
 *
 * @example median(x) over 1, 2, 3, 10 // 2.5
 */
export const median: AggregateFunction = {
  kind: 'aggregate',
  name: 'median',
  spanish: 'mediana',
  about: {
    es: 'valor central de una cantidad',
    en: 'middle value of a quantity',
  },
  parameter: 'quantity',
  fraction: false,
  fixed_fraction: [1n, 2n],
  additive: false,
  result: (arg) => arg,
  expansion: {
    numerator: { operation: 'quantile', over: 'argument' },
    denominator: null,
  },
};
