import type {
  Calendar,
  CodeList,
  Dataset,
  Population,
  Problem,
  Process,
  Schedule,
  Sheet,
  StandardMinutes,
} from '../kernel/index.ts';
import { toSlug } from '../kernel/index.ts';
import type { HolidayList } from './catalogue.ts';
import { findNearestName } from './nearest-name.ts';
import type { CalendarDraft } from './read-calendar.ts';
import type { SheetDraft } from './read-sheet.ts';
import type { Shelf } from './shelf.ts';
import { toContentProblem } from './source.ts';

/** Sources of a lookup that are not imported tables, and what can be taken from each. */
const DERIVED_SOURCES: Readonly<Record<string, readonly string[]>> = {
  assignments: ['schedule', 'unit'],
  processes: ['parent'],
  'standard-minutes': ['minutes'],
};
/** Code columns may also hold the ids of these, or the name of a period. */
const BUILT_IN_CODES = ['process', 'schedule', 'indicator', 'period'];

/** The process tree: every parent exists and none is its own ancestor; a spelling means one process only. */
export function checkProcessTree(shelf: Shelf<Process>, problems: Problem[]): void {
  for (const id of listCircles(shelf, 'parent', 'process-cycle', problems)) shelf.broken.add(id);
  for (const id of shelf.broken) shelf.items.delete(id);
  // Dropping one may leave another without parent, so until nothing more falls.
  for (let fell = true; fell; ) {
    fell = false;
    for (const [id, { parent }] of shelf.items) {
      const path = `processes.${id}.parent`;
      if (parent === null || shelf.checkName(parent, shelf.fieldPlace(id, path), path, problems)) continue;
      shelf.drop(id);
      fell = true;
    }
  }
  checkMap(shelf, problems);
  const owner = new Map([...shelf.items.keys()].map((id) => [toSlug(id), id]));
  for (const [id, { aliases }] of shelf.items) {
    for (const alias of aliases) {
      const other = owner.get(toSlug(alias));
      if (other !== undefined && other !== id) {
        const path = `processes.${id}.aliases`;
        const params = { alias, first: other, second: id };
        problems.push(toContentProblem('alias-taken', shelf.fieldPlace(id, path), path, params));
      }
      owner.set(toSlug(alias), other ?? id);
    }
  }
}

/** Processes that are above themselves, by the tree of results or by that of the map; each is told. */
function listCircles(
  shelf: Shelf<Process>,
  field: 'parent' | 'under',
  code: 'process-cycle' | 'process-under-cycle',
  problems: Problem[],
): string[] {
  return [...shelf.items].flatMap(([id, process]) => {
    const trail = [id];
    let above = process[field];
    while (above !== null && !trail.includes(above)) {
      trail.push(above);
      above = shelf.items.get(above)?.[field] ?? null;
    }
    if (above !== id) return [];
    const path = `processes.${id}.${field}`;
    const params = { process: id, trail: [...trail, id] };
    problems.push(toContentProblem(code, shelf.fieldPlace(id, path), path, params));
    return [id];
  });
}

/** A process whose place on the map is wrong is drawn under its parent: figures do not lean on it. */
function checkMap(shelf: Shelf<Process>, problems: Problem[]): void {
  const toParent = (id: string, process: Process): void => {
    shelf.items.set(id, { ...process, under: process.parent });
  };
  for (const [id, process] of shelf.items) {
    const path = `processes.${id}.under`;
    const { under, parent } = process;
    if (under === null || under === parent) continue;
    if (!shelf.checkName(under, shelf.fieldPlace(id, path), path, problems)) toParent(id, process);
  }
  for (const id of listCircles(shelf, 'under', 'process-under-cycle', problems)) {
    toParent(id, shelf.items.get(id)!);
  }
}

/** Every name, alias and id of a process as slug, so that a text finds the process it means. */
function toAliases(processes: Shelf<Process>, written: string): Map<string, string> {
  const slug = toSlug(written);
  for (const [id, process] of processes.items) {
    const names = [id, process.name.es, process.name.en, ...process.aliases];
    if (names.some((name) => toSlug(name) === slug)) return new Map([[written, id]]);
  }
  return new Map();
}

/** True when the process exists; an alias or a name of one is answered with its id. */
export function checkProcess(
  processes: Shelf<Process>,
  name: string,
  place: { file: string; line: number; column: number },
  path: string,
  problems: Problem[],
): boolean {
  return processes.checkName(name, place, path, problems, toAliases(processes, name));
}

