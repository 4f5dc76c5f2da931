import { type CaseKind, type DeadlineRule, findDeadlineRule } from '../../kernel/index.ts';
import type { Ledger } from '../../ledger/index.ts';

/** Whose deadlines are asked for; null where the institution has not said it of itself. */
export interface Bound {
  readonly country: string | null;
  readonly institution: string | null;
}

/** Country and kind of the institution, as it said them. */
export function findBound(ledger: Pick<Ledger, 'findSetting'>): Bound {
  const profile = (ledger.findSetting('institution')?.value ?? {}) as {
    readonly country?: string;
    readonly kind?: string;
  };
  return { country: profile.country ?? null, institution: profile.kind ?? null };
}

/** Whether a rule is of an institution's country and kind. */
export function binds({ country, institutions }: DeadlineRule, bound: Bound): boolean {
  const isOfKind =
    institutions.length === 0 || (bound.institution !== null && institutions.includes(bound.institution));
  return country === bound.country && isOfKind;
}

/**
 * The rules that hold for a kind of case received on a date: the one for all its cases first, then those
 * for some only, by name. Of several for the same cases, the one that a case would be given.
 */
export function listInForce(
  rules: Iterable<DeadlineRule>,
  kind: CaseKind,
  bound: Bound,
  date: string,
): DeadlineRule[] {
  const all = [...rules].filter((rule) => rule.kinds.includes(kind));
  const conditions = [...new Set(all.map(({ when }) => when))];
  const question = { kind, ...bound, values: {}, date, holds: () => true };
  return conditions
    .flatMap((when) => {
      const found = findDeadlineRule(
        all.filter((rule) => rule.when === when),
        question,
      );
      return found === null ? [] : [found];
    })
    .sort((a, b) =>
      (a.when === null) === (b.when === null) ? (a.name.es < b.name.es ? -1 : 1) : a.when === null ? -1 : 1,
    );
}
