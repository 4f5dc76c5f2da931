/** A source of whole numbers that gives the same sequence for the same name, on every machine. */
export interface Prng {
  /** The next 32 bits as an unsigned whole number. */
  readonly next: () => number;
  /** A whole number in `[0, limit)`; `limit` at most 2^21, so that no step leaves exact arithmetic. */
  readonly below: (limit: number) => number;
  /** A number in `[0, 1)`: flat. */
  readonly flat: () => number;
  /** A number in `[0, 1)` that falls near 0.5 more often: the mean of two flat ones. */
  readonly middling: () => number;
}

/**
 * Makes a generator from a name. The name is folded to 32 bits by FNV-1a; the state advances as
 * `sfc32` (Doty-Humphrey's small fast counter): adds, shifts and exclusive-ors on 32-bit whole
 * numbers only, so results do not depend on the processor or on a library of mathematics. Each
 * month of each data set has a generator of its own, so that one month more changes none before.
 *
 * @example toPrng('x').next() === toPrng('x').next() // true
 */
export function toPrng(name: string): Prng {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  let a = hash | 0;
  let b = Math.imul(hash, 0x9e3779b1) | 0;
  let c = ~hash | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let turn = 0; turn < 12; turn++) next();
  const flat = (): number => next() / 4294967296;
  return {
    next,
    flat,
    below: (limit) => Math.floor((next() * limit) / 4294967296),
    middling: () => (next() + next()) / 8589934592,
  };
}
