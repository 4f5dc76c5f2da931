import {
  type Calendar,
  compileCalendar,
  type Interval,
  type LocalText,
  type Schedule,
  type Scope,
  type Weekday,
} from '../../kernel/index.ts';
import { ownHolidayList } from '../../library/index.ts';
import { sayFinding } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { toScheduleCapacity } from './edit-schedules.ts';
import { inScope } from './list-directory.ts';

const OWN_PACK = 'propio';

/** A date with other hours than its weekday: a holiday (no hours) or a half day. */
export interface CalendarDate {
  readonly date: string;
  readonly name: LocalText | null;
  readonly hours: readonly Interval[];
  /** Added here by the institution, so that it can be taken out here. */
  readonly own: boolean;
}

export interface CalendarMonth {
  readonly month: string;
  readonly days: number;
  readonly minutes: number;
}

export interface CalendarView {
  readonly id: string;
  readonly name: LocalText;
  readonly pack: string;
  readonly time_zone: string;
  /** It holds for units that declare none. */
  readonly is_default: boolean;
  readonly units: readonly string[];
  readonly versions: readonly {
    readonly from: string;
    readonly week: readonly { readonly weekday: Weekday; readonly hours: readonly Interval[] }[];
  }[];
  /** Dates of the year asked about. */
  readonly dates: readonly CalendarDate[];
  /** Lists of holidays it keeps, and where each says its dates come from. */
  readonly lists: readonly { readonly id: string; readonly name: LocalText; readonly source: LocalText }[];
  readonly months: readonly CalendarMonth[];
  /** `Julio de 2011 tiene 21 días laborables en este calendario`. */
  readonly finding: LocalText;
}

export interface ScheduleView {
  readonly id: string;
  readonly name: LocalText;
  readonly aliases: readonly string[];
  readonly pack: string;
  readonly mode: Schedule['mode'];
  readonly day_min: number;
  readonly lunch_min: number;
  readonly unproductive_min: number;
  readonly productive_min: number;
  readonly days_per_month: number;
  readonly month_min: number;
  /** People posted with it on the date asked about. */
  readonly people: number;
  readonly arithmetic: LocalText;
}

/** Every calendar in full, with its working days month by month of a year, and the units of the scope that keep it. */
export async function viewCalendars(
  { content, facts }: Institution,
  input: { readonly year: string; readonly month: string; readonly scope: Scope },
): Promise<readonly CalendarView[]> {
  const { calendars, holidays, settings } = content.catalogue;
  const rows = await facts.duck.rows(
    `select unit, calendar from unit_calendars where ${inScope('unit', input.scope)} order by unit`,
  );
  return [...calendars.values()].map((calendar) => {
    const months = listMonths(calendar, input.year);
    const month = months.find((item) => item.month === input.month) ?? months[0]!;
    const lists = (calendar.holidays ?? []).flatMap((id) => holidays.get(id) ?? []);
    return {
      id: calendar.id,
      name: calendar.name ?? { es: calendar.id, en: calendar.id },
      pack: calendar.pack,
      time_zone: calendar.time_zone,
      is_default: calendar.id === settings.default_calendar,
      units: rows.filter((row) => row['calendar'] === calendar.id).map((row) => String(row['unit'])),
      versions: calendar.versions.map(({ from, week }) => ({
        from,
        week: ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, hours: week[weekday] })),
      })),
      dates: listDates(calendar, input.year, lists),
      lists: lists.map(({ id, name, source }) => ({ id, name: name ?? { es: id, en: id }, source })),
      months,
      finding: sayFinding('calendar-month', {
        period: month.month,
        days: month.days,
        minutes: month.minutes,
      }),
    };
  });
}

function listMonths(calendar: Calendar, year: string): CalendarMonth[] {
  const sums = new Map<string, { days: number; us: bigint }>();
  for (const day of compileCalendar(calendar, `${year}-01-01`, `${Number(year) + 1}-01-01`)) {
    const month = day.date.slice(0, 7);
    const sum = sums.get(month) ?? { days: 0, us: 0n };
    const us = day.open.reduce((total, { start_us, end_us }) => total + end_us - start_us, 0n);
    sums.set(month, { days: sum.days + (us > 0n ? 1 : 0), us: sum.us + us });
  }
  return [...sums].map(([month, { days, us }]) => ({ month, days, minutes: Number(us / 60_000_000n) }));
}

interface NamedList {
  readonly id: string;
  readonly pack: string;
  readonly dates: ReadonlyMap<string, LocalText>;
}

function listDates(calendar: Calendar, year: string, lists: readonly NamedList[]): CalendarDate[] {
  const dates = new Map<string, readonly Interval[]>();
  for (const [index, { from, exceptions }] of calendar.versions.entries()) {
    const next = calendar.versions[index + 1]?.from ?? '9999-12-31';
    for (const [date, hours] of exceptions)
      if (date.startsWith(year) && date < next && (index === 0 || date >= from)) dates.set(date, hours);
  }
  const own = lists.find(({ id, pack }) => id === ownHolidayList(calendar.id) && pack === OWN_PACK);
  return [...dates]
    .map(([date, hours]) => ({
      date,
      hours,
      name: lists.map((list) => list.dates.get(date)).find((name) => name !== undefined) ?? null,
      own: own?.dates.has(date) ?? false,
    }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Every schedule with the arithmetic of its capacity, and how many people of the scope keep it on a date. */
export async function viewSchedules(
  { facts }: Institution,
  date: string,
  scope: Scope,
): Promise<readonly ScheduleView[]> {
  const rows = await facts.duck.rows(
    `select schedule, count(distinct person) as people from assignments where date '${date}' between from_date and to_date and ${inScope('unit', scope)} group by schedule`,
  );
  const people = new Map(rows.map((row) => [String(row['schedule']), Number(row['people'])]));
  return [...facts.context.schedules.values()].map((schedule) => {
    return { ...schedule, ...toScheduleCapacity(schedule), people: people.get(schedule.id) ?? 0 };
  });
}
