import { basename, join } from 'node:path';
import { Refusal, toSlug, toWarning } from '../../kernel/index.ts';
import type { Problem } from '../../kernel/index.ts';
import { findHeader, findTrailer, pickTotals, toColumnNames, typicalFilled } from './find-header.ts';
import type { Recognise } from './find-header.ts';
import { findPans, maskPans } from './find-pans.ts';
import { normaliseCsv } from './normalise-csv.ts';
import { openWorkbookZip } from './open-workbook-zip.ts';
import type { WorkbookZip } from './open-workbook-zip.ts';
import type { PanPlace, PreparedFile, PrepareOptions, RecordPlace } from './prepared-file.ts';
import { printCells, readCells } from './read-cells.ts';
import { readSheet, toEmptyNotes } from './read-sheet.ts';
import type { SheetNotes } from './read-sheet.ts';
import { readWorkbook } from './read-workbook.ts';
import type { SheetEntry, WorkbookParts } from './read-workbook.ts';
import { scanRecords } from './scan-records.ts';
import { SAMPLE_ROWS, TRAILER_ROWS } from './survey-csv.ts';
import { TableWriter } from './table-writer.ts';

const DELIMITER = ',';
const LOOKED_AT = 100;

interface SheetLook {
  readonly sheet: SheetEntry;
  readonly header_row: number;
  readonly recognised: number;
  readonly rows: number;
}

interface Row {
  readonly row: number;
  readonly cells: string[];
}

const isFilled = (cells: readonly string[]) => cells.some((cell) => cell.trim() !== '');

async function lookAtSheet(
  zip: WorkbookZip,
  parts: WorkbookParts,
  sheet: SheetEntry,
  recognise: Recognise,
  header_line: number | undefined,
): Promise<SheetLook> {
  const rows: Row[] = [];
  await readSheet(zip, sheet.part, parts, toEmptyNotes(), (row, cells) => {
    if (isFilled(cells)) rows.push({ row, cells });
    return rows.length >= LOOKED_AT;
  });
  if (rows.length === 0) return { sheet, header_row: 0, recognised: 0, rows: 0 };
  if (header_line !== undefined) {
    const recognised = recognise(rows.find(({ row }) => row === header_line)?.cells ?? []);
    return { sheet, header_row: header_line, recognised, rows: rows.length };
  }
  const { index, recognised } = findHeader(
    rows.map(({ cells }) => cells),
    recognise,
  );
  return { sheet, header_row: rows[index]!.row, recognised, rows: rows.length };
}

/** The sheet asked for, else the one with most known names, else the first that is filled and not hidden. */
async function chooseSheet(
  zip: WorkbookZip,
  parts: WorkbookParts,
  recognise: Recognise,
  options: PrepareOptions,
): Promise<{ chosen: SheetLook; alike: string[] }> {
  const wanted = options.sheet;
  if (wanted !== undefined) {
    const sheet =
      parts.sheets.find(({ name }) => name === wanted) ??
      parts.sheets.find(({ name }) => toSlug(name) === toSlug(wanted));
    if (!sheet) {
      throw new Refusal('sheet-not-found', { sheet: wanted, sheets: parts.sheets.map(({ name }) => name) });
    }
    return { chosen: await lookAtSheet(zip, parts, sheet, recognise, options.header_line), alike: [] };
  }
  const looks: SheetLook[] = [];
  for (const sheet of parts.sheets)
    looks.push(await lookAtSheet(zip, parts, sheet, recognise, options.header_line));
  const filled = looks.filter((look) => look.rows > 0);
  if (filled.length === 0) throw new Refusal('file-empty');
  const ranked = filled.toSorted(
    (a, b) => b.recognised - a.recognised || Number(a.sheet.hidden) - Number(b.sheet.hidden),
  );
  const chosen = ranked[0]!;
  const alike = ranked
    .slice(1)
    .filter((look) => look.recognised > 0 && look.recognised === chosen.recognised && look.rows > 1)
    .map((look) => look.sheet.name);
  return { chosen, alike };
}

interface Table {
  /** Names of all columns, those of cells beyond the header too. */
  readonly header: readonly string[];
  readonly named: number;
  readonly records: number;
  readonly blank: number;
  readonly sample: readonly string[][];
  readonly totals: readonly Row[];
  /** Rows of the sheet that are not data: titles, header, totals. */
  readonly outside: readonly Row[];
  /** Sheet row of each data record, by its position from 0. */
  readonly rows: readonly number[];
  readonly has_breaks: boolean;
  readonly has_marks: boolean;
  readonly long_records: number;
  readonly first_long_row: number;
}

