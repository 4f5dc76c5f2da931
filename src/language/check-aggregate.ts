import {
  type AggregateFunction,
  type BasicStep,
  findFunction,
  quantityType,
  type ValueType,
} from '../functions/index.ts';
import {
  compare,
  type Dataset,
  multiply,
  ONE,
  parseDecimal,
  type Rational,
  rational,
  ZERO,
} from '../kernel/index.ts';
import { checkArgument, checkNumberOfArguments, checkPredicate, checkRow } from './check-row.ts';
import type { Aggregate, Term } from './checked-indicator.ts';
import { columnType } from './column-type.ts';
import { type Fraction, plain } from './fraction.ts';
import { nearest } from './nearest.ts';
import { columnsOf, type RowExpression } from './row-expression.ts';
import { report, type RowScope } from './row-scope.ts';
import { findInTree, type Tree } from './tree.ts';
import { findDataset } from './vocabulary.ts';

const NOTHING_BROKEN = { measure: false, limit: false };

type Call = Extract<Tree, { kind: 'call' }>;

/** The aggregate function of that name, or undefined. */
export function findAggregate(name: string): AggregateFunction | undefined {
  const definition = findFunction(name);
  return definition?.kind === 'aggregate' ? definition : undefined;
}

function isAggregate(tree: Tree): boolean {
  return tree.kind === 'call' && findAggregate(tree.name) !== undefined;
}

/** Whether a tree is a data set standing alone, as in `count(complaints)`. */
function isDatasetName(tree: Tree | undefined, scope: RowScope): boolean {
  return (
    tree?.kind === 'name' &&
    tree.dataset === null &&
    columnType(scope, tree.name) === null &&
    findDataset(scope.vocabulary, tree.name) !== undefined
  );
}

/** The data set an aggregate is about: the first one named in it, else the indicator's own. Null when reported. */
function findHome(tree: Call, scope: RowScope): Dataset | null {
  const [first] = tree.args;
  const named = isDatasetName(first, scope)
    ? first
    : findInTree(tree, (node) => node.kind === 'name' && node.dataset !== null);
  if (named?.kind !== 'name') return scope.dataset;
  const word = named.dataset ?? named.name;
  const dataset = findDataset(scope.vocabulary, word);
  return dataset ?? reportUnknownDataset(word, named.at, scope);
}

function reportUnknownDataset(word: string, at: number, scope: RowScope): null {
  const ids = [...scope.vocabulary.datasets.keys()];
  return report(scope, at, 'unknown-dataset', { dataset: word, datasets: ids }, nearest(word, ids));
}

/**
 * Checks one aggregate function over the rows of a data set and takes it apart into the basic
 * aggregates an engine computes, which are added to `aggregates` once each.
 */
export function checkAggregate(
  tree: Call,
  definition: AggregateFunction,
  scope: RowScope,
  aggregates: Aggregate[],
): Fraction | null {
  const nested = tree.args.map((argument) => findInTree(argument, isAggregate)).find(Boolean);
  if (nested) return report(scope, nested.at, 'aggregate-inside-aggregate', { function: tree.name });
  const dataset = findHome(tree, scope);
  if (!dataset) return null;
  const isHome = dataset.id === scope.dataset.id;
  if (!isHome && dataset.date === null) {
    return report(scope, tree.at, 'dataset-without-date', { dataset: dataset.id });
  }
  const inner: RowScope = isHome
    ? scope
    : { ...scope, dataset, measure: null, limit: null, broken: NOTHING_BROKEN };
  const [first] = tree.args;
  const args = isDatasetName(first, scope) ? tree.args.slice(1) : tree.args;
  const [lone] = args;
  // Nothing is expected in `count(...)` but a data set: a lone word there was meant to be one.
  if (definition.parameter === null && lone?.kind === 'name' && columnType(inner, lone.name) === null) {
    return reportUnknownDataset(lone.name, lone.at, scope);
  }
  const call = { ...tree, args };
  const expected = (definition.parameter === null ? 0 : 1) + (definition.fraction ? 1 : 0);
  if (!checkNumberOfArguments(call, expected, args.length, scope)) return null;
  const argument = definition.parameter === null ? null : checkRow(args[0]!, inner);
  const where = tree.where ? checkPredicate(tree.where, inner) : null;
  if ((definition.parameter !== null && !argument) || (tree.where && !where)) return null;
  if (argument && !checkArgument(call, definition, 0, argument, scope)) return null;
  if (argument && !checkWeight(call, definition, argument, dataset, scope)) return null;
  const fraction = definition.fraction ? readShare(args[1]) : toFixedFraction(definition);
  if (definition.fraction && fraction === null) {
    return report(scope, args[1]?.at ?? tree.at, 'not-a-share', { function: tree.name });
  }
  const type = definition.result(argument?.type ?? null);
  if (type?.kind !== 'quantity') throw new Error(`${tree.name} has no quantity as its result`);
  const place = (step: BasicStep): Term => {
    const made = toAggregate(step, dataset, argument, where, fraction, type);
    const text = JSON.stringify(made);
    const index = aggregates.findIndex((other) => JSON.stringify(other) === text);
    return { kind: 'aggregate', index: index >= 0 ? index : aggregates.push(made) - 1 };
  };
  const { numerator, denominator } = definition.expansion;
  return {
    numerator: place(numerator),
    denominator: denominator && place(denominator),
    dimension: type.dimension,
    bare: false,
  };
}

