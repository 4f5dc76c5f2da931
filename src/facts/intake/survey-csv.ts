import { Refusal } from '../../kernel/index.ts';
import { findTrailer, typicalFilled } from './find-header.ts';
import { MAX_COLUMNS } from './find-layout.ts';
import type { Layout } from './find-layout.ts';
import { isBare, isBlankRecord, readCells } from './read-cells.ts';
import { scanRecords } from './scan-records.ts';
import type { ScanOutcome } from './scan-buffer.ts';

/** Data rows kept as sample. */
export const SAMPLE_ROWS = 2000;
/** Last rows among which totals and notes are looked for. */
export const TRAILER_ROWS = 64;

/** What one pass over a text file found. */
export interface Survey {
  readonly scan: ScanOutcome;
  readonly records: number;
  readonly blank: number;
  readonly sample: readonly string[][];
  /** Offset and line of the first record below the header that is not blank. */
  readonly first_record: { readonly byte: number; readonly line: number };
  /** Offset from which on nothing is data, or -1 when all is. */
  readonly cut_byte: number;
  readonly totals: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Most cells of any data record, the header's own included. */
  readonly width: number;
  readonly short_records: number;
  readonly long_records: number;
  readonly first_ragged_line: number;
  readonly irregular_records: number;
  readonly first_irregular_line: number;
  readonly has_quoted_breaks: boolean;
  /** A blank record that the engine would not read as nulls: it has spaces, quotes or another width. */
  readonly odd_blank: boolean;
  /** Line breaks inside quotes above the header. */
  readonly title_breaks: boolean;
}

/**
 * Passes once over a text file: counts its records, checks its text and its shape, keeps a
 * sample, and finds totals and notes at its end. Stops early where the bytes are not UTF-8
 * (`scan.not_utf8_at`) or not text (`scan.nul_at`).
 */
export async function surveyCsv(path: string, layout: Layout): Promise<Survey> {
  const { delimiter, header_byte } = layout;
  const named = layout.header_cells.length;
  const sample: string[][] = [];
  // Places of the last records, in a ring.
  const lastByte = new Float64Array(TRAILER_ROWS);
  const lastLine = new Float64Array(TRAILER_ROWS);
  let data = 0;
  let records = 0;
  let firstRecord = { byte: -1, line: 0 };
  let blank = 0;
  let width = named;
  let short = 0;
  let long = 0;
  let firstRagged = 0;
  let irregular = 0;
  let firstIrregular = 0;
  let quotedBreaks = false;
  let oddBlank = false;
  let titleBreaks = false;
  const scan = await scanRecords(path, { delimiter, inspect: true }, (record) => {
    if (record.byte <= header_byte) {
      if (record.byte < header_byte && (record.breaks > 0 || record.irregular)) titleBreaks = true;
      if (record.byte === header_byte && record.irregular) titleBreaks = true;
      return;
    }
    lastByte[data % TRAILER_ROWS] = record.byte;
    lastLine[data % TRAILER_ROWS] = record.line;
    data++;
    const { buffer, start, end } = record;
    // Most records begin with a letter or a digit: no need to look further.
    const first = buffer[start]!;
    const plain = start < end && first > 47 && first < 123 && first !== 59;
    if (!plain && isBlankRecord(buffer, start, end, delimiter)) {
      blank++;
      if (!isBare(buffer, start, end, delimiter, named - 1)) oddBlank = true;
      return;
    }
    records++;
    if (records === 1) firstRecord = { byte: record.byte, line: record.line };
    if (record.cells !== named) {
      if (record.cells > MAX_COLUMNS) {
        throw new Refusal('too-many-columns', {
          columns: record.cells,
          limit: MAX_COLUMNS,
          line: record.line,
        });
      }
      if (record.cells > named) long++;
      else short++;
      if (record.cells > width) width = record.cells;
      if (firstRagged === 0) firstRagged = record.line;
    }
    if (record.irregular) {
      irregular++;
      if (firstIrregular === 0) firstIrregular = record.line;
    }
    if (record.breaks > 0) quotedBreaks = true;
    if (sample.length < SAMPLE_ROWS) sample.push(readCells(buffer, start, end, delimiter));
  });
  const survey: Survey = {
    scan,
    records,
    blank,
    sample,
    first_record: firstRecord,
    cut_byte: -1,
    totals: [],
    width,
    short_records: short,
    long_records: long,
    first_ragged_line: firstRagged,
    irregular_records: irregular,
    first_irregular_line: firstIrregular,
    has_quoted_breaks: quotedBreaks,
    odd_blank: oddBlank,
    title_breaks: titleBreaks,
  };
  if (data === 0 || scan.not_utf8_at >= 0 || scan.nul_at >= 0) return survey;
  const oldest = data <= TRAILER_ROWS ? 0 : data % TRAILER_ROWS;
  const from = { byte: lastByte[oldest]!, line: lastLine[oldest]! };
  return cutTrailer(path, layout, survey, from);
}

/** Finds the totals among the last records, which begin at `from`, and takes them out of the counts. */
async function cutTrailer(
  path: string,
  layout: Layout,
  survey: Survey,
  from: { byte: number; line: number },
): Promise<Survey> {
  const { delimiter } = layout;
  const named = layout.header_cells.length;
  const rows: { byte: number; line: number; cells: string[]; blank: boolean; irregular: boolean }[] = [];
  await scanRecords(path, { delimiter, from }, ({ buffer, start, end, byte, line, irregular }) => {
    const blank = isBlankRecord(buffer, start, end, delimiter);
    rows.push({ byte, line, cells: blank ? [] : readCells(buffer, start, end, delimiter), blank, irregular });
  });
  const cut = findTrailer(rows, typicalFilled(survey.sample, layout.header_cells));
  const totals = rows.slice(cut).filter((row) => !row.blank);
  if (totals.length === 0) return survey;
  const left = survey.records - totals.length;
  const long = survey.long_records - totals.filter((row) => row.cells.length > named).length;
  return {
    ...survey,
    records: left,
    sample: survey.sample.slice(0, left),
    cut_byte: rows[cut]!.byte,
    totals: totals.map(({ line, cells }) => ({ line, cells })),
    short_records: survey.short_records - totals.filter((row) => row.cells.length < named).length,
    long_records: long,
    // A total wider than the table does not widen it.
    width: long === 0 ? named : survey.width,
    irregular_records: survey.irregular_records - totals.filter((row) => row.irregular).length,
  };
}
