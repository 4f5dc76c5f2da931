import { composeSheet, printPdf } from '../../report/index.ts';
import { gatherSheet, type PaperQuestion, toBasis } from '../gather-papers.ts';
import type { Institution } from '../institution.ts';
import { issuePaper, type Printer } from './issue-paper.ts';

/** A paper ready to be sent: its name, its bytes, its code. */
export interface PrintedPaper {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly code: string;
}

/**
 * Prints the technical sheet of an indicator as PDF and keeps its code in the ledger. The same
 * figures, versions and date give the same bytes. Refuses what `viewSheet` refuses.
 */
export async function printSheet(
  institution: Institution,
  asked: Omit<Extract<PaperQuestion, { kind: 'sheet' }>, 'kind'>,
  printer: Printer,
): Promise<PrintedPaper> {
  const question = { kind: 'sheet', ...asked } as const;
  const view = await gatherSheet(institution, question, printer);
  const basis = toBasis(question, printer.scope.units, [view]);
  const meta = issuePaper(institution, question, basis, printer);
  return {
    name: `ficha-${view.indicator}-${view.period}.pdf`,
    bytes: await printPdf(composeSheet(view, meta)),
    code: meta.code,
  };
}
