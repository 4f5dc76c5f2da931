import type { CaseKind, Condition } from './case.ts';
import type { LocalText } from './text.ts';

/** What a deadline counts in. Days end with the local day; hours and minutes at the instant. */
export type DeadlineCount =
  | 'clock-minutes'
  | 'clock-hours'
  | 'calendar-days'
  | 'working-days'
  | 'working-minutes'
  | 'working-hours';

/** A deadline that a country, a regulator or an institution sets, dated and with its source. */
export interface DeadlineRule {
  readonly id: string;
  readonly pack: string;
  readonly name: LocalText;
  readonly kinds: readonly CaseKind[];
  /** ISO country. */
  readonly country: string;
  readonly regulator: string;
  /** Kinds of institution it binds (`banco`, `cooperativa`, `microfinanciera`); empty for all. */
  readonly institutions: readonly string[];
  /** Cases it holds for, by their fields (`operation = 'exterior'`); null for all the others. */
  readonly when: Condition | null;
  /** Local dates it holds between, of the day the case was received; `until` is its last day or null. */
  readonly from: string;
  readonly until: string | null;
  readonly amount: number;
  readonly counts: DeadlineCount;
  /** Whether a wait for the client stops it. */
  readonly pauses: boolean;
  readonly source: LocalText;
  /** Day on which the institution's lawyer confirmed it; null while nobody did. */
  readonly confirmed: string | null;
  /** Who that was, as it was written; null where nobody said. */
  readonly confirmed_by: string | null;
}

/** A stretch in which a clock waits, in microseconds; `to_us` null while it still does. */
export interface Pause {
  readonly from_us: bigint;
  readonly to_us: bigint | null;
}

/** What a case has: so much time of one kind, and whether its waits stop it. */
export interface DeadlineLimit {
  /** Over zero; a part of a minute or an hour counts to the microsecond, a part of a day does not. */
  readonly amount: number;
  readonly counts: DeadlineCount;
  readonly pauses: boolean;
}

/** How a case stands with its deadline; `unknown` where there is no instant to hold it against. */
export type DueStanding =
  | 'on-time'
  | 'due-today'
  | 'overdue'
  | 'answered-on-time'
  | 'answered-late'
  | 'unknown';
