import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Calendar, CalendarVersion, Interval, Weekday } from './calendar.ts';
import { addDays } from './period.ts';
import { checkCalendar, compileCalendar, workAt, workingTime } from './working-time.ts';
import { toInstant } from './zone.ts';

const HOUR_US = 3_600_000_000n;

function hours(...pairs: readonly [number, number][]): Interval[] {
  return pairs.map(([from, to]) => ({ from_min: from * 60, to_min: to * 60 }));
}

function week(open: readonly Interval[], weekend: readonly Interval[] = []): CalendarVersion['week'] {
  return { 1: open, 2: open, 3: open, 4: open, 5: open, 6: weekend, 7: weekend };
}

function version(
  from: string,
  open: CalendarVersion['week'],
  exceptions: readonly [string, readonly Interval[]][] = [],
): CalendarVersion {
  return { from, week: open, exceptions: new Map(exceptions) };
}

function calendar(time_zone: string, ...versions: readonly CalendarVersion[]): Calendar {
  return { id: 'agencia', pack: 'prueba', time_zone, versions };
}

/** Working hours between two local times of the calendar. */
function hoursBetween(of: Calendar, start: string, end: string): number {
  const days = compileCalendar(of, addDays(start.slice(0, 10), -7), addDays(end.slice(0, 10), 8));
  const us = workingTime(days, toInstant(start, of.time_zone), toInstant(end, of.time_zone));
  return Number(us) / Number(HOUR_US);
}

const QUITO = 'America/Guayaquil';
const office = calendar(QUITO, version('2011-01-01', week(hours([9, 16]))));

