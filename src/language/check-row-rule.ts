import type { Dataset, Problem } from '../kernel/index.ts';
import { checkPredicate } from './check-row.ts';
import { readExpression } from './read-expression.ts';
import type { RowExpression } from './row-expression.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Checks a row rule of a data set: a condition over one row that good rows satisfy. */
export function checkRowRule(
  text: string,
  dataset: Dataset,
  vocabulary: Vocabulary,
  place: Problem['where'],
): { readonly check: RowExpression | null; readonly problems: readonly Problem[] } {
  const { tree, problems: found } = readExpression(text, place);
  const problems = [...found];
  const scope = { vocabulary, dataset, measure: null, limit: null, place, problems };
  return { check: tree && checkPredicate(tree, scope), problems };
}
