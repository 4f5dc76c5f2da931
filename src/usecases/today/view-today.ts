import { addDays, type LocalText, type Person, type Scope } from '../../kernel/index.ts';
import { type CaseGroup, isOnDesk } from '../../ledger/index.ts';
import { sayDay } from '../../sentences/index.ts';
import { toDayStart, toMicros } from '../describe-due.ts';
import { listHeldOff } from '../held-off.ts';
import type { Institution } from '../institution.ts';
import { listOpenGroups } from '../list-open-groups.ts';
import { listTurns } from '../list-turns.ts';
import { toLocalToday } from '../local-today.ts';
import { reachUnits } from '../reach-units.ts';
import { loadUnitClock, type UnitClock } from '../unit-clock.ts';
import { DAY_GROUPS, type DayBounds, type DayGroup, type DayLine } from './day-line.ts';
import { listClosedElsewhere } from './list-closed-elsewhere.ts';
import { type DeskPerson, listDesk } from './list-desk.ts';
import type { FileBoard } from './file-board.ts';
import { DAY_DATASETS, type FileLine, type FileLines, toFileLine } from './list-file-lines.ts';
import { listNames, listWorkedLines, type Reach, toLine } from './list-worked-lines.ts';
import { groupOf, toBounds } from './to-bounds.ts';

/** The day of a unit, or of all that somebody reaches. */
export interface TodayView {
  readonly date: string;
  readonly units: readonly string[];
  readonly unit: string | null;
  readonly sentence: LocalText;
  readonly file: {
    readonly name: string;
    readonly at: string;
    readonly until: string | null;
    readonly is_recent: boolean;
    readonly left_out: number;
  } | null;
  readonly groups: readonly {
    readonly id: DayGroup;
    readonly n: number;
    readonly lines: readonly DayLine[];
  }[];
  readonly people: readonly DeskPerson[];
  readonly closed_elsewhere: readonly DayLine[];
}

export interface TodayInput {
  /** Whose eyes: cases about them are not on their board. */
  readonly who: Person | null;
  readonly unit: string | null;
  /** What `who` has in hand, or nobody has and waits for a role of theirs; the people are told all the same. */
  readonly mine?: boolean;
  readonly scope: Scope;
  readonly board: FileBoard;
}

/** Lines of each part that are shown; the rest are counted, and found in the list. */
const MOST_LINES = 30;
/** A file that knows of nothing later says what was open then, not what is open today. */
const MOST_DAYS = 7;

/**
 * The day board: what is overdue, falls due today, tomorrow and in the week, what waits, who is free. From
 * the cases worked here and from what the latest files tell as open, never both for one number. Refuses
 * a unit out of scope.
 */
export async function viewToday(institution: Institution, input: TodayInput): Promise<TodayView> {
  const { scope, board } = input;
  const { content, ports } = institution;
  const unit = input.unit || (scope.units?.length === 1 ? scope.units[0]! : null);
  const units = reachUnits(scope, unit);
  const except = input.who === null ? [] : listHeldOff(institution, input.who);
  const mine = input.mine === true ? input.who : null;
  const today = toLocalToday(institution);
  const reach: Reach = {
    units,
    processes: scope.processes,
    ...(mine !== null && { desk: { person: mine.id, places: listTurns(institution, mine, today) } }),
    ...(except.length > 0 && { except }),
  };
  const clock = await loadUnitClock(institution);
  const { default_zone } = content.catalogue.settings;
  const zone = unit === null ? default_zone : clock(unit, null).time_zone;
  const bounds = toBounds(ports.clock(), zone);
  const files = await board(institution, clock);
  const hidden = listWorkedNumbers(institution, files.event);
  const within = files.lines.filter((line) => isWithin(line, reach) && !hidden.has(line.number));
  const oldest = addDays(bounds.date, -MOST_DAYS);
  const shown = within.filter(({ told }) => told !== null && told >= oldest);
  const names = listNames(institution);
  const elsewhere = (await listClosedElsewhere(institution, reach)).map((record) =>
    toLine(institution, record, names, clock),
  );
  const seen =
    mine === null ? shown : shown.filter(({ person }) => person === null || person === mine.staff_name);
  const groups = setApart(joinGroups(institution, reach, seen, bounds, clock), elsewhere, bounds);
  return {
    date: bounds.date,
    units: await listUnits(institution, scope),
    unit,
    sentence: toSentence(groups, elsewhere.length, {
      answered: countAnswered(institution, reach),
      // Of what is on one's desk nobody asks what left it.
      done: mine === null ? countDone(institution, reach, zone) : 0,
    }),
    file: findFile(institution, files, within.length - shown.length, oldest),
    groups,
    people: await listDesk(institution, { units, except }, shown, bounds),
    closed_elsewhere: elsewhere,
  };
}

/**
 * Numbers of the core that are of cases here, whatever a file says of them: those of open cases, and
 * of those that changed since the lines of the files were made.
 */
