import { assert, constantFrom, integer, oneof, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExpression } from './read-expression.ts';
import type { Tree } from './tree.ts';

/** The tree as prefix notation, so that precedence can be read. */
function show(tree: Tree | null): string {
  if (tree === null) return 'null';
  switch (tree.kind) {
    case 'number':
      return tree.unit === null ? tree.text : `${tree.text}${tree.unit}`;
    case 'text':
      return `'${tree.value}'`;
    case 'boolean':
      return tree.value ? 'yes' : 'no';
    case 'name':
      return tree.dataset === null ? tree.name : `${tree.dataset}.${tree.name}`;
    case 'call':
      return `${tree.name}(${tree.args.map(show).join(', ')}${tree.where ? ` where ${show(tree.where)}` : ''})`;
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      return `(${tree.op} ${show(tree.left)} ${show(tree.right)})`;
    case 'in':
      return `(in ${show(tree.left)} ${tree.values.map(show).join(' ')})`;
    case 'empty':
      return `(${tree.negated ? 'known' : 'empty'} ${show(tree.left)})`;
    case 'within':
      return `(within ${show(tree.left)} ${show(tree.value)})`;
    case 'not':
      return `(not ${show(tree.operand)})`;
    default:
      return tree satisfies never;
  }
}

function problemOf(text: string) {
  const { tree, problems } = readExpression(text, { file: 'x.yaml', line: 3, column: 10 });
  expect(tree).toBeNull();
  expect(problems).toHaveLength(1);
  const { code, where, hint } = problems[0]!;
  return { code, line: where.line, column: where.column, hint };
}

