import { findFunction } from '../functions/index.ts';
import type { Dimension } from '../kernel/index.ts';
import { rational } from '../kernel/index.ts';
import { checkAggregate, findAggregate } from './check-aggregate.ts';
import { checkNumber, dimensionOf, takesBareNumber } from './check-quantity.ts';
import { reportUnknownFunction } from './check-row.ts';
import type { Aggregate, Term } from './checked-indicator.ts';
import { addFractions, constantOf, type Fraction, multiplyFractions, toConstant } from './fraction.ts';
import { report, type RowScope } from './row-scope.ts';
import type { Tree } from './tree.ts';

export interface CheckedFormula {
  readonly numerator: Term;
  readonly denominator: Term | null;
  readonly dimension: Dimension;
  readonly aggregates: readonly Aggregate[];
}

/**
 * Checks the formula of an indicator: arithmetic over aggregates, reduced to one fraction so that
 * every result rolls up by its numerator and denominator.
 *
 * Refused with place and reason: an aggregate inside an aggregate (a mean of aggregates), the sum
 * of ratios with different denominators (a mean of percentages), units that do not go together.
 */
export function checkFormula(tree: Tree, scope: RowScope): CheckedFormula | null {
  const aggregates: Aggregate[] = [];
  const fraction = toFraction(tree, scope, aggregates);
  if (!fraction) return null;
  if (aggregates.length === 0) return report(scope, tree.at, 'formula-without-aggregate', {});
  const { numerator, denominator, dimension } = fraction;
  return { numerator, denominator, dimension, aggregates };
}

function toFraction(tree: Tree, scope: RowScope, aggregates: Aggregate[]): Fraction | null {
  switch (tree.kind) {
    case 'number':
      return toNumberFraction(tree, scope);
    case 'call': {
      const definition = findAggregate(tree.name);
      if (definition) return checkAggregate(tree, definition, scope, aggregates);
      if (!findFunction(tree.name)) return reportUnknownFunction(tree, scope);
      return report(scope, tree.at, 'column-outside-aggregate', { field: tree.name });
    }
    case 'name':
      return report(scope, tree.at, 'column-outside-aggregate', { field: tree.name });
    case 'arithmetic': {
      const left = toFraction(tree.left, scope, aggregates);
      const right = toFraction(tree.right, scope, aggregates);
      return left && right && combine(tree, left, right, scope);
    }
    default:
      return report(scope, tree.at, 'not-a-formula', {});
  }
}

function toNumberFraction(tree: Extract<Tree, { kind: 'number' }>, scope: RowScope): Fraction | null {
  const constant = checkNumber(tree, scope);
  if (constant?.type.kind !== 'quantity') return null;
  const { dimension, scale } = constant.type;
  const value = rational(BigInt(constant.value), BigInt(scale));
  return {
    numerator: toConstant(value, dimension),
    denominator: null,
    dimension,
    bare: dimension === 'ratio',
  };
}

function combine(
  tree: Extract<Tree, { kind: 'arithmetic' }>,
  left: Fraction,
  right: Fraction,
  scope: RowScope,
): Fraction | null {
  const { op, at } = tree;
  const mismatch = () =>
    report(scope, at, 'unit-mismatch', { left: left.dimension, right: right.dimension, operation: op });
  if (op === '*' || op === '/') {
    const divisor = op === '/' ? constantOf(right) : null;
    if (divisor?.num === 0n) return report(scope, tree.right.at, 'division-by-zero', {});
    const dimension = dimensionOf(op, left.dimension, right.dimension);
    if (dimension === null) return mismatch();
    // Half of a sum is still a sum: a number under the line would make it a ratio to the eye.
    if (divisor && right.bare) {
      const inverse = { ...right, numerator: toConstant(rational(divisor.den, divisor.num)) };
      return multiplyFractions('*', left, inverse, dimension);
    }
    return multiplyFractions(op, left, right, dimension);
  }
  const dimension = sumDimension(left, right);
  if (dimension === null) return mismatch();
  return (
    addFractions(op, left, right, dimension) ?? report(scope, at, 'ratios-with-different-denominators', {})
  );
}

/** Dimension of a sum: the common one, or the other side's beside a number without unit. */
function sumDimension(left: Fraction, right: Fraction): Dimension | null {
  if (left.dimension === right.dimension) return left.dimension;
  const adapts = (side: Fraction, other: Fraction) =>
    side.bare && takesBareNumber(other.dimension, constantOf(side)?.num === 0n);
  if (adapts(left, right)) return right.dimension;
  return adapts(right, left) ? left.dimension : null;
}
