/** What a person may be in an institution. */
export const ROLES = [
  'administrator',
  'analyst',
  'process-owner',
  'supervisor',
  'management',
  'auditor',
  'executive',
  'technician',
  'reviewer',
] as const;
export type Role = (typeof ROLES)[number];

/** How far a permission reaches: everything, what is one's own (units, processes, figures), or nothing. */
export type Reach = 'all' | 'own';

type Row = Readonly<Partial<Record<Role, Reach>>>;

const row = (cells: Row): Row => cells;

/**
 * Who may do what: one row per permission, one cell per role that has it. A role that is absent
 * from a row does not have the permission. Approving is a permission apart from proposing, and
 * nobody approves what they proposed (the rules of segregation look at the object's history).
 *
 * Rows go out with identity protected, so `export-rows` asks nobody's approval; each export leaves
 * its link in the audit trail.
 */
export const PERMISSIONS = {
  'see-indicators': row({
    analyst: 'all',
    'process-owner': 'own',
    supervisor: 'own',
    management: 'all',
    auditor: 'all',
    executive: 'own',
    technician: 'own',
    reviewer: 'all',
  }),
  'see-rows': row({ analyst: 'all', 'process-owner': 'own', supervisor: 'own', auditor: 'all' }),
  'reveal-identity': row({ 'process-owner': 'own', supervisor: 'own', auditor: 'all' }),
  'see-sql': row({ analyst: 'all', auditor: 'all' }),
  'see-people-figures': row({
    analyst: 'all',
    'process-owner': 'own',
    supervisor: 'own',
    management: 'all',
    auditor: 'all',
    executive: 'own',
    technician: 'own',
  }),
  'export-aggregates': row({
    analyst: 'all',
    'process-owner': 'own',
    supervisor: 'own',
    management: 'all',
    auditor: 'all',
    reviewer: 'all',
  }),
  'export-rows': row({ analyst: 'all', 'process-owner': 'own', auditor: 'all' }),
  'see-data': row({ analyst: 'all', 'process-owner': 'own', supervisor: 'own', auditor: 'all' }),
  'load-data': row({ analyst: 'all', supervisor: 'own' }),
  'correct-rows': row({ analyst: 'all', supervisor: 'own' }),
  'propose-undo': row({ analyst: 'all' }),
  'approve-undo': row({ 'process-owner': 'own' }),
  'merge-spellings': row({ analyst: 'all' }),
  'plan-agenda': row({ analyst: 'all' }),
  'define-indicator': row({ analyst: 'all' }),
  'approve-indicator': row({ 'process-owner': 'own' }),
  'propose-standard': row({ 'process-owner': 'own' }),
  'approve-standard': row({ management: 'all' }),
  'see-definitions': row({
    analyst: 'all',
    'process-owner': 'own',
    supervisor: 'own',
    management: 'all',
    auditor: 'all',
    reviewer: 'all',
  }),
  'write-report': row({ analyst: 'all' }),
  'read-report': row({
    analyst: 'all',
    'process-owner': 'own',
    supervisor: 'own',
    management: 'all',
    auditor: 'all',
    reviewer: 'all',
  }),
  'see-directory': row({
    administrator: 'all',
    analyst: 'all',
    'process-owner': 'all',
    supervisor: 'own',
    management: 'all',
    auditor: 'all',
  }),
  'edit-directory': row({ analyst: 'all', supervisor: 'own' }),
  'edit-settings': row({ administrator: 'all' }),
  'approve-settings': row({ administrator: 'all', management: 'all' }),
  'propose-exception': row({ administrator: 'all' }),
  'approve-exception': row({ management: 'all' }),
  'see-exceptions': row({ administrator: 'all', management: 'all', auditor: 'all' }),
  'see-people': row({ administrator: 'all', management: 'all', auditor: 'all' }),
  'propose-person': row({ administrator: 'all' }),
  'approve-person': row({ administrator: 'all', management: 'all' }),
  'see-sessions': row({ administrator: 'all', supervisor: 'own', auditor: 'all' }),
  'end-sessions': row({ administrator: 'all', supervisor: 'own' }),
  'see-tokens': row({ administrator: 'all', management: 'all', auditor: 'all' }),
  'propose-token': row({ administrator: 'all' }),
  'approve-token': row({ management: 'all' }),
  // Of the trail, `own` is one's own acts; an administrator sees the technical ones besides.
  'read-audit-trail': row({
    administrator: 'own',
    analyst: 'own',
    'process-owner': 'own',
    supervisor: 'own',
    management: 'all',
    auditor: 'all',
  }),
  'verify-chain': row({ administrator: 'all', auditor: 'all' }),
  'see-findings': row({
    analyst: 'all',
    'process-owner': 'own',
    supervisor: 'own',
    management: 'all',
    auditor: 'all',
  }),
  'open-finding': row({
    analyst: 'all',
    'process-owner': 'own',
    supervisor: 'own',
    management: 'all',
    auditor: 'all',
  }),
  'answer-finding': row({ analyst: 'all', 'process-owner': 'own', supervisor: 'own', management: 'all' }),
  'close-finding': row({ analyst: 'all', management: 'all', auditor: 'all' }),
  'see-readings': row({ analyst: 'all', management: 'all', auditor: 'all' }),
  // Of cases, desk roles reach those of their units, whoever opened them.
  'see-cases': row({
    analyst: 'all',
    'process-owner': 'own',
    supervisor: 'own',
    management: 'all',
    auditor: 'all',
    executive: 'own',
    technician: 'own',
  }),
  'work-cases': row({
    analyst: 'all',
    'process-owner': 'own',
    supervisor: 'own',
    executive: 'own',
    technician: 'own',
  }),
  'assign-cases': row({ 'process-owner': 'own', supervisor: 'own' }),
  'run-batch': row({ supervisor: 'own', technician: 'own' }),
  'edit-process': row({ analyst: 'all', 'process-owner': 'own' }),
  'see-logs': row({ analyst: 'all', 'process-owner': 'own', management: 'all', auditor: 'all' }),
  'load-log': row({ analyst: 'all', 'process-owner': 'own' }),
  'propose-annotation': row({ analyst: 'all', supervisor: 'own' }),
  'approve-annotation': row({ 'process-owner': 'own' }),
  'plan-alerts': row({ analyst: 'all', 'process-owner': 'own', management: 'all' }),
  'see-improvements': row({
    analyst: 'all',
    'process-owner': 'own',
    supervisor: 'own',
    management: 'all',
    auditor: 'all',
    reviewer: 'all',
  }),
  'open-improvement': row({ analyst: 'all', 'process-owner': 'own', supervisor: 'own', management: 'all' }),
  'work-improvement': row({ analyst: 'all', 'process-owner': 'own', management: 'all' }),
  'carry-out-action': row({ 'process-owner': 'own', supervisor: 'own' }),
  'decide-improvement': row({ 'process-owner': 'own', management: 'all' }),
  'propose-due-move': row({ 'process-owner': 'own', supervisor: 'own' }),
  'approve-due-move': row({ 'process-owner': 'own', management: 'all' }),
  'verify-improvement': row({ analyst: 'all', management: 'all' }),
  'reopen-improvement': row({ analyst: 'all', 'process-owner': 'own', management: 'all' }),
  'hold-committee': row({ analyst: 'all', management: 'all' }),
  'review-loop': row({ analyst: 'all', management: 'all' }),
  'contest-rows': row({ 'process-owner': 'own', supervisor: 'own' }),
  'propose-exclusion': row({ analyst: 'all' }),
  'approve-exclusion': row({ 'process-owner': 'own', management: 'all' }),
  'propose-closing': row({ analyst: 'all' }),
  'approve-closing': row({ management: 'all' }),
  'see-closings': row({
    analyst: 'all',
    'process-owner': 'own',
    supervisor: 'own',
    management: 'all',
    auditor: 'all',
    reviewer: 'all',
  }),
  'see-workshops': row({
    analyst: 'all',
    'process-owner': 'own',
    supervisor: 'own',
    management: 'all',
    auditor: 'all',
    executive: 'own',
    technician: 'own',
  }),
  'hold-workshop': row({ analyst: 'all', 'process-owner': 'own', supervisor: 'own' }),
  'make-backup': row({ administrator: 'all' }),
  'restore-backup': row({ administrator: 'all' }),
} satisfies Readonly<Record<string, Row>>;

