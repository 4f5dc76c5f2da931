import type { Dimension } from '../kernel/index.ts';

/**
 * What an expression over one row yields. A quantity is an integer in the engine: the value in
 * base units times `scale` (durations: microseconds, scale 1; decimals: millionths; row ratios:
 * 10^-12), so that every sum is exact.
 */
export type ValueType =
  | {
      readonly kind: 'quantity';
      readonly dimension: Dimension;
      readonly scale: number;
    }
  | { readonly kind: 'text'; readonly codes: string | null }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'instant' }
  | { readonly kind: 'date' };

export type ValueKind = ValueType['kind'];

export function quantityType(dimension: Dimension, scale = 1): ValueType {
  return { kind: 'quantity', dimension, scale };
}

/** Row ratios are kept to 12 decimals, cut towards zero: exact to add, the same on every run. */
export const ROW_RATIO_SCALE = 1_000_000_000_000;
