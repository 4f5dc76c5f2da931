import { describe, expect, it } from 'vitest';
import { parseDecimal, rational, type Sheet, type Standard } from '../kernel/index.ts';
import { checkSheet } from './check-sheet.ts';
import type { CheckedIndicator, Term } from './checked-indicator.ts';
import { makeSheet, makeStandard, VOCABULARY } from './language.fixture.ts';

function good(more: Partial<Sheet>): CheckedIndicator {
  const { indicator, problems } = checkSheet(makeSheet(more), VOCABULARY);
  expect(problems).toEqual([]);
  expect(JSON.parse(JSON.stringify(indicator))).toStrictEqual(indicator);
  return indicator!;
}

function bad(more: Partial<Sheet>) {
  const { indicator, problems } = checkSheet(makeSheet(more), VOCABULARY);
  expect(indicator).toBeNull();
  return problems.map(({ code, where, hint, params }) => ({ code, where, hint, params }));
}

/** A term over the aggregates as text: `#0 * #1`. */
function show(term: Term | null): string {
  if (term === null) return '1';
  if (term.kind === 'aggregate') return `#${term.index}`;
  if (term.kind === 'constant') {
    const { num, den } = term.value;
    return den === '1' ? num : `${num}/${den}`;
  }
  return `(${show(term.left)} ${term.op} ${show(term.right)})`;
}

/** The formula of an indicator as `numerator : denominator`. */
function fractionOf({ numerator, denominator }: CheckedIndicator): string {
  return `${show(numerator)} : ${show(denominator)}`;
}

/** A standard whose ceiling is as written. */
function bounded(text: string): Standard {
  const [, number = '', unit = null] = /^(\S+)(?: (\S+))?$/.exec(text) ?? [];
  const value = parseDecimal(number)!;
  const ceiling = unit === '%' ? rational(value.num, value.den * 100n) : value;
  return makeStandard({ ceiling, ceiling_unit: unit ?? null });
}

const WITH_LIMIT: Partial<Sheet> = {
  measure: 'elapsed(opened_at, closed_at)',
  measure_unit: 'h',
  formula: 'sum(measure) / sum(limit)',
  standards: [makeStandard({ limit: '48 h' })],
};

