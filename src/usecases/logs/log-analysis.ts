import type { LocalText, Procedure } from '../../kernel/index.ts';
import type { DetectedLog, EventFlaw, LogMap } from '../../facts/index.ts';
import type { DeviationKind } from '../../flow/index.ts';

/** Times in seconds: half take up to the median, nine in ten up to the p90. */
export interface Lapses {
  readonly n: number;
  readonly median_s: number;
  readonly mean_s: number;
  readonly p90_s: number;
}

/** An activity of a log. */
export interface LogActivity {
  readonly name: string;
  /** Its events, and the cases that begin and end with it. */
  readonly events: number;
  readonly starts: number;
  readonly ends: number;
  /** Step of the procedure it is; null for none, and whether a person left it aside. */
  readonly step: string | null;
  readonly aside: boolean;
  /** Since the event before; null where it only opens cases. */
  readonly since: Lapses | null;
  /** Waiting for it to start and its handling; null where the log does not register starts and ends. */
  readonly waiting: Lapses | null;
  readonly handling: Lapses | null;
}

export interface LogDeviation {
  readonly kind: DeviationKind;
  /** Id of the step; of `unknown`, the name of the activity. */
  readonly of: string;
  readonly name: LocalText;
  readonly cases: number;
  readonly share: number;
  /** From the first event to the last, of the cases with it and without it. */
  readonly with: Lapses | null;
  readonly without: Lapses | null;
  /** Hours by which the median with it is above the median without it; null where one of them is missing. */
  readonly more_h: number | null;
  /** A case that shows it. */
  readonly example: string;
}

export interface LogConformance {
  readonly cases: number;
  readonly conform: number;
  readonly unfinished: number;
  readonly deviations: readonly LogDeviation[];
  /** Steps that no activity of the log is. */
  readonly unregistered: readonly { readonly id: string; readonly name: LocalText }[];
  readonly nodes: readonly {
    readonly node: string;
    readonly n: number;
    readonly share: number;
    readonly measured: number;
    readonly median_s: number | null;
    readonly waiting: { readonly n: number; readonly median_s: number } | null;
  }[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly n: number }[];
}

/** All that is told of a log. */
export interface LogAnalysis {
  readonly cases: number;
  readonly events: number;
  readonly variants: number;
  readonly resources: number;
  /** Instants of its first and last event, as ISO. */
  readonly from: string;
  readonly to: string;
  readonly lasts: Lapses | null;
  readonly activities: readonly LogActivity[];
  /** Most frequent first. */
  readonly edges: readonly (Lapses & { readonly from: string; readonly to: string })[];
  readonly paths: readonly (Lapses & { readonly path: readonly string[]; readonly share: number })[];
  readonly handovers: readonly (Lapses & { readonly from: string; readonly to: string })[];
  readonly handover_pairs: number;
  readonly conformance: LogConformance | null;
  /** Of a file; null of the log of the cases worked here. */
  readonly detected: DetectedLog | null;
  readonly flaws: readonly EventFlaw[];
}

/** How a log is held against a procedure. */
export interface LogAgainst {
  readonly procedure: Procedure | null;
  /** Step by activity as a person corrected it; null for one left aside. */
  readonly steps: Readonly<Record<string, string | null>>;
  /** Whether it is the log of the cases worked here, which registers each step that an act completes. */
  readonly worked?: boolean;
}

/** How a kept log is read: what its map says of columns and layout. */
export type LogReading = Pick<
  LogMap,
  'columns' | 'dates' | 'encoding' | 'delimiter' | 'sheet' | 'header_line'
>;
