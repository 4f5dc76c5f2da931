import type { Dataset, StandardMinutes } from '../kernel/index.ts';
import type { Aggregate, CheckedIndicator, CheckedStandard, Vocabulary } from '../language/index.ts';

/** The instant at which open facts are looked at, of one data set. */
export interface Cut {
  readonly us: bigint;
  /** Given by the user: facts after it do not exist yet, closings after it have not happened. */
  readonly explicit: boolean;
  /** Working time of each calendar at the cut, in microseconds. */
  readonly work: ReadonlyMap<string, bigint>;
  /** Calendar of units that declare none. */
  readonly default_calendar?: string | null;
  /** Rows of one import that are known until another instant than the rest, and are looked at from it. */
  readonly of_import?: {
    readonly seq: number;
    readonly us: bigint;
    readonly work: ReadonlyMap<string, bigint>;
  };
}

export interface MeasureRequest {
  /** Local dates, half-open. */
  readonly from: string;
  readonly to: string;
  readonly by: readonly string[];
  /** Facts kept before anything is computed: those with one of the values in each dimension; all where absent. */
  readonly only?: readonly { readonly dimension: string; readonly values: readonly string[] }[];
  /** Facts that count no more, by approval; none where absent. */
  readonly without?: readonly LeftOut[];
  /** By data set. */
  readonly cuts: ReadonlyMap<string, Cut>;
}

/** Facts of one data set that were left out of a period by approval. */
export interface LeftOut {
  readonly dataset: string;
  /** The one indicator they count no more in; null for all. */
  readonly indicator: string | null;
  /** Local dates, half-open, of the period they are left out of. */
  readonly from: string;
  readonly to: string;
  /** The columns of each fact's key as text, in the order of the data set; empty for none. */
  readonly keys: readonly (readonly string[])[];
}

export interface PlanContext {
  readonly vocabulary: Vocabulary;
  readonly standard_minutes: readonly StandardMinutes[];
}

/** What happened to a fact inside an indicator, as the SQL writes it; 10 and above: left out by reason. */
export const STATE = {
  counted: 0,
  open: 1,
  open_past_limit: 2,
  outside: 3,
  unmeasured: 4,
  /** In the population, but no part of the formula asks for it: a complaint for another reason. */
  not_asked: 5,
  /** No standard reaches it, and the formula asks for its limit. */
  without_standard: 6,
  /** Left out of its period by approval. */
  withdrawn: 7,
  excluded: 10,
} as const;

/** Where the value of one aggregate comes out: statement of its data set, and column of the result. */
export interface Slot {
  readonly dataset: string;
  readonly statement: string;
  readonly column: string;
  readonly aggregate: Aggregate;
}

/** An indicator placed in a plan. */
export interface PlannedIndicator {
  readonly indicator: CheckedIndicator;
  /** Statement over its own data set and date. */
  readonly home: string;
  /** Measured indicators are told apart by this number in column `indicator` of their home result. */
  readonly key: number | null;
  readonly slots: readonly Slot[];
  /** Denominator aggregates again, by standard, where more than one standard meets the period. */
  readonly by_standard: readonly (readonly Slot[])[];
  /** Standards that can meet facts of the period, in the order they are tried. */
  readonly standards: readonly CheckedStandard[];
  /** Columns of riders: facts behind numerator, denominator and each aggregate; rows left out by reason. */
  readonly facts: {
    readonly numerator: Slot | null;
    readonly denominator: Slot | null;
    readonly any: readonly Slot[];
  };
  readonly excluded: readonly { readonly code: string; readonly slot: Slot | null; readonly state: number }[];
  /** True when n counts people (the denominator is installed capacity), not facts. */
  readonly counts_people: boolean;
  /** Where a value was taken from when two were possible (`first_known`). */
  readonly coverage: { readonly first: Slot; readonly second: Slot; readonly neither: Slot } | null;
}

/** One statement over one data set by one of its dates: every indicator asked for, in one scan. */
export interface DatasetPlan {
  readonly statement: string;
  readonly dataset: Dataset;
  readonly sql: string;
}

export interface Plan {
  readonly request: MeasureRequest;
  readonly indicators: readonly PlannedIndicator[];
  readonly datasets: readonly DatasetPlan[];
  /** Indicators that cannot be split as asked. */
  readonly unavailable: readonly {
    readonly indicator: string;
    readonly dimension: string;
    readonly dataset: string;
  }[];
}
