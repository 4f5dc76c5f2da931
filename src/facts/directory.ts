import { createHash } from 'node:crypto';
import {
  type Absence,
  type Assignment,
  type Calendar,
  type CapacityDay,
  compileCalendar,
  type Dataset,
  resolveAssignments,
  type Schedule,
  toCapacityDays,
  toDayNumber,
} from '../kernel/index.ts';
import { quoteName, quoteText } from '../engine/index.ts';
import type { Cell, Duck, Row } from './duck.ts';
import { type Merges, rowsTable } from './fact-table.ts';
import { workSql, writeWorkDays } from './work-days.ts';

/** What the directory is derived from, beside the facts themselves. */
export interface DirectorySource {
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly schedules: ReadonlyMap<string, Schedule>;
  readonly default_zone: string;
  readonly default_calendar: string | null;
  readonly merges: Merges;
}

/** Years of capacity kept beyond the last dated assignment. */
const CAPACITY_TO = '2040-01-01';

function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(
      JSON.stringify(value, (_, part: unknown) =>
        part instanceof Map ? [...part] : typeof part === 'bigint' ? part.toString() : part,
      ),
    )
    .digest('hex');
}

async function findMeta(duck: Duck, key: string): Promise<string | null> {
  const [row] = await duck.rows(`select value from meta where key = ${quoteText(key)}`);
  return row ? String(row.value) : null;
}

async function saveMeta(duck: Duck, key: string, value: string): Promise<void> {
  await duck.run(`delete from meta where key = ${quoteText(key)}`);
  await duck.run(`insert into meta values (${quoteText(key)}, ${quoteText(value)})`);
}

/** Number of open intervals in the table of working days; 0 before it is written. */
export async function findIntervals(duck: Duck): Promise<number> {
  return Number((await findMeta(duck, 'intervals')) ?? 0);
}

/**
 * Brings everything that depends on units, calendars, staff and absences up to date: zone and
 * calendar of each unit, the table of working days, wall clocks and working time of facts whose
 * unit or calendar changed (only those), assignments and installed capacity.
 */
export async function refreshDirectory(duck: Duck, source: DirectorySource): Promise<void> {
  const stale = await refreshCalendars(duck, source);
  const moved = await refreshUnits(duck, source);
  await refreshInstants(duck, source, moved, stale);
  await refreshCapacity(duck, source);
}

