import type { Ledger } from '../../ledger/index.ts';

/** Whether the folder was created as demo: the only place where a role is taken by one click. */
export function isDemo(ledger: Ledger): boolean {
  return ledger.findSetting('demo')?.value === true;
}
