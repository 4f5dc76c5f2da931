import type { AggregateFunction } from './function-definition.ts';

/**
 * Percentile of a quantity by type 7 (linear between the two nearest order statistics), computed from the rows.
 *
 * @example percentile(x, 95 %) over 1..20 // 19.05
 */
export const percentile: AggregateFunction = {
  kind: 'aggregate',
  name: 'percentile',
  spanish: 'percentil',
  about: { es: 'percentil de una cantidad', en: 'percentile of a quantity' },
  parameter: 'quantity',
  fraction: true,

  additive: false,
  result: (arg) => arg,
  expansion: {
    numerator: { operation: 'quantile', over: 'argument' },
    denominator: null,
  },
};
