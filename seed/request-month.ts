import {
  ANNULLED,
  APPROVED,
  CLOSED,
  DAYS_PER_MONTH,
  DENIED,
  NO_OUTCOME,
  OPEN,
  OPENS_AT_H,
  PROCESSES,
  PRODUCTIVE_MIN,
  toProcess,
  UNDER_WAY,
  WAITING_FOR_BATCH,
} from './code.ts';
import { countWeekdays, DAY_S, type Month, toWeekday } from './date.ts';
import { type GeneratedWorld, HOLIDAYS } from './generated-world.ts';
import { type Prng, toPrng } from './prng.ts';
import { isOverloaded, toPace } from './story.ts';
import type { Assignment, RequestRow } from './world.ts';

/** Share of the requests by service, of 101 (the thesis's table 2). */
const VOLUME = [36, 12, 11, 8, 7, 3, 2, 3, 4, 2, 13];
/** Days from request to end when a service is on its standard; the PIN is in minutes and apart. */
const STANDARD_DAYS = [2, 1.5, 2, 0, 1, 3, 2, 2, 4, 0.5, 1];
/** Minutes of attention of one service beside another. */
const EFFORT = [1, 0.9, 1.6, 0, 0.8, 1.3, 0.9, 0.9, 1.2, 0.7, 0.6];
const PIN = toProcess('entrega-pin');
const LOAN = toProcess('prestamo-inmediato');
const DEBIT = toProcess('debito-automatico');
const PIN_STANDARD_S = 360;
/** Tenths of a minute of attention of a PIN delivery: 5.0 to 10.9. */
const PIN_HANDLING = { least: 50, span: 60 } as const;
/** Of the services without an indicator of their own, one request in 150 takes 20 to 49 days. */
const LONG = [false, true, false, false, false, true, true, true, true, true, true];
const LONG_ONE_IN = 150;
const LONG_DAYS = { least: 20, span: 30 } as const;
const CLOSES_AT_S = 16 * 3600;

/** Services drawn with one look: a place for each of the 101 shares. */
const DRAW = VOLUME.flatMap((share, process) => Array.from({ length: share }, () => process));

/** What a person can do on one day of the month: the unit, the schedule, and the minutes to be worked. */
interface Shift {
  readonly person: number;
  readonly unit: number;
  readonly opens_s: number;
  readonly minutes: number;
}

function findAssignment(rows: readonly Assignment[], day: number): Assignment | undefined {
  let found: Assignment | undefined;
  for (const row of rows) {
    if (row.from <= day && (row.to === null || day <= row.to) && (!found || row.from > found.from))
      found = row;
  }
  return found;
}

/** Share of the capacity that is worked: near 98 % on the regular schedule and 104 % on the special one. */
function toLoad(person: number, regular: boolean, overloaded: boolean): number {
  const own = (((person * 7) % 11) - 5) / 200;
  return (overloaded ? 1.25 : regular ? 0.98 : 1.04) + own;
}

/** The shifts of each day of a month; holidays have none, their minutes are worked on the other days. */
function listShifts(generated: GeneratedWorld, month: Month): ReadonlyMap<number, readonly Shift[]> {
  const { world } = generated;
  const byPerson = world.people.map((): Assignment[] => []);
  for (const row of world.assignments) byPerson[row.person]?.push(row);
  const away = world.people.map(() => new Set<number>());
  for (const row of world.absences) {
    for (let day = Math.max(row.from, month.first); day <= Math.min(row.to, month.end - 1); day++) {
      away[row.person]?.add(day);
    }
  }
  const weekdays = countWeekdays(month.first, month.end);
  let open = 0;
  for (let day = month.first; day < month.end; day++) if (toWeekday(day) <= 5 && !HOLIDAYS.has(day)) open++;
  const days = new Map<number, Shift[]>();
  for (let day = month.first; day < month.end; day++) {
    if (toWeekday(day) > 5 || HOLIDAYS.has(day)) continue;
    const shifts: Shift[] = [];
    for (let person = 0; person < byPerson.length; person++) {
      const row = findAssignment(byPerson[person] as Assignment[], day);
      if (!row || away[person]?.has(day)) continue;
      const regular = row.schedule === 'regular';
      const overloaded = row.unit === generated.overloadedUnit && isOverloaded(month.name);
      const capacity = (PRODUCTIVE_MIN[row.schedule] * DAYS_PER_MONTH) / weekdays;
      shifts.push({
        person,
        unit: row.unit,
        opens_s: OPENS_AT_H[row.schedule] * 3600,
        minutes: Math.round(((capacity * weekdays) / open) * toLoad(person, regular, overloaded)),
      });
    }
    days.set(day, shifts);
  }
  return days;
}

/** The day from Monday to Friday nearest to a day, now before and now after it. */
function toWorkday(day: number, prng: Prng): number {
  const weekday = toWeekday(day);
  if (weekday === 6) return prng.below(3) < 2 ? day - 1 : day + 2;
  if (weekday === 7) return prng.below(3) < 2 ? day + 1 : day - 2;
  return day;
}

/** When a request ends that ends `days` later: near the hour of its opening, or later the same day. */
function toClosing(opened_s: number, days: number, prng: Prng): number {
  const day = Math.floor(opened_s / DAY_S);
  const clock = opened_s - day * DAY_S;
  if (days <= 0)
    return opened_s + 1200 + Math.floor(prng.flat() * Math.max(1200, CLOSES_AT_S - clock - 1200));
  const near = clock + Math.floor((prng.middling() - 0.5) * 14_400);
  return (day + days) * DAY_S + Math.min(CLOSES_AT_S, Math.max(9 * 3600, near));
}