export type Permission = keyof typeof PERMISSIONS;

/** A role as it was given to a person: where it reaches and until when. */
export interface RoleGrant {
  readonly role: Role;
  /** Units the role reaches; null for all. */
  readonly units: readonly string[] | null;
  /** Processes the role reaches; null for all. */
  readonly processes: readonly string[] | null;
  /** Last local date it holds; null for no end. */
  readonly until: string | null;
}

/** Somebody who uses the system, as a use case sees them. */
export interface Person {
  readonly id: string;
  /** The name they sign in with. */
  readonly login: string;
  readonly name: string;
  readonly language: 'es' | 'en';
  /** The name by which the facts know them, for figures of their own; null when they attend nobody. */
  readonly staff_name: string | null;
  readonly grants: readonly RoleGrant[];
}

/** What a permission lets a person reach: null means no limit of that kind. */
export interface Scope {
  readonly units: readonly string[] | null;
  readonly processes: readonly string[] | null;
  /** Staff name whose figures alone may be seen; null for anybody's. */
  readonly staff_name: string | null;
}

/** Everything: what the command line on the data folder itself works with. */
export const EVERYTHING: Scope = { units: null, processes: null, staff_name: null };

function toReach(person: Person, { role, units, processes }: RoleGrant, reach: Reach): Scope {
  if (reach === 'all') return EVERYTHING;
  const desk = role === 'executive' || role === 'technician';
  return {
    units: role === 'supervisor' || desk ? (units ?? []) : units,
    processes: role === 'process-owner' ? (processes ?? []) : processes,
    staff_name: desk ? (person.staff_name ?? '') : null,
  };
}

