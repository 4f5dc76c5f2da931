import type { CaseKind, DeadlineLimit, FieldValues, LocalText } from '../kernel/index.ts';

/** A stretch in which a case waited, as instants; `to` null while it still does. */
export interface CasePause {
  readonly from: string;
  readonly to: string | null;
}

/** The deadline a case was opened with, settled once: how much of what, and whose rule. */
export interface DueRule {
  /** Null where nobody knows a rule for such a case: somebody has to decide one. */
  readonly limit: DeadlineLimit | null;
  /** Id of the dated rule it came from; null where the procedure sets it, or where unknown. */
  readonly rule: string | null;
}

/** Why a case has no handling minutes: nothing measured, a screen left open, or the attendance ended otherwise. */
export type HandlingNote = 'not-measured' | 'left-open' | 'ended-before' | 'another-procedure';

/** A case as the ledger keeps it. Instants are ISO in UTC. */
export interface CaseRecord {
  readonly number: string;
  /** From 1, in the order cases were opened, across prefixes and years. */
  readonly ordinal: number;
  readonly kind: CaseKind;
  readonly procedure: string;
  readonly procedure_version: number;
  readonly process: string;
  readonly state: string;
  /** Actor of the procedure whose turn it is; null for nobody's. */
  readonly turn: string | null;
  /** Where it is worked. */
  readonly unit: string;
  /** The unit its fact is of: the one that attended, or that the client named; null where they named none. */
  readonly fact_unit: string | null;
  readonly client: string | null;
  readonly channel: string | null;
  /** The number the core knows it by. */
  readonly core_number: string | null;
  readonly importance: 'alta' | 'media' | 'baja' | null;
  /** Who opened it; null for the public page. */
  readonly opened_by: string | null;
  /** Staff name of who opened it: the person of its fact. */
  readonly staff_name: string | null;
  /** The person complained about, as they were named. */
  readonly about_staff: string | null;
  readonly assigned_to: string | null;
  readonly opened_at: string;
  /** Null while it waits with a rule that pauses, and where no rule is known (`due_rule.limit` null). */
  readonly due_at: string | null;
  readonly due_rule: DueRule;
  readonly pauses: readonly CasePause[];
  /** When its clock stopped: it counts as answered from then on; null while it does not. */
  readonly stopped_at: string | null;
  readonly final: boolean;
  readonly outcome: string | null;
  /** Minutes of attention in microseconds; null where not known, `handling_note` says why. */
  readonly handling_us: number | null;
  readonly handling_note: HandlingNote | null;
  readonly fields: FieldValues;
  /** Ids of the papers received. */
  readonly papers: readonly string[];
  readonly satisfaction: number | null;
  /** Number of the case it comes from. */
  readonly linked_to: string | null;
  /** Id of its latest event: grows with every change. */
  readonly last_event: number;
}

export const CASE_EVENT_KINDS = [
  'opened',
  'acted',
  'assigned',
  'noted',
  'batch',
  'core-number',
  'client-wrote',
  'satisfaction',
  'link',
  'deadline',
] as const;
export type CaseEventKind = (typeof CASE_EVENT_KINDS)[number];

/** What a client was promised: in words, and until when. */
export interface SaidPromise {
  readonly text: LocalText;
  readonly until: LocalText;
}

/** What an event carried besides. */
export interface CaseEventData {
  /** Fields written with it. */
  readonly fields?: FieldValues;
  readonly note?: string;
  /** Steps of the procedure it completed; `at` where each has its own moment. */
  readonly steps?: readonly { readonly id: string; readonly at: string }[];
  /** Whom it was given to; null when it was left with nobody. */
  readonly to?: string | null;
  /** The deadline that was settled again. */
  readonly due?: DueRule;
  /** The other case of a link. */
  readonly number?: string;
  /** Whether the batch failed on it: it stayed, and `note` says why. */
  readonly failed?: boolean;
  /** What the client was told when the case was opened. */
  readonly promise?: SaidPromise;
}

/** Something that happened to a case. */
export interface CaseEventRecord {
  readonly id: number;
  readonly number: string;
  readonly kind: CaseEventKind;
  /** Action of the procedure; null for what is no act. */
  readonly action: string | null;
  readonly from_state: string | null;
  readonly to_state: string | null;
  /** When it was, and when it was written down: a batch is registered after it ran. */
  readonly happened_at: string;
  readonly recorded_at: string;
  readonly by_person: string | null;
  readonly data: CaseEventData;
}
