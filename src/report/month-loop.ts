import type { Verdict } from '../kernel/index.ts';

/** What the month said beyond its figures, and what was done about it; texts in the language of the paper. */
export interface MonthLoop {
  /** That the month is closed, and how; null while it is open. */
  readonly closing: string | null;
  /** Ranked; `of` is how many there were. */
  readonly signals: {
    readonly of: number;
    readonly lines: readonly {
      readonly name: string;
      /** The part, where it is not the whole. */
      readonly part: string | null;
      readonly period: string;
      readonly value: string;
      readonly n: number;
      readonly verdict: Verdict;
      /** With its month, its usual limits and its standard. */
      readonly sentence: string;
    }[];
  };
  /** Decisions taken in the month. */
  readonly decisions: readonly {
    readonly date: string;
    readonly title: string;
    readonly decision: string;
    readonly reason: string;
    readonly by: string | null;
    /** What it decides about: the fact, in words. */
    readonly fact: string;
  }[];
  /** Improvements closed in the month, with what their proof says. */
  readonly results: readonly { readonly title: string; readonly sentence: string }[];
  /** Workshops held in the month. */
  readonly workshops: readonly { readonly date: string; readonly topic: string; readonly sentence: string }[];
}
