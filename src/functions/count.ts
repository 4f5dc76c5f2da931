import type { AggregateFunction } from './function-definition.ts';
import { quantityType } from './value-type.ts';

/**
 * Number of facts: the sum of the rows' weights (1 each where the data set has none).
 *
 * @example count() over rows of quantity 3, empty, 2 // 6
 */
export const count: AggregateFunction = {
  kind: 'aggregate',
  name: 'count',
  spanish: 'contar',
  about: { es: 'número de hechos', en: 'number of facts' },
  parameter: null,
  fraction: false,

  additive: true,
  result: () => quantityType('count'),
  expansion: {
    numerator: { operation: 'count', over: 'rows' },
    denominator: null,
  },
};
