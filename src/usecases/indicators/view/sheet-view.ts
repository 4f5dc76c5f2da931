import type { LocalText, Measurement, Verdict } from '../../../kernel/index.ts';
import type { TrendState, TrendView } from '../../../charts/index.ts';
import type { CheckedLine, FormulaNode } from '../../../language/index.ts';
import type { Requirement, ShownFigure, Standing } from '../../../sentences/index.ts';
import type { ExplainedInput } from '../explain-indicator.ts';
import type { Filter } from '../name-dimension.ts';
import type { MonthForecast } from './read-forecast.ts';
import type { LeadingIndicator } from './read-leading.ts';
import type { DefinitionVersion } from '../remember-definitions.ts';
import type { FigureChange } from '../read-figure-changes.ts';

/** One of the four tiles on top: what is told, and what it rests on. */
export interface SheetTile {
  readonly text: string;
  readonly note: string | null;
}

/** A result of other times as somebody typed it, in the unit of the trend: it cannot be computed again. */
export interface PastResult {
  readonly period: string;
  readonly value: number;
  readonly text: string;
  readonly n: number | null;
}

/** A figure of one value of a dimension. */
export interface BreakdownRow {
  /** Value as the data have it; null where they have none. */
  readonly value: string | null;
  readonly label: string;
  readonly shown: ShownFigure | null;
  readonly n: number;
  readonly verdict: Verdict;
  readonly verdict_text: string;
  readonly is_small: boolean;
  readonly open: number;
  readonly past_limit: number;
  /** Share within their own limit, as text; null where facts have none. */
  readonly inside: string | null;
}

export interface Breakdown {
  readonly dimension: string;
  readonly label: string;
  /** Worst first, by how far from the standard in the direction that fails; small samples last. */
  readonly rows: readonly BreakdownRow[];
  /** Rows there are, shown or not. */
  readonly total: number;
}

/** A stretch of the distribution of what is measured. */
export interface DistributionBin {
  /** In the unit of the distribution, from excluded and to included, as limits are; null: no end. */
  readonly from: number;
  readonly to: number | null;
  readonly n: number;
  /** Whether the stretch begins at the common limit or beyond it. */
  readonly is_past: boolean;
  readonly label: string;
}

export interface Distribution {
  readonly unit: string;
  /** The limit of each fact where all have the same one. */
  readonly limit: number | null;
  readonly limit_text: string | null;
  readonly n: number;
  /** Largest of them. */
  readonly highest: number;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly inside: Measurement['inside_standard'];
  readonly bins: readonly DistributionBin[];
}

/** A share with what it may truly be, given how few facts are behind it. */
export interface SharedPart {
  readonly text: string;
  readonly n: number;
  /** Wilson's interval at 95 %, as text. */
  readonly interval: string | null;
}

/** Why there is no figure and what brings it. */
export interface Absence {
  readonly dataset: string;
  readonly name: string;
  readonly text: string;
}

/**
 * The technical sheet of an indicator in a period, ready to be shown on a screen or printed: plain
 * data, in the order in which it is read, texts in one language. Everything the person may not see
 * is absent.
 */
export interface SheetView {
  readonly indicator: string;
  readonly code: string | null;
  readonly name: LocalText;
  readonly process: { readonly id: string; readonly name: LocalText };
  readonly period: string;
  readonly as_of: string | null;
  readonly provisional: boolean;
  readonly filters: readonly (Filter & { readonly label: string })[];
  /** Units it was limited to because the person reaches no others; null when it is whole. */
  readonly units: readonly string[] | null;
  readonly measurement: Measurement | null;
  readonly shown: ShownFigure | null;
  readonly tiles: {
    readonly result: SheetTile;
    readonly standard: SheetTile;
    readonly trend: SheetTile & { readonly kind: TrendState['kind'] | 'no-figure' };
    /** `hides_tail`: the verdict is met while too few facts are within their limit. */
    readonly state: SheetTile & { readonly verdict: Verdict; readonly hides_tail: boolean };
  };
  readonly sentence: string;
  /** What its author says of such a result; null where the sheet is silent. */
  readonly interpretation: string | null;
  readonly absence: Absence | null;
  readonly trend: TrendView;
  /** How the process stands: does it meet its standard, and does it do what it always does. */
  readonly standing: { readonly kind: Standing; readonly text: string };
  /** Of a month that is under way: where it is heading; else null. */
  readonly forecast: MonthForecast | null;
  /** The indicator that tells beforehand, and how it stands. */
  readonly leading: LeadingIndicator | null;
  readonly history: readonly PastResult[];
  readonly requirements: readonly Requirement[];
  readonly standards: readonly string[];
  readonly details: readonly { readonly key: string; readonly label: string; readonly text: string }[];
  readonly formula: {
    /** As it is written, for who reads the code of figures; null for the rest. */
    readonly text: string | null;
    readonly measure: string | null;
    /** The formula as mathematics, for who draws it. */
    readonly math: FormulaNode;
    readonly variables: readonly { readonly name: string; readonly text: string }[];
    readonly lines: readonly CheckedLine[];
  };
  readonly breakdowns: readonly Breakdown[];
  /** Other dimensions it can be split by, on request. */
  readonly dimensions: readonly { readonly name: string; readonly label: string }[];
  /** The result itself as a share, with its interval; null where it is no share of facts. */
  readonly share: SharedPart | null;
  readonly inside: SharedPart | null;
  /** «La mitad tarda hasta … y 9 de cada 10 hasta …», or null with fewer than ten facts. */
  readonly spread: string | null;
  readonly distribution: Distribution | null;
  readonly open: {
    readonly count: number;
    readonly past_limit: number;
    readonly oldest: { readonly key: string; readonly opens: string } | null;
  };
  readonly warnings: readonly { readonly code: string; readonly text: string }[];
  readonly inputs: readonly (ExplainedInput & { readonly name: LocalText })[];
  /** Calendars by which time or capacity was counted; `digest` changes with anything a calendar says. */
  readonly calendars: readonly {
    readonly id: string;
    readonly name: LocalText;
    readonly from: string | null;
    readonly digest: string;
  }[];
  readonly versions: {
    readonly pack: string;
    readonly pack_name: LocalText;
    readonly pack_version: number;
    readonly licence: string;
    readonly sheet: number;
    /** When this version of the sheet was first read here; null where nobody kept it. */
    readonly since: string | null;
  };
  readonly definitions: readonly DefinitionVersion[];
  /** What changed the figure after it was first read, the latest first. */
  readonly changes: readonly (FigureChange & { readonly text: string })[];
  readonly may: {
    readonly rows: boolean;
    readonly people: boolean;
    readonly sql: boolean;
    readonly export_rows: boolean;
  };
}
