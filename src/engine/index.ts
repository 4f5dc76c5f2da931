export { findDimension, TIME_DIMENSIONS } from './dimension.ts';
export { type EvaluateSettings, evaluatePlan, type Figure, type ResultRow } from './evaluate.ts';
export { judge } from './judge.ts';
export * from './plan.ts';
export { planIndicators } from './plan-indicators.ts';
export { printRow, quoteName, quoteText } from './print-row.ts';
