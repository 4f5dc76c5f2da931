export type {
  Aggregate,
  CheckedIndicator,
  CheckedStandard,
  PlainRational,
  Term,
} from './checked-indicator.ts';
export { checkCondition, type ConditionField } from './check-condition.ts';
export { checkRowRule } from './check-row-rule.ts';
export { checkSheet } from './check-sheet.ts';
export { CAPACITY_PARTS, columnType, DECIMAL_SCALE } from './column-type.ts';
export type { ExpressionPlace } from './expression-place.ts';
export { holdsCondition } from './holds-condition.ts';
export { LANGUAGE_CODES, type LanguageCode } from './language-code.ts';
export { nearest } from './nearest.ts';
export { type CheckedLine, printChecked, printExpression } from './print-checked.ts';
export { readExpression } from './read-expression.ts';
export { children, columnsOf, mentions, type RowExpression } from './row-expression.ts';
export { type FormulaNode, toFormula } from './to-formula.ts';
export type { ComparisonOp, Tree } from './tree.ts';
export { codeIds, PERIOD_EXAMPLES, processSubtree, type Vocabulary } from './vocabulary.ts';
