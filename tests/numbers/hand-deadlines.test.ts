import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HandSheet, type HandTables, openHandTables, standard } from './hand-rows.ts';
import { HAND_WORLD, request } from './hand-world.ts';

let tables: HandTables;
beforeEach(async () => {
  tables = await openHandTables(HAND_WORLD);
});
afterEach(() => tables.close());

/** Mean time over 48 h, at most 100 %. */
const deadline: HandSheet = {
  measure: 'elapsed(opened_at, closed_at)',
  formula: 'sum(measure) / sum(limit)',
  standards: [standard('at-most', { ceiling: '1' }, { limit: '48 h' })],
};

describe('what is open at the cut', () => {
  test('stays out of the mean, is counted, and is outside once past its limit', async () => {
    await tables.put('requests', [
      request('1', '2011-06-01', 24),
      request('2', '2011-06-01', null),
      request('3', '2011-06-28', null),
      // Past by a second, and exactly at its limit.
      request('4', '2011-06-28', null, { opened_at: '2011-06-28T11:59:59' }),
      request('5', '2011-06-28', null, { opened_at: '2011-06-28T12:00:00' }),
    ]);
    const { figures, sql } = await tables.measure([deadline], { latest: '2011-06-30T12:00:00' });
    expect(figures, sql).toMatchObject([
      {
        value: 0.5,
        numerator: 24,
        denominator: 48,
        n: 1,
        open: { count: 4, past_limit: 3 },
        provisional: true,
      },
    ]);
    expect(figures[0]!.inside_standard, sql).toEqual({ share: 0.25, n: 4 });
  });

  test('with a cut of the user, later closings have not happened and later facts do not exist', async () => {
    await tables.put('requests', [
      request('1', '2011-06-01', 24),
      request('2', '2011-06-09', 24),
      request('3', '2011-06-09', 24.5),
      // Opened at the very instant of the cut, and a second after it.
      request('4', '2011-06-10', 1),
      request('5', '2011-06-10', 1, { opened_at: '2011-06-10T10:00:01' }),
    ]);
    const { figures, sql } = await tables.measure([deadline], { as_of: '2011-06-10T10:00:00' });
    // The second closes at the very instant of the cut; the third half an hour later.
    expect(figures, sql).toMatchObject([{ numerator: 48, n: 2, open: { count: 2, past_limit: 0 } }]);
  });

  test('an exception about the closing does not leave out what has not closed', async () => {
    await tables.put('requests', [
      request('1', '2011-06-01', 1),
      request('2', '2011-06-01', 20),
      request('3', '2011-06-01', null),
    ]);
    const sheet = { ...deadline, except: { 'crosses-days': 'not same_day(opened_at, closed_at)' } };
    const { figures, sql } = await tables.measure([sheet]);
    expect(figures, sql).toMatchObject([
      {
        numerator: 1,
        n: 1,
        open: { count: 1, past_limit: 1 },
        warnings: [{ code: 'mean-hides-tail' }, { code: 'excluded', params: { code: 'crosses-days', n: 1 } }],
      },
    ]);
  });

  test('only open facts: no figure, and it is said how many are open', async () => {
    await tables.put('requests', [request('1', '2011-06-01', null)]);
    const { figures, sql } = await tables.measure([deadline], { latest: '2011-06-02T10:00:00' });
    expect(figures, sql).toMatchObject([
      {
        value: null,
        numerator: null,
        n: 0,
        open: { count: 1, past_limit: 0 },
        inside_standard: null,
        verdict: 'no-data',
        provisional: true,
      },
    ]);
  });
});

