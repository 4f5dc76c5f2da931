/** An exact fraction; the denominator is positive. Not reduced: comparisons multiply across. */
export interface Exact {
  readonly num: bigint;
  readonly den: bigint;
}

export const exact = (num: bigint, den = 1n): Exact => ({ num, den });
export const plus = (a: Exact, b: Exact): Exact =>
  reduce({ num: a.num * b.den + b.num * a.den, den: a.den * b.den });
export const minus = (a: Exact, b: Exact): Exact => plus(a, { num: -b.num, den: b.den });
export const times = (a: Exact, b: Exact): Exact => reduce({ num: a.num * b.num, den: a.den * b.den });

/** Null when the divisor is zero or less: there is nothing to compare with. */
export function over(a: Exact, b: Exact): Exact | null {
  return b.num <= 0n ? null : reduce({ num: a.num * b.den, den: a.den * b.num });
}

/** Below zero, zero or above it, as `a` is below, at or above `b`. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function reduce(value: Exact): Exact {
  let a = value.num < 0n ? -value.num : value.num;
  let b = value.den;
  while (b !== 0n) [a, b] = [b, a % b];
  return a <= 1n
    ? value.num === 0n
      ? { num: 0n, den: 1n }
      : value
    : { num: value.num / a, den: value.den / a };
}

/** A plain decimal, exactly. @example readExact('6497.7') // 64977/10 */
export function readExact(text: string): Exact {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) throw new Error(`not a decimal: ${text}`);
  const [, sign, whole, fraction = ''] = match;
  const digits = BigInt(`${whole}${fraction}`);
  return reduce({ num: sign === '-' ? -digits : digits, den: 10n ** BigInt(fraction.length) });
}

/**
 * The double nearest to the fraction: 70 or more bits of the quotient and one that says whether
 * anything was left, rounded once by `Number`, then moved by a power of two, which is exact.
 */
export function toDouble(value: Exact): number {
  const negative = value.num < 0n;
  const num = negative ? -value.num : value.num;
  if (num === 0n) return 0;
  const bits = (n: bigint): number => n.toString(2).length;
  const shift = Math.max(0, 70 + bits(value.den) - bits(num));
  const scaled = num << BigInt(shift);
  const quotient = (scaled / value.den) * 2n + (scaled % value.den === 0n ? 0n : 1n);
  const double = Number(quotient) / 2 ** (shift + 1);
  return negative ? -double : double;
}
