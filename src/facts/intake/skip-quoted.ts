const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Where a quoted cell closes, and whether it is written as the rule asks. */
export interface QuotedEnd {
  /** Index of the closing quote; -1 when the bytes end before it. */
  close: number;
  /** True when a quote inside the cell, or text after it, breaks the rule of doubled quotes. */
  irregular: boolean;
  /** Up to here no quote can close a cell: known from the cells before. To be zero at the start of a record. */
  none_until: number;
}

const NONE = -1;
const UNKNOWN = -2;

/**
 * The next quote of the same line that stands where it can close a cell; NONE, or UNKNOWN where
 * the bytes end before it can be told. Notes how far there is none, so that a line of many odd
 * quotes is looked through once.
 */
function findClose(
  bytes: Buffer,
  from: number,
  length: number,
  split: number,
  last: boolean,
  result: QuotedEnd,
): number {
  if (from < result.none_until) return NONE;
  let at = from;
  for (; at < length; at++) {
    const byte = bytes[at]!;
    if (byte === LF || byte === CR) break;
    if (byte !== QUOTE) continue;
    if (at + 1 >= length) return last ? at : UNKNOWN;
    const next = bytes[at + 1]!;
    if (next === split || next === LF || next === CR) return at;
    if (next === QUOTE) at++;
  }
  if (at >= length && !last) return UNKNOWN;
  result.none_until = at;
  return NONE;
}

/**
 * Finds the quote that closes the cell opened at `open`. A quote that is neither doubled nor
 * followed by a delimiter or a line end belongs to the text (`"Juan "El Rápido" Pérez"`) when a
 * proper closing quote follows in the same line; else it closes the cell.
 *
 * @param last whether the file ends at `length`
 */
export function skipQuoted(
  bytes: Buffer,
  open: number,
  length: number,
  split: number,
  last: boolean,
  result: QuotedEnd,
): void {
  result.irregular = false;
  let from = open + 1;
  for (;;) {
    const at = bytes.indexOf(QUOTE, from);
    if (at < 0 || at >= length || (at + 1 >= length && !last)) {
      result.close = -1;
      return;
    }
    const next = at + 1 >= length ? LF : bytes[at + 1]!;
    if (next === QUOTE) {
      from = at + 2;
      continue;
    }
    result.close = at;
    if (next === split || next === LF || next === CR) return;
    result.irregular = true;
    const later = findClose(bytes, at + 1, length, split, last, result);
    if (later === UNKNOWN) result.close = -1;
    else if (later !== NONE) result.close = later;
    return;
  }
}

const SPACE = 32;
const TAB = 9;

/** Whether only spaces, at least one, stand between the start of the cell and the quote at `at`: it opens a cell. */
export function opensAfterSpace(bytes: Buffer, start: number, at: number, delimiter: number): boolean {
  let from = at - 1;
  while (from >= start && (bytes[from] === SPACE || (bytes[from] === TAB && delimiter !== TAB))) from--;
  return from < at - 1 && (from < start || bytes[from] === delimiter);
}
