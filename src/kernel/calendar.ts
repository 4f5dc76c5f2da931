import type { LocalText } from './text.ts';

/** Opening hours of one day in local wall time: minutes from midnight, half-open `[from, to)`, `to` up to 1440. */
export interface Interval {
  readonly from_min: number;
  readonly to_min: number;
}

/** Weekday 1 = Monday ... 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The hours that hold from a date on, until the next version of the same calendar. */
export interface CalendarVersion {
  /** ISO date from which it holds; the first version also holds before it. */
  readonly from: string;
  readonly week: Readonly<Record<Weekday, readonly Interval[]>>;
  /** Dates with other hours than their weekday: holidays (no interval) and half days. */
  readonly exceptions: ReadonlyMap<string, readonly Interval[]>;
}

/** When a unit is open: versioned by date, in one time zone. */
export interface Calendar {
  readonly id: string;
  readonly pack: string;
  readonly name?: LocalText | null;
  /** Ids of the holiday lists it keeps, already among the exceptions of its versions. */
  readonly holidays?: readonly string[];
  readonly time_zone: string;
  readonly versions: readonly CalendarVersion[];
}

/**
 * One local date of a calendar as instants. The working time from the first day of the table to
 * an instant `t` of this date is `before_us + sum(clamp(t - start_us, 0, end_us - start_us))`.
 * All in microseconds (instants since 1970-01-01T00:00Z).
 */
export interface WorkDay {
  readonly date: string;
  readonly before_us: bigint;
  readonly open: readonly { readonly start_us: bigint; readonly end_us: bigint }[];
}

/** How a schedule makes installed capacity. */
export interface Schedule {
  readonly id: string;
  readonly pack: string;
  readonly name: Readonly<Record<'es' | 'en', string>>;
  readonly aliases: readonly string[];
  /** Hours a day at the desk, lunch, and hours lost for justified reasons, as minutes. */
  readonly day_min: number;
  readonly lunch_min: number;
  readonly unproductive_min: number;
  /** `thesis`: productive minutes x `days_per_month`. `calendar`: from the unit's open hours. */
  readonly mode: 'thesis' | 'calendar';
  readonly days_per_month: number;
}

/** Standard minutes of one transaction of a process, from a date on. */
export interface StandardMinutes {
  readonly process: string;
  readonly from: string;
  readonly minutes: string;
}
