import type { Role } from './permission.ts';
import type { LocalText } from './text.ts';

/** What may be told of: figures by how they compare, signals, and what waits for somebody. */
export const ALERT_KINDS = [
  'against-standard',
  'against-previous',
  'against-last-year',
  'times-its-mean',
  'signal',
  'improvement-still',
  'action-overdue',
  'case-deadline',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/**
 * How far something has to go before it is told: percent of worsening, or how many times the mean of the
 * twelve months before. Kinds that are absent ask for none.
 */
export const ALERT_THRESHOLDS: Readonly<
  Partial<Record<AlertKind, { readonly least: number; readonly most: number; readonly usual: number }>>
> = {
  'against-previous': { least: 1, most: 1000, usual: 20 },
  'against-last-year': { least: 1, most: 1000, usual: 20 },
  'times-its-mean': { least: 1.1, most: 100, usual: 2 },
};

/** Kinds that are about figures, whose rule may name indicators and a breakdown. */
export const FIGURE_ALERTS: readonly AlertKind[] = [
  'against-standard',
  'against-previous',
  'against-last-year',
  'times-its-mean',
  'signal',
];

/** What is told. */
export interface AlertRule {
  readonly kind: AlertKind;
  /** Ids; empty for all that whoever is told reaches. */
  readonly indicators: readonly string[];
  /** The whole of an indicator, each unit of it, or both. */
  readonly by: 'whole' | 'unit' | 'both';
  /** Null where the kind asks for none; see {@link ALERT_THRESHOLDS}. */
  readonly threshold: number | null;
}

/** Who is told; each within their own reach, and nobody beyond it. */
export interface AlertTells {
  /** Whoever answers for it: owner of the process, supervisor of the unit, responsible of the action. */
  readonly owners: boolean;
  readonly roles: readonly Role[];
  /** Ids of people. */
  readonly people: readonly string[];
}

/** One line of a digest: something that is told once, and again only when it changes. */
export interface DigestLine {
  readonly kind: AlertKind;
  readonly text: LocalText;
  /** Where it is looked at, as a path of the screens. */
  readonly to: string;
  /** What was told: a later line that says none other is no news. */
  readonly tokens: readonly string[];
}
