import type { Language, Params, Problem } from '../kernel/index.ts';
import { sayProblem, sayRefusal } from '../sentences/index.ts';

/** What has the sentences of its problems beside them. */
export type Told<T> = T extends Problem
  ? T & { readonly sentence: string }
  : T extends readonly (infer U)[]
    ? readonly Told<U>[]
    : T extends object
      ? { readonly [K in keyof T]: Told<T[K]> }
      : T;

/** Codes whose words speak to a command line, and the ones with the way out that a screen has. */
const ON_SCREEN: Readonly<Record<string, string>> = {
  'unknown-code': 'screen-unknown-code',
  'column-absent': 'screen-column-absent',
  'sheets-look-alike': 'screen-other-sheets',
  'delimiter-not-found': 'screen-delimiter-not-found',
  'header-line-not-found': 'screen-header-line-not-found',
  'encoding-ambiguous': 'screen-encoding-ambiguous',
  'encoding-invalid': 'screen-encoding-wrong',
  'encoding-undefined-byte': 'screen-encoding-wrong',
};

function isProblem(value: object): value is Problem {
  return 'code' in value && 'severity' in value && 'where' in value && 'params' in value;
}

/** What is wrong, without the place: a screen shows it at its place. */
function saySentence(problem: Problem, language: Language): string {
  const code = ON_SCREEN[problem.code] ?? problem.code;
  const text = sayProblem({ ...problem, code, where: {} }, language);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Why a file cannot be read yet, in words for a screen on which it is corrected. */
export function tellRefusal(code: string, params: Params, language: Language): string {
  return sayRefusal(ON_SCREEN[code] ?? code, params, language);
}

/** The same value with a sentence beside every problem in it. */
export function tellProblems<T>(value: T, language: Language): Told<T> {
  const tell = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(tell);
    if (part === null || typeof part !== 'object') return part;
    if (isProblem(part)) return { ...part, sentence: saySentence(part, language) };
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, tell(inner)]));
  };
  return tell(value) as Told<T>;
}
