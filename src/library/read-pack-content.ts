import type { Problem } from '../kernel/index.ts';
import type { Entry, Reading } from './entry.ts';
import { keepReading } from './keep-reading.ts';
import type { ContentFolder, PackFolder } from './list-pack-files.ts';
import { readArea, readTaxonomy } from './read-area.ts';
import { readCalendar, readHolidays, readSchedule } from './read-calendar.ts';
import { readCodeList } from './read-code-list.ts';
import { readDataset } from './read-dataset.ts';
import { readDeadlines } from './read-deadlines.ts';
import { readProcedure } from './read-procedure.ts';
import { readProcesses, readStandardMinutes } from './read-processes.ts';
import { readReview } from './read-review.ts';
import { readPopulation, readSheet } from './read-sheet.ts';
import { readSource } from './source.ts';

/** The reader of each folder of content. What it gives is plain data, so that it can be kept on disk. */
const READERS = {
  datasets: (reading) => [readDataset(reading)],
  codes: (reading) => [readCodeList(reading)],
  processes: readProcesses,
  procedures: (reading) => [readProcedure(reading)],
  deadlines: readDeadlines,
  holidays: (reading) => [readHolidays(reading)],
  calendars: (reading) => [readCalendar(reading)],
  schedules: (reading) => [readSchedule(reading)],
  'standard-minutes': readStandardMinutes,
  populations: (reading) => [readPopulation(reading)],
  indicators: (reading) => [readSheet(reading)],
  taxonomies: (reading) => [readTaxonomy(reading)],
  areas: (reading) => [readArea(reading)],
  reviews: (reading) => [readReview(reading)],
} as const satisfies Record<ContentFolder, (reading: Reading) => Entry<unknown>[]>;

type ReadingOf<K extends ContentFolder> = {
  readonly kind: K;
  readonly stem: string;
  /** The file as a reader is told it. */
  readonly label: string;
  /** The things it holds, or null where its YAML cannot be read. */
  readonly entries: ReturnType<(typeof READERS)[K]> | null;
  readonly problems: readonly Problem[];
};

/** What came out of reading one file of content by itself, before it is held against the others. */
export type FileReading = { [K in ContentFolder]: ReadingOf<K> }[ContentFolder];

/** What a file is called without its folder and ending: the name of the thing it defines. */
export function toStem(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.ya?ml$/i, '');
}

function readFileContent({ path, label, bytes, kind }: PackFolder['content'][number], pack: string) {
  const source = readSource(label, bytes);
  const stem = toStem(path);
  const entries = source.document === null ? null : READERS[kind]({ source, pack, stem });
  return { kind, stem, label, entries, problems: source.problems } as FileReading;
}

/**
 * Reads every content file of a pack by itself, in order. With a `cache` folder the reading is kept
 * there and taken from there while neither the files nor the readers change.
 */
export async function readPackContent(
  folder: PackFolder,
  pack: string,
  cache: string | undefined,
): Promise<readonly FileReading[]> {
  const read = () => folder.content.map((file) => readFileContent(file, pack));
  return cache === undefined ? read() : keepReading(folder, pack, cache, read);
}