/** Whether a limit lets through all that another does; null lets through everything. */
function covers(wide: readonly string[] | null, narrow: readonly string[] | null): boolean {
  return wide === null || (narrow !== null && narrow.every((name) => wide.includes(name)));
}

const toNames = (name: string | null): readonly string[] | null => (name === null ? null : [name]);

function contains(wide: Scope, narrow: Scope): boolean {
  return (
    covers(wide.units, narrow.units) &&
    covers(wide.processes, narrow.processes) &&
    covers(toNames(wide.staff_name), toNames(narrow.staff_name))
  );
}

const sameNames = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  covers(a, b) && covers(b, a);

function unite(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  return a === null || b === null ? null : [...new Set([...a, ...b])].sort();
}

/**
 * What two roles reach together, or null when no single scope says it: one by unit and one by
 * process would together reach neither everything nor what both share.
 */
export function joinScopes(a: Scope, b: Scope): Scope | null {
  if (contains(a, b)) return a;
  if (contains(b, a)) return b;
  if (a.staff_name !== b.staff_name) return null;
  if (sameNames(a.processes, b.processes)) return { ...a, units: unite(a.units, b.units) };
  if (sameNames(a.units, b.units)) return { ...a, processes: unite(a.processes, b.processes) };
  return null;
}

/** What each role gives of a permission, in the order they were given. */
export function listScopes(person: Person, permission: Permission, today: string): Scope[] {
  const cells: Row = PERMISSIONS[permission];
  return person.grants.flatMap((grant) => {
    const reach = cells[grant.role];
    const holds = grant.until === null || today <= grant.until;
    return reach !== undefined && holds ? [toReach(person, grant, reach)] : [];
  });
}

/**
 * What a permission lets somebody reach on a date, or null when they do not have it.
 *
 * A supervisor, an executive or a technician without units reaches none; the same holds for an
 * owner without processes. Several roles reach what any of them does; of two that no single scope
 * joins the first holds, so that nobody reaches more than was given (such roles are refused when given).
 *
 * @example
 * const ana = { id: 'p1', login: 'ana', name: 'Ana', language: 'es', staff_name: null,
 *   grants: [{ role: 'supervisor', units: ['Norte'], processes: null, until: null }] } as const;
 * toScope(ana, 'see-rows', '2011-06-30')?.units // ['Norte']
 * toScope(ana, 'open-finding', '2011-06-30') // null
 */
export function toScope(person: Person, permission: Permission, today: string): Scope | null {
  const scopes = listScopes(person, permission, today);
  return scopes.length === 0 ? null : scopes.reduce((reach, next) => joinScopes(reach, next) ?? reach);
}