/**
 * How many days each request of a service takes in a month. What one takes less or more than was
 * due, because days are whole and offices close at weekends, is carried to the next, so that the
 * month's mean is the one aimed at even where requests are few.
 */
function toDays(month: string, prng: Prng): (process: number, day: number) => number {
  const means = PROCESSES.map((_, process) => (STANDARD_DAYS[process] as number) * toPace(process, month));
  const owed = PROCESSES.map(() => prng.flat() - 0.5);
  return (process, day) => {
    if (LONG[process] && prng.below(LONG_ONE_IN) === 0) {
      return toWorkday(day + LONG_DAYS.least + prng.below(LONG_DAYS.span), prng) - day;
    }
    const due = (owed[process] as number) + (means[process] as number) * (0.6 + 0.8 * prng.middling());
    const planned = Math.max(0, Math.round(due));
    // The debit is switched on by a batch that runs every day.
    const days =
      planned === 0 || process === DEBIT ? planned : Math.max(0, toWorkday(day + planned, prng) - day);
    owed[process] = due - days;
    return days;
  };
}

/** Minutes of attention of one request of mean effort, so that the month's minutes come out. */
function toMinutesPerEffort(minutes: number, rows: number): number {
  const total = DRAW.length;
  const pin = ((VOLUME[PIN] as number) / total) * ((PIN_HANDLING.least + (PIN_HANDLING.span - 1) / 2) / 10);
  const effort = VOLUME.reduce(
    (sum, share, process) => sum + (share / total) * (EFFORT[process] as number),
    0,
  );
  return Math.max(1, (minutes / rows - pin) / effort);
}

/**
 * Makes the requests of one month in the order of days and people and hands each to `take`, in
 * one object that is used again for the next. Each carries its own end, however late that is;
 * `hideClosing` makes it one that is still open.
 */
export function makeRequests(
  generated: GeneratedWorld,
  month: Month,
  firstNumber: number,
  rows: number,
  take: (row: RequestRow) => void,
): void {
  const prng = toPrng(`${generated.name} requests ${month.name}`);
  const days = listShifts(generated, month);
  let total = 0;
  for (const shifts of days.values()) for (const shift of shifts) total += shift.minutes;
  const perEffort = toMinutesPerEffort(total, rows);
  const units = generated.world.units.length;
  const clientsPerUnit = Math.floor(generated.world.clients.length / units);
  const paces = PROCESSES.map((_, process) => toPace(process, month.name));
  const takeDays = toDays(month.name, prng);
  const trainee = generated.noSchedule?.month === month.name ? generated.noSchedule : null;
  const row: RequestRow = {
    number: firstNumber,
    process: 0,
    unit: 0,
    person: 0,
    client: 0,
    channel: 0,
    opened_s: 0,
    closed_s: -1,
    status: CLOSED,
    outcome: NO_OUTCOME,
    handling_tenths: 0,
  };
  let worked = 0;
  let made = 0;
  for (const [day, shifts] of days) {
    for (const shift of shifts) {
      worked += shift.minutes;
      const due = Math.floor((worked * rows) / total) - made;
      const step_s = due === 0 ? 0 : (CLOSES_AT_S - 600 - shift.opens_s) / due;
      for (let turn = 0; turn < due; turn++) {
        const process = DRAW[prng.below(DRAW.length)] as number;
        const opened_s = day * DAY_S + shift.opens_s + Math.floor((turn + prng.flat()) * step_s);
        row.process = process;
        row.unit = shift.unit;
        row.person =
          trainee && trainee.unit === shift.unit && prng.below(8) === 0 ? trainee.person : shift.person;
        row.client = shift.unit + units * prng.below(clientsPerUnit);
        const channel = prng.below(100);
        row.channel = process === PIN || channel < 80 ? 0 : channel < 92 ? 1 : 2;
        row.opened_s = opened_s;
        row.status = CLOSED;
        row.outcome = process !== LOAN ? NO_OUTCOME : prng.below(5) < 4 ? APPROVED : DENIED;
        if (process === PIN) {
          row.closed_s =
            prng.below(250) === 0
              ? (day + (toWeekday(day) === 5 ? 3 : 1)) * DAY_S + shift.opens_s + prng.below(1800)
              : opened_s + Math.round(PIN_STANDARD_S * (paces[process] as number) * (0.5 + prng.middling()));
          row.handling_tenths = PIN_HANDLING.least + prng.below(PIN_HANDLING.span);
        } else {
          row.closed_s = toClosing(opened_s, row.outcome === DENIED ? 0 : takeDays(process, day), prng);
          row.handling_tenths = Math.max(
            5,
            Math.round((EFFORT[process] as number) * perEffort * (0.5 + prng.middling()) * 10),
          );
        }
        if (prng.below(100) === 0) row.status = ANNULLED;
        take(row);
        row.number++;
      }
      made += due;
    }
  }
}

/** Changes a row that ends after a cut to what was known of it at the cut. */
export function hideClosing(row: RequestRow): void {
  row.closed_s = -1;
  if (row.status === ANNULLED) return;
  row.status = row.process === DEBIT ? WAITING_FOR_BATCH : row.number % 2 === 0 ? OPEN : UNDER_WAY;
  // A loan is often decided before the credit is in the account; the others wait for the decision.
  if (row.outcome === DENIED || row.number % 3 === 0) row.outcome = NO_OUTCOME;
}
