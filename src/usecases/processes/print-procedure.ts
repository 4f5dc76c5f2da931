import type { Language, Procedure } from '../../kernel/index.ts';
import { composeProcedure, printPdf } from '../../report/index.ts';
import type { Institution } from '../institution.ts';
import type { StepQuery } from './measure-steps.ts';
import { type OtherTimes, viewProcedure } from './view-procedure.ts';

/** The document of a procedure as PDF, with the times its page shows. Refuses what `viewProcedure` refuses. */
export async function printProcedure(
  institution: Institution,
  id: string | null,
  asked: Omit<StepQuery, 'procedure'>,
  reader: { readonly language: Language; readonly today: string; readonly who: string },
  findOther: (procedure: Procedure) => Promise<OtherTimes | null>,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { process, procedure, sentence, times } = await viewProcedure(institution, id, asked, findOther);
  const profile = institution.ledger.findSetting('institution')?.value as
    | { readonly name?: string }
    | undefined;
  const { language } = reader;
  const paper = composeProcedure({
    language,
    date: reader.today,
    who: reader.who,
    institution: profile?.name ?? '',
    process: process.name,
    procedure,
    sentence: sentence[language],
    times,
  });
  return { name: `${procedure.id}.pdf`, bytes: await printPdf(paper) };
}
