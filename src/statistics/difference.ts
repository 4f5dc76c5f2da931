/** What changed from a before to an after, in the unit of the values (shares as ratios). */
export interface Difference {
  /** After less before: below 0 it fell. */
  readonly difference: number;
  /** What the true difference may be, at `level`; both null where the facts do not say. */
  readonly low: number | null;
  readonly high: number | null;
  /** 0.95 unless another was asked for. */
  readonly level: number;
  /**
   * Probability of a difference of at least this size where nothing changed, two-sided; null where the facts
   * do not say.
   */
  readonly p: number | null;
  /** How the interval was worked out. */
  readonly method:
    | 'newcombe'
    | 'rate-scores'
    | 'welch'
    | 'paired'
    | 'order-statistics'
    | 'changes-by-scores'
    | 'changes-by-means';
  /** How p was worked out. */
  readonly test: 'pooled-z' | 'fisher' | 'pooled-rate' | 'exact-rate' | 't' | 'scores';
  /** Facts (of shares, means and percentiles), events' exposure (of rates), or pairs. */
  readonly n_before: number;
  readonly n_after: number;
}

/** Ninety-five of a hundred such intervals hold the true value. */
export const USUAL_LEVEL = 0.95;
