import type { Institution } from '../institution.ts';
import { discardDraft, getDraft } from './drafts.ts';
import { importFile } from './import-file.ts';
import { findRejectPercent } from './reject-limit.ts';
import { type DraftChoice, type DraftOutcome, toImportRequest, toOutcome } from './try-draft.ts';

/**
 * Publishes a draft: all of it or nothing, as any import. Over the limit of rows to correct it is
 * refused (`over-reject-limit`) unless a reason is given, which stays with the import. The draft
 * goes once its rows are in.
 */
export async function publishDraft(
  institution: Institution,
  choice: DraftChoice & { readonly reason: string | null },
): Promise<DraftOutcome> {
  const draft = await getDraft(institution, choice.draft, choice.by);
  const rejects = { percent: findRejectPercent(institution.ledger), reason: choice.reason };
  const report = await importFile(
    institution,
    toImportRequest(choice, draft.path, { dry_run: false, rejects }),
  );
  await discardDraft(institution, choice.draft, choice.by);
  return toOutcome(institution, report);
}
