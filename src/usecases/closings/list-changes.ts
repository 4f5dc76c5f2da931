import type { Institution } from '../institution.ts';
import type { FigureChange } from './compare-figures.ts';

/** What each figure was and is in a version of a closed month, whole figures first; empty in the first version. */
export function listChanges(
  { ledger }: Pick<Institution, 'ledger'>,
  closing: number,
): readonly FigureChange[] {
  return ledger.closings.changesOf(closing) as readonly FigureChange[];
}
