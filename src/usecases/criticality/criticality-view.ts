import type { LocalText } from '../../kernel/index.ts';
import type { CriticalRule, RankedService, RankedShare } from '../../statistics/index.ts';

/** A family of products with its part of the complaints. */
export interface FamilyLine extends RankedShare {
  readonly name: LocalText;
  readonly mixed: boolean;
}

export interface ServiceLine extends RankedService {
  readonly name: LocalText;
}

/** How complaints of the chosen family go with its transactions. */
export interface FollowLine {
  readonly month: string;
  readonly transactions: number;
  readonly complaints: number;
  /** Complaints per 1,000 transactions of the same month; null without any. */
  readonly per_thousand: number | null;
  /** Per 1,000 of the month before; null where it is not known. */
  readonly per_thousand_before: number | null;
  readonly holidays: number;
}

/** Which processes are critical, step by step, as it can be recomputed by hand. */
export interface CriticalityView {
  readonly source: 'facts' | 'typed';
  readonly period: string | null;
  /** Columns of the first table: months, or the headings that were typed. */
  readonly months: readonly string[];
  /** Families by mean share, mixed ones last. */
  readonly families: readonly FamilyLine[];
  /** What each month adds up to, as it was counted or typed. */
  readonly family_totals: readonly number[];
  /** The family looked into; null where there is none. */
  readonly family: { readonly id: string; readonly name: LocalText; readonly asked: boolean } | null;
  readonly rule: CriticalRule;
  readonly ranking: readonly ServiceLine[];
  readonly total: number;
  readonly set: readonly string[];
  readonly coverage: number | null;
  /** Whether volumes are counts or percentages as somebody typed them. */
  readonly unit: 'count' | 'percent';
  readonly stability: {
    readonly months: readonly {
      readonly month: string;
      readonly enters: readonly LocalText[];
      readonly leaves: readonly LocalText[];
    }[];
    readonly exact: boolean | null;
    readonly draws: number | null;
    readonly seed: number | null;
    readonly same_share: number | null;
    readonly services: readonly { readonly id: string; readonly name: LocalText; readonly share: number }[];
    readonly sentence: LocalText;
  } | null;
  readonly follow: {
    readonly lines: readonly FollowLine[];
    /** Correlation with the volume of the same month and of the month before; null with few months. */
    readonly same: number | null;
    readonly before: number | null;
    readonly n: number;
    readonly sentence: LocalText;
  } | null;
  /** What was chosen and how much it covers. */
  readonly sentence: LocalText;
  /** What has to be known before believing it. */
  readonly notes: readonly LocalText[];
}
