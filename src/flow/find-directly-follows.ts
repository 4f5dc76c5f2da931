import type { EventLog } from './event-log.ts';
import { summariseTimes, type Times } from './summarise-times.ts';

/** That one activity came right after another in a case, and how long after. */
export interface Follows extends Times {
  /** Positions in `activities`. */
  readonly from: number;
  readonly to: number;
}

/** The directly-follows graph of a log. */
export interface DirectlyFollows {
  /** Most frequent first; then by the names. */
  readonly edges: readonly Follows[];
  /** Events of each activity. */
  readonly events: Int32Array;
  /** Cases that begin, and that end, with each activity. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Above this many pairs of activities they are counted in a table that grows. */
const DENSE_PAIRS = 1 << 22;

function grow(counts: Int32Array, at: number): void {
  counts[at] = counts[at]! + 1;
}

/** The events that follow another of their case, numbered by their pair of activities; `-1` for the first of a case. */
interface Paired {
  readonly pairOf: Int32Array;
  /** Events of each pair. */
  readonly counts: Int32Array;
  /** Of each number `from * activities + to`; null where the number is that itself. */
  readonly pairs: readonly number[] | null;
}

function countPairs({ offsets, activity_of, activities }: EventLog): Paired {
  const size = activities.length;
  if (size * size > DENSE_PAIRS) return countSparsePairs({ offsets, activity_of, activities });
  const pairOf = new Int32Array(activity_of.length);
  const counts = new Int32Array(size * size);
  for (let of = 0; of + 1 < offsets.length; of++) {
    const begin = offsets[of]!;
    const end = offsets[of + 1]!;
    if (begin === end) continue;
    pairOf[begin] = -1;
    let before = activity_of[begin]!;
    for (let event = begin + 1; event < end; event++) {
      const activity = activity_of[event]!;
      const pair = before * size + activity;
      pairOf[event] = pair;
      counts[pair] = counts[pair]! + 1;
      before = activity;
    }
  }
  return { pairOf, counts, pairs: null };
}

/** The same where there are so many activities that most pairs never happen: pairs are numbered as they appear. */
function countSparsePairs({
  offsets,
  activity_of,
  activities,
}: Pick<EventLog, 'offsets' | 'activity_of' | 'activities'>): Paired {
  const known = new Map<number, number>();
  const pairOf = new Int32Array(activity_of.length);
  for (let of = 0; of + 1 < offsets.length; of++) {
    if (offsets[of]! < offsets[of + 1]!) pairOf[offsets[of]!] = -1;
    for (let event = offsets[of]! + 1; event < offsets[of + 1]!; event++) {
      const pair = activity_of[event - 1]! * activities.length + activity_of[event]!;
      const number = known.get(pair) ?? known.size;
      known.set(pair, number);
      pairOf[event] = number;
    }
  }
  const counts = new Int32Array(known.size);
  for (const pair of pairOf) if (pair >= 0) grow(counts, pair);
  return { pairOf, counts, pairs: [...known.keys()] };
}

/** The times between the events of each pair, pair after pair. */
function gatherTimes({ time_us }: EventLog, pairOf: Int32Array, begins: Float64Array): Float64Array {
  const times = new Float64Array(time_us.length);
  const at = begins.slice();
  for (let event = 1; event < pairOf.length; event++) {
    const pair = pairOf[event]!;
    if (pair < 0) continue;
    times[at[pair]!] = time_us[event]! - time_us[event - 1]!;
    at[pair] = at[pair]! + 1;
  }
  return times;
}

/** Which activity comes right after which, how many times and how long after, over all the events of a log. */
export function findDirectlyFollows(log: EventLog): DirectlyFollows {
  const { activities, activity_of, offsets } = log;
  const size = activities.length;
  const { counts, pairOf, pairs } = countPairs(log);
  const begins = new Float64Array(counts.length);
  for (let pair = 1; pair < counts.length; pair++) begins[pair] = begins[pair - 1]! + counts[pair - 1]!;
  const times = gatherTimes(log, pairOf, begins);
  const edges: Follows[] = [];
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index]!;
    const summary = summariseTimes(times.subarray(begins[index], begins[index]! + count));
    if (!summary) continue;
    const pair = pairs?.[index] ?? index;
    edges.push({ from: Math.floor(pair / size), to: pair % size, ...summary });
  }
  const events = new Int32Array(size);
  for (let event = 0; event < activity_of.length; event++) grow(events, activity_of[event]!);
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  for (let of = 0; of + 1 < offsets.length; of++) {
    if (offsets[of + 1]! <= offsets[of]!) continue;
    grow(starts, activity_of[offsets[of]!]!);
    grow(ends, activity_of[offsets[of + 1]! - 1]!);
  }
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  edges.sort(
    (a, b) =>
      b.n - a.n ||
      compare(activities[a.from]!, activities[b.from]!) ||
      compare(activities[a.to]!, activities[b.to]!),
  );
  return { edges, events, starts, ends };
}