/** Writes the rows below the header of a sheet as CSV, all but totals and blank ones. */
async function writeTable(
  zip: WorkbookZip,
  parts: WorkbookParts,
  look: SheetLook,
  notes: SheetNotes,
  out: string,
): Promise<Table> {
  const sample: string[][] = [];
  const waiting: Row[] = [];
  const rows: number[] = [];
  let header: string[] | null = null;
  let blank = 0;
  let previous = look.header_row;
  let hasBreaks = false;
  let hasMarks = false;
  let width = 0;
  let longRecords = 0;
  let widest = 0;
  const outside: Row[] = [];
  let firstLong = 0;
  const body = new TableWriter(out);
  const emit = ({ row, cells }: Row): void => {
    rows.push(row);
    if (cells.length > width) {
      longRecords++;
      widest = Math.max(widest, cells.length);
      if (firstLong === 0) firstLong = row;
    }
    while (cells.length < width) cells.push('');
    const text = printCells(cells, DELIMITER);
    if (!hasBreaks && /[\r\n]/.test(text)) hasBreaks = true;
    if (!hasMarks && /[\u0300-\u036f]/u.test(text)) hasMarks = true;
    body.write(`${text}\n`);
  };
  try {
    await readSheet(zip, look.sheet.part, parts, notes, (row, cells) => {
      if (row < look.header_row) {
        outside.push({ row, cells });
        return;
      }
      if (row === look.header_row) {
        header = cells;
        width = cells.length;
        body.write(`${printCells(toColumnNames(cells, width), DELIMITER)}\n`);
        return;
      }
      if (!isFilled(cells)) return;
      // Rows the file leaves out between filled ones are blank; those after the last are nothing.
      blank += row - previous - 1;
      for (let gap = previous + 1; gap < row && waiting.length > 0; gap++)
        waiting.push({ row: gap, cells: [] });
      previous = row;
      if (sample.length < SAMPLE_ROWS) sample.push([...cells]);
      waiting.push({ row, cells });
      while (waiting.length > TRAILER_ROWS) {
        const first = waiting.shift()!;
        if (first.cells.length > 0) emit(first);
      }
    });
    if (header === null) throw new Refusal('header-line-not-found', { line: look.header_row });
    const last = waiting.map(({ cells }) => ({ cells, blank: cells.length === 0 }));
    const cut = findTrailer(last, typicalFilled(sample, header));
    for (const row of waiting.slice(0, cut)) if (row.cells.length > 0) emit(row);
    const totals = waiting.slice(cut).filter(({ cells }) => cells.length > 0);
    return {
      header: toColumnNames(header, Math.max(width, widest)),
      named: width,
      records: rows.length,
      blank,
      sample: sample.slice(0, rows.length),
      totals,
      outside: [...outside, { row: look.header_row, cells: header }, ...totals],
      rows,
      has_breaks: hasBreaks,
      has_marks: hasMarks,
      long_records: longRecords,
      first_long_row: firstLong,
    };
  } finally {
    body.close();
  }
}

function toWarnings(
  file: string,
  sheet: string,
  table: Table,
  notes: SheetNotes,
  alike: readonly string[],
): Problem[] {
  const warnings: Problem[] = [];
  const warn = (code: string, row: number, params: Problem['params']) =>
    warnings.push(toWarning(code, { file, line: row, path: sheet }, { file, line: row, ...params }));
  if (alike.length > 0) {
    warnings.push(toWarning('sheets-look-alike', { file }, { file, sheet, sheets: alike }));
  }
  const total = table.totals[0];
  if (total) {
    const text = total.cells.filter((cell) => cell.trim() !== '').join(' ');
    warn('total-rows-left-out', total.row, { count: table.totals.length, text: maskPans(text).slice(0, 80) });
  }
  if (table.long_records > 0) {
    warn('uneven-rows', table.first_long_row, { columns: table.named, short: 0, long: table.long_records });
  }
  const { false_leap_days, long_numbers, errors } = notes;
  if (false_leap_days.count > 0)
    warn('false-leap-day', false_leap_days.row, { count: false_leap_days.count });
  if (long_numbers.count > 0) warn('long-numbers', long_numbers.row, { count: long_numbers.count });
  if (errors.count > 0) warn('error-cells', errors.row, { count: errors.count });
  return warnings;
}

