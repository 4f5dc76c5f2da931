import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Problem } from '../kernel/index.ts';
import { findNearestName } from './nearest-name.ts';
import { toContentProblem } from './source.ts';

/** Folders of a pack whose files the library reads, one kind of thing each. */
export const CONTENT_FOLDERS = [
  'datasets',
  'codes',
  'processes',
  'procedures',
  'deadlines',
  'holidays',
  'calendars',
  'schedules',
  'standard-minutes',
  'populations',
  'indicators',
  'taxonomies',
  'areas',
  'reviews',
] as const;
export type ContentFolder = (typeof CONTENT_FOLDERS)[number];

/**
 * Folders of a pack that belong to others: instruments of the listening room, texts, worked
 * examples; and the sheets that were retired.
 */
const OTHER_FOLDERS = ['instruments', 'texts', 'examples', 'retirados'];

/** A file of a pack as found on disk; a reader is told its `label`, such as `packs/base/codes/status.yaml`. */
export interface PackFile {
  readonly path: string;
  readonly label: string;
  readonly bytes: Uint8Array;
}

/** A folder with a `pack.yaml` and its content files, by folder; paths relative to the pack, sorted. */
export interface PackFolder {
  readonly root: number;
  readonly folder: string;
  readonly name: string;
  readonly manifest: PackFile;
  readonly content: readonly (PackFile & { readonly kind: ContentFolder })[];
}

/** Files as they would be, by path: bytes in place of those on disk, or null for a file taken away. */
export type Overlay = ReadonlyMap<string, Uint8Array | null>;

/**
 * Lists the packs of each root, in order: the root itself when it has a `pack.yaml`, else every
 * folder in it that has one. A root that does not exist has no packs. Files that would be read
 * by nobody (another ending, a misspelt folder, a folder without manifest) are warnings.
 */
export async function loadPackFolders(
  roots: readonly string[],
  overlay: Overlay = new Map(),
): Promise<{ folders: PackFolder[]; problems: Problem[] }> {
  const folders: PackFolder[] = [];
  const problems: Problem[] = [];
  for (const [index, root] of roots.entries()) {
    const names = await listNames(root);
    const own = names.some((entry) => isManifest(entry.name));
    const places = own
      ? [{ folder: root, label: basename(root) }]
      : names
          .filter((entry) => entry.folder)
          .map(({ name }) => ({ folder: join(root, name), label: `${basename(root)}/${name}` }));
    for (const { folder, label } of places) {
      const found = await loadPackFolder(index, folder, label, overlay, problems);
      if (found !== null) folders.push(found);
    }
  }
  return { folders, problems };
}

async function loadPackFolder(
  root: number,
  folder: string,
  label: string,
  overlay: Overlay,
  problems: Problem[],
): Promise<PackFolder | null> {
  const names = await listNames(folder);
  const manifestName = names.find((entry) => isManifest(entry.name))?.name;
  const kinds = [
    ...new Set([
      ...names.filter((entry) => entry.folder).map((entry) => entry.name),
      ...added(folder, overlay),
    ]),
  ]
    .sort()
    .map((name) => ({ name }));
  if (manifestName === undefined) {
    if (kinds.some((entry) => isContent(entry.name))) warn(problems, 'pack-without-manifest', label, {});
    return null;
  }
  const content: (PackFile & { kind: ContentFolder })[] = [];
  for (const { name: kind } of kinds) {
    if (!isContent(kind)) {
      if (OTHER_FOLDERS.includes(kind)) continue;
      const known = [...CONTENT_FOLDERS];
      warn(
        problems,
        'unread-folder',
        `${label}/${kind}`,
        { folder: kind, known },
        findNearestName(kind, known),
      );
      continue;
    }
    for (const { name, folder: nested } of layOver(
      await listNames(join(folder, kind)),
      join(folder, kind),
      overlay,
    )) {
      const path = `${kind}/${name}`;
      if (!nested && /\.ya?ml$/i.test(name)) {
        content.push({ ...(await loadFile(folder, label, path, overlay)), kind });
      } else if (!/^(\.|README)/i.test(name)) {
        warn(problems, 'unread-file', `${label}/${path}`, {});
      }
    }
  }
  const name = basename(folder);
  return { root, folder, name, manifest: await loadFile(folder, label, manifestName, overlay), content };
}

function warn(
  problems: Problem[],
  code: string,
  file: string,
  params: Record<string, string | string[]>,
  hint?: string,
): void {
  problems.push(toContentProblem(code, { file, line: 1, column: 1 }, '', params, hint, 'warning'));
}

async function loadFile(folder: string, label: string, path: string, overlay: Overlay): Promise<PackFile> {
  const file = join(folder, path);
  return { path, label: `${label}/${path}`, bytes: overlay.get(file) ?? (await readFile(file)) };
}

/** Folders of a pack that only files laid over it would make. */
function added(folder: string, overlay: Overlay): string[] {
  return [...overlay.keys()]
    .map(dirname)
    .flatMap((kind) => (dirname(kind) === folder ? [basename(kind)] : []));
}

/** The names of a folder with the files laid over it, in the same order as on disk. */
function layOver(
  names: readonly { name: string; folder: boolean }[],
  folder: string,
  overlay: Overlay,
): { name: string; folder: boolean }[] {
  const over = [...overlay].filter(([path]) => dirname(path) === folder);
  if (over.length === 0) return [...names];
  const laid = new Set(over.map(([path]) => basename(path)));
  return [
    ...names.filter(({ name }) => !laid.has(name)),
    ...over.flatMap(([path, bytes]) => (bytes === null ? [] : [{ name: basename(path), folder: false }])),
  ].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Names in a folder by code point, so that the order is the same on every machine; none when absent. */
async function listNames(folder: string): Promise<{ name: string; folder: boolean }[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .map((entry) => ({ name: entry.name, folder: entry.isDirectory() }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function isManifest(name: string): boolean {
  return name === 'pack.yaml' || name === 'pack.yml';
}

function isContent(name: string): name is ContentFolder {
  return (CONTENT_FOLDERS as readonly string[]).includes(name);
}
