import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where a run of the tests keeps the worlds it has made: see `keep-worlds.ts`. */
export const WORLDS = 'CIRCUITO_TEST_WORLDS';

/**
 * Puts into `folder` what `make` makes. The first who asks for a `name` makes it, all after copy it: a world
 * imported is the same each time, and forty files of tests begin with one. Nobody touches the one that is kept.
 */
export async function copyWorld(
  name: string,
  folder: string,
  make: (folder: string) => Promise<void>,
): Promise<void> {
  const root = process.env[WORLDS];
  if (root === undefined) return make(folder);
  const kept = join(root, name.replaceAll(/[^\w.-]+/g, '-'));
  if (!existsSync(kept)) {
    const draft = join(root, `draft-${randomUUID()}`);
    await mkdir(draft, { recursive: true });
    await make(draft);
    // Where another file of tests got there first, its world stays.
    await rename(draft, kept).catch(() => rm(draft, { recursive: true }));
  }
  await cp(kept, folder, { recursive: true });
}
