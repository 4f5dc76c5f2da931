import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem, Scope } from '../../kernel/index.ts';
import type { ImportCounts } from '../../ledger/index.ts';
import { getDataset, type Institution } from '../institution.ts';
import { importFile } from './import-file.ts';
import { toRowProblem } from './quarantine-row.ts';
import { recogniseDataset } from './recognise-dataset.ts';
import { findRejectPercent } from './reject-limit.ts';

/** What a program that sends a file is told: the same for the same bytes, however often they come. */
export interface BroughtFile {
  readonly import: string;
  readonly dataset: string;
  readonly file_name: string;
  readonly at: string;
  readonly counts: ImportCounts;
  readonly to_correct: readonly Problem[];
}

const MOST_TOLD = 1_000;

/**
 * Imports a file that a program sends, by the equivalence known for its header; nobody is asked,
 * so what is open or over the limit of rows to correct is refused. The file is moved.
 *
 * @param dataset null to have it told by the header
 */
export async function bringFile(
  institution: Institution,
  input: {
    readonly path: string;
    readonly name: string;
    readonly dataset: string | null;
    readonly scope: Scope;
  },
): Promise<BroughtFile> {
  const folder = await mkdtemp(join(institution.facts.temp, 'brought-'));
  try {
    const file = join(folder, input.name);
    await rename(input.path, file);
    const dataset =
      input.dataset === null
        ? await recogniseDataset(institution, file)
        : getDataset(institution.content, input.dataset);
    return await bring(institution, dataset.id, file, input.scope);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Imports a file where it lies, as `bringFile` does. */
export async function bring(
  institution: Institution,
  dataset: string,
  file: string,
  scope: Scope,
): Promise<BroughtFile> {
  const { record } = await importFile(institution, {
    dataset,
    file,
    map: null,
    dates: null,
    dry_run: false,
    mask: false,
    control: { rows: null, sums: [] },
    units: scope.units,
    rejects: { percent: findRejectPercent(institution.ledger), reason: null },
  });
  if (!record) throw new Error('an import that is no trial ended without a record');
  const rows = institution.ledger.quarantineOf({ import: record.seq });
  return {
    import: record.id,
    dataset: record.dataset,
    file_name: record.file_name,
    at: record.imported_at,
    counts: record.counts,
    to_correct: rows.slice(0, MOST_TOLD).map((row) => toRowProblem(record.file_name, row)),
  };
}
