import { decodeBytes, readTop } from './read-top-lines.ts';

/** How some words of a file read in one encoding. */
export interface EncodingReading {
  readonly encoding: string;
  readonly words: readonly string[];
}

const COMPARED = ['utf-8', 'windows-1252', 'cp850', 'cp437', 'iso-8859-15'] as const;
const LOOKED_AT = 1 << 20;
const MOST_WORDS = 4;

function isWordByte(byte: number | undefined): boolean {
  return byte !== undefined && (byte >= 0x80 || /[A-Za-z]/.test(String.fromCharCode(byte)));
}

/** Words with letters beyond ASCII, as bytes; each once. */
function findTelling(bytes: Buffer): Buffer[] {
  const found = new Map<string, Buffer>();
  for (let at = 0; at < bytes.length && found.size < MOST_WORDS; at++) {
    if (bytes[at]! < 0x80) continue;
    let [start, end] = [at, at + 1];
    while (start > 0 && isWordByte(bytes[start - 1])) start--;
    while (end < bytes.length && isWordByte(bytes[end])) end++;
    const word = bytes.subarray(start, end);
    found.set(word.toString('latin1'), word);
    at = end;
  }
  return [...found.values()];
}

/**
 * The same few words of a text file in each encoding it could have, for whoever sees which one
 * reads well. Empty for a file of plain ASCII, which reads the same in all.
 */
export async function compareEncodings(path: string): Promise<EncodingReading[]> {
  const words = findTelling(await readTop(path, LOOKED_AT));
  if (words.length === 0) return [];
  return COMPARED.map((encoding) => ({
    encoding,
    words: words.map((word) => decodeBytes(word, encoding)),
  }));
}
