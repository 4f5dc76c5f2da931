import { addDays, compileCalendar, mondayToFriday, toDayNumber, toLocal } from '../../kernel/index.ts';
import { toMicros } from '../describe-due.ts';
import type { Place } from './reach-improvement.ts';

/** Counts days of an institution between an instant and its local date of today. */
export interface DayCounter {
  readonly today: string;
  /** The local date of an instant. */
  readonly dateOf: (instant: string) => string;
  /** Days by the calendar from an instant to another, or to today. */
  readonly days: (from: string, to: string | null) => number;
  /** Days after the instant's on which the institution works, today included. */
  readonly workingDays: (from: string) => number;
}

/** A counter by the institution's own calendar; Monday to Friday where it has none. */
export function toDayCounter({ content }: Pick<Place, 'content'>, today: string): DayCounter {
  const { default_zone, default_calendar } = content.catalogue.settings;
  const calendar = content.catalogue.calendars.get(default_calendar ?? '');
  const dateOf = (instant: string) => toLocal(toMicros(instant), default_zone).date;
  return {
    today,
    dateOf,
    days: (from, to) =>
      Math.max(0, toDayNumber(to === null ? today : dateOf(to)) - toDayNumber(dateOf(from))),
    workingDays: (from) => {
      const [first, end] = [addDays(dateOf(from), 1), addDays(today, 1)];
      if (end <= first) return 0;
      if (!calendar) return mondayToFriday(first, end);
      return compileCalendar(calendar, first, end).filter(({ open }) => open.length > 0).length;
    },
  };
}
