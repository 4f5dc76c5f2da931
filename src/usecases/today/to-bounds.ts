import { addDays, parseInstant, toInstant, toLocal } from '../../kernel/index.ts';
import type { DayBounds, DayGroup } from './day-line.ts';

const WEEK_DAYS = 7;

/** Where the day stands in a zone: now, and when today, tomorrow and the next seven days are over. */
export function toBounds(now: string, zone: string): DayBounds {
  const now_us = parseInstant(now, 'UTC')!;
  const { date } = toLocal(now_us, zone);
  const startOf = (days: number) => toInstant(`${addDays(date, days)}T00:00:00`, zone);
  return { now_us, date, today_us: startOf(1), tomorrow_us: startOf(2), week_us: startOf(1 + WEEK_DAYS) };
}

/** The part of the board that a due instant falls in; null: nobody knows one. */
export function groupOf(due_us: bigint | null, bounds: DayBounds): DayGroup {
  if (due_us === null) return 'unknown';
  if (due_us < bounds.now_us) return 'overdue';
  if (due_us < bounds.today_us) return 'due-today';
  if (due_us < bounds.tomorrow_us) return 'tomorrow';
  return due_us < bounds.week_us ? 'week' : 'later';
}
