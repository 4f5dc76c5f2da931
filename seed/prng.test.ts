import { expect, test } from 'vitest';
import { toPrng } from './prng.ts';

test('a name always gives the same numbers', () => {
  const prng = toPrng('demo requests 2011-06');
  expect([prng.next(), prng.next(), prng.next()]).toEqual([1424750955, 1987661894, 3151153377]);
  expect(toPrng('demo requests 2011-07').next()).not.toBe(toPrng('demo requests 2011-06').next());
});

test('whole numbers fall evenly, and flat and middling ones around a half', () => {
  const prng = toPrng('even');
  const counts = Array.from({ length: 10 }, () => 0);
  for (let turn = 0; turn < 10_000; turn++) {
    const place = prng.below(10);
    counts[place] = (counts[place] as number) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(900);
  expect(Math.max(...counts)).toBeLessThan(1100);
  let flat = 0;
  let middle = 0;
  for (let turn = 0; turn < 10_000; turn++) {
    flat += prng.flat();
    if (Math.abs(prng.middling() - 0.5) < 0.25) middle++;
  }
  expect(flat / 10_000).toBeCloseTo(0.5, 1);
  // Of the mean of two flat numbers, three quarters fall in the middle half.
  expect(middle / 10_000).toBeCloseTo(0.75, 1);
});
