import type { Layout } from './find-layout.ts';
import type { RecordPlace } from './prepared-file.ts';
import { isBlankRecord, readCells } from './read-cells.ts';
import { scanRecords } from './scan-records.ts';
import { originalLength } from './transcode.ts';

/**
 * Finds data records by their position among those that are not blank: one pass over the file,
 * cutting cells only of the records asked for.
 *
 * @param copied_from encoding of the original when `path` is its copy in UTF-8: offsets are
 *   counted back into it; null when `path` is the original
 */
export async function locateRecords(
  path: string,
  layout: Layout,
  cut_byte: number,
  ordinals: readonly number[],
  copied_from: string | null,
  bom: boolean,
): Promise<Map<number, RecordPlace>> {
  const { delimiter, header_byte } = layout;
  const wanted = new Set(ordinals);
  const places = new Map<number, RecordPlace>();
  if (wanted.size === 0) return places;
  let ordinal = 0;
  let original = bom ? (copied_from?.startsWith('utf-16') ? 2 : 0) : 0;
  await scanRecords(path, { delimiter }, (record) => {
    const { buffer, start, end } = record;
    const byte = copied_from === null ? record.byte : original;
    if (copied_from !== null) {
      original += originalLength(buffer, start, start + record.next_byte - record.byte, copied_from);
    }
    if (record.byte <= header_byte) return false;
    if (cut_byte >= 0 && record.byte >= cut_byte) return true;
    if (isBlankRecord(buffer, start, end, delimiter)) return false;
    ordinal++;
    if (wanted.has(ordinal)) {
      places.set(ordinal, { line: record.line, byte, cells: readCells(buffer, start, end, delimiter) });
    }
    return places.size === wanted.size;
  });
  return places;
}
