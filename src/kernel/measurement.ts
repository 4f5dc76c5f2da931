import type { Params } from './problem.ts';
import type { Language } from './text.ts';

export type Verdict = 'met' | 'not-met' | 'met-with-alert' | 'no-data';

/** Something the reader must know before believing the figure; words come from the sentences room. */
export interface Warning {
  readonly code: string;
  readonly params: Params;
}

/** The standard that the verdict used. Where facts met several, floor and ceiling are weighted by their denominators. */
export interface StandardApplied {
  readonly floor: number | null;
  readonly ceiling: number | null;
  readonly tolerance: number | null;
  readonly historical_error: number | null;
  /** Limit of one fact in `limit_unit`; null when facts have limits of their own. */
  readonly limit: number | null;
  readonly limit_unit: string | null;
  readonly from: string;
}

/**
 * One figure of one indicator: what `measure --json` prints. `value = numerator / denominator`
 * always. Durations and limits inside numerator and denominator are in `measure_unit`.
 */
export interface Measurement {
  readonly indicator: string;
  readonly dimensions: Readonly<Record<string, string | null>>;
  /** Null when there is no figure (verdict `no-data`). 1.10 is 110 %. */
  readonly value: number | null;
  /** `ratio`, or the unit of a formula that is not a ratio (`count`, `h`...). */
  readonly unit: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Facts (weights) in the denominator's population. */
  readonly n: number;
  /** Unit of p50, p90 and of the durations in numerator and denominator; null for shares. */
  readonly measure_unit: string | null;
  /** Percentiles (type 7) of the measure over the facts in the mean, in `measure_unit`. */
  readonly p50: number | null;
  readonly p90: number | null;
  /** Share of facts within their own limit; an open one past its limit is outside. */
  readonly inside_standard: { readonly share: number; readonly n: number } | null;
  readonly open: { readonly count: number; readonly past_limit: number };
  readonly standard: StandardApplied | null;
  readonly verdict: Verdict;
  /** True while any fact of the period is open. */
  readonly provisional: boolean;
  readonly warnings: readonly Warning[];
  readonly sentences: Readonly<Record<Language, string>>;
}
