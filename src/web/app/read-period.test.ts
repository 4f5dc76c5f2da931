import { expect, it } from 'vitest';
import { readPeriod } from './read-period.ts';

it.each([
  ['2011-06', '2011-06'],
  ['06/2011', '2011-06'],
  ['6/2011', '2011-06'],
  ['junio 2011', '2011-06'],
  ['Junio de 2011', '2011-06'],
  ['jun 2011', '2011-06'],
  ['june 2011', '2011-06'],
  ['2011-T2', '2011-Q2'],
  ['2011 q2', '2011-Q2'],
  ['2011-s1', '2011-S1'],
  ['2011', '2011'],
  ['2011-w24', '2011-W24'],
  ['2011-01..2011-03', '2011-01..2011-03'],
])('reads %s', (typed, period) => expect(readPeriod(typed)).toBe(period));

it.each(['', 'ayer', '13/2011', '2011-T5', 'junio', '2011-01..', '2011-02-30'])(
  'does not take %j',
  (typed) => {
    expect(readPeriod(typed)).toBeUndefined();
  },
);
