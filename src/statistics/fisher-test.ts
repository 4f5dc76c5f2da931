/** Probabilities that ought to be equal differ by less than this share (as R's own tests take it). */
const EQUAL = 1 + 1e-7;

/**
 * Probability of what is at most as likely as what was seen: the two-sided p of an exact test. `ratio(k)` is
 * P(k + 1) / P(k) from `first` to `last`; nothing needs to be normalised.
 */
export function sumUnlikely(seen: number, first: number, last: number, ratio: (k: number) => number): number {
  // In logarithms, for far tails do not fit into a double.
  const logs = [0];
  for (let k = first; k < last; k++) logs.push(logs.at(-1)! + Math.log(ratio(k)));
  const most = logs.reduce((high, each) => Math.max(high, each), Number.NEGATIVE_INFINITY);
  const weights = logs.map((each) => Math.exp(each - most));
  const bar = weights[seen - first]! * EQUAL;
  let [all, unlikely] = [0, 0];
  for (const weight of weights) {
    all += weight;
    if (weight <= bar) unlikely += weight;
  }
  return Math.min(1, unlikely / all);
}

/**
 * Fisher's exact test, two-sided: how likely a division at least this uneven is where two groups have the same
 * share. The counts are whole.
 *
 * @example fisherTest({ part: 3, whole: 4 }, { part: 1, whole: 4 }) // 0.4857…
 */
export function fisherTest(
  a: { readonly part: number; readonly whole: number },
  b: { readonly part: number; readonly whole: number },
): number {
  const part = a.part + b.part;
  const first = Math.max(0, part - b.whole);
  const last = Math.min(part, a.whole);
  return sumUnlikely(
    a.part,
    first,
    last,
    (k) => ((a.whole - k) * (part - k)) / ((k + 1) * (b.whole - part + k + 1)),
  );
}
