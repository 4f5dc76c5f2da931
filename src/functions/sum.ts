import type { AggregateFunction } from './function-definition.ts';

/**
 * Total of a quantity, each row counted as many times as its weight. Empty values add nothing; empty when no row has one.
 *
 * @example sum(minutes) over 6 and 8 // 14
 */
export const sum: AggregateFunction = {
  kind: 'aggregate',
  name: 'sum',
  spanish: 'suma',
  about: { es: 'total de una cantidad', en: 'total of a quantity' },
  parameter: 'quantity',
  fraction: false,

  additive: true,
  result: (arg) => arg,
  expansion: {
    numerator: { operation: 'sum', over: 'argument' },
    denominator: null,
  },
};
