/** Standard normal quantile of 0.975: what 95 % of a normal lies within. */
const Z95 = 1.959963984540054;

/**
 * Wilson's interval for a share: what the true share may be, given `part` of `whole` (E. B. Wilson,
 * 1927). It stays within 0 and 1 and holds for few facts. Null without facts: no share, no interval.
 * A part below 0 or above the whole is a bug: plain Error.
 *
 * @example wilson(8, 10) // { low: 0.4901…, high: 0.9433… }
 */
export function wilson(
  part: number,
  whole: number,
  z: number = Z95,
): { readonly low: number; readonly high: number } | null {
  if (whole === 0) return null;
  if (!(part >= 0 && part <= whole)) throw new Error(`wilson: ${part} of ${whole}`);
  const share = part / whole;
  const spread = (z * z) / whole;
  const middle = share + spread / 2;
  const reach = z * Math.sqrt((share * (1 - share)) / whole + spread / (4 * whole));
  // At the ends the terms cancel only on paper.
  return {
    low: part === 0 ? 0 : (middle - reach) / (1 + spread),
    high: part === whole ? 1 : (middle + reach) / (1 + spread),
  };
}