describe('by hand', () => {
  test('Friday 15:00 to Monday 15:00 in 9:00-16:00 is 7 h of work and 72 h by the clock', () => {
    expect(hoursBetween(office, '2011-06-03T15:00:00', '2011-06-06T15:00:00')).toBe(7);
    const clock = toInstant('2011-06-06T15:00:00', QUITO) - toInstant('2011-06-03T15:00:00', QUITO);
    expect(clock / HOUR_US).toBe(72n);
  });

  test('an end before the start is negative', () => {
    expect(hoursBetween(office, '2011-06-06T15:00:00', '2011-06-06T10:30:00')).toBe(-4.5);
  });

  test('opening and closing moments are exact', () => {
    expect(hoursBetween(office, '2011-06-06T08:59:59', '2011-06-06T09:00:00')).toBe(0);
    expect(hoursBetween(office, '2011-06-06T09:00:00', '2011-06-06T09:00:01')).toBe(1 / 3600);
    expect(hoursBetween(office, '2011-06-06T15:59:59', '2011-06-06T16:00:00')).toBe(1 / 3600);
    expect(hoursBetween(office, '2011-06-06T16:00:00', '2011-06-07T09:00:00')).toBe(0);
  });

  test('lunch, a half day, a holiday and a working Saturday', () => {
    const split = calendar(
      QUITO,
      version('2011-01-01', week(hours([8, 12.5], [13.5, 17])), [
        ['2011-05-24', []],
        ['2011-05-25', hours([8, 12])],
        ['2011-05-28', hours([9, 13])],
      ]),
    );
    expect(hoursBetween(split, '2011-05-23T12:00:00', '2011-05-23T14:00:00')).toBe(1);
    expect(hoursBetween(split, '2011-05-23T16:00:00', '2011-05-26T09:00:00')).toBe(1 + 0 + 4 + 1);
    expect(hoursBetween(split, '2011-05-28T00:00:00', '2011-05-29T00:00:00')).toBe(4);
  });

  test('a version holds from its date on, the first one also before, in whatever order they are written', () => {
    const changed = calendar(
      QUITO,
      version('2011-06-16', week(hours([10, 16]))),
      version('2011-06-01', week(hours([9, 16]))),
    );
    expect(hoursBetween(changed, '2011-05-31T00:00:00', '2011-06-01T00:00:00')).toBe(7);
    expect(hoursBetween(changed, '2011-06-15T00:00:00', '2011-06-16T00:00:00')).toBe(7);
    expect(hoursBetween(changed, '2011-06-16T00:00:00', '2011-06-17T00:00:00')).toBe(6);
  });

  test('days of 23 and 25 hours, open all day', () => {
    const always = (zone: string) =>
      calendar(zone, version('2011-01-01', week(hours([0, 24]), hours([0, 24]))));
    const day = (zone: string, date: string) =>
      hoursBetween(always(zone), `${date}T00:00:00`, `${addDays(date, 1)}T00:00:00`);
    expect(day('Europe/Amsterdam', '2011-03-27')).toBe(23);
    expect(day('Europe/Amsterdam', '2011-10-30')).toBe(25);
    expect(day('America/Havana', '2011-03-20')).toBe(23);
    expect(day('America/Santiago', '2011-08-21')).toBe(23);
    expect(day('America/Santiago', '2011-05-07')).toBe(25);
    expect(day('Pacific/Apia', '2011-12-29')).toBe(24);
    // 30 December 2011 does not exist in Samoa.
    expect(compileCalendar(always('Pacific/Apia'), '2011-12-30', '2011-12-31')[0]?.open).toEqual([]);
  });

  test('hours that the clock skips do not count, hours it shows twice count twice', () => {
    const night = (from: number, to: number) =>
      calendar('Europe/Amsterdam', version('2011-01-01', week([], hours([from, to]))));
    const spring = (from: number, to: number) =>
      hoursBetween(night(from, to), '2011-03-27T00:00:00', '2011-03-28T00:00:00');
    const autumn = (from: number, to: number) =>
      hoursBetween(night(from, to), '2011-10-30T00:00:00', '2011-10-31T00:00:00');
    expect(spring(1, 4)).toBe(2);
    expect(spring(2.5, 4)).toBe(1);
    expect(spring(2.25, 2.75)).toBe(0);
    expect(autumn(1, 4)).toBe(4);
    expect(autumn(2.5, 4)).toBe(2);
    expect(autumn(2.25, 2.75)).toBe(1);
  });

  test('overlapping and touching intervals are one', () => {
    const messy = calendar(QUITO, version('2011-01-01', week(hours([13, 16], [9, 12], [11, 13]))));
    const [monday] = compileCalendar(messy, '2011-06-06', '2011-06-07');
    expect(monday?.open).toEqual([
      { start_us: toInstant('2011-06-06T09:00:00', QUITO), end_us: toInstant('2011-06-06T16:00:00', QUITO) },
    ]);
  });

  test('the table has every date and accumulates; outside it the time stands still', () => {
    const days = compileCalendar(office, '2011-06-03', '2011-06-08');
    expect(days.map((day) => day.date)).toEqual([
      '2011-06-03',
      '2011-06-04',
      '2011-06-05',
      '2011-06-06',
      '2011-06-07',
    ]);
    expect(days.map((day) => day.before_us / HOUR_US)).toEqual([0n, 7n, 7n, 7n, 14n]);
    expect(workAt(days, 0n)).toBe(0n);
    expect(workAt(days, toInstant('2020-01-01T00:00:00', QUITO))).toBe(21n * HOUR_US);
    expect(workAt([], 0n)).toBe(0n);
    expect(compileCalendar(office, '2011-06-03', '2011-06-03')).toEqual([]);
    expect(compileCalendar(calendar(QUITO), '2011-06-03', '2011-06-04')[0]?.open).toEqual([]);
  });
});

/**
 * The other way to the same number: walk minute by minute, ask the zone what its wall clock shows,
 * and add the seconds of each minute in which the door is open. Shares nothing with the code tested.
 */
