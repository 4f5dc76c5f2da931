import type { EventTable } from '../../kernel/index.ts';
import { type TextTable, toTextTable } from './text-table.ts';

/** Events as they are read, one after another, in columns that grow. */
export interface EventColumns {
  readonly activities: TextTable;
  readonly resources: TextTable;
  readonly lifecycles: TextTable;
  readonly size: () => number;
  readonly add: (of: number, activity: number, time_us: number, resource: number, lifecycle: number) => void;
  /** The table, with the texts of the cases and, where cases were numbered apart, which is which. */
  readonly toTable: (cases: readonly string[], caseOf?: Int32Array) => EventTable;
}

const FIRST_SIZE = 1 << 16;

export function toEventColumns(decode: (bytes: Uint8Array) => string): EventColumns {
  const activities = toTextTable(decode);
  const resources = toTextTable(decode);
  const lifecycles = toTextTable(decode);
  let size = 0;
  let cases = new Int32Array(FIRST_SIZE);
  let acts = new Int32Array(FIRST_SIZE);
  let times = new Float64Array(FIRST_SIZE);
  let who = new Int32Array(FIRST_SIZE);
  let states = new Int32Array(FIRST_SIZE);

  const wider = <T extends Int32Array | Float64Array>(old: T, made: T): T => {
    made.set(old);
    return made;
  };
  const grow = (): void => {
    const room = size * 2;
    cases = wider(cases, new Int32Array(room));
    acts = wider(acts, new Int32Array(room));
    times = wider(times, new Float64Array(room));
    who = wider(who, new Int32Array(room));
    states = wider(states, new Int32Array(room));
  };
  return {
    activities,
    resources,
    lifecycles,
    size: () => size,
    add: (of, activity, time_us, resource, lifecycle) => {
      if (size === cases.length) grow();
      cases[size] = of;
      acts[size] = activity;
      times[size] = time_us;
      who[size] = resource;
      states[size] = lifecycle;
      size += 1;
    },
    toTable: (names, caseOf) => {
      const case_of = cases.slice(0, size);
      if (caseOf) for (let at = 0; at < size; at++) case_of[at] = caseOf[case_of[at]!]!;
      return {
        cases: names,
        activities: activities.texts,
        resources: resources.texts,
        lifecycles: lifecycles.texts,
        case_of,
        activity_of: acts.slice(0, size),
        resource_of: who.slice(0, size),
        lifecycle_of: states.slice(0, size),
        time_us: times.slice(0, size),
      };
    },
  };
}
