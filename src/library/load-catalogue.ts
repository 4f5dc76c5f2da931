import { createHash } from 'node:crypto';
import type {
  CodeList,
  Dataset,
  DeadlineRule,
  Population,
  Problem,
  Procedure,
  Process,
  Schedule,
  StandardMinutes,
} from '../kernel/index.ts';
import type {
  Area,
  Catalogue,
  FilePlaces,
  HolidayList,
  Pack,
  Review,
  Settings,
  Taxonomy,
} from './catalogue.ts';
import { DEFAULT_SETTINGS } from './catalogue.ts';
import { checkCharacterisations, checkProcedures } from './check-procedures.ts';
import {
  checkCalendars,
  checkDatasets,
  checkPopulations,
  checkProcessTree,
  checkSchedules,
  checkSheets,
  checkStandardMinutes,
} from './check-references.ts';
import type { Entry } from './entry.ts';
import type { ContentFolder, Overlay, PackFolder } from './list-pack-files.ts';
import { loadPackFolders } from './list-pack-files.ts';
import { checkAreas } from './read-area.ts';
import type { CalendarDraft } from './read-calendar.ts';
import { checkDeadlines } from './read-deadlines.ts';
import type { Manifest } from './read-pack.ts';
import { readPack } from './read-pack.ts';
import { type FileReading, readPackContent, toStem } from './read-pack-content.ts';
import type { SheetDraft } from './read-sheet.ts';
import { Shelf } from './shelf.ts';
import { readSource, toContentProblem } from './source.ts';

interface PackDraft {
  readonly folder: PackFolder;
  readonly manifest: Manifest;
}

function makeShelves() {
  return {
    datasets: new Shelf<Dataset>('dataset'),
    codes: new Shelf<CodeList>('code-list'),
    processes: new Shelf<Process>('process'),
    procedures: new Shelf<Procedure>('procedure'),
    deadlines: new Shelf<DeadlineRule>('deadline'),
    holidays: new Shelf<HolidayList>('holidays'),
    calendars: new Shelf<CalendarDraft>('calendar'),
    schedules: new Shelf<Schedule>('schedule'),
    'standard-minutes': new Shelf<StandardMinutes>('standard-minutes'),
    populations: new Shelf<Population>('population'),
    indicators: new Shelf<SheetDraft>('indicator'),
    taxonomies: new Shelf<Taxonomy>('taxonomy'),
    areas: new Shelf<Area>('area'),
    reviews: new Shelf<Review>('review'),
  } satisfies Record<ContentFolder, unknown>;
}
type Shelves = ReturnType<typeof makeShelves>;

/**
 * Reads every pack of the given folders into one catalogue. A later root (the institution's own
 * packs) may add things, and takes the place of an earlier thing of the same id only with
 * `replaces: true`. Whatever is wrong is a problem with file, line and column, and leaves only
 * the thing itself out: formulas and predicates stay texts, for the language room to check.
 *
 * A pack of `examples`, one that another `leaves_out`, and an `optional` one that none in force requires,
 * stay out unless asked for; then what they have stands behind what the others declare, and an example
 * that another pack took over is that pack's.
 *
 * @param overlay files as they would be, to check a change before it is written
 * @param cache folder in which what was read of the packs of the first root is kept for the next program
 * @example const { catalogue, problems } = await loadCatalogue(['packs', 'circuito-data/packs']);
 */
