/** What a desk with a single queue does: Erlang C (M/M/c), where whoever waits keeps waiting. */
export interface ErlangC {
  /** Share of the people's time that is taken: load / servers. At 1 or above the queue only grows. */
  readonly occupancy: number;
  /** Probability of having to wait; 1 where the load is more than the people can take. */
  readonly waiting: number;
  /** Mean wait of everybody, also those who did not wait, in the unit of `handling`; null where the queue only grows. */
  readonly average_wait: number | null;
  /** Share attended within `within`; 0 where the queue only grows. */
  readonly service_level: number;
}

/**
 * Probability that somebody who comes has to wait, for a whole number of servers and a load in
 * erlangs (arrivals × handling time). By the recursion of Erlang B on its inverse, which neither
 * overflows nor cancels: 1/B(k) = 1 + (k/a)·1/B(k−1); C = B / (1 − ρ(1 − B)). No load: 0; a load the
 * servers cannot take: 1. A number of servers that is not whole and positive is a bug: plain Error.
 *
 * @example waitingProbability(2, 1) // 1/3
 */
export function waitingProbability(servers: number, load: number): number {
  if (!Number.isInteger(servers) || servers < 1) throw new Error(`waitingProbability: ${servers} servers`);
  if (!(load >= 0)) throw new Error(`waitingProbability: load ${load}`);
  if (load === 0) return 0;
  if (load >= servers) return 1;
  let inverse = 1;
  for (let k = 1; k <= servers; k++) inverse = 1 + (k / load) * inverse;
  const blocked = 1 / inverse;
  return blocked / (1 - (load / servers) * (1 - blocked));
}

/**
 * Erlang C whole: ASA = C·AHT / (c − a); service level = 1 − C·e^(−(c − a)·t/AHT). `handling` and
 * `within` in the same unit of time, `load` in erlangs.
 *
 * @example erlangC({ servers: 14, load: 10, handling: 300, within: 20 }) // waits 13.06 s, 86.66 % within 20 s
 */
export function erlangC(given: {
  readonly servers: number;
  readonly load: number;
  readonly handling: number;
  readonly within: number;
}): ErlangC {
  const { servers, load, handling, within } = given;
  const waiting = waitingProbability(servers, load);
  const spare = servers - load;
  const occupancy = load / servers;
  if (spare <= 0) return { occupancy, waiting, average_wait: null, service_level: 0 };
  return {
    occupancy,
    waiting,
    average_wait: (waiting * handling) / spare,
    service_level: handling === 0 ? 1 : 1 - waiting * Math.exp((-spare * within) / handling),
  };
}

/**
 * The fewest servers with which at least `share` (below 1) are attended within `within`; null where
 * `most` do not suffice.
 *
 * @example findServers({ load: 10, handling: 300, within: 20, share: 0.8, most: 100 }) // 14
 */
export function findServers(given: {
  readonly load: number;
  readonly handling: number;
  readonly within: number;
  readonly share: number;
  readonly most: number;
}): number | null {
  const { load, handling, within, share, most } = given;
  for (let servers = Math.max(1, Math.floor(load) + 1); servers <= most; servers++)
    if (erlangC({ servers, load, handling, within }).service_level >= share) return servers;
  return null;
}
