import {
  findDeadlineRule,
  type FieldValues,
  type Pause,
  toDue,
  toLimit,
  toLocal,
} from '../../kernel/index.ts';
import { holdsCondition } from '../../language/index.ts';
import type { CasePause, DueRule } from '../../ledger/index.ts';
import { fromMicros, toMicros } from '../describe-due.ts';
import type { UnitClock } from '../unit-clock.ts';
import type { Flow, Place } from './definition.ts';

interface Profile {
  readonly country?: string;
  readonly kind?: string;
}

/**
 * The deadline a case is held to for all its life: that of its procedure, or the dated rule of the
 * country and kind of institution that holds on the day it is received. No limit where none is known.
 */
export function settleRule(place: Place, { definition }: Flow, values: FieldValues, at: string): DueRule {
  const own = toLimit(definition.deadline);
  if (own !== null) return { limit: own, rule: null };
  const { catalogue } = place.content;
  const profile = (place.ledger.findSetting('institution')?.value ?? {}) as Profile;
  const rule = findDeadlineRule(catalogue.deadlines.values(), {
    kind: definition.kind,
    country: profile.country ?? null,
    institution: profile.kind ?? null,
    values,
    date: toLocal(toMicros(at), catalogue.settings.default_zone).date,
    holds: holdsCondition,
  });
  if (rule === null) return { limit: null, rule: null };
  const { amount, counts, pauses } = rule;
  return { limit: { amount, counts, pauses }, rule: rule.id };
}

/** The waits of a case as the kernel counts them, and back as the ledger keeps them. */
export function toPauses(pauses: readonly CasePause[]): Pause[] {
  return pauses.map(({ from, to }) => ({
    from_us: toMicros(from),
    to_us: to === null ? null : toMicros(to),
  }));
}
export function fromPauses(pauses: readonly Pause[]): CasePause[] {
  return pauses.map(({ from_us, to_us }) => ({
    from: fromMicros(from_us),
    to: to_us === null ? null : fromMicros(to_us),
  }));
}

/** The instant a case is due; null while it waits, and where nobody knows its deadline. */
export function settleDue(
  rule: DueRule,
  opened_at: string,
  pauses: readonly Pause[],
  clock: UnitClock,
  unit: string,
): string | null {
  if (rule.limit === null) return null;
  const due = toDue(rule.limit, toMicros(opened_at), pauses, clock(unit, rule.limit));
  return due === null ? null : fromMicros(due);
}