function listWorkedNumbers({ ledger }: Institution, event: number): ReadonlySet<string> {
  const changed = ledger.cases.changedAfter(event).flatMap(({ core_number }) => core_number ?? []);
  return new Set([...ledger.cases.coreNumbers(), ...changed]);
}

function isWithin({ unit, process }: FileLine, { units, processes }: Reach): boolean {
  return (
    (units === null || (unit !== null && units.includes(unit))) &&
    (processes === null || (process !== null && processes.includes(process)))
  );
}

function joinGroups(
  institution: Institution,
  reach: Reach,
  files: readonly FileLine[],
  bounds: DayBounds,
  clock: UnitClock,
): TodayView['groups'] {
  const worked = listWorkedLines(institution, reach, bounds, clock, MOST_LINES);
  const filed = new Map<DayGroup, { n: number; first: FileLine[] }>();
  // Lines come due first, so that the first of each part are those that press.
  for (const line of files) {
    const group = groupOf(line.due_us, bounds);
    const part = filed.get(group) ?? { n: 0, first: [] };
    filed.set(group, part);
    part.n += 1;
    if (part.first.length < MOST_LINES) part.first.push(line);
  }
  return DAY_GROUPS.map((id) => {
    const [own, file] = [worked.get(id)!, filed.get(id)];
    const lines = [...own.lines, ...(file?.first ?? []).map((line) => toFileLine(institution, line, clock))];
    lines.sort((a, b) => compareText(a.due_at, b.due_at) || compareText(a.opened_at, b.opened_at));
    return { id, n: own.n + (file?.n ?? 0), lines: lines.slice(0, MOST_LINES) };
  });
}

/** Cases that are to be confirmed are told once, apart. */
function setApart(
  groups: TodayView['groups'],
  elsewhere: readonly DayLine[],
  bounds: DayBounds,
): TodayView['groups'] {
  const apart = Map.groupBy(elsewhere, ({ due_at, standing }) =>
    standing === 'waiting' ? 'waiting' : groupOf(due_at === null ? null : toMicros(due_at), bounds),
  );
  return groups.map(({ id, n, lines }) => {
    const own = new Set(apart.get(id)?.map(({ number }) => number));
    return { id, n: n - own.size, lines: lines.filter(({ number, worked }) => !worked || !own.has(number)) };
  });
}

function compareText(a: string | null, b: string | null): number {
  const [left, right] = [a ?? '~', b ?? '~'];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Cases that are answered and not closed yet. */
function countAnswered(institution: Institution, { units, processes, desk, except = [] }: Reach): number {
  const onDesk = desk === undefined ? null : isOnDesk(desk);
  const within = (group: CaseGroup) =>
    (units === null || units.includes(group.unit)) &&
    (processes === null || processes.includes(group.process)) &&
    (onDesk === null || onDesk(group));
  return listOpenGroups(institution, except).reduce(
    (sum, group) => (group.answered && within(group) ? sum + group.n : sum),
    0,
  );
}

/** Cases that ended today, but for those that ended for nothing. */
function countDone(
  { content, ledger, ports }: Institution,
  { units, processes, except = [] }: Reach,
  zone: string,
): number {
  const { procedures } = content.catalogue;
  const isAnnulled = (procedure: string, state: string) =>
    procedures.get(procedure)?.case?.states.find(({ id }) => id === state)?.status === 'anulado';
  return ledger.cases
    .endedSince(toDayStart(ports.clock(), zone, 0))
    .filter(
      ({ number, procedure, state, unit, process }) =>
        (units === null || units.includes(unit)) &&
        (processes === null || processes.includes(process)) &&
        !except.includes(number) &&
        !isAnnulled(procedure, state),
    ).length;
}

function toSentence(
  groups: TodayView['groups'],
  elsewhere: number,
  { answered, done }: { readonly answered: number; readonly done: number },
): LocalText {
  const n = (id: DayGroup) => groups.find((group) => group.id === id)?.n ?? 0;
  const counts = {
    overdue: n('overdue'),
    today: n('due-today'),
    tomorrow: n('tomorrow'),
    waiting: n('waiting'),
    unknown: n('unknown'),
    // Told apart, and open all the same until somebody confirms.
    open: groups.reduce((sum, group) => sum + group.n, elsewhere),
    answered,
    done,
  };
  return { es: sayDay(counts, 'es'), en: sayDay(counts, 'en') };
}

function findFile(
  { ledger }: Institution,
  { until }: FileLines,
  left_out: number,
  oldest: string,
): TodayView['file'] {
  const latest = ledger
    .listImports()
    .filter(({ dataset }) => (DAY_DATASETS as readonly string[]).includes(dataset))
    .at(-1);
  if (!latest) return null;
  return {
    name: latest.file_name,
    at: latest.imported_at,
    until,
    is_recent: until !== null && until >= oldest,
    left_out,
  };
}

/** Units somebody may choose among. */
async function listUnits({ facts }: Institution, { units }: Scope): Promise<readonly string[]> {
  if (units !== null) return units.toSorted();
  const rows = await facts.duck.rows('select unit from units order by unit');
  return rows.map(({ unit }) => String(unit));
}
