import type { FieldValue, FieldValues, Rational } from '../kernel/index.ts';
import { compare, parseDecimal } from '../kernel/index.ts';
import { readExpression } from './read-expression.ts';
import type { ComparisonOp, Tree } from './tree.ts';

/** True, false, or null for what cannot be said while an answer is missing. */
type Truth = boolean | null;

/** A read condition does not depend on who asks; texts come from packs, so that few are ever kept. */
const trees = new Map<string, Tree | null>();
const MOST_TREES = 5000;

function toTree(text: string): Tree | null {
  const kept = trees.get(text);
  if (kept !== undefined) return kept;
  const { tree } = readExpression(text, {});
  if (trees.size >= MOST_TREES) trees.clear();
  trees.set(text, tree);
  return tree;
}

/** Yes and no as the language writes them, and as YAML does. */
export function readTruthWord(tree: Tree): boolean | null {
  if (tree.kind === 'boolean') return tree.value;
  if (tree.kind !== 'name' || tree.dataset !== null) return null;
  return tree.name === 'true' ? true : tree.name === 'false' ? false : null;
}

/** The value a side stands for; null for an empty field and for anything a condition does not know. */
function valueOf(tree: Tree, values: FieldValues): FieldValue {
  if (tree.kind === 'text') return tree.value;
  if (tree.kind === 'number') return Number(tree.text);
  const word = readTruthWord(tree);
  if (word !== null) return word;
  if (tree.kind !== 'name' || tree.dataset !== null || !Object.hasOwn(values, tree.name)) return null;
  const value = values[tree.name] ?? null;
  return value === '' || (Array.isArray(value) && value.length === 0) ? null : value;
}

function toAmount(value: string | number): Rational | undefined {
  return parseDecimal(String(value));
}

/** Less than zero, zero or more than zero; null where two values have no order. */
function order(a: string | number | boolean, b: string | number | boolean): number | null {
  if (typeof a === 'boolean' || typeof b === 'boolean') return a === b ? 0 : null;
  const [x, y] = [toAmount(a), toAmount(b)];
  if (x !== undefined && y !== undefined) return compare(x, y);
  if (typeof a === 'number' || typeof b === 'number') return null;
  return a < b ? -1 : a > b ? 1 : 0;
}

function isEqual(a: string | number | boolean, b: string | number | boolean): boolean {
  return typeof a === 'string' && typeof b === 'string' ? a === b : order(a, b) === 0;
}

/** A field of several choices equals a value when the value is among them. */
function equals(left: FieldValue, right: FieldValue): Truth {
  if (left === null || right === null) return null;
  if (typeof left === 'object') {
    return typeof right === 'object'
      ? right.every((each) => left.includes(each))
      : left.includes(String(right));
  }
  return typeof right === 'object' ? right.includes(String(left)) : isEqual(left, right);
}

function compareValues(op: ComparisonOp, left: FieldValue, right: FieldValue): Truth {
  if (op === '=') return equals(left, right);
  if (op === '!=') return negate(equals(left, right));
  if (left === null || right === null || typeof left === 'object' || typeof right === 'object') return null;
  const apart = order(left, right);
  if (apart === null || typeof left === 'boolean') return null;
  if (op === '<') return apart < 0;
  if (op === '<=') return apart <= 0;
  return op === '>' ? apart > 0 : apart >= 0;
}

function negate(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

function either(left: Truth, right: Truth): Truth {
  if (left === true || right === true) return true;
  return left === null || right === null ? null : false;
}

function judge(tree: Tree, values: FieldValues): Truth {
  switch (tree.kind) {
    case 'boolean':
    case 'name': {
      const value = valueOf(tree, values);
      return typeof value === 'boolean' ? value : null;
    }
    case 'comparison':
      return compareValues(tree.op, valueOf(tree.left, values), valueOf(tree.right, values));
    case 'in': {
      const left = valueOf(tree.left, values);
      return tree.values.reduce<Truth>(
        (found, value) => either(found, equals(left, valueOf(value, values))),
        false,
      );
    }
    case 'empty':
      return (valueOf(tree.left, values) === null) !== tree.negated;
    case 'not':
      return negate(judge(tree.operand, values));
    case 'logic': {
      const [left, right] = [judge(tree.left, values), judge(tree.right, values)];
      // `a and b` is `not (not a or not b)`, also where one is unknown.
      return tree.op === 'or' ? either(left, right) : negate(either(negate(left), negate(right)));
    }
    default:
      return null;
  }
}

/**
 * Whether a condition over the fields of a case holds. A field not answered (absent, null, empty
 * text, nothing chosen) is unknown, and what depends on it too: unknown counts as false, so that a
 * policy never refuses and a paper is never asked for what nobody said. `is empty` is always known.
 * A field of several choices equals a value when the value is among them. Numbers compare exactly,
 * also with amounts kept as text (`100.00`); dates as written (`2026-11-22`), all other texts to the letter.
 *
 * @param text the condition, checked before by `checkCondition`; one that cannot be read is false
 * @example holdsCondition("requester = 'tercero' and not letter", { requester: 'tercero', letter: false }) // true
 * @example holdsCondition("requester != 'titular'", {}) // false: nobody said who asks
 */
export function holdsCondition(text: string, values: FieldValues): boolean {
  const tree = toTree(text);
  return tree !== null && judge(tree, values) === true;
}
