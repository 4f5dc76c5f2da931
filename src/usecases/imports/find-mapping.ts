import { createHash } from 'node:crypto';
import { type Dataset, Refusal, toSlug } from '../../kernel/index.ts';
import {
  findCorrectionColumn,
  type Mapping,
  prepareFile,
  type PreparedFile,
  readMapping,
  recogniser,
} from '../../facts/index.ts';
import type { Institution } from '../institution.ts';
import { ownHeader, toCorrectionMapping } from './find-corrections.ts';
import { listHiddenMappings } from './hidden-mappings.ts';

/** An equivalence without what it said of the bytes of one file: this file told its own. */
export function withoutBytes(mapping: Mapping): Mapping {
  const { encoding: _, delimiter: __, header_line: ___, ...rest } = mapping;
  return rest;
}

/** A saved equivalence that tells how to read a file which alone does not: its encoding, its separator... */
export async function findByLayout(
  institution: Institution,
  dataset: Dataset,
  file: string,
): Promise<{ name: string; mapping: Mapping; prepared: PreparedFile } | null> {
  const newest = new Map(
    institution.ledger.listMappings({ dataset: dataset.id }).map((saved) => [saved.name, saved]),
  );
  const hidden = listHiddenMappings(institution.ledger);
  for (const { name, yaml } of newest.values()) {
    if (hidden.includes(name)) continue;
    const mapping = readMapping(yaml, name, dataset);
    if ((mapping.encoding ?? mapping.delimiter ?? mapping.header_line) === undefined) continue;
    const prepared = await prepare(institution, dataset, file, mapping).catch((error: unknown) => {
      if (error instanceof Refusal) return null;
      throw error;
    });
    if (prepared && mappingNameOf(dataset, prepared) === name) return { name, mapping, prepared };
    await prepared?.dispose();
  }
  return null;
}

/**
 * Whether a file is one of rows to correct, which is in another layout than the one that a mapping
 * tells of the original.
 */
export async function bringsCorrections(
  institution: Institution,
  dataset: Dataset,
  file: string,
  mapping: Mapping,
): Promise<boolean> {
  const { encoding, delimiter, sheet, header_line } = mapping;
  if ((encoding ?? delimiter ?? sheet ?? header_line) === undefined) return false;
  const bare = await prepare(institution, dataset, file, toCorrectionMapping(mapping)).catch(
    (error: unknown) => {
      if (error instanceof Refusal) return null;
      throw error;
    },
  );
  await bare?.dispose();
  return bare !== null && findCorrectionColumn(bare.header) >= 0;
}

/**
 * Counts the cells of a row that name a column: known names of these data sets, and those that an
 * equivalence in use reads. So the header of a file like one brought before is found, whatever its names.
 */
export function recogniseAny(
  { ledger }: Pick<Institution, 'ledger'>,
  datasets: readonly Dataset[],
): (cells: readonly string[]) => number {
  const hidden = new Set(listHiddenMappings(ledger));
  const recognisers = datasets.flatMap((dataset) => {
    const saved = ledger.listMappings({ dataset: dataset.id }).filter(({ name }) => !hidden.has(name));
    return [null, ...saved.map(({ name, yaml }) => readSaved(yaml, name, dataset))].map((mapping) =>
      recogniser(dataset, mapping),
    );
  });
  return (cells) => Math.max(...recognisers.map((recognise) => recognise(cells)));
}

/** A saved equivalence; null where its data set no longer has what it names. */
function readSaved(yaml: string, name: string, dataset: Dataset): Mapping | null {
  try {
    return readMapping(yaml, name, dataset);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

export function prepare(
  institution: Institution,
  dataset: Dataset,
  file: string,
  mapping: Mapping | null,
): Promise<PreparedFile> {
  const { encoding, delimiter, sheet, header_line } = mapping ?? {};
  const options = {
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    ...(sheet && { sheet }),
    ...(header_line && { header_line }),
  };
  const recognise = mapping ? recogniser(dataset, mapping) : recogniseAny(institution, [dataset]);
  return prepareFile(file, recognise, options, institution.facts.temp);
}

/**
 * Name under which the equivalence for files of this header is saved: a row with a cell too many
 * does not make it the header of another kind of file.
 */
export function mappingNameOf(
  dataset: Dataset,
  { header, named_columns }: Pick<PreparedFile, 'header' | 'named_columns'>,
): string {
  const digest = createHash('sha256')
    .update(ownHeader(header.slice(0, named_columns)).map(toSlug).join('\n'))
    .digest('hex')
    .slice(0, 8);
  return `${dataset.id}-${digest}`;
}

/** The equivalence saved for files with this header. */
export function findReusable(
  institution: Institution,
  dataset: Dataset,
  prepared: PreparedFile,
): { name: string; mapping: Mapping } | null {
  const name = mappingNameOf(dataset, prepared);
  const saved = institution.ledger.findMapping(name);
  const offered = saved !== undefined && !listHiddenMappings(institution.ledger).includes(name);
  return offered && saved.dataset === dataset.id
    ? { name, mapping: readMapping(saved.yaml, name, dataset) }
    : null;
}
