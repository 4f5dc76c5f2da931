import {
  type Language,
  type Permission,
  PERMISSIONS,
  type Reach,
  RELAXABLE_RULES,
  type Role,
  ROLES,
} from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import { aboutRole, namePermission, nameRole, nameRule } from '../../sentences/index.ts';

/** What giving a role asks besides. */
type Need = 'units' | 'processes' | 'end' | 'nothing';

const NEEDS: Readonly<Partial<Record<Role, Need>>> = {
  supervisor: 'units',
  executive: 'units',
  technician: 'units',
  'process-owner': 'processes',
  reviewer: 'end',
};

/** The roles and what each may do, in words; the processes a role may be held to; and the rules that an exception may relax. */
export function describeRoles({ content }: Pick<Institution, 'content'>, language: Language) {
  return {
    processes: [...content.catalogue.processes.values()].map(({ id, name }) => ({
      id,
      name: name[language],
    })),
    roles: ROLES.map((role) => ({
      role,
      name: nameRole(role, language),
      about: aboutRole(role, language),
      needs: NEEDS[role] ?? ('nothing' as const),
    })),
    permissions: (Object.keys(PERMISSIONS) as Permission[]).map((permission) => ({
      permission,
      name: namePermission(permission, language),
      reach: { ...PERMISSIONS[permission] } as Record<string, Reach>,
    })),
    relaxable: RELAXABLE_RULES.map((rule) => ({ rule, name: nameRule(rule, language) })),
  };
}
