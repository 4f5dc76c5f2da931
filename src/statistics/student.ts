import { incompleteBeta } from './incomplete-beta.ts';
import { logBeta } from './log-gamma.ts';
import { normalQuantile } from './normal.ts';

/**
 * Probability that Student's t with so many degrees of freedom (any above 0, not only whole) is above x.
 *
 * @example studentTail(2, 10) // 0.036694017385370196
 */
export function studentTail(x: number, freedom: number): number {
  if (!(freedom > 0)) throw new Error(`studentTail: ${freedom} degrees of freedom`);
  if (x < 0) return 1 - studentTail(-x, freedom);
  const whole = freedom + x * x;
  return incompleteBeta(freedom / whole, freedom / 2, 0.5, (x * x) / whole) / 2;
}

/**
 * The value below which Student's t lies with this probability: a bracket, halved until Newton's steps stay
 * inside it. Other than strictly between 0 and 1 is a bug: plain Error.
 *
 * @example studentQuantile(0.975, 10) // 2.228138851986274
 */
export function studentQuantile(probability: number, freedom: number): number {
  if (!(probability > 0 && probability < 1)) throw new Error(`studentQuantile: ${probability}`);
  if (probability === 0.5) return 0;
  const tail = Math.min(probability, 1 - probability);
  let low = 0;
  let high = Math.max(1, -normalQuantile(tail));
  while (studentTail(high, freedom) > tail) {
    low = high;
    high *= 2;
  }
  const logScale = -Math.log(freedom) / 2 - logBeta(freedom / 2, 0.5);
  let x = (low + high) / 2;
  for (let step = 0; step < 200; step++) {
    const off = studentTail(x, freedom) - tail;
    if (off > 0) low = x;
    else high = x;
    const density = Math.exp(logScale - ((freedom + 1) / 2) * Math.log1p((x * x) / freedom));
    const next = x + off / density;
    const inside = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(inside - x) <= 1e-15 * x) break;
    x = inside;
  }
  return probability > 0.5 ? x : -x;
}
