import type { ImportRecord } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import { syncFacts } from '../sync-facts.ts';

/**
 * Takes an import back: its rows leave, the versions they displaced return, and the same bytes
 * import again. It needs no facts before: an import whose raw file is lost can be undone.
 */
export async function undoImport(
  institution: Institution,
  idOrPrefix: string,
  reason: string,
): Promise<ImportRecord> {
  const record = institution.ledger.recordUndo(idOrPrefix, reason, institution.ports.step);
  await syncFacts(institution);
  return record;
}
