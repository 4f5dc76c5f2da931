import { deleteFacts, openFacts } from '../../facts/index.ts';
import { type Institution, toFactsContext } from '../institution.ts';
import { syncFacts } from '../sync-facts.ts';

/** Deletes the projection and makes it anew from raw files and ledger; that it was done stays in the audit trail. */
export async function rebuildFacts(
  institution: Institution,
): Promise<{ readonly institution: Institution; readonly imports: number }> {
  institution.facts.close();
  await deleteFacts(institution.folder);
  const facts = await openFacts(institution.folder, toFactsContext(institution.content, institution.ledger));
  const fresh: Institution = {
    ...institution,
    facts,
    close: () => {
      facts.close();
      institution.ledger.close();
    },
  };
  await syncFacts(fresh);
  fresh.ledger.trail.note('rebuilt', {});
  return { institution: fresh, imports: institution.ledger.listImports().length };
}
