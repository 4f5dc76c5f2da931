import {
  joinScopes,
  listScopes,
  type Permission,
  PERMISSIONS,
  type Person,
  type Role,
  type RoleGrant,
  type Scope,
  toScope,
} from './permission.ts';
import { Refusal } from './refusal.ts';

/** Rules that keep apart what one person may not do alone, by their number. */
export const SEGREGATION_RULES = [
  'S-1',
  'S-2',
  'S-3',
  'S-4',
  'S-5',
  'S-6',
  'S-7',
  'S-8',
  'S-9',
  'S-10',
  'S-11',
  'S-12',
  'S-13',
  'S-14',
] as const;
export type SegregationRule = (typeof SEGREGATION_RULES)[number];

/** The rules that a small institution may relax by a dated exception (S-14). */
export const RELAXABLE_RULES = ['S-1', 'S-2', 'S-3', 'S-4', 'S-5', 'S-6'] as const;

/** Roles whose holder decides about others or sees everything: they need a second factor. */
export const PRIVILEGED_ROLES: readonly Role[] = ['administrator', 'management', 'auditor'];

/** What may be proposed by one person and decided by another, with the permission of each. */
export const PROPOSAL_KINDS = {
  'new-person': { propose: 'propose-person', approve: 'approve-person' },
  'change-roles': { propose: 'propose-person', approve: 'approve-person' },
  'disable-person': { propose: 'propose-person', approve: 'approve-person' },
  'enable-person': { propose: 'propose-person', approve: 'approve-person' },
  'clear-second-factor': { propose: 'propose-person', approve: 'approve-person' },
  'give-token': { propose: 'propose-token', approve: 'approve-token' },
  'make-exception': { propose: 'propose-exception', approve: 'approve-exception' },
  'change-setting': { propose: 'edit-settings', approve: 'approve-settings' },
  'undo-import': { propose: 'propose-undo', approve: 'approve-undo' },
  'change-indicator': { propose: 'define-indicator', approve: 'approve-indicator' },
  // Whoever writes the sheet proposes what it asks for; management decides it.
  'change-standard': { propose: 'define-indicator', approve: 'approve-standard' },
  'annotate-point': { propose: 'propose-annotation', approve: 'approve-annotation' },
  'reset-baseline': { propose: 'propose-annotation', approve: 'approve-annotation' },
  'move-due-date': { propose: 'propose-due-move', approve: 'approve-due-move' },
  'exclude-rows': { propose: 'propose-exclusion', approve: 'approve-exclusion' },
  'close-period': { propose: 'propose-closing', approve: 'approve-closing' },
  'restate-period': { propose: 'propose-closing', approve: 'approve-closing' },
} as const satisfies Readonly<Record<string, { readonly propose: Permission; readonly approve: Permission }>>;
export type ProposalKind = keyof typeof PROPOSAL_KINDS;

/** Kinds whose subject is a person: nobody decides about themselves (S-8). */
const ABOUT_A_PERSON: readonly ProposalKind[] = [
  'new-person',
  'change-roles',
  'disable-person',
  'enable-person',
  'clear-second-factor',
];

/** The business roles an administrator may not have besides (S-6). */
const isBusiness = (role: Role): boolean => role !== 'administrator' && role !== 'auditor';

function shareProcess(a: RoleGrant, b: RoleGrant): boolean {
  const { processes } = b;
  return a.processes === null || processes === null || a.processes.some((id) => processes.includes(id));
}

/**
 * Refuses roles that one person may not have together: `roles-administrator-alone` (S-6),
 * `roles-auditor-alone` (S-7), `roles-same-process` (S-9); and a role without what it needs:
 * `role-needs-units`, `role-needs-processes`, `role-needs-end`, `roles-empty`, `roles-reach-differ`.
 */
export function checkGrants(grants: readonly RoleGrant[], relaxed: readonly string[]): void {
  const roles = new Set(grants.map(({ role }) => role));
  if (roles.size === 0) throw new Refusal('roles-empty');
  if (roles.has('auditor') && roles.size > 1) throw new Refusal('roles-auditor-alone', { rule: 'S-7' });
  if (roles.has('administrator') && [...roles].some(isBusiness) && !relaxed.includes('S-6')) {
    throw new Refusal('roles-administrator-alone', { rule: 'S-6' });
  }
  const analyst = grants.filter(({ role }) => role === 'analyst');
  const owner = grants.filter(({ role }) => role === 'process-owner');
  if (analyst.some((one) => owner.some((other) => shareProcess(one, other)))) {
    throw new Refusal('roles-same-process', { rule: 'S-9' });
  }
  for (const { role, units, processes, until } of grants) {
    const desk = role === 'supervisor' || role === 'executive' || role === 'technician';
    if (desk && (units ?? []).length === 0) throw new Refusal('role-needs-units', { role });
    if (role === 'process-owner' && (processes ?? []).length === 0) {
      throw new Refusal('role-needs-processes', { role });
    }
    if (role === 'reviewer' && until === null) throw new Refusal('role-needs-end', { role });
  }
  checkReach(grants);
}

