import type { Person } from '../kernel/index.ts';
import type { CaseGroup } from '../ledger/index.ts';
import type { Institution } from './institution.ts';
import { rolesAt } from './roles-at.ts';

/** Open cases in nobody's hands that wait for a role of this person where they are, in groups with how many. */
export function listTurns(
  { content, ledger }: Pick<Institution, 'content' | 'ledger'>,
  who: Person,
  today: string,
): readonly CaseGroup[] {
  const { procedures } = content.catalogue;
  return ledger.cases.groups().filter((group) => {
    if (group.assigned_to !== null) return false;
    const procedure = procedures.get(group.procedure);
    const actor = procedure?.case?.states.find(({ id }) => id === group.state)?.actor;
    const role = procedure?.actors.find(({ id }) => id === actor)?.role ?? null;
    return role !== null && rolesAt(who, group, today).includes(role);
  });
}
