import type { EventLog } from './event-log.ts';
import { isComplete } from './lifecycle.ts';
import type { MappedActivity } from './map-activities.ts';
import type { ProcedureGraph } from './procedure-graph.ts';

/** The events of a log that are steps of a procedure, case by case. */
export interface MappedLog {
  readonly offsets: Int32Array;
  /** Positions in the steps of the graph. */
  readonly step_of: Int32Array;
  /** Their positions in the log. */
  readonly event_of: Int32Array;
  /** Events before which the case was taken up again, by their position here. */
  readonly resumed: ReadonlySet<number>;
  /** By case, the activities that are no step, each once; absent of most. */
  readonly unknown: readonly (readonly string[] | undefined)[];
}

/** Activities of which some event says that it was completed: of those, the other events say that it began or waits. */
function findCompleted(log: EventLog): Uint8Array {
  const completed = new Uint8Array(log.activities.length);
  const complete = log.lifecycles.map(isComplete);
  for (let event = 0; event < log.activity_of.length; event++) {
    const state = log.lifecycle_of[event]!;
    if (state >= 0 && complete[state]) completed[log.activity_of[event]!] = 1;
  }
  return completed;
}

/**
 * Keeps the events that are steps. Where an activity is registered when it begins and when it
 * ends, its end alone counts: it is one step, not two.
 */
export function keepMapped(
  log: EventLog,
  activities: readonly MappedActivity[],
  graph: ProcedureGraph,
): MappedLog {
  const completed = findCompleted(log);
  const complete = log.lifecycles.map(isComplete);
  const numbers = new Map(graph.steps.map((id, index) => [id, index]));
  const stepOf = activities.map(({ step }) => (step === null ? -1 : (numbers.get(step) ?? -1)));
  const offsets = new Int32Array(log.offsets.length);
  const steps: number[] = [];
  const events: number[] = [];
  const resumed = new Set<number>();
  const unknown: (Set<string> | undefined)[] = log.cases.map(() => undefined);
  for (let of = 0; of + 1 < log.offsets.length; of++) {
    let again = false;
    for (let event = log.offsets[of]!; event < log.offsets[of + 1]!; event++) {
      const activity = log.activity_of[event]!;
      const state = log.lifecycle_of[event]!;
      if (completed[activity] && (state < 0 || !complete[state])) continue;
      const step = stepOf[activity]!;
      if (activities[activity]!.resumes) again = true;
      if (step >= 0) {
        if (again) resumed.add(steps.length);
        again = false;
        steps.push(step);
        events.push(event);
      } else if (!activities[activity]!.aside)
        unknown[of] = (unknown[of] ?? new Set()).add(log.activities[activity]!);
    }
    offsets[of + 1] = steps.length;
  }
  return {
    offsets,
    step_of: Int32Array.from(steps),
    event_of: Int32Array.from(events),
    resumed,
    unknown: unknown.map((names) => names && [...names]),
  };
}
