import { type CheckedIndicator, mentions, type RowExpression } from '../language/index.ts';

/** Whether the formula asks for the limit of each fact. */
export function readsLimit(indicator: CheckedIndicator): boolean {
  return indicator.aggregates.some(({ argument, where }) =>
    [argument, where].some((expression) => expression !== null && mentions(expression, 'limit')),
  );
}

/** Whether a measure runs on working time. */
export function mentionsWorking(expression: RowExpression): boolean {
  return (
    (expression.kind === 'call' && expression.name === 'working') ||
    (mentions(expression, 'call') && JSON.stringify(expression).includes('"name":"working"'))
  );
}
