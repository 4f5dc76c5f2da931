import type { LocalText, Verdict } from '../../kernel/index.ts';
import type { ResultWords } from '../../sentences/index.ts';

/** What of an indicator of the period a process needs; the home's list gives it, worst first. */
export interface MeasuredIndicator {
  readonly id: string;
  readonly name: LocalText;
  readonly process: { readonly id: string };
  readonly verdict: Verdict;
  readonly n: number;
  readonly counts_people: boolean;
  readonly hides_tail: boolean;
  readonly result: Readonly<Record<'es' | 'en', ResultWords>> | null;
  readonly sentence: LocalText;
}

/** The figures of a period that a caller reaches, worst first. */
export interface PeriodFigures {
  readonly period: { readonly text: string };
  readonly units: readonly string[] | null;
  readonly person: string | null;
  readonly indicators: readonly MeasuredIndicator[];
}
