import type { Calendar, DeadlineLimit } from '../kernel/index.ts';
import type { Facts } from '../facts/index.ts';
import type { Institution } from './institution.ts';

/** Gives the calendar by which a limit counts in a unit. */
export type UnitClock = (unit: string, limit: DeadlineLimit | null) => Calendar;

type Place = Pick<Institution, 'content' | 'facts' | 'ledger'>;
type Units = ReadonlyMap<string, { readonly zone: string; readonly calendar: string | null }>;

const DAY = [{ from_min: 0, to_min: 1440 }];

/** What holds where no calendar does: always open, by a zone. */
function toAlways(zone: string): Calendar {
  const week = { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: DAY, 7: DAY } as const;
  return {
    id: '',
    pack: '',
    time_zone: zone,
    versions: [{ from: '1900-01-01', week, exceptions: new Map() }],
  };
}

/** Compiled once each: tables of working time hang from the object. */
const calendars = new Map<string, Calendar>();
const zoned = new WeakMap<Calendar, Map<string, Calendar>>();

function getAlways(zone: string): Calendar {
  const known = calendars.get(zone) ?? toAlways(zone);
  calendars.set(zone, known);
  return known;
}

function inZone(calendar: Calendar, zone: string): Calendar {
  if (calendar.time_zone === zone) return calendar;
  const own = zoned.get(calendar) ?? new Map<string, Calendar>();
  zoned.set(calendar, own);
  const known = own.get(zone) ?? { ...calendar, time_zone: zone };
  own.set(zone, known);
  return known;
}

/** Units of each folder as last read, with what they were read of. */
const kept = new Map<
  string,
  { readonly context: Facts['context']; readonly state: string; readonly units: Units }
>();

async function loadUnits({ facts, ledger }: Place): Promise<Units> {
  const state = JSON.stringify([ledger.countImports(), ledger.listMerges({ dimension: 'unit' }).length]);
  const known = kept.get(ledger.folder);
  // Every reader of the same facts has the same context.
  if (known?.context === facts.context && known.state === state) return known.units;
  try {
    const duck = await facts.reader();
    try {
      const rows = await duck.rows('select unit, zone, calendar from unit_calendars');
      const units = new Map(
        rows.map(({ unit, zone, calendar }) => [
          String(unit),
          { zone: String(zone), calendar: calendar === null ? null : String(calendar) },
        ]),
      );
      kept.set(ledger.folder, { context: facts.context, state, units });
      return units;
    } finally {
      duck.close();
    }
  } catch {
    // The facts are being made anew: cases go on by what was known, and by the institution's own clock.
    return known?.units ?? new Map();
  }
}

/**
 * The clocks of the units as the facts know them, without waiting for what is being written. A unit
 * nobody described has the institution's calendar and zone. Days end by the unit's own zone; hours
 * are those of its calendar.
 */
export async function loadUnitClock(place: Place): Promise<UnitClock> {
  const units = await loadUnits(place);
  const { catalogue } = place.content;
  const { default_zone, default_calendar } = catalogue.settings;
  return (unit, limit) => {
    const { zone, calendar } = units.get(unit) ?? { zone: default_zone, calendar: default_calendar };
    const found = catalogue.calendars.get(calendar ?? default_calendar ?? '');
    if (found === undefined) return getAlways(zone);
    const isDays = limit?.counts === 'calendar-days' || limit?.counts === 'working-days';
    return isDays ? inZone(found, zone) : found;
  };
}

/** The units that the facts know, without waiting for what is being written. */
export async function listKnownUnits(place: Place): Promise<readonly string[]> {
  return [...(await loadUnits(place)).keys()].filter((unit) => unit !== '' && unit !== 'null');
}

/** The zone that the wall clock of a unit shows. */
export async function loadUnitZone(place: Place): Promise<(unit: string) => string> {
  const units = await loadUnits(place);
  const { default_zone } = place.content.catalogue.settings;
  return (unit) => units.get(unit)?.zone ?? default_zone;
}
