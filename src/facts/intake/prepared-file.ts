import type { Problem } from '../../kernel/index.ts';

/** What a mapping file may overrule. */
export interface PrepareOptions {
  readonly encoding?: string;
  /** `,` `;` `|`, or a tab, also written `tab`. */
  readonly delimiter?: string;
  readonly sheet?: string;
  /** Physical line of the header, from 1. */
  readonly header_line?: number;
}

/** What was found out about a file, to be shown to the person who brings it. */
export interface Detected {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: string;
  /** Null for a workbook. */
  readonly delimiter: string | null;
  readonly sheet: string | null;
  readonly other_sheets: readonly string[];
  /** Physical line (or sheet row) of the header. */
  readonly header_line: number;
  /** Physical lines (or sheet rows) above the header, blank ones too, and a row below it that describes the columns. */
  readonly title_rows: number;
  /** Records left out at the end: totals and notes. */
  readonly total_rows: number;
  readonly bom: boolean;
}

/** Where a card number was found, shown masked; `column` is a header name, a sheet, or empty above the header. */
export interface PanPlace {
  readonly line: number;
  readonly column: string;
  readonly masked: string;
}

export interface PreparedSource {
  readonly path: string;
  readonly delimiter: string;
  readonly header_byte: number;
  /** Line (or sheet row) in the original of a record, by its line in `path` and its position from 0. */
  readonly toOriginalLine: (line: number, index: number) => number;
}

/** Where one data record stands in the file as it was brought. */
export interface RecordPlace {
  /** Physical line on which it starts; for a workbook, the row of the sheet. */
  readonly line: number;
  /** Offset of its first byte; 0 for a workbook. */
  readonly byte: number;
  readonly cells: readonly string[];
}

/**
 * A file ready for the engine. The table in `csv_path` is strictly rectangular: each record that
 * is not an empty line has as many cells as `header`, all record ends are of one kind, quotes
 * follow the rule. Reading it with `skip = skip_lines`, `header = true`, `quote = '"'`,
 * `escape = '"'` and no further leniency loses nothing. Blank records come out, if at all, as rows
 * of nulls only, and are to be left out; what remains is `records` rows, in the order that
 * `locate` counts.
 */
export interface PreparedFile {
  /** UTF-8, possibly with a byte order mark. */
  readonly csv_path: string;
  /** True when `csv_path` is the original file itself. */
  readonly is_raw: boolean;
  readonly delimiter: string;
  /** Physical lines above the header line in `csv_path`. */
  readonly skip_lines: number;
  /**
   * Names of the columns: as written, trimmed, unique, none empty. Longer than `named_columns`
   * when some record has more cells than the header.
   */
  readonly header: readonly string[];
  /** Columns the header itself has; a value beyond them is a cell too many. */
  readonly named_columns: number;
  /** Data records below the header that are neither blank nor totals. */
  readonly records: number;
  /** Blank lines and records below the header. */
  readonly blank: number;
  readonly has_quoted_breaks: boolean;
  /** Letters written as letter plus accent: compare only after NFC. */
  readonly has_combining_marks: boolean;
  /** Cells may have blanks at their ends that are not spaces: tabs, no-break spaces, line ends. */
  readonly has_odd_blanks: boolean;
  /** First data records that are not blank (at most 2,000), as text cells padded to the header. */
  readonly sample: readonly (readonly string[])[];
  readonly detected: Detected;
  /** Rows at the end that say totals, left out of the data: their cells under the columns of the header. */
  readonly totals: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly warnings: readonly Problem[];
  /** Finds data records by their 1-based position among those counted in `records`. One pass, only when asked. */
  readonly locate: (ordinals: readonly number[]) => Promise<Map<number, RecordPlace>>;
  /** Card numbers, masked, in what is not data but is kept with the file: titles, header, totals, other sheets. */
  readonly pans_outside: readonly PanPlace[];
  /** The text as brought, titles and totals included (of a workbook, the table alone): what `maskFile` copies. */
  readonly source: PreparedSource;
  /** Removes the temporary files. */
  readonly dispose: () => Promise<void>;
}
