import type { AggregateFunction } from './function-definition.ts';
import { quantityType } from './value-type.ts';

/**
 * Share of the facts for which a condition holds; an empty condition does not hold.
 *
 * @example share(delivered = yes) over yes, yes, no, yes // 0.75
 */
export const share: AggregateFunction = {
  kind: 'aggregate',
  name: 'share',
  spanish: 'proporcion',
  about: {
    es: 'parte de los hechos que cumplen una condición',
    en: 'share of the facts for which a condition holds',
  },
  parameter: 'boolean',
  fraction: false,

  additive: false,
  result: () => quantityType('ratio'),
  expansion: {
    numerator: { operation: 'count', over: 'holds' },
    denominator: { operation: 'count', over: 'rows' },
  },
};
