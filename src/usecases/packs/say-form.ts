import { type FormAmount, type Language, type Severity, toProblem } from '../../kernel/index.ts';
import { sayProblem } from '../../sentences/index.ts';
import type { FormProblem } from './check-form.ts';

/** Something wrong at a field of a form, in words. */
export interface SaidProblem {
  readonly field: string;
  readonly code: string;
  readonly severity: Severity;
  readonly sentence: string;
  readonly fix: FormAmount | null;
  /** Place in the text of the file, for whoever edits that; null in a form. */
  readonly line: number | null;
  readonly column: number | null;
}

/** Problems in words, without the place in a file that whoever fills in a form never sees. */
export function sayProblems(problems: readonly FormProblem[], language: Language): readonly SaidProblem[] {
  const said = problems.map(({ field, problem, fix }): SaidProblem => {
    const { code, severity, where, hint } = problem;
    const shown = fix === null ? hint : undefined;
    const bare = { ...problem, where: {}, ...(shown === undefined ? { hint: '' } : { hint: shown }) };
    const sentence = sayProblem(bare, language);
    return {
      field,
      code,
      severity,
      sentence: sentence.charAt(0).toUpperCase() + sentence.slice(1),
      fix,
      line: where.line ?? null,
      column: where.column ?? null,
    };
  });
  return said.filter(
    (each, index) =>
      said.findIndex(({ field, sentence }) => field === each.field && sentence === each.sentence) === index,
  );
}

/** What is still to be written, each at its field. */
export function sayMissing(fields: readonly string[], language: Language): readonly SaidProblem[] {
  return sayProblems(
    fields.map((field) => ({
      field,
      problem: toProblem('form-missing', { path: field }, { field }),
      fix: null,
    })),
    language,
  );
}
