import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileCalendar, toInstant, type WorkDay, workingTime } from '../../../src/kernel/index.ts';
import { type Institution, measureIndicators } from '../../../src/usecases/index.ts';
import { bring, makePlace, withPlace } from '../command-line.ts';

const PACK = path.join(import.meta.dirname, 'horas-habiles');
const HOUR_US = 3_600_000_000;
const LIMIT_US = 14n * 3_600_000_000n;

/** Zone and calendar of each unit, as the units file of the moment says. */
type Units = Readonly<Record<string, { readonly zone: string; readonly calendar: string }>>;

const DEFAULT = { zone: 'America/Guayaquil', calendar: 'ecuador-regular' };
const UNITS: Units = {
  norte: { zone: 'America/Guayaquil', calendar: 'partido' },
  sur: { zone: 'America/Guayaquil', calendar: 'corrido' },
  lejos: { zone: 'Europe/Madrid', calendar: 'nocturno' },
};

interface Request {
  readonly id: string;
  readonly unit: string;
  /** Wall clock of the unit. */
  readonly opened: string;
  readonly closed: string | null;
}

/** Requests over March 2011, in which Madrid has a day of 23 hours; all different, always the same. */
function listRequests(): Request[] {
  let state = 20_110_301n;
  const next = (below: number): number => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % (1n << 64n);
    return Number((state >> 33n) % BigInt(below));
  };
  const clock = (second: number) => new Date(Date.UTC(2011, 2, 1) + second * 1000).toISOString().slice(0, 19);
  return Array.from({ length: 80 }, (_, index) => {
    const start = next(29 * 86_400);
    // Some begin or end exactly at an hour: opening and closing times are among them.
    const opened = index % 3 === 0 ? start - (start % 3600) : start;
    const end = opened + next(3 * 86_400);
    const closed = index % 4 === 0 ? end - (end % 3600) + 3600 : end;
    return {
      id: `R${String(index + 1).padStart(3, '0')}`,
      unit: ['norte', 'sur', 'lejos', 'nueva'][index % 4]!,
      opened: clock(opened),
      closed: index % 16 === 7 ? null : clock(closed),
    };
  });
}

const REQUESTS = listRequests();

function writeRequests(place: string): string {
  const file = path.join(place, 'requests.csv');
  const rows = REQUESTS.map(({ id, unit, opened, closed }) =>
    [id, 'actualizacion-datos', unit, id, opened, closed ?? ''].join(','),
  );
  writeFileSync(file, `request_id,process,unit,client,opened_at,closed_at\n${rows.join('\n')}\n`);
  return file;
}

function writeUnits(place: string, units: Units): string {
  const file = path.join(place, 'units.csv');
  const rows = Object.entries(units).map(([unit, { zone, calendar }]) => `${unit},${zone},${calendar}`);
  writeFileSync(file, `unit,time_zone,calendar\n${rows.join('\n')}\n`);
  return file;
}

/** Working time of each closed request by the kernel, in microseconds, and open ones past the limit. */
function expectTimes({ content }: Institution, units: Units) {
  const tables = new Map<string, WorkDay[]>();
  const tableOf = (id: string): WorkDay[] => {
    const made =
      tables.get(id) ?? compileCalendar(content.catalogue.calendars.get(id)!, '2011-01-01', '2011-06-01');
    tables.set(id, made);
    return made;
  };
  const placed = REQUESTS.map(({ id, unit, opened, closed }) => {
    const { zone, calendar } = units[unit] ?? DEFAULT;
    const end = closed === null ? null : toInstant(closed, zone);
    return { id, days: tableOf(calendar), start: toInstant(opened, zone), end };
  });
  const cut = placed.reduce((last, { start, end }) => ((end ?? start) > last ? (end ?? start) : last), 0n);
  const times = placed.flatMap(({ id, days, start, end }) =>
    end === null ? [] : [[id, Number(workingTime(days, start, end))] as const],
  );
  const open = placed.filter(({ end }) => end === null);
  const past = open.filter(({ days, start }) => workingTime(days, start, cut) > LIMIT_US);
  return { times: new Map(times), open: { count: open.length, past_limit: past.length } };
}

/** What the product measures: working time of each request in microseconds, and the figure of all. */
async function measureTimes(institution: Institution) {
  const measure = (by: string[]) =>
    measureIndicators(institution, {
      period: '2011-03..2011-04',
      indicators: ['plazo-habil'],
      by,
      as_of: null,
    });
  const each = (await measure(['client'])).measurements.filter(({ n }) => n > 0);
  const [all] = (await measure([])).measurements;
  const times = each.map(
    ({ dimensions, numerator }) => [dimensions['client']!, Math.round(numerator! * HOUR_US)] as const,
  );
  return { times: new Map(times), all: all! };
}

async function expectAgreement(institution: Institution, units: Units): Promise<void> {
  const { times, all } = await measureTimes(institution);
  const expected = expectTimes(institution, units);
  expect(times).toEqual(expected.times);
  expect(all.open).toEqual(expected.open);
  const sum = [...expected.times.values()].reduce((total, us) => total + us, 0);
  expect(all.numerator).toBeCloseTo(sum / HOUR_US, 9);
  expect(all.value).toBeCloseTo(sum / HOUR_US / (14 * expected.times.size), 12);
  expect(all.standard).toMatchObject({ limit: 14, limit_unit: 'working_h' });
}

describe('a limit in working hours', () => {
  it('follows the calendar of each unit, when units come after the requests and when they change', async () => {
    const place = makePlace(PACK);
    await withPlace(place, async (institution) => {
      await bring(institution, 'requests', writeRequests(place));
      await expectAgreement(institution, {});
      await bring(institution, 'units', writeUnits(place, UNITS));
      await expectAgreement(institution, UNITS);
    });
    const moved = { ...UNITS, sur: UNITS['norte']!, lejos: { ...UNITS['lejos']!, calendar: 'corrido' } };
    await withPlace(place, async (institution) => {
      await bring(institution, 'units', writeUnits(place, moved));
      await expectAgreement(institution, moved);
      const { all } = await measureTimes(institution);
      expect(all.sentences.es).toMatch(/h hábiles|horas hábiles|h laborables|horas laborables/);
    });
  });

  it('is computed again where a calendar changed, and there only', async () => {
    const place = makePlace(PACK);
    const untouched = REQUESTS.find(({ unit, closed }) => unit === 'norte' && closed !== null)!;
    await withPlace(place, async (institution) => {
      await bring(institution, 'requests', writeRequests(place));
      await bring(institution, 'units', writeUnits(place, UNITS));
      // A mark on a fact of another calendar: it goes only if that fact is computed again.
      await institution.facts.duck.run(
        `update requests_rows set closed_at_work = closed_at_work + ${HOUR_US} where request_id = '${untouched.id}'`,
      );
    });
    const file = path.join(place, 'circuito-data/packs/horas-habiles/calendars/corrido.yaml');
    const edited = `${readFileSync(file, 'utf8')}  - from: 2011-03-14
    week:
      monday: [10:00-15:00]
      wednesday: [08:30-13:00, 14:00-19:00]
      friday: [10:00-15:00]
`;
    writeFileSync(file, edited);
    await withPlace(place, async (institution) => {
      const { times } = await measureTimes(institution);
      const expected = expectTimes(institution, UNITS).times;
      expect(times.get(untouched.id)).toBe(expected.get(untouched.id)! + HOUR_US);
      times.delete(untouched.id);
      expected.delete(untouched.id);
      expect(times).toEqual(expected);
    });
  });
});
