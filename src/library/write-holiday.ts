import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Document, isMap, isSeq, parseDocument } from 'yaml';
import type { Catalogue } from './catalogue.ts';
import { calendarPath, findText, loadOwnCalendar, replaceFile, toText } from './own-calendar.ts';

/** A day on which the units of a calendar do not open. */
export interface OwnHoliday {
  readonly calendar: string;
  readonly date: string;
  readonly name: { readonly es: string; readonly en: string };
}

/** Id of the list in which an institution keeps its own holidays of a calendar. */
export function ownHolidayList(calendar: string): string {
  return `feriados-${calendar}`;
}

const listPath = (folder: string, calendar: string): string =>
  join(folder, 'holidays', `${ownHolidayList(calendar)}.yaml`);

function newList(calendar: string): Document {
  const document = new Document({
    holidays: ownHolidayList(calendar),
    name: { es: `Feriados propios de ${calendar}`, en: `Own holidays of ${calendar}` },
    source: {
      es: 'Anotados por la institución; la norma que los declara está en cada fecha.',
      en: 'Noted by the institution; the rule that declares each is beside its date.',
    },
    dates: {},
  });
  document.setIn(['dates'], document.createNode({}));
  return document;
}

/** Puts the list among those that each version of the calendar keeps, or takes it out. */
function keepList(document: Document, list: string, kept: boolean): void {
  const versions = document.get('versions');
  if (!isSeq(versions)) throw new Error('a calendar without versions');
  for (const version of versions.items) {
    if (!isMap(version)) continue;
    const names = version.get('holidays');
    const listed = isSeq(names) ? (names.toJSON() as string[]) : [];
    if (kept === listed.includes(list)) continue;
    const next = kept ? [...listed, list] : listed.filter((name) => name !== list);
    version.set('holidays', document.createNode(next, { flow: true }));
  }
}

/**
 * Writes a holiday of the institution's own into its pack: the date into a list of its calendar's,
 * and the list into the calendar (as a copy that replaces ours, where it was ours). The list goes
 * first, so that a calendar never names one that is not there.
 *
 * @param folder folder of the institution's own pack
 * @returns files written
 */
export async function writeHoliday(
  catalogue: Catalogue,
  folder: string,
  { calendar, date, name }: OwnHoliday,
): Promise<readonly string[]> {
  const list = listPath(folder, calendar);
  const before = await findText(list);
  const document = before === null ? newList(calendar) : parseDocument(before);
  document.setIn(['dates', date], document.createNode(name, { flow: true }));
  await replaceFile(list, toText(document));
  const own = await loadOwnCalendar(catalogue, folder, calendar);
  keepList(own, ownHolidayList(calendar), true);
  await replaceFile(calendarPath(folder, calendar), toText(own));
  return [list, calendarPath(folder, calendar)];
}

/** Takes one of the institution's own holidays out again; false when its list does not have it. */
export async function removeHoliday(folder: string, calendar: string, date: string): Promise<boolean> {
  const list = listPath(folder, calendar);
  const text = await findText(list);
  const document = text === null ? null : parseDocument(text);
  if (!document?.hasIn(['dates', date])) return false;
  document.deleteIn(['dates', date]);
  const dates = document.get('dates');
  if (isMap(dates) && dates.items.length > 0) {
    await replaceFile(list, toText(document));
    return true;
  }
  // An empty list is no list: the calendar forgets it before the file goes.
  const own = parseDocument((await findText(calendarPath(folder, calendar))) ?? '');
  keepList(own, ownHolidayList(calendar), false);
  await replaceFile(calendarPath(folder, calendar), toText(own));
  await rm(list);
  return true;
}
