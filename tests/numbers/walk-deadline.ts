import type { Calendar, DeadlineLimit, Pause } from '../../src/kernel/index.ts';

/**
 * The deadline by walking: minute after minute from the reception, asking of each what the wall clock
 * of the zone shows, whether the unit is open and whether the case waits. Written apart from the
 * kernel: the clock is that of `Intl`, nothing is compiled, nothing is jumped over.
 */

/** Instants are plain numbers here: microseconds of these years are whole in a double. */
const MINUTE_US = 60_000_000;
const DAY_MIN = 1440;

/** What the wall clock of a zone shows in each minute of a window. */
export interface WallClock {
  readonly first_us: number;
  /** Date shown in each minute, as an index into `dates`, and minute of the day. */
  readonly date: Int32Array;
  readonly minute: Int16Array;
  readonly dates: readonly string[];
}

/** The wall clock of so many days from a UTC midnight on. */
export function toWallClock(zone: string, from: string, days: number): WallClock {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const read = (ms: number): { date: string; minute: number } => {
    const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
    return {
      date: `${part['year']}-${part['month']}-${part['day']}`,
      minute: Number(part['hour']) * 60 + Number(part['minute']),
    };
  };
  const first = Date.parse(`${from}T00:00:00Z`);
  const size = days * DAY_MIN;
  const [date, minute] = [new Int32Array(size), new Int16Array(size)];
  const dates: string[] = [];
  const put = (index: number, shown: { date: string; minute: number }): void => {
    let position = dates.indexOf(shown.date, Math.max(0, dates.length - 3));
    if (position < 0) position = dates.push(shown.date) - 1;
    date[index] = position;
    minute[index] = shown.minute;
  };
  // A quarter of an hour that shows fifteen minutes in a row has no change of clock inside.
  for (let index = 0; index < size; index += 15) {
    const [start, end] = [read(first + index * 60_000), read(first + (index + 14) * 60_000)];
    const plain = start.date === end.date && end.minute - start.minute === 14;
    for (let i = 0; i < 15; i++) {
      const shown = { date: start.date, minute: start.minute + i };
      put(index + i, plain ? shown : read(first + (index + i) * 60_000));
    }
  }
  return { first_us: first * 1000, date, minute, dates };
}

/** Which minutes of a date are open: 1 or 0. */
function toOpenMinutes(calendar: Calendar, date: string): Uint8Array {
  const dated = calendar.versions.filter(({ from }) => from <= date);
  const version = dated.at(-1) ?? calendar.versions[0]!;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  const minutes = new Uint8Array(DAY_MIN);
  for (const { from_min, to_min } of version.exceptions.get(date) ?? version.week[weekday as 1]) {
    minutes.fill(1, from_min, to_min);
  }
  return minutes;
}

/**
 * Told a piece of time, a minute at most, in which nothing changes: the date the wall shows (an index),
 * the latest date it has shown so far, whether the unit is open and the case waits. True to stop.
 */
type Visit = (
  from_us: number,
  to_us: number,
  date: number,
  latest: number,
  open: boolean,
  waiting: boolean,
) => boolean;

/** A deadline and an instant to look at it from, on a calendar. */
export interface Walked {
  readonly limit: DeadlineLimit;
  readonly opened_us: bigint;
  readonly pauses: readonly Pause[];
  readonly calendar: Calendar;
  readonly now_us: bigint;
}

interface Found {
  /** Null while it waits. */
  readonly due_us: bigint | null;
  /** Days, or microseconds. */
  readonly left: bigint;
}

