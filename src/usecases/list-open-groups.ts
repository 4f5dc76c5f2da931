import type { CaseGroup } from '../ledger/index.ts';
import type { Institution } from './institution.ts';

const toGroupKey = (group: Omit<CaseGroup, 'n'>): string =>
  JSON.stringify([
    group.kind,
    group.procedure,
    group.process,
    group.state,
    group.unit,
    group.assigned_to,
    group.answered,
  ]);

/** Cases that are not over, in groups with how many, without those kept from whoever looks. */
export function listOpenGroups(
  { ledger }: Pick<Institution, 'ledger'>,
  hidden: readonly string[],
): readonly CaseGroup[] {
  if (hidden.length === 0) return ledger.cases.groups();
  const groups = new Map(ledger.cases.groups().map((group) => [toGroupKey(group), group]));
  for (const number of hidden) {
    const record = ledger.cases.find(number);
    if (record === undefined || record.final) continue;
    const key = toGroupKey({ ...record, answered: record.stopped_at !== null });
    const group = groups.get(key);
    if (group !== undefined) groups.set(key, { ...group, n: group.n - 1 });
  }
  return [...groups.values()].filter(({ n }) => n > 0);
}
