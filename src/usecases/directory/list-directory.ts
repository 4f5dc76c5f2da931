import type { Scope } from '../../kernel/index.ts';
import { quoteText } from '../../engine/index.ts';
import type { Row } from '../../facts/index.ts';
import type { Institution } from '../institution.ts';

/** The import that a row of the directory came with. */
export interface RowSource {
  readonly import: string;
  readonly file: string;
  /** ISO instant. */
  readonly imported_at: string;
  /** Name of who brought it; null for a command on the folder itself. */
  readonly by: string | null;
}

export interface UnitRow {
  readonly unit: string;
  readonly zone: string | null;
  /** What holds, and whether it is declared or taken from what holds for all. */
  readonly time_zone: string;
  readonly calendar: string | null;
  readonly time_zone_declared: boolean;
  readonly calendar_declared: boolean;
  /** People posted there on the date asked about. */
  readonly people: number;
  /** Null where no table of units names it: it is only known from the facts. */
  readonly source: RowSource | null;
}

export interface StaffRow {
  readonly person: string;
  readonly unit: string;
  readonly schedule: string;
  readonly from: string;
  readonly to: string | null;
  /** It holds on the date asked about. */
  readonly current: boolean;
  /** A stay at another unit inside a longer post. */
  readonly loan: boolean;
  readonly source: RowSource;
}

export interface AbsenceRow {
  readonly person: string;
  readonly units: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly kind: string | null;
  /** Mondays to Fridays. */
  readonly days: number;
  readonly source: RowSource;
}

const text = (row: Row, name: string): string | null => {
  const value = row[name];
  return value === null || value === undefined ? null : String(value);
};

function toSources({ ledger }: Institution): (row: Row) => RowSource {
  // Undone ones too: the facts read may be those of a moment before.
  const records = new Map(ledger.listImports({ include_undone: true }).map((record) => [record.seq, record]));
  return (row) => {
    const record = records.get(Number(row['_import']));
    if (!record) throw new Error(`a row of import ${String(row['_import'])}, which the ledger does not know`);
    const id = record.options['by'];
    const by = typeof id === 'string' ? (ledger.people.find(id)?.name ?? id) : null;
    return { import: record.id, file: record.file_name, imported_at: record.imported_at, by };
  };
}

/** SQL that holds for the units of a scope. */
export function inScope(column: string, { units }: Scope): string {
  if (units === null) return 'true';
  return units.length === 0 ? 'false' : `${column} in (${units.map(quoteText).join(', ')})`;
}

/** SQL that holds for people posted, at any time, to the units of a scope. */
export function posted(column: string, scope: Scope): string {
  if (scope.units === null) return 'true';
  return `${column} in (select person from assignments where ${inScope('unit', scope)})`;
}

/** Units by name: those declared, and those that only the facts name, with what holds for them. */
export async function listUnits(
  institution: Institution,
  scope: Scope,
  date: string,
): Promise<readonly UnitRow[]> {
  const { facts, content, ledger } = institution;
  const { settings } = content.catalogue;
  const toSource = toSources(institution);
  const merges = ledger.resolveMerges('unit');
  const declared = await facts.duck.rows(
    'select unit, zone, time_zone, calendar, _import from units order by unit',
  );
  const seen = await facts.duck.rows(
    `select distinct value as unit from known_value where dimension = 'unit' order by 1`,
  );
  const counts = new Map(
    (
      await facts.duck.rows(
        `select unit, count(distinct person) as people from assignments where date ${quoteText(date)} between from_date and to_date group by unit`,
      )
    ).map((row) => [String(row['unit']), Number(row['people'])]),
  );
  const toRow = (unit: string, row: Row | null): UnitRow => ({
    unit,
    zone: row && text(row, 'zone'),
    time_zone: (row && text(row, 'time_zone')) ?? settings.default_zone,
    calendar: (row && text(row, 'calendar')) ?? settings.default_calendar,
    time_zone_declared: row !== null && text(row, 'time_zone') !== null,
    calendar_declared: row !== null && text(row, 'calendar') !== null,
    people: counts.get(unit) ?? 0,
    source: row && toSource(row),
  });
  const rows = new Map(declared.map((row) => [String(row['unit']), toRow(String(row['unit']), row)]));
  for (const { unit } of seen) {
    const name = merges.get(String(unit)) ?? String(unit);
    if (!rows.has(name)) rows.set(name, toRow(name, null));
  }
  return [...rows.values()]
    .filter(({ unit }) => scope.units === null || scope.units.includes(unit))
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
}

/** Posts of people, by person and date; and people whom the facts name without any post. */
export async function listStaff(
  institution: Institution,
  scope: Scope,
  date: string,
): Promise<{ readonly staff: readonly StaffRow[]; readonly without_post: readonly string[] }> {
  const { facts, ledger } = institution;
  const toSource = toSources(institution);
  const rows = await facts.duck.rows(`
select s.person, s.unit, s.schedule, s."from"::varchar as "from", s."to"::varchar as "to", s._import,
       exists (select 1 from assignments a where a.person = s.person and a.unit = s.unit and a.schedule = s.schedule
                  and date ${quoteText(date)} between a.from_date and a.to_date
                  and date ${quoteText(date)} between s."from" and coalesce(s."to", date '9999-12-31')) as current,
       s."to" is not null and exists (select 1 from staff h where h.person = s.person and h.unit <> s.unit and h."from" < s."from"
                  and coalesce(h."to", date '9999-12-31') > s."to") as loan
  from staff s where ${inScope('s.unit', scope)} order by s.person, s."from", s._import`);
  const staff = rows.map((row) => ({
    person: String(row['person']),
    unit: String(row['unit']),
    schedule: String(row['schedule']),
    from: String(row['from']),
    to: text(row, 'to'),
    current: row['current'] === true,
    loan: row['loan'] === true,
    source: toSource(row),
  }));
  const merges = ledger.resolveMerges('person');
  const seen =
    scope.units === null
      ? await facts.duck.rows(`select distinct value from known_value where dimension = 'person' order by 1`)
      : [];
  const held = new Set(staff.map(({ person }) => person));
  const names = seen.map((row) => merges.get(String(row['value'])) ?? String(row['value']));
  return { staff, without_post: [...new Set(names)].filter((name) => !held.has(name)).sort() };
}

/** Absences, the latest first, of people posted to the units of the scope. */
export async function listAbsences(institution: Institution, scope: Scope): Promise<readonly AbsenceRow[]> {
  const toSource = toSources(institution);
  const rows = await institution.facts.duck.rows(`
select x.person, x."from"::varchar as "from", x."to"::varchar as "to", x.kind, x._import,
       (select string_agg(distinct a.unit, chr(10) order by a.unit) from assignments a
         where a.person = x.person and a.from_date <= x."to" and a.to_date >= x."from") as units,
       (select count(*) from generate_series(x."from", x."to", interval 1 day) d(day) where isodow(d.day) <= 5) as days
  from absences x where ${posted('x.person', scope)} order by x."from" desc, x.person`);
  return rows.map((row) => ({
    person: String(row['person']),
    units: (text(row, 'units') ?? '').split('\n').filter((unit) => unit !== ''),
    from: String(row['from']),
    to: String(row['to']),
    kind: text(row, 'kind'),
    days: Number(row['days']),
    source: toSource(row),
  }));
}
