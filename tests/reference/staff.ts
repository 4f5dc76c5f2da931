import { countWeekdaysOfMonth, isWeekday, readDays } from './clock.ts';
import { type Exact, exact, plus, times } from './exact.ts';
import type { Row } from './read-facts.ts';
import { DAYS_PER_MONTH, PRODUCTIVE_MIN } from './standard.ts';

interface Assignment {
  readonly unit: string;
  readonly schedule: string;
  readonly from: number;
  readonly to: number;
}

/** Where each person works on each day, and on which days they are away. */
export interface Staff {
  readonly people: readonly string[];
  readonly findAssignment: (person: string, day: number) => Assignment | undefined;
  readonly isAway: (person: string, day: number) => boolean;
}

export function toStaff(staff: readonly Row[], absences: readonly Row[]): Staff {
  const assignments = new Map<string, Assignment[]>();
  for (const row of staff) {
    const own = assignments.get(row.person as string) ?? [];
    own.push({
      unit: row.unit as string,
      schedule: row.schedule as string,
      from: readDays(row.from as string),
      to: row.to ? readDays(row.to) : Number.POSITIVE_INFINITY,
    });
    assignments.set(row.person as string, own);
  }
  const away = new Map<string, [number, number][]>();
  for (const row of absences) {
    const own = away.get(row.person as string) ?? [];
    own.push([readDays(row.from as string), row.to ? readDays(row.to) : Number.POSITIVE_INFINITY]);
    away.set(row.person as string, own);
  }
  return {
    people: [...assignments.keys()],
    findAssignment: (person, day) => {
      const holding = (assignments.get(person) ?? []).filter((row) => row.from <= day && day <= row.to);
      // Of two that hold, the one that began later; of two that began together, the one delivered later.
      return holding.reduce<Assignment | undefined>(
        (best, row) => (!best || row.from >= best.from ? row : best),
        undefined,
      );
    },
    isAway: (person, day) => (away.get(person) ?? []).some(([from, to]) => from <= day && day <= to),
  };
}

/** Installed capacity in minutes of one group, and the people it comes from. */
export interface Capacity {
  minutes: Exact;
  readonly people: Set<string>;
}

/**
 * Capacity of the days `[first, end)`: each day from Monday to Friday on which a person is assigned
 * and not away gives productive minutes x 20 / (Monday-to-Friday days of its month).
 */
export function sumCapacity(
  staff: Staff,
  first: number,
  end: number,
  toGroup: (at: { person: string; unit: string; schedule: string }) => string,
): Map<string, Capacity> {
  const groups = new Map<string, Capacity>();
  for (const person of staff.people) {
    // Days of equal worth are counted and multiplied once.
    const counts = new Map<string, { readonly group: string; readonly each: Exact; days: bigint }>();
    for (let day = first; day < end; day++) {
      const row =
        isWeekday(day) && !staff.isAway(person, day) ? staff.findAssignment(person, day) : undefined;
      if (!row) continue;
      const productive = PRODUCTIVE_MIN[row.schedule];
      if (productive === undefined)
        throw new Error(`a schedule this calculator does not know: ${row.schedule}`);
      const weekdays = countWeekdaysOfMonth(day);
      const group = toGroup({ person, unit: row.unit, schedule: row.schedule });
      const key = JSON.stringify([group, row.schedule, weekdays]);
      const count = counts.get(key) ?? {
        group,
        each: exact(productive * DAYS_PER_MONTH, BigInt(weekdays)),
        days: 0n,
      };
      count.days++;
      counts.set(key, count);
    }
    for (const { group, each, days } of counts.values()) {
      const capacity = groups.get(group) ?? { minutes: exact(0n), people: new Set<string>() };
      capacity.minutes = plus(capacity.minutes, times(each, exact(days)));
      capacity.people.add(person);
      groups.set(group, capacity);
    }
  }
  return groups;
}
