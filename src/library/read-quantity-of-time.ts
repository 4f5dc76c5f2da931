import type { CaseDeadline, DeadlineCount } from '../kernel/index.ts';
import type { Spot } from './fields.ts';
import { Fields } from './fields.ts';

const COUNTS = [
  'clock-minutes',
  'clock-hours',
  'calendar-days',
  'working-days',
  'working-minutes',
  'working-hours',
] as const satisfies readonly DeadlineCount[];

const UNITS: Readonly<Record<'h' | 'min' | 'days', RegExp>> = {
  h: /^(\d+)\s*h?$/,
  min: /^(\d+)\s*(?:min)?$/,
  days: /^(\d+)$/,
};

/** Longer is a mistake of hand: ten years of days. */
const MOST: Readonly<Record<keyof typeof UNITS, number>> = { h: 87_600, min: 5_256_000, days: 3650 };

/** A whole amount over zero, with its unit or without; told and 1 when it is none. */
function readAmount(spot: Spot, unit: keyof typeof UNITS): number {
  const text = spot.text();
  const amount = Number(UNITS[unit].exec(text)?.[1] ?? Number.NaN);
  if (amount >= 1 && amount <= MOST[unit]) return amount;
  if (text !== '') spot.add('bad-deadline-amount', { value: text, unit, most: MOST[unit] });
  return 1;
}

/** The one key of a map that says how a deadline counts; told when there is none or more than one. */
function readOnlyKey<T extends string>(spot: Spot, keys: readonly T[]): { key: T; value: Spot } | null {
  const before = spot.source.problems.length;
  const fields = new Fields(spot, keys);
  const written = keys.filter((key) => fields.find(key) !== null);
  const [key] = written;
  if (key !== undefined && written.length === 1) return { key, value: fields.find(key)! };
  if (spot.source.problems.length === before) spot.add('deadline-without-amount', { counts: [...keys] });
  return null;
}

/** Reads the deadline of a procedure: `{clock: 24 h}`, `{minutes: 6}`, `{working-days: 2}`, `{working-hours: 8}`, `rule`. */
export function readCaseDeadline(spot: Spot | null): CaseDeadline {
  if (spot === null || spot.written === 'rule') return { kind: 'rule' };
  const keys = ['clock', 'minutes', 'working-days', 'working-hours'] as const;
  if (spot.written !== undefined) {
    spot.add('deadline-without-amount', { counts: ['rule', ...keys] });
    return { kind: 'rule' };
  }
  const only = readOnlyKey(spot, keys);
  switch (only?.key) {
    case 'clock':
      return { kind: 'clock', hours: readAmount(only.value, 'h') };
    case 'minutes':
      return { kind: 'minutes', minutes: readAmount(only.value, 'min') };
    case 'working-days':
      return { kind: 'working-days', days: readAmount(only.value, 'days') };
    case 'working-hours':
      return { kind: 'working-hours', hours: readAmount(only.value, 'h') };
    default:
      return { kind: 'rule' };
  }
}

/** Reads the limit of a rule: one count with its amount, `{calendar-days: 15}`. */
export function readRuleLimit(spot: Spot | null): {
  readonly amount: number;
  readonly counts: DeadlineCount;
} {
  const only = spot === null ? null : readOnlyKey(spot, COUNTS);
  if (only === null) return { amount: 1, counts: 'calendar-days' };
  const unit = only.key.endsWith('hours') ? 'h' : only.key.endsWith('minutes') ? 'min' : 'days';
  return { amount: readAmount(only.value, unit), counts: only.key };
}