export function checkStandardMinutes(
  shelf: Shelf<StandardMinutes>,
  processes: Shelf<Process>,
  problems: Problem[],
): void {
  for (const [id, { process }] of shelf.items) {
    if (!checkProcess(processes, process, shelf.placeOf(id), 'process', problems)) shelf.drop(id);
  }
}

/** Calendars with the dates of the holiday lists they keep; a date written in the calendar itself wins. */
export function checkCalendars(
  drafts: Shelf<CalendarDraft>,
  holidays: Shelf<HolidayList>,
  problems: Problem[],
): Map<string, Calendar> {
  const calendars = new Map<string, Calendar>();
  for (const [id, draft] of drafts.items) {
    let usable = true;
    const versions = draft.versions.map(({ holidays: kept, ...version }) => {
      const exceptions = new Map(version.exceptions);
      for (const { name, place, path } of kept) {
        usable = holidays.checkName(name, place, path, problems) && usable;
        for (const date of holidays.items.get(name)?.dates.keys() ?? []) {
          if (!exceptions.has(date)) exceptions.set(date, []);
        }
      }
      return { ...version, exceptions: new Map([...exceptions].sort(([a], [b]) => (a < b ? -1 : 1))) };
    });
    const lists = draft.versions.flatMap((version) => version.holidays.map(({ name }) => name));
    if (usable) calendars.set(id, { ...draft, versions, holidays: [...new Set(lists)] });
    else drafts.drop(id);
  }
  return calendars;
}

/** Code lists of code columns, and the tables and columns that lookups take from. */
export function checkDatasets(shelf: Shelf<Dataset>, codes: Shelf<CodeList>, problems: Problem[]): void {
  const all = new Map(shelf.items);
  for (const [id, dataset] of all) {
    let usable = true;
    for (const column of dataset.columns) {
      if (column.codes === null || BUILT_IN_CODES.includes(column.codes)) continue;
      const path = `columns.${column.name}.codes`;
      usable = codes.checkName(column.codes, shelf.fieldPlace(id, path), path, problems) && usable;
    }
    for (const { name, from, take } of dataset.lookups) {
      const path = `lookups.${name}.from`;
      const derived = DERIVED_SOURCES[from];
      const source = all.get(from);
      if (derived === undefined && source === undefined) {
        const names = [...Object.keys(DERIVED_SOURCES), ...all.keys()];
        const code = shelf.broken.has(from) ? 'leans-on-broken' : 'unknown-name';
        const params = { kind: 'dataset', name: from };
        const hint = findNearestName(from, names);
        problems.push(toContentProblem(code, shelf.fieldPlace(id, path), path, params, hint));
        usable = false;
        continue;
      }
      const columns = derived ?? source?.columns.map((column) => column.name) ?? [];
      if (!columns.includes(take)) {
        const takePath = `lookups.${name}.take`;
        const place = shelf.fieldPlace(id, takePath);
        const params = { kind: 'column', name: take };
        const hint = findNearestName(take, columns);
        problems.push(toContentProblem('unknown-name', place, takePath, params, hint));
        usable = false;
      }
    }
    if (!usable) shelf.drop(id);
  }
}

/** A spelling of a schedule means one schedule only. */
export function checkSchedules(shelf: Shelf<Schedule>, problems: Problem[]): void {
  const owner = new Map([...shelf.items.keys()].map((id) => [toSlug(id), id]));
  for (const [id, { aliases }] of shelf.items) {
    for (const alias of aliases) {
      const other = owner.get(toSlug(alias));
      if (other !== undefined && other !== id) {
        const params = { alias, first: other, second: id };
        problems.push(toContentProblem('alias-taken', shelf.fieldPlace(id, 'aliases'), 'aliases', params));
      }
      owner.set(toSlug(alias), other ?? id);
    }
  }
}

export function checkPopulations(
  shelf: Shelf<Population>,
  datasets: Shelf<Dataset>,
  problems: Problem[],
): Map<string, Population> {
  const populations = new Map<string, Population>();
  for (const [id, population] of shelf.items) {
    const place = shelf.fieldPlace(id, 'dataset');
    if (datasets.checkName(population.dataset, place, 'dataset', problems)) populations.set(id, population);
    else shelf.drop(id);
  }
  return populations;
}

