import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../kernel/index.ts';
import type { Upload } from './call.ts';
import type { Context } from './caller.ts';
import { readBody } from './read-body.ts';

/** The longest name a disk takes is 255 bytes; ours get a number or an ending behind. */
const NAME_BYTES = 200;
const NAME_SIGNS = 120;
const FILE_MS = 15 * 60_000;
const PAUSE_MS = 60_000;
/** Files coming in at once: each may be as large as the limit. */
const MOST_AT_ONCE = 10;

/** What steers a terminal or turns the order of writing about, and what some disk refuses. */
const STRANGE = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"|?*/\\]/gu;

/** The end of a text that fits, so that what kind of file it is stays. */
function keepEnd(text: string): string {
  const signs = [...text].slice(-NAME_SIGNS);
  while (Buffer.byteLength(signs.join('')) > NAME_BYTES) signs.shift();
  return signs.join('');
}

/** The name a sender gave its file, without any folder and without anything a disk would not take. */
export function toFileName(header: string | undefined): string {
  let text = header ?? '';
  try {
    text = decodeURIComponent(text);
  } catch {
    // Not encoded: taken as it is.
  }
  const name = basename(text.toWellFormed().normalize('NFC').replaceAll('\\', '/'));
  const clean = keepEnd(name.replaceAll(STRANGE, '_')).trim();
  return /^\.*$/.test(clean) ? 'archivo' : clean;
}

let coming = 0;

/**
 * Takes the file of a call to the folder for temporary files. Refuses one over the limit, one that
 * takes too long or is cut, and `disk-full`; nothing of it is left then.
 */
export async function takeFile(context: Context, folder: string, limit: number): Promise<Upload> {
  if (coming >= MOST_AT_ONCE) throw new Refusal('server-busy');
  coming += 1;
  const path = join(folder, `upload-${randomUUID()}`);
  let bytes = 0;
  const count = async function* (source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      bytes += chunk.length;
      yield chunk;
    }
  };
  try {
    const limits = { bytes: limit, ms: FILE_MS, pause_ms: PAUSE_MS };
    await pipeline(readBody(context, limits), count, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await rm(path, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new Refusal('disk-full', { folder, detail: code });
    throw error;
  } finally {
    coming -= 1;
  }
  return { path, name: toFileName(context.req.header('x-file-name')), bytes };
}
