import type { LocalText } from '../../kernel/index.ts';
import type { ShownDue } from '../describe-due.ts';

/** Parts of the day board, in the order in which they press. */
export const DAY_GROUPS = [
  'overdue',
  'due-today',
  'tomorrow',
  'week',
  'waiting',
  'unknown',
  'later',
] as const;
export type DayGroup = (typeof DAY_GROUPS)[number];

/** Something open: worked here, or known from a file of the core. */
export interface DayLine {
  readonly number: string;
  /** Whether it has a page here. */
  readonly worked: boolean;
  readonly name: LocalText;
  readonly unit: string | null;
  readonly person: string | null;
  /** Where it stands and whose turn it is; null for what only a file told of. */
  readonly state: LocalText | null;
  readonly turn: LocalText | null;
  /** Whether it waits for a nightly batch. */
  readonly batch: boolean;
  readonly opened_at: string;
  readonly due_at: string | null;
  readonly standing: ShownDue['standing'];
  readonly sentence: LocalText;
  /** The client replied to what was asked, and nobody has gone on since. */
  readonly client_wrote: boolean;
}

/** Lines of one part of the board: the first of them, and how many there are. */
export interface DayPart {
  readonly n: number;
  readonly lines: readonly DayLine[];
}

/** Instants that part the board, in microseconds: now, and when today, tomorrow and the week ahead are over. */
export interface DayBounds {
  readonly now_us: bigint;
  readonly date: string;
  readonly today_us: bigint;
  readonly tomorrow_us: bigint;
  readonly week_us: bigint;
}
