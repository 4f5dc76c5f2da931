import { hash } from 'node:crypto';

/**
 * The one text of a JSON value: keys sorted by code unit, no spaces, undefined fields left out,
 * so that equal values have equal digests. Values that JSON cannot carry (NaN, bigint, Map...)
 * are bugs of the caller: plain Error.
 *
 * @example toCanonicalJson({ b: 1, a: [null, 'x'] }) // '{"a":[null,"x"],"b":1}'
 */
export function toCanonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`canonical JSON: ${value} is not a JSON number`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => toCanonicalJson(item)).join(',')}]`;
  if (typeof value === 'object') {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && prototype !== Object.prototype) {
      throw new Error('canonical JSON: only plain objects and arrays can be written');
    }
    const fields = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, item]) => `${JSON.stringify(key)}:${toCanonicalJson(item)}`);
    return `{${fields.join(',')}}`;
  }
  throw new Error(`canonical JSON: a ${typeof value} cannot be written`);
}

/** SHA-256 of texts one after another, in lower-case hexadecimal (64 characters). */
export function toSha256(...texts: readonly string[]): string {
  return hash('sha256', texts.join(''), 'hex');
}
