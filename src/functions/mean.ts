import type { AggregateFunction } from './function-definition.ts';

/**
 * Weighted mean of a quantity over the rows where it is known: sum(x) / count of known x. It rolls up by its two parts, never by averaging means.
 *
 * @example mean(minutes) over 6, 8 and empty // 7
 */
export const mean: AggregateFunction = {
  kind: 'aggregate',
  name: 'mean',
  spanish: 'promedio',
  about: { es: 'promedio de una cantidad', en: 'mean of a quantity' },
  parameter: 'quantity',
  fraction: false,

  additive: false,
  result: (arg) => arg,
  expansion: {
    numerator: { operation: 'sum', over: 'argument' },
    denominator: { operation: 'count', over: 'known' },
  },
};
