import { Refusal } from '../../kernel/index.ts';
import { FALSE_LEAP_DAY, toIsoText, toPlainDecimal } from './excel-value.ts';
import { MAX_COLUMNS } from './find-layout.ts';
import type { WorkbookZip } from './open-workbook-zip.ts';
import { toCellText } from './read-workbook.ts';
import type { WorkbookParts } from './read-workbook.ts';
import { MAX_RECORD_BYTES } from './scan-buffer.ts';
import { findAttribute, XmlScanner } from './scan-xml.ts';

/** Something to tell about cells: how many, and the row of the first. */
export interface CellNote {
  count: number;
  row: number;
}

/** Cells whose value a person should look at. */
export interface SheetNotes {
  /** 29 February 1900, which never was. */
  readonly false_leap_days: CellNote;
  /** Whole numbers of more than 15 digits: the spreadsheet had already lost the last ones. */
  readonly long_numbers: CellNote;
  /** `#N/A`, `#REF!`... */
  readonly errors: CellNote;
}

export function toEmptyNotes(): SheetNotes {
  const none = (): CellNote => ({ count: 0, row: 0 });
  return { false_leap_days: none(), long_numbers: none(), errors: none() };
}

function note(target: CellNote, row: number): void {
  target.count++;
  if (target.row === 0) target.row = row;
}

/** Column, from 0, of a cell reference such as `AB12`; -1 when it has none. */
function toColumn(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

/**
 * Reads the rows of a sheet in order, each cell as text: dates as ISO, numbers as the shortest
 * decimal that reads back the same, booleans as `true` and `false`, formulas as the value the
 * spreadsheet kept. `visit` gets the row of the sheet (from 1) and its cells up to the last that
 * is filled, and returns true to stop. Rows that the file leaves out are not visited.
 */
export async function readSheet(
  zip: WorkbookZip,
  part: string,
  parts: WorkbookParts,
  notes: SheetNotes,
  visit: (row: number, cells: string[]) => boolean | void,
): Promise<void> {
  let row = 0;
  let cells: string[] = [];
  let column = -1;
  let type = '';
  let style = 0;
  let value = '';
  let inValue = false;
  let phonetic = 0;
  let rowLength = 0;
  const toText = (): string => {
    if (type === 's') return parts.strings[Number(value)] ?? '';
    if (type === 'str' || type === 'inlineStr') return toCellText(value);
    if (type === 'b') return value === '1' || value === 'true' ? 'true' : 'false';
    if (type === 'e') {
      note(notes.errors, row);
      return value;
    }
    if (type === 'd' || value === '') return value.replace('T', ' ');
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    const kind = parts.kinds[style] ?? { kind: 'number' };
    if (kind.kind === 'number' || kind.kind === 'padded') {
      if (Math.abs(number) >= 1e15 && Number.isInteger(number)) note(notes.long_numbers, row);
      const text = toPlainDecimal(number);
      return kind.kind === 'padded' && /^\d+$/.test(text) ? text.padStart(kind.width, '0') : text;
    }
    const iso = toIsoText(number, kind, parts.from_1904);
    if (iso?.startsWith(FALSE_LEAP_DAY)) note(notes.false_leap_days, row);
    return iso ?? toPlainDecimal(number);
  };
  let stopped = false;
  const scanner = new XmlScanner({
    open: (name, attributes) => {
      if (stopped) return;
      if (name === 'row') {
        const given = Number(findAttribute(attributes, 'r') ?? row + 1);
        if (!Number.isInteger(given) || given <= row || given > 1_048_576)
          throw new Refusal('workbook-damaged');
        row = given;
        cells = [];
        column = -1;
        rowLength = 0;
      } else if (name === 'c') {
        const reference = findAttribute(attributes, 'r');
        column = reference === undefined ? column + 1 : toColumn(reference);
        type = findAttribute(attributes, 't') ?? 'n';
        style = Number(findAttribute(attributes, 's') ?? 0);
        value = '';
      } else if (name === 'v' || name === 't') inValue = phonetic === 0;
      else if (name === 'rPh') phonetic++;
    },
    text: (text) => {
      if (inValue) value += text;
    },
    close: (name) => {
      if (stopped) return;
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'c') {
        const text = toText();
        if (text === '') return;
        if (column >= MAX_COLUMNS) {
          throw new Refusal('too-many-columns', { columns: column + 1, limit: MAX_COLUMNS, line: row });
        }
        if (column < 0) throw new Refusal('workbook-damaged');
        rowLength += text.length;
        if (rowLength > MAX_RECORD_BYTES) throw new Refusal('line-too-long', { line: row, limit_mb: 2 });
        while (cells.length < column) cells.push('');
        cells[column] = text;
      } else if (name === 'row' && visit(row, cells)) stopped = true;
    },
  });
  const found = await zip.readPart(part, (text) => {
    scanner.push(text);
    return stopped;
  });
  if (!found) throw new Refusal('workbook-damaged');
}
