import { type LocalText, listScopes, type Scope } from '../../kernel/index.ts';
import { quoteText } from '../../engine/index.ts';
import type { Institution } from '../institution.ts';
import type { CaseRecord } from '../../ledger/index.ts';
import { fromMicros } from '../describe-due.ts';
import { listOpenGroups } from '../list-open-groups.ts';
import type { DayBounds } from './day-line.ts';
import type { FileLine } from './list-file-lines.ts';

/** Somebody who works cases of a unit, and how their day stands. */
export interface DeskPerson {
  /** Null for who is known from the files alone. */
  readonly id: string | null;
  readonly name: string;
  readonly open: number;
  readonly pressing: number;
  readonly busy_since: string | null;
  readonly away: LocalText | null;
}

/** Which units are looked at (null for all), and the numbers kept from whoever looks. */
interface Desk {
  readonly units: readonly string[] | null;
  readonly except: readonly string[];
}

/** Most people of a board. */
const MOST = 200;

interface Load {
  open: number;
  pressing: number;
}

/**
 * The people of these units (all for null): those who may work cases there and those posted there
 * today, with what each has in hand, who attends now and who is away. Free ones first, then by name.
 */
export async function listDesk(
  institution: Institution,
  desk: Desk,
  lines: readonly FileLine[],
  bounds: DayBounds,
): Promise<readonly DeskPerson[]> {
  const { ledger } = institution;
  const { units } = desk;
  const busy = new Map(ledger.attendances.listOpen().map((each) => [each.person_id, each.started_at]));
  const away = await findAway(institution, bounds.date);
  const worked = countWorked(institution, desk, bounds);
  const filed = countFiled(lines, bounds);
  const people: DeskPerson[] = [];
  const known = new Set<string>();
  for (const person of ledger.people.list()) {
    if (person.state !== 'active' || !worksAt(listScopes(person, 'work-cases', bounds.date), units)) continue;
    const { staff_name } = person;
    if (staff_name !== null) known.add(staff_name);
    const [own, file] = [worked.get(person.id), filed.get(staff_name ?? '')];
    people.push({
      id: person.id,
      name: person.name,
      open: (own?.open ?? 0) + (file?.open ?? 0),
      pressing: (own?.pressing ?? 0) + (file?.pressing ?? 0),
      busy_since: busy.get(person.id) ?? null,
      away: staff_name === null ? null : (away.get(staff_name) ?? null),
    });
  }
  for (const name of await listPosted(institution, units, bounds.date)) {
    if (known.has(name)) continue;
    const load = filed.get(name) ?? { open: 0, pressing: 0 };
    people.push({ id: null, name, ...load, busy_since: null, away: away.get(name) ?? null });
  }
  const rank = ({ away: absent, busy_since }: DeskPerson) => (absent ? 2 : busy_since ? 1 : 0);
  people.sort((a, b) => rank(a) - rank(b) || a.open - b.open || (a.name < b.name ? -1 : 1));
  return people.slice(0, MOST);
}

/** Whoever answers for all units is at no desk. */
function worksAt(scopes: readonly Scope[], units: readonly string[] | null): boolean {
  return scopes.some((scope) =>
    units === null ? true : scope.units !== null && scope.units.some((unit) => units.includes(unit)),
  );
}

function countWorked(
  institution: Institution,
  { units, except }: Desk,
  { today_us }: DayBounds,
): ReadonlyMap<string, Load> {
  const { ledger } = institution;
  const loads = new Map<string, Load>();
  const loadOf = (id: string): Load => {
    const load = loads.get(id) ?? { open: 0, pressing: 0 };
    loads.set(id, load);
    return load;
  };
  for (const { assigned_to, unit, answered, n } of listOpenGroups(institution, except))
    if (!answered && assigned_to !== null && (units === null || units.includes(unit)))
      loadOf(assigned_to).open += n;
  const before = fromMicros(today_us);
  for (const { person, n } of ledger.cases.pressing(units, before)) loadOf(person).pressing = n;
  for (const number of except) {
    const hidden = ledger.cases.find(number);
    if (!hidden || hidden.assigned_to === null || !isPressing(hidden, before)) continue;
    if (units === null || units.includes(hidden.unit)) loadOf(hidden.assigned_to).pressing -= 1;
  }
  return loads;
}

/** As the ledger counts it: open, its clock not stopped, and due before an instant. */
function isPressing({ final, stopped_at, due_at }: CaseRecord, before: string): boolean {
  return !final && stopped_at === null && due_at !== null && due_at < before;
}

function countFiled(lines: readonly FileLine[], { today_us }: DayBounds): ReadonlyMap<string, Load> {
  const loads = new Map<string, Load>();
  for (const { person, due_us } of lines) {
    if (person === null) continue;
    const load = loads.get(person) ?? { open: 0, pressing: 0 };
    load.open += 1;
    if (due_us !== null && due_us < today_us) load.pressing += 1;
    loads.set(person, load);
  }
  return loads;
}

/** Who is posted to these units today, by the staff file; nobody where all units are looked at. */
async function listPosted(
  { facts }: Institution,
  units: readonly string[] | null,
  date: string,
): Promise<readonly string[]> {
  if (units === null || units.length === 0) return [];
  const rows = await facts.duck.rows(
    `select distinct person from assignments where date ${quoteText(date)} between from_date and to_date and unit in (${units.map(quoteText).join(', ')}) order by 1 limit ${MOST}`,
  );
  return rows.map(({ person }) => String(person));
}

const AWAY: LocalText = { es: 'Hoy no está', en: 'Away today' };

/** Who is away on a date, with the kind of absence as their file says it. */
async function findAway({ facts }: Institution, date: string): Promise<ReadonlyMap<string, LocalText>> {
  const rows = await facts.duck.rows(
    `select person, max(kind) as kind from absences where "from" <= date ${quoteText(date)} and coalesce("to", date '9999-12-31') >= date ${quoteText(date)} group by 1`,
  );
  return new Map(
    rows.map(({ person, kind }) => [
      String(person),
      kind === null ? AWAY : { es: String(kind), en: String(kind) },
    ]),
  );
}
