import { type Aggregate, type CheckedIndicator } from '../../language/index.ts';
import { toLimitKind } from '../limit-kind.ts';

/**
 * By what a before and an after are compared, from what the formula is made of:
 *
 * - `share`: so many of so many.
 * - `rate`: so many by so many of others.
 * - `count`: a total of events, by month.
 * - `mean`: a mean, or a sum over another sum of the same facts (time taken by time allowed); `above` and `below`
 *   are positions of its aggregates.
 * - `quantile`: a median or percentile of such a measure.
 * - `months`: anything else (loads, money, ratios of sums), by the months as they came out.
 */
export type ProofBasis =
  | { readonly kind: 'share' | 'rate' | 'count' | 'months' }
  | { readonly kind: 'mean'; readonly above: number; readonly below: number }
  | { readonly kind: 'quantile'; readonly index: number; readonly fraction: number };

/** Whether both are added up, or counted, over facts of one data set: then each fact has its part in both. */
function isOfOneFact(above: Aggregate, below: Aggregate): boolean {
  const isAdded = ({ operation }: Aggregate) => operation === 'sum' || operation === 'count';
  return above.dataset === below.dataset && isAdded(above) && isAdded(below);
}

/** By what an indicator is compared; see `ProofBasis`. */
export function toProofBasis(indicator: CheckedIndicator): ProofBasis {
  const { aggregates, numerator, denominator } = indicator;
  const limits = toLimitKind(indicator);
  if (limits === 'share') return { kind: 'share' };
  if (limits === 'rate' && numerator.kind === 'aggregate')
    return { kind: denominator === null ? 'count' : 'rate' };
  if (numerator.kind !== 'aggregate') return { kind: 'months' };
  const over = aggregates[numerator.index]!;
  if (denominator === null)
    return over.operation === 'quantile' && over.fraction !== null
      ? {
          kind: 'quantile',
          index: numerator.index,
          fraction: Number(over.fraction.num) / Number(over.fraction.den),
        }
      : { kind: 'months' };
  if (denominator.kind !== 'aggregate') return { kind: 'months' };
  return isOfOneFact(over, aggregates[denominator.index]!)
    ? { kind: 'mean', above: numerator.index, below: denominator.index }
    : { kind: 'months' };
}

/** Whether a formula gives a total, which grows with the time looked at: it is compared by month. */
export function isTotal({ aggregates, numerator, denominator }: CheckedIndicator): boolean {
  return (
    denominator === null &&
    numerator.kind === 'aggregate' &&
    ['count', 'sum', 'distinct'].includes(aggregates[numerator.index]!.operation)
  );
}
