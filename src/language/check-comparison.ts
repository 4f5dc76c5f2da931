import type { ValueType } from '../functions/index.ts';
import { isDate } from '../kernel/index.ts';
import { agree, alignScales } from './check-quantity.ts';
import { nearest } from './nearest.ts';
import type { RowExpression } from './row-expression.ts';
import { report, type RowScope, typeName } from './row-scope.ts';
import type { ComparisonOp, Tree } from './tree.ts';
import { codeIds, processSubtree } from './vocabulary.ts';

const BOOLEAN: ValueType = { kind: 'boolean' };

const MIRRORED: Readonly<Record<ComparisonOp, ComparisonOp>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** A constant, or a date beside an instant, is read in the light of the other side: it goes to the right. */
function isMirrored(left: RowExpression, right: RowExpression): boolean {
  if (left.kind === 'constant') return right.kind !== 'constant';
  return left.type.kind === 'date' && right.type.kind === 'instant';
}

/** Comparison of two checked sides over one row. */
export function checkComparison(
  tree: Extract<Tree, { kind: 'comparison' }>,
  left: RowExpression,
  right: RowExpression,
  scope: RowScope,
): RowExpression | null {
  if (left.type.kind === 'quantity' || right.type.kind === 'quantity') {
    const pair = agree(tree.at, tree.op, left, right, scope);
    return pair && { kind: 'comparison', type: BOOLEAN, op: tree.op, left: pair[0], right: pair[1] };
  }
  const mirrored = isMirrored(left, right);
  const [first, second] = mirrored ? [right, left] : [left, right];
  const op = mirrored ? MIRRORED[tree.op] : tree.op;
  const comparable = toComparable(first, second, mirrored ? tree.left.at : tree.right.at, scope);
  if (!comparable) return null;
  const isOrdered = first.type.kind === 'instant' || first.type.kind === 'date';
  if (!isOrdered && op !== '=' && op !== '!=') {
    return report(scope, tree.at, 'no-order', { operation: tree.op, type: typeName(first.type) });
  }
  return { kind: 'comparison', type: BOOLEAN, op, left: first, right: comparable };
}

/** `left in (values)` over checked sides; null among the values is one already reported. */
export function checkMembership(
  tree: Extract<Tree, { kind: 'in' }>,
  left: RowExpression,
  values: readonly (RowExpression | null)[],
  scope: RowScope,
): RowExpression | null {
  const members = values.map((value, index) => {
    const { at } = tree.values[index]!;
    if (value === null) return null;
    if (left.type.kind === 'quantity') return agree(at, 'in', left, value, scope)?.[1] ?? null;
    return toComparable(left, value, at, scope);
  });
  const known = members.filter((member) => member !== null);
  if (known.length < members.length) return null;
  const aligned = alignScales([left, ...known]);
  if (!aligned) return report(scope, tree.at, 'scales-do-not-meet', { operation: 'in' });
  const [first, ...others] = aligned;
  return { kind: 'in', type: BOOLEAN, left: first!, values: others };
}

/** The right side of a comparison, read in the light of the left: codes must exist, texts beside dates are dates. */
function toComparable(
  left: RowExpression,
  right: RowExpression,
  at: number,
  scope: RowScope,
): RowExpression | null {
  const isText = right.kind === 'constant' && right.type.kind === 'text';
  if (isText && (left.type.kind === 'instant' || left.type.kind === 'date')) {
    if (isDate(right.value)) return { ...right, type: { kind: 'date' } };
    return report(scope, at, 'not-a-date', { value: right.value });
  }
  const isDay = left.type.kind === 'instant' && right.type.kind === 'date';
  if (left.type.kind !== right.type.kind && !isDay) {
    const names = { left: typeName(left.type), right: typeName(right.type) };
    return report(scope, at, 'kind-mismatch', names);
  }
  if (isText && left.type.kind === 'text' && left.type.codes !== null) {
    return checkCode(left.type.codes, right, at, scope);
  }
  return right;
}

function checkCode(
  list: string,
  code: Extract<RowExpression, { kind: 'constant' }>,
  at: number,
  scope: RowScope,
): RowExpression | null {
  const ids = codeIds(scope.vocabulary, list);
  if (!ids || ids.includes(code.value)) return code;
  return report(
    scope,
    at,
    'code-not-in-list',
    { value: code.value, list, codes: ids },
    nearest(code.value, ids),
  );
}

/** `left within 'process'` over a checked side: the process and every one below it. */
export function checkWithin(
  tree: Extract<Tree, { kind: 'within' }>,
  left: RowExpression,
  scope: RowScope,
): RowExpression | null {
  if (tree.value.kind !== 'text' || left.type.kind !== 'text' || left.type.codes !== 'process') {
    return report(scope, tree.at, 'within-needs-process', { type: typeName(left.type) });
  }
  const { type } = left;
  const root: RowExpression = { kind: 'constant', type, value: tree.value.value };
  if (!checkCode('process', root, tree.value.at, scope)) return null;
  const values = processSubtree(scope.vocabulary, root.value).map(
    (id): RowExpression => ({ kind: 'constant', type, value: id }),
  );
  return { kind: 'in', type: BOOLEAN, left, values };
}
