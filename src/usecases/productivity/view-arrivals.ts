import {
  addDays,
  type Calendar,
  compileCalendar,
  type LocalText,
  Refusal,
  type Scope,
  weekdayOf,
  type Weekday,
} from '../../kernel/index.ts';
import { quoteText } from '../../engine/index.ts';
import { sayFinding } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { reachUnits } from '../reach-units.ts';
import { getStretch, type Stretch } from '../get-stretch.ts';

/** Data set whose openings are arrivals, and the column of the moment. */
const ARRIVALS = { dataset: 'requests', opens: 'opened_at' } as const;
/** With more than this share of openings at midnight, the file has dates without hours. */
const HOURLESS = 0.5;

/** Arrivals of one weekday between an hour and the next. */
export interface ArrivalCell {
  readonly weekday: Weekday;
  readonly hour: number;
  readonly n: number;
  /** Openings divided by the days of that weekday that count. */
  readonly mean: number;
}

export interface ArrivalsView {
  readonly period: string;
  /** Local dates looked at, half-open: the period, cut to the dates of the data. */
  readonly from: string;
  readonly to: string;
  readonly unit: string | null;
  /** Openings of the period, and of them those on holidays, which are counted apart. */
  readonly n: number;
  readonly on_holidays: number;
  readonly hours: readonly number[];
  readonly weekdays: readonly { readonly weekday: Weekday; readonly days: number; readonly n: number }[];
  readonly cells: readonly ArrivalCell[];
  /** Mean of an hour in which anybody comes; null without openings. */
  readonly mean: number | null;
  readonly peak: (ArrivalCell & { readonly times: number }) | null;
  readonly holidays: readonly {
    readonly date: string;
    readonly name: LocalText | null;
    readonly n: number;
  }[];
  readonly finding: LocalText;
  readonly notes: readonly LocalText[];
}

export interface ArrivalsInput {
  readonly period: string;
  readonly unit: string | null;
  readonly scope: Scope;
}

interface Opening {
  readonly date: string;
  readonly hour: number;
  readonly n: number;
  readonly midnight: number;
}

/**
 * When people come: openings by weekday and hour of the unit's wall clock, as a mean of the days of
 * that weekday that the period really has. Days that the calendar of every unit looked at closes,
 * though their weekday is open, are holidays and told apart.
 */
export async function viewArrivals(institution: Institution, input: ArrivalsInput): Promise<ArrivalsView> {
  const stretch = getStretch(input.period);
  const units = reachUnits(input.scope, input.unit);
  if (!institution.content.catalogue.datasets.has(ARRIVALS.dataset))
    throw new Refusal('dataset-not-found', {
      dataset: ARRIVALS.dataset,
      datasets: [],
      hint: '',
      es: [],
      en: [],
    });
  const openings = await listOpenings(institution, stretch, units, input.scope.processes);
  const window = await cutToData(institution, stretch);
  const calendars = await listCalendars(institution, units);
  const closed = listHolidays(calendars, window);
  return toView(institution, { input, stretch, window, openings, closed });
}

function where(units: readonly string[] | null): string {
  if (units === null) return '';
  return units.length === 0 ? ' and false' : ` and unit in (${units.map(quoteText).join(', ')})`;
}

/** SQL that holds for the processes an owner reaches: theirs and those below; for all where null. */
function ofProcesses({ content }: Institution, processes: readonly string[] | null): string {
  if (processes === null) return '';
  const reached = new Set(processes);
  const all = [...content.catalogue.processes.values()];
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    for (const { id, parent } of all) if (parent !== null && reached.has(parent)) reached.add(id);
  }
  return ` and process in ('', ${[...reached].map(quoteText).join(', ')})`;
}

async function listOpenings(
  institution: Institution,
  { from, to }: Stretch,
  units: readonly string[] | null,
  processes: readonly string[] | null,
): Promise<readonly Opening[]> {
  const opens = `${ARRIVALS.opens}_local`;
  const rows = await institution.facts.duck.rows(`
select ${opens}::date::varchar as date, hour(${opens}) as hour, count(*) as n,
       count(*) filter (where ${opens}::time = time '00:00:00') as midnight
  from ${ARRIVALS.dataset} where ${opens} >= date '${from}' and ${opens} < date '${to}'${where(units)}${ofProcesses(institution, processes)}
 group by all order by all`);
  return rows.map((row) => ({
    date: String(row['date']),
    hour: Number(row['hour']),
    n: Number(row['n']),
    midnight: Number(row['midnight']),
  }));
}

/** The period without the days before the first opening that is known of anybody and after the last. */
async function cutToData(
  { facts }: Institution,
  { from, to }: Stretch,
): Promise<{ from: string; to: string }> {
  const opens = `${ARRIVALS.opens}_local`;
  const [row] = await facts.duck.rows(
    `select min(${opens})::date::varchar as first, max(${opens})::date::varchar as last from ${ARRIVALS.dataset}`,
  );
  if (!row || row['first'] === null) return { from, to };
  const [first, after] = [String(row['first']), addDays(String(row['last']), 1)];
  const cut = { from: first > from ? first : from, to: after < to ? after : to };
  return cut.from < cut.to ? cut : { from, to };
}

/** Calendars of the units looked at; that of units which declare none stands for the rest. */
async function listCalendars(
  { facts, content }: Institution,
  units: readonly string[] | null,
): Promise<readonly Calendar[]> {
  const { calendars, settings } = content.catalogue;
  const rows = await facts.duck.rows(
    `select distinct unit, calendar from unit_calendars where true${where(units)} order by all`,
  );
  const declared = rows.map((row) => String(row['calendar'] ?? settings.default_calendar ?? ''));
  const ids = declared.length > 0 ? declared : [settings.default_calendar ?? ''];
  return [...new Set(ids)].flatMap((id) => calendars.get(id) ?? []);
}

