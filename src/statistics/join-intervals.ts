import { normalTail } from './normal.ts';

/** An estimate with what it may truly be, and how it weighs in the sum: 1 or −1. */
export interface SignedEstimate {
  readonly sign: 1 | -1;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The interval of a sum and difference of independent estimates, from the interval of each (method of
 * variance estimates recovery: R. Newcombe 1998 for two shares; G. Zou and A. Donner 2008 for any). Its lower
 * end lies √Σ(what each may pull it down)² below.
 *
 * @example
 * joinIntervals([{ sign: 1, value: 5, low: 2, high: 6 }, { sign: -1, value: 3, low: 2, high: 7 }])
 * // { value: 2, low: -3, high: 3.41… }
 */
export function joinIntervals(estimates: readonly SignedEstimate[]): {
  readonly value: number;
  readonly low: number;
  readonly high: number;
} {
  const value = estimates.reduce((sum, each) => sum + each.sign * each.value, 0);
  let down = 0;
  let up = 0;
  for (const { sign, value: middle, low, high } of estimates) {
    const [below, above] = [(middle - low) ** 2, (high - middle) ** 2];
    down += sign > 0 ? below : above;
    up += sign > 0 ? above : below;
  }
  return { value, low: value - Math.sqrt(down), high: value + Math.sqrt(up) };
}

/**
 * The p (two-sided) that goes with such an interval: that of the widest one that still leaves 0 out. `toInterval`
 * gives it for a normal quantile. 1 where the difference is 0.
 */
export function toMatchingP(
  toInterval: (z: number) => { readonly value: number; readonly low: number; readonly high: number },
): number {
  const leavesOut = (z: number) => {
    const { low, high } = toInterval(z);
    return low > 0 || high < 0;
  };
  let [inside, outside] = [0, 38];
  // So near 0 that even the narrowest interval holds it.
  if (!leavesOut(1e-9)) return 1;
  if (leavesOut(outside)) return 2 * normalTail(outside);
  for (let step = 0; step < 100; step++) {
    const middle = (inside + outside) / 2;
    if (leavesOut(middle)) inside = middle;
    else outside = middle;
  }
  return Math.min(1, 2 * normalTail((inside + outside) / 2));
}
