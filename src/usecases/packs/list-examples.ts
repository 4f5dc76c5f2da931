import { join } from 'node:path';
import { type Column, type Dataset, type LocalText, Refusal, type Sheet } from '../../kernel/index.ts';
import { quoteName } from '../../engine/index.ts';
import { nearest } from '../../language/index.ts';
import type { Catalogue } from '../../library/index.ts';
import { type Content, type Institution, loadContent, OWN_PACKS } from '../institution.ts';

/** A file that an example reads, and whether the institution has it. */
export interface NeededFile {
  readonly dataset: string;
  readonly name: LocalText;
  /**
   * `loaded`: there are rows, with something in every column it reads. `partial`: there are rows, and a
   * column it reads is empty in all of them. `declared`: known and empty. `new`: not known yet. `computed`:
   * never imported.
   */
  readonly state: 'loaded' | 'partial' | 'declared' | 'new' | 'computed';
  /** What its file must hold; of a `partial` one, the columns that are empty. */
  readonly columns: readonly { readonly label: LocalText; readonly required: boolean }[];
}

export interface Example {
  readonly id: string;
  readonly name: LocalText;
  readonly objective: LocalText;
  readonly formula: string;
  readonly class: Sheet['class'];
  readonly type: Sheet['type'];
  readonly frequency: Sheet['frequency'];
  /** Class and type in each taxonomy, by its id. */
  readonly places: readonly { readonly taxonomy: string; readonly class: string; readonly type: string }[];
  readonly needs: readonly NeededFile[];
  /** The process it measures, where the institution does not have it: taking the example over adds it. */
  readonly process: LocalText | null;
  /** `adopted`: the institution has it already. `ready`: its files are there. `needs-file`: one is not. */
  readonly state: 'adopted' | 'ready' | 'needs-file';
}

export interface ExampleArea {
  readonly id: string;
  readonly name: LocalText;
  readonly about: LocalText;
  readonly objectives: readonly LocalText[];
  readonly examples: readonly Example[];
}

export interface Examples {
  readonly taxonomies: readonly {
    readonly id: string;
    readonly name: LocalText;
    readonly about: LocalText;
    readonly classes: readonly {
      readonly id: string;
      readonly name: LocalText;
      readonly measures: LocalText;
    }[];
    readonly types: readonly {
      readonly id: string;
      readonly name: LocalText;
      readonly measures: LocalText;
    }[];
  }[];
  readonly areas: readonly ExampleArea[];
}

/** Shelves read once for each content: they change only with it. */
const shelves = new WeakMap<Content, Promise<Content>>();

/** The content with the shelves of examples behind it. */
export function loadExamples({ folder, content }: Pick<Institution, 'folder' | 'content'>): Promise<Content> {
  const found = shelves.get(content) ?? loadContent([OWN_PACKS, join(folder, 'packs')], { examples: true });
  shelves.set(content, found);
  return found;
}

/** Ids of the sheets that stand on a shelf of examples. */
export function exampleIds({ packs, sheets }: Catalogue): ReadonlySet<string> {
  const shelved = new Set(packs.filter(({ examples }) => examples).map(({ id }) => id));
  return new Set([...sheets.values()].filter(({ pack }) => shelved.has(pack)).map(({ id }) => id));
}

/** Data sets that a sheet reads, its own first. */
export function datasetsOf(content: Content, id: string): readonly string[] {
  const indicator = content.indicators.get(id);
  if (!indicator) return [];
  return [...new Set([indicator.dataset, ...indicator.aggregates.map(({ dataset }) => dataset)])];
}

/** Columns that an indicator reads, by name, wherever in its checked form they stand. */
function columnsRead(content: Content, id: string): ReadonlySet<string> {
  const { indicators, catalogue } = content;
  const indicator = indicators.get(id);
  const names = new Set<string>(indicator ? [indicator.date] : []);
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) for (const each of part) visit(each);
    else if (typeof part === 'object' && part !== null) {
      const { kind, name } = part as { readonly kind?: unknown; readonly name?: unknown };
      if (kind === 'column' && typeof name === 'string') names.add(name);
      for (const each of Object.values(part)) visit(each);
    }
  };
  visit(indicator);
  // A column brought from elsewhere is found by one of this data set's own.
  for (const { lookups } of catalogue.datasets.values())
    for (const { name, by } of lookups) if (names.has(name)) names.add(by);
  return names;
}

/** What of a file an example cannot do without, and what only splits its result. */
function toAsked(column: Column, read: ReadonlySet<string>): { label: LocalText; required: boolean } | null {
  const required = column.required || read.has(column.name);
  const splits = column.of === 'unit' || column.of === 'person';
  return required || splits ? { label: column.label, required } : null;
}

/** Columns of a data set that have something written in some row; null where it has no rows. */
type Filled = (dataset: Dataset) => Promise<ReadonlySet<string> | null>;

