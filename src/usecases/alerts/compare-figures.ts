import {
  compare,
  type Direction,
  divide,
  multiply,
  parseDecimal,
  type Rational,
  rational,
  subtract,
} from '../../kernel/index.ts';

/** Figures are compared to the twelfth decimal: beyond it is the machine's own error. */
const DECIMALS = 12;
const HUNDRED = rational(100n);

const toExact = (value: number): Rational => parseDecimal(value.toFixed(DECIMALS)) ?? rational(0n);

/** How a figure changed, where it went farther than asked. */
export interface FoundChange {
  /** Change over the figure before, without sign. */
  readonly share: Rational;
  readonly rose: boolean;
  /** False where neither way is better. */
  readonly worse: boolean;
}

/**
 * The change of a figure that is worse than another by more than `percent`; of one without a better way, that
 * changed by more. Null where it did not, or where the one before is zero.
 */
export function findChange(
  now: number,
  before: number,
  percent: number,
  direction: Direction | null,
): FoundChange | null {
  const [value, base] = [toExact(now), toExact(before)];
  const size = base.num < 0n ? rational(-base.num, base.den) : base;
  const difference = subtract(value, base);
  const rose = difference.num > 0n;
  const apart = rose ? difference : rational(-difference.num, difference.den);
  const worse = direction === 'at-most' || direction === 'at-least';
  if (difference.num === 0n || (worse && rose !== (direction === 'at-most'))) return null;
  const share = divide(apart, size);
  if (share === null || compare(multiply(share, HUNDRED), toExact(percent)) <= 0) return null;
  return { share, rose, worse };
}

/** How many times their mean a figure is, and the mean; null where it is not more than `times`. */
export function findTimesMean(
  now: number,
  before: readonly number[],
  times: number,
): { readonly times: Rational; readonly mean: Rational } | null {
  const sum = before
    .map(toExact)
    .reduce((a, b) => rational(a.num * b.den + b.num * a.den, a.den * b.den), rational(0n));
  const mean = divide(sum, rational(BigInt(before.length)));
  if (mean === null || mean.num <= 0n) return null;
  const found = divide(toExact(now), mean);
  return found !== null && compare(found, toExact(times)) > 0 ? { times: found, mean } : null;
}
