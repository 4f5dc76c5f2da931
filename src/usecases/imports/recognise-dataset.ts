import { type Dataset, Refusal } from '../../kernel/index.ts';
import { chooseColumns, prepareFile, type PreparedFile } from '../../facts/index.ts';
import type { Institution } from '../institution.ts';
import { findByLayout, findReusable, recogniseAny } from './find-mapping.ts';
import { listFileDatasets } from './guess-dataset.ts';

/**
 * Columns a data set finds in a header by their names alone; null where a required one is missing,
 * or most of the file is something else.
 */
function countNamed(dataset: Dataset, prepared: PreparedFile): number | null {
  try {
    const { sources, ignored } = chooseColumns(dataset, prepared.header, null);
    const used = prepared.header.length - ignored.length;
    return used * 2 > prepared.header.length ? sources.size : null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/**
 * The data set of a file that nobody is there to say it of: the one an equivalence is saved of for
 * such a header, else the one that finds every required column by its names, and most of all.
 * Refuses (`dataset-unrecognised`) a file that is of none: nothing is guessed where nobody looks.
 */
export async function recogniseDataset(institution: Institution, path: string): Promise<Dataset> {
  const datasets = listFileDatasets(institution);
  const prepared = await prepareFile(
    path,
    recogniseAny(institution, datasets),
    {},
    institution.facts.temp,
  ).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
  if (prepared instanceof Refusal) {
    for (const dataset of datasets) {
      const known = await findByLayout(institution, dataset, path);
      await known?.prepared.dispose();
      if (known) return dataset;
    }
    throw prepared;
  }
  try {
    const saved = datasets.find((dataset) => findReusable(institution, dataset, prepared) !== null);
    if (saved) return saved;
    const named = datasets
      .map((dataset) => ({ dataset, n: countNamed(dataset, prepared) }))
      .filter(({ n }) => n !== null)
      .sort((a, b) => b.n! - a.n!);
    if (named.length === 0 || named[0]!.n === named[1]?.n)
      throw new Refusal('dataset-unrecognised', { headers: prepared.header.slice(0, 12) });
    return named[0]!.dataset;
  } finally {
    await prepared.dispose();
  }
}
