import { opensAfterSpace, skipQuoted } from './skip-quoted.ts';
import type { QuotedEnd } from './skip-quoted.ts';

const QUOTE = 34;
const SPACE = 32;
const TAB = 9;

/**
 * The cells of one record as text: quotes removed, doubled quotes single, all else as written.
 * Cuts exactly where the scan of records cuts.
 *
 * @example readCells(Buffer.from('a;"b;""c"""'), 0, 11, ';') // ['a', 'b;"c"']
 */
export function readCells(bytes: Buffer, start: number, end: number, delimiter: string): string[] {
  const split = delimiter.charCodeAt(0);
  if (!hasQuote(bytes, start, end)) return bytes.toString('utf8', start, end).split(delimiter);
  // The record alone, so that nothing after it is taken for its own.
  const record = bytes.subarray(start, end);
  const cells: string[] = [];
  const quoted: QuotedEnd = { close: 0, irregular: false, none_until: 0 };
  let from = 0;
  let text: string | null = null;
  let at = 0;
  const closeCell = (until: number) => {
    const rest = record.toString('utf8', from, until);
    cells.push(text === null ? rest : text + (rest.trim() === '' ? '' : rest));
    from = until + 1;
    text = null;
  };
  while (at < record.length) {
    const byte = record[at]!;
    if (byte === split) closeCell(at);
    else if (byte === QUOTE && text === null && (at === from || opensAfterSpace(record, from, at, split))) {
      skipQuoted(record, at, record.length, split, true, quoted);
      // The scan refuses an unclosed quote; a record cut by hand in a test may still bring one.
      const close = quoted.close < 0 ? record.length : quoted.close;
      text = record.toString('utf8', at + 1, close).replaceAll('""', '"');
      at = close;
      from = close + 1;
    }
    at++;
  }
  closeCell(record.length);
  return cells;
}

function hasQuote(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === QUOTE) return true;
  return false;
}

/** Leads, in UTF-8, of the spaces beyond ASCII: no-break, thin, ideographic, zero width. */
const SPACE_LEADS = new Set([0xc2, 0xe1, 0xe2, 0xe3, 0xef]);

/** Whether a byte can be part of a record that holds nothing. */
function mayBeBlank(byte: number, split: number): boolean {
  if (byte === split || byte === QUOTE || byte === SPACE) return true;
  if (byte < 0x80) return byte >= TAB && byte <= 13;
  return byte < 0xc0 || SPACE_LEADS.has(byte);
}

/** Whether a record holds nothing: empty, or only delimiters, empty quotes and spaces of any kind. */
export function isBlankRecord(bytes: Buffer, start: number, end: number, delimiter: string): boolean {
  const split = delimiter.charCodeAt(0);
  for (let at = start; at < end; at++) if (!mayBeBlank(bytes[at]!, split)) return false;
  return end === start || readCells(bytes, start, end, delimiter).every((cell) => cell.trim() === '');
}

/** Whether a record is nothing but `count` delimiters, or nothing at all. */
export function isBare(bytes: Buffer, start: number, end: number, delimiter: string, count: number): boolean {
  const split = delimiter.charCodeAt(0);
  for (let at = start; at < end; at++) if (bytes[at] !== split) return false;
  return end === start || end - start === count;
}

/**
 * One record as CSV text: a cell is quoted when it holds the delimiter, a quote, a line break, or
 * a space at an edge. Without line end.
 */
export function printCells(cells: readonly string[], delimiter: string): string {
  return cells
    .map((cell) =>
      cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
    )
    .join(delimiter);
}