function findPansInRows(rows: readonly Row[], sheet: string): PanPlace[] {
  return rows.flatMap(({ row, cells }) =>
    cells.flatMap((cell) => findPans(cell).map(({ masked }) => ({ line: row, column: sheet, masked }))),
  );
}

/** Card numbers in the sheets that are not imported: they would be kept with the file all the same. */
async function findPansInSheets(
  zip: WorkbookZip,
  parts: WorkbookParts,
  chosen: SheetEntry,
): Promise<PanPlace[]> {
  const places: PanPlace[] = [];
  for (const sheet of parts.sheets) {
    if (sheet === chosen) continue;
    await readSheet(zip, sheet.part, parts, toEmptyNotes(), (row, cells) => {
      places.push(...findPansInRows([{ row, cells }], sheet.name));
    });
  }
  return places;
}

/** Prepares a workbook: chooses the sheet, finds header and totals, writes the table as CSV. */
export async function prepareWorkbook(
  path: string,
  recognise: Recognise,
  options: PrepareOptions,
  temp: string,
): Promise<Omit<PreparedFile, 'dispose'>> {
  const zip = await openWorkbookZip(path);
  try {
    const parts = await readWorkbook(zip);
    const { chosen, alike } = await chooseSheet(zip, parts, recognise, options);
    const notes = toEmptyNotes();
    let csv_path = join(temp, 'sheet.csv');
    const table = await writeTable(zip, parts, chosen, notes, csv_path);
    if (table.records === 0) throw new Refusal('header-without-rows', { line: chosen.header_row });
    const { header } = table;
    if (table.long_records > 0) {
      const layout = {
        delimiter: DELIMITER,
        header_byte: 0,
        header_line: 1,
        header_cells: header,
        header_breaks: 0,
      };
      const wide = join(temp, 'table.csv');
      await normaliseCsv(csv_path, wide, layout, header, -1);
      csv_path = wide;
    }
    const locate = async (ordinals: readonly number[]): Promise<Map<number, RecordPlace>> => {
      const wanted = new Set(ordinals);
      const places = new Map<number, RecordPlace>();
      let ordinal = -1;
      if (wanted.size === 0) return places;
      await scanRecords(csv_path, { delimiter: DELIMITER }, ({ buffer, start, end }) => {
        ordinal++;
        if (ordinal > 0 && wanted.has(ordinal)) {
          const cells = readCells(buffer, start, end, DELIMITER);
          places.set(ordinal, { line: table.rows[ordinal - 1]!, byte: 0, cells });
        }
        return places.size === wanted.size;
      });
      return places;
    };
    const pans_outside = [
      ...findPansInRows(table.outside, chosen.sheet.name),
      ...(await findPansInSheets(zip, parts, chosen.sheet)),
    ];
    return {
      csv_path,
      is_raw: false,
      delimiter: DELIMITER,
      skip_lines: 0,
      header,
      named_columns: table.named,
      records: table.records,
      blank: table.blank,
      has_quoted_breaks: table.has_breaks,
      has_combining_marks: table.has_marks,
      has_odd_blanks: true,
      sample: table.sample.map((cells) => header.map((_name, index) => cells[index] ?? '')),
      detected: {
        format: 'xlsx',
        encoding: 'utf-8',
        delimiter: null,
        sheet: chosen.sheet.name,
        other_sheets: parts.sheets.filter(({ name }) => name !== chosen.sheet.name).map(({ name }) => name),
        header_line: chosen.header_row,
        title_rows: chosen.header_row - 1,
        total_rows: table.totals.length,
        bom: false,
      },
      totals: pickTotals(table.totals).map(({ row, cells }) => ({ line: row, cells })),
      warnings: toWarnings(basename(path), chosen.sheet.name, table, notes, alike),
      locate,
      pans_outside,
      source: {
        path: csv_path,
        delimiter: DELIMITER,
        header_byte: 0,
        toOriginalLine: (_line, index) => (index === 0 ? chosen.header_row : table.rows[index - 1]!),
      },
    };
  } finally {
    zip.close();
  }
}
