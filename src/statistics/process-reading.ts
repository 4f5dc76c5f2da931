/** With fewer points limits would say more than is known. */
export const SMALLEST_BASELINE = 6;
/** With fewer points limits are provisional (*límites provisionales*): they still move with each new one. */
export const FULL_BASELINE = 12;

/** Limits, all in the unit of the values. */
export interface ProcessLimits {
  /** What the baseline comes to: the mean of its values, or of shares and rates all of it together. */
  readonly centre: number;
  /**
   * Null where the limit lies beyond what the value can be (a share above 1, a time below 0). Of shares and
   * rates, whose limits go by the n of each point, those of the latest point.
   */
  readonly upper: number | null;
  readonly lower: number | null;
  /** Mean of the baseline's moving ranges, and the most a single one may be. */
  readonly range_centre: number;
  readonly range_upper: number;
  /** Values of the baseline. */
  readonly n: number;
}

/** The limits of one point. */
export interface PointLimits {
  readonly centre: number;
  /** Null where the limit lies beyond what the value can be. */
  readonly upper: number | null;
  readonly lower: number | null;
  /** From the centre to a limit, whether or not a value can be there. */
  readonly reach: number;
}

/**
 * How limits were worked out: of values by their moving ranges (`xmr`), of shares (`p`) and rates (`u`) by
 * their n; `-prime` where they move more than their n explains and the limits were widened by as much.
 */
export type LimitMethod = 'xmr' | 'p' | 'p-prime' | 'u' | 'u-prime';

/** Successive points with the same limits: from one baseline to the next. */
export interface Stretch {
  /** Positions `[from, to)` of the series. */
  readonly from: number;
  readonly to: number;
  /** Null with fewer than six values in its baseline. */
  readonly limits: ProcessLimits | null;
  readonly method: LimitMethod;
  /** Values that set the limits: those of its baseline, without gaps and without what was excluded. */
  readonly n: number;
  /** Six to eleven values: there are limits, and they still move. */
  readonly provisional: boolean;
  /**
   * Of shares and rates: how much they move, as a multiple of what their n alone explains (1 is as much).
   * Null of values, and without limits.
   */
  readonly dispersion: number | null;
  /** That the dispersion is more than chance explains (one-sided, 5 %). */
  readonly overdispersed: boolean;
  /**
   * Of shares and rates: so few events (or so few that were none) per point, under two on average, that a
   * limit is passed oftener by chance than elsewhere. To be read as a hint.
   */
  readonly sparse: boolean;
}

/** A point that is no accident. */
export interface Signal {
  readonly index: number;
  /** Outside a limit; eighth or later of a run on one side; third of four nearer a limit than the centre. */
  readonly rule: 'outside' | 'run-of-eight' | 'three-of-four';
  readonly side: 'above' | 'below';
}

/** A series read against its own limits, whichever way these were worked out. */
export interface ProcessReading {
  /** Those in force, of the last stretch; null with fewer than six values in its baseline. */
  readonly limits: ProcessLimits | null;
  /** Values in that baseline, whether or not they suffice. */
  readonly n: number;
  /** Of the last stretch: its limits come from six to eleven values. */
  readonly provisional: boolean;
  /** Of the last stretch. */
  readonly method: LimitMethod;
  /** Oldest first; one, unless baselines were given. */
  readonly stretches: readonly Stretch[];
  /** For each position its limits; null where its stretch has none, and at a gap of shares and rates. */
  readonly points: readonly (PointLimits | null)[];
  /** For each value its distance to the one before; null for the first of a stretch, and beside a gap. */
  readonly ranges: readonly (number | null)[];
  readonly signals: readonly Signal[];
}

/** From where limits are taken. Positions are those of the series, gaps counted. */
export interface BaselineOptions {
  /** One stretch, whose limits are taken from `[from, to)`; the whole series where absent. */
  readonly baseline?: { readonly from: number; readonly to: number };
  /**
   * Instead: at each `from` a stretch begins, with limits of its own, taken from its points before `to`
   * (all of them where absent). What is before the first is a stretch too.
   */
  readonly baselines?: readonly { readonly from: number; readonly to?: number }[];
  /** Positions with a special cause: they set no limit, and are read against it as any other. */
  readonly excluded?: readonly number[];
}
