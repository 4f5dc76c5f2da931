import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar, Interval, Schedule } from './calendar.ts';
import type { Absence, Assignment, CapacityDay, Horizon, OpenDay } from './capacity.ts';
import { CAPACITY_SCALE, resolveAssignments, toCapacityDays } from './capacity.ts';
import { addDays, periodOf, toDate } from './period.ts';
import { compileCalendar } from './working-time.ts';

const MINUTE_PARTS = 60_000_000n * CAPACITY_SCALE;

function schedule(id: string, day_min: number, mode: Schedule['mode'] = 'thesis'): Schedule {
  const name = { es: id, en: id };
  return {
    id,
    pack: 'prueba',
    name,
    aliases: [],
    day_min,
    lunch_min: 30,
    unproductive_min: 60,
    mode,
    days_per_month: 20,
  };
}

const SCHEDULES = new Map(
  [schedule('regular', 420), schedule('especial', 360), schedule('abierto', 420, 'calendar')].map((s) => [
    s.id,
    s,
  ]),
);
const JUNE: Horizon = { from: '2011-06-01', to: '2011-07-01' };

const closed: OpenDay = () => null;

function row(from: string, to: string | null = null, unit = 'norte', id = 'regular'): Assignment {
  return { person: 'ana', unit, schedule: id, from, to };
}

function capacity(
  staff: readonly Assignment[],
  absences: readonly Absence[] = [],
  horizon = JUNE,
  openDay = closed,
): CapacityDay[] {
  return [...toCapacityDays(resolveAssignments(staff), absences, SCHEDULES, horizon, openDay)];
}

/** Exact minutes of some days; fails when they are not whole thousandths. */
function minutes(days: readonly CapacityDay[]): number {
  const parts = days.reduce((sum, day) => sum + day.parts, 0n);
  expect((parts * 1000n) % MINUTE_PARTS).toBe(0n);
  return Number((parts * 1000n) / MINUTE_PARTS) / 1000;
}

describe('one row per person and date', () => {
  test('a loan lies inside the main row, which goes on after it', () => {
    expect(resolveAssignments([row('2011-01-01'), row('2011-06-10', '2011-06-20', 'sur')])).toEqual([
      row('2011-01-01', '2011-06-09'),
      row('2011-06-10', '2011-06-20', 'sur'),
      row('2011-06-21'),
    ]);
  });

  test('a later row takes over, whatever the order of the list', () => {
    const rows = [row('2011-06-16', null, 'norte', 'especial'), row('2011-01-01')];
    const expected = [row('2011-01-01', '2011-06-15'), row('2011-06-16', null, 'norte', 'especial')];
    expect(resolveAssignments(rows)).toEqual(expected);
    expect(resolveAssignments(rows.toReversed())).toEqual(expected);
  });

  test('of two from the same date the later in the list holds; pauses stay; backward rows say nothing', () => {
    expect(resolveAssignments([row('2011-01-01'), row('2011-01-01', '2011-01-31', 'sur')])).toEqual([
      row('2011-01-01', '2011-01-31', 'sur'),
      row('2011-02-01'),
    ]);
    expect(resolveAssignments([row('2011-03-01', '2011-03-31'), row('2011-01-01', '2011-01-31')])).toEqual([
      row('2011-01-01', '2011-01-31'),
      row('2011-03-01', '2011-03-31'),
    ]);
    expect(resolveAssignments([row('2011-03-01', '2011-02-01')])).toEqual([]);
  });

  test('stretches that say the same and touch are one; people are in order', () => {
    const bruno = { ...row('2011-01-01'), person: 'bruno' };
    expect(resolveAssignments([bruno, row('2011-02-01'), row('2011-01-01', '2011-01-31')])).toEqual([
      row('2011-01-01'),
      bruno,
    ]);
  });

  test('on any date the row with the latest beginning holds', () => {
    const date = fc.integer({ min: 15_000, max: 15_030 }).map(toDate);
    const anyRow = fc.record({
      person: fc.constantFrom('ana', 'bruno'),
      unit: fc.constantFrom('norte', 'sur'),
      schedule: fc.constantFrom('regular', 'especial'),
      from: date,
      to: fc.option(date),
    });
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 8 }),
        date,
        fc.constantFrom('ana', 'bruno'),
        (rows, day, person) => {
          const on = (list: readonly Assignment[]) =>
            list.filter((r) => r.person === person && r.from <= day && (r.to === null || day <= r.to));
          const rivals = on(rows);
          const latest = rivals
            .map((r) => r.from)
            .sort()
            .at(-1);
          const wanted = rivals.findLast((r) => r.from === latest);
          const found = on(resolveAssignments(rows));
          expect(found.map((r) => [r.unit, r.schedule])).toEqual(
            wanted ? [[wanted.unit, wanted.schedule]] : [],
          );
        },
      ),
    );
  });
});

