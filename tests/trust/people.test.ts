import { describe, expect, it } from 'vitest';
import {
  checkGrants,
  type Permission,
  PERMISSIONS,
  type Person,
  PROPOSAL_KINDS,
  Refusal,
  type Role,
  type RoleGrant,
  ROLES,
  type Scope,
  toScope,
} from '../../src/kernel/index.ts';
import { namePermission, nameRole } from '../../src/sentences/index.ts';

const TODAY = '2026-07-01';

/**
 * The matrix as an auditor would write it, kept apart from the program's own: `x` all, `o` what is one's
 * own, `-` nothing. Columns: administrator, analyst, process owner, supervisor, management, auditor,
 * executive, technician, reviewer.
 */
const MATRIX = `
see-indicators      - x o o x x o o x
see-rows            - x o o - x - - -
reveal-identity     - - o o - x - - -
see-sql             - x - - - x - - -
see-people-figures  - x o o x x o o -
export-aggregates   - x o o x x - - x
export-rows         - x o - - x - - -
see-data            - x o o - x - - -
load-data           - x - o - - - - -
correct-rows        - x - o - - - - -
propose-undo        - x - - - - - - -
approve-undo        - - o - - - - - -
merge-spellings     - x - - - - - - -
plan-agenda         - x - - - - - - -
define-indicator    - x - - - - - - -
approve-indicator   - - o - - - - - -
propose-standard    - - o - - - - - -
approve-standard    - - - - x - - - -
see-definitions     - x o o x x - - x
write-report        - x - - - - - - -
read-report         - x o o x x - - x
see-directory       x x x o x x - - -
edit-directory      - x - o - - - - -
edit-settings       x - - - - - - - -
approve-settings    x - - - x - - - -
propose-exception   x - - - - - - - -
approve-exception   - - - - x - - - -
see-exceptions      x - - - x x - - -
see-people          x - - - x x - - -
propose-person      x - - - - - - - -
approve-person      x - - - x - - - -
see-sessions        x - - o - x - - -
end-sessions        x - - o - - - - -
see-tokens          x - - - x x - - -
propose-token       x - - - - - - - -
approve-token       - - - - x - - - -
read-audit-trail    o o o o x x - - -
verify-chain        x - - - - x - - -
see-findings        - x o o x x - - -
open-finding        - x o o x x - - -
answer-finding      - x o o x - - - -
close-finding       - x - - x x - - -
see-readings        - x - - x x - - -
see-cases           - x o o x x o o -
work-cases          - x o o - - o o -
assign-cases        - - o o - - - - -
run-batch           - - - o - - - o -
edit-process        - x o - - - - - -
see-logs            - x o - x x - - -
load-log            - x o - - - - - -
propose-annotation  - x - o - - - - -
approve-annotation  - - o - - - - - -
plan-alerts         - x o - x - - - -
see-improvements    - x o o x x - - x
open-improvement    - x o o x - - - -
work-improvement    - x o - x - - - -
carry-out-action    - - o o - - - - -
decide-improvement  - - o - x - - - -
propose-due-move    - - o o - - - - -
approve-due-move    - - o - x - - - -
verify-improvement  - x - - x - - - -
reopen-improvement  - x o - x - - - -
hold-committee      - x - - x - - - -
review-loop         - x - - x - - - -
contest-rows        - - o o - - - - -
propose-exclusion   - x - - - - - - -
approve-exclusion   - - o - x - - - -
propose-closing     - x - - - - - - -
approve-closing     - - - - x - - - -
see-closings        - x o o x x - - x
see-workshops       - x o o x x o o -
hold-workshop       - x o o - - - - -
make-backup         x - - - - - - - -
restore-backup      x - - - - - - - -
`;

const COLUMNS: readonly Role[] = [
  'administrator',
  'analyst',
  'process-owner',
  'supervisor',
  'management',
  'auditor',
  'executive',
  'technician',
  'reviewer',
];

const CELLS = MATRIX.trim()
  .split('\n')
  .flatMap((line) => {
    const [permission = '', ...marks] = line.trim().split(/\s+/);
    return COLUMNS.map((role, index) => ({
      permission: permission as Permission,
      role,
      mark: marks[index] ?? '?',
    }));
  });

/** Somebody with one role, held to a unit and a process where it can be. */
function toHolder(role: Role, more: Partial<RoleGrant> = {}): Person {
  const local = role === 'supervisor' || role === 'executive' || role === 'technician';
  const grant: RoleGrant = {
    role,
    units: local ? ['Norte'] : null,
    processes: role === 'process-owner' ? ['entrega-pin'] : null,
    until: role === 'reviewer' ? '2026-12-31' : null,
    ...more,
  };
  return { id: 'p1', login: 'x', name: 'X', language: 'es', staff_name: 'Ana Mora', grants: [grant] };
}

