import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldType, FieldValue, FieldValues } from '../kernel/index.ts';
import { checkCondition, type ConditionField } from './check-condition.ts';
import { holdsCondition } from './holds-condition.ts';

const text = (es: string) => ({ es, en: es });
const field = (id: string, type: FieldType, choices: readonly string[] = []): ConditionField => ({
  id,
  type,
  label: text(id),
  choices: choices.map((each) => ({ id: each, label: text(each), group: null })),
});

const FIELDS: readonly ConditionField[] = [
  field('requester', 'choice', ['titular', 'tercero', 'por-carta']),
  field('changes', 'choice', ['direccion', 'telefono', 'nombre']),
  field('letter', 'boolean'),
  field('pages', 'integer'),
  field('amount', 'money'),
  field('paid_on', 'date'),
  field('note', 'text'),
  field('about', 'staff'),
];

/** A condition as plain data, with how it is written and what it means said apart. */
type Rule =
  | { readonly kind: 'test'; readonly field: string; readonly op: string; readonly value: FieldValue }
  | { readonly kind: 'in'; readonly field: string; readonly values: readonly string[] }
  | { readonly kind: 'empty'; readonly field: string; readonly not: boolean }
  | { readonly kind: 'yes'; readonly field: string }
  | { readonly kind: 'not'; readonly of: Rule }
  | { readonly kind: 'both' | 'any'; readonly left: Rule; readonly right: Rule };

const write = (value: FieldValue): string =>
  typeof value === 'string' ? `'${value}'` : value === true ? 'yes' : value === false ? 'no' : String(value);

function print(rule: Rule): string {
  switch (rule.kind) {
    case 'test':
      return `${rule.field} ${rule.op} ${write(rule.value)}`;
    case 'in':
      return `${rule.field} in (${rule.values.map(write).join(', ')})`;
    case 'empty':
      return `${rule.field} is ${rule.not ? 'not ' : ''}empty`;
    case 'yes':
      return rule.field;
    case 'not':
      return `not (${print(rule.of)})`;
    case 'both':
      return `(${print(rule.left)}) and (${print(rule.right)})`;
    case 'any':
      return `(${print(rule.left)}) or (${print(rule.right)})`;
    default:
      return rule satisfies never;
  }
}

/** 1 holds, 0 does not, a half is not known: not, and, or are 1 - x, the least and the most. */
function weigh(rule: Rule, values: FieldValues): number {
  const answer = 'field' in rule ? (values[rule.field] ?? null) : null;
  const isEmpty = answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0);
  switch (rule.kind) {
    case 'empty':
      return isEmpty === rule.not ? 0 : 1;
    case 'not':
      return 1 - weigh(rule.of, values);
    case 'both':
      return Math.min(weigh(rule.left, values), weigh(rule.right, values));
    case 'any':
      return Math.max(weigh(rule.left, values), weigh(rule.right, values));
    default:
  }
  if (isEmpty) return 0.5;
  const given = Array.isArray(answer) ? (answer as readonly string[]) : [answer];
  if (rule.kind === 'yes') return answer === true ? 1 : 0;
  if (rule.kind === 'in') return rule.values.some((value) => given.includes(value)) ? 1 : 0;
  if (rule.kind !== 'test') return 0;
  const { op, value } = rule;
  if (op === '=') return given.includes(value as string) ? 1 : 0;
  if (op === '!=') return given.includes(value as string) ? 0 : 1;
  const [a, b] = [answer as number, value as number];
  return Number({ '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b }[op] ?? false);
}

const ORDER = ['=', '!=', '<', '<=', '>', '>='];
const dates = fc.constantFrom('2026-01-01', '2026-02-28', '2026-11-22', '2027-01-01');
const cents = fc.integer({ min: -500, max: 500 }).map((all) => all / 100);
const test = (name: string, ops: readonly string[], values: fc.Arbitrary<FieldValue>): fc.Arbitrary<Rule> =>
  fc.record({
    kind: fc.constant('test' as const),
    field: fc.constant(name),
    op: fc.constantFrom(...ops),
    value: values,
  });
const choice = (of: number) => fc.constantFrom(...FIELDS[of]!.choices.map(({ id }) => id));

const leaf: fc.Arbitrary<Rule> = fc.oneof(
  test('requester', ['=', '!='], choice(0)),
  test('changes', ['=', '!='], choice(1)),
  test('letter', ['=', '!='], fc.boolean()),
  test('pages', ORDER, fc.integer({ min: -3, max: 3 })),
  test('amount', ORDER, cents),
  test('paid_on', ORDER, dates),
  test('note', ['=', '!='], fc.constantFrom('007', '7', 'hola')),
  fc.record({
    kind: fc.constant('in' as const),
    field: fc.constant('requester'),
    values: fc.array(choice(0), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('in' as const),
    field: fc.constant('changes'),
    values: fc.array(choice(1), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('empty' as const),
    field: fc.constantFrom(...FIELDS.map(({ id }) => id)),
    not: fc.boolean(),
  }),
  fc.constant<Rule>({ kind: 'yes', field: 'letter' }),
);

const { rule: rules } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ kind: fc.constant('not' as const), of: tie('rule') }),
    fc.record({
      kind: fc.constantFrom('both' as const, 'any' as const),
      left: tie('rule'),
      right: tie('rule'),
    }),
  ),
}));

