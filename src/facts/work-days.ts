import { type Calendar, compileCalendar, type WorkDay } from '../kernel/index.ts';
import { quoteText } from '../engine/index.ts';
import type { Cell, Duck } from './duck.ts';

/** Dates for which working time is tabulated. Facts outside have no working time. */
export const WORK_HORIZON = { from: '2000-01-01', to: '2040-01-01' } as const;

/** An instant in microseconds as an SQL timestamp. */
export function timestampLiteral(us: bigint): string {
  return `make_timestamp(${us})`;
}

/** SQL of the working time from the start of the table to an instant of the joined day. */
export function workSql(day: string, instant: string, intervals: number): string {
  const us = `epoch_us(${instant})`;
  const parts = Array.from(
    { length: intervals },
    (_, index) => `greatest(0, least(${us}, ${day}.end_${index + 1}) - ${day}.start_${index + 1})`,
  );
  return `(${[`${day}.before_us`, ...parts].join(' + ')})`;
}

/** Most open intervals that a date of any of these tables has. */
export function mostIntervals(tables: Iterable<readonly WorkDay[]>): number {
  let most = 0;
  for (const days of tables) for (const day of days) if (day.open.length > most) most = day.open.length;
  return most;
}

/** A date as DuckDB's appender takes it, and each interval as two bigints; a missing one opens and closes at zero. */
function* toRows(calendar: string, days: readonly WorkDay[], intervals: number): Generator<readonly Cell[]> {
  for (const day of days) {
    const bounds = Array.from({ length: intervals }, (_, index) => [
      day.open[index]?.start_us ?? 0n,
      day.open[index]?.end_us ?? 0n,
    ]).flat();
    yield [calendar, day.date, day.before_us, ...bounds];
  }
}

/** Writes the table of working days of these calendars anew, as wide as the busiest day needs. */
export async function writeWorkDays(duck: Duck, calendars: readonly Calendar[]): Promise<number> {
  const tables = new Map(
    calendars.map((calendar) => [calendar.id, compileCalendar(calendar, WORK_HORIZON.from, WORK_HORIZON.to)]),
  );
  const intervals = Math.max(1, mostIntervals(tables.values()));
  const bounds = Array.from(
    { length: intervals },
    (_, index) => `start_${index + 1} bigint, end_${index + 1} bigint`,
  );
  await duck.run(
    `create or replace temp table work_days_text (calendar varchar, date varchar, before_us bigint, ${bounds.join(', ')})`,
  );
  for (const [id, days] of tables) await duck.append('work_days_text', toRows(id, days, intervals));
  await duck.run(
    'create or replace table work_days as select * replace (date::date as date) from work_days_text',
  );
  await duck.run('drop table work_days_text');
  return intervals;
}

/** Working time of each calendar at an instant, for facts that are still open there. */
export async function workAtInstant(
  duck: Duck,
  us: bigint,
  intervals: number,
  zones: ReadonlyMap<string, string>,
): Promise<Map<string, bigint>> {
  const found = new Map<string, bigint>();
  const instant = timestampLiteral(us);
  for (const [calendar, zone] of zones) {
    const rows = await duck.rows(
      `select ${workSql('d', instant, intervals)} as work from work_days d where calendar = ${quoteText(calendar)} and date = timezone(${quoteText(zone)}, ${instant}::timestamptz)::date`,
    );
    if (typeof rows[0]?.work === 'bigint') found.set(calendar, rows[0].work);
  }
  return found;
}
