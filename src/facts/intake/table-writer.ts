import { closeSync, openSync, writeSync } from 'node:fs';

const BUFFER_BYTES = 1 << 20;

/** Writes a text file piece by piece, in order, with one system call per megabyte. */
export class TableWriter {
  readonly #file: number;
  readonly #buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  #length = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  write(piece: Buffer | string): void {
    // A letter takes at most three bytes per code unit in UTF-8.
    const most = typeof piece === 'string' ? piece.length * 3 : piece.length;
    if (this.#length + most > BUFFER_BYTES) this.#flush();
    if (most > BUFFER_BYTES) this.#writeWhole(Buffer.from(piece as string));
    else if (typeof piece === 'string') this.#length += this.#buffer.write(piece, this.#length);
    else this.#length += piece.copy(this.#buffer, this.#length);
  }

  #flush(): void {
    this.#writeWhole(this.#buffer.subarray(0, this.#length));
    this.#length = 0;
  }

  #writeWhole(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
  }

  /** Writes what waits and closes; to be called in `finally`. */
  close(): void {
    try {
      this.#flush();
    } finally {
      closeSync(this.#file);
    }
  }
}
