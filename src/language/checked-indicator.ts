import type { BasicOperation, ValueType } from '../functions/index.ts';
import type { Dimension, Direction } from '../kernel/index.ts';
import type { RowExpression } from './row-expression.ts';

/** An exact fraction as plain data. */
export interface PlainRational {
  readonly num: string;
  readonly den: string;
}

/** One basic aggregate over the rows of one data set. */
export interface Aggregate {
  readonly dataset: string;
  readonly operation: BasicOperation;
  readonly argument: RowExpression | null;
  /** Further condition of this aggregate alone, beside the population of its indicator. */
  readonly where: RowExpression | null;
  /** For quantiles: the share below. */
  readonly fraction: PlainRational | null;
  readonly type: Extract<ValueType, { kind: 'quantity' }>;
}

/** Arithmetic over aggregates without division: what stands above or below the line of a formula. */
export type Term =
  /** In base units of its dimension: `6 min` is 360,000,000 of `time`. */
  | { readonly kind: 'constant'; readonly value: PlainRational; readonly dimension: Dimension }
  | { readonly kind: 'aggregate'; readonly index: number }
  | { readonly kind: 'operation'; readonly op: '+' | '-' | '*'; readonly left: Term; readonly right: Term };

export interface CheckedStandard {
  readonly from: string;
  readonly where: RowExpression | null;
  readonly direction: Direction;
  readonly floor: PlainRational | null;
  readonly ceiling: PlainRational | null;
  readonly limit: RowExpression | null;
  readonly tolerance: PlainRational | null;
  readonly historical_error: PlainRational | null;
}

/**
 * An indicator whose every name exists and whose units go together: plain data, ready to be
 * planned. `value = numerator / denominator`, both terms over `aggregates`.
 */
export interface CheckedIndicator {
  readonly id: string;
  readonly dataset: string;
  /** Column that puts a fact in a period. */
  readonly date: string;
  readonly scope: RowExpression | null;
  readonly where: RowExpression | null;
  readonly except: readonly { readonly code: string; readonly where: RowExpression }[];
  readonly measure: RowExpression | null;
  /** True when the measure ends where the fact closes: facts not closed at the cut are open. */
  readonly closes: boolean;
  readonly measure_unit: string | null;
  /** `ratio`, or the unit the value is shown in when the formula is not a ratio. */
  readonly unit: string;
  readonly aggregates: readonly Aggregate[];
  readonly numerator: Term;
  readonly denominator: Term | null;
  readonly standards: readonly CheckedStandard[];
}
