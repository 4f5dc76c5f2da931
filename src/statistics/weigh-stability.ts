import { chooseCritical, type CriticalRule, pickCritical, type ServiceVolume } from './choose-critical.ts';

/** The services of one month. */
export interface MonthVolumes {
  readonly month: string;
  readonly services: readonly ServiceVolume[];
}

/** What a choice would have been with other months. */
export interface Stability {
  /** Each month alone: the set it would choose, and what enters and leaves against the choice. */
  readonly months: readonly {
    readonly month: string;
    readonly set: readonly string[];
    readonly enters: readonly string[];
    readonly leaves: readonly string[];
  }[];
  /**
   * The same months drawn with replacement, as many as there are: in which share of the draws the set is
   * the same, and in which each service belongs to it. `exact` where every draw there is was looked at;
   * otherwise `draws` of them, from `seed`. Null with fewer than three months.
   */
  readonly resampled: {
    readonly exact: boolean;
    readonly draws: number;
    readonly seed: number | null;
    readonly same_share: number;
    readonly in_share: ReadonlyMap<string, number>;
  } | null;
}

/** Up to so many months every draw is looked at: 1,716 ways to draw seven months out of seven. */
const MOST_EXACT = 7;
const LEAST = 3;
const DRAWS = 1_000;
const SEED = 20_110_531;

/** A small generator of 32 bits (mulberry32): the same seed, the same draws. */
function toRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Calls with how often each of `n` months is drawn in `n` draws, and in how many orders that happens. */
function forEachDraw(n: number, visit: (times: readonly number[], ways: number) => void): void {
  const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));
  const times = Array.from({ length: n }, () => 0);
  const place = (month: number, left: number, ways: number): void => {
    if (month === n - 1) {
      times[month] = left;
      visit(times, ways / factorial(left));
      return;
    }
    for (let k = 0; k <= left; k++) {
      times[month] = k;
      place(month + 1, left - k, ways / factorial(k));
    }
  };
  place(0, n, factorial(n));
}

/**
 * How firm a choice of critical services is: what each month alone would choose, and what the months drawn
 * with replacement would. Deterministic: every draw is looked at up to seven months, beyond them
 * a thousand from a fixed seed.
 */
export function weighStability(
  months: readonly MonthVolumes[],
  rule: CriticalRule,
  chosen: readonly string[],
): Stability {
  const base = new Set(chosen);
  const alone = months.map(({ month, services }) => {
    const { set } = chooseCritical(services, rule);
    return {
      month,
      set,
      enters: set.filter((id) => !base.has(id)),
      leaves: chosen.filter((id) => !set.includes(id)),
    };
  });
  if (months.length < LEAST) return { months: alone, resampled: null };
  const n = months.length;
  const table = toTable(months);
  let draws = 0;
  let same = 0;
  const inside = new Map<string, number>();
  const look = (times: readonly number[], ways: number): void => {
    const services = sumMonths(table, times);
    const total = services.reduce((sum, { volume }) => sum + volume, 0);
    const picked = pickCritical(services, rule, total);
    draws += ways;
    if (picked.length === base.size && picked.every(({ id }) => base.has(id))) same += ways;
    for (const { id } of picked) inside.set(id, (inside.get(id) ?? 0) + ways);
  };
  const exact = n <= MOST_EXACT;
  if (exact) forEachDraw(n, look);
  else {
    const random = toRandom(SEED);
    for (let draw = 0; draw < DRAWS; draw++) {
      const times = Array.from({ length: n }, () => 0);
      for (let k = 0; k < n; k++) times[Math.floor(random() * n)]! += 1;
      look(times, 1);
    }
  }
  const in_share = new Map([...inside].map(([id, ways]) => [id, ways / draws]));
  const resampled = { exact, draws, seed: exact ? null : SEED, same_share: same / draws, in_share };
  return { months: alone, resampled };
}

interface Line {
  readonly id: string;
  readonly mixed: boolean;
  readonly volumes: readonly number[];
  /** Null where no month says which service complaints are about. */
  readonly complaints: readonly number[] | null;
}

/** Services by month: a service absent from a month was not asked for in it. */
function toTable(months: readonly MonthVolumes[]): readonly Line[] {
  const ids = [...new Set(months.flatMap(({ services }) => services.map(({ id }) => id)))];
  return ids.map((id) => {
    const found = months.map(({ services }) => services.find((service) => service.id === id));
    const known = found.some((service) => service !== undefined && service.complaints !== null);
    return {
      id,
      mixed: found.some((service) => service?.mixed === true),
      volumes: found.map((service) => service?.volume ?? 0),
      complaints: known ? found.map((service) => service?.complaints ?? 0) : null,
    };
  });
}

function sumMonths(table: readonly Line[], times: readonly number[]): ServiceVolume[] {
  return table.map(({ id, mixed, volumes, complaints }) => {
    let volume = 0;
    let told = 0;
    for (let month = 0; month < times.length; month++) {
      volume += volumes[month]! * times[month]!;
      if (complaints) told += complaints[month]! * times[month]!;
    }
    return { id, mixed, volume, complaints: complaints ? told : null };
  });
}
