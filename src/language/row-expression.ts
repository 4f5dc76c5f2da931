import type { ValueType } from '../functions/index.ts';
import type { ComparisonOp } from './tree.ts';

/**
 * A checked expression over one row: plain data, every node with its type, names resolved, units
 * agreed. Numbers are integers written as text, already in base units times `type.scale`.
 */
export type RowExpression =
  | { readonly kind: 'column'; readonly type: ValueType; readonly name: string }
  | { readonly kind: 'constant'; readonly type: ValueType; readonly value: string }
  /** The limit of the fact: of the standard of its own date and place. */
  | { readonly kind: 'limit'; readonly type: ValueType }
  | {
      readonly kind: 'call';
      readonly type: ValueType;
      readonly name: string;
      readonly args: readonly RowExpression[];
    }
  | {
      readonly kind: 'arithmetic';
      readonly type: ValueType;
      readonly op: '+' | '-' | '*' | '/';
      readonly left: RowExpression;
      readonly right: RowExpression;
    }
  | {
      readonly kind: 'rescale';
      readonly type: ValueType;
      readonly factor: number;
      readonly operand: RowExpression;
    }
  | {
      readonly kind: 'comparison';
      readonly type: ValueType;
      readonly op: ComparisonOp;
      readonly left: RowExpression;
      readonly right: RowExpression;
    }
  | {
      readonly kind: 'in';
      readonly type: ValueType;
      readonly left: RowExpression;
      readonly values: readonly RowExpression[];
    }
  | {
      readonly kind: 'empty';
      readonly type: ValueType;
      readonly left: RowExpression;
      readonly negated: boolean;
    }
  | {
      readonly kind: 'logic';
      readonly type: ValueType;
      readonly op: 'and' | 'or';
      readonly left: RowExpression;
      readonly right: RowExpression;
    }
  | { readonly kind: 'not'; readonly type: ValueType; readonly operand: RowExpression };

/** The parts of an expression, for walking it. */
export function children(expression: RowExpression): readonly RowExpression[] {
  switch (expression.kind) {
    case 'column':
    case 'constant':
    case 'limit':
      return [];
    case 'call':
      return expression.args;
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      return [expression.left, expression.right];
    case 'rescale':
    case 'not':
      return [expression.operand];
    case 'in':
      return [expression.left, ...expression.values];
    case 'empty':
      return [expression.left];
    default:
      return expression satisfies never;
  }
}

/** Every column an expression reads, once each, in order of appearance. */
export function columnsOf(expression: RowExpression): readonly string[] {
  const own = expression.kind === 'column' ? [expression.name] : [];
  return [...new Set([...own, ...children(expression).flatMap(columnsOf)])];
}

/** Whether any node of the expression is of that kind. */
export function mentions(expression: RowExpression, kind: RowExpression['kind']): boolean {
  return expression.kind === kind || children(expression).some((child) => mentions(child, kind));
}
