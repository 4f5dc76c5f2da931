import { writeFile } from 'node:fs/promises';
import type { Cell, CellValue, WriteSheet } from 'hucre';

/** A cell: text, number, nothing, or a formula with the value it gives. */
export type SheetCell =
  | string
  | number
  | null
  | { readonly formula: string; readonly value: number | string };

export interface SheetToWrite {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: Iterable<readonly SheetCell[]>;
  /** Widths of the columns in characters. */
  readonly widths?: readonly number[];
}

/** Names of sheets are at most 31 letters, without these. */
function toSheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}

function toSheet(sheet: SheetToWrite): WriteSheet {
  const rows: CellValue[][] = [[...sheet.header]];
  const cells = new Map<string, Partial<Cell>>();
  sheet.header.forEach((_name, column) => cells.set(`0,${column}`, { style: { font: { bold: true } } }));
  for (const row of sheet.rows) {
    const index = rows.length;
    rows.push(
      row.map((cell, column) => {
        if (cell === null || typeof cell !== 'object') return cell;
        cells.set(`${index},${column}`, {
          value: cell.value,
          type: 'formula',
          formula: cell.formula.replace(/^=/, ''),
          formulaResult: cell.value,
        });
        return cell.value;
      }),
    );
  }
  const widths = sheet.widths;
  return {
    name: toSheetName(sheet.name),
    rows,
    cells,
    ...(widths ? { columns: widths.map((width) => ({ width })) } : {}),
    freezePane: { rows: 1 },
  };
}

/**
 * Writes a workbook: each sheet with its header in bold and held in sight. Text stays text,
 * whatever it begins with; only cells given as formulas are formulas, each with its value, so
 * that a reader who does not recalculate sees the same.
 */
export async function writeXlsx(path: string, sheets: readonly SheetToWrite[]): Promise<void> {
  // Loaded where it is needed: most commands write no workbook.
  const { writeXlsx: writeWorkbook } = await import('hucre/xlsx');
  await writeFile(path, await writeWorkbook({ sheets: sheets.map(toSheet) }));
}
