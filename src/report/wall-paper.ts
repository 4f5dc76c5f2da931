import type { Verdict } from '../kernel/index.ts';

/** One indicator of a page for the wall; texts in its language. */
export interface WallRow {
  readonly name: string;
  /** `52,8 h`. */
  readonly result: string;
  /** `como máximo 48 h`; null without a standard. */
  readonly standard: string | null;
  /** `menos es mejor`; null without a standard. */
  readonly direction: string | null;
  readonly verdict: Verdict;
  readonly verdict_text: string;
  readonly hides_tail: boolean;
  /** How it goes, in words. */
  readonly trend: string;
  readonly n: number;
  /** Whether n is of people. */
  readonly counts_people: boolean;
  /** Too few facts to say much. */
  readonly is_small: boolean;
}

/** A page to hang on the wall of a unit. */
export interface WallPaper {
  readonly period: string;
  /** Null for the whole institution. */
  readonly unit: string | null;
  readonly provisional: boolean;
  /** How many meet their standard. */
  readonly count: string;
  /** Thanks, and what asks for attention. */
  readonly sentence: string;
  readonly rows: readonly WallRow[];
  /** What is not on the page, in words; null where all is. */
  readonly rest: string | null;
}
