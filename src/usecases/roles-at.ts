import type { Person, Role } from '../kernel/index.ts';
import type { CaseRecord } from '../ledger/index.ts';

/** Roles somebody has where a case is, on a date. */
export function rolesAt(
  who: Person,
  { unit, process }: Pick<CaseRecord, 'unit' | 'process'>,
  today: string,
): readonly Role[] {
  const held = who.grants.filter(({ role, units, processes, until }) => {
    if (until !== null && until < today) return false;
    if (role === 'process-owner') return processes?.includes(process) ?? false;
    const local = role === 'supervisor' || role === 'executive' || role === 'technician';
    return units === null ? !local : units.includes(unit);
  });
  return held.map(({ role }) => role);
}
