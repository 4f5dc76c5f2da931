import { createHash, randomUUID } from 'node:crypto';
import { access, link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { Refusal } from '../../kernel/index.ts';
import { type Content, type Institution, writeOwnPack } from '../institution.ts';

/** The pack that belongs to the institution: what forms write goes there. */
export const OWN = 'propio';

/** A file of a pack as it stands on disk. */
export interface PackText {
  readonly path: string;
  readonly text: string;
  /** SHA-256 of its bytes, as hex: what a person began from when they change it. */
  readonly digest: string;
}

export function toDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Folder of the institution's own pack. */
export function ownFolder(folder: string): string {
  return join(folder, 'packs', OWN);
}

/** Refuses an id that could not be the name of a file of a pack: no path ever leaves the pack's folder. */
export function checkId(id: string): string {
  const isPlain = /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/.test(id);
  // Names that Windows keeps for its devices.
  const isKept = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(id);
  if (!isPlain || isKept) throw new Refusal('indicator-name-unusable', { name: id.slice(0, 80) });
  return id;
}

/** Makes the own pack where somebody took it away. */
export async function ensureOwnPack(folder: string): Promise<void> {
  const manifest = join(ownFolder(folder), 'pack.yaml');
  await access(manifest).catch(() => writeOwnPack(folder));
}

export async function findText(path: string): Promise<PackText | null> {
  try {
    const text = await readFile(path, 'utf8');
    return { path, text, digest: toDigest(text) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The file that declares a thing of a pack, by the kind of folder it stands in; null when unknown. */
export function findFile(content: Content, kind: string, id: string, packId: string): string | null {
  const pack = content.catalogue.packs.find((each) => each.id === packId);
  if (!pack) return null;
  const label = [...(content.catalogue.places.get(`${kind}/${id}`)?.values() ?? [])][0]?.file;
  const file =
    pack.files.find((path) => label?.endsWith(`/${path}`)) ??
    pack.files.find((path) => path === `${kind}/${id}.yaml` || path === `${kind}/${id}.yml`);
  return file === undefined ? null : join(pack.folder, file);
}

/** The own file of an indicator, also when its content has errors; null when there is none. */
export async function findOwnSheet(
  { folder, content }: Pick<Institution, 'folder' | 'content'>,
  id: string,
): Promise<PackText | null> {
  const declared = findFile(content, 'indicators', id, OWN);
  const plain = join(ownFolder(folder), 'indicators', `${id}.yaml`);
  return (declared === null ? null : await findText(declared)) ?? findText(plain);
}

/** Folder of the own pack where sheets wait that are not measured any more. */
export const RETIRED = 'retirados';

/** Whether an own indicator of that id was taken out of use. */
export async function isRetired(folder: string, id: string): Promise<boolean> {
  return (await findText(join(ownFolder(folder), RETIRED, `${id}.yaml`))) !== null;
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file whole or not at all: a draft, on disk, then its name. With `fresh` a file that is
 * already there is refused, also when it came a moment ago.
 */
export async function writeWhole(
  path: string,
  text: string,
  { fresh }: { readonly fresh: boolean },
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = join(dirname(path), `.${randomUUID()}.tmp`);
  const handle = await open(draft, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    if (fresh) await link(draft, path);
    else await rename(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new Refusal('indicator-exists', { indicator: parse(path).name });
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(path));
}
