import { expect, test } from 'vitest';
import { parseQuantity } from './quantity.ts';

test.each([
  ['48 h', 48n, 1n, 'h'],
  ['6 min', 6n, 1n, 'min'],
  ['2 working_h', 2n, 1n, 'working_h'],
  ['1.5 h', 3n, 2n, 'h'],
  ['95 %', 19n, 20n, 'ratio'],
  ['2.5%', 1n, 40n, 'ratio'],
  ['0.95', 19n, 20n, 'ratio'],
  [' 48h ', 48n, 1n, 'h'],
  ['-3 money', -3n, 1n, 'money'],
])('%s is %s/%s of %s', (text, num, den, unit) => {
  const quantity = parseQuantity(text);
  expect(quantity?.value).toEqual({ num, den });
  expect(quantity?.unit.name).toBe(unit);
});

test.each(['', 'h', '48 horas', '0,95', '1.2.3', '48 h min', '95 % h', '.5', '4e3'])(
  '%j is no quantity',
  (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  },
);