function walk(of: Calendar, start_s: number, end_s: number, step_s: number): number {
  if (end_s < start_s) return -walk(of, end_s, start_s, step_s);
  let total = 0;
  for (let at = Math.floor(start_s / step_s) * step_s; at < end_s; at += step_s) {
    const wall = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(of.time_zone);
    const date = wall.toPlainDate().toString();
    let holds: CalendarVersion | undefined;
    for (const candidate of of.versions) {
      if (candidate.from <= date && (holds === undefined || candidate.from > holds.from)) holds = candidate;
    }
    holds ??= of.versions.reduce((first, other) => (other.from < first.from ? other : first));
    const open = holds.exceptions.get(date) ?? holds.week[wall.dayOfWeek as Weekday];
    const minute = wall.hour * 60 + wall.minute;
    if (open.some(({ from_min, to_min }) => from_min <= minute && minute < to_min)) {
      total += Math.min(at + step_s, end_s) - Math.max(at, start_s);
    }
  }
  return total;
}

/** A failure is made small for so long at most: walking is slow. */
const PATIENCE = { interruptAfterTimeLimit: 15_000, markInterruptAsFailure: true };

/** A day with a clock change in each zone that has them, a plain one elsewhere. */
const ANCHORS: readonly (readonly [string, readonly string[]])[] = [
  ['America/Santiago', ['2011-05-07', '2011-08-21', '2024-04-06', '2024-09-08']],
  ['Europe/Amsterdam', ['2011-03-27', '2011-10-30']],
  ['America/Havana', ['2011-03-20', '2011-11-13']],
  ['Pacific/Galapagos', ['2011-06-03']],
  ['America/Guayaquil', ['2011-06-03', '1992-11-28', '1993-02-05']],
];

const minute = fc.oneof(
  fc.constantFrom(0, 30, 60, 90, 120, 150, 180, 540, 750, 810, 960, 1380, 1410, 1440),
  fc.integer({ min: 0, max: 1440 }),
);
const interval = fc
  .tuple(minute, minute)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ from_min: Math.min(a, b), to_min: Math.max(a, b) }));
const open = fc.array(interval, { maxLength: 3 });
const anyWeek = fc
  .array(open, { minLength: 7, maxLength: 7 })
  .map(([a = [], b = [], c = [], d = [], e = [], f = [], g = []]) => ({
    1: a,
    2: b,
    3: c,
    4: d,
    5: e,
    6: f,
    7: g,
  }));

function anyCalendar(zone: string, anchor: string) {
  const near = fc.integer({ min: -3, max: 3 }).map((shift) => addDays(anchor, shift));
  const exceptions = fc.array(fc.tuple(near, fc.oneof(fc.constant([]), open)), { maxLength: 3 });
  const versions = fc
    .uniqueArray(fc.tuple(near, anyWeek, exceptions), {
      minLength: 1,
      maxLength: 3,
      selector: ([from]) => from,
    })
    .map((list) => list.map(([from, days, dates]) => version(from, days, dates)));
  return versions.map((list) => calendar(zone, ...list));
}

describe.each(ANCHORS)('against a walker, %s', (zone, anchors) => {
  const scene = fc.constantFrom(...anchors).chain((anchor) =>
    fc.record({
      anchor: fc.constant(anchor),
      of: anyCalendar(zone, anchor),
      start: fc.integer({ min: -100_000, max: 140_000 }),
      length: fc.integer({ min: -90_000, max: 170_000 }),
    }),
  );

  test('any two moments agree to the second, walked minute by minute', () => {
    fc.assert(
      fc.property(scene, ({ anchor, of, start, length }) => {
        const days = compileCalendar(of, addDays(anchor, -6), addDays(anchor, 7));
        const start_s = Date.parse(anchor) / 1000 + start;
        const us = workingTime(days, BigInt(start_s) * 1_000_000n, BigInt(start_s + length) * 1_000_000n);
        expect(us).toBe(BigInt(walk(of, start_s, start_s + length, 60)) * 1_000_000n);
      }),
      { numRuns: 60, ...PATIENCE },
    );
  });

  test('around every opening and closing, walked second by second', () => {
    fc.assert(
      fc.property(scene, fc.nat(), ({ anchor, of }, pick) => {
        const days = compileCalendar(of, addDays(anchor, -3), addDays(anchor, 4));
        const edges = days.flatMap((day) => day.open.flatMap((piece) => [piece.start_us, piece.end_us]));
        const edge = edges[pick % Math.max(1, edges.length)];
        // The walker knows no ends of the table: stay inside it.
        fc.pre(edge !== undefined && edge > (edges[0] as bigint) && edge < (edges.at(-1) as bigint));
        const edge_s = Number(edge / 1_000_000n);
        for (const [from, to] of [
          [-61, 0],
          [0, 61],
          [-1, 1],
          [-7, 64],
        ] as const) {
          const us = workingTime(days, BigInt(edge_s + from) * 1_000_000n, BigInt(edge_s + to) * 1_000_000n);
          expect(us).toBe(BigInt(walk(of, edge_s + from, edge_s + to, 1)) * 1_000_000n);
        }
      }),
      { numRuns: 20, ...PATIENCE },
    );
  });
});

