import type { Problem, Sheet } from '../kernel/index.ts';
import type { Catalogue } from './catalogue.ts';
import { checkSheets } from './check-references.ts';
import type { SheetDraft } from './read-sheet.ts';
import { readSheet } from './read-sheet.ts';
import { Shelf } from './shelf.ts';
import { readSource } from './source.ts';

/** A shelf with what a catalogue already has. */
function toShelf<T>(kind: string, items: ReadonlyMap<string, T>): Shelf<T> {
  const shelf = new Shelf<T>(kind);
  for (const [id, item] of items) shelf.items.set(id, item);
  return shelf;
}

/**
 * Reads the text of a sheet that is not on disk beside everything a catalogue has: what a person
 * is writing, while it is written. Formulas stay texts for the language room to check.
 *
 * @param file how its file is called in problems
 */
export function readDraft(
  text: string,
  file: string,
  pack: string,
  catalogue: Catalogue,
): { readonly sheet: Sheet | null; readonly problems: readonly Problem[] } {
  const source = readSource(file, new TextEncoder().encode(text));
  const stem = file.replace(/^.*\//, '').replace(/\.ya?ml$/i, '');
  if (source.document === null) return { sheet: null, problems: source.problems };
  const problems: Problem[] = [];
  const drafts = new Shelf<SheetDraft>('indicator');
  const entry = readSheet({ source, pack, stem });
  drafts.put({ ...entry, replaces: false }, problems);
  problems.push(...source.problems);
  const populations = toShelf('population', catalogue.populations);
  for (const id of catalogue.populations.keys()) {
    const places = catalogue.places.get(`populations/${id}`);
    const place = places && [...places.values()][0];
    if (places && place) populations.places.set(id, { place, places });
  }
  const shelves = {
    processes: toShelf('process', catalogue.processes),
    datasets: toShelf('dataset', catalogue.datasets),
    populations,
  };
  const sheets = checkSheets(drafts, shelves, problems);
  return { sheet: sheets.get(entry.id) ?? null, problems };
}
