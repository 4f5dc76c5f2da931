/** Texts kept once each and named by the order in which they appeared; read straight from bytes. */
export interface TextTable {
  readonly texts: string[];
  /** The number of the text in those bytes (UTF-8). */
  readonly put: (bytes: Uint8Array, from: number, to: number) => number;
  readonly putText: (text: string) => number;
}

const FIRST_SLOTS = 1 << 12;
/** Prime and start of the FNV-1a digest. */
const PRIME = 0x01000193;
const START = 0x811c9dc5;

function digest(bytes: Uint8Array, from: number, to: number): number {
  let hash = START;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, PRIME);
  return hash >>> 0;
}

function isSame(known: Uint8Array, bytes: Uint8Array, from: number): boolean {
  for (let at = 0; at < known.length; at++) if (known[at] !== bytes[from + at]) return false;
  return true;
}

/**
 * A table of texts. Most events repeat a text met before, which is found by its bytes without
 * making a string of it. `decode` makes the string of a new one.
 */
export function toTextTable(decode: (bytes: Uint8Array) => string): TextTable {
  const texts: string[] = [];
  const kept: Uint8Array[] = [];
  const hashes: number[] = [];
  let slots = new Int32Array(FIRST_SLOTS).fill(-1);

  const place = (id: number): void => {
    let slot = hashes[id]! & (slots.length - 1);
    while (slots[slot]! >= 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = id;
  };
  const grow = (): void => {
    slots = new Int32Array(slots.length * 2).fill(-1);
    for (let id = 0; id < texts.length; id++) place(id);
  };
  const put = (bytes: Uint8Array, from: number, to: number): number => {
    const hash = digest(bytes, from, to);
    const mask = slots.length - 1;
    for (let slot = hash & mask; slots[slot]! >= 0; slot = (slot + 1) & mask) {
      const id = slots[slot]!;
      if (hashes[id] === hash && kept[id]!.length === to - from && isSame(kept[id]!, bytes, from)) return id;
    }
    const id = texts.length;
    const own = bytes.slice(from, to);
    kept.push(own);
    hashes.push(hash);
    texts.push(decode(own));
    if (texts.length * 2 > slots.length) grow();
    else place(id);
    return id;
  };
  return {
    texts,
    put,
    putText: (text) => {
      const bytes = Buffer.from(text, 'utf8');
      return put(bytes, 0, bytes.length);
    },
  };
}
