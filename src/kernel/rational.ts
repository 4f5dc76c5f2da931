/**
 * An exact fraction of integers, always in lowest terms with a positive denominator. Figures
 * and standards are compared as these, never as rounded decimals.
 */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Makes `num / den`; refuses a zero denominator with a plain Error (a bug, not a user's mistake). */
export function rational(num: bigint, den: bigint = 1n): Rational {
  if (den === 0n) throw new Error('rational: zero denominator');
  const sign = den < 0n ? -1n : 1n;
  const divisor = gcd(num, den) || 1n;
  return { num: (sign * num) / divisor, den: (sign * den) / divisor };
}

export const ZERO: Rational = rational(0n);
export const ONE: Rational = rational(1n);

export function add(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den + b.num * a.den, a.den * b.den);
}
export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den - b.num * a.den, a.den * b.den);
}
export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.num * b.num, a.den * b.den);
}
/** Null when the divisor is zero: a figure without a denominator is no figure. */
export function divide(a: Rational, b: Rational): Rational | null {
  return b.num === 0n ? null : rational(a.num * b.den, a.den * b.num);
}
/** Negative, zero or positive as `a` is below, at or above `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * The nearest double, right to the last bit for any size of numerator and denominator.
 *
 * @example toNumber(rational(11n, 10n)) // 1.1
 */
export function toNumber(value: Rational): number {
  const limit = 1n << 53n;
  const abs = value.num < 0n ? -value.num : value.num;
  if (abs <= limit && value.den <= limit) return Number(value.num) / Number(value.den);
  // 40 significant decimal digits of the quotient, then the correctly rounded parse of that text.
  const integerDigits = (abs / value.den).toString().length;
  const shift = Math.max(0, 40 - integerDigits + value.den.toString().length);
  const scaled = (abs * 10n ** BigInt(shift)) / value.den;
  return Number(`${value.num < 0n ? '-' : ''}${scaled}e-${shift}`);
}

/**
 * Reads a plain decimal exactly; undefined when the text is not one.
 *
 * @example parseDecimal('0.025') // { num: 1n, den: 40n }
 */
export function parseDecimal(text: string): Rational | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = BigInt(whole + fraction);
  return rational(sign === '-' ? -digits : digits, 10n ** BigInt(fraction.length));
}
