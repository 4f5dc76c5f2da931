import { open } from 'node:fs/promises';

/** Physical line, from 1, of the byte at an offset of a file whose encoding keeps ASCII. */
export async function findLine(path: string, byte: number): Promise<number> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(1 << 20);
    let base = 0;
    let line = 1;
    let before = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, byte - base), base);
      if (bytesRead === 0) return line;
      for (let at = 0; at < bytesRead; at++) {
        const current = buffer[at]!;
        // A line ends at LF, or at a CR that no LF follows.
        if (before === 13 && current !== 10) line++;
        if (current === 10) line++;
        before = current;
      }
      base += bytesRead;
    }
  } finally {
    await file.close();
  }
}

/** The bytes around an offset, as many as asked on each side, for showing the place. */
export async function readAround(path: string, byte: number, reach: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const start = Math.max(0, byte - reach);
    const buffer = Buffer.alloc(byte - start + reach);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