export async function loadCatalogue(
  roots: readonly string[],
  {
    examples = false,
    overlay,
    cache,
  }: { readonly examples?: boolean; readonly overlay?: Overlay; readonly cache?: string } = {},
): Promise<{ catalogue: Catalogue; problems: Problem[] }> {
  const { folders: found, problems } = await loadPackFolders(roots, overlay);
  const manifests = shelveOptional(shelveLeftOut(readManifests(found, problems), problems));
  const shown = new Map([...manifests].filter(([, { manifest }]) => examples || !manifest.examples));
  const drafts = new Map(
    [...sortPacks(shown, manifests, problems)].sort(
      ([, a], [, b]) => Number(a.manifest.examples) - Number(b.manifest.examples),
    ),
  );
  const hidden = new Set([...manifests.values()].filter(({ manifest }) => manifest.examples && !examples));
  const folders = found.filter((folder) => ![...hidden].some((draft) => draft.folder === folder));
  const shelves = makeShelves();
  for (const [id, { folder, manifest }] of drafts) {
    // Only what ships is kept read: what an institution writes is little, and changes.
    const keep = folder.root === 0 ? cache : undefined;
    for (const file of await readPackContent(folder, id, keep)) {
      if (file.entries === null) markUnreadable(shelves, file);
      else putOnShelf(shelves[file.kind], file.entries, manifest.examples, problems);
      problems.push(...file.problems);
    }
  }
  checkProcessTree(shelves.processes, problems);
  checkSchedules(shelves.schedules, problems);
  checkStandardMinutes(shelves['standard-minutes'], shelves.processes, problems);
  checkDatasets(shelves.datasets, shelves.codes, problems);
  const calendars = checkCalendars(shelves.calendars, shelves.holidays, problems);
  const populations = checkPopulations(shelves.populations, shelves.datasets, problems);
  const sheets = checkSheets(shelves.indicators, shelves, problems);
  const shelved = new Set([...hidden].flatMap(({ folder }) => listStems(folder, 'indicators')));
  checkCharacterisations(shelves.processes, { sheets, shelved, broken: shelves.indicators.broken }, problems);
  checkProcedures(shelves.procedures, shelves, problems);
  checkDeadlines(shelves.deadlines, shelves.procedures.items.values(), problems);
  checkAreas(shelves.areas, shelves.taxonomies, sheets, problems);
  const settings = toSettings([...drafts.values()], shelves.calendars, problems);
  const catalogue: Catalogue = {
    packs: [...drafts].map(([id, draft]) => toPack(id, draft)),
    datasets: shelves.datasets.items,
    codes: shelves.codes.items,
    processes: shelves.processes.items,
    procedures: new Map([...shelves.procedures.items].sort(([a], [b]) => (a < b ? -1 : 1))),
    deadlines: shelves.deadlines.items,
    holidays: shelves.holidays.items,
    calendars,
    schedules: shelves.schedules.items,
    standard_minutes: sortStandardMinutes([...shelves['standard-minutes'].items.values()]),
    populations,
    sheets: new Map([...sheets].sort(([a], [b]) => (a < b ? -1 : 1))),
    taxonomies: shelves.taxonomies.items,
    areas: shelves.areas.items,
    reviews: shelves.reviews.items,
    settings,
    places: toPlaces(shelves),
    digest: toDigest(folders),
  };
  return { catalogue, problems: withoutRepeats(problems) };
}

function listStems({ content }: PackFolder, kind: ContentFolder): string[] {
  return content.filter((file) => file.kind === kind).map(({ path }) => toStem(path));
}

function readManifests(folders: readonly PackFolder[], problems: Problem[]): Map<string, PackDraft> {
  const packs = new Shelf<PackDraft>('pack');
  for (const folder of folders) {
    const { label, bytes } = folder.manifest;
    const source = readSource(label, bytes);
    if (source.document !== null) {
      const entry = readPack({ source, pack: folder.name, stem: folder.name });
      packs.put({ ...entry, value: entry.value && { folder, manifest: entry.value } }, problems);
    }
    problems.push(...source.problems);
  }
  return packs.items;
}

/** Packs that another leaves out, put among the examples. A name that is none of a pack is told. */
function shelveLeftOut(
  packs: ReadonlyMap<string, PackDraft>,
  problems: Problem[],
): ReadonlyMap<string, PackDraft> {
  const shelf = new Shelf<PackDraft>('pack');
  for (const [id, draft] of packs) shelf.items.set(id, draft);
  const spots = [...packs.values()].flatMap(({ manifest }) => manifest.leaves_out);
  for (const spot of spots) shelf.checkName(spot.text(), spot.place, spot.path, problems);
  const left = new Set(spots.map((spot) => spot.text()));
  return new Map(
    [...packs].map(([id, draft]) =>
      left.has(id) ? [id, { ...draft, manifest: { ...draft.manifest, examples: true } }] : [id, draft],
    ),
  );
}

/** Optional packs that no pack in force requires, put among the examples. */
function shelveOptional(packs: ReadonlyMap<string, PackDraft>): ReadonlyMap<string, PackDraft> {
  const waiting = new Set(
    [...packs].filter(([, { manifest }]) => manifest.optional && !manifest.examples).map(([id]) => id),
  );
  const inForce = [...packs].filter(([id, { manifest }]) => !manifest.examples && !waiting.has(id));
  // What a pack brings into force may require another.
  for (const [, { manifest }] of inForce)
    for (const name of manifest.requires.map((spot) => spot.text()))
      if (waiting.delete(name)) inForce.push([name, packs.get(name)!]);
  return new Map(
    [...packs].map(([id, draft]) =>
      waiting.has(id) ? [id, { ...draft, manifest: { ...draft.manifest, examples: true } }] : [id, draft],
    ),
  );
}

