import { type Person, toScope } from '../kernel/index.ts';
import type { CaseGroup } from '../ledger/index.ts';
import type { Institution } from './institution.ts';
import { rolesAt } from './roles-at.ts';

/**
 * Open cases in nobody's hands that wait for a role of this person where they are, in groups with how many.
 * What waits for a nightly batch is the turn of whoever may register how it ended.
 */
export function listTurns(
  { content, ledger }: Pick<Institution, 'content' | 'ledger'>,
  who: Person,
  today: string,
): readonly CaseGroup[] {
  const { procedures } = content.catalogue;
  const runner = toScope(who, 'run-batch', today);
  const runs = ({ unit, process }: CaseGroup): boolean =>
    runner !== null &&
    (runner.units === null || runner.units.includes(unit)) &&
    (runner.processes === null || runner.processes.includes(process));
  return ledger.cases.groups().filter((group) => {
    if (group.assigned_to !== null) return false;
    const procedure = procedures.get(group.procedure);
    if (procedure?.case?.batch?.from === group.state && runs(group)) return true;
    const actor = procedure?.case?.states.find(({ id }) => id === group.state)?.actor;
    const role = procedure?.actors.find(({ id }) => id === actor)?.role ?? null;
    return role !== null && rolesAt(who, group, today).includes(role);
  });
}
