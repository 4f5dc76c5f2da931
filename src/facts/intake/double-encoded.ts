import { isUtf8 } from 'node:buffer';
import { CODE_PAGES } from './code-page.ts';

const TILDE_A = Buffer.from('Ã', 'utf8');
const HAT_A = Buffer.from('Â', 'utf8');
/** How “ ” ‘ ’ – — begin once they were encoded twice. */
const QUOTE_START = Buffer.from('â€', 'utf8');
/** Leads, in UTF-8, of the signs that Windows-1252 has for the bytes 0x80-0xBF. */
const CONTINUATION_LEADS = new Set([0xc2, 0xc5, 0xc6, 0xcb, 0xe2]);

/** Index of the first sign of UTF-8 that was encoded twice (`Ã³` for `ó`), or -1. Cheap on text without it. */
export function findDoubleEncoded(bytes: Buffer): number {
  let found = bytes.indexOf(QUOTE_START);
  for (const lead of [TILDE_A, HAT_A]) {
    for (let at = bytes.indexOf(lead); at >= 0; at = bytes.indexOf(lead, at + 2)) {
      const next = bytes[at + 2];
      // After  only the plain range: “Â” before a typographic sign may be honest text.
      const fits = lead === TILDE_A ? next !== undefined && CONTINUATION_LEADS.has(next) : next === 0xc2;
      if (!fits) continue;
      if (found < 0 || at < found) found = at;
      break;
    }
  }
  return found;
}

const BYTE_OF = new Map(
  CODE_PAGES['windows-1252']!.letters.map((letter, byte) => [letter ?? String.fromCharCode(byte), byte]),
);

/**
 * The text as it was before it was encoded twice, or null when it was not.
 *
 * @example undoDoubleEncoding('TelÃ©fono') // 'Teléfono'
 */
export function undoDoubleEncoding(text: string): string | null {
  const bytes: number[] = [];
  for (const letter of text) {
    const byte = BYTE_OF.get(letter);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  const buffer = Buffer.from(bytes);
  if (!isUtf8(buffer)) return null;
  const undone = buffer.toString('utf8');
  return undone === text ? null : undone;
}
