import { findPans, maskPans } from './find-pans.ts';
import type { PanPlace, PreparedFile } from './prepared-file.ts';
import { printCells, readCells } from './read-cells.ts';
import { scanRecords } from './scan-records.ts';
import { TableWriter } from './table-writer.ts';

/** What masking did: how many card numbers, and where each stood. */
export interface MaskOutcome {
  readonly masked: number;
  readonly places: readonly PanPlace[];
}

/** Thirteen digits are the least a card number has, written in ASCII or full width. */
function mayHoldPan(cell: string): boolean {
  return cell.length >= 13 && /[0-9０-９]/.test(cell);
}

/**
 * Writes a copy of a prepared file in UTF-8 in which every card number keeps its first six and
 * last four digits only. Titles, blank lines and totals are copied too (of a workbook, only the
 * table), lines keep their place; cells of the columns declared not to be cards stay.
 */
export async function maskFile(
  prepared: PreparedFile,
  columnsNotCards: readonly string[],
  outPath: string,
): Promise<MaskOutcome> {
  const { path, delimiter, header_byte, toOriginalLine } = prepared.source;
  const spared = new Set(columnsNotCards);
  const places: PanPlace[] = [];
  const writer = new TableWriter(outPath);
  let index = -1;
  try {
    await scanRecords(path, { delimiter }, (record) => {
      index++;
      const { buffer, start, end } = record;
      const isData = record.byte > header_byte;
      const cells = readCells(buffer, start, end, delimiter);
      let changed = false;
      for (let at = 0; at < cells.length; at++) {
        const cell = cells[at]!;
        const column = isData ? (prepared.header[at] ?? '') : '';
        if (!mayHoldPan(cell) || (isData && spared.has(column))) continue;
        const pans = findPans(cell);
        if (pans.length === 0) continue;
        const line = toOriginalLine(record.line, index);
        for (const { masked } of pans) places.push({ line, column, masked });
        cells[at] = maskPans(cell);
        changed = true;
      }
      writer.write(changed ? printCells(cells, delimiter) : buffer.subarray(start, end));
      writer.write('\n');
    });
  } finally {
    writer.close();
  }
  return { masked: places.length, places };
}