describe('thesis mode', () => {
  test('a month of the regular schedule is 6,600 min, of the special one 5,400', () => {
    expect(minutes(capacity([row('2011-01-01')]))).toBe(6600);
    expect(minutes(capacity([row('2011-01-01', null, 'norte', 'especial')]))).toBe(5400);
    expect(capacity([row('2011-01-01')])).toHaveLength(22);
    expect(capacity([row('2011-01-01')])[0]).toEqual({
      person: 'ana',
      unit: 'norte',
      schedule: 'regular',
      date: '2011-06-01',
      parts: 300n * MINUTE_PARTS,
    });
  });

  test('a change on the 16th is prorated by Mondays to Fridays', () => {
    // June 2011: 11 of its 22 Mondays to Fridays come before the 16th; in August, 11 of 23.
    const rows = [row('2011-01-01'), row('2011-06-16', '2011-07-31', 'norte', 'especial')];
    expect(minutes(capacity(rows))).toBe(3300 + 2700);
    const august = capacity([row('2011-01-01'), row('2011-08-16', null, 'norte', 'especial')], [], {
      from: '2011-08-01',
      to: '2011-09-01',
    });
    const parts = august.reduce((sum, day) => sum + day.parts, 0n);
    expect(parts * 23n).toBe((6600n * 11n + 5400n * 12n) * MINUTE_PARTS);
  });

  test('absences take days away, both ends included, once', () => {
    const absence = (from: string, to: string | null): Absence => ({
      person: 'ana',
      from,
      to,
      kind: 'vacaciones',
    });
    const staff = [row('2011-01-01')];
    expect(minutes(capacity(staff, [absence('2011-06-06', '2011-06-10')]))).toBe(6600 - 5 * 300);
    expect(minutes(capacity(staff, [absence('2011-06-04', '2011-06-05')]))).toBe(6600);
    expect(
      minutes(capacity(staff, [absence('2011-05-20', '2011-06-01'), absence('2011-06-01', '2011-06-02')])),
    ).toBe(6000);
    expect(minutes(capacity(staff, [absence('2011-06-30', null)]))).toBe(6300);
    expect(capacity(staff, [absence('2011-01-01', null)])).toEqual([]);
    expect(minutes(capacity(staff, [{ ...absence('2011-06-01', null), person: 'bruno' }]))).toBe(6600);
  });

  test('a loan moves capacity to the other unit', () => {
    const days = capacity([row('2011-01-01'), row('2011-06-13', '2011-06-17', 'sur')]);
    expect(minutes(days.filter((day) => day.unit === 'sur'))).toBe(1500);
    expect(minutes(days.filter((day) => day.unit === 'norte'))).toBe(5100);
  });

  test('no capacity without a known schedule, without productive time or outside the dates', () => {
    expect(capacity([row('2011-01-01', null, 'norte', 'nocturno')])).toEqual([]);
    expect(capacity([row('2011-01-01', '2011-05-31')])).toEqual([]);
    expect(capacity([row('2011-07-01')])).toEqual([]);
    const idle = new Map([['regular', { ...schedule('regular', 80) }]]);
    expect([...toCapacityDays([row('2011-01-01')], [], idle, JUNE, closed)]).toEqual([]);
  });

  test('every month adds up exactly, and splitting it in two loses nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2060 }),
        fc.nat(11),
        fc.integer({ min: 1, max: 27 }),
        (year, month, cut) => {
          const { from, to } = periodOf(`${year}-${String(month + 1).padStart(2, '0')}-01`, 'month');
          const whole = capacity([row('1980-01-01')], [], { from, to });
          const middle = addDays(from, cut);
          const halves = [
            ...capacity([row('1980-01-01')], [], { from, to: middle }),
            ...capacity([row('1980-01-01')], [], { from: middle, to }),
          ];
          expect(whole.reduce((sum, day) => sum + day.parts, 0n)).toBe(6600n * MINUTE_PARTS);
          expect(halves).toEqual(whole);
        },
      ),
    );
  });
});

