import type { Role } from './permission.ts';
import type { LocalText } from './text.ts';

/** Kinds of case: a service asked for at the desk, three kinds of voice against or about it, and a right over one's data. */
export const CASE_KINDS = ['solicitud', 'consulta', 'queja', 'reclamo', 'derecho'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** A predicate of the indicator language over the fields of a case, as written: `requester = 'tercero'`. */
export type Condition = string;

/** What a field of a case holds. `staff` is the name of somebody who works here. */
export type FieldType = 'text' | 'long-text' | 'choice' | 'boolean' | 'integer' | 'money' | 'date' | 'staff';

/** Something asked when a case is opened or acted on. Never a PIN nor a card number: those are refused in any text. */
export interface CaseField {
  readonly id: string;
  readonly type: FieldType;
  readonly label: LocalText;
  /** A line under the label that says what to look at. */
  readonly hint: LocalText | null;
  readonly required: boolean;
  /** Asked only where this holds; null for always. */
  readonly when: Condition | null;
  /** For `choice`: what may be chosen, in order. Several at once where `many`. */
  readonly choices: readonly {
    readonly id: string;
    readonly label: LocalText;
    readonly group: LocalText | null;
  }[];
  readonly many: boolean;
  /** Whether the client sees it on the follow-up page. */
  readonly client_sees: boolean;
  /** For `date`: a day before today is a mistake. Absent where any day may be. */
  readonly not_past?: boolean;
}

/** A paper the client brings. */
export interface Paper {
  readonly id: string;
  readonly label: LocalText;
  /** Needed only where this holds; null for always. */
  readonly when: Condition | null;
  /** Original seen, copy kept, or signed here. */
  readonly form: 'original' | 'copia' | 'firmado';
}

/** A policy that refuses: where `when` holds the case is not opened (or the act not done), with this text. */
export interface CaseBar {
  readonly code: string;
  readonly when: Condition;
  readonly text: LocalText;
}

/**
 * A state of a case. Its clock runs, waits (for the client, for a batch: `waits_for` says what), or has
 * stopped: from the moment a case enters a stopped state it counts as answered.
 */
export interface CaseState {
  readonly id: string;
  readonly name: LocalText;
  /** Value of the code list `status` with which the fact is written. */
  readonly status: string;
  readonly clock: 'runs' | 'waits' | 'stopped';
  readonly waits_for: LocalText | null;
  /** Lane whose turn it is; null when nobody's. */
  readonly actor: string | null;
  /** Nothing more is to be done, unless it is reopened. */
  readonly final: boolean;
}

/** What somebody does to a case: leads it from a state to another and leaves an event. */
export interface CaseAction {
  readonly id: string;
  readonly name: LocalText;
  /** Roles that may do it. `batch` is the nightly process. */
  readonly by: readonly (Role | 'batch')[];
  readonly from: readonly string[];
  /** State it leads to; null when it leaves the case where it is (a note, a paper received). */
  readonly to: string | null;
  /** Steps of the procedure that doing it completes, in order. */
  readonly steps: readonly string[];
  /** Step that it begins, which a later act completes: receiving what another area sent. Null for none. */
  readonly begins: string | null;
  /** What is asked to do it. */
  readonly fields: readonly CaseField[];
  readonly bars: readonly CaseBar[];
  /** Value of the code list `outcome` it settles; null for none. */
  readonly outcome: string | null;
  /** Told to the client on the follow-up page; null for an act that is nobody else's. */
  readonly client_text: LocalText | null;
  /** Refused to whoever opened the case. To the person complained about every act is refused. */
  readonly not_opener: boolean;
}

/** How long a case may take. `rule` looks for the country's rule of its kind on its date. */
export type CaseDeadline =
  | { readonly kind: 'clock'; readonly hours: number }
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'working-days'; readonly days: number }
  | { readonly kind: 'working-hours'; readonly hours: number }
  | { readonly kind: 'rule' };

/** A batch that runs by night over the cases that wait for it. */
export interface CaseBatch {
  /** Local time it runs at, `HH:MM`. */
  readonly at: string;
  /** State whose cases it takes. */
  readonly from: string;
  /** Action it does on each that went well; those that failed stay, with the reason. */
  readonly action: string;
  readonly name: LocalText;
}

/** How cases of a procedure are opened and flow: all of it data of the procedure. */
export interface CaseDefinition {
  readonly kind: CaseKind;
  /** Data set its facts go to: `requests` or `complaints`. */
  readonly dataset: string;
  /** Letters its numbers begin with: `R` gives `R-2026-000001`. */
  readonly prefix: string;
  readonly fields: readonly CaseField[];
  readonly papers: readonly Paper[];
  readonly bars: readonly CaseBar[];
  /** Steps that opening a case at the desk completes, each confirmed by the executive. */
  readonly steps: readonly string[];
  readonly initial: string;
  readonly states: readonly CaseState[];
  readonly actions: readonly CaseAction[];
  readonly deadline: CaseDeadline;
  /** What the client is promised on the receipt; `{due}` is the deadline, `{field}` a field of the case. */
  readonly promise: LocalText;
  readonly batch: CaseBatch | null;
  /** Whether anybody may open one on the public page. */
  readonly public: boolean;
}

/** The value of a field. */
export type FieldValue = string | number | boolean | readonly string[] | null;
export type FieldValues = Readonly<Record<string, FieldValue>>;
