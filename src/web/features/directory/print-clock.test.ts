import { expect, it } from 'vitest';
import { printClock } from './print-clock.ts';

it.each([
  [540, '9:00'],
  [630, '10:30'],
  [0, '0:00'],
  [1439, '23:59'],
  [1440, '24:00'],
])('%i minutes are %s', (minutes, clock) => expect(printClock(minutes)).toBe(clock));