/** Refuses `roles-reach-differ`: two roles of which one reaches by unit and the other by process. */
function checkReach(grants: readonly RoleGrant[]): void {
  const person = { id: '', login: '', name: '', language: 'es', staff_name: null, grants } as const;
  for (const permission of Object.keys(PERMISSIONS) as Permission[]) {
    const scopes = listScopes(person, permission, '');
    const [first, ...others] = scopes;
    let reach = first;
    for (const other of others) {
      const joined = reach && joinScopes(reach, other);
      if (joined === null) throw new Refusal('roles-reach-differ', { permission });
      reach = joined;
    }
  }
}

/**
 * The roles that hold on a date: those not yet over and, where no exception relaxes S-6 any more,
 * without the business roles of an administrator.
 */
export function toHeldGrants(
  grants: readonly RoleGrant[],
  relaxed: readonly string[],
  today: string,
): RoleGrant[] {
  const held = grants.filter(({ until }) => until === null || today <= until);
  const administers = held.some(({ role }) => role === 'administrator');
  return administers && !relaxed.includes('S-6') ? held.filter(({ role }) => !isBusiness(role)) : held;
}

/** Whether somebody has a role on a date. */
export function hasRole(person: Person, role: Role, today: string): boolean {
  return person.grants.some((grant) => grant.role === role && (grant.until === null || today <= grant.until));
}

/** Two accounts of one human being count as one person (S-5). */
export function isSamePerson(a: Person, b: Person): boolean {
  return a.id === b.id || (a.staff_name !== null && a.staff_name === b.staff_name);
}

/** What is to be decided: who proposed it, and whom it is about where it is about somebody. */
export interface ProposalHistory {
  readonly kind: ProposalKind;
  readonly subject: string;
  readonly proposed_by: string | null;
  /** Of a proposal about a person: the roles they have or would have, and their name in the facts. */
  readonly roles: readonly Role[];
  readonly staff_name: string | null;
  /** Units and processes it touches, where it touches some and no others. */
  readonly units?: readonly string[];
  readonly processes?: readonly string[];
  /** A process and those it belongs to: whoever answers for one of them reaches it. */
  readonly process_path?: readonly string[];
  /** Whom what they did before keeps from deciding, and by which rule: who loaded the rows (S-11), who is responsible (S-2). */
  readonly barred?: readonly { readonly person: string; readonly rule: SegregationRule }[];
}

/** Everybody who may use the system on a date, and the rules relaxed then. */
export interface Company {
  readonly people: readonly Person[];
  readonly relaxed: readonly string[];
  readonly today: string;
}

/** Whether it is about this person, by this account or by another of theirs. */
function isAbout({ kind, subject, staff_name }: ProposalHistory, person: Person): boolean {
  if (!ABOUT_A_PERSON.includes(kind)) return false;
  return subject === person.id || (staff_name !== null && staff_name === person.staff_name);
}

/** The rules that keep somebody, by this account or another of theirs, from deciding, relaxed or not. */
function listBars({ barred = [] }: ProposalHistory, person: Person, { people }: Company): SegregationRule[] {
  const theirs = barred.filter((bar) => {
    const other = people.find(({ id }) => id === bar.person);
    return bar.person === person.id || (other !== undefined && isSamePerson(other, person));
  });
  return [...new Set(theirs.map(({ rule }) => rule))];
}

/** The rule that keeps somebody from deciding; undefined where none does, or an exception relaxes it. */
function findBar(history: ProposalHistory, person: Person, company: Company): SegregationRule | undefined {
  return listBars(history, person, company).find((rule) => !company.relaxed.includes(rule));
}

/** The rule that only an exception (S-14) keeps from barring somebody's decision; undefined for none. */
export function findRelaxedBar(
  history: ProposalHistory,
  person: Person,
  company: Company,
): SegregationRule | undefined {
  return listBars(history, person, company).find((rule) => company.relaxed.includes(rule));
}

/** Refuses a proposal that its proposer may not make: `not-allowed`, or `own-roles` (S-8). */
export function checkProposer(history: ProposalHistory, proposer: Person, { today }: Company): void {
  const { propose } = PROPOSAL_KINDS[history.kind];
  if (toScope(proposer, propose, today) === null) throw new Refusal('not-allowed', { permission: propose });
  // To leave is no raise: whoever wants to may ask for it, and another decides.
  if (history.kind !== 'disable-person' && isAbout(history, proposer)) {
    throw new Refusal('own-roles', { rule: 'S-8' });
  }
}

