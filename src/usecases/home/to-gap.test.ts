import { expect, test } from 'vitest';
import type { Measurement, Sheet } from '../../kernel/index.ts';
import { toGap } from './to-gap.ts';

const STANDARD = {
  floor: null,
  ceiling: null,
  tolerance: null,
  historical_error: null,
  limit: null,
  limit_unit: null,
  from: '2011-01-01',
};

function gap(value: number | null, bounds: Partial<NonNullable<Measurement['standard']>>, direction: string) {
  const sheet = { standards: [{ from: '2011-01-01', direction }] } as unknown as Sheet;
  return toGap({ value, standard: { ...STANDARD, ...bounds } }, sheet);
}

test('the distance is to the bound that fails, as a share of it', () => {
  expect(gap(1.5, { ceiling: 1 }, 'at-most')).toBe(0.5);
  expect(gap(0.5, { ceiling: 1 }, 'at-most')).toBe(-0.5);
  expect(gap(0.75, { floor: 1 }, 'at-least')).toBe(0.25);
  // With a floor and a ceiling, the bound that is passed or is nearest.
  expect(gap(1.5, { floor: 1, ceiling: 1.25 }, 'at-least')).toBe(0.2);
  expect(gap(0.5, { floor: 1, ceiling: 1.25 }, 'at-least')).toBe(0.5);
  expect(gap(3, { floor: 1, ceiling: 2 }, 'between')).toBe(0.5);
  expect(gap(0.5, { floor: 1, ceiling: 2 }, 'between')).toBe(0.5);
});

test('nothing is far from nothing, and beyond zero counts as it is', () => {
  expect(gap(null, { ceiling: 1 }, 'at-most')).toBeNull();
  expect(toGap({ value: 1, standard: null }, { standards: [] } as unknown as Sheet)).toBeNull();
  expect(gap(3, { ceiling: 0 }, 'at-most')).toBe(3);
});
