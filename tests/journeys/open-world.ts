import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type WorldOptions, writeWorld } from '../../seed/index.ts';
import { importFile, type Institution, openInstitution, syncFacts } from '../../src/usecases/index.ts';

/** An institution in a folder of its own, with a world imported, and what takes both away. */
export interface OpenWorld {
  readonly institution: Institution;
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
  readonly close: () => Promise<void>;
}

/** Brings a file into an institution the plain way. */
export async function bring(institution: Institution, dataset: string, file: string) {
  return importFile(institution, {
    dataset,
    file,
    map: null,
    dates: null,
    dry_run: false,
    mask: false,
    control: { rows: null, sums: [] },
  });
}

/** Writes a world, imports it all, and leaves the institution open. */
export async function openWorld(size: 'tiny' | 'demo', options: WorldOptions = {}): Promise<OpenWorld> {
  const root = await mkdtemp(join(tmpdir(), 'circuito-journey-'));
  const folder = join(root, 'data');
  const written = await writeWorld(size, join(root, 'world'), options);
  const institution = await openInstitution(folder, {
    clock: () => '2012-07-15T08:00:00Z',
    progress: () => undefined,
    step: () => undefined,
  });
  await syncFacts(institution);
  for (const { dataset, path } of written.files) await bring(institution, dataset, path);
  return {
    institution,
    folder,
    files: new Map(written.files.map(({ path }) => [path.slice(path.lastIndexOf('/') + 1), path])),
    close: async () => {
      institution.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}
