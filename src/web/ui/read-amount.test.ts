import { expect, it } from 'vitest';
import { readAmount } from './read-amount.ts';

it('reads what people type as an amount', () => {
  expect(readAmount('1.250,50', 'es')).toBe(1250.5);
  expect(readAmount('1.250', 'es')).toBe(1250);
  expect(readAmount('1,250', 'en')).toBe(1250);
  expect(readAmount('$ 1250', 'es')).toBe(1250);
  expect(readAmount('12,5', 'es')).toBe(12.5);
  expect(readAmount('12.5', 'es')).toBe(12.5);
  expect(readAmount('24', 'en')).toBe(24);
  expect(readAmount('  ', 'es')).toBe(null);
});

it('leaves alone what is no amount', () => {
  for (const text of ['doce', '-5', '1.2.3', '5 o 6']) expect(readAmount(text, 'es')).toBe(text);
});
