import type { EventLog } from './event-log.ts';
import { summariseTimes, type Times } from './summarise-times.ts';

/** A way in which cases went: the same activities in the same order. */
export interface Variant extends Times {
  /** Positions in `activities`, one per event. */
  readonly path: readonly number[];
  /** Positions of its cases, in the order of the file. */
  readonly cases: readonly number[];
}

/** Below this many activities each fits in one letter of a text. */
const LETTERS = 0xd800;

function toKey(log: EventLog, from: number, to: number): string {
  const path = log.activity_of.subarray(from, to);
  if (log.activities.length >= LETTERS) return path.join(' ');
  let key = '';
  for (const activity of path) key += String.fromCharCode(activity);
  return key;
}

/** The different ways in which the cases of a log went, the most travelled first, then by their first case. */
export function findVariants(log: EventLog): readonly Variant[] {
  const groups = new Map<string, number[]>();
  for (let of = 0; of + 1 < log.offsets.length; of++) {
    if (log.offsets[of + 1]! <= log.offsets[of]!) continue;
    const key = toKey(log, log.offsets[of]!, log.offsets[of + 1]!);
    const cases = groups.get(key);
    if (cases) cases.push(of);
    else groups.set(key, [of]);
  }
  const variants = [...groups.values()].map((cases) => toVariant(log, cases));
  return variants.sort((a, b) => b.cases.length - a.cases.length || a.cases[0]! - b.cases[0]!);
}

function toVariant(log: EventLog, cases: readonly number[]): Variant {
  const [first = 0] = cases;
  const path = [...log.activity_of.subarray(log.offsets[first], log.offsets[first + 1])];
  const times = summariseTimes(Float64Array.from(cases, (of) => toDuration(log, of)));
  return { path, cases, ...times! };
}

/** From the first event of a case to its last, in microseconds. */
export function toDuration({ offsets, time_us }: EventLog, of: number): number {
  const last = offsets[of + 1]! - 1;
  return last < offsets[of]! ? 0 : time_us[last]! - time_us[offsets[of]!]!;
}
