import { type Column, type Dataset, toSlug } from '../kernel/index.ts';
import { nearest, type Vocabulary } from '../language/index.ts';
import { chooseColumns } from './choose-columns.ts';
import { isCorrectionHeader } from './correction-file.ts';
import type { MappedSource } from './read-mapping.ts';
import { profileCells, type CellProfile } from './profile-cells.ts';
import { proposeCode } from './propose-code.ts';
import { resolveCodes } from './resolve-codes.ts';

/** How a header was taken for a column: by a name it is known under, by a similar one, by what its cells hold. */
export type GuessedBy = 'name' | 'similar' | 'content';

export interface GuessedColumn {
  readonly source: NonNullable<MappedSource>;
  readonly by: GuessedBy;
}

/** Distinct texts beyond which a column is hardly one of codes. */
const MOST_CODES = 60;
/** Likeness to some code from which texts are taken for codes, not yet for that one. */
const LIKE_CODES = 0.3;

/** What the guesses are made from. */
export interface GuessInput {
  readonly dataset: Dataset;
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly vocabulary: Vocabulary;
  /** Slugs of names seen before, by dimension: a column that holds them names them again. */
  readonly known: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Guessing extends GuessInput {
  readonly profiles: readonly CellProfile[];
  readonly free: Set<number>;
  readonly found: Map<string, GuessedColumn>;
}

/** Whether a header is a name cut short, word by word: `FEC ING` for `fecha ingreso`. */
function isShortFor(header: string, name: string): boolean {
  const [short, long] = [header.split('-'), name.split('-')];
  return (
    short.length === long.length &&
    short.some((word) => word.length >= 3) &&
    short.every((word, index) => long[index]!.startsWith(word))
  );
}

function isSimilar(header: string, names: readonly string[]): boolean {
  const slug = toSlug(header);
  if (slug.length < 3) return false;
  if (names.some((name) => isShortFor(slug, name))) return true;
  // A few letters apart means something only in words long enough to have a few to spare.
  if (slug.length < 6) return false;
  const near = nearest(slug, names);
  return near !== undefined && near[0] === slug[0] && Math.abs(near.length - slug.length) <= 2;
}

function namesOf(column: Column): string[] {
  return [column.name, column.label.es, column.label.en, ...column.aliases].map(toSlug);
}

function take(guessing: Guessing, column: Column, indexes: readonly number[], by: GuessedBy): void {
  const [first = 0, second] = indexes;
  const name = (index: number) => guessing.header[index]!;
  const source = second === undefined ? name(first) : { date: name(first), time: name(second) };
  for (const index of indexes) guessing.free.delete(index);
  guessing.found.set(column.name, { source, by });
}

/** Columns whose header is nearly one of their names, dates with the hour beside them as one. */
function guessBySimilarity(guessing: Guessing): void {
  const { dataset, header, free, found, profiles } = guessing;
  for (const column of dataset.columns) {
    if (found.has(column.name)) continue;
    if (column.type === 'instant' && column.date_aliases.length > 0) {
      const at = (names: readonly string[]) =>
        [...free].find((index) => isSimilar(header[index]!, names.map(toSlug)));
      const [date, time] = [at(column.date_aliases), at(column.time_aliases)];
      if (date !== undefined && time !== undefined && profiles[date]!.is_date && profiles[time]!.is_time) {
        take(guessing, column, [date, time], 'similar');
        continue;
      }
    }
    const isDated = column.type === 'instant' || column.type === 'date';
    const index = [...free].find(
      (candidate) =>
        isSimilar(header[candidate]!, namesOf(column)) &&
        (!isDated || profiles[candidate]!.is_date) &&
        !profiles[candidate]!.is_time,
    );
    if (index !== undefined) take(guessing, column, [index], 'similar');
  }
}

/** Dates in the order they stand: what opens first, then what closes; a column of hours beside one is its hour. */
function guessDates(guessing: Guessing): void {
  const { dataset, free, found, profiles } = guessing;
  const wanted = [...new Set([dataset.opens ?? dataset.date, dataset.closes])]
    .map((name) => dataset.columns.find((column) => column.name === name))
    .filter((column) => column !== undefined && !found.has(column.name));
  for (const column of wanted) {
    const date = [...free].find((index) => profiles[index]!.is_date);
    if (date === undefined || column === undefined) return;
    const beside = date + 1;
    const hasHour = free.has(beside) && profiles[beside]!.is_time && column.type === 'instant';
    take(guessing, column, hasHour ? [date, beside] : [date], 'content');
  }
}

function share(texts: readonly string[], holds: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(holds).length / texts.length;
}

/** Columns of codes and names by the values they hold. */
function guessByValues(guessing: Guessing): void {
  const { dataset, free, found, profiles, vocabulary, known } = guessing;
  for (const column of dataset.columns) {
    if (found.has(column.name)) continue;
    const scored = [...free].map((index) => {
      const { distinct, is_date, is_time, is_number } = profiles[index]!;
      if (is_date || is_time) return { index, score: 0 };
      if (column.type === 'code' && column.codes !== null && distinct.length <= MOST_CODES) {
        const codes = column.codes;
        const resolved = resolveCodes(distinct, codes, undefined, vocabulary).known;
        const sure = share(distinct, (text) => text in resolved);
        if (sure >= 0.5 || !column.required || is_number) return { index, score: sure };
        const proposed = share(distinct, (text) => proposeCode(text, codes, vocabulary, LIKE_CODES) !== null);
        return { index, score: Math.max(sure, proposed) };
      }
      const names = column.type === 'reference' ? known.get(column.of ?? '') : undefined;
      return { index, score: names ? share(distinct, (text) => names.has(toSlug(text))) : 0 };
    });
    const [best] = scored.sort((a, b) => b.score - a.score || a.index - b.index);
    if (best && best.score >= 0.5) take(guessing, column, [best.index], 'content');
  }
}

/** The number of each row: the first column whose values are there and different. */
function guessKey(guessing: Guessing): void {
  const { dataset, free, found, profiles, sample } = guessing;
  const [name] = dataset.key;
  const column = dataset.columns.find((candidate) => candidate.name === name);
  if (dataset.key.length !== 1 || !column || column.type !== 'text' || found.has(column.name)) return;
  const index = [...free].find((candidate) => {
    const { filled, distinct, is_date, is_time, has_decimals } = profiles[candidate]!;
    // Files have their errors: a few empty or repeated do not unmake a number.
    const most = sample.length * 0.9;
    const identifies = filled >= most && distinct.length >= Math.max(2, filled * 0.9);
    return identifies && !is_date && !is_time && !has_decimals;
  });
  if (index !== undefined) take(guessing, column, [index], 'content');
}

/**
 * Which header of a file each declared column is probably read from: by its names, then by similar
 * ones, then by what the cells hold. A header serves one column. Columns that nothing speaks for
 * are absent: a person says them.
 */
export function guessColumns(input: GuessInput): ReadonlyMap<string, GuessedColumn> {
  const { dataset, header, sample } = input;
  const columns = dataset.columns.map((column) => ({ ...column, required: false }));
  const { sources } = chooseColumns({ ...dataset, columns }, header, null);
  const guessing: Guessing = {
    ...input,
    profiles: header.map((_, index) => profileCells(sample.map((cells) => cells[index] ?? ''))),
    free: new Set(header.flatMap((name, index) => (isCorrectionHeader(name) ? [] : [index]))),
    found: new Map(),
  };
  for (const column of dataset.columns) {
    const source = sources.get(column.name);
    if (source?.kind === 'one') take(guessing, column, [source.index], 'name');
    if (source?.kind === 'date-time') take(guessing, column, [source.date, source.time], 'name');
  }
  guessBySimilarity(guessing);
  guessByValues(guessing);
  guessDates(guessing);
  guessKey(guessing);
  return guessing.found;
}
