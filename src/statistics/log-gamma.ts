const HALF_LOG_TWO_PI = 0.9189385332046728;

/** What Stirling's formula lacks of ln Γ(x), for x of 10 and more (to 1e-16). */
export function stirlingRest(x: number): number {
  const y = 1 / (x * x);
  return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - (y * 691) / 360360))))) / x;
}

/**
 * ln Γ(x) for x above 0, to about 1e-15 of its size: Stirling's series, reached by Γ(x + 1) = x·Γ(x) where x is
 * small. Other x is a bug: plain Error.
 *
 * @example logGamma(5) // ln 24 = 3.1780538303479458
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new Error(`logGamma: ${x}`);
  let product = 1;
  let y = x;
  while (y < 10) product *= y++;
  return (y - 0.5) * Math.log(y) - y + HALF_LOG_TWO_PI + stirlingRest(y) - Math.log(product);
}

/**
 * ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), without the loss of subtracting large logarithms (as R's lbeta,
 * after D. Amos).
 *
 * @example logBeta(2, 3) // ln(1/12)
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < 10) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const rest = stirlingRest(large) - stirlingRest(small + large);
  if (small < 10)
    return (
      logGamma(small) +
      rest +
      small -
      small * Math.log(small + large) +
      (large - 0.5) * Math.log1p(-small / (small + large))
    );
  return (
    -0.5 * Math.log(large) +
    HALF_LOG_TWO_PI +
    stirlingRest(small) +
    rest +
    (small - 0.5) * Math.log(small / (small + large)) +
    large * Math.log1p(-small / (small + large))
  );
}
