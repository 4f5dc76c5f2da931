import { readXlsx } from 'hucre/xlsx';
import type { ReadCell, ReadWorkbook } from './evaluate-workbook.ts';

/** The cells of a workbook, each with its value and its formula. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  const book = await readXlsx(bytes);
  return new Map(
    book.sheets.map((sheet) => [
      sheet.name,
      sheet.rows.map((row, at) =>
        row.map((value, column): ReadCell => {
          const cell = sheet.cells?.get(`${at},${column}`);
          return cell?.formula === undefined
            ? { value: value as ReadCell['value'] }
            : { value: value as ReadCell['value'], formula: cell.formula };
        }),
      ),
    ]),
  );
}