describe('checkSheet', () => {
  it('checks a deadline indicator to the end', () => {
    expect(good(WITH_LIMIT)).toMatchObject({
      id: 'plazo',
      dataset: 'requests',
      date: 'opened_at',
      closes: true,
      measure_unit: 'h',
      unit: 'ratio',
      aggregates: [
        { dataset: 'requests', operation: 'sum', argument: { kind: 'call', name: 'elapsed' } },
        { dataset: 'requests', operation: 'sum', argument: { kind: 'limit' } },
      ],
      numerator: { kind: 'aggregate', index: 0 },
      denominator: { kind: 'aggregate', index: 1 },
      standards: [{ limit: { kind: 'constant', value: '172800000000' }, ceiling: { num: '1', den: '1' } }],
    });
  });

  it.each([
    ['count()', '#0 : 1', 'count'],
    ['count(complaints)', '#0 : 1', 'count'],
    ['count(branch_visits)', '#0 : 1', 'count'],
    ["count(where status = 'cerrado') / count()", '#0 : #1', 'ratio'],
    ['mean(pages)', '#0 : #1', 'count'],
    ['mean(handling_min / standard_minutes)', '#0 : #1', 'ratio'],
    ['share(handling_min > 5 min)', '#0 : #1', 'ratio'],
    ['1 - count() / sum(pages)', '(#1 - #0) : #1', 'ratio'],
    ['1 - share(pages > 1)', '(#1 - #0) : #1', 'ratio'],
    ['100 % - share(pages > 1)', '(#1 - #0) : #1', 'ratio'],
    ['share(pages > 1) + share(pages > 9)', '(#0 + #2) : #1', 'ratio'],
    ['count() / 2', '(#0 * 1/2) : 1', 'count'],
    ['sum(pages) / 2 + sum(pages where pages > 9) / 4', '((#0 * 1/2) + (#1 * 1/4)) : 1', 'count'],
    ['count() + 1', '(#0 + 1) : 1', 'count'],
    ['-count()', '(0 - #0) : 1', 'count'],
    ['sum(handling_min) / sum(capacity.minutes)', '#0 : #1', 'ratio'],
    ['count() * 6 min / sum(capacity.minutes)', '(#0 * 360000000) : #1', 'ratio'],
    ['sum(complaints.loss where solved = no)', '#0 : 1', 'money'],
    ['mean(pages) / mean(pages)', '(#0 * #1) : (#1 * #0)', 'ratio'],
    ['median(pages)', '#0 : 1', 'count'],
    ['percentile(pages, 90 %) / percentile(pages, 0.5)', '#0 : #1', 'ratio'],
    ['distinct(client)', '#0 : 1', 'count'],
    ['count() / (count() / sum(pages))', '(#0 * #1) : #0', 'count'],
  ])('reduces %s to one fraction', (formula, expected, unit) => {
    const indicator = good({ formula });
    expect(fractionOf(indicator)).toBe(expected);
    expect(indicator.unit).toBe(unit);
  });

  it('takes functions apart into basic aggregates, each once', () => {
    const { aggregates } = good({ formula: 'mean(pages where pages > 0) - mean(pages where pages > 0)' });
    expect(aggregates).toHaveLength(2);
    expect(aggregates).toMatchObject([
      { operation: 'sum', argument: { name: 'pages' }, where: { kind: 'comparison' } },
      {
        operation: 'count',
        argument: null,
        where: { kind: 'logic', right: { kind: 'empty', negated: true } },
      },
    ]);
    expect(good({ formula: 'median(pages)' }).aggregates).toMatchObject([
      { operation: 'quantile', fraction: { num: '1', den: '2' } },
    ]);
  });

  it('counts facts, not rows, where a row stands for several', () => {
    const { aggregates } = good({
      formula: "sum(complaints.quantity where reason = 'x') / sum(complaints.quantity)",
    });
    expect(aggregates).toMatchObject([
      { dataset: 'complaints', operation: 'count', where: { kind: 'comparison' } },
      { dataset: 'complaints', operation: 'count', where: null },
    ]);
  });

  it('shows a count as a count, whatever the unit of the measure', () => {
    expect(good({ ...WITH_LIMIT, formula: 'count(where measure > limit)' }).unit).toBe('count');
    expect(good({ ...WITH_LIMIT, formula: 'mean(measure)' }).unit).toBe('h');
    expect(good({ formula: 'sum(handling_min)', measure_unit: 'min' }).unit).toBe('min');
    expect(good({ formula: 'sum(handling_min)' }).unit).toBe('h');
  });

  it('shows counts over counts as a share, or as the plain number its sheet says they are', () => {
    const formula = 'count() / distinct(unit)';
    expect(good({ formula }).unit).toBe('ratio');
    const plain = good({ formula, measure_unit: 'number', standards: [bounded('280')] });
    expect(plain).toMatchObject({ unit: 'number', standards: [{ ceiling: { num: '280', den: '1' } }] });
    // What a share of measured facts is shown in does not change by the unit of the measure.
    expect(good(WITH_LIMIT).unit).toBe('ratio');
  });

  it.each([
    ['mean(sum(pages) / sum(pages))', 'aggregate-inside-aggregate', 5],
    ['mean(mean(pages))', 'aggregate-inside-aggregate', 5],
    ['share(not (sum(pages) > 3))', 'aggregate-inside-aggregate', 11],
    ['count(where sum(pages) > 3)', 'aggregate-inside-row', 12],
    ['sum(handling_min) / sum(pages) + sum(amount) / count()', 'unit-mismatch', 31],
    [
      "count(where unit = 'a') / sum(pages) + count(where unit = 'b') / count()",
      'ratios-with-different-denominators',
      37,
    ],
    ['mean(pages) + mean(handling_min / standard_minutes)', 'unit-mismatch', 12],
    ['mean(pages) + mean(pages * 2)', 'ratios-with-different-denominators', 12],
    ['(mean(pages) + mean(pages where pages > 1)) / 2', 'ratios-with-different-denominators', 13],
    ['count() + sum(handling_min)', 'unit-mismatch', 8],
    ['sum(handling_min) + sum(amount)', 'unit-mismatch', 18],
    ['sum(handling_min) + 1', 'unit-mismatch', 18],
    ['sum(handling_min) - 2 working_days', 'unit-mismatch', 18],
    ['sum(amount) / sum(handling_min)', 'unit-mismatch', 12],
    ['share(pages)', 'wrong-argument', 6],
    ['sum(status)', 'wrong-argument', 4],
    ['distinct(pages)', 'wrong-argument', 9],
    ['sum()', 'wrong-number-of-arguments', 0],
    ['count(pages)', 'wrong-number-of-arguments', 0],
    ['sum(pages, pages)', 'wrong-number-of-arguments', 0],
    ['percentile(pages)', 'wrong-number-of-arguments', 0],
    ['percentile(pages, 90)', 'not-a-share', 18],
    ['percentile(pages, 6 min)', 'not-a-share', 18],
    ['percentile(pages, pages)', 'not-a-share', 18],
    ['count() / 0', 'division-by-zero', 10],
    ['pages', 'column-outside-aggregate', 0],
    ['elapsed(opened_at, closed_at)', 'column-outside-aggregate', 0],
    ['48 h', 'formula-without-aggregate', 0],
    ['count() > 3', 'not-a-formula', 8],
    ["'texto'", 'not-a-formula', 0],
    ['median(complaints.loss)', 'percentile-of-weighted-rows', 0],
    ['sum(complaints.loss * quantity)', 'weight-in-expression', 20],
    ['count(clients)', 'dataset-without-date', 0],
    ['sum(measure)', 'measure-not-declared', 4],
    ['sum(limit)', 'limit-not-declared', 4],
    ['sum(complaints.measure)', 'measure-not-declared', 4],
    ['sum(complaints.quantity * requests.pages)', 'two-datasets-in-one-row', 26],
  ])('of the formula %s tells %s', (formula, code, at) => {
    const { indicator, problems } = checkSheet(makeSheet({ formula }), VOCABULARY);
    expect(indicator).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code,
      where: { file: 'plazo.yaml', line: 10, column: 10 + at, path: 'formula' },
    });
  });

  it.each([
    ['suma(pages)', 'unknown-function', 'sum'],
    ['promedio(pages)', 'unknown-function', 'mean'],
    ['sum(paginas)', 'unknown-field', undefined],
    ['sum(page)', 'unknown-field', 'pages'],
    ['sum(mesure)', 'unknown-field', 'measure'],
    ['sum(complaint.quantity)', 'unknown-dataset', 'complaints'],
    ['count(complaint)', 'unknown-dataset', 'complaints'],
    ["count(where status = 'cerado')", 'code-not-in-list', 'cerrado'],
  ])('of the formula %s says what was meant', (formula, code, hint) => {
    expect(bad({ formula })).toMatchObject([{ code, hint }]);
  });

  it.each([
    ['48 h', '2 working_days', 'working-day'],
    ['hours', '5', 'ratio'],
    ['hours', '100 money', 'money'],
    ['hours', '8 working_h', 'working-time'],
  ])('refuses a limit of another unit than the measure: %s against %s', (_, limit, right) => {
    expect(bad({ ...WITH_LIMIT, standards: [makeStandard({ limit })] })).toContainEqual({
      code: 'unit-mismatch',
      where: { file: 'plazo.yaml', line: 15, column: 10, path: 'standards[0].limit' },
      hint: undefined,
      params: { left: 'time', right, operation: 'limit' },
    });
  });

  it('refuses limits that some facts would not have', () => {
    const standards = [makeStandard({ limit: '48 h' }), makeStandard({ from: '2011-01-01' })];
    expect(bad({ ...WITH_LIMIT, standards })).toMatchObject([
      { code: 'standard-without-limit', params: { from: '2011-01-01' } },
    ]);
    expect(bad({ standards: [makeStandard({ limit: '48 h' })] })).toMatchObject([
      { code: 'limit-without-measure' },
    ]);
  });

  it.each([
    ['100', 'count() / sum(pages)', 'bound-without-percent', '100 %'],
    ['95', 'share(pages > 1)', 'bound-without-percent', '95 %'],
    ['97.5', 'share(pages > 1)', 'bound-without-percent', '97.5 %'],
    ['100 %', 'sum(handling_min) / count()', 'unit-mismatch', undefined],
    ['100 %', 'count()', 'unit-mismatch', undefined],
    ['72', 'sum(handling_min) / count()', 'unit-mismatch', '72 h'],
    ['72 working_h', 'sum(handling_min) / count()', 'unit-mismatch', undefined],
    ['72 h', 'count() / sum(pages)', 'unit-mismatch', undefined],
  ])('refuses the ceiling %s of %s', (ceiling, formula, code, hint) => {
    expect(bad({ formula, standards: [bounded(ceiling)] })).toMatchObject([
      { code, hint, where: { path: 'standards[0].ceiling' } },
    ]);
  });

  it.each([
    ['1', 'count() / sum(pages)', null, '1/1'],
    ['0.95', 'count() / sum(pages)', null, '19/20'],
    ['100 %', 'count() / sum(pages)', null, '1/1'],
    ['250 %', 'count() / sum(pages)', null, '5/2'],
    ['20', 'count()', null, '20/1'],
    ['0', 'mean(handling_min)', null, '0/1'],
    ['72 h', 'mean(handling_min)', null, '72/1'],
    ['72 h', 'mean(handling_min)', 'min', '4320/1'],
    ['50 min', 'mean(handling_min)', 'h', '5/6'],
    ['100', 'sum(amount)', null, '100/1'],
  ])('takes the ceiling %s of %s in the unit that is shown', (ceiling, formula, measure_unit, exact) => {
    const [standard] = good({ formula, measure_unit, standards: [bounded(ceiling)] }).standards;
    expect(`${standard!.ceiling!.num}/${standard!.ceiling!.den}`).toBe(exact);
  });

  it('does not tell the consequences of a measure or a limit with a mistake', () => {
    expect(bad({ ...WITH_LIMIT, measure: 'elapsed(opened_at, nada)' })).toMatchObject([
      { code: 'unknown-field', where: { path: 'measure' } },
    ]);
    expect(bad({ ...WITH_LIMIT, formula: 'count()', measure: 'nada' })).toMatchObject([
      { code: 'unknown-field' },
    ]);
    expect(bad({ ...WITH_LIMIT, standards: [makeStandard({ limit: 'nada' })] })).toMatchObject([
      { code: 'unknown-field', where: { path: 'standards[0].limit' } },
    ]);
    const standards = [makeStandard({ limit: '48 h' }), makeStandard({ from: '2011-01-01', limit: 'nada' })];
    expect(bad({ ...WITH_LIMIT, standards })).toMatchObject([{ code: 'unknown-field' }]);
  });

  it('brings the measure and every limit to one scale', () => {
    const { measure, standards, aggregates } = good({
      measure: 'pages',
      formula: 'sum(measure) / sum(limit)',
      standards: [makeStandard({ limit: '3' }), makeStandard({ from: '2011-01-01', limit: '2.5' })],
    });
    expect(measure).toMatchObject({ kind: 'rescale', factor: 10, type: { scale: 10 } });
    expect(standards.map(({ limit }) => limit)).toMatchObject([{ value: '30' }, { value: '25' }]);
    expect(aggregates[0]!.argument).toEqual(measure);
    expect(aggregates[1]!.type).toMatchObject({ dimension: 'count', scale: 10 });
  });

  it('lets each fact have a limit of its own', () => {
    const limit = 'elapsed(opened_at, first_known(closed_at, closed_at))';
    expect(bad({ ...WITH_LIMIT, standards: [makeStandard({ limit })] })).toMatchObject([
      { code: 'wrong-argument' },
    ]);
    const own = good({ ...WITH_LIMIT, standards: [makeStandard({ limit: 'standard_minutes' })] });
    expect(own.standards[0]!.limit).toMatchObject({ kind: 'column', name: 'standard_minutes' });
  });

  it('refuses a unit that the measure or the formula does not have', () => {
    expect(bad({ ...WITH_LIMIT, measure_unit: 'working_h' })).toMatchObject([
      {
        code: 'unit-mismatch',
        where: { line: 12, path: 'measure_unit' },
        params: { left: 'time', right: 'working-time' },
      },
    ]);
    expect(bad({ formula: 'count()', measure_unit: 'h' })).toMatchObject([{ code: 'unit-mismatch' }]);
    expect(bad({ measure_unit: 'horas' })).toMatchObject([{ code: 'unknown-unit' }]);
    expect(good({ formula: 'sum(handling_min) / sum(capacity.minutes)', measure_unit: 'min' }).unit).toBe(
      'ratio',
    );
  });

  it('refuses a measure that is no quantity and a date that is none', () => {
    expect(bad({ measure: 'status' })).toMatchObject([{ code: 'not-a-quantity', where: { line: 11 } }]);
    expect(bad({ date: 'pages' })).toMatchObject([{ code: 'date-not-a-date', where: { line: 13 } }]);
    expect(bad({ date: 'nada' })).toMatchObject([{ code: 'date-not-a-date' }]);
    expect(good({ date: 'due_on' }).date).toBe('due_on');
  });

  it('tells every problem of a sheet at once', () => {
    const found = bad({
      formula: 'sum(paginas)',
      measure: 'elapsed(opened, closed_at)',
      population: { ...makeSheet().population, where: 'estado = 1' },
      except: [{ code: 'raro', where: 'unit', text: { es: 'x', en: 'x' } }],
    });
    expect(found.map(({ code, where }) => `${where.path}: ${code}`).toSorted()).toEqual([
      'except.raro.where: not-a-condition',
      'formula: unknown-field',
      'measure: unknown-field',
      'population.where: unknown-field',
    ]);
  });

  it('names the data set that was probably meant', () => {
    const population = { ...makeSheet().population, dataset: 'request' };
    expect(bad({ population })).toMatchObject([{ code: 'unknown-dataset', hint: 'requests' }]);
  });

  it('keeps conditions, reasons and standards of each place', () => {
    const indicator = good({
      ...WITH_LIMIT,
      population: {
        ...makeSheet().population,
        scope: "process within 'tarjetas'",
        where: "status != 'anulado'",
      },
      except: [
        { code: 'cruza-de-dia', where: 'not same_day(opened_at, closed_at)', text: { es: 'x', en: 'x' } },
      ],
      standards: [
        makeStandard({ limit: '48 h', where: "unit = 'norte'", tolerance: rational(1n, 20n) }),
        makeStandard({ limit: '24 h' }),
      ],
    });
    expect(indicator).toMatchObject({
      scope: { kind: 'in' },
      where: { kind: 'comparison', op: '!=' },
      except: [{ code: 'cruza-de-dia', where: { kind: 'not' } }],
      standards: [{ where: { kind: 'comparison' }, tolerance: { num: '1', den: '20' } }, { where: null }],
    });
  });
});