test('five years of a calendar with clock changes are made at once', () => {
  const shop = calendar('America/Santiago', version('2011-01-01', week(hours([9, 13], [14, 18]))));
  // The best of three, so that a busy machine does not speak.
  const took_ms = [1, 2, 3].map(() => {
    const start = performance.now();
    compileCalendar(shop, '2011-01-01', '2016-01-01');
    return performance.now() - start;
  });
  expect(Math.min(...took_ms)).toBeLessThan(100);
  // 2011-2015 has 1,304 Mondays to Fridays of 8 hours.
  const days = compileCalendar(shop, '2011-01-01', '2016-01-01');
  expect(days).toHaveLength(1826);
  expect(workAt(days, toInstant('2016-01-01T00:00:00', shop.time_zone))).toBe(1304n * 8n * HOUR_US);
});

describe('what is wrong in a calendar', () => {
  const codes = (of: Calendar) => checkCalendar(of).map((problem) => `${problem.code} ${problem.where.path}`);

  test('a right one has no problems, also with touching intervals', () => {
    expect(codes(office)).toEqual([]);
    expect(codes(calendar(QUITO, version('2011-01-01', week(hours([9, 13], [13, 24])))))).toEqual([]);
  });

  test('each mistake is told with its place', () => {
    const only = (open_: readonly Interval[]) => ({ ...week([]), 3: open_ });
    expect(codes(calendar('America/Quito', version('2011-01-01', week([]))))).toEqual([
      'calendar-zone-unknown time_zone',
    ]);
    expect(codes(calendar(QUITO))).toEqual(['calendar-without-versions versions']);
    expect(codes(calendar(QUITO, version('2011-01-01', week([])), version('2011-01-01', week([]))))).toEqual([
      'calendar-version-repeated versions[1].from',
    ]);
    expect(codes(calendar(QUITO, version('2011-02-30', week([]), [['2011-13-01', []]])))).toEqual([
      'calendar-date-wrong versions[0].from',
      'calendar-date-wrong versions[0].exceptions.2011-13-01',
    ]);
    expect(codes(calendar(QUITO, version('2011-01-01', only(hours([16, 9])))))).toEqual([
      'calendar-interval-backwards versions[0].week.3',
    ]);
    expect(codes(calendar(QUITO, version('2011-01-01', only(hours([20, 25])))))).toEqual([
      'calendar-interval-outside-day versions[0].week.3',
    ]);
    expect(
      codes(calendar(QUITO, version('2011-01-01', week([]), [['2011-05-24', hours([9, 13], [12, 16])]]))),
    ).toEqual(['calendar-intervals-overlap versions[0].exceptions.2011-05-24']);
  });

  test('hours are told as they are written', () => {
    const [problem] = checkCalendar(
      calendar(QUITO, version('2011-01-01', { ...week([]), 3: hours([9, 13], [12.5, 16]) })),
    );
    expect(problem?.params).toEqual({
      calendar: 'agencia',
      day: '3',
      interval: '9:00-13:00',
      other: '12:30-16:00',
    });
  });
});