/** What a cell lets somebody of that role reach, as `toHolder` makes them. */
function toExpected(role: Role, permission: Permission, mark: string): Scope | null {
  if (mark === '-') return null;
  const desk = role === 'executive' || role === 'technician';
  const owner = role === 'process-owner';
  // Of the trail, what is one's own is told by who did it; roles without limits have none to show.
  const limited = mark === 'o' && (permission !== 'read-audit-trail' || role === 'supervisor' || owner);
  return {
    units: limited && !owner ? ['Norte'] : null,
    processes: limited && owner ? ['entrega-pin'] : null,
    staff_name: limited && desk ? 'Ana Mora' : null,
  };
}

describe('role x permission', () => {
  it('has a cell for each role and each permission, and none besides', () => {
    expect([...new Set(CELLS.map(({ permission }) => permission))].toSorted()).toEqual(
      Object.keys(PERMISSIONS).toSorted(),
    );
    expect(COLUMNS.toSorted()).toEqual(ROLES.toSorted());
    expect(CELLS.filter(({ mark }) => !['x', 'o', '-'].includes(mark))).toEqual([]);
  });

  it.each(CELLS)('$role, $permission: $mark', ({ role, permission, mark }) => {
    expect(toScope(toHolder(role), permission, TODAY)).toEqual(toExpected(role, permission, mark));
  });

  it('gives nothing after the last day of a role, and nothing without roles', () => {
    for (const { role, permission } of CELLS) {
      expect(toScope(toHolder(role, { until: '2026-06-30' }), permission, TODAY)).toBeNull();
    }
  });

  it('lets the auditor change nothing but findings, and an administrator touch no business', () => {
    const holds = (role: Role) =>
      CELLS.filter((cell) => cell.role === role && cell.mark !== '-').map(({ permission }) => permission);
    const harmless = /^(?:see|read|reveal|export|verify)-/;
    expect(holds('auditor').filter((permission) => !harmless.test(permission))).toEqual([
      'open-finding',
      'close-finding',
    ]);
    expect(holds('reviewer').filter((permission) => !harmless.test(permission))).toEqual([]);
    expect(
      holds('administrator').filter((permission) =>
        /indicator|rows|data|report|standard|undo|finding/.test(permission),
      ),
    ).toEqual([]);
  });

  it('has names in both languages', () => {
    for (const language of ['es', 'en'] as const) {
      for (const role of ROLES) expect(nameRole(role, language)).toMatch(/^\p{Lu}/u);
      for (const permission of Object.keys(PERMISSIONS) as Permission[]) {
        expect(namePermission(permission, language)).toMatch(/^\p{Lu}/u);
      }
    }
  });
});

describe('roles together', () => {
  const judge = (roles: readonly Role[], relaxed: readonly string[] = []): string => {
    try {
      checkGrants(
        roles.flatMap((role) => toHolder(role).grants),
        relaxed,
      );
      return 'together';
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  };
  const pairs = ROLES.flatMap((one, at) => ROLES.slice(at + 1).map((other) => [one, other] as const));

  /** What an auditor would say of two roles in one person. */
  const toRule = (pair: readonly Role[]): string => {
    if (pair.includes('auditor')) return 'roles-auditor-alone';
    if (pair.includes('administrator')) return 'roles-administrator-alone';
    if (pair.includes('analyst') && pair.includes('process-owner')) return 'roles-same-process';
    const byUnit = pair.some((role) => ['supervisor', 'executive', 'technician'].includes(role));
    return byUnit && pair.includes('process-owner') ? 'roles-reach-differ' : 'together';
  };

  it.each(pairs)('%s and %s', (one, other) => {
    const pair = [one, other];
    const rule = toRule(pair);
    expect(judge(pair)).toBe(rule);
    // An exception lets an administrator work besides; none lets audit hold anything else, nor an
    // analyst own the process they work on.
    const relaxed = judge(pair, ['S-6', 'S-7', 'S-9']);
    expect(relaxed).toBe(rule === 'roles-administrator-alone' ? 'together' : rule);
  });
});

describe('proposals', () => {
  it('are decided with another permission than they are made with', () => {
    for (const { propose, approve } of Object.values(PROPOSAL_KINDS)) expect(propose).not.toBe(approve);
  });
});
