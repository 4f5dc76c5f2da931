import type { EventLog } from './event-log.ts';
import { isComplete, isStart } from './lifecycle.ts';
import { summariseTimes, type Times } from './summarise-times.ts';

/** How long an activity is waited for and how long it takes, in microseconds. */
export interface Waits {
  /** Position in `activities`. */
  readonly activity: number;
  /** From the event before it in the case; null where it always opens the case. */
  readonly since: Times | null;
  /** From the event before it to its start, and from its start to its end; null where the log does not register both. */
  readonly waiting: Times | null;
  readonly handling: Times | null;
}

interface Gathered {
  readonly since: number[];
  readonly waiting: number[];
  readonly handling: number[];
}

/** Starts of a case that have not ended, by activity, the oldest first. */
type Begun = Map<number, { readonly start: number; readonly wait: number | null }[]>;

/**
 * Waiting and handling of each activity. A start goes with the next end of the same activity in
 * the same case, the oldest first; what never ended, or ended without having begun, is not measured.
 */
export function findWaits(log: EventLog): readonly Waits[] {
  const { offsets, activity_of, lifecycle_of, time_us } = log;
  const starts = log.lifecycles.map(isStart);
  const completes = log.lifecycles.map(isComplete);
  const gathered = log.activities.map((): Gathered => ({ since: [], waiting: [], handling: [] }));
  for (let of = 0; of + 1 < offsets.length; of++) {
    const begun: Begun = new Map();
    for (let event = offsets[of]!; event < offsets[of + 1]!; event++) {
      const activity = activity_of[event]!;
      const into = gathered[activity]!;
      const since = event === offsets[of] ? null : time_us[event]! - time_us[event - 1]!;
      if (since !== null) into.since.push(since);
      const state = lifecycle_of[event]!;
      if (state < 0) continue;
      if (starts[state]) {
        const waiting = begun.get(activity);
        const start = { start: time_us[event]!, wait: since };
        if (waiting) waiting.push(start);
        else begun.set(activity, [start]);
      } else if (completes[state]) {
        const start = begun.get(activity)?.shift();
        if (!start) continue;
        into.handling.push(time_us[event]! - start.start);
        if (start.wait !== null) into.waiting.push(start.wait);
      }
    }
  }
  const summarise = (times: readonly number[]) => summariseTimes(Float64Array.from(times));
  return gathered.map(({ since, waiting, handling }, activity) => ({
    activity,
    since: summarise(since),
    waiting: summarise(waiting),
    handling: summarise(handling),
  }));
}
