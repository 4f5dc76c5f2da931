import type { LocalText, Verdict } from '../kernel/index.ts';
import type { MonthLoop } from './month-loop.ts';
import type { SheetPaper } from './sheet-paper.ts';

/** A process with its complaints and its indicators. */
export interface MonthProcess {
  readonly id: string;
  readonly name: LocalText;
  /** Complaints of the period that name it, not what depends on it; null where none can be counted. */
  readonly complaints: number | null;
  /** Ids of its indicators, in the order of the report. */
  readonly indicators: readonly string[];
}

/** What the monthly report needs, gathered; figures as the sheets have them. */
export interface MonthPaper {
  readonly period: string;
  readonly previous: string;
  /** One sentence: how many do not meet their standard. */
  readonly sentence: string;
  readonly provisional: boolean;
  readonly units: readonly string[] | null;
  readonly processes: readonly MonthProcess[];
  /** Complaints of all processes; null without a file of them. */
  readonly complaints: number | null;
  readonly sheets: readonly SheetPaper[];
  /** Names of indicators that cannot be told by the units the person reaches. */
  readonly apart: readonly LocalText[];
  /** The same figures a month before. */
  readonly changes: readonly MonthChange[];
  /** Signals, decisions, results, closing and workshops; absent where they were not gathered. */
  readonly loop?: MonthLoop;
}

/** One indicator against the month before. */
export interface MonthChange {
  readonly indicator: string;
  readonly before: { readonly text: string; readonly verdict: Verdict } | null;
  /** Whether it had a standard the month before: without one nothing could be compared then. */
  readonly had_standard: boolean;
  readonly now: { readonly text: string; readonly verdict: Verdict } | null;
  /** How it stands to its usual limits, as its trend says: beyond them to the good side, to the bad one, or inside. */
  readonly moves: 'better' | 'worse' | 'rises' | 'falls' | 'same' | 'tooShort';
}