/** Walks from a little before the reception on, until the visit says so; never to the end of the window. */
function walk(clock: WallClock, { opened_us: opened, pauses, calendar }: Walked, visit: Visit): void {
  const opened_us = Number(opened);
  const waits = pauses.map(({ from_us, to_us }) => ({
    from: Number(from_us),
    to: to_us === null ? Number.POSITIVE_INFINITY : Number(to_us),
  }));
  const isWaiting = (us: number): boolean =>
    us >= opened_us && waits.some(({ from, to }) => us >= from && us < to);
  const marks = [opened_us, ...waits.flatMap(({ from, to }) => [from, to])].toSorted((a, b) => a - b);
  let shown = -1;
  let opens: Uint8Array = new Uint8Array();
  let latest = 0;
  const start = Math.floor((opened_us - clock.first_us) / MINUTE_US) - 180;
  for (let index = start; index < clock.date.length; index++) {
    const from_us = clock.first_us + index * MINUTE_US;
    const to_us = from_us + MINUTE_US;
    const date = clock.date[index]!;
    if (date !== shown) opens = toOpenMinutes(calendar, clock.dates[date]!);
    shown = date;
    latest = Math.max(latest, date);
    const open = opens[clock.minute[index]!] === 1;
    let start_us = from_us;
    for (const mark of marks) {
      if (mark <= start_us || mark >= to_us) continue;
      if (visit(start_us, mark, date, latest, open, isWaiting(start_us))) return;
      start_us = mark;
    }
    if (visit(start_us, to_us, date, latest, open, isWaiting(start_us))) return;
  }
  throw new Error('the window is too short for this deadline');
}

/** From when on nothing more will ever pass: a wait without end has begun. */
function stillFrom({ limit, opened_us, pauses }: Walked): number {
  const endless = limit.pauses ? pauses.filter(({ to_us }) => to_us === null) : [];
  return Math.min(...endless.map(({ from_us }) => Math.max(Number(from_us), Number(opened_us))));
}

function walkDays(clock: WallClock, walked: Walked): Found {
  const { limit } = walked;
  const dateAt = (us: bigint): number => clock.date[Math.floor((Number(us) - clock.first_us) / MINUTE_US)]!;
  const [received, today] = [dateAt(walked.opened_us), dateAt(walked.now_us)];
  const still = stillFrom(walked);
  const isWorking = limit.counts === 'working-days';
  const counted: number[] = [];
  walk(clock, walked, (from_us, _, date, latest, open, waiting) => {
    const due = counted[limit.amount - 1];
    // Two days on, also a wall that goes back has shown the whole of each day.
    if ((due !== undefined || from_us >= still) && latest > Math.max(today, due ?? 0) + 2) return true;
    if (waiting && limit.pauses) return false;
    const day = isWorking ? (open ? date : received) : latest;
    if (day > received && !counted.includes(day)) {
      counted.push(day);
      counted.sort((a, b) => a - b);
    }
    return false;
  });
  const due = counted[limit.amount - 1];
  const next = clock.date.findIndex((each) => each > (due ?? 0));
  return {
    due_us: due === undefined ? null : BigInt(clock.first_us + next * MINUTE_US) - 1n,
    left: BigInt(limit.amount - counted.filter((each) => each <= today).length),
  };
}

function walkTime(clock: WallClock, walked: Walked): Found {
  const { limit } = walked;
  const [opened_us, now_us] = [Number(walked.opened_us), Number(walked.now_us)];
  const amount = limit.amount * (limit.counts.endsWith('hours') ? 60 : 1) * MINUTE_US;
  const isClock = limit.counts.startsWith('clock');
  const still = stillFrom(walked);
  let passed = 0;
  let passedNow = 0;
  let due_us: number | null = null;
  walk(clock, walked, (from_us, to_us, _date, _latest, open, waiting) => {
    if (from_us >= now_us && (due_us !== null || from_us >= still)) return true;
    if (from_us < opened_us || (waiting && limit.pauses) || !(isClock || open)) return false;
    const before = passed;
    passed += to_us - from_us;
    if (due_us === null && passed >= amount) due_us = from_us + (amount - before);
    if (from_us < now_us) passedNow = to_us <= now_us ? passed : before + (now_us - from_us);
    return false;
  });
  return { due_us: due_us === null ? null : BigInt(due_us), left: BigInt(amount - passedNow) };
}

/** What walking finds: the due instant (null while it waits), and what is left at an instant. */
export function walkDeadline(clock: WallClock, walked: Walked): Found {
  return walked.limit.counts.endsWith('-days') ? walkDays(clock, walked) : walkTime(clock, walked);
}
