const SQRT_TWO_PI = 2.5066282746310002;

/**
 * Probability that a standard normal variable is above x, to 1e-13 of itself also far out: a series near the
 * middle, the continued fraction of Mills' ratio beyond.
 *
 * @example normalTail(3) // 0.0013498980316300933
 */
export function normalTail(x: number): number {
  if (x < 0) return 1 - normalTail(-x);
  const density = Math.exp((-x * x) / 2) / SQRT_TWO_PI;
  if (x > 3) {
    let fraction = x;
    for (let k = 120; k > 0; k--) fraction = x + k / fraction;
    return density / fraction;
  }
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-17 * sum; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 - density * sum;
}

/**
 * The value below which a standard normal variable lies with this probability: a rational guess
 * (C. Hastings), made exact by Halley's steps. 0 and 1 give the infinities; other than 0 to 1 is a bug: plain Error.
 *
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new Error(`normalQuantile: ${probability}`);
  if (probability > 0.5) return -toLower(1 - probability);
  return toLower(probability);
}

function toLower(probability: number): number {
  if (probability === 0) return Number.NEGATIVE_INFINITY;
  if (probability === 0.5) return 0;
  const t = Math.sqrt(-2 * Math.log(probability));
  let x =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) /
      (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
  for (let step = 0; step < 4; step++) {
    const off = ((normalTail(x) - probability) * SQRT_TWO_PI) / Math.exp((-x * x) / 2);
    x += off / (1 - (x * off) / 2);
  }
  return -x;
}
