import { expect, test } from 'vitest';
import { rational, type Verdict } from '../kernel/index.ts';
import { type Bounds, judge } from './judge.ts';

const bounds = (direction: Bounds['direction'], floor: bigint | null, ceiling: bigint | null): Bounds => ({
  direction,
  floor: floor === null ? null : rational(floor, 100n),
  ceiling: ceiling === null ? null : rational(ceiling, 100n),
});
/** A hundredth of a billionth: what a rounded figure would not show. */
const hair = 1_000_000_000n;
const percent = (value: bigint, over = 0n) => rational(value * hair + over, 100n * hair);

test.each<[Bounds['direction'], bigint | null, bigint | null, bigint, bigint, Verdict]>([
  ['at-most', null, 100n, 100n, 0n, 'met'],
  ['at-most', null, 100n, 100n, 1n, 'not-met'],
  ['at-most', 50n, 100n, 10n, 0n, 'met'],
  ['at-least', 95n, null, 95n, 0n, 'met'],
  ['at-least', 95n, null, 95n, -1n, 'not-met'],
  ['at-least', 90n, 100n, 100n, 0n, 'met'],
  ['at-least', 90n, 100n, 100n, 1n, 'met-with-alert'],
  ['at-least', 90n, 100n, 90n, -1n, 'not-met'],
  ['between', 90n, 110n, 90n, 0n, 'met'],
  ['between', 90n, 110n, 110n, 0n, 'met'],
  ['between', 90n, 110n, 90n, -1n, 'not-met'],
  ['between', 90n, 110n, 110n, 1n, 'not-met'],
  ['at-most', 50n, null, 10n, 0n, 'no-data'],
  ['at-least', null, 100n, 200n, 0n, 'no-data'],
  ['between', null, 100n, 50n, 0n, 'no-data'],
  ['between', 50n, null, 70n, 0n, 'no-data'],
])('%s of %s to %s %%: %s %% and %s hairs is %s', (direction, floor, ceiling, value, over, verdict) => {
  expect(judge(percent(value, over), bounds(direction, floor, ceiling))).toBe(verdict);
});

test('without a value or a standard there is no verdict', () => {
  expect(judge(null, bounds('at-most', null, 100n))).toBe('no-data');
  expect(judge(rational(1n), null)).toBe('no-data');
});
