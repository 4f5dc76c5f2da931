import { isAscii, isUtf8 } from 'node:buffer';
import { findDoubleEncoded } from './double-encoded.ts';
import type { ScanOutcome } from './scan-buffer.ts';
import { firstNotUtf8 } from './utf8-sequence.ts';

const TAB = 9;
const NO_BREAK_SPACE = Buffer.from([0xc2, 0xa0]);

const LOST_LETTER = Buffer.from([0xef, 0xbf, 0xbd]);

/** How many bytes at the end of `[start, end)` begin a UTF-8 sequence that is not complete. */
export function openSequence(bytes: Buffer, start: number, end: number): number {
  for (let back = 1; back <= 3 && end - back >= start; back++) {
    const byte = bytes[end - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const need = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return need > back ? back : 0;
  }
  return 0;
}

/** Looks at the bytes `[from, to)` as text; returns false when the scan must stop. */
export function inspectBytes(
  bytes: Buffer,
  from: number,
  to: number,
  base: number,
  outcome: ScanOutcome,
): boolean {
  const part = bytes.subarray(from, to);
  const nul = part.indexOf(0);
  if (nul >= 0) {
    outcome.nul_at = base + from + nul;
    return false;
  }
  outcome.has_odd_blanks ||= part.includes(TAB);
  if (isAscii(part)) return true;
  if (!isUtf8(part)) {
    outcome.not_utf8_at = base + from + firstNotUtf8(part);
    return false;
  }
  // Combining marks are U+0300-U+036F: CC 80 ... CD AF.
  if (!outcome.has_combining_marks) {
    outcome.has_combining_marks =
      part.includes(0xcc) || (part.includes(0xcd) && /[\u0340-\u036f]/u.test(part.toString('utf8')));
  }
  // Three bytes back, lest a sign be cut by the border of what was read before.
  const wider = bytes.subarray(Math.max(0, from - 3), to);
  outcome.has_odd_blanks ||= wider.includes(NO_BREAK_SPACE);
  const offset = base + Math.max(0, from - 3);
  if (outcome.double_encoded_at < 0) {
    const at = findDoubleEncoded(wider);
    if (at >= 0) outcome.double_encoded_at = offset + at;
  }
  if (outcome.lost_letter_at < 0) {
    const at = wider.indexOf(LOST_LETTER);
    if (at >= 0) outcome.lost_letter_at = offset + at;
  }
  return true;
}
