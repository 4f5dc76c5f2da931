import { expect, test } from 'vitest';
import { rational } from '../kernel/index.ts';
import type { Term } from '../language/index.ts';
import { fromDouble, fromPercentile, termValue } from './term.ts';

test('a double is the exact fraction it stands for', () => {
  expect(fromDouble(0.5)).toEqual(rational(1n, 2n));
  expect(fromDouble(-3)).toEqual(rational(-3n));
  expect(fromDouble(0.1)).toEqual(rational(3602879701896397n, 36028797018963968n));
});

test('a percentile of whole numbers is the multiple of its part that the double is nearest to', () => {
  expect(fromPercentile(1_142_999_999.9999998, 20n)).toEqual(rational(1_143_000_000n));
  expect(fromPercentile(45.59999999999992, 10n)).toEqual(rational(456n, 10n));
  expect(fromPercentile(10.5, 2n)).toEqual(rational(21n, 2n));
  // Too large for parts to be told apart: the double itself.
  expect(fromPercentile(2 ** 60, 10n)).toEqual(rational(2n ** 60n));
});

test('an unknown aggregate makes the whole term unknown', () => {
  const aggregate = (index: number): Term => ({ kind: 'aggregate', index });
  const constant: Term = { kind: 'constant', value: { num: '3', den: '2' }, dimension: 'count' };
  const of = (op: '+' | '-' | '*'): Term => ({ kind: 'operation', op, left: constant, right: aggregate(0) });
  expect(termValue(of('+'), [rational(1n)])).toEqual(rational(5n, 2n));
  expect(termValue(of('-'), [rational(1n)])).toEqual(rational(1n, 2n));
  expect(termValue(of('*'), [rational(2n)])).toEqual(rational(3n));
  expect(termValue(of('*'), [null])).toBeNull();
});
