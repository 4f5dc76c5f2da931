import { closeSync, openSync, writeSync } from 'node:fs';
import { DAY_S, printDay } from './date.ts';

const SIZE = 1 << 20;
/** No row is longer than this, so one look at the room left is enough for a row. */
const ROW = 4096;
const COMMA = 44;
const NEWLINE = 10;
const ZERO = 48;

/** A text as the bytes of one CSV field: UTF-8, in quotes only where a comma, quote or line break asks for it. */
export function toField(text: string): Uint8Array {
  return Buffer.from(/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text, 'utf8');
}

/**
 * A CSV file (UTF-8, comma, line feed) written field by field into one buffer, without making
 * a string for each row: five million rows take seconds. Every field ends with a comma;
 * `endRow` turns the last one into a line feed.
 */
export class CsvFile {
  readonly #file: number;
  readonly #bytes = Buffer.allocUnsafe(SIZE);
  readonly #days = new Map<number, Uint8Array>();
  #at = 0;
  rows = 0;

  constructor(path: string, header: readonly string[]) {
    this.#file = openSync(path, 'w');
    this.#put(Buffer.from(`${header.join(',')}\n`, 'utf8'));
  }

  #put(field: Uint8Array): void {
    const bytes = this.#bytes;
    let at = this.#at;
    for (let index = 0; index < field.length; index++) bytes[at++] = field[index] as number;
    this.#at = at;
  }

  /** A field made by `toField`. */
  field(field: Uint8Array): void {
    this.#put(field);
    this.#bytes[this.#at++] = COMMA;
  }

  empty(): void {
    this.#bytes[this.#at++] = COMMA;
  }

  #digits(value: number, width: number): void {
    let rest = value;
    for (let place = this.#at + width - 1; place >= this.#at; place--) {
      const left = Math.floor(rest / 10);
      this.#bytes[place] = ZERO + rest - left * 10;
      rest = left;
    }
    this.#at += width;
  }

  #whole(value: number): void {
    let width = 1;
    for (let limit = 10; value >= limit; limit *= 10) width++;
    this.#digits(value, width);
  }

  /** `letter` and `value` in at least `width` digits: `R0000042`. */
  code(letter: string, value: number, width: number): void {
    this.#bytes[this.#at++] = letter.charCodeAt(0);
    if (value < 10 ** width) this.#digits(value, width);
    else this.#whole(value);
    this.empty();
  }

  whole(value: number): void {
    this.#whole(value);
    this.empty();
  }

  /** A number given in tenths: 125 is written `12.5`, 120 is written `12`. */
  tenths(value: number): void {
    const whole = Math.floor(value / 10);
    this.#whole(whole);
    if (value !== whole * 10) {
      this.#bytes[this.#at++] = 46;
      this.#bytes[this.#at++] = ZERO + value - whole * 10;
    }
    this.empty();
  }

  date(day: number): void {
    let bytes = this.#days.get(day);
    if (!bytes) {
      bytes = Buffer.from(printDay(day), 'latin1');
      this.#days.set(day, bytes);
    }
    this.#put(bytes);
    this.empty();
  }

  /** A local moment: `2011-06-03T09:05:12`. */
  moment(seconds: number): void {
    const day = Math.floor(seconds / DAY_S);
    const clock = seconds - day * DAY_S;
    const hours = Math.floor(clock / 3600);
    const minutes = Math.floor((clock - hours * 3600) / 60);
    this.date(day);
    const bytes = this.#bytes;
    bytes[this.#at - 1] = 84;
    this.#digits(hours, 2);
    bytes[this.#at++] = 58;
    this.#digits(minutes, 2);
    bytes[this.#at++] = 58;
    this.#digits(clock - hours * 3600 - minutes * 60, 2);
    this.empty();
  }

  endRow(): void {
    this.#bytes[this.#at - 1] = NEWLINE;
    this.rows++;
    if (this.#at > SIZE - ROW) this.#flush();
  }

  #flush(): void {
    let from = 0;
    while (from < this.#at) from += writeSync(this.#file, this.#bytes, from, this.#at - from);
    this.#at = 0;
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }
}
