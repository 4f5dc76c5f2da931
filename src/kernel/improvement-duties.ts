import { type Permission, type Person, type Scope, toScope } from './permission.ts';
import { Refusal } from './refusal.ts';
import { type Company, hasRole, isSamePerson, type SegregationRule } from './segregation.ts';

/** Who did what to an improvement, as ids of people: what keeps each from verifying it. */
export interface ImprovementDuties {
  /** Who set or approved the standard of the indicator that proves it (S-1). */
  readonly standard: readonly string[];
  /** Who was responsible for one of its actions (S-2). */
  readonly responsible: readonly string[];
  /** Who wrote one of its actions (S-3). */
  readonly authors: readonly string[];
  /** Who supplied evidence of one (S-4). */
  readonly suppliers: readonly string[];
}

/** Whether a scope reaches the improvement that is spoken of. */
export type Reaches = (scope: Scope) => boolean;

const RULE_OF = {
  standard: 'S-1',
  responsible: 'S-2',
  authors: 'S-3',
  suppliers: 'S-4',
} as const satisfies Readonly<Record<keyof ImprovementDuties, SegregationRule>>;

/** Whether one of these accounts is this person's, or another account of the same human being. */
function includesPerson(ids: readonly string[], person: Person, { people }: Company): boolean {
  return ids.some((id) => {
    const other = people.find((each) => each.id === id);
    return id === person.id || (other !== undefined && isSamePerson(other, person));
  });
}

/** The rules by which what somebody did keeps them from verifying an improvement, relaxed or not. */
export function listDutyBars(
  duties: ImprovementDuties,
  person: Person,
  company: Company,
): readonly SegregationRule[] {
  const kept = Object.keys(RULE_OF) as (keyof ImprovementDuties)[];
  return kept.filter((duty) => includesPerson(duties[duty], person, company)).map((duty) => RULE_OF[duty]);
}

interface Asked {
  readonly permission: Permission;
  readonly code: string;
  readonly reaches: Reaches;
  readonly barsOf: (person: Person) => readonly SegregationRule[];
}

/** Names of those whom their role lets and nothing bars. */
function nameFree({ permission, reaches, barsOf }: Asked, { people, today }: Company): string[] {
  return people
    .filter((person) => {
      const scope = toScope(person, permission, today);
      return scope !== null && reaches(scope) && barsOf(person).length === 0;
    })
    .map(({ name }) => name)
    .sort();
}

/** Refuses who may not, with the names of those who may; gives the rules that an exception relaxes. */
function checkBars(asked: Asked, person: Person, company: Company): readonly SegregationRule[] {
  const { permission, code, reaches, barsOf } = asked;
  const scope = toScope(person, permission, company.today);
  if (scope === null) throw new Refusal('not-allowed', { permission });
  if (!reaches(scope)) throw new Refusal('out-of-scope');
  const bars = barsOf(person);
  const rules = bars.filter((rule) => !company.relaxed.includes(rule));
  if (rules.length > 0) throw new Refusal(code, { rules, names: nameFree(asked, company) });
  return bars;
}

/**
 * Refuses whoever may not say that an improvement worked: `verifier-barred` with the rules S-1 to S-4
 * that bar them and the names of those who may, `not-allowed`, `out-of-scope`. Gives the rules that
 * only an exception (S-14) let pass: they are kept with the closing.
 */
export function checkVerifier(
  duties: ImprovementDuties,
  verifier: Person,
  company: Company,
  reaches: Reaches,
): readonly SegregationRule[] {
  const barsOf = (person: Person) => listDutyBars(duties, person, company);
  const asked: Asked = { permission: 'verify-improvement', code: 'verifier-barred', reaches, barsOf };
  return checkBars(asked, verifier, company);
}

/**
 * Refuses whoever may not accept the evidence of an action: `evidence-own` for who supplied it (S-4)
 * or is responsible (S-2), `not-allowed`, `out-of-scope`. Gives the rules that an exception relaxes.
 */
export function checkAccepter(
  { supplied_by, responsible }: { readonly supplied_by: string | null; readonly responsible: string },
  accepter: Person,
  company: Company,
  reaches: Reaches,
): readonly SegregationRule[] {
  const suppliers = supplied_by === null ? [] : [supplied_by];
  const duties = { standard: [], responsible: [responsible], authors: [], suppliers };
  const barsOf = (person: Person) => listDutyBars(duties, person, company);
  return checkBars(
    { permission: 'work-improvement', code: 'evidence-own', reaches, barsOf },
    accepter,
    company,
  );
}

/**
 * Refuses a decision by whoever may not take it: `improvement-own` for who opened the improvement
 * (S-5, also by another account), `not-allowed`, `out-of-scope`. An exception lets who opened it
 * decide only where nobody else can; then S-5 is given, to be kept with the decision.
 */
export function checkImprovementDecider(
  openers: readonly string[],
  decider: Person,
  company: Company,
  reaches: Reaches,
): readonly SegregationRule[] {
  const barsOf = (person: Person): SegregationRule[] =>
    includesPerson(openers, person, company) ? ['S-5'] : [];
  const asked: Asked = { permission: 'decide-improvement', code: 'improvement-own', reaches, barsOf };
  const lonely = nameFree(asked, company).length === 0;
  return checkBars(asked, decider, {
    ...company,
    relaxed: lonely ? company.relaxed : company.relaxed.filter((rule) => rule !== 'S-5'),
  });
}

/**
 * Refuses (`decision-of-session`) to turn over outside a session what a session of the committee decided:
 * one person does not undo what several signed. Management may.
 */
export function checkSessionStands(
  last: { readonly session_id: number | null } | undefined,
  session_id: number | null,
  decider: Person,
  { today }: Company,
): void {
  const outside = last !== undefined && last.session_id !== null && session_id === null;
  if (outside && !hasRole(decider, 'management', today)) {
    throw new Refusal('decision-of-session', { session: last.session_id ?? 0 });
  }
}
