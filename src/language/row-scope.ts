import type { ValueType } from '../functions/index.ts';
import { type Dataset, type Params, type Problem, toProblem } from '../kernel/index.ts';
import { type ExpressionPlace, placeAt } from './expression-place.ts';
import type { LanguageCode } from './language-code.ts';
import type { RowExpression } from './row-expression.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What names mean while one row expression is checked. */
export interface RowScope {
  readonly vocabulary: Vocabulary;
  readonly dataset: Dataset;
  /** What `measure` stands for, when the sheet has one. */
  readonly measure: RowExpression | null;
  /** Type of `limit`, when standards give one. */
  readonly limit: ValueType | null;
  /** True when `measure` or `limit` is written with a mistake, told elsewhere: their absence is no news. */
  readonly broken?: { readonly measure: boolean; readonly limit: boolean };
  readonly place: ExpressionPlace;
  readonly problems: Problem[];
}

/** Collects a problem at a character of the expression; null, so that a check can return it. */
export function report(
  scope: Pick<RowScope, 'place' | 'problems'>,
  at: number,
  code: LanguageCode,
  params: Params,
  hint?: string,
): null {
  scope.problems.push(toProblem(code, placeAt(scope.place, at), params, hint));
  return null;
}

/** A readable name of a type for problems: its dimension when it is a quantity, else its kind. */
export function typeName(type: ValueType): string {
  return type.kind === 'quantity' ? type.dimension : type.kind;
}