/** Whether a scope reaches everything a proposal touches. */
function reaches(scope: Scope, { units, processes, process_path }: ProposalHistory): boolean {
  const inside = (reach: readonly string[] | null, touched: readonly string[] | undefined): boolean =>
    reach === null || touched === undefined || touched.every((name) => reach.includes(name));
  const answers =
    scope.processes === null ||
    process_path === undefined ||
    process_path.some((name) => scope.processes?.includes(name));
  return inside(scope.units, units) && inside(scope.processes, processes) && answers;
}

/** Whether somebody other than the proposer may decide. */
function someoneElse(history: ProposalHistory, company: Company): boolean {
  const { people, today } = company;
  const { approve } = PROPOSAL_KINDS[history.kind];
  const decides = (person: Person): boolean => {
    const scope = toScope(person, approve, today);
    return scope !== null && reaches(scope, history);
  };
  const proposer = people.find(({ id }) => id === history.proposed_by);
  return people.some(
    (person) =>
      decides(person) &&
      person.id !== history.proposed_by &&
      (proposer === undefined || !isSamePerson(person, proposer)) &&
      !isAbout(history, person) &&
      findBar(history, person, company) === undefined,
  );
}

/**
 * Refuses a decision that this person may not take, by what happened to the proposal: `own-proposal`
 * (S-5), `own-roles` (S-8), `barred-by-history` (S-2, S-11), `needs-management` (privileged roles; S-13),
 * `not-allowed`, `out-of-scope`.
 * Returns true when only an exception that relaxes S-5 lets the proposer decide: nobody else can.
 */
export function checkDecider(history: ProposalHistory, decider: Person, company: Company): boolean {
  const { people, relaxed, today } = company;
  const { propose, approve } = PROPOSAL_KINDS[history.kind];
  if (isAbout(history, decider)) throw new Refusal('own-roles', { rule: 'S-8' });
  const proposer = people.find(({ id }) => id === history.proposed_by);
  const own =
    history.proposed_by === decider.id || (proposer !== undefined && isSamePerson(proposer, decider));
  if (own) {
    // With nobody to approve an exception it is signed alone: else no rule could be relaxed any more.
    const lonely = relaxed.includes('S-5') || history.kind === 'make-exception';
    const alone = lonely && !someoneElse(history, company);
    if (!alone) throw new Refusal('own-proposal', { rule: 'S-5' });
    if (toScope(decider, propose, today) === null) throw new Refusal('not-allowed', { permission: propose });
    refuseBarred(history, decider, company);
    return true;
  }
  const scope = toScope(decider, approve, today);
  if (scope === null) throw new Refusal('not-allowed', { permission: approve });
  if (!reaches(scope, history)) throw new Refusal('out-of-scope');
  refuseBarred(history, decider, company);
  checkPrivileged(history, decider, company);
  return false;
}

/** Refuses `barred-by-history` whom a rule that no exception relaxes keeps from deciding. */
function refuseBarred(history: ProposalHistory, decider: Person, company: Company): void {
  const rule = findBar(history, decider, company);
  if (rule !== undefined) throw new Refusal('barred-by-history', { rule });
}

/** Roles that decide about others are decided by management where there is one. */
function checkPrivileged(history: ProposalHistory, decider: Person, { people, today }: Company): void {
  if (!ABOUT_A_PERSON.includes(history.kind)) return;
  if (!history.roles.some((role) => PRIVILEGED_ROLES.includes(role))) return;
  if (hasRole(decider, 'management', today)) return;
  const others = people.filter(({ id }) => id !== history.proposed_by && id !== history.subject);
  if (others.some((person) => hasRole(person, 'management', today))) throw new Refusal('needs-management');
}

/**
 * Refuses to lose the last two administrators or the only auditor without management (S-13):
 * `needs-management`.
 */
export function checkKeepers(
  leaving: Person,
  losing: readonly Role[],
  decider: Person | null,
  { people, today }: Company,
): void {
  if (decider !== null && hasRole(decider, 'management', today)) return;
  const count = (role: Role) => people.filter((person) => hasRole(person, role, today)).length;
  const loses = (role: Role) => losing.includes(role) && hasRole(leaving, role, today);
  if (
    (loses('administrator') && count('administrator') <= 2) ||
    (loses('auditor') && count('auditor') <= 1)
  ) {
    throw new Refusal('needs-management', { rule: 'S-13' });
  }
}

/** Refuses an exception that relaxes what may not be relaxed, or that has no end within a year. */
export function checkException(rules: readonly string[], from: string, until: string, latest: string): void {
  const relaxable: readonly string[] = RELAXABLE_RULES;
  if (rules.length === 0 || rules.some((rule) => !relaxable.includes(rule))) {
    throw new Refusal('exception-rule-fixed', { rules, relaxable });
  }
  if (until <= from || until > latest) throw new Refusal('exception-without-end', { until, latest });
}
