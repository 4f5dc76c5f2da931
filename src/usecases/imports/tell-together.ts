import type { Problem } from '../../kernel/index.ts';

/**
 * The problem of the first of some rows told for all of them: its text is one of so many, and the
 * nearest name is that of it alone.
 *
 * @param values how many different texts the rows have
 */
export function tellTogether(problem: Problem, values: number): Problem {
  if (values < 2) return problem;
  const { hint: _hint, ...rest } = problem;
  return { ...rest, params: { ...problem.params, hint: '', more: values - 1 } };
}
