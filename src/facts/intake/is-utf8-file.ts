import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { utf8Length } from './utf8-sequence.ts';

/** Whether every byte of a file belongs to a UTF-8 sequence. */
export async function isUtf8File(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(1 << 20);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
      length += bytesRead;
      if (bytesRead === 0) return isUtf8(buffer.subarray(0, length));
      // What a border of chunks may have cut waits for the next one.
      let end = length;
      for (let back = 1; back <= 3 && back <= length; back++) {
        if (buffer[length - back]! >= 0xc0) {
          if (utf8Length(buffer.subarray(0, length), length - back) === 0) end = length - back;
          break;
        }
      }
      if (!isUtf8(buffer.subarray(0, end))) return false;
      buffer.copyWithin(0, end, length);
      length -= end;
    }
  } finally {
    await file.close();
  }
}
