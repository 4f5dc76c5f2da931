import { open } from 'node:fs/promises';
import { inspectBytes, openSequence } from './inspect-bytes.ts';
import { MAX_RECORD_BYTES, scanBuffer } from './scan-buffer.ts';
import type { ScannedRecord, ScanOutcome, ScanState } from './scan-buffer.ts';

const READ_BYTES = 1 << 20;

export interface ScanOptions {
  readonly delimiter: string;
  /** Also check the bytes as text. */
  readonly inspect?: boolean;
  /** Where to begin: the start of a record, and its line. */
  readonly from?: { readonly byte: number; readonly line: number };
}

function toState(options: ScanOptions, visit: (record: ScannedRecord) => boolean | void): ScanState {
  // Room for one read beside a record that is not complete yet.
  const buffer = Buffer.allocUnsafe(MAX_RECORD_BYTES + READ_BYTES + 64);
  return {
    buffer,
    split: options.delimiter.charCodeAt(0),
    visit,
    outcome: {
      lines: 0,
      bytes: 0,
      bom: false,
      lf: false,
      crlf: false,
      cr: false,
      not_utf8_at: -1,
      nul_at: -1,
      has_combining_marks: false,
      has_odd_blanks: false,
      double_encoded_at: -1,
      lost_letter_at: -1,
    },
    record: {
      buffer,
      start: 0,
      end: 0,
      byte: 0,
      next_byte: 0,
      line: 1,
      cells: 1,
      breaks: 0,
      irregular: false,
    },
    quoted: { close: 0, irregular: false, none_until: 0 },
    length: 0,
    base: options.from?.byte ?? 0,
    start: 0,
    line: options.from?.line ?? 1,
  };
}

/**
 * Reads a file of UTF-8 (or any encoding that keeps ASCII) in one pass and shows each record to
 * `visit`, blank ones too; `visit` returns true to stop. With `inspect`, the bytes are also
 * checked as text. Memory does not grow with the file.
 *
 * Refuses `unclosed-quote` with the line that opened it, and `line-too-long`.
 */
export async function scanRecords(
  path: string,
  options: ScanOptions,
  visit: (record: ScannedRecord) => boolean | void,
): Promise<ScanOutcome> {
  const state = toState(options, visit);
  const { buffer, outcome } = state;
  const file = await open(path, 'r');
  try {
    let inspected = 0;
    for (;;) {
      const room = Math.min(READ_BYTES, buffer.length - state.length);
      const { bytesRead } = await file.read(buffer, state.length, room, state.base + state.length);
      const last = bytesRead === 0;
      state.length += bytesRead;
      if (state.base === 0 && state.start === 0 && state.length >= 3) {
        outcome.bom = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
        if (outcome.bom) state.start = 3;
      }
      if (options.inspect) {
        const until = last ? state.length : state.length - openSequence(buffer, inspected, state.length);
        if (!inspectBytes(buffer, inspected, until, state.base, outcome)) return outcome;
        inspected = until;
      }
      if (scanBuffer(state, last) || last) return outcome;
      const { start } = state;
      buffer.copyWithin(0, start, state.length);
      state.base += start;
      state.length -= start;
      state.start = 0;
      inspected -= start;
    }
  } finally {
    await file.close();
  }
}
