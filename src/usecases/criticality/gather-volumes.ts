import { type Calendar, type Period, weekdayOf } from '../../kernel/index.ts';
import { countByProcess, type ProcessCount } from '../count-by-process.ts';
import type { Content, Institution } from '../institution.ts';

/** What happened in a month, by process. */
export interface MonthCounts {
  readonly month: string;
  /** Requests opened, by process. */
  readonly requests: ReadonlyMap<string, number>;
  /** Complaints received, by the service they name, else by their process. */
  readonly complaints: ReadonlyMap<string, number>;
  /** Working days that were holidays in the calendar that holds where a unit has none of its own. */
  readonly holidays: number;
}

/** The topmost process above one, itself where nothing is above. */
export function rootOf({ catalogue }: Content, id: string): string {
  const seen = new Set<string>();
  let at = id;
  for (;;) {
    const parent = catalogue.processes.get(at)?.parent ?? null;
    if (parent === null || seen.has(parent)) return at;
    seen.add(at);
    at = parent;
  }
}

function countHolidays(calendar: Calendar | undefined, { from, to }: Period): number {
  let n = 0;
  for (const version of calendar?.versions ?? [])
    for (const [date, hours] of version.exceptions) {
      const holds = calendar!.versions.findLast((each) => each.from <= date) ?? calendar!.versions[0];
      const isOpen = version.week[weekdayOf(date)].length > 0;
      if (holds === version && date >= from && date < to && hours.length === 0 && isOpen) n += 1;
    }
  return n;
}

/** What a data set has of a month, by process. */
function toMonth(found: readonly ProcessCount[], month: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { month: of, process, n } of found)
    if (of === month && n > 0) counts.set(process, (counts.get(process) ?? 0) + n);
  return counts;
}

/**
 * Requests and complaints of each of these months, by process, of these units or all. A month without
 * facts is there, empty.
 */
export async function gatherVolumes(
  institution: Institution,
  months: readonly Period[],
  units: readonly string[] | null,
): Promise<readonly MonthCounts[]> {
  const stretch = { from: months[0]?.from ?? '', to: months.at(-1)?.to ?? '', units };
  const requests = await countByProcess(institution, 'requests', stretch);
  const complaints = await countByProcess(institution, 'complaints', stretch);
  const { calendars, settings } = institution.content.catalogue;
  const calendar = calendars.get(settings.default_calendar ?? '');
  return months.map((month) => ({
    month: month.text,
    requests: toMonth(requests, month.text),
    complaints: toMonth(complaints, month.text),
    holidays: countHolidays(calendar, month),
  }));
}
