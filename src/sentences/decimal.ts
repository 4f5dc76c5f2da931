/**
 * A number as it is written in decimals: `digits / 10^scale`. Figures are rounded and subtracted
 * here, on the decimal text, so that what the reader adds up in their head comes out.
 */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/**
 * Reads the shortest decimal text of a number (the one the language prints), so 1.005 is 1.005
 * and not the double just below it. A value that is no finite number is a bug: plain Error.
 *
 * @example toDecimal(1.1e-7) // { digits: 11n, scale: 8 }
 */
export function toDecimal(value: number | bigint | string): Decimal {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(String(value).trim());
  if (!match) throw new Error(`toDecimal: not a finite number: ${String(value)}`);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`);
  const scale = fraction.length - Number(exponent);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

/** The same number with at least `scale` decimals written. */
function widen(value: Decimal, scale: number): bigint {
  return value.digits * 10n ** BigInt(Math.max(0, scale - value.scale));
}

export function multiplyDecimal(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

export function subtractDecimal(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: widen(a, scale) - widen(b, scale), scale };
}

export function absDecimal(value: Decimal): Decimal {
  return value.digits < 0n ? { digits: -value.digits, scale: value.scale } : value;
}

/** Negative, zero or positive as `a` is below, at or above `b`. */
export function compareDecimal(a: Decimal, b: Decimal): number {
  const { digits } = subtractDecimal(a, b);
  return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}

/**
 * Rounds half away from zero to that many decimals.
 *
 * @example roundDecimal(toDecimal(1.005), 2) // { digits: 101n, scale: 2 }
 */
export function roundDecimal(value: Decimal, decimals: number): Decimal {
  if (value.scale <= decimals) return { digits: widen(value, decimals), scale: decimals };
  const divisor = 10n ** BigInt(value.scale - decimals);
  const abs = value.digits < 0n ? -value.digits : value.digits;
  const rounded = (abs + divisor / 2n) / divisor;
  return { digits: value.digits < 0n ? -rounded : rounded, scale: decimals };
}

/** Most decimals shown to tell two figures apart; a smaller difference is told in words. */
const MAX_DECIMALS = 12;

/**
 * Decimals (two or more) with which `value` does not read like a different `other`. Rounding
 * keeps order, so figures printed with these decimals never contradict how the two compare.
 *
 * @example findDecimals(toDecimal(100.004), [toDecimal(100)]) // 3
 */
export function findDecimals(value: Decimal, others: readonly (Decimal | null)[]): number {
  const different = others.filter(
    (other) => other !== null && compareDecimal(value, other) !== 0,
  ) as Decimal[];
  const readsEqual = (decimals: number) =>
    different.some(
      (other) => compareDecimal(roundDecimal(value, decimals), roundDecimal(other, decimals)) === 0,
    );
  for (let decimals = 2; decimals <= MAX_DECIMALS; decimals += 1) if (!readsEqual(decimals)) return decimals;
  return 2;
}
