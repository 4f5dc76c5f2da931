import type { ColumnType, Dataset, FormCondition, FormTest } from '../kernel/index.ts';
import type { Tree } from '../language/index.ts';

/** Comparisons with an amount, and the sign of each. */
const SIGNS: Readonly<Partial<Record<FormTest, string>>> = {
  'at-least': '>=',
  'at-most': '<=',
  more: '>',
  less: '<',
};

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A decimal comma is what a Spanish keyboard writes; the files hold a point. */
export function toPlainNumber(text: string): string {
  const trimmed = text.trim();
  return /^[+-]?\d+,\d+$/.test(trimmed) ? trimmed.replace(',', '.') : trimmed;
}

/** What a column of a data set holds, also one brought from another; undefined when it is not known. */
export type ColumnTypes = (column: string) => ColumnType | undefined;

export function toColumnTypes(
  dataset: Dataset | undefined,
  datasets: ReadonlyMap<string, Dataset>,
): ColumnTypes {
  return (column) => {
    const own = dataset?.columns.find(({ name }) => name === column);
    if (own) return own.type;
    const lookup = dataset?.lookups.find(({ name }) => name === column);
    if (lookup?.from === 'standard-minutes') return 'duration';
    return datasets.get(lookup?.from ?? '')?.columns.find(({ name }) => name === lookup?.take)?.type;
  };
}

/** How a value of a column is written in a condition. */
function printValue(value: string, type: ColumnType | undefined): string {
  const amount = /^([+-]?\d+(?:[.,]\d+)?)\s*([\p{L}_%]*)$/u.exec(value.trim());
  switch (type) {
    case 'boolean':
      return value === 'yes' ? 'yes' : 'no';
    case 'integer':
    case 'decimal':
    case 'duration':
      // An amount with a unit that is none stays as it is: the check says which unit was meant.
      return amount ? `${toPlainNumber(amount[1]!)} ${amount[2]}`.trim() : quote(value);
    default:
      return quote(value);
  }
}

function printCondition({ column, test, values }: FormCondition, types: ColumnTypes): string {
  const written = values.map((value) => printValue(value, types(column)));
  const one = written[0] ?? quote('');
  const isOneOf = written.length > 1 ? `${column} in (${written.join(', ')})` : `${column} = ${one}`;
  const isNone = written.length > 1 ? `not ${isOneOf}` : `${column} != ${one}`;
  switch (test) {
    case 'is':
      return isOneOf;
    case 'is-not':
      return `(${column} is empty or ${isNone})`;
    case 'differs':
      return isNone;
    case 'within':
      return `${column} within ${one}`;
    case 'empty':
      return `${column} is empty`;
    case 'known':
      return `${column} is not empty`;
    case 'at-least':
    case 'at-most':
    case 'more':
    case 'less':
      return `${column} ${SIGNS[test]} ${one}`;
    case 'same-day':
      return `same_day(${column}, ${values[0] ?? ''})`;
    case 'other-day':
      return `not same_day(${column}, ${values[0] ?? ''})`;
    default:
      return test satisfies never;
  }
}

/**
 * Conditions of a form as one text of the language, or null when there is none.
 *
 * @example printConditions([{ column: 'status', test: 'is', values: ['cerrado'] }], types) // "status = 'cerrado'"
 */
export function printConditions(conditions: readonly FormCondition[], types: ColumnTypes): string | null {
  const [first, ...others] = conditions;
  if (first === undefined) return null;
  const text = conditions.map((condition) => printCondition(condition, types)).join(' and ');
  // Alone, `(a or b)` needs no parentheses: so it is written by hand.
  return others.length === 0 && first.test === 'is-not' ? text.slice(1, -1) : text;
}

function nameOf(tree: Tree | undefined): string | null {
  return tree?.kind === 'name' && tree.dataset === null ? tree.name : null;
}

function valueOf(tree: Tree | undefined): string | null {
  if (tree?.kind === 'text') return tree.value;
  if (tree?.kind === 'boolean') return tree.value ? 'yes' : 'no';
  if (tree?.kind !== 'number') return null;
  return tree.unit === null ? tree.text : `${tree.text} ${tree.unit}`;
}

/** The same values, whatever the order they stand in, under one test; null for anything else. */
function readValues(left: Tree, values: readonly Tree[], test: FormTest): FormCondition | null {
  const column = nameOf(left);
  const read = values.map(valueOf);
  if (column === null || read.some((value) => value === null)) return null;
  return { column, test, values: read as string[] };
}

function readOne(tree: Tree): FormCondition | null {
  switch (tree.kind) {
    case 'in':
      return readValues(tree.left, tree.values, 'is');
    case 'within':
      return readValues(tree.left, [tree.value], 'within');
    case 'empty': {
      const column = nameOf(tree.left);
      return column === null ? null : { column, test: tree.negated ? 'known' : 'empty', values: [] };
    }
    case 'comparison': {
      if (tree.op === '=') return readValues(tree.left, [tree.right], 'is');
      if (tree.op === '!=') return readValues(tree.left, [tree.right], 'differs');
      const test = (Object.keys(SIGNS) as FormTest[]).find((key) => SIGNS[key] === tree.op);
      return test === undefined ? null : readValues(tree.left, [tree.right], test);
    }
    case 'not': {
      const inner = readOne(tree.operand);
      if (inner?.test === 'is') return { ...inner, test: 'differs' };
      return inner?.test === 'same-day' ? { ...inner, test: 'other-day' } : null;
    }
    case 'logic':
      return tree.op === 'or' ? readIsNot(tree.left, tree.right) : null;
    case 'call': {
      const [from, to] = [nameOf(tree.args[0]), nameOf(tree.args[1])];
      const isSameDay = tree.name === 'same_day' && tree.args.length === 2 && tree.where === null;
      if (!isSameDay || from === null || to === null) return null;
      return { column: from, test: 'same-day', values: [to] };
    }
    case 'name':
      return tree.dataset === null ? { column: tree.name, test: 'is', values: ['yes'] } : null;
    default:
      return null;
  }
}

/** `x is empty or x != 'a'`, in either order. */
function readIsNot(left: Tree, right: Tree): FormCondition | null {
  const [a, b] = [readOne(left), readOne(right)];
  const [empty, other] = a?.test === 'empty' ? [a, b] : [b, a];
  if (empty?.test !== 'empty' || other?.test !== 'differs' || empty.column !== other.column) return null;
  return { ...other, test: 'is-not' };
}

/** The conditions a tree says, or null when a form cannot hold them. */
export function readConditions(tree: Tree): readonly FormCondition[] | null {
  if (tree.kind === 'logic' && tree.op === 'and') {
    const [left, right] = [readConditions(tree.left), readConditions(tree.right)];
    return left && right && [...left, ...right];
  }
  const one = readOne(tree);
  return one && [one];
}
