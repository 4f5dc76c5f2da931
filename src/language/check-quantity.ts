import { quantityType, ROW_RATIO_SCALE, type ValueType } from '../functions/index.ts';
import { type Dimension, findUnit, multiply, parseDecimal, rational } from '../kernel/index.ts';
import type { RowExpression } from './row-expression.ts';
import { report, type RowScope, typeName } from './row-scope.ts';
import type { Tree } from './tree.ts';

export type Quantity = Extract<ValueType, { kind: 'quantity' }>;

/** Dimensions of which a number without unit may be an amount: 3 requests, 2.5 %, but never 48 of time. */
const COUNTABLE: readonly Dimension[] = ['ratio', 'count', 'number', 'money'];

/** Whether a number without unit (or zero, which is zero of anything) may stand beside that dimension. */
export function takesBareNumber(dimension: Dimension, isZero: boolean): boolean {
  return isZero || COUNTABLE.includes(dimension);
}

/** A number with its unit as an integer of base units: `48 h` is 172,800,000,000 microseconds; `95 %` is 95 of scale 100. */
export function checkNumber(
  tree: Extract<Tree, { kind: 'number' }>,
  scope: Pick<RowScope, 'place' | 'problems'>,
): Extract<RowExpression, { kind: 'constant' }> | null {
  const unit = tree.unit === null || tree.unit === '%' ? undefined : findUnit(tree.unit);
  const factor = tree.unit === '%' ? rational(1n, 100n) : rational(unit?.factor ?? 1n);
  const value = multiply(parseDecimal(tree.text)!, factor);
  let scale = 1;
  // The least scale that makes it whole: larger ones would only bring sums closer to their limit.
  while (BigInt(scale) % value.den !== 0n && scale <= ROW_RATIO_SCALE) scale *= 10;
  if (scale > ROW_RATIO_SCALE) return report(scope, tree.at, 'too-many-decimals', { value: tree.text });
  const scaled = value.num * (BigInt(scale) / value.den);
  return {
    kind: 'constant',
    type: quantityType(unit?.dimension ?? 'ratio', scale),
    value: scaled.toString(),
  };
}

/** A number without unit, or arithmetic of such numbers: it takes the dimension of what it stands beside. */
function isBare(expression: RowExpression): boolean {
  if (expression.kind === 'arithmetic') return isBare(expression.left) && isBare(expression.right);
  return (
    expression.kind === 'constant' &&
    expression.type.kind === 'quantity' &&
    expression.type.dimension === 'ratio'
  );
}

function isZero(expression: RowExpression): boolean {
  return expression.kind === 'constant' && expression.value === '0';
}

function adapt(expression: RowExpression, type: Quantity): RowExpression {
  const own = expression.type as Quantity;
  if (own.dimension === type.dimension || !isBare(expression)) return expression;
  if (!takesBareNumber(type.dimension, isZero(expression))) return expression;
  return { ...expression, type: quantityType(type.dimension, own.scale) };
}

function rescale(expression: RowExpression, scale: number): RowExpression {
  if (expression.type.kind !== 'quantity' || expression.type.scale === scale) return expression;
  const factor = scale / expression.type.scale;
  const type = quantityType(expression.type.dimension, scale);
  if (expression.kind === 'constant') {
    return { ...expression, type, value: (BigInt(expression.value) * BigInt(factor)).toString() };
  }
  return { kind: 'rescale', type, factor, operand: expression };
}

/** Brings quantities of one dimension to one scale; null when their scales have no common one. */
export function alignScales(expressions: readonly RowExpression[]): readonly RowExpression[] | null {
  const scales = expressions.flatMap(({ type }) => (type.kind === 'quantity' ? [type.scale] : []));
  const scale = Math.max(1, ...scales);
  if (scales.some((each) => scale % each !== 0)) return null;
  return expressions.map((expression) => rescale(expression, scale));
}

/** Brings two quantities of one dimension to one scale; a bare number takes the other's dimension. */
export function agree(
  at: number,
  operation: string,
  a: RowExpression,
  b: RowExpression,
  scope: RowScope,
): readonly [RowExpression, RowExpression] | null {
  if (a.type.kind !== 'quantity' || b.type.kind !== 'quantity') {
    const odd = a.type.kind === 'quantity' ? b : a;
    return report(scope, at, 'not-a-quantity', { operation, type: typeName(odd.type) });
  }
  const left = adapt(a, b.type);
  const right = adapt(b, a.type);
  const [leftName, rightName] = [typeName(left.type), typeName(right.type)];
  if (leftName !== rightName) {
    return report(scope, at, 'unit-mismatch', { left: leftName, right: rightName, operation });
  }
  const aligned = alignScales([left, right]);
  if (!aligned) return report(scope, at, 'scales-do-not-meet', { operation });
  return [aligned[0]!, aligned[1]!];
}

/** Dimension of a product or quotient, or null when the units do not make one. */
export function dimensionOf(op: '*' | '/', left: Dimension, right: Dimension): Dimension | null {
  const isPure = (dimension: Dimension) => dimension === 'ratio' || dimension === 'count';
  if (op === '/') return left === right ? 'ratio' : isPure(right) ? left : null;
  if (left === 'ratio' || (left === 'count' && right !== 'ratio')) return right;
  return isPure(right) ? left : null;
}

/** Arithmetic of two checked sides over one row. */
export function checkArithmetic(
  tree: Extract<Tree, { kind: 'arithmetic' }>,
  left: RowExpression,
  right: RowExpression,
  scope: RowScope,
): RowExpression | null {
  const { at, op } = tree;
  if (op === '+' || op === '-') {
    const pair = agree(at, op, left, right, scope);
    return pair && { kind: 'arithmetic', type: pair[0].type, op, left: pair[0], right: pair[1] };
  }
  if (left.type.kind !== 'quantity' || right.type.kind !== 'quantity') {
    const odd = left.type.kind === 'quantity' ? right : left;
    return report(scope, at, 'not-a-quantity', { operation: op, type: typeName(odd.type) });
  }
  if (op === '/' && isZero(right)) return report(scope, tree.right.at, 'division-by-zero', {});
  const dimension = dimensionOf(op, left.type.dimension, right.type.dimension);
  if (dimension === null) {
    const names = { left: left.type.dimension, right: right.type.dimension };
    return report(scope, at, 'unit-mismatch', { ...names, operation: op });
  }
  const scale = op === '/' ? ROW_RATIO_SCALE : left.type.scale * right.type.scale;
  if (!Number.isSafeInteger(scale)) return report(scope, at, 'scales-do-not-meet', { operation: op });
  return { kind: 'arithmetic', type: quantityType(dimension, scale), op, left, right };
}
