import type { Language, LocalText, SheetForm } from '../../kernel/index.ts';
import { readDraft, toSheetForm } from '../../library/index.ts';
import type { Institution } from '../institution.ts';
import { draftIndicator } from './draft-indicator.ts';
import { getSheetFile } from './find-basis.ts';
import { proposeCode } from './propose-code.ts';
import { listSheetVersions } from './save-indicator.ts';
import { type SaidProblem, sayProblems } from './say-form.ts';

/** An indicator as it is opened to be changed or copied. */
export interface OpenedIndicator {
  readonly id: string;
  readonly pack: string;
  /** True when its file is of the own pack; else saving makes the own one take its place. */
  readonly own: boolean;
  /** Null when a form cannot hold it: then it is edited as text. */
  readonly form: SheetForm | null;
  /** What in it no form can hold. */
  readonly beyond: { readonly field: string; readonly text: string } | null;
  readonly text: string;
  readonly digest: string;
  /** Version the file says; 0 where it cannot be read. */
  readonly version: number;
  readonly problems: readonly SaidProblem[];
  readonly versions: ReturnType<typeof listSheetVersions>;
}

/** Anchors tie parts of a file together: a form would change both. */
function hasAnchors(text: string): boolean {
  return /(?:^|[\s[{,:-])[&*][A-Za-z0-9_]/m.test(text.replace(/'[^'\n]*'|"[^"\n]*"|#[^\n]*/g, ''));
}

/**
 * Opens an indicator to change it, or to begin another from it: as a form where one can hold it,
 * and always as text.
 */
export async function openIndicator(
  institution: Institution,
  input: { readonly id: string; readonly copy: boolean; readonly language: Language },
): Promise<OpenedIndicator> {
  const { content } = institution;
  const { file, pack, own } = await getSheetFile(institution, input.id);
  const { sheet } = readDraft(file.text, `${input.id}.yaml`, pack, content.catalogue);
  const read = sheet === null ? null : toSheetForm(sheet, content.catalogue.datasets);
  const isTied = hasAnchors(file.text);
  const form = read?.form && !isTied ? read.form : null;
  const basis = { text: file.text, version: sheet?.version ?? 1, replaces: false };
  const { problems } = draftIndicator(content, { text: file.text }, basis);
  return {
    id: input.id,
    pack,
    own,
    form: form && input.copy ? toCopy(form, institution) : form,
    beyond: form !== null ? null : (read?.beyond ?? { field: '', text: '' }),
    text: file.text,
    digest: file.digest,
    version: sheet?.version ?? 0,
    problems: sayProblems(problems, input.language),
    versions: input.copy ? [] : listSheetVersions(institution, input.id),
  };
}

function toCopy(form: SheetForm, institution: Institution): SheetForm {
  const name: LocalText = { es: `${form.name.es} (copia)`, en: `${form.name.en} (copy)` };
  return { ...form, id: '', name, code: proposeCode(form.name.es, institution.content.catalogue) };
}
