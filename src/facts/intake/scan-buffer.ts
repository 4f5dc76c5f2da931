import { Refusal } from '../../kernel/index.ts';
import { opensAfterSpace, skipQuoted } from './skip-quoted.ts';
import type { QuotedEnd } from './skip-quoted.ts';

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Longest record that is read: more is no row of a bank, but a damaged or hostile file. */
export const MAX_RECORD_BYTES = 2 * 1024 * 1024;

/** One record as found; the same object is used for all, so take what is needed while visiting. */
export interface ScannedRecord {
  /** The bytes `[start, end)` of `buffer`, without the line end. */
  buffer: Buffer;
  start: number;
  end: number;
  /** Offset of the record in the file, and of what follows its line end. */
  byte: number;
  next_byte: number;
  /** Physical line on which it starts, from 1. */
  line: number;
  /** Cells by the delimiters outside quotes. */
  cells: number;
  /** Line breaks inside quotes. */
  breaks: number;
  /** Quotes used against the rule: such a record is rewritten before the engine reads it. */
  irregular: boolean;
}

/** What was seen of the whole file. */
export interface ScanOutcome {
  /** Physical lines. */
  lines: number;
  /** Bytes read; less than the file when the visitor stopped. */
  bytes: number;
  bom: boolean;
  /** Kinds of line end that close records. */
  lf: boolean;
  crlf: boolean;
  cr: boolean;
  /** Only with `inspect`: offset of the first byte that is not UTF-8, at which the scan stopped, or -1. */
  not_utf8_at: number;
  /** Only with `inspect`: offset of the first NUL byte, at which the scan stopped, or -1. */
  nul_at: number;
  has_combining_marks: boolean;
  /** A tab or a no-break space is somewhere: blanks that are not the space bar's. */
  has_odd_blanks: boolean;
  /** Only with `inspect`: offset of the first place that looks like UTF-8 encoded twice, or -1. */
  double_encoded_at: number;
  /** Only with `inspect`: offset of the first U+FFFD, a letter that was lost before, or -1. */
  lost_letter_at: number;
}

/** A scan between two reads of the file. */
export interface ScanState {
  readonly buffer: Buffer;
  readonly split: number;
  readonly visit: (record: ScannedRecord) => boolean | void;
  readonly outcome: ScanOutcome;
  readonly record: ScannedRecord;
  readonly quoted: QuotedEnd;
  /** Bytes filled, and the offset in the file of the first. */
  length: number;
  base: number;
  /** Where the next record starts in the buffer, and its physical line. */
  start: number;
  line: number;
}

function tooLong(line: number): Refusal {
  return new Refusal('line-too-long', { line, limit_mb: MAX_RECORD_BYTES / 1024 / 1024 });
}

function countBreaks(buffer: Buffer, from: number, to: number): number {
  let breaks = 0;
  for (let at = from; at < to; at++) {
    const byte = buffer[at]!;
    if (byte === LF || (byte === CR && buffer[at + 1] !== LF)) breaks++;
  }
  return breaks;
}

/** Gives a complete record to the visitor. No closure: variables it caught would slow the loop over bytes. */
function show(
  state: ScanState,
  start: number,
  end: number,
  next: number,
  line: number,
  cells: number,
  breaks: number,
  irregular: boolean,
): boolean {
  if (end - start > MAX_RECORD_BYTES) throw tooLong(line);
  const { record, base } = state;
  record.start = start;
  record.end = end;
  record.byte = base + start;
  record.next_byte = base + next;
  record.line = line;
  record.cells = cells;
  record.breaks = breaks;
  record.irregular = irregular;
  state.outcome.bytes = base + next;
  return state.visit(record) === true;
}

/**
 * Visits the records that are complete in the buffer and leaves `start` at the first that is not.
 * Apart from the reading, so that the loop over bytes is compiled on its own: it is the cost of
 * the whole survey.
 *
 * @param last whether the file ends with the buffer
 * @returns true when the visitor wants no more
 */
export function scanBuffer(state: ScanState, last: boolean): boolean {
  const { buffer, split, outcome, quoted, length } = state;
  let start = state.start;
  let line = state.line;
  let at = start;
  let cells = 1;
  let breaks = 0;
  let irregular = false;
  let inQuotes = false;
  quoted.none_until = 0;
  while (at < length) {
    const byte = buffer[at]!;
    if (byte > QUOTE) {
      if (byte === split) cells++;
      at++;
      continue;
    }
    if (byte === LF || byte === CR) {
      let next = at + 1;
      if (byte === LF) outcome.lf = true;
      else if (next >= length && !last) break;
      else if (next < length && buffer[next] === LF) {
        outcome.crlf = true;
        next++;
      } else outcome.cr = true;
      outcome.lines = line + breaks;
      const stop = show(state, start, at, next, line, cells, breaks, irregular);
      line += 1 + breaks;
      at = next;
      start = next;
      if (stop) return true;
      cells = 1;
      breaks = 0;
      irregular = false;
      quoted.none_until = 0;
      continue;
    }
    if (byte === QUOTE) {
      const spaced = opensAfterSpace(buffer, start, at, split);
      if (spaced || at === start || buffer[at - 1] === split) {
        skipQuoted(buffer, at, length, split, last, quoted);
        if (quoted.close < 0) {
          if (last) throw new Refusal('unclosed-quote', { line: line + breaks });
          inQuotes = true;
          break;
        }
        const inside = countBreaks(buffer, at + 1, quoted.close);
        // Text after the closing quote of a cell of several lines: the quote was opened by mistake.
        if (quoted.irregular && inside > 0) throw new Refusal('unclosed-quote', { line: line + breaks });
        if (spaced || quoted.irregular) irregular = true;
        breaks += inside;
        at = quoted.close + 1;
        continue;
      }
    } else if (byte === split) cells++;
    at++;
  }
  if (last && start < length) {
    outcome.lines = line + breaks;
    show(state, start, length, length, line, cells, breaks, irregular);
    start = length;
  } else if (length - start > MAX_RECORD_BYTES) {
    throw inQuotes ? new Refusal('unclosed-quote', { line: line + breaks }) : tooLong(line);
  }
  state.start = start;
  state.line = line;
  return false;
}
