import { type Dataset, type LocalText, toSlug } from '../../kernel/index.ts';
import { guessColumns, type PreparedFile } from '../../facts/index.ts';
import type { Institution } from '../institution.ts';
import { mappingNameOf } from './find-mapping.ts';
import { listHiddenMappings } from './hidden-mappings.ts';

/** A data set a file may be of, and how much of it the file seems to have. */
export interface DatasetGuess {
  readonly id: string;
  readonly name: LocalText;
  /** Columns whose header is known or nearly so. */
  readonly recognised: number;
  readonly columns: number;
  /** Labels of required columns that nothing in the file speaks for. */
  readonly missing: readonly LocalText[];
  /** Whether an equivalence is saved for files with this header. */
  readonly saved: boolean;
}

/** Rows looked at to tell what a file is of. */
const LOOKED_AT = 200;

/** Data sets that files bring. */
export function listFileDatasets({ content }: Pick<Institution, 'content'>): Dataset[] {
  return [...content.catalogue.datasets.values()].filter(({ derived }) => !derived);
}

/** Names seen in earlier imports, by dimension, as slugs. */
export async function findKnownNames({
  facts,
}: Institution): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await facts.duck.rows('select distinct dimension, value from known_value limit 100000');
  const known = new Map<string, Set<string>>();
  for (const { dimension, value } of rows) {
    const names = known.get(String(dimension)) ?? new Set();
    known.set(String(dimension), names.add(toSlug(String(value))));
  }
  return known;
}

/** The data sets a file may be of, the likeliest first: a saved equivalence, then known columns. */
export function rankDatasets(
  institution: Institution,
  prepared: PreparedFile,
  known: ReadonlyMap<string, ReadonlySet<string>>,
): readonly DatasetGuess[] {
  const { content, ledger } = institution;
  const hidden = new Set(listHiddenMappings(ledger));
  const ranked = listFileDatasets(institution).map((dataset) => {
    const guessed = guessColumns({
      dataset,
      header: prepared.header,
      sample: prepared.sample.slice(0, LOOKED_AT),
      vocabulary: content.catalogue,
      known,
    });
    const by = [...guessed.values()].map((guess) => guess.by);
    const missing = dataset.columns.filter(({ required, name }) => required && !guessed.has(name));
    const name = mappingNameOf(dataset, prepared);
    const saved = ledger.findMapping(name)?.dataset === dataset.id && !hidden.has(name);
    const names = by.filter((kind) => kind === 'name').length;
    const similar = by.filter((kind) => kind === 'similar').length;
    const score = (saved ? 1000 : 0) + names * 4 + similar * 2 + by.length - missing.length * 3;
    return { dataset, score, recognised: names + similar, missing, saved };
  });
  return ranked
    .sort((a, b) => b.score - a.score)
    .map(({ dataset, recognised, missing, saved }) => ({
      id: dataset.id,
      name: dataset.name,
      recognised,
      columns: dataset.columns.length,
      missing: missing.map(({ label }) => label),
      saved,
    }));
}
