import type { CalendarVersion, Interval, LocalText, Schedule, Weekday } from '../kernel/index.ts';
import type { FilePlace, HolidayList } from './catalogue.ts';
import type { Entry, Reading } from './entry.ts';
import { readOneThing } from './entry.ts';
import type { Spot } from './fields.ts';
import { Fields } from './fields.ts';
import { isDate, isTimeZone, parseInterval, suggestDate } from './plain-values.ts';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** A calendar as written: the holiday lists it keeps are still names. */
export interface CalendarDraft {
  readonly id: string;
  readonly pack: string;
  readonly name: LocalText | null;
  readonly time_zone: string;
  readonly versions: readonly (CalendarVersion & { readonly holidays: readonly NamedAt[] })[];
}

/** A name of a thing of another file, and where it is written. */
interface NamedAt {
  readonly name: string;
  readonly place: FilePlace;
  readonly path: string;
}

/** Reads the opening hours of a kind of unit, version by version. */
export function readCalendar(reading: Reading): Entry<CalendarDraft> {
  return readOneThing(reading, 'calendar', ['name', 'time_zone', 'versions'], (fields, id) => {
    const name = fields.localIf('name');
    const zone = fields.need('time_zone');
    const time_zone = zone?.text() ?? '';
    if (zone !== null && time_zone !== '' && !isTimeZone(time_zone)) {
      zone.add('unknown-time-zone', { value: time_zone }, 'America/Guayaquil');
    }
    const spots = fields.need('versions')?.list() ?? [];
    const versions = spots.map(readVersion);
    versions.forEach((version, index) => {
      const next = versions[index + 1];
      if (next !== undefined && next.from <= version.from) {
        spots[index + 1]?.add('versions-out-of-order', { first: version.from, second: next.from });
      }
      for (const date of version.exceptions.keys()) {
        // The first version also holds before its date, so that only later ones have a beginning.
        const early = index > 0 && date < version.from;
        if (early || (next !== undefined && date >= next.from)) {
          spots[index]?.add('exception-outside-version', { date, from: version.from }, undefined, 'warning');
        }
      }
    });
    return { id, pack: reading.pack, name, time_zone, versions };
  });
}

function readVersion(spot: Spot): CalendarDraft['versions'][number] {
  const fields = new Fields(spot, ['from', 'week', 'holidays', 'exceptions']);
  const from = fields.date('from');
  const weekSpot = fields.need('week');
  const days = weekSpot === null ? null : new Fields(weekSpot, DAYS);
  const hours = (index: number): Interval[] => readHours(days?.list(DAYS[index] as string) ?? []);
  const week: Record<Weekday, Interval[]> = {
    1: hours(0),
    2: hours(1),
    3: hours(2),
    4: hours(3),
    5: hours(4),
    6: hours(5),
    7: hours(6),
  };
  const exceptions = new Map<string, readonly Interval[]>();
  for (const { key, value } of fields.find('exceptions')?.entries() ?? []) {
    if (!isDate(key)) value.add('date-not-iso', { value: key }, suggestDate(key));
    exceptions.set(key, readHours(value.list()));
  }
  const holidays = fields.list('holidays').map((each) => ({
    name: each.written ?? '',
    place: each.place,
    path: each.path,
  }));
  return { from, week, exceptions, holidays };
}

function readHours(spots: readonly Spot[]): Interval[] {
  let end = 0;
  return spots.flatMap((spot) => {
    const text = spot.text();
    const interval = parseInterval(text);
    if (interval === undefined) {
      spot.add('bad-hours', { value: text });
      return [];
    }
    if (interval.from_min < end) spot.add('hours-overlap', { value: text });
    end = interval.to_min;
    return [interval];
  });
}

/** Reads a list of dates on which nobody works, with the name of each. */
export function readHolidays(reading: Reading): Entry<HolidayList> {
  return readOneThing(reading, 'holidays', ['name', 'source', 'dates'], (fields, id) => {
    const name = fields.localIf('name');
    const source = fields.local('source');
    const dates = new Map<string, LocalText>();
    for (const { key, value } of fields.need('dates')?.entries() ?? []) {
      if (!isDate(key)) value.add('date-not-iso', { value: key }, suggestDate(key));
      dates.set(key, value.local());
    }
    return { id, pack: reading.pack, name, source, dates };
  });
}

/** Reads a working schedule, from which installed capacity comes. */
export function readSchedule(reading: Reading): Entry<Schedule> {
  const known = ['name', 'aliases', 'day_min', 'lunch_min', 'unproductive_min', 'mode', 'days_per_month'];
  return readOneThing(reading, 'schedule', known, (fields, id) => {
    const schedule: Schedule = {
      id,
      pack: reading.pack,
      name: fields.local('name'),
      aliases: fields.texts('aliases'),
      day_min: fields.whole('day_min'),
      lunch_min: fields.whole('lunch_min'),
      unproductive_min: fields.whole('unproductive_min'),
      mode: fields.choice('mode', ['thesis', 'calendar'], 'thesis'),
      days_per_month: fields.whole('days_per_month', 20),
    };
    const lost = schedule.lunch_min + schedule.unproductive_min;
    if (schedule.day_min > 1440 || lost >= schedule.day_min) {
      fields.find('day_min')?.add('no-productive-time', { day_min: schedule.day_min, lost });
    }
    return schedule;
  });
}
