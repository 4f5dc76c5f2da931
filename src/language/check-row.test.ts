import { assert, constantFrom, letrec, oneof, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../kernel/index.ts';
import { checkRow } from './check-row.ts';
import { checkRowRule } from './check-row-rule.ts';
import { REQUESTS, VOCABULARY } from './language.fixture.ts';
import { readExpression } from './read-expression.ts';
import type { RowExpression } from './row-expression.ts';
import type { RowScope } from './row-scope.ts';

function check(text: string, more: Partial<RowScope> = {}) {
  const problems: Problem[] = [];
  const place = { file: 'x.yaml', line: 7, column: 1 };
  const nothing = { measure: null, limit: null };
  const scope = { vocabulary: VOCABULARY, dataset: REQUESTS, place, problems, ...nothing, ...more };
  const { tree } = readExpression(text, place);
  if (!tree) throw new Error(`not an expression: ${text}`);
  return { expression: checkRow(tree, scope), problems };
}

function good(text: string): RowExpression {
  const { expression, problems } = check(text);
  expect(problems).toEqual([]);
  return expression!;
}

function bad(text: string, dataset = REQUESTS) {
  const { expression, problems } = check(text, { dataset });
  expect(expression).toBeNull();
  expect(problems).toHaveLength(1);
  const { code, params, where, hint } = problems[0]!;
  expect(where).toMatchObject({ file: 'x.yaml', line: 7 });
  return { code, params, column: where.column, hint };
}

describe('checkRow', () => {
  it.each([
    ['48 h', { value: '172800000000', dimension: 'time', scale: 1 }],
    ['1.5 min', { value: '90000000', dimension: 'time', scale: 1 }],
    ['2 working_h', { value: '7200000000', dimension: 'working-time', scale: 1 }],
    ['95 %', { value: '95', dimension: 'ratio', scale: 100 }],
    ['2.5 %', { value: '25', dimension: 'ratio', scale: 1000 }],
    ['0.025', { value: '25', dimension: 'ratio', scale: 1000 }],
    ['-3', { value: '-3', dimension: 'ratio', scale: 1 }],
    ['0.000000000001', { value: '1', dimension: 'ratio', scale: 1_000_000_000_000 }],
  ])('reads %s in base units, exactly', (text, { value, ...type }) => {
    expect(good(text)).toEqual({ kind: 'constant', type: { kind: 'quantity', ...type }, value });
  });

  it.each([
    ['elapsed(opened_at, closed_at)', 'quantity', 'time'],
    ['working(opened_at, closed_at)', 'quantity', 'working-time'],
    ['same_day(opened_at, closed_at)', 'boolean', undefined],
    ['first_known(handling_min, standard_minutes)', 'quantity', 'time'],
    ['first_known(amount, 0)', 'quantity', 'money'],
    ['first_known(handling_min, 0)', 'quantity', 'time'],
    ['handling_min / standard_minutes', 'quantity', 'ratio'],
    ['handling_min * 2', 'quantity', 'time'],
    ['handling_min * pages', 'quantity', 'time'],
    ['amount * 95 %', 'quantity', 'money'],
    ['amount / pages', 'quantity', 'money'],
    ['pages + 1', 'quantity', 'count'],
    ['schedule', 'text', undefined],
    ['segment', 'text', undefined],
    ['-handling_min', 'quantity', 'time'],
  ])('gives %s its type', (text, kind, dimension) => {
    const { type } = good(text);
    expect(type.kind).toBe(kind);
    expect(type.kind === 'quantity' ? type.dimension : undefined).toBe(dimension);
  });

  it.each([
    'pages > -5',
    'pages in (1, 2.5, -3)',
    'amount > 0.5',
    'amount >= 100 money',
    'handling_min >= 0',
    'handling_min > 5 min',
    "status = 'cerrado'",
    "status != 'cerrado' or closed_at is not empty",
    "status in ('abierto', 'cerrado')",
    "process within 'tarjetas'",
    "opened_at >= '2011-06-01'",
    'closed_at >= opened_at',
    'opened_at <= due_on',
    'due_on = due_on',
    "requests.status = 'abierto'",
    "not (unit is empty) and person = 'x'",
  ])('takes the condition %s', (text) => {
    expect(good(text).type).toEqual({ kind: 'boolean' });
  });

  it('brings both sides of a comparison to one scale', () => {
    expect(good('amount > 0.5')).toMatchObject({
      left: { kind: 'column', name: 'amount' },
      right: { value: '500000', type: { dimension: 'money', scale: 1_000_000 } },
    });
    expect(good('pages in (1, 2.5)')).toMatchObject({
      left: { kind: 'rescale', factor: 10 },
      values: [{ value: '10' }, { value: '25' }],
    });
  });

  it('puts the constant on the right, where codes and dates are known', () => {
    expect(good("'2011-06-01' <= opened_at")).toEqual(good("opened_at >= '2011-06-01'"));
    expect(good("'cerrado' = status")).toEqual(good("status = 'cerrado'"));
    expect(good('due_on < opened_at')).toEqual(good('opened_at > due_on'));
    expect(bad("'cerado' = status")).toMatchObject({ code: 'code-not-in-list', column: 1, hint: 'cerrado' });
  });

  it('takes a process with those below it', () => {
    expect(good("process within 'tarjetas'")).toMatchObject({
      kind: 'in',
      values: [{ value: 'tarjetas' }, { value: 'entrega-pin' }],
    });
  });

  it.each([
    ['clsed_at is empty', 'unknown-field', 1, 'closed_at'],
    ['status is empty and cierre is empty', 'unknown-field', 21, 'closed_at'],
    ['zzz is empty', 'unknown-field', 1, undefined],
    ["status = 'cerado'", 'code-not-in-list', 10, 'cerrado'],
    ["process within 'tarjeta'", 'code-not-in-list', 16, 'tarjetas'],
    ["status within 'tarjetas'", 'within-needs-process', 8, undefined],
    ['process within 3', 'within-needs-process', 9, undefined],
    ['suma(pages)', 'unknown-function', 1, 'sum'],
    ['transcurrido(opened_at, closed_at)', 'unknown-function', 1, 'elapsed'],
    ['sum(pages)', 'aggregate-inside-row', 1, undefined],
    ['elapsed(opened_at)', 'wrong-number-of-arguments', 1, undefined],
    ['elapsed(opened_at, pages)', 'wrong-argument', 20, undefined],
    ['elapsed(opened_at, closed_at where pages > 1)', 'where-in-row-function', 1, undefined],
    ['handling_min + amount', 'unit-mismatch', 14, undefined],
    ['elapsed(opened_at, closed_at) > 2 working_days', 'unit-mismatch', 31, undefined],
    ['elapsed(opened_at, closed_at) > working(opened_at, closed_at)', 'unit-mismatch', 31, undefined],
    ['working(opened_at, closed_at) > 48 h', 'unit-mismatch', 31, undefined],
    ['handling_min > 5', 'unit-mismatch', 14, undefined],
    ['handling_min * handling_min', 'unit-mismatch', 14, undefined],
    ['first_known(handling_min, amount)', 'unit-mismatch', 1, undefined],
    ['amount / 0', 'division-by-zero', 10, undefined],
    ['amount > 0.0000000000001', 'too-many-decimals', 10, undefined],
    ['amount * amount * amount', 'unit-mismatch', 8, undefined],
    ['status + 1', 'not-a-quantity', 8, undefined],
    ['status / 2', 'not-a-quantity', 8, undefined],
    ["pages = 'x'", 'not-a-quantity', 7, undefined],
    ['pages and status is empty', 'not-a-condition', 1, undefined],
    ['not status', 'not-a-condition', 5, undefined],
    ["status > 'abierto'", 'no-order', 8, undefined],
    ['(pages > 1) > yes', 'no-order', 13, undefined],
    ['status = yes', 'kind-mismatch', 10, undefined],
    ["opened_at = 'ayer'", 'not-a-date', 13, undefined],
    ["opened_at = '2011-02-30'", 'not-a-date', 13, undefined],
    ['F.pages > 1', 'unknown-dataset-or-column', 1, 'pages'],
    ['F.FIN > 1', 'unknown-dataset-or-column', 1, undefined],
    ['process = entrega-pin', 'text-without-quotes', 11, "'entrega-pin'"],
    ['process = entrega-pni', 'text-without-quotes', 11, "'entrega-pin'"],
    ["process in ('tarjetas', prestamos)", 'text-without-quotes', 25, "'prestamos'"],
    ['process within entrega-pin', 'text-without-quotes', 16, "'entrega-pin'"],
    ['status = cerrado', 'text-without-quotes', 10, "'cerrado'"],
    ['unit = norte-2', 'text-without-quotes', 8, "'norte-2'"],
    ['complaints.loss > 1', 'two-datasets-in-one-row', 1, undefined],
    ['measure > 1', 'measure-not-declared', 1, undefined],
    ['limit > 1', 'limit-not-declared', 1, undefined],
  ])('refuses %s', (text, code, column, hint) => {
    expect(bad(text)).toMatchObject({ code, column, hint });
  });

  it('says both units of a mismatch', () => {
    expect(bad('handling_min + amount').params).toEqual({ left: 'time', right: 'money', operation: '+' });
    expect(bad('handling_min > 2 working_days').params).toEqual({
      left: 'time',
      right: 'working-day',
      operation: '>',
    });
  });

  it('keeps capacity, which is counted in parts, apart from decimals it cannot meet', () => {
    const capacity = VOCABULARY.datasets.get('capacity')!;
    expect(bad('minutes > 0.00000001 s', capacity)).toMatchObject({ code: 'scales-do-not-meet', column: 9 });
    expect(check('minutes > 300 min', { dataset: capacity }).problems).toEqual([]);
  });

  it('tells every wrong name of a condition, not only the first', () => {
    const { problems } = check("statu = 'x' and pagess > 1");
    expect(problems.map(({ code, hint }) => [code, hint])).toEqual([
      ['unknown-field', 'status'],
      ['unknown-field', 'pages'],
    ]);
  });

  it('never throws, and is plain data that survives JSON', () => {
    const leaves = constantFrom(
      'pages',
      'amount',
      'handling_min',
      'status',
      'opened_at',
      'due_on',
      'unit',
      'measure',
      'limit',
      'no',
      '48 h',
      '2.5',
      '0',
      '95 %',
      '2 working_days',
      "'cerrado'",
      "'2011-06-01'",
      'complaints.loss',
      'zzz',
    );
    const { node } = letrec<{ node: string }>((tie) => {
      const pair = tuple(tie('node'), tie('node'));
      return {
        node: oneof(
          { depthSize: 'small', withCrossShrink: true },
          leaves,
          tuple(pair, constantFrom('+', '-', '*', '/', '=', '!=', '<', '>=', 'and', 'or')).map(
            ([[a, b], op]) => `(${a}) ${op} (${b})`,
          ),
          tuple(pair, constantFrom('elapsed', 'working', 'same_day', 'first_known', 'sum')).map(
            ([[a, b], name]) => `${name}(${a}, ${b})`,
          ),
          tie('node').map((a) => `not (${a})`),
          tie('node').map((a) => `(${a}) is empty`),
          pair.map(([a, b]) => `(${a}) in ((${b}))`),
        ),
      };
    });
    assert(
      property(node, (text) => {
        const { expression, problems } = check(text);
        expect(expression === null).toBe(problems.length > 0);
        expect(JSON.parse(JSON.stringify(expression))).toStrictEqual(expression);
      }),
      { numRuns: 500 },
    );
  });
});

describe('checkRowRule', () => {
  it('checks a condition that good rows satisfy', () => {
    const place = { file: 'requests.yaml', line: 80, column: 12, path: 'rules[0].check' };
    const rule = (text: string) => checkRowRule(text, REQUESTS, VOCABULARY, place);
    expect(rule('closed_at >= opened_at')).toMatchObject({ check: { kind: 'comparison' }, problems: [] });
    expect(rule('elapsed(opened_at, closed_at)').problems).toMatchObject([{ code: 'not-a-condition' }]);
    expect(rule('elapsed(opened_at, closed_at) < limit').problems).toMatchObject([
      { code: 'limit-not-declared', where: { ...place, column: 44 } },
    ]);
    expect(rule('closed_at >=').problems).toMatchObject([{ code: 'expression-ends-early' }]);
  });
});
