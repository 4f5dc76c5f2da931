import type { EventLog } from './event-log.ts';
import { summariseTimes, type Times } from './summarise-times.ts';

/** Work that went from one person to another: the event of one right after that of the other. */
export interface Handover extends Times {
  /** Positions in `resources`. */
  readonly from: number;
  readonly to: number;
}

/** Work handed over between different people, most frequent first; events without a person hand nothing. */
export function findHandovers(log: EventLog): readonly Handover[] {
  const { offsets, resource_of, resources, time_us } = log;
  const times = new Map<number, number[]>();
  for (let of = 0; of + 1 < offsets.length; of++) {
    for (let event = offsets[of]! + 1; event < offsets[of + 1]!; event++) {
      const from = resource_of[event - 1]!;
      const to = resource_of[event]!;
      if (from < 0 || to < 0 || from === to) continue;
      const pair = from * resources.length + to;
      const known = times.get(pair);
      const time = time_us[event]! - time_us[event - 1]!;
      if (known) known.push(time);
      else times.set(pair, [time]);
    }
  }
  const handovers = [...times].map(([pair, taken]) => ({
    from: Math.floor(pair / resources.length),
    to: pair % resources.length,
    ...summariseTimes(Float64Array.from(taken))!,
  }));
  const compare = (a: number, b: number) => (resources[a]! < resources[b]! ? -1 : a === b ? 0 : 1);
  return handovers.sort((a, b) => b.n - a.n || compare(a.from, b.from) || compare(a.to, b.to));
}
