import { createHash, randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Refusal } from '../kernel/index.ts';

/** The write steps of the raw store in the order they happen, so that a test can stop the program at each. */
export const RAW_STEPS = ['raw-copy', 'raw-fsync', 'raw-rename', 'raw-dir-fsync', 'raw-stored'] as const;
export type RawStep = (typeof RAW_STEPS)[number];

/** A file kept byte for byte under its own digest. */
export interface RawFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly path: string;
}

const CHUNK = 1 << 20;

const CODES: Readonly<Record<string, string>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EIO: 'disk-error',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOTDIR: 'not-writable',
};

function toRawRefusal(error: unknown, folder: string): unknown {
  const code = CODES[String((error as NodeJS.ErrnoException).code)];
  if (code === undefined || !(error instanceof Error)) return error;
  return new Refusal(code, { folder, detail: error.message });
}

/** Where the raw file of that digest is kept in a data folder: `<folder>/raw/<first two>/<sha256>`. */
export function rawPath(folder: string, sha256: string): string {
  return join(folder, 'raw', sha256.slice(0, 2), sha256);
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for that, and orders its renames itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder whose own name survives a power cut. */
async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(resolve(folder), { recursive: true });
  if (made === undefined) return;
  for (let at = resolve(folder); at.length >= made.length; at = dirname(at)) await syncFolder(dirname(at));
}

/** The bytes of a file in chunks; one that cannot be read is refused by its own name, not the store's. */
async function* readChunks(path: string): AsyncGenerator<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new Refusal('source-unreadable', { file: path, detail: error.message });
  } finally {
    await handle?.close();
  }
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await handle.write(chunk, at)).bytesWritten;
}

/** The digest of a stored file, or undefined when there is none. */
async function digestOf(path: string): Promise<string | undefined> {
  try {
    await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const hash = createHash('sha256');
  for await (const chunk of readChunks(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** Copies what is read to a draft beside the store, fsynced, and tells its digest. */
async function writeDraft(
  source: AsyncIterable<Uint8Array>,
  draft: string,
  step: (name: RawStep) => void,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  step('raw-copy');
  const handle = await open(draft, 'wx', 0o600);
  try {
    for await (const chunk of source) {
      hash.update(chunk);
      await writeAll(handle, chunk);
      bytes += chunk.length;
    }
    step('raw-fsync');
    await handle.chmod(0o444);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/**
 * Keeps a file (its path, or its bytes as they come) in the data folder under its SHA-256, read
 * once, byte for byte, read-only, and fsynced with its name before this returns. Bytes already
 * kept are hashed again and reused; a kept file that rotted is replaced by the good copy.
 * Refuses `source-unreadable`, `disk-full`, `disk-error`, `not-writable`, and leaves no part of
 * the file behind.
 *
 * @example await storeRawFile('junio.csv', './circuito-data') // { sha256: '3f2a…', bytes: 1204, path: '…/raw/3f/3f2a…' }
 */
export async function storeRawFile(
  source: string | AsyncIterable<Uint8Array>,
  folder: string,
  step: (name: RawStep) => void = () => {},
): Promise<RawFile> {
  const draft = join(folder, 'raw', `tmp-${randomUUID()}`);
  try {
    await makeFolder(join(folder, 'raw'));
    const { sha256, bytes } = await writeDraft(
      typeof source === 'string' ? readChunks(source) : source,
      draft,
      step,
    );
    const path = rawPath(folder, sha256);
    await makeFolder(dirname(path));
    if ((await digestOf(path)) === sha256) {
      // Young again, so that a sweep does not take it for an orphan before its import is recorded.
      await utimes(path, new Date(Date.now()), new Date(Date.now()));
      await rm(draft);
    } else {
      step('raw-rename');
      await rename(draft, path);
    }
    step('raw-dir-fsync');
    await syncFolder(dirname(path));
    await syncFolder(join(folder, 'raw'));
    step('raw-stored');
    return { sha256, bytes, path };
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw toRawRefusal(error, folder);
  }
}

/** Reads the kept files of those digests again and tells which are not there and which are not what they were. */
export async function verifyRaw(
  folder: string,
  shas: Iterable<string>,
): Promise<{ readonly missing: readonly string[]; readonly corrupt: readonly string[] }> {
  const missing: string[] = [];
  const corrupt: string[] = [];
  for (const sha256 of new Set(shas)) {
    try {
      const found = await digestOf(rawPath(folder, sha256));
      if (found === undefined) missing.push(sha256);
      else if (found !== sha256) corrupt.push(sha256);
    } catch {
      // A file that cannot be read to its end is as good as a damaged one.
      corrupt.push(sha256);
    }
  }
  return { missing, corrupt };
}

/**
 * Removes what interrupted imports left: drafts, and files no import names. `keep` is the digest
 * of every import ever recorded, undone ones too. Call it only while holding the folder's ledger;
 * what is younger than `openedAt` (milliseconds since 1970; default: the start of this program)
 * stays, since an import of this program may be about to name it. Not to be called on a ledger
 * accepted shorter than its mark: the files of the lost imports would go. Returns the names removed.
 */
export async function sweepRaw(
  folder: string,
  keep: ReadonlySet<string>,
  openedAt: number = performance.timeOrigin,
): Promise<readonly string[]> {
  const raw = join(folder, 'raw');
  const removed: string[] = [];
  const sweep = async (path: string, name: string): Promise<void> => {
    if ((await stat(path)).mtimeMs >= openedAt) return;
    await rm(path);
    removed.push(name);
  };
  try {
    for (const entry of await readdir(raw, { withFileTypes: true }).catch(() => [])) {
      if (entry.isFile() && entry.name.startsWith('tmp-')) await sweep(join(raw, entry.name), entry.name);
      if (!entry.isDirectory() || !/^[0-9a-f]{2}$/.test(entry.name)) continue;
      for (const name of await readdir(join(raw, entry.name))) {
        if (/^[0-9a-f]{64}$/.test(name) && !keep.has(name)) await sweep(join(raw, entry.name, name), name);
      }
    }
  } catch (error) {
    throw toRawRefusal(error, folder);
  }
  return removed.sort();
}