/** Dates on which no calendar opens, though the weekday of one does. */
function listHolidays(
  calendars: readonly Calendar[],
  { from, to }: { from: string; to: string },
): ReadonlySet<string> {
  const open = new Set<string>();
  const usual = new Set<string>();
  for (const calendar of calendars) {
    for (const day of compileCalendar(calendar, from, to)) {
      if (day.open.length > 0) open.add(day.date);
      const version = calendar.versions.findLast((item) => item.from <= day.date) ?? calendar.versions[0];
      if ((version?.week[weekdayOf(day.date)] ?? []).length > 0) usual.add(day.date);
    }
  }
  return new Set([...usual].filter((date) => !open.has(date)));
}

/** Name of a holiday as a list of the packs gives it. */
function findHolidayName({ content }: Institution, date: string): LocalText | null {
  for (const list of content.catalogue.holidays.values()) {
    const name = list.dates.get(date);
    if (name) return name;
  }
  return null;
}

interface Counted {
  readonly input: ArrivalsInput;
  readonly stretch: Stretch;
  readonly window: { readonly from: string; readonly to: string };
  readonly openings: readonly Opening[];
  readonly closed: ReadonlySet<string>;
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function countDays({ window, closed }: Counted): ReadonlyMap<Weekday, number> {
  const days = new Map<Weekday, number>(WEEKDAYS.map((weekday) => [weekday, 0]));
  for (let date = window.from; date < window.to; date = addDays(date, 1))
    if (!closed.has(date)) days.set(weekdayOf(date), days.get(weekdayOf(date))! + 1);
  return days;
}

function toCells(counted: Counted, days: ReadonlyMap<Weekday, number>): ArrivalCell[] {
  const sums = new Map<string, { weekday: Weekday; hour: number; n: number }>();
  for (const { date, hour, n } of counted.openings) {
    if (counted.closed.has(date)) continue;
    const weekday = weekdayOf(date);
    const key = `${weekday} ${hour}`;
    const cell = sums.get(key) ?? { weekday, hour, n: 0 };
    cell.n += n;
    sums.set(key, cell);
  }
  return [...sums.values()]
    .map((cell) => ({ ...cell, mean: cell.n / Math.max(1, days.get(cell.weekday) ?? 0) }))
    .sort((a, b) => a.weekday - b.weekday || a.hour - b.hour);
}

function toView(institution: Institution, counted: Counted): ArrivalsView {
  const { input, stretch, window, openings, closed } = counted;
  const days = countDays(counted);
  const cells = toCells(counted, days);
  const n = openings.reduce((sum, opening) => sum + opening.n, 0);
  const midnight = openings.reduce((sum, opening) => sum + opening.midnight, 0);
  const inCells = cells.reduce((sum, cell) => sum + cell.n, 0);
  const slots = cells.reduce((sum, cell) => sum + (days.get(cell.weekday) ?? 0), 0);
  const mean = slots > 0 ? inCells / slots : null;
  const most = cells.reduce<ArrivalCell | null>(
    (top, cell) => (top && top.mean >= cell.mean ? top : cell),
    null,
  );
  const peak = most && mean ? { ...most, times: most.mean / mean } : null;
  const hours = cells.map(({ hour }) => hour);
  const holidays = [...closed].sort().map((date) => ({
    date,
    name: findHolidayName(institution, date),
    n: openings.filter((opening) => opening.date === date).reduce((sum, opening) => sum + opening.n, 0),
  }));
  const hourless = n > 0 && midnight / n > HOURLESS;
  const first = hours.length === 0 ? 0 : Math.min(...hours);
  return {
    period: stretch.text,
    ...window,
    unit: input.unit,
    n,
    on_holidays: n - inCells,
    hours:
      hours.length === 0 ? [] : Array.from({ length: Math.max(...hours) - first + 1 }, (_, at) => first + at),
    weekdays: WEEKDAYS.map((weekday) => ({
      weekday,
      days: days.get(weekday) ?? 0,
      n: cells.filter((cell) => cell.weekday === weekday).reduce((sum, cell) => sum + cell.n, 0),
    })).filter((item) => item.weekday <= 5 || item.n > 0),
    cells,
    mean,
    peak: hourless ? null : peak,
    holidays,
    finding: writeFinding(counted, { n, peak, mean, hourless, days }),
    notes: [
      ...(window.from > stretch.from || window.to < stretch.to
        ? [sayFinding('arrivals-cut', { from: window.from, to: addDays(window.to, -1) })]
        : []),
      ...(holidays.length > 0
        ? [sayFinding('arrivals-holidays', { days: holidays.length, n: n - inCells })]
        : []),
    ],
  };
}

function writeFinding(
  { input, stretch }: Counted,
  found: {
    readonly n: number;
    readonly peak: ArrivalsView['peak'];
    readonly mean: number | null;
    readonly hourless: boolean;
    readonly days: ReadonlyMap<Weekday, number>;
  },
): LocalText {
  const { n, peak, mean, hourless, days } = found;
  const unit = input.unit ?? '';
  if (n === 0 || !peak || mean === null) return sayFinding('arrivals-none', { period: stretch.text, unit });
  if (hourless) return sayFinding('arrivals-without-hour', { n });
  return sayFinding('arrivals-peak', {
    unit,
    weekday: peak.weekday,
    hour: peak.hour,
    value: peak.mean,
    times: peak.times,
    mean,
    days: days.get(peak.weekday) ?? 0,
    n: peak.n,
  });
}
