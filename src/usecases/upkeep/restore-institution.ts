import { cp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from '../../kernel/index.ts';
import { type BackupManifest, MANIFEST, UNFINISHED } from './back-up-institution.ts';
import { syncPath, syncTree } from './backup-files.ts';
import { findDamage, loadManifest } from './check-backup.ts';

/**
 * Puts a backup into a data folder that is not there yet or is empty. Every file is held against
 * the digest of the manifest before and after copying, and the folder appears whole or not at
 * all. The facts are made at the next opening. Refuses `backup-not-found`, `backup-damaged` with
 * the files concerned, and `restore-not-empty`.
 */
export async function restoreInstitution(from: string, folder: string): Promise<BackupManifest> {
  const manifest = await loadManifest(from);
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0) throw new Refusal('restore-not-empty', { folder });
  await refuseDamage(from, manifest);
  const draft = `${folder}${UNFINISHED}`;
  await rm(draft, { recursive: true, force: true });
  try {
    await cp(from, draft, { recursive: true });
    await refuseDamage(draft, manifest);
    await rm(join(draft, MANIFEST));
    await syncTree(draft);
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
    await syncPath(dirname(folder));
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  return manifest;
}

/** How many of the files that are wrong are named. */
const MOST_NAMED = 10;

async function refuseDamage(folder: string, manifest: BackupManifest): Promise<void> {
  const wrong = await findDamage(folder, manifest);
  if (wrong.length > 0) throw new Refusal('backup-damaged', { folder, files: wrong.slice(0, MOST_NAMED) });
}