/** Looks at each data set once. */
function toFilled({ content, facts }: Institution): Filled {
  const seen = new Map<string, ReadonlySet<string> | null>();
  return async ({ id }) => {
    const found = seen.get(id);
    if (found !== undefined) return found;
    const columns = content.catalogue.datasets.get(id)?.columns ?? [];
    const counts = columns.map(({ name }, at) => `count(${quoteName(name)}) as c${at}`);
    const [row] = await facts.duck.rows(`select count(*) as n, ${counts.join(', ')} from ${quoteName(id)}`);
    const names = columns.filter((_, at) => Number(row?.[`c${at}`]) > 0).map(({ name }) => name);
    const filled = Number(row?.['n'] ?? 0) === 0 ? null : new Set(names);
    seen.set(id, filled);
    return filled;
  };
}

/** What an example needs of one file. */
async function toNeed(
  { content }: Institution,
  dataset: Dataset,
  read: ReadonlySet<string>,
  filled: Filled,
): Promise<NeededFile> {
  const { id, name } = dataset;
  const isKnown = content.catalogue.datasets.has(id);
  const written = isKnown ? await filled(dataset) : null;
  const asked = dataset.columns.flatMap((column) => toAsked(column, read) ?? []);
  if (written === null)
    return {
      dataset: id,
      name,
      state: dataset.derived ? 'computed' : isKnown ? 'declared' : 'new',
      columns: asked,
    };
  const empty = dataset.columns.filter((column) => read.has(column.name) && !written.has(column.name));
  return {
    dataset: id,
    name,
    state: empty.length === 0 ? 'loaded' : 'partial',
    columns: empty.length === 0 ? asked : empty.map(({ label }) => ({ label, required: true })),
  };
}

/** The files that an example reads, and those that others bring a column from: a client's sex, a branch's zone. */
async function toNeeds(
  institution: Institution,
  shelf: Content,
  id: string,
  filled: Filled,
): Promise<NeededFile[]> {
  const { datasets } = shelf.catalogue;
  const read = columnsRead(shelf, id);
  const needs: NeededFile[] = [];
  for (const name of datasetsOf(shelf, id)) {
    const dataset = datasets.get(name)!;
    needs.push(await toNeed(institution, dataset, read, filled));
    for (const { name: brought, from, take } of dataset.lookups) {
      const source = datasets.get(from);
      if (!read.has(brought) || !source || source.derived) continue;
      needs.push(await toNeed(institution, source, new Set([take]), filled));
    }
  }
  return needs;
}

/** The process of an example that the institution does not have: the highest of those that would be added. */
function findNewProcess(shelf: Content, here: Content, id: string): LocalText | null {
  let process = shelf.catalogue.processes.get(id);
  let found: LocalText | null = null;
  while (process && !here.catalogue.processes.has(process.id)) {
    found = process.name;
    process = shelf.catalogue.processes.get(process.parent ?? '');
  }
  return found;
}

/**
 * The example indicators by area, with the ways of sorting them; each with the files it reads and
 * whether they are there. An example is measured only once the institution takes it over.
 */
export async function listExamples(institution: Institution): Promise<Examples> {
  const shelf = await loadExamples(institution);
  const { catalogue } = shelf;
  const filled = toFilled(institution);
  const areas: ExampleArea[] = [];
  for (const area of catalogue.areas.values()) {
    const examples: Example[] = [];
    for (const { indicator, places } of area.examples) {
      const sheet = catalogue.sheets.get(indicator);
      if (!sheet) continue;
      const needs = await toNeeds(institution, shelf, indicator, filled);
      const isAdopted = institution.content.catalogue.sheets.has(indicator);
      const isReady = needs.every(({ state }) => state === 'loaded');
      examples.push({
        id: sheet.id,
        name: sheet.name,
        objective: sheet.objective,
        formula: sheet.measure === null ? sheet.formula : `${sheet.formula}; measure = ${sheet.measure}`,
        class: sheet.class,
        type: sheet.type,
        frequency: sheet.frequency,
        places: [...places].map(([taxonomy, place]) => ({ taxonomy, ...place })),
        needs,
        process: isAdopted ? null : findNewProcess(shelf, institution.content, sheet.process),
        state: isAdopted ? 'adopted' : isReady ? 'ready' : 'needs-file',
      });
    }
    areas.push({ ...area, examples });
  }
  return { taxonomies: [...catalogue.taxonomies.values()], areas };
}

/** The sheet of an example; refuses an unknown one with the nearest. */
export function getExample(shelf: Content, id: string): Sheet {
  const ids = exampleIds(shelf.catalogue);
  const sheet = ids.has(id) ? shelf.catalogue.sheets.get(id) : undefined;
  if (sheet) return sheet;
  throw new Refusal('example-not-found', { example: id, hint: nearest(id, ids) ?? '' });
}
