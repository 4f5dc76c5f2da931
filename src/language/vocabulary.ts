import type { CodeList, Dataset, Population, Process, Schedule, Sheet } from '../kernel/index.ts';

/** The names an author may use: what the packs declare. A catalogue satisfies it. */
export interface Vocabulary {
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly processes: ReadonlyMap<string, Process>;
  readonly schedules: ReadonlyMap<string, Schedule>;
  readonly populations: ReadonlyMap<string, Population>;
  /** Indicators, for columns that name one. */
  readonly sheets?: ReadonlyMap<string, Sheet>;
}

/** How periods are written, for whoever is asked for one. */
export const PERIOD_EXAMPLES: readonly string[] = [
  '2011',
  '2011-S1',
  '2011-Q2',
  '2011-06',
  '2011-W24',
  '2011-06-03',
];

/** The ids a code column may hold, or null when the list is not declared. */
export function codeIds(vocabulary: Vocabulary, codes: string): readonly string[] | null {
  if (codes === 'process') return [...vocabulary.processes.keys()];
  if (codes === 'schedule') return [...vocabulary.schedules.keys()];
  if (codes === 'indicator') return [...(vocabulary.sheets?.keys() ?? [])];
  return vocabulary.codes.get(codes)?.codes.map((code) => code.id) ?? null;
}

/** A process and every process below it in the tree. */
export function processSubtree(vocabulary: Vocabulary, root: string): readonly string[] {
  const found = [root];
  for (const id of found) {
    for (const process of vocabulary.processes.values()) {
      if (process.parent === id && !found.includes(process.id)) found.push(process.id);
    }
  }
  return found;
}

/** Whether a word of a formula names the data set; a hyphen, which would subtract, is written as a low line. */
export function namesDataset(word: string, dataset: Dataset): boolean {
  return word === dataset.id || word === dataset.id.replaceAll('-', '_');
}

/** The data set a word of a formula names, or undefined. */
export function findDataset(vocabulary: Vocabulary, word: string): Dataset | undefined {
  return [...vocabulary.datasets.values()].find((dataset) => namesDataset(word, dataset));
}
