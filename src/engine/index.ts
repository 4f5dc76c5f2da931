export { findDimension, TIME_DIMENSIONS } from './dimension.ts';
export { type EvaluateSettings, evaluateInSteps, evaluatePlan, type Figure } from './evaluate.ts';
export type { ResultRow } from './result-group.ts';
export { judge } from './judge.ts';
export * from './plan.ts';
export { planIndicators } from './plan-indicators.ts';
export {
  findMissingFilter,
  planRows,
  type RowColumn,
  type RowsPlan,
  type RowsRequest,
  type RowsWindow,
} from './plan-rows.ts';
export { printRow, quoteName, quoteText } from './print-row.ts';
