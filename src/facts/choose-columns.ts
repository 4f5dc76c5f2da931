import { type Column, type Dataset, Refusal, toSlug } from '../kernel/index.ts';
import { nearest } from '../language/index.ts';
import type { MappedSource, Mapping } from './read-mapping.ts';

/** Where the values of a declared column come from: positions in the file's header, or a constant. */
export type ColumnSource =
  | { readonly kind: 'one'; readonly index: number }
  | { readonly kind: 'date-time'; readonly date: number; readonly time: number }
  | { readonly kind: 'event'; readonly which: 'first' | 'last'; readonly activities: readonly string[] }
  | { readonly kind: 'constant'; readonly value: string };

export interface ChosenColumns {
  readonly sources: ReadonlyMap<string, ColumnSource>;
  /** Headers that no declared column uses: kept in the raw file, not read. */
  readonly ignored: readonly string[];
}

/** Slugs under which a header means a column: its name, its labels, its aliases. */
function slugsOf(column: Column): Set<string> {
  return new Set([column.name, column.label.es, column.label.en, ...column.aliases].map(toSlug));
}

/** How many of some cells are headers the data set knows: what finds the header line of a file. */
export function recogniser(dataset: Dataset, mapping: Mapping | null): (cells: readonly string[]) => number {
  const known = new Set(
    dataset.columns.flatMap((column) => [
      ...slugsOf(column),
      ...[...column.date_aliases, ...column.time_aliases].map(toSlug),
    ]),
  );
  for (const source of Object.values(mapping?.columns ?? {})) {
    if (typeof source === 'string') known.add(toSlug(source));
    else if ('date' in source) for (const name of [source.date, source.time]) known.add(toSlug(name));
  }
  for (const name of Object.values(mapping?.log ?? {})) known.add(toSlug(name));
  known.delete('');
  return (cells) => new Set(cells.map(toSlug).filter((slug) => known.has(slug))).size;
}

/**
 * Decides which header gives each declared column: the mapping first, then name, label and
 * aliases in the order they are declared. A header serves one column. Refuses when a required
 * column has no source, with the headers of the file and the nearest one.
 */
export function chooseColumns(
  dataset: Dataset,
  header: readonly string[],
  mapping: Mapping | null,
): ChosenColumns {
  const slugs = header.map(toSlug);
  const used = new Set<number>();
  const sources = new Map<string, ColumnSource>();
  const find = (name: string): number => {
    const exact = header.indexOf(name);
    const index = exact >= 0 ? exact : slugs.indexOf(toSlug(name));
    if (index < 0)
      throw new Refusal('mapping-header-missing', {
        header: name,
        headers: header,
        hint: nearest(name, header) ?? '',
      });
    used.add(index);
    return index;
  };
  for (const [name, value] of Object.entries(mapping?.constants ?? {}))
    sources.set(name, { kind: 'constant', value });
  for (const [name, source] of Object.entries(mapping?.columns ?? {}))
    sources.set(name, fromMapping(source, find));
  const free = (wanted: ReadonlySet<string>) =>
    slugs.findIndex((slug, index) => slug !== '' && wanted.has(slug) && !used.has(index));
  const claim = (column: Column, wanted: ReadonlySet<string>): void => {
    const index = sources.has(column.name) ? -1 : free(wanted);
    if (index < 0) return;
    used.add(index);
    sources.set(column.name, { kind: 'one', index });
  };
  // The column's own name wins over any alias of another column.
  for (const column of dataset.columns) claim(column, new Set([toSlug(column.name)]));
  for (const column of dataset.columns)
    if (column.type === 'instant') claimDateAndTime(column, sources, slugs, used);
  for (const column of dataset.columns) claim(column, slugsOf(column));
  for (const column of dataset.columns) {
    if (column.required && !sources.has(column.name)) {
      const unused = header.filter((_, index) => !used.has(index));
      throw new Refusal('column-missing', {
        column: column.name,
        es: column.label.es,
        en: column.label.en,
        dataset: dataset.id,
        headers: header,
        hint: nearest(column.label.es, unused) ?? nearest(column.name, unused) ?? '',
      });
    }
  }
  return { sources, ignored: header.filter((_, index) => !used.has(index)) };
}

function fromMapping(source: MappedSource, find: (name: string) => number): ColumnSource {
  if (typeof source === 'string') return { kind: 'one', index: find(source) };
  if ('event' in source) {
    const activities = source.activity === undefined ? [] : [source.activity].flat();
    return { kind: 'event', which: source.event, activities };
  }
  return { kind: 'date-time', date: find(source.date), time: find(source.time) };
}

/** A date column and a time column beside it make one instant when both headers are there. */
function claimDateAndTime(
  column: Column,
  sources: Map<string, ColumnSource>,
  slugs: readonly string[],
  used: Set<number>,
): void {
  if (sources.has(column.name)) return;
  const at = (names: readonly string[]) => {
    for (const name of names) {
      const index = slugs.findIndex((slug, position) => slug === toSlug(name) && !used.has(position));
      if (index >= 0) return index;
    }
    return -1;
  };
  const date = at(column.date_aliases);
  const time = at(column.time_aliases);
  if (date < 0 || time < 0) return;
  used.add(date).add(time);
  sources.set(column.name, { kind: 'date-time', date, time });
}
