import type { Dataset, StandardMinutes } from '../kernel/index.ts';
import type { Aggregate, CheckedIndicator, CheckedStandard, Vocabulary } from '../language/index.ts';

/** The instant at which open facts are looked at, of one data set. */
export interface Cut {
  readonly us: bigint;
  /** Given by the user: facts after it do not exist yet, closings after it have not happened. */
  readonly explicit: boolean;
  /** Working time of each calendar at the cut, in microseconds. */
  readonly work: ReadonlyMap<string, bigint>;
}

export interface MeasureRequest {
  /** Local dates, half-open. */
  readonly from: string;
  readonly to: string;
  readonly by: readonly string[];
  /** By data set. */
  readonly cuts: ReadonlyMap<string, Cut>;
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
  excluded: 10,
} as const;

/** Where the value of one aggregate comes out: data set and column of its result. */
export interface Slot {
  readonly dataset: string;
  readonly column: string;
  readonly aggregate: Aggregate;
}

/** An indicator placed in a plan. */
export interface PlannedIndicator {
  readonly indicator: CheckedIndicator;
  /** Measured indicators are told apart by this number in column `indicator` of their home result. */
  readonly key: number | null;
  readonly slots: readonly Slot[];
  /** Denominator aggregates again, by standard, where more than one standard meets the period. */
  readonly by_standard: readonly (readonly Slot[])[];
  /** Standards that can meet facts of the period, in the order they are tried. */
  readonly standards: readonly CheckedStandard[];
  /** Columns of riders: facts behind numerator and denominator, rows left out by reason. */
  readonly facts: { readonly numerator: Slot | null; readonly denominator: Slot | null };
  readonly excluded: readonly { readonly code: string; readonly slot: Slot | null; readonly state: number }[];
  /** True when n counts people (the denominator is installed capacity), not facts. */
  readonly counts_people: boolean;
  /** Where a value was taken from when two were possible (`first_known`). */
  readonly coverage: { readonly first: Slot; readonly second: Slot; readonly neither: Slot } | null;
}

/** One statement over one data set: every indicator asked for, in one scan. */
export interface DatasetPlan {
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
