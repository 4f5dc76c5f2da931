import type { EventTable } from '../kernel/index.ts';
import type { EventLog } from './event-log.ts';

/** Where the events of each case begin when they stand case by case. */
function toOffsets({ cases, case_of }: EventTable): Int32Array {
  const offsets = new Int32Array(cases.length + 1);
  for (let event = 0; event < case_of.length; event++) {
    const next = case_of[event]! + 1;
    offsets[next] = offsets[next]! + 1;
  }
  for (let index = 0; index < cases.length; index++)
    offsets[index + 1] = offsets[index + 1]! + offsets[index]!;
  return offsets;
}

/** Whether the file already has its events case by case and in time: most logs do. */
function isInOrder({ case_of, time_us }: EventTable): boolean {
  for (let event = 1; event < case_of.length; event++) {
    const [before, of] = [case_of[event - 1]!, case_of[event]!];
    if (of < before) return false;
    if (of === before && time_us[event]! < time_us[event - 1]!) return false;
  }
  return true;
}

/** Events by case, in the order of the file within each. */
function groupByCase(table: EventTable, offsets: Int32Array): Int32Array {
  const order = new Int32Array(table.case_of.length);
  const at = offsets.slice();
  for (let event = 0; event < order.length; event++) {
    const of = table.case_of[event]!;
    order[at[of]!] = event;
    at[of] = at[of]! + 1;
  }
  return order;
}

/** Puts the events of each case in time; the order of the file decides between equal times. */
function sortCases(order: Int32Array, offsets: Int32Array, time: Float64Array): void {
  for (let index = 0; index + 1 < offsets.length; index++) {
    const part = order.subarray(offsets[index], offsets[index + 1]);
    let sorted = true;
    for (let at = 1; at < part.length && sorted; at++) sorted = time[part[at]!]! >= time[part[at - 1]!]!;
    if (!sorted) part.sort((a, b) => time[a]! - time[b]! || a - b);
  }
}

function pick<T extends Int32Array | Float64Array>(column: T, order: Int32Array, into: T): T {
  for (let at = 0; at < order.length; at++) into[at] = column[order[at]!]!;
  return into;
}

/** A table of events put case by case and in time. Cases keep the order in which they first appear. */
export function toEventLog(table: EventTable): EventLog {
  const offsets = toOffsets(table);
  if (isInOrder(table)) return { ...table, offsets };
  const order = groupByCase(table, offsets);
  sortCases(order, offsets, table.time_us);
  const size = order.length;
  return {
    ...table,
    offsets,
    case_of: pick(table.case_of, order, new Int32Array(size)),
    activity_of: pick(table.activity_of, order, new Int32Array(size)),
    resource_of: pick(table.resource_of, order, new Int32Array(size)),
    lifecycle_of: pick(table.lifecycle_of, order, new Int32Array(size)),
    time_us: pick(table.time_us, order, new Float64Array(size)),
  };
}
