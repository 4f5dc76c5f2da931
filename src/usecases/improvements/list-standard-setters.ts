import type { Definition } from '../definition.ts';
import { type KeptSheet, sheetKey } from '../kept-sheet.ts';
import type { Place } from './reach-improvement.ts';

interface KeptDefinition {
  readonly sheet: Definition;
}

const standardsOf = ({ sheet }: KeptDefinition): string => JSON.stringify(sheet['standards'] ?? null);

/**
 * Ids of who set or approved a standard of an indicator (S-1): who wrote the versions of its sheet in
 * which its standards came or changed and who approved them, who proposed and decided a change of
 * them, and who confirmed those that came with the program.
 */
export function listStandardSetters({ ledger }: Pick<Place, 'ledger'>, indicator: string): readonly string[] {
  const written = ledger.listSettingChanges(sheetKey(indicator));
  const versions = ledger.listSettingChanges(`definition/${indicator}`);
  const setters = versions.flatMap(({ seq, value }, index) => {
    const last = versions[index - 1];
    if (last && standardsOf(last.value as KeptDefinition) === standardsOf(value as KeptDefinition)) return [];
    const source = written.findLast((each) => each.seq < seq && each.seq > (last?.seq ?? 0));
    const kept = source?.value as KeptSheet | undefined;
    return [kept?.by, kept?.approved_by];
  });
  const decided = ledger.proposals
    .list({ open: false, kind: 'change-standard', subject: indicator })
    .filter(({ decision }) => decision === 'approved')
    .flatMap(({ proposed_by, decided_by }) => [proposed_by, decided_by]);
  const confirmed = ledger
    .listSettingChanges(`confirmed/${indicator}`)
    .map(({ value }) => (value as { readonly by?: string | null }).by);
  return [...new Set([...setters, ...decided, ...confirmed].filter((id) => typeof id === 'string'))];
}
