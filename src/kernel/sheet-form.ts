import type { Direction, Frequency, IndicatorClass, IndicatorType } from './indicator.ts';
import type { LocalText } from './text.ts';

/**
 * What a form can write, in the words of whoever fills it in: `plazo` (time between two dates
 * against a limit), `efectividad` (share of the facts that fulfil something), `productividad`
 * (minutes worked against installed capacity), `volumen` (how many or how much), `razon` (one
 * count or sum over another).
 */
export const FORM_KINDS = ['plazo', 'efectividad', 'productividad', 'volumen', 'razon'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/**
 * How a form compares one column.
 *
 * - `is`: one of the values. `is-not`: none of them; empty passes. `differs`: none of them, and not empty.
 * - `within`: the process or any below it. `empty`, `known`: nothing, or something, is written.
 * - `at-least`, `at-most`, `more`, `less`: against one amount (`6 min`, `100`) or date (`2011-06-30`).
 * - `same-day`, `other-day`: against another date column, named as the value.
 */
export const FORM_TESTS = [
  'is',
  'is-not',
  'differs',
  'within',
  'empty',
  'known',
  'at-least',
  'at-most',
  'more',
  'less',
  'same-day',
  'other-day',
] as const;
export type FormTest = (typeof FORM_TESTS)[number];

/** One condition of a form; several in a list hold all together. */
export interface FormCondition {
  readonly column: string;
  readonly test: FormTest;
  readonly values: readonly string[];
}

/** A number as typed and its unit: `%`, the name of a unit, or nothing for a number alone. */
export interface FormAmount {
  readonly number: string;
  readonly unit: string;
}

/** What is measured on each fact of a `plazo`. */
export type FormMeasure =
  | {
      readonly by: 'dates';
      readonly from: string;
      readonly to: string;
      readonly clock: 'clock' | 'working';
    }
  | { readonly by: 'column'; readonly column: string };

/**
 * How a `plazo` sums up its facts: `index` (mean time over mean limit), `inside` (share within its
 * limit), `mean`, `median` and `p90` (a time of its own, without a limit for each fact).
 */
export const FORM_SUMMARIES = ['index', 'inside', 'mean', 'median', 'p90'] as const;
export type FormSummary = (typeof FORM_SUMMARIES)[number];

/** What a `volumen` adds up. */
export const FORM_VOLUMES = ['count', 'sum', 'mean', 'distinct'] as const;
export type FormVolume = (typeof FORM_VOLUMES)[number];

/** One side of a `razon`: facts counted (`column` null) or a column added up. */
export interface FormPart {
  readonly dataset: string;
  readonly column: string | null;
  readonly where: readonly FormCondition[];
}

/** What an indicator computes, by the kind of form. */
export type FormCalculation =
  | {
      readonly kind: 'plazo';
      readonly measure: FormMeasure;
      readonly unit: string;
      readonly summary: FormSummary;
    }
  | {
      readonly kind: 'efectividad';
      /** Column added up, or null to count facts. */
      readonly of: string | null;
      readonly test: readonly FormCondition[];
      /** True when `test` says what fails: the share is that of the others. */
      readonly fails: boolean;
      /** Unit in which a time added up is shown; null for the rest. */
      readonly unit: string | null;
    }
  | {
      readonly kind: 'productividad';
      /** Column with the minutes of each fact. */
      readonly minutes: string;
      /** Column with standard minutes, for facts without their own; null for none. */
      readonly otherwise: string | null;
    }
  | {
      readonly kind: 'volumen';
      readonly what: FormVolume;
      readonly column: string | null;
      /** Unit a sum or mean of time is shown in; null for the rest. */
      readonly unit: string | null;
    }
  | {
      readonly kind: 'razon';
      readonly above: FormPart;
      readonly below: FormPart;
      /** True for what is left of one: `1 - above / below`. */
      readonly rest: boolean;
      /** Unit in which times added up are shown; null for the rest. */
      readonly unit: string | null;
    };

/** Limit of each fact: the same for all, a column of its own, or a date by which it was due. */
export type FormLimit =
  | { readonly by: 'fixed'; readonly amount: FormAmount }
  | { readonly by: 'column'; readonly column: string }
  | { readonly by: 'deadline'; readonly column: string };

/** A standard from a date on. Shares are percentages as typed; an empty text is none. */
export interface FormStandard {
  readonly from: string;
  readonly where: readonly FormCondition[];
  readonly direction: Direction;
  readonly floor: FormAmount | null;
  readonly ceiling: FormAmount | null;
  readonly limit: FormLimit | null;
  readonly tolerance: string;
  readonly historical_error: string;
}

/** Facts that stay out and are counted apart. */
export interface FormException {
  readonly code: string;
  readonly where: readonly FormCondition[];
  readonly text: LocalText;
}

/** A technical sheet as a form holds it: everything in it goes to a pack file and comes back from one. */
export interface SheetForm {
  readonly id: string;
  readonly code: string;
  readonly name: LocalText;
  readonly objective: LocalText;
  readonly aspect: LocalText;
  readonly process: string;
  readonly class: IndicatorClass;
  readonly type: IndicatorType;
  readonly frequency: Frequency;
  readonly source: LocalText;
  readonly supplier: LocalText;
  readonly responsible: LocalText;
  readonly users: LocalText;
  readonly variables: readonly { readonly name: string; readonly text: LocalText }[];
  readonly dataset: string;
  /** Date that puts a fact in a period; empty for the data set's own. */
  readonly date: string;
  /** Name of the facts in words. */
  readonly population: LocalText;
  /** What a reader expects to see, and what of it counts. */
  readonly scope: readonly FormCondition[];
  readonly where: readonly FormCondition[];
  readonly calculation: FormCalculation;
  readonly except: readonly FormException[];
  readonly standards: readonly FormStandard[];
  readonly interpretation: {
    readonly met: LocalText;
    readonly not_met: LocalText;
    readonly excess: LocalText;
  };
}
