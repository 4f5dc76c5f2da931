import type { Layout } from './find-layout.ts';
import { isBlankRecord, printCells, readCells } from './read-cells.ts';
import { scanRecords } from './scan-records.ts';
import { TableWriter } from './table-writer.ts';

/**
 * Writes the table of a text file as the engine reads it without leniency: header first, line
 * feeds, quotes by the rule, every record as wide as the header, no blank lines, no totals.
 *
 * @param cut_byte offset from which on nothing is data, or -1
 */
export async function normaliseCsv(
  path: string,
  out: string,
  layout: Layout,
  header: readonly string[],
  cut_byte: number,
): Promise<void> {
  const { delimiter, header_byte } = layout;
  const writer = new TableWriter(out);
  try {
    writer.write(`${printCells(header, delimiter)}\n`);
    await scanRecords(path, { delimiter }, (record) => {
      if (record.byte <= header_byte) return false;
      if (cut_byte >= 0 && record.byte >= cut_byte) return true;
      const { buffer, start, end } = record;
      if (isBlankRecord(buffer, start, end, delimiter)) return false;
      if (!record.irregular && record.cells === header.length) {
        writer.write(buffer.subarray(start, end));
        writer.write('\n');
        return false;
      }
      const cells = readCells(buffer, start, end, delimiter);
      while (cells.length < header.length) cells.push('');
      writer.write(`${printCells(cells, delimiter)}\n`);
      return false;
    });
  } finally {
    writer.close();
  }
}
