import { findFunction, type FunctionDefinition, type ValueType } from '../functions/index.ts';
import { checkComparison, checkMembership, checkWithin } from './check-comparison.ts';
import { agree, checkArithmetic, checkNumber } from './check-quantity.ts';
import { columnType } from './column-type.ts';
import type { RowExpression } from './row-expression.ts';
import { report, type RowScope, typeName } from './row-scope.ts';
import { suggestField, suggestFunction } from './suggest.ts';
import type { Tree } from './tree.ts';
import { reportBareText } from './unquoted-text.ts';
import { findDataset, namesDataset } from './vocabulary.ts';

const BOOLEAN: ValueType = { kind: 'boolean' };

/** Checks an expression that must be true or false for each row. */
export function checkPredicate(tree: Tree, scope: RowScope): RowExpression | null {
  const expression = checkRow(tree, scope);
  if (expression === null || expression.type.kind === 'boolean') return expression;
  return report(scope, tree.at, 'not-a-condition', { type: typeName(expression.type) });
}

/** Checks an expression over one row: names, kinds and units. Null when something was reported. */
export function checkRow(tree: Tree, scope: RowScope): RowExpression | null {
  switch (tree.kind) {
    case 'number':
      return checkNumber(tree, scope);
    case 'text':
      return { kind: 'constant', type: { kind: 'text', codes: null }, value: tree.value };
    case 'boolean':
      return { kind: 'constant', type: BOOLEAN, value: String(tree.value) };
    case 'name':
      return checkName(tree, scope);
    case 'call':
      return checkCall(tree, scope);
    case 'arithmetic': {
      const left = checkRow(tree.left, scope);
      const right = checkRow(tree.right, scope);
      return left && right && checkArithmetic(tree, left, right, scope);
    }
    case 'comparison': {
      if (reportBareText(tree.left, [tree.right], scope)) return null;
      const left = checkRow(tree.left, scope);
      const right = checkRow(tree.right, scope);
      return left && right && checkComparison(tree, left, right, scope);
    }
    case 'in': {
      if (reportBareText(tree.left, tree.values, scope)) return null;
      const left = checkRow(tree.left, scope);
      const values = tree.values.map((value) => checkRow(value, scope));
      return left && checkMembership(tree, left, values, scope);
    }
    case 'empty': {
      const left = checkRow(tree.left, scope);
      return left && { kind: 'empty', type: BOOLEAN, left, negated: tree.negated };
    }
    case 'within': {
      if (reportBareText(tree.left, [tree.value], scope)) return null;
      const left = checkRow(tree.left, scope);
      return left && checkWithin(tree, left, scope);
    }
    case 'logic': {
      const left = checkPredicate(tree.left, scope);
      const right = checkPredicate(tree.right, scope);
      return left && right && { kind: 'logic', type: BOOLEAN, op: tree.op, left, right };
    }
    case 'not': {
      const operand = checkPredicate(tree.operand, scope);
      return operand && { kind: 'not', type: BOOLEAN, operand };
    }
    default:
      return tree satisfies never;
  }
}

function checkName(tree: Extract<Tree, { kind: 'name' }>, scope: RowScope): RowExpression | null {
  const { dataset } = scope;
  if (tree.dataset !== null && !namesDataset(tree.dataset, dataset)) {
    if (!findDataset(scope.vocabulary, tree.dataset)) return reportUnknownPair(tree, scope);
    const params = { dataset: tree.dataset, home: dataset.id };
    return report(scope, tree.at, 'two-datasets-in-one-row', params);
  }
  if (tree.name === 'measure') {
    if (!scope.measure && scope.broken?.measure) return null;
    return scope.measure ?? report(scope, tree.at, 'measure-not-declared', { dataset: dataset.id });
  }
  if (tree.name === 'limit') {
    if (scope.limit) return { kind: 'limit', type: scope.limit };
    if (scope.broken?.limit) return null;
    return report(scope, tree.at, 'limit-not-declared', { dataset: dataset.id });
  }
  const type = columnType(scope, tree.name);
  if (type) return { kind: 'column', type, name: tree.name };
  const fields = [...dataset.columns, ...dataset.lookups].map((field) => field.name);
  const params = { field: tree.name, dataset: dataset.id, fields };
  return report(scope, tree.at, 'unknown-field', params, suggestField(tree.name, dataset));
}

/** A point in a name says "of that data set": here neither the data set nor the column is known. */
function reportUnknownPair(tree: Extract<Tree, { kind: 'name' }>, scope: RowScope): null {
  const written = `${tree.dataset}.${tree.name}`;
  const own = [...scope.dataset.columns, ...scope.dataset.lookups].some(({ name }) => name === tree.name);
  const hint = own ? tree.name : suggestField(tree.name, scope.dataset);
  return report(scope, tree.at, 'unknown-dataset-or-column', { written, dataset: tree.dataset }, hint);
}

function checkCall(tree: Extract<Tree, { kind: 'call' }>, scope: RowScope): RowExpression | null {
  const definition = findFunction(tree.name);
  if (!definition) return reportUnknownFunction(tree, scope);
  if (definition.kind === 'aggregate') {
    return report(scope, tree.at, 'aggregate-inside-row', { function: tree.name });
  }
  if (tree.where) return report(scope, tree.at, 'where-in-row-function', { function: tree.name });
  const { parameters } = definition;
  if (!checkNumberOfArguments(tree, parameters.length, tree.args.length, scope)) return null;
  const args: RowExpression[] = [];
  for (const [index, argument] of tree.args.entries()) {
    const checked = checkRow(argument, scope);
    if (!checked || !checkArgument(tree, definition, index, checked, scope)) return null;
    args.push(checked);
  }
  // Two values of which either may be the answer must be in one unit and one scale.
  const [first, second] = args;
  const taken =
    definition.nulls === 'first' && first && second ? agree(tree.at, tree.name, first, second, scope) : args;
  if (!taken) return null;
  const type = definition.result(taken.map((argument) => argument.type));
  if (type) return { kind: 'call', type, name: definition.name, args: taken };
  const [left = '', right = ''] = taken.map((argument) => typeName(argument.type));
  return report(scope, tree.at, 'unit-mismatch', { left, right, operation: tree.name });
}

/** Tells that nothing has that name, with the function that was probably meant. */
export function reportUnknownFunction(tree: Extract<Tree, { kind: 'call' }>, scope: RowScope): null {
  return report(scope, tree.at, 'unknown-function', { function: tree.name }, suggestFunction(tree.name));
}

/** True when a function is given as many arguments as it takes. */
export function checkNumberOfArguments(
  tree: Extract<Tree, { kind: 'call' }>,
  expected: number,
  found: number,
  scope: RowScope,
): boolean {
  if (expected === found) return true;
  report(scope, tree.at, 'wrong-number-of-arguments', { function: tree.name, expected, found });
  return false;
}

/** True when an argument is of the kind its function takes; `index` counts from 0. */
export function checkArgument(
  tree: Extract<Tree, { kind: 'call' }>,
  definition: FunctionDefinition,
  index: number,
  argument: RowExpression,
  scope: RowScope,
): boolean {
  const expected = definition.kind === 'row' ? definition.parameters[index] : definition.parameter;
  if (argument.type.kind === expected) return true;
  report(scope, tree.args[index]?.at ?? tree.at, 'wrong-argument', {
    function: tree.name,
    position: index + 1,
    expected: expected ?? '',
    found: typeName(argument.type),
  });
  return false;
}
