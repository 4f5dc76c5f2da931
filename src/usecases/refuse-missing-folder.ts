import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../kernel/index.ts';
import { nearest } from '../language/index.ts';

/** Refuses a data folder that is not there, with the folder beside it that was probably meant; makes nothing. */
export async function refuseMissingFolder(folder: string): Promise<void> {
  const exists = await stat(folder).then(
    () => true,
    () => false,
  );
  if (exists) return;
  const parent = dirname(folder);
  const beside = await readdir(parent, { withFileTypes: true }).catch(() => []);
  const names = beside.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const near = nearest(basename(folder), names);
  throw new Refusal('data-folder-missing', { folder, hint: near === undefined ? '' : join(parent, near) });
}
