import { join } from 'node:path';
import { type Interval, isDate, Refusal, type Scope } from '../../kernel/index.ts';
import { writeWeek } from '../../library/index.ts';
import type { Institution } from '../institution.ts';

/** New opening hours of a calendar, as its form sends them. */
export interface WeekEdit {
  readonly calendar: string;
  /** First local date on which they hold. */
  readonly from: string;
  /** Seven texts, Monday first: `08:30-13:00, 14:00-17:00`; empty where it is closed. */
  readonly week: readonly string[];
}

const CLOCK = /^(?:[01]?\d|2[0-3]):[0-5]\d$|^24:00$/;

function toMinutes(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Hours of a day from how a person writes them; refuses `week-hours-unreadable` with the text. */
function readHours(text: string, day: number): readonly Interval[] {
  const parts = text
    .split(/[,;]|\sy\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  let end = 0;
  return parts.map((part) => {
    const [from = '', to = '', ...more] = part.split(/\s*(?:-|–|\ba\b)\s*/);
    const known = more.length === 0 && CLOCK.test(from) && CLOCK.test(to);
    const interval = { from_min: known ? toMinutes(from) : 0, to_min: known ? toMinutes(to) : 0 };
    if (interval.to_min <= interval.from_min || interval.from_min < end)
      throw new Refusal('week-hours-unreadable', { value: text.trim(), day });
    end = interval.to_min;
    return interval;
  });
}

/**
 * Writes the opening hours of a calendar's week from a date on, as one more version in the institution's
 * own pack; hours before stay, and so do figures of days before. Whoever holds the content reads the packs
 * again after. Refuses who reaches some units only, hours nobody can read, a week that never opens, and a
 * date that is not after the last change.
 */
export async function saveWeek(institution: Institution, scope: Scope, edit: WeekEdit): Promise<void> {
  if (scope.units !== null) throw new Refusal('directory-absences-only');
  const { content, folder, ledger } = institution;
  const { calendars } = content.catalogue;
  const found = calendars.get(edit.calendar);
  if (!found)
    throw new Refusal('calendar-not-found', { calendar: edit.calendar, calendars: [...calendars.keys()] });
  if (!isDate(edit.from)) throw new Refusal('holiday-date-wrong', { value: edit.from });
  const last = found.versions.at(-1)?.from ?? '';
  if (edit.from <= last) throw new Refusal('week-before-last', { last });
  const week = edit.week.map((text, index) => readHours(text, index + 1));
  if (week.every((hours) => hours.length === 0)) throw new Refusal('week-never-open');
  await writeWeek(content.catalogue, join(folder, 'packs', 'propio'), {
    calendar: edit.calendar,
    from: edit.from,
    week,
  });
  const file = `packs/propio/calendars/${edit.calendar}.yaml`;
  ledger.trail.note('content-changed', { file, hours: found.name?.es ?? edit.calendar, from: edit.from });
}
