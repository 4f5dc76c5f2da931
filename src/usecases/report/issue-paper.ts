import type { Scope } from '../../kernel/index.ts';
import { type PaperBasis, type PaperMeta, toCode } from '../../report/index.ts';
import { printPeriod, sayException } from '../../sentences/index.ts';
import type { Figures } from '../figures.ts';
import type { PaperQuestion, PaperReader } from '../gather-papers.ts';
import type { Institution } from '../institution.ts';

/** Who prints, and for whom it is gathered. */
export interface Printer extends PaperReader {
  /** Name printed at the foot; empty on the folder itself. */
  readonly who: string;
  /** Figures kept in memory; measured for this paper alone where absent. */
  readonly figures?: Figures;
}

/** What the ledger keeps of an issued paper, by its code. */
export interface IssuedPaper {
  readonly question: PaperQuestion;
  readonly scope: Scope;
  readonly basis: PaperBasis;
  readonly date: string;
  readonly who: string;
}

const KEY = 'paper/';

/** Issues the code of a paper, keeps what it stands for, and says what every paper says of itself. */
export function issuePaper(
  institution: Institution,
  question: PaperQuestion,
  basis: PaperBasis,
  printer: Printer,
): PaperMeta {
  const { ledger } = institution;
  const { language, scope, today, who } = printer;
  const code = toCode(basis);
  const issued: IssuedPaper = { question, scope, basis, date: today, who };
  ledger.changeSetting(KEY + code, issued);
  const subject = question.kind === 'month' ? 'informe' : question.indicator;
  ledger.trail.note('printed', { what: sayPaper(institution, question), code });
  // Who takes a result on paper has read it.
  if (ledger.actor !== null) ledger.readings.record(subject, question.period, today);
  const profile = ledger.findSetting('institution')?.value as { readonly name?: string } | undefined;
  return {
    language,
    institution: profile?.name ?? '',
    date: today,
    who,
    code,
    exceptions: listExceptionLines(institution, printer),
  };
}

/** What was printed, by its name: «la ficha de «Plazo» de junio de 2011». */
function sayPaper({ content }: Pick<Institution, 'content'>, question: PaperQuestion): string {
  const when = printPeriod(question.period, 'es');
  if (question.kind === 'month')
    return question.form === 'wall' ? `la hoja de pared de ${when}` : `el informe de gestión de ${when}`;
  const name = content.catalogue.sheets.get(question.indicator)?.name.es ?? question.indicator;
  return `la ficha de «${name}» de ${when}`;
}

/** Every time a code was issued, oldest first; empty for a code that never was. */
export function listIssued(
  { ledger }: Institution,
  code: string,
): readonly { readonly at: string; readonly paper: IssuedPaper }[] {
  return ledger.listSettingChanges(KEY + code).map(({ at, value }) => ({ at, paper: value as IssuedPaper }));
}

/** A line for each exception to the segregation of duties in force (S-14). */
function listExceptionLines(
  { ledger }: Pick<Institution, 'ledger'>,
  { language, today }: PaperReader,
): readonly string[] {
  const nameOf = (id: string) => ledger.people.find(id)?.name ?? id;
  return ledger.exceptions
    .list()
    .filter(({ ended_at, from, until }) => ended_at === null && from <= today && today <= until)
    .map(({ rules, reason, from, until, signed_by, approved_by }) =>
      sayException(
        {
          rules,
          reason,
          from,
          until,
          signed_by: nameOf(signed_by),
          approved_by: approved_by === null ? null : nameOf(approved_by),
        },
        language,
      ),
    );
}
