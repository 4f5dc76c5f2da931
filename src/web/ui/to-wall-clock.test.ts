import { expect, it } from 'vitest';
import { keepZone, toWallClock } from './to-wall-clock.ts';

it('shows an instant on the clock of the institution', () => {
  keepZone('America/Guayaquil');
  expect(toWallClock('2026-11-22T19:14:00Z')).toBe('2026-11-22T14:14');
  expect(toWallClock('2026-11-23T04:59:00Z')).toBe('2026-11-22T23:59');
  keepZone('Pacific/Galapagos');
  expect(toWallClock('2026-11-23T05:00:00Z')).toBe('2026-11-22T23:00');
});