/** Writes the table of working days when a calendar changed; gives the calendars whose days are others. */
async function refreshCalendars(duck: Duck, source: DirectorySource): Promise<ReadonlySet<string>> {
  const calendars = [...source.calendars.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const digests = Object.fromEntries(
    calendars.map((calendar) => [calendar.id, digestOf([calendar.time_zone, calendar.versions])]),
  );
  const known = JSON.parse((await findMeta(duck, 'calendars')) ?? '{}') as Record<string, string>;
  const changed = new Set(
    [...Object.keys(digests), ...Object.keys(known)].filter((id) => digests[id] !== known[id]),
  );
  if (changed.size === 0) return changed;
  const intervals = await writeWorkDays(duck, calendars);
  await saveMeta(duck, 'intervals', String(intervals));
  await saveMeta(duck, 'calendars', JSON.stringify(digests));
  return changed;
}

/** Zone and calendar of each unit as declared; gives the units for which either changed. */
async function refreshUnits(duck: Duck, source: DirectorySource): Promise<readonly string[]> {
  const zone = `coalesce(time_zone, ${quoteText(source.default_zone)})`;
  const calendar = `coalesce(calendar, ${source.default_calendar === null ? 'null' : quoteText(source.default_calendar)})`;
  // Facts keep the spelling they came with: each one that means a unit has that unit's clock.
  const spellings = [...(source.merges.get('unit') ?? [])]
    .map(
      ([from, to]) =>
        `\nunion all select ${quoteText(from)}, ${zone}, ${calendar} from units where unit = ${quoteText(to)}`,
    )
    .join('');
  await duck.run(
    `create or replace temp table unit_now as select unit, ${zone} as zone, ${calendar} as calendar from units${spellings}`,
  );
  const defaults = `select distinct unit, ${quoteText(source.default_zone)} as zone, ${source.default_calendar === null ? 'null' : quoteText(source.default_calendar)}::varchar as calendar`;
  const rows = await duck.rows(`
select coalesce(n.unit, o.unit) as unit from unit_now n full join unit_calendars o on o.unit = n.unit
 where n.zone is distinct from o.zone or n.calendar is distinct from o.calendar`);
  if (rows.length === 0) return [];
  // A unit seen for the first time and like the default moves nothing.
  const moved = await duck.rows(`
with before as (select unit, zone, calendar from unit_calendars union all ${defaults} from unit_now where unit not in (select unit from unit_calendars)),
     after as (select unit, zone, calendar from unit_now union all ${defaults} from unit_calendars where unit not in (select unit from unit_now))
select b.unit from before b join after a on a.unit = b.unit where a.zone is distinct from b.zone or a.calendar is distinct from b.calendar`);
  await duck.run('create or replace table unit_calendars as select unit, zone, calendar from unit_now');
  return moved.map((row) => String(row.unit));
}

/** Rewrites instants of facts whose unit moved to another zone or calendar, or whose calendar changed. */
async function refreshInstants(
  duck: Duck,
  source: DirectorySource,
  moved: readonly string[],
  stale: ReadonlySet<string>,
): Promise<void> {
  const intervals = await findIntervals(duck);
  const changed = [
    ...(moved.length > 0 ? [`r.unit in (${moved.map(quoteText).join(', ')})`] : []),
    ...(stale.size > 0
      ? [
          `coalesce(uc.calendar, ${source.default_calendar === null ? "''" : quoteText(source.default_calendar)}) in (${[...stale].map(quoteText).join(', ')})`,
        ]
      : []),
  ];
  if (changed.length === 0) return;
  for (const dataset of source.datasets.values()) {
    const instants = dataset.columns
      .filter((column) => column.type === 'instant')
      .map((column) => column.name);
    if (dataset.derived || instants.length === 0 || !dataset.columns.some((column) => column.name === 'unit'))
      continue;
    for (const name of instants)
      await refreshInstant(duck, source, dataset, name, changed.join(' or '), intervals);
  }
}

async function refreshInstant(
  duck: Duck,
  source: DirectorySource,
  dataset: Dataset,
  name: string,
  changed: string,
  intervals: number,
): Promise<void> {
  const zone = `coalesce(uc.zone, ${quoteText(source.default_zone)})`;
  const calendar = `coalesce(uc.calendar, ${source.default_calendar === null ? 'null' : quoteText(source.default_calendar)})`;
  await duck.run(`
create or replace temp table moved_instant as
with moved as (
  select r._import, r._row, ${calendar} as calendar,
         case when r.${name}_fixed then r.${name} else timezone(${zone}, r.${name}_local)::timestamp end as utc,
         case when r.${name}_fixed then timezone(${zone}, r.${name}::timestamptz) else r.${name}_local end as wall
    from ${rowsTable(dataset)} r left join unit_calendars uc on uc.unit = r.unit
   where r.${name} is not null and (${changed})
)
select m._import, m._row, m.utc, m.wall, ${intervals > 0 ? workSql('d', 'm.utc', intervals) : 'null::bigint'} as work
  from moved m left join work_days d on d.calendar = m.calendar and d.date = m.wall::date`);
  await duck.run(`
update ${rowsTable(dataset)} as t set ${quoteName(name)} = m.utc, ${name}_local = m.wall, ${name}_work = m.work
  from moved_instant m
 where t._import = m._import and t._row = m._row
   and (t.${name} <> m.utc or t.${name}_local <> m.wall or t.${name}_work is distinct from m.work)`);
}

/** Assignments and capacity, when staff, absences, schedules, units or calendars say something else. */
async function refreshCapacity(duck: Duck, source: DirectorySource): Promise<void> {
  const text = (row: Readonly<Record<string, Cell>>, name: string) =>
    row[name] === null || row[name] === undefined ? null : String(row[name]);
  const staffRows = await duck.rows(
    `select person, unit, schedule, "from"::varchar as "from", "to"::varchar as "to" from staff order by person, "from", _import, _row`,
  );
  const absenceRows = await duck.rows(
    `select person, "from"::varchar as "from", "to"::varchar as "to", kind from absences order by person, "from", _import, _row`,
  );
  const units = await duck.rows('select unit, zone, calendar from unit_calendars order by unit');
  const staff = staffRows.map(
    (row): Assignment => ({
      person: text(row, 'person')!,
      unit: text(row, 'unit')!,
      schedule: text(row, 'schedule')!,
      from: text(row, 'from')!,
      to: text(row, 'to'),
    }),
  );
  const assignments = resolveAssignments(staff);
  const to = assignments.length > 0 ? await capacityHorizon(duck, assignments) : null;
  const digest = digestOf([
    staffRows,
    absenceRows,
    units,
    [...source.schedules],
    await findMeta(duck, 'calendars'),
    source.default_calendar,
    to,
  ]);
  if (digest === (await findMeta(duck, 'capacity'))) return;
  const absences = absenceRows.map((row) => ({
    person: text(row, 'person')!,
    from: text(row, 'from')!,
    to: text(row, 'to'),
    kind: text(row, 'kind') ?? '',
  }));
  await duck.run(
    'create or replace temp table assignment_text (person varchar, unit varchar, schedule varchar, from_date varchar, to_date varchar)',
  );
  await duck.append(
    'assignment_text',
    assignments.map(({ person, unit, schedule, from: start, to }) => [
      person,
      unit,
      schedule,
      start,
      to ?? '9999-12-31',
    ]),
  );
  await duck.run(
    'create or replace table assignments as select * replace (from_date::date as from_date, to_date::date as to_date) from assignment_text',
  );
  await writeCapacity(duck, source, assignments, absences, units, to);
  await saveMeta(duck, 'capacity', digest);
}

/** Writes capacity by person and day: whole numbers cross to the engine, names are joined there. */
async function writeCapacity(
  duck: Duck,
  source: DirectorySource,
  assignments: readonly Assignment[],
  absences: readonly Absence[],
  units: readonly Row[],
  to: string | null,
): Promise<void> {
  const numbers = new Map<string, number>();
  for (const { person, unit, schedule } of assignments) {
    const post = JSON.stringify([person, unit, schedule]);
    if (!numbers.has(post)) numbers.set(post, numbers.size);
  }
  await duck.run(
    'create or replace temp table post (post integer, person varchar, unit varchar, schedule varchar)',
  );
  await duck.append(
    'post',
    [...numbers].map(([key, number]) => [number, ...(JSON.parse(key) as string[])]),
  );
  await duck.run('create or replace temp table capacity_day (post integer, day integer, parts bigint)');
  if (to !== null) {
    const from = assignments.reduce((least, { from: start }) => (start < least ? start : least), to);
    const calendarOf = new Map(
      units.map((row) => [String(row.unit), row.calendar === null ? null : String(row.calendar)]),
    );
    const days = toCapacityDays(
      assignments,
      absences,
      source.schedules,
      { from, to },
      toOpenDay(source, calendarOf, from),
    );
    await duck.append('capacity_day', toCapacityRows(days, numbers));
  }
  await duck.run(`create or replace table capacity as
select person, unit, schedule, date '1970-01-01' + day as date, parts as minutes
  from capacity_day join post using (post)`);
}

function* toCapacityRows(
  days: Iterable<CapacityDay>,
  numbers: ReadonlyMap<string, number>,
): Generator<readonly Cell[]> {
  const dayNumbers = new Map<string, number>();
  let post = { person: '', unit: '', schedule: '', number: 0 };
  for (const { person, unit, schedule, date, parts } of days) {
    // Days of one post come together: its number is looked up once.
    if (post.person !== person || post.unit !== unit || post.schedule !== schedule) {
      post = { person, unit, schedule, number: numbers.get(JSON.stringify([person, unit, schedule]))! };
    }
    let day = dayNumbers.get(date);
    if (day === undefined) {
      day = toDayNumber(date);
      dayNumbers.set(date, day);
    }
    yield [post.number, day, parts];
  }
}

/** Capacity is laid out to the end of the last year in which a fact or the start of an assignment falls. */
async function capacityHorizon(duck: Duck, assignments: readonly Assignment[]): Promise<string> {
  const [row] = await duck.rows('select max(last)::varchar as last from fact_extent');
  const dates = [...assignments.map(({ from }) => from), String(row?.last ?? '')].sort();
  const limit = `${Number(dates.at(-1)!.slice(0, 4)) + 1}-01-01`;
  return limit < CAPACITY_TO ? limit : CAPACITY_TO;
}

function toOpenDay(source: DirectorySource, calendarOf: ReadonlyMap<string, string | null>, from: string) {
  const open = new Map<string, Map<string, bigint>>();
  const table = (id: string): Map<string, bigint> => {
    let days = open.get(id);
    if (!days) {
      const calendar = source.calendars.get(id);
      const compiled = calendar ? compileCalendar(calendar, from, CAPACITY_TO) : [];
      days = new Map(
        compiled.map((day) => [
          day.date,
          day.open.reduce((sum, { start_us, end_us }) => sum + end_us - start_us, 0n),
        ]),
      );
      open.set(id, days);
    }
    return days;
  };
  return (unit: string, date: string) => {
    const id = calendarOf.get(unit) ?? source.default_calendar;
    if (id === null) return null;
    const open_us = table(id).get(date);
    return open_us === undefined ? null : { open_us };
  };
}
