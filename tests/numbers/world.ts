import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type WorldOptions, type WorldSize, writeWorld } from '../../seed/index.ts';
import {
  importFile,
  type Institution,
  type MeasureInput,
  measureIndicators,
  openInstitution,
  type Ports,
  syncFacts,
} from '../../src/usecases/index.ts';
import type { Measurement } from '../../src/kernel/index.ts';

/** Outside of a test: a present after every fact of every world, and nobody who listens. */
export const PORTS: Ports = {
  clock: () => '2013-01-01T00:00:00Z',
  progress: () => {},
  step: () => {},
};

/** A file to bring in, and the data set it belongs to. */
export interface WorldFile {
  readonly dataset: string;
  readonly path: string;
}

/** A new folder under the system's temporary one; `remove` takes it away. */
export function makeFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'circuito-numbers-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Brings files into an institution one by one, in that order. */
export async function importAll(institution: Institution, files: readonly WorldFile[]): Promise<void> {
  for (const { dataset, path } of files) {
    await importFile(institution, {
      dataset,
      file: path,
      map: null,
      dates: null,
      dry_run: false,
      mask: false,
      control: { rows: null, sums: [] },
    });
  }
}

/** Opens the institution of a folder with its facts up to date, as every command does. */
export async function openReady(folder: string, ports: Ports = PORTS): Promise<Institution> {
  const institution = await openInstitution(folder, ports);
  await syncFacts(institution);
  return institution;
}

/** A world written and imported, open until `close`. */
export interface LoadedWorld {
  readonly institution: Institution;
  /** Folder of the files it was loaded from. */
  readonly files: string;
  readonly close: () => void;
}

/** Writes a world of the seed into a new folder and imports it into a new institution. */
export async function loadWorld(size: WorldSize, options: WorldOptions = {}): Promise<LoadedWorld> {
  const { folder, remove } = makeFolder();
  const files = join(folder, 'files');
  const written = await writeWorld(size, files, options);
  const institution = await openReady(join(folder, 'data'));
  await importAll(institution, written.files);
  await syncFacts(institution);
  return {
    institution,
    files,
    close: () => {
      institution.close();
      remove();
    },
  };
}

/** Figures of a period, of every indicator unless some are named. */
export async function measure(
  institution: Institution,
  input: Partial<MeasureInput> = {},
): Promise<readonly Measurement[]> {
  const { measurements } = await measureIndicators(institution, {
    period: '2011-06',
    indicators: [],
    by: [],
    as_of: null,
    ...input,
  });
  return measurements;
}
