import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toCanonicalJson, toSha256 } from './canonical-json.ts';

it('writes equal values as equal text, whatever the order of their keys', () => {
  expect(toCanonicalJson({ b: 1, a: [null, 'ñ"'], c: undefined })).toBe('{"a":[null,"ñ\\""],"b":1}');
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = toCanonicalJson(value);
      expect(toCanonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 200, seed: 11 },
  );
});

it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [1n], [new Map()], [() => 1], [undefined]])(
  'does not write %s',
  (value) => {
    expect(() => toCanonicalJson(value)).toThrow('canonical JSON');
  },
);

it('digests texts as one', () => {
  expect(toSha256('a', 'bc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
