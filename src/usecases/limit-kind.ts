import type { Aggregate, CheckedIndicator, Term } from '../language/index.ts';

/** How the usual limits of an indicator are worked out. */
export type LimitKind = 'values' | 'share' | 'rate';

/**
 * By which limits an indicator is read, from what its formula is made of:
 *
 * - `share`: so many facts of so many of the same data set, or all but so many (`share(…)`,
 *   `sum(quantity where …) / sum(quantity)`, `1 - a / b`): limits by the n of each point (p).
 * - `rate`: a count alone, or so many facts by so many of others: by the exposure of each point (u).
 * - `values`: anything else (times, money, loads, percentiles): by moving ranges (XmR).
 */
export function toLimitKind({ aggregates, numerator, denominator }: CheckedIndicator): LimitKind {
  const read = [...listAggregates(numerator), ...(denominator ? listAggregates(denominator) : [])].map(
    (index) => aggregates[index]!,
  );
  if (read.length === 0 || !read.every(isCount) || (denominator && hasConstant(denominator))) return 'values';
  if (denominator === null) return hasConstant(numerator) ? 'values' : 'rate';
  const isComplement = numerator.kind === 'operation' && numerator.op === '-';
  const isOneSet = new Set(read.map(({ dataset }) => dataset)).size === 1;
  return isOneSet || isComplement ? 'share' : 'rate';
}

function isCount({ operation, type }: Aggregate): boolean {
  if (operation === 'count') return true;
  return operation === 'sum' && type.dimension === 'count';
}

function listAggregates(term: Term): number[] {
  if (term.kind === 'aggregate') return [term.index];
  return term.kind === 'constant' ? [] : [...listAggregates(term.left), ...listAggregates(term.right)];
}

function hasConstant(term: Term): boolean {
  if (term.kind === 'constant') return true;
  return term.kind === 'operation' && (hasConstant(term.left) || hasConstant(term.right));
}
