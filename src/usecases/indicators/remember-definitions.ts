import type { Institution } from '../institution.ts';
import { type KeptSheet, sheetKey } from '../kept-sheet.ts';
import { compareDefinitions, type Definition, type DefinitionChange, toDefinition } from '../definition.ts';

/** A version of an indicator's sheet from when it was first read here. */
export interface DefinitionVersion {
  readonly at: string;
  /** Id of who changed it here; null for a file that was put in its folder. */
  readonly by: string | null;
  readonly by_name: string | null;
  /** Why, and who approved it; null where nobody said, or nobody had to. */
  readonly reason: string | null;
  readonly approved_by_name: string | null;
  readonly version: number;
  /** What it changed of the one before; empty for the first. */
  readonly changes: readonly DefinitionChange[];
}

interface Kept {
  readonly by: string | null;
  readonly sheet: Definition;
}

const KEY = 'definition/';

/**
 * Keeps in the ledger the text of each sheet that differs from the last one kept, so that every
 * version ever in force can be shown with its date. To be called after content is read.
 *
 * @returns ids of the indicators whose sheet is new or changed
 */
export function rememberDefinitions(institution: Institution): readonly string[] {
  const { ledger, content } = institution;
  const changed: string[] = [];
  for (const sheet of content.catalogue.sheets.values()) {
    if (!content.indicators.has(sheet.id)) continue;
    const definition = toDefinition(sheet);
    const kept = ledger.findSetting(KEY + sheet.id)?.value as Kept | undefined;
    if (kept && isSame(kept.sheet, definition)) continue;
    const value: Kept = { by: ledger.actor, sheet: definition };
    ledger.changeSetting(KEY + sheet.id, value);
    changed.push(sheet.id);
  }
  return changed;
}

function isSame(a: Definition, b: Definition): boolean {
  return ['es', 'en'].every((language) => compareDefinitions(a, b, language as 'es' | 'en').length === 0);
}

/** Every version of an indicator's sheet that was ever in force here, the latest first. */
export function listDefinitions(
  institution: Institution,
  indicator: string,
  language: 'es' | 'en',
): readonly DefinitionVersion[] {
  const { ledger } = institution;
  const kept = ledger.listSettingChanges(KEY + indicator);
  const written = ledger.listSettingChanges(sheetKey(indicator));
  const nameOf = (id: string | null | undefined) => (id ? (ledger.people.find(id)?.name ?? id) : null);
  return kept
    .map(({ at, seq, value }, index) => {
      const { sheet } = value as Kept;
      const last = kept[index - 1];
      const before = last === undefined ? null : (last.value as Kept).sheet;
      // What was written here since the version before is what this one was read from.
      const source = written.findLast((each) => each.seq < seq && each.seq > (last?.seq ?? 0));
      const { by = null, reason = '', approved_by } = (source?.value ?? {}) as Partial<KeptSheet>;
      return {
        at,
        by,
        by_name: nameOf(by),
        reason: reason === '' ? null : reason,
        approved_by_name: approved_by === by ? null : nameOf(approved_by),
        version: Number(sheet['version']),
        changes: before === null ? [] : compareDefinitions(before, sheet, language),
      };
    })
    .toReversed();
}
