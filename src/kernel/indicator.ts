import type { CauseBranch } from './improvement.ts';
import type { Rational } from './rational.ts';
import type { LocalText } from './text.ts';

/** Which way is better. `between` wants both a floor and a ceiling. */
export type Direction = 'at-least' | 'at-most' | 'between';

/** A limit for one fact: a constant quantity, or an expression over the fact's own row. */
export interface StandardLimit {
  readonly text: string;
}

/**
 * What a result is compared with, from a date on and, where `where` is given, only for the facts
 * that satisfy it: each fact meets the standard of its own date and place. Ratios are exact.
 */
export interface Standard {
  readonly from: string;
  readonly where: string | null;
  readonly direction: Direction;
  readonly floor: Rational | null;
  readonly ceiling: Rational | null;
  /**
   * Unit in which the floor was written: `%`, the name of a unit, or null for a number without one.
   * Absent when the value is already in the unit the result is shown in.
   */
  readonly floor_unit?: string | null;
  /** The same of the ceiling. */
  readonly ceiling_unit?: string | null;
  /** Limit of one fact as written, e.g. `48 h`, `2 working_h`, `elapsed(opened_at, deadline)`. */
  readonly limit: string | null;
  /** Share of failures accepted by the institution; changes the sentence, never the verdict. */
  readonly tolerance: Rational | null;
  /** Share of failures that history has shown; changes the sentence, never the verdict. */
  readonly historical_error: Rational | null;
}

/** A value to compare with outside the institution: shown with its source and date, never in the verdict. */
export interface ReferenceValue {
  readonly name: LocalText;
  readonly value: string;
  readonly source: string;
  readonly date: string;
}

/**
 * Why an indicator is known to fail, for whoever looks for causes to begin with: a supposition to be
 * checked against the facts, never a finding. What may be done is null where nothing is known.
 */
export interface KnownCause {
  readonly id: string;
  readonly name: LocalText;
  readonly branch: CauseBranch;
  /** What removes it where it happened. */
  readonly corrective: LocalText | null;
  /** What keeps it from coming back. */
  readonly preventive: LocalText | null;
}

/** Rows that stay out of the indicator and are counted by reason. */
export interface Exception {
  readonly code: string;
  readonly where: string;
  readonly text: LocalText;
}

/** A set of rows named once: `scope` is what the reader would expect to see, `where` what counts of it. */
export interface Population {
  readonly id: string;
  readonly dataset: string;
  readonly scope: string | null;
  readonly where: string | null;
  readonly name: LocalText;
}

export const INDICATOR_CLASSES = ['corporativo', 'estrategico', 'operativo'] as const;
export type IndicatorClass = (typeof INDICATOR_CLASSES)[number];
export const INDICATOR_TYPES = [
  'eficiencia',
  'eficacia',
  'efectividad',
  'actividad',
  'equidad',
  'ejecucion-presupuestal',
] as const;
export type IndicatorType = (typeof INDICATOR_TYPES)[number];
export const FREQUENCIES = ['diaria', 'semanal', 'mensual', 'trimestral', 'semestral', 'anual'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/**
 * The technical sheet (*ficha técnica*) of an indicator as its author wrote it: the ten
 * requirements, the formula as text, and the standards. The language room turns it into a
 * checked indicator.
 */
export interface Sheet {
  readonly id: string;
  readonly pack: string;
  readonly code: string | null;
  readonly version: number;
  readonly name: LocalText;
  readonly objective: LocalText;
  /** The key business aspect it is tied to. */
  readonly aspect: LocalText;
  readonly process: string;
  readonly class: IndicatorClass;
  readonly type: IndicatorType;
  readonly frequency: Frequency;
  readonly source: LocalText;
  readonly supplier: LocalText;
  readonly responsible: LocalText;
  /** Who receives the result, and by when: "reaches its users in time and form". */
  readonly users: LocalText;
  readonly variables: readonly { readonly name: string; readonly text: LocalText }[];
  readonly population: Population;
  /** Instant or date of the population's data set that puts a fact in a period. */
  readonly date: string | null;
  /** What is measured on each fact, as text of the language (`elapsed(opened_at, closed_at)`), or null. */
  readonly measure: string | null;
  /** Unit in which the measure is shown: `h`, `min`, `working_h`; null for shares. */
  readonly measure_unit: string | null;
  readonly formula: string;
  readonly except: readonly Exception[];
  readonly standards: readonly Standard[];
  readonly references: readonly ReferenceValue[];
  /** Why it is known to fail; no part of what is measured, so its words may change without a new version. */
  readonly causes: readonly KnownCause[];
  /** Breakdowns whose series are watched for signals beside the whole; by unit where absent. */
  readonly watch?: readonly string[];
  /** The indicator that tells beforehand where this one is heading; none where absent. */
  readonly leading?: string;
  /** Texts a reader sees beside the generated sentence, by verdict. */
  readonly interpretation: {
    readonly met: LocalText;
    readonly not_met: LocalText;
    readonly excess: LocalText | null;
  };
  /** Place of each field in its file, by path (`formula`, `standards[0].limit`), for problems. */
  readonly places: ReadonlyMap<
    string,
    { readonly file: string; readonly line: number; readonly column: number }
  >;
}
