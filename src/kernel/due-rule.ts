import type { CaseDeadline, CaseKind, Condition, FieldValues } from './case.ts';
import type { DeadlineLimit, DeadlineRule } from './deadline.ts';

/** A case that looks for the rule it is bound by. */
export interface DeadlineQuestion {
  readonly kind: CaseKind;
  /** ISO country and kind of the institution; null where it has not said. */
  readonly country: string | null;
  readonly institution: string | null;
  readonly values: FieldValues;
  /** Local date of reception: the rule of that day holds, whatever comes later. */
  readonly date: string;
  /** Whether a condition holds over the fields: `holdsCondition` of the language. */
  readonly holds: (condition: Condition, values: FieldValues) => boolean;
}

/**
 * The rule of the country for a case, of the day it was received: one for some cases only (`when`)
 * before one for all, one that names the kind of institution before one for any, the newer before the
 * older, then by id. Null where none is known: then whoever asks must say so.
 *
 * @example findDeadlineRule(rules, { kind: 'reclamo', country: 'EC', institution: 'banco',
 *   values: { operation: 'exterior' }, date: '2026-11-22', holds: holdsCondition })?.amount // 60
 */
export function findDeadlineRule(
  rules: Iterable<DeadlineRule>,
  { kind, country, institution, values, date, holds }: DeadlineQuestion,
): DeadlineRule | null {
  const fits = (rule: DeadlineRule): boolean =>
    rule.kinds.includes(kind) &&
    rule.country === country &&
    (rule.institutions.length === 0 || (institution !== null && rule.institutions.includes(institution))) &&
    rule.from <= date &&
    (rule.until === null || date <= rule.until) &&
    (rule.when === null || holds(rule.when, values));
  const rank = ({ when, institutions }: DeadlineRule): number =>
    (when === null ? 0 : 2) + (institutions.length === 0 ? 0 : 1);
  const precedes = (a: DeadlineRule, b: DeadlineRule): boolean => {
    if (rank(a) !== rank(b)) return rank(a) > rank(b);
    return a.from === b.from ? a.id < b.id : a.from > b.from;
  };
  let found: DeadlineRule | null = null;
  for (const rule of rules) if (fits(rule) && (found === null || precedes(rule, found))) found = rule;
  return found;
}

/**
 * The deadline that a procedure itself sets, as a limit: a state that waits stops it. Null for
 * `rule`, which is that of the country.
 */
export function toLimit(deadline: CaseDeadline): DeadlineLimit | null {
  switch (deadline.kind) {
    case 'clock':
      return { amount: deadline.hours, counts: 'clock-hours', pauses: true };
    case 'minutes':
      return { amount: deadline.minutes, counts: 'clock-minutes', pauses: true };
    case 'working-days':
      return { amount: deadline.days, counts: 'working-days', pauses: true };
    case 'working-hours':
      return { amount: deadline.hours, counts: 'working-hours', pauses: true };
    case 'rule':
      return null;
    default:
      return deadline satisfies never;
  }
}
