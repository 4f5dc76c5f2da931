import type { LocalText, Verdict } from '../../kernel/index.ts';
import type { SeriesDimensions } from '../../ledger/index.ts';
import type { Standing } from '../../sentences/index.ts';

/** A point of the small picture of a signal, in the scale of `limits`. */
export interface SignalPoint {
  readonly period: string;
  readonly value: number | null;
  readonly provisional: boolean;
  /** Whether it fires a rule on the same side as the last one. */
  readonly flagged: boolean;
  /** Its special cause is known. */
  readonly explained: boolean;
}

/** What waits for somebody's approval about a series. */
export interface WaitingNote {
  readonly proposal: number;
  readonly kind: 'annotate-point' | 'reset-baseline';
  readonly period: string;
  readonly reason: string;
  readonly excluded: boolean;
  readonly proposed_by: string | null;
  readonly proposed_at: string;
  readonly may_approve: boolean;
  readonly own: boolean;
}

/** One series whose last settled point is no accident. */
export interface SignalLine {
  /** Names the series: `plazo-pin {"unit":"Sur"}`. */
  readonly key: string;
  readonly indicator: string;
  readonly code: string | null;
  readonly name: LocalText;
  readonly process: { readonly id: string; readonly name: LocalText };
  /** Empty for the whole. */
  readonly dimensions: SeriesDimensions;
  /** The part in words: «Guayaquil Sur»; null for the whole. */
  readonly part: LocalText | null;
  readonly period: string;
  readonly rule: 'outside' | 'run-of-eight' | 'three-of-four';
  readonly side: 'above' | 'below';
  readonly since: string;
  /** First period of the stretch on this side: a signal already seen is the same one while it lasts. */
  readonly side_since: string;
  readonly better: boolean | null;
  readonly standing: Standing;
  readonly verdict: Verdict;
  /** Distance to the centre, in sigmas of the process. */
  readonly sigmas: number;
  /** Facts (or, where n counts people, attentions) of the period. */
  readonly n: number;
  readonly value: LocalText;
  readonly standard: LocalText | null;
  /** `entre 40,8 h y 57,7 h`; empty where nothing bounds it. */
  readonly usual: LocalText;
  readonly sentence: LocalText;
  readonly points: readonly SignalPoint[];
  readonly limits: { readonly centre: number; readonly upper: number | null; readonly lower: number | null };
  /** The bound of the standard that counts, in the same scale; null without one. */
  readonly bound: number | null;
  /** Of a whole: its parts that changed the same way, told here and not again. */
  readonly parts: { readonly n: number; readonly names: readonly LocalText[] };
  /** The approved cause of the point; null while nobody told one. */
  readonly cause: string | null;
  /** That whoever asks said to have seen it; null while not. */
  readonly seen_at: string | null;
  readonly waiting: readonly WaitingNote[];
}

/** Indicators, whole, of one of the readings, and parts of any that come to it. */
export interface StandingCount {
  readonly standing: Standing;
  readonly indicators: readonly {
    readonly id: string;
    readonly name: LocalText;
    readonly sentence: LocalText;
  }[];
  readonly parts: number;
}

/** A standard met with ease for a year. */
export interface EasyStandard {
  readonly id: string;
  readonly name: LocalText;
  readonly sentence: LocalText;
}

/** The signals of a month within what somebody reaches. */
export interface SignalsView {
  /** The month looked at, and the first of the series read. */
  readonly period: string;
  readonly from: string;
  /** Series read. */
  readonly watched: number;
  /** The day's list, ranked: at most `per_day` lines, without what was seen or explained. */
  readonly today: readonly SignalLine[];
  readonly per_day: number;
  /** Every signal of the month, ranked, those folded into a whole apart. */
  readonly lines: readonly SignalLine[];
  /** Of them: not in today's list, by why. */
  readonly more: number;
  readonly seen: number;
  readonly explained: number;
  /** Parts told within their whole. */
  readonly folded: number;
  readonly standings: readonly StandingCount[];
  readonly easy: readonly EasyStandard[];
  readonly sentence: LocalText;
}
