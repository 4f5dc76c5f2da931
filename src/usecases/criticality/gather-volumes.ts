import { type Calendar, nextPeriod, parsePeriod, periodOf, weekdayOf } from '../../kernel/index.ts';
import { quoteName, quoteText } from '../../engine/index.ts';
import type { Content, Institution } from '../institution.ts';
import { toServiceProcess } from '../service-process.ts';

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

const REQUESTS = 'requests';
const COMPLAINTS = 'complaints';

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

/** Months that a period touches, in order. */
export function listMonths(from: string, to: string): readonly string[] {
  const months: string[] = [];
  for (let month = periodOf(from, 'month'); month.from < to; month = nextPeriod(month))
    months.push(month.text);
  return months;
}

function countHolidays(calendar: Calendar | undefined, month: string): number {
  const { from, to } = parsePeriod(month)!;
  let n = 0;
  for (const version of calendar?.versions ?? [])
    for (const [date, hours] of version.exceptions) {
      const holds = calendar!.versions.findLast((each) => each.from <= date) ?? calendar!.versions[0];
      const isOpen = version.week[weekdayOf(date)].length > 0;
      if (holds === version && date >= from && date < to && hours.length === 0 && isOpen) n += 1;
    }
  return n;
}

/** Rows of a data set by month and process; empty where the institution has no such data set. */
async function countByMonth(
  { content, facts }: Institution,
  id: string,
  [from, to]: readonly [string, string],
  units: readonly string[] | null,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const dataset = content.catalogue.datasets.get(id);
  const has = (name: string) => dataset?.columns.some((column) => column.name === name) ?? false;
  if (!dataset || dataset.date === null || !has('process')) return new Map();
  const column = dataset.columns.find(({ name }) => name === dataset.date);
  const date = column?.type === 'instant' ? `${dataset.date}_local` : quoteName(dataset.date);
  const weight = dataset.weight === null ? '1' : `coalesce(${quoteName(dataset.weight)}, 1)`;
  const service = has('service') ? 'service' : 'null';
  const inside =
    units !== null && has('unit') ? ` and unit in (${units.map(quoteText).join(', ') || 'null'})` : '';
  const annulled = has('status') ? ` and status is distinct from 'anulado'` : '';
  const rows = await facts.duck.rows(
    `select strftime(${date}, '%Y-%m') as month, process, ${service} as service, sum(${weight})::double as n
  from ${quoteName(id)}
 where ${date} >= ${quoteText(from)} and ${date} < ${quoteText(to)}${inside}${annulled}
 group by all`,
  );
  const processOf = toServiceProcess(content);
  const counts = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const named = String(row['service'] ?? '');
    const process = processOf(named) ?? String(row['process'] ?? '');
    const month = counts.get(String(row['month'])) ?? new Map<string, number>();
    month.set(process, (month.get(process) ?? 0) + Number(row['n']));
    counts.set(String(row['month']), month);
  }
  return counts;
}

/**
 * Requests and complaints of each month of a stretch, by process, of these units or all. Annulled ones
 * are not counted. A month without facts is there, empty.
 */
export async function gatherVolumes(
  institution: Institution,
  stretch: { readonly from: string; readonly to: string; readonly units: readonly string[] | null },
): Promise<readonly MonthCounts[]> {
  const { from, to, units } = stretch;
  const requests = await countByMonth(institution, REQUESTS, [from, to], units);
  const complaints = await countByMonth(institution, COMPLAINTS, [from, to], units);
  const { calendars, settings } = institution.content.catalogue;
  const calendar = calendars.get(settings.default_calendar ?? '');
  return listMonths(from, to).map((month) => ({
    month,
    requests: requests.get(month) ?? new Map<string, number>(),
    complaints: complaints.get(month) ?? new Map<string, number>(),
    holidays: countHolidays(calendar, month),
  }));
}
