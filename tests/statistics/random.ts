export interface Random {
  /** Strictly between 0 and 1. */
  readonly uniform: () => number;
  readonly normal: () => number;
  /** How many of `n` with this chance each. */
  readonly binomial: (n: number, chance: number) => number;
}

/** Draws that are the same each time: xorshift of 32 bits, four words. */
export function toRandom(seed: number): Random {
  let [a, b, c, d] = [seed | 0, 0x9e3779b9, 0x243f6a88, 0xb7e15162];
  const next = () => {
    const t = a ^ (a << 11);
    [a, b, c] = [b, c, d];
    d = d ^ (d >>> 19) ^ t ^ (t >>> 8);
    return d >>> 0;
  };
  for (let k = 0; k < 20; k++) next();
  const uniform = () => (next() + 0.5) / 4_294_967_296;
  let spare: number | null = null;
  const normal = () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    const [radius, angle] = [Math.sqrt(-2 * Math.log(uniform())), 2 * Math.PI * uniform()];
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  const tables = new Map<number, readonly number[]>();
  const binomial = (n: number, chance: number) => {
    const key = n + chance;
    let table = tables.get(key);
    if (!table) tables.set(key, (table = toTable(n, chance)));
    const at = uniform();
    let [low, high] = [0, n];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (table[middle]! >= at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return { uniform, normal, binomial };
}

/** Probabilities of at most k, in logarithms first: of many, those of few do not fit into a double. */
function toTable(n: number, chance: number): readonly number[] {
  let log = n * Math.log1p(-chance);
  let sum = 0;
  return Array.from({ length: n + 1 }, (_, k) => {
    if (k > 0) log += Math.log(((n - k + 1) / k) * (chance / (1 - chance)));
    sum += Math.exp(log);
    return sum;
  });
}
