import type { Language } from '../../kernel/index.ts';
import { toBpmn } from '../../report/index.ts';
import type { Institution } from '../institution.ts';
import { getProcedure } from './view-procedure.ts';

/** A procedure as a BPMN 2.0 file, in one language. Refuses what `getProcedure` refuses. */
export async function writeBpmn(
  institution: Pick<Institution, 'content'>,
  asked: { readonly process: string; readonly procedure: string | null },
  language: Language,
): Promise<{ readonly name: string; readonly text: string }> {
  const { procedure } = getProcedure(institution, asked.process, asked.procedure);
  return { name: `${procedure.id}.bpmn`, text: await toBpmn(procedure, language) };
}
