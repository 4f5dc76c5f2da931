import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar, DeadlineCount, Interval, Pause, Weekday } from '../../src/kernel/index.ts';
import { addDays, remainingOf, toDue } from '../../src/kernel/index.ts';
import { toWallClock, walkDeadline, type Walked, type WallClock } from './walk-deadline.ts';

const MINUTE_US = 60_000_000n;
const DAYS = 100;
const WALKS = Number(process.env['CIRCUITO_WALKS'] ?? 2500);

/** Places and beginnings of windows with something in the clock to stumble over. */
const WINDOWS = [
  // No change of clock at all.
  ['America/Guayaquil', '2011-05-20'],
  // Midnight is skipped, and shown twice, in spring and autumn.
  ['America/Santiago', '2011-08-15'],
  ['America/Santiago', '2011-05-01'],
  ['America/Asuncion', '2011-09-26'],
  // The hour after midnight is shown twice.
  ['America/Havana', '2011-11-07'],
  // The wall goes back to the day before at one minute past midnight.
  ['America/St_Johns', '2010-11-01'],
  // Hours by day, in the middle of a year and over its end.
  ['Europe/Madrid', '2011-10-24'],
  // Half an hour.
  ['Australia/Lord_Howe', '2011-03-28'],
  // A day that was never there.
  ['Pacific/Apia', '2011-12-24'],
] as const;

const clocks = new Map<string, WallClock>();

function clockOf(zone: string, from: string): WallClock {
  const key = `${zone} ${from}`;
  const clock = clocks.get(key) ?? toWallClock(zone, from, DAYS);
  clocks.set(key, clock);
  return clock;
}

const interval = (from: number, to: number): Interval => ({ from_min: from, to_min: to });

/** Hours of a day: closed, all day, the morning, with lunch, the first and the last minutes, or any. */
const hours = fc.oneof(
  { weight: 2, arbitrary: fc.constant<readonly Interval[]>([]) },
  fc.constant<readonly Interval[]>([interval(0, 1440)]),
  fc.constant<readonly Interval[]>([interval(540, 780)]),
  { weight: 4, arbitrary: fc.constant<readonly Interval[]>([interval(540, 780), interval(840, 1080)]) },
  fc.constant<readonly Interval[]>([interval(0, 30), interval(1380, 1440)]),
  fc
    .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 })
    .map((cuts): readonly Interval[] => {
      const sorted = cuts.toSorted((a, b) => a - b);
      return sorted.flatMap((from, i) =>
        i % 2 === 0 && sorted[i + 1]! ? [interval(from, sorted[i + 1]!)] : [],
      );
    }),
);

const week = fc
  .tuple(fc.array(hours, { minLength: 7, maxLength: 7 }), fc.integer({ min: 1, max: 7 }))
  .map(([days, sure]): Readonly<Record<Weekday, readonly Interval[]>> => {
    const open = (day: number) => (day === sure ? [interval(480, 1020)] : (days[day - 1] ?? []));
    return { 1: open(1), 2: open(2), 3: open(3), 4: open(4), 5: open(5), 6: open(6), 7: open(7) };
  });

const version = (start: string) =>
  fc.record({
    week,
    exceptions: fc
      .array(fc.tuple(fc.integer({ min: 0, max: 30 }), hours), { maxLength: 5 })
      .map((days) => new Map(days.map(([day, open]) => [addDays(start, day), open]))),
  });

const counts = fc.constantFrom<DeadlineCount>(
  'clock-minutes',
  'clock-hours',
  'calendar-days',
  'working-days',
  'working-minutes',
  'working-hours',
);

/** A stretch of microseconds: on the minute, or anywhere in it. */
const span = (most: number) =>
  fc
    .tuple(
      fc.integer({ min: 0, max: most }),
      fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 59_999_999 })),
    )
    .map(([minutes, us]) => BigInt(minutes) * MINUTE_US + BigInt(us));

const pauses = fc
  .array(fc.tuple(span(6 * 1440), fc.option(span(3 * 1440), { freq: 5 })), { maxLength: 3 })
  .map(
    (all) =>
      (opened_us: bigint): Pause[] =>
        all.map(([after, long]) => {
          const from_us = opened_us - 600n * MINUTE_US + after;
          return { from_us, to_us: long === null ? null : from_us + long };
        }),
  );

const walked = fc.constantFrom(...WINDOWS).chain(([zone, from]) =>
  fc
    .record({
      first: version(from),
      second: version(from),
      later: fc.integer({ min: 3, max: 20 }),
      counts,
      amount: fc.integer({ min: 1, max: 60 }),
      stops: fc.boolean(),
      opened: span(8 * 1440),
      pauses,
      now: span(9 * 1440),
    })
    .map((drawn): { window: readonly [string, string]; walked: Walked } => {
      const clock = clockOf(zone, from);
      const opened_us = BigInt(clock.first_us) + 1440n * MINUTE_US + drawn.opened;
      const calendar: Calendar = {
        id: 'azar',
        pack: 'prueba',
        time_zone: zone,
        versions: [
          { from: '2000-01-01', ...drawn.first },
          { from: addDays(from, drawn.later), ...drawn.second },
        ],
      };
      const isDays = drawn.counts.endsWith('-days');
      const amount = isDays
        ? 1 + (drawn.amount % 4)
        : drawn.counts === 'working-hours'
          ? 1 + (drawn.amount % 20)
          : drawn.amount;
      const limit = { amount, counts: drawn.counts, pauses: drawn.stops };
      return {
        window: [zone, from],
        walked: {
          limit,
          opened_us,
          pauses: drawn.pauses(opened_us),
          calendar,
          now_us: opened_us + drawn.now,
        },
      };
    }),
);

describe('deadlines on random calendars with random pauses', () => {
  it('fall where walking minute by minute finds them', { timeout: 60_000 + WALKS * 20 }, () => {
    fc.assert(
      fc.property(walked, ({ window: [zone, from], walked: drawn }) => {
        const { limit, opened_us, pauses: waits, calendar, now_us } = drawn;
        const found = walkDeadline(clockOf(zone, from), drawn);
        const left = remainingOf(limit, opened_us, waits, calendar, now_us);
        expect({
          due_us: toDue(limit, opened_us, waits, calendar),
          left: left.counts === 'days' ? BigInt(left.days) : left.us,
        }).toEqual(found);
      }),
      { numRuns: WALKS, seed: 20261122 },
    );
  });
});
