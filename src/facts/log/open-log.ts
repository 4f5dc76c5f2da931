import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Refusal } from '../../kernel/index.ts';

/** What an event log turned out to be by its first bytes. */
export interface OpenedLog {
  readonly format: 'xes' | 'table';
  readonly packed: boolean;
  readonly encoding: string;
  /** The bytes unpacked, in UTF-8 where it is XES. May be asked for more than once. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
}

const PIECE = 1 << 20;
const HEAD = 4096;
/** More than this unpacked is no log that fits in memory, or is made to exhaust it. */
const LARGEST_BYTES = 8 * 1024 ** 3;

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

async function* unpack(path: string, packed: boolean): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: PIECE });
  const source: Readable = packed
    ? pipeline(file, createGunzip({ chunkSize: PIECE }), () => undefined)
    : file;
  let bytes = 0;
  try {
    for await (const piece of source as AsyncIterable<Uint8Array>) {
      bytes += piece.length;
      if (bytes > LARGEST_BYTES) throw new Refusal('log-too-large', { most_gb: LARGEST_BYTES / 1024 ** 3 });
      yield piece;
    }
  } catch (error) {
    if (error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('Z_'))
      throw new Refusal('log-gzip-broken', {});
    throw error;
  } finally {
    file.destroy();
  }
}

async function readHead(path: string, packed: boolean): Promise<Uint8Array> {
  if (!packed) {
    const file = await open(path, 'r');
    try {
      const buffer = Buffer.alloc(HEAD);
      const { bytesRead } = await file.read(buffer, 0, HEAD, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }
  for await (const piece of unpack(path, true)) return piece.subarray(0, HEAD);
  return new Uint8Array(0);
}

/** The encoding of an XML file by its mark, by how its first letters stand, or as it says itself. */
function findXmlEncoding(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be';
  const said = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(
    Buffer.from(head).toString('latin1'),
  );
  return (said?.[1] ?? 'utf-8').toLowerCase();
}

/** Whether the first letter of a file is that of a tag, in whatever encoding. */
function isXml(head: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\0\s]*</.test(Buffer.from(head).toString('latin1'));
}

async function* toUtf8(pieces: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces) yield Buffer.from(decoder.decode(piece, { stream: true }), 'utf8');
  yield Buffer.from(decoder.decode(), 'utf8');
}

/** Looks at how a log begins: packed or not, XES or a table, and in which encoding. */
export async function openLog(path: string): Promise<OpenedLog> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new Refusal('file-not-found', {});
  if (!found.isFile()) throw new Refusal('not-a-file', {});
  if (found.size === 0) throw new Refusal('file-empty', {});
  const packed = isGzip(await readHead(path, false));
  const head = await readHead(path, packed);
  if (!isXml(head)) return { format: 'table', packed, encoding: '', pieces: () => unpack(path, packed) };
  const encoding = findXmlEncoding(head);
  if (encoding === 'utf-8' || encoding === 'utf8' || encoding === 'us-ascii')
    return { format: 'xes', packed, encoding: 'utf-8', pieces: () => unpack(path, packed) };
  try {
    new TextDecoder(encoding);
  } catch {
    throw new Refusal('unknown-encoding', { encoding });
  }
  return { format: 'xes', packed, encoding, pieces: () => toUtf8(unpack(path, packed), encoding) };
}
