import type { LocalText } from '../kernel/index.ts';
import type { SqlValue } from './sql-value.ts';
import type { ValueKind, ValueType } from './value-type.ts';

/** A function of the values of one row. */
export interface RowFunction {
  readonly kind: 'row';
  readonly name: string;
  /** The word an author may try in Spanish; used to suggest the right name. */
  readonly spanish: string;
  readonly about: LocalText;
  readonly parameters: readonly ValueKind[];
  /** Type of the result, or null when the arguments' units do not go together. */
  readonly result: (args: readonly ValueType[]) => ValueType | null;
  /** `strict`: empty when any argument is empty. `first`: the first argument that is not. */
  readonly nulls: 'strict' | 'first';
  readonly sql: { readonly duckdb: (args: readonly SqlValue[]) => string };
}

/** The aggregates an engine computes; every aggregate function is made of these. */
export type BasicOperation = 'sum' | 'count' | 'quantile' | 'min' | 'max' | 'distinct';

/** What an aggregate function stands for: one basic operation over another (or over nothing). */
export interface Expansion {
  readonly numerator: BasicStep;
  readonly denominator: BasicStep | null;
}

/** `argument`: over the first argument; `known`: counts rows where it is not empty; `holds`: counts rows where it is true. */
export interface BasicStep {
  readonly operation: BasicOperation;
  readonly over: 'argument' | 'known' | 'holds' | 'rows';
}

/** A function over the rows of a group. */
export interface AggregateFunction {
  readonly kind: 'aggregate';
  readonly name: string;
  readonly spanish: string;
  readonly about: LocalText;
  /** Kind of the argument; null for a function that may stand without one. */
  readonly parameter: ValueKind | null;
  /** True when a second argument, a share between 0 and 1, is required (percentile). */
  readonly fraction: boolean;
  /** Share a fixed percentile stands for: the median is one half. */
  readonly fixed_fraction?: readonly [bigint, bigint];
  /** Whether results of parts can be added up; others must be computed from the rows. */
  readonly additive: boolean;
  readonly result: (arg: ValueType | null) => ValueType | null;
  readonly expansion: Expansion;
}

export type FunctionDefinition = RowFunction | AggregateFunction;
