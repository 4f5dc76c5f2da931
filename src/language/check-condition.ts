import {
  type CaseField,
  isDate,
  type Params,
  parseDecimal,
  type Problem,
  toProblem,
} from '../kernel/index.ts';
import { type ExpressionPlace, placeAt } from './expression-place.ts';
import { readTruthWord } from './holds-condition.ts';
import { nearest } from './nearest.ts';
import { readExpression } from './read-expression.ts';
import type { ComparisonOp, Tree } from './tree.ts';

/** What a condition needs to know of a field. */
export type ConditionField = Pick<CaseField, 'id' | 'type' | 'label' | 'choices'>;

/** Types whose values come one before another. */
const ORDERED: readonly string[] = ['integer', 'money', 'date'];

interface Scope {
  readonly fields: readonly ConditionField[];
  readonly place: ExpressionPlace;
  readonly problems: Problem[];
}

/** Collects a problem of the codes that only the conditions of a case have. */
function tell(scope: Scope, tree: Tree, problem: (where: ExpressionPlace) => Problem): null {
  scope.problems.push(problem(placeAt(scope.place, tree.at)));
  return null;
}

function isName(tree: Tree): tree is Extract<Tree, { kind: 'name' }> {
  return tree.kind === 'name' && readTruthWord(tree) === null;
}

/** What was probably meant by a name that is no field: its label, or a name near it. */
function suggest(name: string, fields: readonly ConditionField[]): string | undefined {
  return (
    nearest(
      name,
      fields.map(({ id }) => id),
    ) ?? fields.find(({ label }) => [label.es, label.en].some((text) => nearest(name, [text])))?.id
  );
}

function findField(tree: Extract<Tree, { kind: 'name' }>, scope: Scope): ConditionField | null {
  const found = tree.dataset === null ? scope.fields.find(({ id }) => id === tree.name) : undefined;
  if (found) return found;
  const field = tree.dataset === null ? tree.name : `${tree.dataset}.${tree.name}`;
  const params: Params = { field, fields: scope.fields.map(({ id }) => id) };
  const hint = suggest(tree.name, scope.fields);
  return tell(scope, tree, (where) => toProblem('unknown-case-field', where, params, hint));
}

/** The words of a text without quotes, read as names and differences: `por-carta`; null when it is none. */
function bareText(tree: Tree): string | null {
  if (tree.kind === 'name') return tree.dataset === null ? tree.name : null;
  if (tree.kind !== 'arithmetic' || tree.op !== '-') return null;
  const [left, right] = [bareText(tree.left), bareText(tree.right)];
  return left === null || right === null ? null : `${left}-${right}`;
}

function startOf(tree: Tree): Tree {
  return tree.kind === 'arithmetic' ? startOf(tree.left) : tree;
}

/** A value beside a field: of its kind, and among its choices. True when nothing was told. */
function checkValue(field: ConditionField, value: Tree, scope: Scope): boolean {
  const before = scope.problems.length;
  const ids = field.choices.map(({ id }) => id);
  const written = bareText(value);
  const bare = written === null || readTruthWord(value) !== null ? null : written;
  if (bare !== null && !scope.fields.some(({ id }) => id === bare)) {
    const choice = ids.includes(bare) ? bare : nearest(bare, ids);
    if (field.type === 'choice' && choice !== undefined) {
      tell(scope, startOf(value), (where) =>
        toProblem('text-without-quotes', where, { value: bare }, `'${choice}'`),
      );
      return false;
    }
  }
  if (isName(value)) {
    const other = findField(value, scope);
    if (other && other.type !== field.type) tellKinds(field, value, scope);
    return scope.problems.length === before;
  }
  switch (field.type) {
    case 'choice':
      if (value.kind !== 'text') tellKinds(field, value, scope);
      else if (!ids.includes(value.value)) {
        const params: Params = { value: value.value, field: field.id, choices: ids };
        const hint = nearest(value.value, ids) ?? nearestLabel(value.value, field);
        tell(scope, value, (where) => toProblem('value-not-a-choice', where, params, hint && `'${hint}'`));
      }
      break;
    case 'boolean':
      if (readTruthWord(value) === null) tellKinds(field, value, scope);
      break;
    case 'integer':
    case 'money':
      if (value.kind !== 'number' || !isPlain(value, field) || parseDecimal(value.text) === undefined) {
        tellKinds(field, value, scope);
      }
      break;
    case 'date':
      if (value.kind !== 'text') tellKinds(field, value, scope);
      else if (!isDate(value.value)) {
        tell(scope, value, (where) => toProblem('not-a-date', where, { value: value.value }));
      }
      break;
    case 'text':
    case 'long-text':
    case 'staff':
      if (value.kind !== 'text') tellKinds(field, value, scope);
      break;
    default:
      field.type satisfies never;
  }
  return scope.problems.length === before;
}