/**
 * Rows that stand for several facts are already counted that many times. Multiplying by the
 * number again would square it, and a percentile of such rows would be of rows, not of facts.
 */
function checkWeight(
  tree: Call,
  definition: AggregateFunction,
  argument: RowExpression,
  dataset: Dataset,
  scope: RowScope,
): boolean {
  const { weight } = dataset;
  if (weight === null) return true;
  const params = { function: tree.name, column: weight, dataset: dataset.id };
  if (definition.expansion.numerator.operation === 'quantile') {
    report(scope, tree.at, 'percentile-of-weighted-rows', params);
    return false;
  }
  const isInside = argument.kind !== 'column' && columnsOf(argument).includes(weight);
  if (argument.type.kind !== 'quantity' || !isInside) return true;
  report(scope, tree.args[0]?.at ?? tree.at, 'weight-in-expression', params);
  return false;
}

const BOOLEAN: ValueType = { kind: 'boolean' };

function isKnown(operand: RowExpression): RowExpression {
  return { kind: 'empty', type: BOOLEAN, left: operand, negated: true };
}

function both(a: RowExpression | null, b: RowExpression | null): RowExpression | null {
  return a && b ? { kind: 'logic', type: BOOLEAN, op: 'and', left: a, right: b } : (a ?? b);
}

function toAggregate(
  step: BasicStep,
  dataset: Dataset,
  argument: RowExpression | null,
  where: RowExpression | null,
  fraction: Rational | null,
  type: Aggregate['type'],
): Aggregate {
  const counted = (condition: RowExpression | null): Aggregate => ({
    dataset: dataset.id,
    operation: 'count',
    argument: null,
    where: condition,
    fraction: null,
    type: quantityType('count') as Aggregate['type'],
  });
  switch (step.over) {
    case 'rows':
      return counted(where);
    case 'holds':
      return counted(both(where, argument));
    case 'known':
      return counted(both(where, argument && isKnown(argument)));
    case 'argument':
      // The sum of the weights is the number of facts: weighing it again would square it.
      if (step.operation === 'sum' && argument?.kind === 'column' && argument.name === dataset.weight) {
        return { ...counted(where), type };
      }
      return {
        dataset: dataset.id,
        operation: step.operation,
        argument,
        where,
        fraction: fraction && plain(fraction),
        type,
      };
    default:
      return step.over satisfies never;
  }
}

function toFixedFraction(definition: AggregateFunction): Rational | null {
  return definition.fixed_fraction ? rational(...definition.fixed_fraction) : null;
}

/** A share between 0 and 1 written as `90 %` or `0.9`; null when it is neither. */
function readShare(tree: Tree | undefined): Rational | null {
  if (tree?.kind !== 'number' || (tree.unit !== null && tree.unit !== '%')) return null;
  const value = multiply(parseDecimal(tree.text)!, tree.unit === '%' ? rational(1n, 100n) : ONE);
  return compare(value, ZERO) < 0 || compare(value, ONE) > 0 ? null : value;
}
