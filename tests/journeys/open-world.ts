import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type WorldOptions, writeWorld } from '../../seed/index.ts';
import {
  importFile,
  type Institution,
  openInstitution,
  type Ports,
  syncFacts,
} from '../../src/usecases/index.ts';
import { copyWorld } from './copy-world.ts';

/** An institution in a folder of its own, with a world imported, and what takes both away. */
export interface OpenWorld {
  readonly institution: Institution;
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
  readonly close: () => Promise<void>;
}

const PORTS: Ports = {
  clock: () => '2012-07-15T08:00:00Z',
  progress: () => undefined,
  step: () => undefined,
};

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
  await copyWorld(`world-${size}-${JSON.stringify(options)}`, root, async (made) => {
    const { files } = await writeWorld(size, join(made, 'world'), options);
    const institution = await openInstitution(join(made, 'data'), PORTS);
    await syncFacts(institution);
    for (const { dataset, path } of files) await bring(institution, dataset, path);
    institution.close();
  });
  const institution = await openInstitution(folder, PORTS);
  await syncFacts(institution);
  const entries = await readdir(join(root, 'world'), { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => entry.isFile());
  return {
    institution,
    folder,
    files: new Map(found.map(({ name, parentPath }) => [name, join(parentPath, name)])),
    close: async () => {
      institution.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}
