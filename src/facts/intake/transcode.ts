import { isAscii } from 'node:buffer';
import { open } from 'node:fs/promises';
import { Refusal } from '../../kernel/index.ts';
import { CODE_PAGES } from './code-page.ts';
import { findLine } from './find-line.ts';
import { TableWriter } from './table-writer.ts';

const CHUNK_BYTES = 1 << 20;

/** Bytes of the text in UTF-8; they may be overwritten by the next call. */
type Decode = (chunk: Buffer, base: number, last: boolean) => Buffer;

/** Decoder of a one-byte page into UTF-8; throws the offset of a byte that the page does not define. */
function toPageDecoder(name: string): Decode {
  const page = CODE_PAGES[name]!;
  const encoded = page.letters.map((letter) => (letter === null ? null : Buffer.from(letter, 'utf8')));
  const output = Buffer.allocUnsafe(CHUNK_BYTES * 3);
  return (chunk, base) => {
    if (isAscii(chunk)) return chunk;
    let length = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (byte < 0x80) {
        output[length++] = byte;
        continue;
      }
      const letter = encoded[byte];
      if (!letter) throw new UndefinedByte(base + at, byte);
      for (let index = 0; index < letter.length; index++) output[length++] = letter[index]!;
    }
    return output.subarray(0, length);
  };
}

class UndefinedByte extends Error {
  readonly at: number;
  readonly byte: number;
  constructor(at: number, byte: number) {
    super('undefined byte');
    this.at = at;
    this.byte = byte;
  }
}

function toUtf16Decoder(name: string): Decode {
  const decoder = new TextDecoder(name, { fatal: true });
  return (chunk, _base, last) => Buffer.from(decoder.decode(chunk, { stream: !last }), 'utf8');
}

/**
 * Copies a text file into UTF-8 without a mark, line for line. `encoding` is one of the pages or
 * `utf-16le`, `utf-16be`. Refuses `encoding-undefined-byte` and `encoding-invalid`, each with its line.
 */
export async function transcode(path: string, encoding: string, out: string): Promise<void> {
  const wide = encoding.startsWith('utf-16');
  const decode = wide ? toUtf16Decoder(encoding) : toPageDecoder(encoding);
  const file = await open(path, 'r');
  const writer = new TableWriter(out);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    let base = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, base);
      writer.write(decode(buffer.subarray(0, bytesRead), base, bytesRead === 0));
      if (bytesRead === 0) break;
      base += bytesRead;
    }
  } catch (error) {
    if (error instanceof UndefinedByte) {
      throw new Refusal('encoding-undefined-byte', {
        encoding,
        byte: error.byte.toString(16).toUpperCase(),
        line: await findLine(path, error.at),
      });
    }
    // What a fatal TextDecoder throws.
    if (error instanceof TypeError) throw new Refusal('encoding-invalid', { encoding, line: null });
    throw error;
  } finally {
    writer.close();
    await file.close();
  }
}

/**
 * How many bytes the UTF-8 text `[start, end)` takes in the encoding it was copied from.
 */
export function originalLength(bytes: Buffer, start: number, end: number, encoding: string): number {
  let letters = 0;
  let wide = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if ((byte & 0xc0) !== 0x80) letters++;
    if (byte >= 0xf0) wide++;
  }
  return encoding.startsWith('utf-16') ? 2 * (letters + wide) : letters;
}
