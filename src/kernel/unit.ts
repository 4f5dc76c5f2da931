/**
 * What kind of thing a number measures. Two quantities can be added, compared or divided into
 * a ratio only when their dimensions are equal: an hour by the clock is not a working hour.
 */
export type Dimension = 'ratio' | 'count' | 'time' | 'working-time' | 'working-day' | 'money' | 'number';

/** A unit of measure: `factor` base units make one of it (base of both times: the microsecond). */
export interface Unit {
  readonly name: string;
  readonly dimension: Dimension;
  readonly factor: bigint;
}

const SECOND = 1_000_000n;

/** Every unit an author may write. `%` is written as a ratio: 95 % is 0.95. */
export const UNITS: readonly Unit[] = [
  { name: 'ratio', dimension: 'ratio', factor: 1n },
  { name: 'count', dimension: 'count', factor: 1n },
  { name: 's', dimension: 'time', factor: SECOND },
  { name: 'min', dimension: 'time', factor: 60n * SECOND },
  { name: 'h', dimension: 'time', factor: 3600n * SECOND },
  { name: 'day', dimension: 'time', factor: 86_400n * SECOND },
  { name: 'working_min', dimension: 'working-time', factor: 60n * SECOND },
  { name: 'working_h', dimension: 'working-time', factor: 3600n * SECOND },
  // Known so that a comparison with hours is refused with its reason: how long a working day is depends on the calendar.
  { name: 'working_day', dimension: 'working-day', factor: 1n },
  { name: 'money', dimension: 'money', factor: 1n },
  { name: 'number', dimension: 'number', factor: 1n },
];

/** The unit of that name (a plural `s` is understood: `hours` is not a unit, `days` is), or undefined. */
export function findUnit(name: string): Unit | undefined {
  return UNITS.find((unit) => unit.name === name || (unit.name.endsWith('day') && `${unit.name}s` === name));
}