describe('the limit', () => {
  test('at the limit is met and inside; a second more is neither', async () => {
    await tables.put('requests', [request('1', '2011-06-01', 48)]);
    const at = await tables.measure([deadline]);
    expect(at.figures, at.sql).toMatchObject([
      { value: 1, verdict: 'met', inside_standard: { share: 1, n: 1 } },
    ]);
    await tables.put('requests', [request('2', '2011-06-01', 48, { closed_at: '2011-06-03T10:00:01' })]);
    const after = await tables.measure([deadline]);
    expect(after.figures, after.sql).toMatchObject([
      { verdict: 'not-met', inside_standard: { share: 0.5, n: 2 } },
    ]);
  });

  test('a met mean with a slow tail says so', async () => {
    const rows = Array.from({ length: 9 }, (_, index) => request(`${index}`, '2011-06-01', 24));
    await tables.put('requests', [...rows, request('9', '2011-06-01', 240)]);
    const { figures, sql } = await tables.measure([deadline]);
    // 9 x 24 + 240 = 456 of 480 h; nine of ten inside is not under the share of 0.90.
    expect(figures, sql).toMatchObject([
      { value: 0.95, numerator: 456, denominator: 480, p50: 24, p90: 45.6, verdict: 'met', warnings: [] },
    ]);
    await tables.put('requests', [request('10', '2011-06-01', 49)]);
    const more = await tables.measure([deadline]);
    expect(more.figures, more.sql).toMatchObject([
      { verdict: 'met', warnings: [{ code: 'mean-hides-tail', params: { outside: 2, n: 11 } }] },
    ]);
  });

  test('may be another instant of the row: the mean of the row-level ratio', async () => {
    await tables.put('requests', [
      // 12 of 24 h, 36 of 24 h, and 10 of 30 h: 0.5, 1.5 and 0.333333333333.
      request('1', '2011-06-01', 12, { deadline: '2011-06-02T10:00:00' }),
      request('2', '2011-06-01', 36, { deadline: '2011-06-02T10:00:00' }),
      request('3', '2011-06-01', 10, { deadline: '2011-06-02T16:00:00' }),
    ]);
    const own = standard('at-most', { ceiling: '1' }, { limit: 'elapsed(opened_at, deadline)' });
    const { figures, sql } = await tables.measure([
      { ...deadline, formula: 'mean(measure / limit)', standards: [own] },
    ]);
    expect(figures, sql).toMatchObject([
      {
        numerator: 2.333333333333,
        denominator: 3,
        n: 3,
        inside_standard: { n: 3 },
        standard: { limit: null },
        verdict: 'met',
      },
    ]);
    const whole = await tables.measure([{ ...deadline, standards: [own] }]);
    expect(whole.figures, whole.sql).toMatchObject([{ numerator: 58, denominator: 78 }]);
  });
});

describe('what stays out', () => {
  test('exceptions are counted by the first reason that holds; the population is not', async () => {
    await tables.put('requests', [
      request('1', '2011-06-01', 24),
      request('2', '2011-06-01', 24, { client: 'x', steps: 9 }),
      request('3', '2011-06-01', 24, { client: 'x' }),
      request('4', '2011-06-01', 24, { steps: 9 }),
      request('5', '2011-06-01', 999, { status: 'anulado' }),
      request('6', '2011-06-01', 24, { status: null }),
    ]);
    const sheet = {
      ...deadline,
      where: "status != 'anulado'",
      except: { 'own-client': "client = 'x'", 'many-steps': 'steps > 5' },
    };
    const { figures, sql } = await tables.measure([sheet]);
    expect(figures, sql).toMatchObject([
      {
        numerator: 48,
        n: 2,
        warnings: [
          { code: 'excluded', params: { code: 'own-client', n: 2 } },
          { code: 'excluded', params: { code: 'many-steps', n: 1 } },
        ],
      },
    ]);
  });

  test('the same for an indicator without a measure', async () => {
    await tables.put('requests', [
      request('1', '2011-06-01', 1, { passed: true }),
      request('2', '2011-06-01', 1, { passed: false }),
      request('3', '2011-06-01', 1, { passed: true, client: 'x' }),
      request('4', '2011-06-01', 1, { passed: true, client: 'x', steps: 9 }),
      request('5', '2011-06-01', 1, { passed: true, steps: 9 }),
    ]);
    const { figures, sql } = await tables.measure([
      {
        formula: 'share(passed = yes)',
        except: { 'own-client': "client = 'x'", 'many-steps': 'steps > 5' },
      },
    ]);
    expect(figures, sql).toMatchObject([
      {
        numerator: 1,
        denominator: 2,
        n: 2,
        warnings: [
          { code: 'no-standard' },
          { code: 'excluded', params: { code: 'own-client', n: 2 } },
          { code: 'excluded', params: { code: 'many-steps', n: 1 } },
        ],
      },
    ]);
  });

  test('rows that a rule flags are kept and counted', async () => {
    await tables.put('requests', [
      request('1', '2011-06-01', 24),
      request('2', '2011-06-01', 24, { _flags: 1 }),
    ]);
    const { figures, sql } = await tables.measure([deadline]);
    expect(figures, sql).toMatchObject([
      { n: 2, warnings: [{ code: 'flagged', params: { rule: 0, n: 1 } }] },
    ]);
  });
});

