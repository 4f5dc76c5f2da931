import { compare, type Direction, type Rational, type Verdict } from '../kernel/index.ts';

/** What a result is held against. */
export interface Bounds {
  readonly direction: Direction;
  readonly floor: Rational | null;
  readonly ceiling: Rational | null;
}

/**
 * The verdict of a value against its bounds, compared exactly; at the limit is met.
 *
 * `at-least`: below the floor is not met; above a ceiling over a met floor is met with alert.
 * `at-most`: above the ceiling is not met. `between`: outside either is not met. No value, or no
 * bound in the direction that counts, is no data.
 *
 * @example judge(rational(11n, 10n), { direction: 'at-most', floor: null, ceiling: rational(1n) }) // 'not-met'
 */
export function judge(value: Rational | null, bounds: Bounds | null): Verdict {
  if (value === null || bounds === null) return 'no-data';
  const { direction, floor, ceiling } = bounds;
  const below = floor !== null && compare(value, floor) < 0;
  const above = ceiling !== null && compare(value, ceiling) > 0;
  if (direction === 'at-least') {
    if (floor === null) return 'no-data';
    return below ? 'not-met' : above ? 'met-with-alert' : 'met';
  }
  if (ceiling === null || (direction === 'between' && floor === null)) return 'no-data';
  return above || (direction === 'between' && below) ? 'not-met' : 'met';
}
