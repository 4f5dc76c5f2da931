import { join } from 'node:path';
import { type Column, type LocalText, Refusal, type Sheet } from '../../kernel/index.ts';
import { quoteName } from '../../engine/index.ts';
import { nearest } from '../../language/index.ts';
import type { Catalogue } from '../../library/index.ts';
import { type Content, type Institution, loadContent, OWN_PACKS } from '../institution.ts';

/** A file that an example reads, and whether the institution has it. */
export interface NeededFile {
  readonly dataset: string;
  readonly name: LocalText;
  /** `loaded`: there are rows. `declared`: known and empty. `new`: not known yet. `computed`: never imported. */
  readonly state: 'loaded' | 'declared' | 'new' | 'computed';
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

async function toNeeds(
  institution: Institution,
  shelf: Content,
  id: string,
  rows: Map<string, boolean>,
): Promise<NeededFile[]> {
  const needs: NeededFile[] = [];
  const read = columnsRead(shelf, id);
  for (const name of datasetsOf(shelf, id)) {
    const dataset = shelf.catalogue.datasets.get(name)!;
    const isKnown = institution.content.catalogue.datasets.has(name);
    if (isKnown && !rows.has(name)) {
      const found = await institution.facts.duck.rows(`select 1 as one from ${quoteName(name)} limit 1`);
      rows.set(name, found.length > 0);
    }
    const isLoaded = rows.get(name) === true;
    needs.push({
      dataset: name,
      name: dataset.name,
      state: isLoaded ? 'loaded' : dataset.derived ? 'computed' : isKnown ? 'declared' : 'new',
      columns: dataset.columns.flatMap((column) => toAsked(column, read) ?? []),
    });
  }
  return needs;
}

/**
 * The example indicators by area, with the ways of sorting them; each with the files it reads and
 * whether they are there. An example is measured only once the institution takes it over.
 */
export async function listExamples(institution: Institution): Promise<Examples> {
  const shelf = await loadExamples(institution);
  const { catalogue } = shelf;
  const rows = new Map<string, boolean>();
  const areas: ExampleArea[] = [];
  for (const area of catalogue.areas.values()) {
    const examples: Example[] = [];
    for (const { indicator, places } of area.examples) {
      const sheet = catalogue.sheets.get(indicator);
      if (!sheet) continue;
      const needs = await toNeeds(institution, shelf, indicator, rows);
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
