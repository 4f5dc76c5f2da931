import { type Column, type Dataset, Refusal, toSlug } from '../kernel/index.ts';
import { nearest } from '../language/index.ts';
import { CORRECTION_COLUMN, findCorrectionColumn, isCorrectionHeader } from './correction-file.ts';
import type { MappedSource, Mapping } from './read-mapping.ts';

/** Where the values of a declared column come from: positions in the file's header, or a constant. */
export type ColumnSource =
  | { readonly kind: 'one'; readonly index: number }
  | { readonly kind: 'date-time'; readonly date: number; readonly time: number }
  | {
      readonly kind: 'event';
      readonly which: 'first' | 'last';
      readonly activities: readonly string[];
      /** Position of the cell taken from that event; null for its time. */
      readonly take: number | null;
    }
  | { readonly kind: 'constant'; readonly value: string };

/** Positions of the columns that make an event log. */
export interface LogColumns {
  readonly case: number;
  readonly time: number;
  readonly activity: number | null;
}

export interface ChosenColumns {
  readonly sources: ReadonlyMap<string, ColumnSource>;
  /** Headers that no declared column uses: kept in the raw file, not read. */
  readonly ignored: readonly string[];
  /** Of an event log, where its case, time and activity are. */
  readonly log?: LogColumns | null;
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
    else if (source && 'event' in source && source.take) known.add(toSlug(source.take));
    else if (source && 'date' in source)
      for (const name of [source.date, source.time]) known.add(toSlug(name));
  }
  for (const name of Object.values(mapping?.log ?? {})) known.add(toSlug(name));
  known.add(toSlug(CORRECTION_COLUMN)).delete('');
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
  const brought = findCorrectionColumn(header) >= 0;
  // What a file of corrected rows adds is never data.
  const used = new Set(header.flatMap((name, index) => (brought && isCorrectionHeader(name) ? [index] : [])));
  const sources = new Map<string, ColumnSource>();
  const find = (name: string): number => {
    const index = findHeaderIndex(header, name);
    used.add(index);
    return index;
  };
  const log = findLogColumns(header, mapping);
  // The case may also be the key of the data set; time and activity are of the event alone.
  for (const index of log ? [log.time, log.activity] : []) if (index !== null) used.add(index);
  for (const name of mapping?.not_cards ?? []) findHeaderIndex(header, name);
  for (const [name, value] of Object.entries(mapping?.constants ?? {}))
    sources.set(name, { kind: 'constant', value });
  for (const [name, source] of Object.entries(mapping?.columns ?? {}))
    if (source !== null) sources.set(name, fromMapping(source, find));
  const left = new Set(
    Object.entries(mapping?.columns ?? {}).flatMap(([name, to]) => (to === null ? [name] : [])),
  );
  const free = (wanted: ReadonlySet<string>) =>
    slugs.findIndex((slug, index) => slug !== '' && wanted.has(slug) && !used.has(index));
  const claim = (column: Column, wanted: ReadonlySet<string>): void => {
    const index = sources.has(column.name) || left.has(column.name) ? -1 : free(wanted);
    if (index < 0) return;
    used.add(index);
    sources.set(column.name, { kind: 'one', index });
  };
  // The column's own name wins over any alias of another column.
  for (const column of dataset.columns) claim(column, new Set([toSlug(column.name)]));
  for (const column of dataset.columns)
    if (column.type === 'instant' && !left.has(column.name)) claimDateAndTime(column, sources, slugs, used);
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
        ...listColumns(dataset, header, sources),
      });
    }
  }
  return { sources, ignored: header.filter((_, index) => !used.has(index) && index !== log?.case), log };
}

/** Every column of a data set and what was found for it, for whoever writes the mapping of a file. */
function listColumns(
  dataset: Dataset,
  header: readonly string[],
  sources: ReadonlyMap<string, ColumnSource>,
) {
  const found = (name: string): string => {
    const source = sources.get(name);
    return source?.kind === 'one' ? header[source.index]! : source ? '=' : '';
  };
  return {
    columns: dataset.columns.map(({ name }) => name),
    labels_es: dataset.columns.map(({ label }) => label.es),
    labels_en: dataset.columns.map(({ label }) => label.en),
    required: dataset.columns.flatMap(({ name, required }) => (required ? [name] : [])),
    instants: dataset.columns.flatMap(({ name, type }) => (type === 'instant' ? [name] : [])),
    found: dataset.columns.map(({ name }) => found(name)),
  };
}

/** Position of the header a mapping names; refuses one the file does not have, with the nearest. */
function findHeaderIndex(header: readonly string[], name: string): number {
  const exact = header.indexOf(name);
  const index = exact >= 0 ? exact : header.findIndex((text) => toSlug(text) === toSlug(name));
  if (index < 0)
    throw new Refusal('mapping-header-missing', {
      header: name,
      headers: header,
      hint: nearest(name, header) ?? '',
    });
  return index;
}

/** The columns that make the file an event log, where the mapping says it is one. */
export function findLogColumns(header: readonly string[], mapping: Mapping | null): LogColumns | null {
  const log = mapping?.log;
  if (!log) return null;
  return {
    case: findHeaderIndex(header, log.case),
    time: findHeaderIndex(header, log.time),
    activity: log.activity === undefined ? null : findHeaderIndex(header, log.activity),
  };
}

function fromMapping(source: NonNullable<MappedSource>, find: (name: string) => number): ColumnSource {
  if (typeof source === 'string') return { kind: 'one', index: find(source) };
  if ('event' in source) {
    const activities = source.activity === undefined ? [] : [source.activity].flat();
    const take = source.take === undefined ? null : find(source.take);
    return { kind: 'event', which: source.event, activities, take };
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
