import { isMap, isSeq, type YAMLMap } from 'yaml';
import type { Interval } from '../kernel/index.ts';
import type { Catalogue } from './catalogue.ts';
import { calendarPath, loadOwnCalendar, replaceFile, toText } from './own-calendar.ts';

/** Opening hours of a week, from a date on. */
export interface OwnWeek {
  readonly calendar: string;
  /** ISO date, after that of the last version. */
  readonly from: string;
  /** Hours of each day, Monday first; none where it is closed. */
  readonly week: readonly (readonly Interval[])[];
}

const WEEKDAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const toClock = (minutes: number): string =>
  `${String(Math.trunc(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Dates with hours of their own that fall under the new version go on in it. */
function moveExceptions(before: YAMLMap, after: YAMLMap, from: string): void {
  const dates = before.get('exceptions');
  if (!isMap(dates)) return;
  for (const pair of dates.items.slice()) {
    const date = String(pair.key);
    if (date < from) (after.get('exceptions') as YAMLMap).delete(pair.key);
    else dates.delete(pair.key);
  }
  for (const version of [before, after]) {
    const left = version.get('exceptions');
    if (isMap(left) && left.items.length === 0) version.delete('exceptions');
  }
}

/**
 * Writes new opening hours of a calendar, from a date on, as one more version below those there are, in
 * the institution's own pack (as a copy that replaces ours, where it was ours). Its holidays go on.
 *
 * @param folder folder of the institution's own pack
 * @returns the file written
 */
export async function writeWeek(
  catalogue: Catalogue,
  folder: string,
  { calendar, from, week }: OwnWeek,
): Promise<string> {
  const document = await loadOwnCalendar(catalogue, folder, calendar);
  const versions = document.get('versions');
  const last = isSeq(versions) ? versions.items.at(-1) : undefined;
  if (!isSeq(versions) || !isMap(last)) throw new Error('a calendar without versions');
  const next = last.clone() as YAMLMap;
  next.set('from', from);
  const days = week.map((hours, index) => [
    WEEKDAY_NAMES[index] ?? '',
    hours.map(({ from_min, to_min }) => `${toClock(from_min)}-${toClock(to_min)}`),
  ]);
  const open = Object.fromEntries(days.filter(([, hours]) => hours?.length));
  next.set('week', document.createNode(open));
  moveExceptions(last, next, from);
  versions.items.push(next);
  const path = calendarPath(folder, calendar);
  await replaceFile(path, toText(document));
  return path;
}
