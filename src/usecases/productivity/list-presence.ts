import { quoteText } from '../../engine/index.ts';
import type { Institution } from '../institution.ts';
import type { Stretch } from '../get-stretch.ts';

/** Mondays to Fridays of a person in a period: with capacity, away, and lent to another unit. */
export interface Presence {
  readonly person: string;
  /** Units and schedules they were posted to in the period, in order of date. */
  readonly units: readonly string[];
  readonly schedules: readonly string[];
  /** Days posted, Monday to Friday, absences included. */
  readonly posted: number;
  /** Days with installed capacity. */
  readonly present: number;
  /** Days away by kind of absence; '' where the file did not say. */
  readonly away: readonly { readonly kind: string; readonly days: number }[];
  /** Days lent: a post at another unit inside the main one. */
  readonly loans: readonly { readonly from: string; readonly to: string; readonly days: number }[];
}

interface Builder {
  readonly units: string[];
  readonly schedules: string[];
  posted: number;
  present: number;
  readonly away: { kind: string; days: number }[];
  readonly loans: { from: string; to: string; days: number }[];
}

/** SQL that holds for these units; for all of them where null. */
function inUnits(column: string, units: readonly string[] | null): string {
  if (units === null) return 'true';
  return units.length === 0 ? 'false' : `${column} in (${units.map(quoteText).join(', ')})`;
}

/** Days, posts of each day and days away, as common table expressions. */
function printDays({ from, to }: Stretch, units: readonly string[] | null): string {
  return `with days as (
  select unnest(generate_series(date '${from}', date '${to}' - 1, interval 1 day))::date as date
), posts as (
  select a.person, a.unit, a.schedule, d.date
    from days d join assignments a on d.date between a.from_date and a.to_date
   where isodow(d.date) <= 5 and ${inUnits('a.unit', units)}
), away as (
  select d.date, x.person, max(coalesce(x.kind, '')) as kind
    from days d join absences x on d.date between x."from" and coalesce(x."to", date '9999-12-31')
   group by all
)`;
}

/**
 * Presence of each person posted to these units in a period (all units for null), by person. Days
 * are counted from Monday to Friday, as capacity in thesis mode is.
 */
export async function listPresence(
  { facts }: Institution,
  stretch: Stretch,
  units: readonly string[] | null,
): Promise<ReadonlyMap<string, Presence>> {
  const { duck } = facts;
  const days = printDays(stretch, units);
  const found = new Map<string, Builder>();
  const of = (person: unknown): Builder => {
    const name = String(person);
    const known = found.get(name);
    if (known) return known;
    const made: Builder = { units: [], schedules: [], posted: 0, present: 0, away: [], loans: [] };
    found.set(name, made);
    return made;
  };
  for (const row of await duck.rows(`${days}
select person, unit, schedule, count(*) as days, min(date) as first from posts group by all order by person, first`)) {
    const person = of(row['person']);
    const [unit, schedule] = [String(row['unit']), String(row['schedule'])];
    if (!person.units.includes(unit)) person.units.push(unit);
    if (!person.schedules.includes(schedule)) person.schedules.push(schedule);
    person.posted += Number(row['days']);
  }
  for (const row of await duck.rows(`
select person, count(distinct date) as days from capacity
 where date >= date '${stretch.from}' and date < date '${stretch.to}' and ${inUnits('unit', units)} group by all`))
    of(row['person']).present = Number(row['days']);
  for (const row of await duck.rows(`${days}
select p.person, w.kind, count(distinct p.date) as days from posts p join away w on w.person = p.person and w.date = p.date
 group by all order by all`))
    of(row['person']).away.push({ kind: String(row['kind']), days: Number(row['days']) });
  for (const row of await duck.rows(printLoans(stretch, units)))
    of(row['person']).loans.push({
      from: String(row['home']),
      to: String(row['unit']),
      days: Number(row['days']),
    });
  return new Map(
    [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([person, of]) => [person, { person, ...of }]),
  );
}

/** Days of a post that stands inside a longer one of the same person at another unit, from either end. */
function printLoans(stretch: Stretch, units: readonly string[] | null): string {
  return `${printDays(stretch, null)}
select p.person, home.unit as home, p.unit, count(distinct p.date) as days
  from posts p
  join staff own on own.person = p.person and own.unit = p.unit and own."to" is not null and p.date between own."from" and own."to"
  join staff home on home.person = p.person and home.unit <> p.unit and home."from" < own."from"
   and coalesce(home."to", date '9999-12-31') > own."to"
 where ${inUnits('p.unit', units)} or ${inUnits('home.unit', units)}
 group by all order by all`;
}
