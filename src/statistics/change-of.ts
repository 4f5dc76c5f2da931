import { divide, type Rational, subtract, ZERO, compare } from '../kernel/index.ts';

/**
 * By how much of itself a figure changed: (after − before) / before, exact. Null where the baseline is 0, or
 * below it: a share of that says nothing.
 *
 * @example changeOf(rational(72n), rational(12n)) // −5/6, printed −83,3 %
 */
export function changeOf(before: Rational, after: Rational): Rational | null {
  return compare(before, ZERO) <= 0 ? null : divide(subtract(after, before), before);
}