describe('each fact meets the standard of its own date and place', () => {
  const from = (date: string, limit: string, ceiling: string) =>
    standard('at-most', { ceiling }, { from: date, limit });

  test('a standard that changes inside the month', async () => {
    await tables.put('requests', [
      request('1', '2011-06-10', 36),
      request('2', '2011-06-15', 36),
      request('3', '2011-06-15', 12),
    ]);
    const { figures, sql } = await tables.measure([
      { ...deadline, standards: [from('2011-01-01', '48 h', '1'), from('2011-06-15', '24 h', '0.5')] },
    ]);
    // 84 h of 48 + 24 + 24; the ceiling is 1 for half of the limits and 0.5 for the other half.
    expect(figures, sql).toMatchObject([
      {
        value: 0.875,
        denominator: 96,
        inside_standard: { n: 3 },
        standard: { ceiling: 0.75, limit: null, from: '2011-06-15' },
        verdict: 'not-met',
        warnings: [{ code: 'several-standards', params: { n: 2 } }],
      },
    ]);
    expect(figures[0]!.inside_standard!.share, sql).toBeCloseTo(2 / 3, 12);
    const june = await tables.measure(
      [{ ...deadline, standards: [from('2011-01-01', '48 h', '1'), from('2011-06-15', '24 h', '0.5')] }],
      { period: '2011-06-10' },
    );
    expect(june.figures, june.sql).toMatchObject([
      { value: 0.75, standard: { ceiling: 1, limit: 48 }, warnings: [] },
    ]);
  });

  test('one of a place goes before the general one', async () => {
    await tables.put('requests', [
      request('1', '2011-06-10', 24),
      request('2', '2011-06-10', 24, { unit: 'sur' }),
      request('3', '2011-06-10', 24, { unit: 'sur' }),
    ]);
    const far = standard('at-most', { ceiling: '1' }, { where: "unit = 'sur'", limit: '72 h' });
    const sheet = { ...deadline, standards: [...deadline.standards!, far] };
    const { figures, sql } = await tables.measure([sheet]);
    expect(figures, sql).toMatchObject([
      { numerator: 72, denominator: 48 + 72 + 72, standard: { ceiling: 1 } },
    ]);
    const split = await tables.measure([sheet], { by: ['unit'] });
    expect(split.figures, split.sql).toMatchObject([
      { dimensions: { unit: 'norte' }, value: 0.5, standard: { limit: 48 }, warnings: [] },
      { dimensions: { unit: 'sur' }, denominator: 144, standard: { limit: 72 }, warnings: [] },
    ]);
  });

  test('a floor of two places is weighted by their facts', async () => {
    const rows = [true, true, true, false].map((passed, index) =>
      request(`${index}`, '2011-06-01', 1, { passed, unit: index === 0 ? 'sur' : 'norte' }),
    );
    await tables.put('requests', rows);
    const sheet: HandSheet = {
      formula: 'share(passed = yes)',
      standards: [
        standard('at-least', { floor: '0.8' }),
        standard('at-least', { floor: '0.4' }, { where: "unit = 'sur'" }),
      ],
    };
    const { figures, sql } = await tables.measure([sheet]);
    // (0.4 x 1 + 0.8 x 3) / 4 = 0.7, and three of four passed.
    expect(figures, sql).toMatchObject([{ value: 0.75, standard: { floor: 0.7 }, verdict: 'met' }]);
    const split = await tables.measure([sheet], { by: ['unit'] });
    expect(split.figures, split.sql).toMatchObject([
      { dimensions: { unit: 'norte' }, standard: { floor: 0.8 }, verdict: 'not-met' },
      { dimensions: { unit: 'sur' }, standard: { floor: 0.4 }, verdict: 'met' },
    ]);
  });

  test('facts that no standard reaches are left out and counted', async () => {
    await tables.put('requests', [
      request('1', '2011-06-10', 24),
      request('2', '2011-06-20', 24),
      request('3', '2011-06-20', 24, { unit: 'sur' }),
    ]);
    const only = standard(
      'at-most',
      { ceiling: '1' },
      { from: '2011-06-15', where: "unit = 'norte'", limit: '48 h' },
    );
    const sheet = { ...deadline, standards: [only] };
    const { figures, sql } = await tables.measure([sheet]);
    expect(figures, sql).toMatchObject([
      {
        value: 0.5,
        n: 1,
        standard: { limit: 48 },
        warnings: [{ code: 'without-standard', params: { n: 2 } }],
      },
    ]);
    const split = await tables.measure([sheet], { by: ['unit'] });
    expect(split.figures, split.sql).toMatchObject([{ dimensions: { unit: 'norte' }, verdict: 'met' }]);
  });

  test('a standard of one place does not judge another', async () => {
    await tables.put('requests', [
      request('1', '2011-06-10', 1, { passed: true }),
      request('2', '2011-06-10', 1, { passed: false, unit: 'sur' }),
    ]);
    const only = standard('at-least', { floor: '0.9' }, { where: "unit = 'norte'" });
    const { figures, sql } = await tables.measure([{ formula: 'share(passed = yes)', standards: [only] }], {
      by: ['unit'],
    });
    expect(figures, sql).toMatchObject([
      { dimensions: { unit: 'norte' }, value: 1, verdict: 'met' },
      {
        dimensions: { unit: 'sur' },
        value: 0,
        verdict: 'no-data',
        standard: null,
        warnings: [{ code: 'no-standard' }],
      },
    ]);
  });
});

