import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { PackFolder } from './list-pack-files.ts';

const SOURCES = join(import.meta.dirname, '..');
/** Rooms whose code takes part in reading a pack: what they made before a change is read again. */
const READING_ROOMS = ['kernel', 'functions', 'language', 'library'];
const DIGEST_BYTES = 32;

/** What this program has read already, by its file: packs that ship are few and do not change under it. */
const known = new Map<string, unknown>();
let stamp: Promise<string> | null = null;

const digest = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest();
};

/** Stands for the code of the readers: names, sizes and times of its files, and Node's own version. */
async function toStamp(): Promise<string> {
  const files = await Promise.all(
    READING_ROOMS.map(async (room) => {
      const names = (await readdir(join(SOURCES, room))).sort();
      return Promise.all(
        names.map(async (name) => {
          const { size, mtimeMs } = await stat(join(SOURCES, room, name));
          return `${room}/${name} ${size} ${mtimeMs}`;
        }),
      );
    }),
  );
  // Its dependencies are pinned there.
  const manifest = await stat(join(SOURCES, '..', 'package.json'));
  return [process.version, manifest.mtimeMs, ...files.flat()].join('\n');
}

async function toKey({ manifest, content }: PackFolder, pack: string): Promise<string> {
  stamp ??= toStamp();
  const files = [manifest, ...content].flatMap(({ label, bytes }) => [label, bytes]);
  return digest(await stamp, pack, ...files).toString('hex');
}

/** What a file of the cache holds; null where there is none, or it is not whole. */
async function findKept(file: string): Promise<unknown> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return null;
  const body = bytes.subarray(DIGEST_BYTES);
  return digest(body).equals(bytes.subarray(0, DIGEST_BYTES)) ? (deserialize(body) as unknown) : null;
}

/** Writes a file of the cache in one move and takes earlier ones of the same pack away. */
async function keep(cache: string, prefix: string, name: string, value: unknown): Promise<void> {
  const body = serialize(value);
  const draft = join(cache, `draft-${randomUUID()}`);
  try {
    await mkdir(cache, { recursive: true });
    await writeFile(draft, Buffer.concat([digest(body), body]));
    await rename(draft, join(cache, name));
    const older = (await readdir(cache)).filter(
      (each) => each.startsWith(prefix) && each.length === name.length && each !== name,
    );
    await Promise.all(older.map((each) => rm(join(cache, each), { force: true })));
  } catch {
    // Where the program may not write it reads the packs each time.
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

/**
 * What `read` makes of a pack, kept in `cache` for the next program: parsing what ships is a third of
 * what a command takes. Bytes, names and readers are in the key, so that a kept reading is the one
 * that would be made; a file that is damaged, or cannot be written, is as if there were none.
 */
export async function keepReading<T>(
  folder: PackFolder,
  pack: string,
  cache: string,
  read: () => T,
): Promise<T> {
  const key = await toKey(folder, pack);
  const prefix = `${pack}-`;
  const name = `${prefix}${key.slice(0, 40)}`;
  const file = join(cache, name);
  if (known.has(file)) return known.get(file) as T;
  const kept = await findKept(file);
  const value = (kept ?? read()) as T;
  if (kept === null) await keep(cache, prefix, name, value);
  known.set(file, value);
  return value;
}
