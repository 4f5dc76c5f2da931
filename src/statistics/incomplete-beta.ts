import { logBeta } from './log-gamma.ts';

const TINY = 1e-300;
const ENOUGH = 1e-16;
const MOST_STEPS = 200_000;

/**
 * Regularised incomplete beta I_x(a, b): the probability that a beta variable is at most x; what Student's
 * and the binomial distribution are made of. By its continued fraction (Lentz's method). `rest` is 1 − x, to be
 * given where x is so near 1 that the subtraction would lose it. Small results keep their relative precision.
 *
 * @example incompleteBeta(0.5, 2, 2) // 0.5
 */
export function incompleteBeta(x: number, a: number, b: number, rest: number = 1 - x): number {
  if (!(x >= 0 && rest >= 0 && a > 0 && b > 0)) throw new Error(`incompleteBeta: ${x}, ${a}, ${b}`);
  if (x === 0) return 0;
  if (rest === 0) return 1;
  // The fraction converges fast below the mean, and the function is symmetric.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(rest, b, a, x);
  const logX = x < 0.5 ? Math.log(x) : Math.log1p(-rest);
  const logRest = rest < 0.5 ? Math.log(rest) : Math.log1p(-x);
  return (Math.exp(a * logX + b * logRest - logBeta(a, b)) / a) * toFraction(x, a, b);
}

function toFraction(x: number, a: number, b: number): number {
  const guard = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guard(1 + even * d);
    c = guard(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guard(1 + odd * d);
    c = guard(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) <= ENOUGH) break;
  }
  return fraction;
}