/** Packs after those they require; within that, by root and name. A circle is told and cut. */
function sortPacks(
  packs: ReadonlyMap<string, PackDraft>,
  all: ReadonlyMap<string, PackDraft>,
  problems: Problem[],
): Map<string, PackDraft> {
  const sorted = new Map<string, PackDraft>();
  const shelf = new Shelf<PackDraft>('pack');
  for (const [id, draft] of all) shelf.items.set(id, draft);
  const visit = (id: string, draft: PackDraft, trail: readonly string[]): void => {
    for (const spot of draft.manifest.requires) {
      const name = spot.text();
      const needed = packs.get(name);
      if (needed === undefined) shelf.checkName(name, spot.place, spot.path, problems);
      else if (name === id || trail.includes(name)) {
        problems.push(toContentProblem('pack-cycle', spot.place, spot.path, { trail: [...trail, id, name] }));
      } else if (!sorted.has(name)) visit(name, needed, [...trail, id]);
    }
    sorted.set(id, draft);
  };
  for (const [id, draft] of packs) if (!sorted.has(id)) visit(id, draft, []);
  return sorted;
}

/**
 * A file whose YAML cannot be read still stands for the thing its name says, and takes away an
 * earlier one: it may have meant to replace it, and the old figures must not pass for the new.
 */
function markUnreadable(shelves: Shelves, { kind, stem, label: file }: FileReading): void {
  const shelf = shelves[kind];
  if (kind === 'processes' || kind === 'standard-minutes' || kind === 'deadlines') shelf.incomplete = true;
  if (shelf.incomplete) return;
  shelf.drop(stem);
  shelf.places.set(stem, { place: { file, line: 1, column: 1 }, places: new Map() });
}

/** Puts what a file holds on its shelf; what stands behind the rest gives way to what is there. */
function putOnShelf(
  shelf: Shelf<unknown>,
  entries: readonly Entry<unknown>[],
  behind: boolean,
  problems: Problem[],
): void {
  for (const entry of entries) {
    if (!(behind && shelf.places.has(entry.id))) shelf.put(entry, problems);
  }
}

function toSettings(
  drafts: readonly PackDraft[],
  calendars: Shelf<CalendarDraft>,
  problems: Problem[],
): Settings {
  let settings = DEFAULT_SETTINGS;
  for (const { manifest } of drafts) {
    const { default_calendar: spot } = manifest;
    const known = spot === null || calendars.checkName(spot.text(), spot.place, spot.path, problems);
    const { default_calendar, ...others } = manifest.settings;
    settings = { ...settings, ...others, ...(known && default_calendar ? { default_calendar } : {}) };
  }
  return settings;
}

function toPack(id: string, { folder, manifest }: PackDraft): Pack {
  const { version, name, licence, source, examples, optional } = manifest;
  const files = [folder.manifest.path, ...folder.content.map((file) => file.path)];
  const requires = manifest.requires.map((spot) => spot.text());
  return { id, version, name, licence, source, requires, folder: folder.folder, files, examples, optional };
}

function sortStandardMinutes(lines: readonly StandardMinutes[]): StandardMinutes[] {
  const order = (line: StandardMinutes): string => `${line.process} ${line.from}`;
  return [...lines].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function toPlaces(shelves: Shelves): Map<string, FilePlaces> {
  const places = new Map<string, FilePlaces>();
  for (const folder of ['datasets', 'populations', 'indicators'] as const) {
    for (const [id, entry] of shelves[folder].places) places.set(`${folder}/${id}`, entry.places);
  }
  return places;
}

/** Lengths stand before names and bytes, so that no two contents run together into the same text. */
function toDigest(folders: readonly PackFolder[]): string {
  const hash = createHash('sha256');
  const files = folders.flatMap(({ root, name, manifest, content }) =>
    [manifest, ...content].map((file) => ({ path: `${root}/${name}/${file.path}`, bytes: file.bytes })),
  );
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const { path, bytes } of files) {
    hash.update(`${Buffer.byteLength(path)}:${path}:${bytes.byteLength}:`).update(bytes);
  }
  return hash.digest('hex');
}

/** The same mistake met twice while reading is one problem. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify([problem.code, problem.where, problem.params]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
