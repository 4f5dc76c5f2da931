import { expect, it } from 'vitest';
import { printTime } from './index.ts';

it.each([
  [0, '0 s', '0 s'],
  [0.5, '30 s', '30 s'],
  [1, '1 min', '1 min'],
  [12.34, '12,3 min', '12.3 min'],
  [119.9, '119,9 min', '119.9 min'],
  [150, '2,5 h', '2.5 h'],
  [1794, '29,9 h', '29.9 h'],
  [2880, '2 días', '2 days'],
])('%s minutes are %s', (minutes, es, en) => {
  expect([printTime(minutes, 'es'), printTime(minutes, 'en')]).toEqual([es, en]);
});