/** A number alone; beside money it may say so. */
function isPlain({ unit }: Extract<Tree, { kind: 'number' }>, { type }: ConditionField): boolean {
  return unit === null || (unit === 'money' && type === 'money');
}

function nearestLabel(value: string, { choices }: ConditionField): string | undefined {
  const slug = choices.find(({ label }) => nearest(value, [label.es]) || nearest(value, [label.en]));
  return slug?.id;
}

function tellKinds(field: ConditionField, value: Tree, scope: Scope): void {
  const params: Params = { field: field.id, type: field.type };
  tell(scope, startOf(value), (where) => toProblem('value-of-other-kind', where, params));
}

function checkComparison(
  tree: { readonly at: number; readonly left: Tree; readonly right: Tree; readonly op: ComparisonOp },
  scope: Scope,
): void {
  const flipped = !isName(tree.left) && isName(tree.right);
  const [side, value] = flipped ? [tree.right, tree.left] : [tree.left, tree.right];
  if (!isName(side)) {
    tellNotSimple(side, scope);
    return;
  }
  const field = findField(side, scope);
  if (field === null || !checkValue(field, value, scope)) return;
  if (tree.op === '=' || tree.op === '!=' || ORDERED.includes(field.type)) return;
  const params: Params = { field: field.id, sign: tree.op };
  tell(scope, side, (where) => toProblem('field-without-order', where, params));
}

function tellNotSimple(tree: Tree, scope: Scope): null {
  return tell(scope, tree, (where) => toProblem('condition-not-simple', where));
}

function check(tree: Tree, scope: Scope): void {
  switch (tree.kind) {
    case 'boolean':
      return;
    case 'name': {
      if (readTruthWord(tree) !== null) return;
      const field = findField(tree, scope);
      if (field === null || field.type === 'boolean') return;
      const params: Params = { field: field.id };
      tell(scope, tree, (where) => toProblem('field-not-yes-or-no', where, params));
      return;
    }
    case 'comparison':
      checkComparison(tree, scope);
      return;
    case 'in': {
      const field = isName(tree.left) ? findField(tree.left, scope) : tellNotSimple(tree.left, scope);
      for (const value of tree.values) if (field) checkValue(field, value, scope);
      return;
    }
    case 'empty':
      if (isName(tree.left)) findField(tree.left, scope);
      else tellNotSimple(tree.left, scope);
      return;
    case 'not':
      check(tree.operand, scope);
      return;
    case 'logic':
      check(tree.left, scope);
      check(tree.right, scope);
      return;
    default:
      tellNotSimple(tree, scope);
  }
}

/**
 * What is wrong in a condition over the fields of a case: a text that cannot be read, a field that
 * does not exist, a choice that is none of the field's, values of different kinds. A condition says
 * comparisons, `in`, `is empty`, `and`, `or`, `not`, and a yes-or-no field alone; no sums, no functions.
 *
 * @param place where the text begins in its file
 * @example checkCondition("requester = 'terceros'", fields, {})[0]?.hint // "'tercero'"
 */
export function checkCondition(
  text: string,
  fields: readonly ConditionField[],
  place: ExpressionPlace,
): readonly Problem[] {
  const { tree, problems } = readExpression(text, place);
  if (tree === null) return problems;
  const scope: Scope = { fields, place, problems: [] };
  check(tree, scope);
  return scope.problems;
}
