import { open } from 'node:fs/promises';
import { Refusal } from '../../kernel/index.ts';

/** What the first bytes of a file say it is. */
export type Sniffed =
  | { readonly kind: 'zip' }
  | { readonly kind: 'text'; readonly encoding: string | null; readonly bom: boolean };

const HEAD_BYTES = 1 << 16;

const OLE2 = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** Formats told by how they begin, which are refused by name. */
const BEGINNINGS: readonly (readonly [Buffer, string])[] = [
  [Buffer.from('%PDF'), 'pdf-file'],
  [Buffer.from([0x1f, 0x8b]), 'packed-file'],
  [Buffer.from('Rar!'), 'packed-file'],
  [Buffer.from([0x37, 0x7a, 0xbc, 0xaf]), 'packed-file'],
  [Buffer.from('PAR1'), 'not-a-table'],
  [Buffer.from('{\\rtf'), 'not-a-table'],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'not-a-table'],
  [Buffer.from([0xff, 0xd8, 0xff]), 'not-a-table'],
];

/** Which half of each pair of bytes is zero, as in UTF-16 without a mark. */
function sniffWide(head: Buffer): string | null {
  let even = 0;
  let odd = 0;
  const pairs = Math.floor(Math.min(head.length, 2000) / 2);
  for (let pair = 0; pair < pairs; pair++) {
    if (head[2 * pair] === 0) even++;
    if (head[2 * pair + 1] === 0) odd++;
  }
  if (pairs >= 2 && odd / pairs > 0.5 && even / pairs < 0.05) return 'utf-16le';
  if (pairs >= 2 && even / pairs > 0.5 && odd / pairs < 0.05) return 'utf-16be';
  return null;
}

async function containsText(path: string, needle: Buffer): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(1 << 20);
    for (let base = 0; ; ) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, base);
      if (buffer.subarray(0, bytesRead).includes(needle)) return true;
      if (bytesRead < buffer.length) return false;
      base += bytesRead - needle.length;
    }
  } finally {
    await file.close();
  }
}

/**
 * Looks at how a file begins. Refuses what is no table or cannot be read, each by its own code:
 * `file-empty`, `old-xls`, `encrypted-workbook`, `pdf-file`, `html-file`, `xml-file`,
 * `packed-file`, `not-a-table`.
 */
export async function sniffFormat(path: string): Promise<Sniffed> {
  const file = await open(path, 'r');
  let head: Buffer;
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(buffer, 0, HEAD_BYTES, 0);
    head = buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
  if (head.length === 0) throw new Refusal('file-empty');
  if (head.subarray(0, 8).equals(OLE2)) {
    throw new Refusal((await containsText(path, ENCRYPTED)) ? 'encrypted-workbook' : 'old-xls');
  }
  if (
    head.subarray(0, 4).equals(Buffer.from('PK\x03\x04')) ||
    head.subarray(0, 4).equals(Buffer.from('PK\x05\x06'))
  ) {
    return { kind: 'zip' };
  }
  for (const [beginning, code] of BEGINNINGS) {
    if (head.subarray(0, beginning.length).equals(beginning)) throw new Refusal(code);
  }
  if (head[0] === 0xff && head[1] === 0xfe) return { kind: 'text', encoding: 'utf-16le', bom: true };
  if (head[0] === 0xfe && head[1] === 0xff) return { kind: 'text', encoding: 'utf-16be', bom: true };
  const wide = sniffWide(head);
  if (wide) return { kind: 'text', encoding: wide, bom: false };
  const bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const start = head
    .toString('latin1', bom ? 3 : 0, 1000)
    .trimStart()
    .toLowerCase();
  if (/^<(!doctype html|html|head|table|meta|body|div)/.test(start)) throw new Refusal('html-file');
  if (start.startsWith('<?xml')) throw new Refusal(start.includes('<html') ? 'html-file' : 'xml-file');
  return { kind: 'text', encoding: null, bom };
}
