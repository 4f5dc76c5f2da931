import type { LocalText, Verdict } from '../../kernel/index.ts';
import type { TrendView } from '../../charts/index.ts';
import type { Difference } from '../../statistics/index.ts';

/** One of the periods compared. */
export interface ProofSide {
  /** `2020-03..2021-02`. */
  readonly period: string;
  /** Whole periods of the series in it: months as a rule. */
  readonly periods: number;
  /** In the unit of the indicator, by month where the proof says so; null without facts. */
  readonly value: number | null;
  /** The value without any rounding, as `num/den`; null where it is worked out from months. */
  readonly exact: string | null;
  /** The value with its unit, as its sheet tells it. */
  readonly text: LocalText | null;
  readonly n: number;
  /** Facts not closed yet, and those of them past their limit. */
  readonly open: { readonly count: number; readonly past_limit: number };
  readonly verdict: Verdict;
  /** `como máximo 24 h`; null without a standard. */
  readonly standard: LocalText | null;
}

/** What a proof comes to. `against` went the wrong way; `also-there` did the same where nothing was changed. */
export type ProofOutcome =
  | 'improved'
  | 'against'
  | 'moved'
  | 'also-there'
  | 'unclear'
  | 'too-few'
  | 'running'
  | 'no-after'
  | 'no-before';

/** A difference with its interval in words: `entre −61,9 h y −58,1 h`. */
export interface ToldDifference extends Difference {
  readonly text: LocalText;
  readonly low_text: LocalText | null;
  readonly high_text: LocalText | null;
}

/** How those did where nothing was changed. */
export interface ProofComparison {
  readonly units: readonly string[];
  readonly before: ProofSide;
  readonly after: ProofSide;
  /** How much more the units of the change moved than these; null where it cannot be worked out. */
  readonly more: ToldDifference | null;
}

/** Something else that happened at the time, so that the reader judges. */
export interface Meanwhile {
  readonly kind: 'said' | 'improvement' | 'note' | 'standard';
  readonly text: LocalText;
}

export interface ProofWarning {
  readonly code: string;
  readonly text: LocalText;
}

/** Before and after of an indicator, from the facts as they are. Plain data: it is frozen with a closing. */
export interface Proof {
  readonly indicator: string;
  readonly name: LocalText;
  readonly unit: string;
  /** The part it is of; null for the whole. */
  readonly units: readonly string[] | null;
  /** The way that is better; null where neither is. */
  readonly wanted: 'lower' | 'higher' | null;
  /** Totals are compared by what they come to in a month. */
  readonly per: 'month' | null;
  readonly as_of: string | null;
  readonly before: ProofSide;
  readonly after: ProofSide | null;
  readonly difference: ToldDifference | null;
  /** By how much of itself it changed: exact where it can be, with the interval as a share of the baseline. */
  readonly change: {
    readonly value: number;
    readonly exact: string | null;
    readonly low: number | null;
    readonly high: number | null;
  } | null;
  readonly comparison: ProofComparison | null;
  readonly meanwhile: readonly Meanwhile[];
  readonly warnings: readonly ProofWarning[];
  readonly outcome: ProofOutcome;
  /** The indicator went the way it should, beyond what chance does, and not elsewhere alike. */
  readonly worked: boolean;
  readonly sentence: LocalText;
  /** The periods as they came out, against the usual limits of those before. */
  readonly trend: TrendView;
  /** First period of the series after the change; null without any. */
  readonly change_at: string | null;
  readonly trend_others: TrendView | null;
  /** Points before the change that are no accident: the baseline was moving already. */
  readonly unstable: readonly string[];
  /** Points after it that are no accident against the limits of before. */
  readonly signals: readonly string[];
}
