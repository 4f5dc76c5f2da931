import type { ImportRecord } from '../../ledger/index.ts';
import { getDataset, type Institution } from '../institution.ts';
import { withdrawFacts } from '../sync-facts.ts';

/** Takes an import back: its rows leave, the versions they displaced return, and the same bytes import again. */
export async function undoImport(
  institution: Institution,
  idOrPrefix: string,
  reason: string,
): Promise<ImportRecord> {
  const record = institution.ledger.recordUndo(idOrPrefix, reason, institution.ports.step);
  const { facts, content } = institution;
  await facts.duck.transaction(() =>
    withdrawFacts(institution, getDataset(content, record.dataset), record.seq),
  );
  await facts.refresh();
  return record;
}