describe('calendar mode', () => {
  const day: Interval[] = [
    { from_min: 540, to_min: 750 },
    { from_min: 780, to_min: 960 },
  ];
  const norte: Calendar = {
    id: 'norte',
    pack: 'prueba',
    time_zone: 'America/Guayaquil',
    versions: [
      {
        from: '2011-01-01',
        week: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] },
        exceptions: new Map([
          ['2011-06-06', []],
          ['2011-06-07', [{ from_min: 540, to_min: 735 }]],
          ['2011-06-11', [{ from_min: 540, to_min: 735 }]],
        ]),
      },
    ],
  };
  const table = new Map(
    compileCalendar(norte, JUNE.from, JUNE.to).map((work) => [
      work.date,
      { open_us: work.open.reduce((sum, piece) => sum + piece.end_us - piece.start_us, 0n) },
    ]),
  );
  const openDay: OpenDay = (unit, date) => (unit === 'norte' ? (table.get(date) ?? null) : null);

  test('open time x productive / at the desk: 390 min open give 330, a half day 165, a holiday none', () => {
    const days = capacity([row('2011-01-01', null, 'norte', 'abierto')], [], JUNE, openDay);
    const on = (date: string) => minutes(days.filter((found) => found.date === date));
    expect(on('2011-06-01')).toBe(330);
    expect(on('2011-06-06')).toBe(0);
    expect(on('2011-06-07')).toBe(165);
    expect(on('2011-06-11')).toBe(165);
    expect(minutes(days)).toBe(20 * 330 + 2 * 165);
    expect(days.some((found) => found.date === '2011-06-06')).toBe(false);
  });

  test('a unit without a calendar has no capacity', () => {
    expect(capacity([row('2011-01-01', null, 'sur', 'abierto')], [], JUNE, openDay)).toEqual([]);
  });
});

test('a thousand people in two years take a moment', () => {
  const staff = Array.from({ length: 1000 }, (_, i) => ({
    ...row('2009-01-01', null, `u${i % 200}`, i % 5 === 0 ? 'abierto' : 'regular'),
    person: `p${String(i).padStart(4, '0')}`,
  }));
  const absences = staff.map(({ person }, i) => {
    const from = addDays('2010-01-01', i % 600);
    return { person, from, to: addDays(from, 14), kind: 'vacaciones' };
  });
  const horizon = { from: '2010-01-01', to: '2012-01-01' };
  let count = 0;
  const took_ms = [1, 2, 3].map(() => {
    const start = performance.now();
    count = toCapacityDays(resolveAssignments(staff), absences, SCHEDULES, horizon, () => ({
      open_us: 23_400_000_000n,
    })).reduce((total) => total + 1, 0);
    return performance.now() - start;
  });
  expect(count).toBeGreaterThan(500_000);
  expect(Math.min(...took_ms)).toBeLessThan(1500);
});
