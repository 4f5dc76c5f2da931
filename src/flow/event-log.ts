import type { EventTable } from '../kernel/index.ts';

/**
 * A log ready to be looked at: its events case by case, each case in the order of time. Events of
 * one time keep the order of the file, so that the same bytes give the same answer.
 */
export interface EventLog extends EventTable {
  /** Where the events of each case begin; one more at the end. */
  readonly offsets: Int32Array;
}
