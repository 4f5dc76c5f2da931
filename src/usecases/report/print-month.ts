import { composeMonth, printPdf } from '../../report/index.ts';
import { toFigureCache } from '../figure-cache.ts';
import { gatherLoop } from '../gather-loop.ts';
import { gatherMonth, toBasis } from '../gather-papers.ts';
import type { Institution } from '../institution.ts';
import { reachUnits } from '../reach-units.ts';
import { issuePaper, type Printer } from './issue-paper.ts';
import type { PrintedPaper } from './print-sheet.ts';

/**
 * Prints the monthly management report as PDF, of what the reader reaches or one unit of it, and keeps
 * its code in the ledger. Refuses (`out-of-scope`) a unit outside.
 */
export async function printMonth(
  institution: Institution,
  asked: { readonly period: string; readonly unit?: string | null },
  reader: Printer,
): Promise<PrintedPaper> {
  const units = reachUnits(reader.scope, asked.unit ?? null);
  const printer = { ...reader, scope: { ...reader.scope, units } };
  const view = await gatherMonth(institution, asked, printer);
  const { scope, language, today } = printer;
  const figures = reader.figures ?? { cache: toFigureCache(), version: 0 };
  const loop = await gatherLoop(institution, { period: view.period, scope, language, today, figures });
  const question = { kind: 'month', period: view.period } as const;
  const meta = issuePaper(institution, question, toBasis(question, units, view.sheets), printer);
  return {
    name: `informe-${view.period}.pdf`,
    bytes: await printPdf(composeMonth({ ...view, loop }, meta)),
    code: meta.code,
  };
}