const unknown = <T extends FieldValue>(values: fc.Arbitrary<T>) => fc.option<FieldValue>(values, { freq: 3 });
const answers: fc.Arbitrary<FieldValues> = fc.record(
  {
    requester: unknown(choice(0)),
    changes: unknown(fc.uniqueArray(choice(1), { maxLength: 3 })),
    letter: unknown(fc.boolean()),
    pages: unknown(fc.integer({ min: -3, max: 3 })),
    amount: unknown(cents),
    paid_on: unknown(dates),
    note: unknown(fc.constantFrom('007', '7', 'hola', '')),
    about: unknown(fc.constantFrom('Ana', '')),
  },
  { requiredKeys: [] },
);

describe('a condition over the fields of a case', () => {
  it('holds where an evaluator written apart says so, and is read without problems', () => {
    fc.assert(
      fc.property(rules, answers, (rule, values) => {
        const written = print(rule);
        expect(checkCondition(written, FIELDS, {})).toEqual([]);
        expect(holdsCondition(written, values)).toBe(weigh(rule, values) === 1);
      }),
      { numRuns: 4000, seed: 20261122 },
    );
  });

  it.each<[string, FieldValues, boolean]>([
    ["requester = 'tercero'", { requester: 'tercero' }, true],
    // What nobody said refuses nobody, either way it is asked.
    ["requester != 'titular'", {}, false],
    ["not (requester = 'titular')", { requester: null }, false],
    ["requester = 'tercero' or letter", { letter: true }, true],
    ["requester = 'tercero' and not letter", { requester: 'tercero', letter: false }, true],
    ['letter = false', { letter: false }, true],
    ['letter = true', { letter: false }, false],
    ["changes = 'telefono'", { changes: ['direccion', 'telefono'] }, true],
    ["changes != 'nombre'", { changes: ['direccion'] }, true],
    ["changes = 'nombre'", { changes: [] }, false],
    ['changes is empty', { changes: [] }, true],
    // Amounts kept as text are amounts, to the cent; a text of digits is not a number.
    ['amount = 100', { amount: '100.00' }, true],
    ['amount > 0.1', { amount: 0.3 - 0.2 }, false],
    ['amount >= 100 money', { amount: '99.99' }, false],
    ["note = '7'", { note: '007' }, false],
    ["paid_on < '2026-11-22'", { paid_on: '2026-11-21' }, true],
    ['100 <= amount', { amount: 100 }, true],
    // What cannot be read, or is no condition of a case, does not hold.
    ['requester = ', { requester: 'tercero' }, false],
    ['pages + 1 = 2', { pages: 1 }, false],
    ["toString = 'x'", {}, false],
  ])('%s with %o is %s', (written, values, expected) => {
    expect(holdsCondition(written, values)).toBe(expected);
  });

  it.each<[string, string, string | undefined, number]>([
    ["requestr = 'tercero'", 'unknown-case-field', 'requester', 1],
    ["letter and requests.requester = 'tercero'", 'unknown-case-field', 'requester', 12],
    ["requester = 'terceros'", 'value-not-a-choice', "'tercero'", 13],
    ["requester in ('titular', 'otro')", 'value-not-a-choice', undefined, 26],
    ['requester = tercero', 'text-without-quotes', "'tercero'", 13],
    ['requester = por-carta', 'text-without-quotes', "'por-carta'", 13],
    ["requester < 'tercero'", 'field-without-order', undefined, 1],
    ["amount > 'mucho'", 'value-of-other-kind', undefined, 10],
    ['amount > 5 %', 'value-of-other-kind', undefined, 10],
    ['letter = 1', 'value-of-other-kind', undefined, 10],
    ["paid_on = '2026-02-30'", 'not-a-date', undefined, 11],
    ['note', 'field-not-yes-or-no', undefined, 1],
    ['pages + 1 > 2', 'condition-not-simple', undefined, 7],
    ['count(pages) > 2', 'condition-not-simple', undefined, 1],
    ["requester within 'titular'", 'condition-not-simple', undefined, 11],
    ["requester = 'tercero' y letter", 'unexpected-word', 'and', 23],
    ['amount > pages', 'value-of-other-kind', undefined, 10],
  ])('%s is told as %s', (written, code, hint, column) => {
    const problems = checkCondition(written, FIELDS, { file: 'a.yaml', line: 3, column: 1 });
    expect(problems.map((problem) => [problem.code, problem.hint, problem.where.column])).toEqual([
      [code, hint, column],
    ]);
  });
});
