import { open } from 'node:fs/promises';
import { CODE_PAGES, findEncoding } from './code-page.ts';
import { maskPans } from './find-pans.ts';

/** Bytes looked at; the lines of a title and a header fit well within. */
const TOP_BYTES = 65_536;
/** Letters of one line that are shown. */
const LONGEST = 400;

/** The first bytes of a file. */
export async function readTop(path: string, most = TOP_BYTES): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(most), 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Bytes as text in an encoding by its name; a byte that means nothing there as `�`. */
export function decodeBytes(bytes: Uint8Array, encoding: string): string {
  const name = findEncoding(encoding) ?? encoding;
  const page = CODE_PAGES[name];
  if (page) return [...bytes].map((byte) => page.letters[byte] ?? '\uFFFD').join('');
  return new TextDecoder(name).decode(bytes);
}

/**
 * The first physical lines of a text file as they are, card numbers masked: where a person shows
 * which one is the header.
 */
export async function readTopLines(path: string, encoding: string, most: number): Promise<string[]> {
  const text = decodeBytes(await readTop(path), encoding).replace(/^\uFEFF/, '');
  return text
    .split(/\r\n|\n|\r/)
    .slice(0, most)
    .map((line) => maskPans(line.slice(0, LONGEST)));
}