describe('working time', () => {
  const sheet: HandSheet = {
    measure: 'working(opened_at, closed_at)',
    formula: 'sum(measure) / sum(limit)',
    standards: [standard('at-most', { ceiling: '1' }, { limit: '14 working_h' })],
  };

  test('is that of the calendar of each unit', async () => {
    // Thursday 15:00 to Monday 10:00; Friday 24 June is a holiday of the regular calendar.
    const long = { opened_at: '2011-06-23T15:00:00', closed_at: '2011-06-27T10:00:00' };
    await tables.put('requests', [
      request('1', '2011-06-23', 1, long),
      request('2', '2011-06-23', 1, { ...long, unit: 'sur' }),
      request('3', '2011-06-23', 1, { ...long, unit: 'of no list' }),
    ]);
    const { figures, sql } = await tables.measure([sheet], { by: ['unit'] });
    expect(figures, sql).toMatchObject([
      { dimensions: { unit: 'norte' }, numerator: 1 + 1, denominator: 14, measure_unit: 'working_h' },
      { dimensions: { unit: 'of no list' }, numerator: 1 + 1 },
      { dimensions: { unit: 'sur' }, numerator: 1 + 7 + 7 + 7 + 1, verdict: 'not-met' },
    ]);
  });

  test('runs to the cut for what is still open, by the calendar of its unit', async () => {
    // From Wednesday 22 June 10:00 to Monday 27 June 10:00: 6 + 7 + 1 regular hours, 6 + 7 x 4 + 1 every day.
    await tables.put('requests', [
      request('1', '2011-06-22', null),
      request('2', '2011-06-22', null, { unit: 'sur' }),
      request('3', '2011-06-22', null, { unit: 'of no list' }),
      request('4', '2011-06-22', null, { unit: 'of no list', opened_at: '2011-06-22T09:59:59' }),
    ]);
    const { figures, sql } = await tables.measure([sheet], { by: ['unit'], latest: '2011-06-27T10:00:00' });
    expect(figures, sql).toMatchObject([
      { dimensions: { unit: 'norte' }, open: { count: 1, past_limit: 0 } },
      { dimensions: { unit: 'of no list' }, open: { count: 2, past_limit: 1 } },
      { dimensions: { unit: 'sur' }, open: { count: 1, past_limit: 1 } },
    ]);
  });

  test('without a calendar it is unknown, and that is said', async () => {
    const lone = await openHandTables({
      ...HAND_WORLD,
      default_calendar: undefined,
      units: { norte: 'regular' },
    });
    try {
      await lone.put('requests', [
        request('1', '2011-06-22', 2),
        request('2', '2011-06-22', 2, { unit: 'sur' }),
      ]);
      const { figures, sql } = await lone.measure([sheet]);
      expect(figures, sql).toMatchObject([
        { numerator: 2, n: 1, warnings: [{ code: 'calendar-missing', params: { n: 1 } }] },
      ]);
    } finally {
      lone.close();
    }
  });
});