describe('readExpression', () => {
  it.each([
    ['a + b * c', '(+ a (* b c))'],
    ['(a + b) * c', '(* (+ a b) c)'],
    ['a - b - c', '(- (- a b) c)'],
    ['a / b / c', '(/ (/ a b) c)'],
    ['1 - a / b', '(- 1 (/ a b))'],
    ['a = 1 or b = 2 and not c = 3', '(or (= a 1) (and (= b 2) (not (= c 3))))'],
    ['not a = 1 and b = 2', '(and (not (= a 1)) (= b 2))'],
    ['a + 1 <= b * 2', '(<= (+ a 1) (* b 2))'],
    ['a <> 1', '(!= a 1)'],
    ['a == 1', '(= a 1)'],
    ['a is empty or b is not empty', '(or (empty a) (known b))'],
    ['a in (\'x\', "y")', "(in a 'x' 'y')"],
    ['a in (-1, 2.5)', '(in a -1 2.5)'],
    ["process within 'tarjetas' and b", "(and (within process 'tarjetas') b)"],
    ['- 3 + a', '(+ -3 a)'],
    ['-a', '(- 0 a)'],
    ['- -3', '(- 0 -3)'],
    ['x > -5 min', '(> x -5min)'],
  ])('reads %s as %s', (text, expected) => {
    expect(show(readExpression(text, {}).tree)).toBe(expected);
  });

  it.each([
    ['48 h', '48h'],
    ['48h', '48h'],
    ['95 %', '95%'],
    ['95%', '95%'],
    ['2 days', '2day'],
    ['2 working_days', '2working_day'],
    ['0.025', '0.025'],
    ['6 min + 2 h', '(+ 6min 2h)'],
    ['x > 6 and y', '(and (> x 6) y)'],
  ])('reads the unit in %s', (text, expected) => {
    expect(show(readExpression(text, {}).tree)).toBe(expected);
  });

  it.each([
    ["'it''s'", "it's"],
    ['"di ""hola"""', 'di "hola"'],
    ["'año 2011, nº 3'", 'año 2011, nº 3'],
    ["''", ''],
  ])('reads the text %s', (text, value) => {
    expect(readExpression(text, {}).tree).toEqual({ kind: 'text', at: 0, value });
  });

  it('reads calls, conditions and columns of other data sets', () => {
    const text = "1 - sum(complaints.quantity where reason = 'x') / sum(quantity)";
    expect(show(readExpression(text, {}).tree)).toBe(
      "(- 1 (/ sum(complaints.quantity where (= reason 'x')) sum(quantity)))",
    );
    expect(show(readExpression('count(where a = 1)', {}).tree)).toBe('count( where (= a 1))');
    expect(show(readExpression('count(complaints where a)', {}).tree)).toBe('count(complaints where a)');
    expect(show(readExpression('percentile(x, 90 %)', {}).tree)).toBe('percentile(x, 90%)');
  });

  it('keeps the position of every node', () => {
    const { tree } = readExpression('sum(x)  /  sum(y)', {});
    expect(tree).toMatchObject({ kind: 'arithmetic', at: 8, left: { at: 0 }, right: { at: 11 } });
  });

  it.each([
    ['sum(x', 'expression-ends-early', 15, undefined],
    ['', 'expression-ends-early', 10, undefined],
    ["a = 'x", 'unclosed-text', 14, undefined],
    ['a = “x”', 'unexpected-character', 14, undefined],
    ['a = 😀', 'unexpected-character', 14, undefined],
    ['a b', 'unexpected-word', 12, undefined],
    ['a = 1 )', 'unexpected-word', 16, undefined],
    ["a = 'x' y b = 'z'", 'unexpected-word', 18, 'and'],
    ["a = 'x' AND b = 'z'", 'unexpected-word', 18, 'and'],
    ['sum(x donde a = 1)', 'unexpected-word', 16, 'where'],
    ['a is vacío', 'unexpected-word', 15, 'empty'],
    ['48 horas', 'unknown-unit', 13, 'h'],
    ['3 días laborables', 'unknown-unit', 12, 'working_h'],
    ['30 minutos laborables', 'unknown-unit', 13, 'working_min'],
    ['3 d', 'unknown-unit', 12, 'day'],
    ['6 mim', 'unknown-unit', 12, 'min'],
    ['2,5 h', 'unexpected-word', 11, undefined],
  ])('tells where %s stops being read', (text, code, column, hint) => {
    expect(problemOf(text)).toEqual({ code, line: 3, column, hint });
  });

  it('refuses what no person wrote, without minding its size', () => {
    expect(problemOf('('.repeat(50_000)).code).toBe('expression-too-long');
    expect(problemOf(`${'('.repeat(500)}a`).code).toBe('expression-too-deep');
    expect(problemOf(`${'not '.repeat(500)}a`).code).toBe('expression-too-deep');
    expect(problemOf(`${'- '.repeat(500)}a`).code).toBe('expression-too-deep');
    expect(problemOf(`a${' '.repeat(1_000_000)}'`).code).toBe('unclosed-text');
  });

  it('never throws, and gives either a tree or one problem', () => {
    const pieces = constantFrom(
      'sum',
      '(',
      ')',
      'where',
      'x',
      '.',
      ',',
      '48',
      ' h ',
      ' % ',
      "'",
      '"',
      '+',
      '-',
      '*',
      '/',
      '=',
      ' and ',
      ' or ',
      ' not ',
      ' in ',
      ' is ',
      ' empty ',
      ' within ',
      'yes',
      '<=',
      '\n',
      'ñ',
      '\0',
    );
    const texts = oneof(
      string({ unit: 'binary' }),
      string({ unit: pieces, maxLength: 30 }),
      tuple(string({ unit: pieces }), integer()).map(([text, number]) => `${text}${number}`),
    );
    assert(
      property(texts, (text) => {
        const { tree, problems } = readExpression(text, { line: 1, column: 1 });
        expect(problems).toHaveLength(tree === null ? 1 : 0);
        expect(JSON.parse(JSON.stringify(tree))).toStrictEqual(tree);
      }),
      { numRuns: 500 },
    );
  });
});