/** Sheets with their population at hand; those that name something unknown are left out and told. */
export function checkSheets(
  drafts: Shelf<SheetDraft>,
  shelves: {
    readonly processes: Shelf<Process>;
    readonly datasets: Shelf<Dataset>;
    readonly populations: Shelf<Population>;
  },
  problems: Problem[],
): Map<string, Sheet> {
  const sheets = new Map<string, Sheet>();
  for (const [id, { sheet, named }] of drafts.items) {
    const at = (path: string) => drafts.fieldPlace(id, path);
    let usable = checkProcess(shelves.processes, sheet.process, at('process'), 'process', problems);
    let { population, places } = sheet;
    if (named === null) {
      const path = 'population.dataset';
      usable = shelves.datasets.checkName(population.dataset, at(path), path, problems) && usable;
    } else if (shelves.populations.checkName(population.id, named, 'population', problems)) {
      population = shelves.populations.items.get(population.id) ?? population;
      // The texts of a named population stand in its own file: problems in them must point there.
      const own = [...(shelves.populations.places.get(population.id)?.places ?? [])];
      places = new Map([...places, ...own.map(([path, place]) => [`population.${path}`, place] as const)]);
    } else usable = false;
    usable = checkDate(sheet, population, shelves.datasets, at('date'), problems) && usable;
    checkWatched(sheet, drafts, shelves.datasets.items.get(population.dataset), problems);
    if (usable) sheets.set(id, { ...sheet, population, places });
    else drafts.drop(id);
  }
  warnOfSharedCodes(sheets, drafts, problems);
  return sheets;
}

/**
 * The indicator that leads another, and the breakdowns it is watched by: what is not there is told, and the sheet is
 * measured all the same. People and clients are nobody's to watch.
 */
function checkWatched(
  { id, leading, watch = [] }: Sheet,
  drafts: Shelf<SheetDraft>,
  dataset: Dataset | undefined,
  problems: Problem[],
): void {
  const add = (path: string, params: { kind: string; name: string }, names: readonly string[]) =>
    problems.push(
      toContentProblem(
        'unknown-name',
        drafts.fieldPlace(id, path),
        path,
        params,
        findNearestName(params.name, names),
      ),
    );
  const others = [...drafts.items.keys()].filter((other) => other !== id);
  if (leading !== undefined && !others.includes(leading))
    add('leading', { kind: 'indicator', name: leading }, others);
  if (!dataset) return;
  const columns = dataset.columns.flatMap(({ name, type, of }) =>
    type === 'text' || of === 'person' || of === 'client' || dataset.key.includes(name) ? [] : [name],
  );
  const names = [...columns, ...dataset.lookups.map(({ name }) => name), 'service'];
  for (const name of watch) if (!names.includes(name)) add('watch', { kind: 'column', name }, names);
}

/** A short code is how people call an indicator: two of the same would be taken for each other. */
function warnOfSharedCodes(
  sheets: ReadonlyMap<string, Sheet>,
  drafts: Shelf<SheetDraft>,
  problems: Problem[],
): void {
  const owner = new Map<string, string>();
  for (const [id, { code }] of sheets) {
    if (code === null) continue;
    const other = owner.get(code);
    if (other === undefined) {
      owner.set(code, id);
      continue;
    }
    const { file, line } = drafts.fieldPlace(other, 'code');
    const params = { code, other, other_file: file, other_line: line };
    const place = drafts.fieldPlace(id, 'code');
    problems.push(toContentProblem('code-of-two-sheets', place, 'code', params, undefined, 'warning'));
  }
}

function checkDate(
  sheet: Sheet,
  population: Population,
  datasets: Shelf<Dataset>,
  place: { file: string; line: number; column: number },
  problems: Problem[],
): boolean {
  const dataset = datasets.items.get(population.dataset);
  if (dataset === undefined) return true;
  const name = sheet.date ?? dataset.date;
  if (name === null) {
    problems.push(toContentProblem('no-date', place, 'date', { dataset: dataset.id }));
    return false;
  }
  const column = dataset.columns.find((each) => each.name === name);
  const types = ['instant', 'date'];
  if (column === undefined) {
    const dates = dataset.columns.filter((each) => types.includes(each.type)).map((each) => each.name);
    const params = { kind: 'column', name };
    problems.push(toContentProblem('unknown-name', place, 'date', params, findNearestName(name, dates)));
    return false;
  }
  if (types.includes(column.type)) return true;
  problems.push(toContentProblem('column-of-other-type', place, 'date', { name, type: column.type, types }));
  return false;
}
