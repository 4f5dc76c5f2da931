import { join } from 'node:path';
import { isDate, Refusal, type Scope } from '../../kernel/index.ts';
import { ownHolidayList, removeHoliday, writeHoliday } from '../../library/index.ts';
import type { Institution } from '../institution.ts';

export interface HolidayEdit {
  readonly calendar: string;
  readonly date: string;
  readonly name: string;
  /** The decree or ordinance that declares it. */
  readonly rule: string;
}

/** Folder of the institution's own pack. */
const ownPack = (folder: string): string => join(folder, 'packs', 'propio');

function getCalendar({ content }: Institution, id: string) {
  const { calendars } = content.catalogue;
  const found = calendars.get(id);
  if (!found) throw new Refusal('calendar-not-found', { calendar: id, calendars: [...calendars.keys()] });
  return found;
}

/** Refuses who reaches some units only: a calendar is of the whole institution. */
export function refuseHolidays(scope: Scope): void {
  if (scope.units !== null) throw new Refusal('directory-absences-only');
}

/**
 * Adds a holiday of the institution's own to a calendar, as text files of its own pack. Whoever
 * holds the content reads the packs again after. Refuses a date on which the calendar is closed
 * already, and a holiday without the rule that declares it.
 *
 * @returns files written
 */
export async function addHoliday(institution: Institution, edit: HolidayEdit): Promise<readonly string[]> {
  const calendar = getCalendar(institution, edit.calendar);
  const [name, rule] = [edit.name.trim(), edit.rule.trim()];
  if (!isDate(edit.date)) throw new Refusal('holiday-date-wrong', { value: edit.date });
  if (name === '' || rule === '') throw new Refusal('holiday-without-rule');
  const version = calendar.versions.findLast(({ from }) => from <= edit.date) ?? calendar.versions[0];
  const hours = version?.exceptions.get(edit.date);
  if (hours?.length === 0) throw new Refusal('holiday-already', { date: edit.date });
  const said = `${name} (${rule})`;
  const files = await writeHoliday(institution.content.catalogue, ownPack(institution.folder), {
    calendar: edit.calendar,
    date: edit.date,
    name: { es: said, en: said },
  });
  noteChange(institution, edit, said);
  return files;
}

/** Tells the audit trail: a holiday changes the working time of all that happened that day. */
function noteChange(
  { ledger }: Institution,
  { calendar, date }: Pick<HolidayEdit, 'calendar' | 'date'>,
  name: string | null,
) {
  const file = `packs/propio/holidays/${ownHolidayList(calendar)}.yaml`;
  ledger.trail.note('content-changed', { file, date, holiday: name });
}

/** Takes out a holiday that the institution added; refuses one of another pack. */
export async function dropHoliday(
  institution: Institution,
  { calendar, date }: Pick<HolidayEdit, 'calendar' | 'date'>,
): Promise<void> {
  getCalendar(institution, calendar);
  if (!(await removeHoliday(ownPack(institution.folder), calendar, date)))
    throw new Refusal('holiday-not-own', { date });
  noteChange(institution, { calendar, date }, null);
}
