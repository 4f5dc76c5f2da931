import type { EventTable } from '../../kernel/index.ts';

/** Something found wrong in some events of a log. Those without case, activity or time are left out, and counted. */
export interface EventFlaw {
  readonly kind: 'no-case' | 'no-activity' | 'no-time' | 'bad-time' | 'no-zone' | 'not-utf8' | 'joined';
  readonly n: number;
  /** Where the first ones are: lines of the file (what a reader gives first are its own positions). */
  readonly places: readonly number[];
}

/** A log as read, with what was found wrong. */
export interface ReadLog {
  readonly table: EventTable;
  readonly flaws: readonly EventFlaw[];
}
