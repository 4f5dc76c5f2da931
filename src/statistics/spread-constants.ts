import { logGamma } from './log-gamma.ts';
import { normalTail } from './normal.ts';

/**
 * Expected range of n values of a normal process, in standard deviations:
 * d2(n) = ∫ 1 − Φ(x)ⁿ − (1 − Φ(x))ⁿ dx, by the trapezoid rule, exact to 1e-12 (tested for n up to 25).
 * Fewer than two values, or no whole number of them, is a bug: plain Error.
 *
 * @example toD2(2) // 1.1283791670955126 = 2/√π
 */
export function toD2(n: number): number {
  if (!Number.isInteger(n) || n < 2) throw new Error(`toD2: ${n} values`);
  const step = 1 / 32;
  // Even in x: twice the positive half.
  let sum = 0;
  for (let index = 0; index <= 12 / step; index++) {
    const above = normalTail(index * step);
    const term = -Math.expm1(n * Math.log1p(-above)) - above ** n;
    sum += index === 0 ? term / 2 : term;
  }
  return 2 * step * sum;
}

/**
 * What the standard deviation of n values of a normal process is expected to be, in true ones:
 * c4(n) = √(2/(n−1)) · Γ(n/2) / Γ((n−1)/2). Fewer than two values is a bug: plain Error.
 *
 * @example toC4(2) // 0.7978845608028654 = √(2/π)
 */
export function toC4(n: number): number {
  if (!Number.isInteger(n) || n < 2) throw new Error(`toC4: ${n} values`);
  return Math.sqrt(2 / (n - 1)) * Math.exp(logGamma(n / 2) - logGamma((n - 1) / 2));
}
