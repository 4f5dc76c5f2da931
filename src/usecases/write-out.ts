import { extname } from 'node:path';
import { Refusal } from '../kernel/index.ts';
import { type SheetToWrite, writeXlsx } from '../facts/index.ts';

/**
 * Writes a workbook where the user said, with the extension it needs; gives its path. Refuses a
 * place that cannot be written.
 */
export async function writeWorkbookOut(out: string, sheets: readonly SheetToWrite[]): Promise<string> {
  const path = extname(out).toLowerCase() === '.xlsx' ? out : `${out}.xlsx`;
  try {
    await writeXlsx(path, sheets);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new Refusal('out-not-writable', { file: path, reason: String(error.code), detail: error.message });
  }
  return path;
}
