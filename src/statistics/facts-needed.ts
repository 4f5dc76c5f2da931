import { normalQuantile } from './normal.ts';

/**
 * How many facts each side needs so that a change of a share from one value to another is seen (p below
 * 1 − level, two-sided) with this probability: ((z·√(2p̄q̄) + zβ·√(p₁q₁ + p₂q₂)) / (p₂ − p₁))², as R's
 * power.prop.test. Not rounded. Null where both shares are the same: no number suffices.
 *
 * @example factsNeeded(0.8, 0.85) // 905.37: 906 before and 906 after
 */
export function factsNeeded(
  before: number,
  after: number,
  options: { readonly power?: number; readonly level?: number } = {},
): number | null {
  if (before === after) return null;
  const { power = 0.8, level = 0.95 } = options;
  const middle = (before + after) / 2;
  const alike = normalQuantile((1 + level) / 2) * Math.sqrt(2 * middle * (1 - middle));
  const apart = normalQuantile(power) * Math.sqrt(before * (1 - before) + after * (1 - after));
  return ((alike + apart) / (after - before)) ** 2;
}
