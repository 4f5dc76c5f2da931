import { Refusal } from '../../kernel/index.ts';
import yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';

/** Limits of what a workbook may unpack to: beyond them lie attacks, not a bank's tables. */
export const ZIP_LIMITS = {
  unpacked_bytes: 200 * 1024 * 1024,
  /** Unpacked against packed, for the whole and for each part above `ratio_floor_bytes`. */
  ratio: 100,
  ratio_floor_bytes: 1024 * 1024,
  entries: 1000,
} as const;

/** An opened workbook: its parts by name. To be closed. */
export interface WorkbookZip {
  readonly names: readonly string[];
  /** Gives the text of a part to `push`, piece by piece, until it returns true; false when there is no such part. */
  readonly readPart: (name: string, push: (text: string) => boolean | void) => Promise<boolean>;
  readonly close: () => void;
}

function damaged(): Refusal {
  return new Refusal('workbook-damaged');
}

/** Opens a zip; names that leave its folder, or two ends, are refused by the reader itself. */
async function openZip(path: string): Promise<ZipFile> {
  try {
    return await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
  } catch {
    throw damaged();
  }
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  let packed = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size + 1 > ZIP_LIMITS.entries) {
        throw new Refusal('zip-too-many-entries', { limit: ZIP_LIMITS.entries });
      }
      if (entry.isEncrypted()) throw new Refusal('encrypted-workbook');
      unpacked += entry.uncompressedSize;
      packed += entry.compressedSize;
      checkRatio(entry.uncompressedSize, entry.compressedSize);
      if (unpacked > ZIP_LIMITS.unpacked_bytes) throw tooLarge();
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw /relative path|absolute path|invalid characters/.test(String(error))
      ? new Refusal('zip-unsafe-name')
      : damaged();
  }
  checkRatio(unpacked, packed);
  return entries;
}

function tooLarge(): Refusal {
  return new Refusal('zip-too-large', { limit_mb: ZIP_LIMITS.unpacked_bytes / 1024 / 1024 });
}

function checkRatio(unpacked: number, packed: number): void {
  if (unpacked > ZIP_LIMITS.ratio_floor_bytes && unpacked > ZIP_LIMITS.ratio * packed) {
    throw new Refusal('zip-bomb', { limit: ZIP_LIMITS.ratio });
  }
}

/**
 * Opens a zip and checks it before anything is unpacked: `zip-too-large`, `zip-bomb`,
 * `zip-too-many-entries`, `zip-unsafe-name`, `encrypted-workbook`, `workbook-damaged`. The sizes
 * announced are held while unpacking too: a part that turns out larger is damaged. Zips inside
 * the zip are never opened.
 */
export async function openWorkbookZip(path: string): Promise<WorkbookZip> {
  const zip = await openZip(path);
  let entries: Map<string, Entry>;
  try {
    entries = await listEntries(zip);
  } catch (error) {
    zip.close();
    throw error;
  }
  let unpacked = 0;
  return {
    names: [...entries.keys()],
    readPart: async (name, push) => {
      const entry = entries.get(name);
      if (!entry) return false;
      const decoder = new TextDecoder('utf-8');
      let part = 0;
      try {
        const stream = await zip.openReadStreamPromise(entry);
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          unpacked += chunk.length;
          part += chunk.length;
          if (part > entry.uncompressedSize) throw damaged();
          // Sheets are looked at before they are read, so a part may pass twice.
          if (unpacked > 3 * ZIP_LIMITS.unpacked_bytes) throw tooLarge();
          if (push(decoder.decode(chunk, { stream: true }))) break;
        }
        push(decoder.decode());
      } catch (error) {
        if (error instanceof Refusal) throw error;
        // The reader's own errors speak of bytes: wrong sizes, wrong sums, broken streams.
        if (error instanceof Error && !(error instanceof TypeError) && !(error instanceof RangeError))
          throw damaged();
        throw error;
      }
      return true;
    },
    close: () => zip.close(),
  };
}
