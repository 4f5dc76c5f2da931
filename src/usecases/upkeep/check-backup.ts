import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../kernel/index.ts';
import { type BackupManifest, MANIFEST } from './back-up-institution.ts';
import { digestFile, listFiles, listLinks } from './backup-files.ts';

function isManifest(value: unknown): value is BackupManifest {
  const { circuito, made_at, files } = (value ?? {}) as Partial<BackupManifest>;
  return circuito === 1 && typeof made_at === 'string' && Array.isArray(files);
}

/** What a backup says it holds. Refuses `backup-not-found`, and `backup-damaged` where that cannot be read. */
export async function loadManifest(from: string): Promise<BackupManifest> {
  const text = await readFile(join(from, MANIFEST), 'utf8').catch(() => null);
  if (text === null) throw new Refusal('backup-not-found', { folder: from });
  try {
    const manifest: unknown = JSON.parse(text);
    if (isManifest(manifest)) return manifest;
  } catch {
    // Told below.
  }
  throw new Refusal('backup-damaged', { folder: from, files: [MANIFEST] });
}

/** The files of a backup that are gone, are not what they were, or nobody put there; empty when it is whole. */
export async function findDamage(
  folder: string,
  { files }: BackupManifest,
  told: (done: number, of: number) => void = () => undefined,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const [index, { path, sha256 }] of files.entries()) {
    told(index, files.length);
    const found = await digestFile(join(folder, path)).catch(() => null);
    if (found?.sha256 !== sha256) wrong.push(path);
  }
  const known = new Set([MANIFEST, ...files.map(({ path }) => path)]);
  const others = (await listFiles(folder)).filter((path) => !known.has(path));
  return [...wrong, ...others, ...(await listLinks(folder))];
}
