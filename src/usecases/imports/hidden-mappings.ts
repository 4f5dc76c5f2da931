import type { Ledger } from '../../ledger/index.ts';

const SETTING = 'hidden-mappings';

/** Saved equivalences that are no longer offered; each stays in the ledger with the imports it served. */
export function listHiddenMappings(ledger: Ledger): readonly string[] {
  const value = ledger.findSetting(SETTING)?.value;
  return Array.isArray(value) ? value.map(String) : [];
}

/** Stops offering a saved equivalence. */
export function hideMapping(ledger: Ledger, name: string): void {
  ledger.changeSetting(SETTING, [...new Set([...listHiddenMappings(ledger), name])].sort());
}

/** Offers a saved equivalence again, as saving it anew does. */
export function offerMapping(ledger: Ledger, name: string): void {
  const hidden = listHiddenMappings(ledger);
  if (hidden.includes(name))
    ledger.changeSetting(
      SETTING,
      hidden.filter((other) => other !== name),
    );
}
