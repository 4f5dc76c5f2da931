import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HandSheet, type HandTables, openHandTables, standard } from './hand-rows.ts';
import { HAND_WORLD, request } from './hand-world.ts';

let tables: HandTables;
beforeEach(async () => {
  tables = await openHandTables(HAND_WORLD);
});
afterEach(() => tables.close());

/** The value of each formula over the same rows, with the statements that gave it. */
async function values(formulas: Readonly<Record<string, string>>, more: Partial<HandSheet> = {}) {
  const sheets = Object.entries(formulas).map(([id, formula]) => ({ id, formula, ...more }));
  const { figures, sql } = await tables.measure(sheets);
  return { found: Object.fromEntries(figures.map(({ indicator, value }) => [indicator, value])), sql };
}

describe('aggregates over rows that add up in the head', () => {
  test('percentiles by type 7: p95 of 1 to 20 minutes is 19.05', async () => {
    await tables.put(
      'requests',
      Array.from({ length: 20 }, (_, index) => request(`${index}`, '2011-06-01', 1, { minutes: index + 1 })),
    );
    const { found, sql } = await values(
      {
        p95: 'percentile(minutes, 95 %)',
        p50: 'median(minutes)',
        p0: 'percentile(minutes, 0 %)',
        p100: 'percentile(minutes, 100 %)',
        low: 'min(minutes)',
        high: 'max(minutes)',
        mean: 'mean(minutes)',
      },
      { measure_unit: 'min' },
    );
    expect(found, sql).toEqual({ p95: 19.05, p50: 10.5, p0: 1, p100: 20, low: 1, high: 20, mean: 10.5 });
  });

  test('p50 and p90 of the measure, beside the mean', async () => {
    await tables.put(
      'requests',
      [1, 2, 3, 4, 10].map((hours) => request(`${hours}`, '2011-06-01', hours)),
    );
    const { figures, sql } = await tables.measure([
      { measure: 'elapsed(opened_at, closed_at)', formula: 'mean(measure)' },
    ]);
    // The ninth decile is at place 3.6 of 0..4: 4 + 0.6 x 6.
    expect(figures, sql).toMatchObject([
      { value: 4, unit: 'h', numerator: 20, denominator: 5, p50: 3, p90: 7.6 },
    ]);
  });

  test('count, distinct, share, and arithmetic between them', async () => {
    const clients = ['a', 'b', 'a', null, 'c'];
    await tables.put(
      'requests',
      clients.map((client, index) =>
        request(`${index}`, '2011-06-01', 1, {
          client,
          passed: index < 2 ? true : index === 2 ? false : null,
          minutes: index === 4 ? null : 10,
        }),
      ),
    );
    const { found, sql } = await values({
      all: 'count()',
      some: "count(where client = 'a')",
      'not-a': "count(where client != 'a')",
      clients: 'distinct(client)',
      passed: 'share(passed = yes)',
      failed: '1 - share(passed = yes)',
      difference: 'count(where passed = yes) - count(where passed = no)',
      each: 'count() / distinct(client)',
      weighed: '(count(where passed = yes) + 2 * count(where passed = no)) / count()',
      known: 'mean(minutes)',
    });
    expect(found, sql).toEqual({
      all: 5,
      some: 2,
      'not-a': 3,
      clients: 3,
      passed: 0.4,
      failed: 0.6,
      difference: 1,
      each: 5 / 3,
      weighed: 0.8,
      known: 10 / 60,
    });
  });

  test('numbers with a unit stand beside aggregates of the same unit', async () => {
    await tables.put('requests', [
      request('1', '2011-06-01', 2, { minutes: 30, steps: 3 }),
      request('2', '2011-06-01', 4, { minutes: 10 }),
    ]);
    const { found, sql } = await values(
      {
        over: 'mean(minutes) - 5 min',
        part: 'sum(minutes) / (count() * 8 min)',
        half: 'sum(minutes) * 50 % / count()',
        tens: 'mean(minutes / 10 min)',
        weighed: 'mean(steps * minutes)',
      },
      { measure_unit: 'min' },
    );
    expect(found, sql).toEqual({ over: 15, part: 2.5, half: 10, tens: 2, weighed: 90 });
  });

  test('money adds up to the millionth, which doubles would not', async () => {
    await tables.put(
      'requests',
      ['0.1', '0.2', '100000000.000001'].map((amount, index) =>
        request(`${index}`, '2011-06-01', 1, { amount }),
      ),
    );
    const { figures, sql } = await tables.measure([{ formula: 'sum(amount) / count()' }]);
    expect(figures, sql).toMatchObject([{ numerator: 100_000_000.300001, denominator: 3, unit: 'money' }]);
  });

  test('sums beyond 2^53 and beyond 2^63 are exact', async () => {
    // 9,007,199,254,740,993 is the first whole number that a double cannot hold.
    await tables.duck.run(
      `insert into requests (request_id, opened_at, opened_at_local, steps)
       select i::varchar, timestamp '2011-06-02', timestamp '2011-06-02', 9007199254740993 from range(3000) t(i)`,
    );
    const { figures, sql } = await tables.measure([
      { formula: 'sum(steps) / (3000 * max(steps))', standards: [standard('at-most', { ceiling: '1' })] },
      { id: 'off-by-one', formula: '(sum(steps) - 27021597764222978999) / count()' },
    ]);
    expect(figures, sql).toMatchObject([
      { value: 1, verdict: 'met' },
      { indicator: 'off-by-one', numerator: 1, denominator: 3000 },
    ]);
  });

  test('rows without a value add nothing; with none at all there is no figure', async () => {
    await tables.put('requests', [
      request('1', '2011-06-01', 1, { minutes: 6 }),
      request('2', '2011-06-01', 1),
    ]);
    const { figures, sql } = await tables.measure([
      { id: 'known', formula: 'sum(minutes) / count()', measure_unit: 'min' },
      { id: 'unknown', formula: 'sum(amount) / count()' },
      { id: 'zero-below', formula: "count() / count(where status = 'nobody')" },
    ]);
    expect(figures, sql).toMatchObject([
      { indicator: 'known', value: 3, numerator: 6, denominator: 2 },
      { indicator: 'unknown', value: null, n: 2, verdict: 'no-data' },
      { indicator: 'zero-below', value: null, verdict: 'no-data' },
    ]);
  });
});

describe('rows that stand for several facts', () => {
  const claim = (claim_id: string, quantity: number | null, reason: string, minutes: number, more = {}) => ({
    claim_id,
    quantity,
    reason,
    minutes,
    received_at: '2011-06-06T10:00:00',
    closed_at: '2011-06-06T11:00:00',
    unit: 'norte',
    ...more,
  });

  test('an empty quantity is one, in every aggregate', async () => {
    await tables.put('claims', [
      claim('1', 3, 'a', 10),
      claim('2', null, 'a', 20),
      claim('3', 2, 'b', 30),
      claim('4', 0, 'b', 99),
    ]);
    const { found, sql } = await values(
      {
        all: 'count()',
        sum: 'sum(quantity)',
        a: "count(where reason = 'a')",
        share: "share(reason = 'a')",
        rows: 'distinct(claim_id)',
      },
      { dataset: 'claims' },
    );
    expect(found, sql).toEqual({ all: 6, sum: 6, a: 4, share: 4 / 6, rows: 4 });
    // 10 10 10 20 30 30: 110 minutes of six.
    const times = await values(
      {
        minutes: 'sum(minutes) / sum(quantity)',
        mean: 'mean(minutes)',
        high: 'max(minutes where quantity > 0)',
      },
      { dataset: 'claims', measure_unit: 'min' },
    );
    expect(times.found, times.sql).toEqual({ minutes: 110 / 6, mean: 110 / 6, high: 30 });
  });

  test('deadlines of such rows are weighted too: n, inside, open', async () => {
    const took = (id: string, quantity: number | null, closed_at: string | null) =>
      claim(id, quantity, 'a', 1, { closed_at });
    await tables.put('claims', [
      took('1', 3, '2011-06-06T12:00:00'),
      took('2', null, '2011-06-06T20:00:00'),
      took('3', 4, null),
    ]);
    const { figures, sql } = await tables.measure([
      {
        dataset: 'claims',
        measure: 'elapsed(received_at, closed_at)',
        formula: 'sum(measure) / sum(limit)',
        standards: [standard('at-most', { ceiling: '1' }, { limit: '5 h' })],
      },
    ]);
    // 2 2 2 10 h: 16 of 20 h. Percentiles are of rows, and such rows are not facts: there are none.
    expect(figures, sql).toMatchObject([
      {
        numerator: 16,
        denominator: 20,
        n: 4,
        inside_standard: { share: 3 / 8, n: 8 },
        open: { count: 4, past_limit: 4 },
        p50: null,
        p90: null,
      },
    ]);
  });

  test('counts across data sets: cards less claims of them', async () => {
    await tables.put('cards', [
      { card_id: '1', issued_on: '2011-06-01', unit: 'norte', quantity: 99 },
      { card_id: '2', issued_on: '2011-06-30', unit: 'norte', quantity: null },
      { card_id: '3', issued_on: '2011-07-01', unit: 'norte', quantity: 50 },
    ]);
    await tables.put('claims', [
      claim('1', 2, 'off', 1),
      claim('2', null, 'off', 1, { unit: 'sur' }),
      claim('3', 7, 'other', 1),
    ]);
    const sheet: HandSheet = {
      dataset: 'cards',
      formula: "1 - sum(claims.quantity where reason = 'off') / sum(quantity)",
      standards: [standard('at-least', { floor: '1' })],
    };
    const { figures, sql } = await tables.measure([sheet]);
    expect(figures, sql).toMatchObject([
      { value: 0.97, numerator: 97, denominator: 100, n: 100, verdict: 'not-met' },
    ]);
    // A claim at a unit that issued no card is shown, without a figure.
    const split = await tables.measure([sheet], { by: ['unit'] });
    expect(split.figures, split.sql).toMatchObject([
      { dimensions: { unit: 'norte' }, value: 0.98 },
      { dimensions: { unit: 'sur' }, value: null, verdict: 'no-data' },
    ]);
  });
});

describe('capacity', () => {
  const worked: HandSheet = {
    formula: 'sum(minutes) / sum(capacity.minutes)',
    measure_unit: 'min',
    standards: [standard('at-least', { floor: '0.9', ceiling: '1' })],
  };
  const day = (person: string, unit: string, date: string, minutes: number) => ({
    person,
    unit,
    date,
    minutes,
  });

  test('n counts people, and who attended nobody has zero', async () => {
    await tables.put('capacity', [
      day('ana', 'norte', '2011-06-01', 300),
      day('ana', 'norte', '2011-06-02', 300),
      day('luis', 'norte', '2011-06-01', 150),
      day('eva', 'sur', '2011-06-01', 250),
      day('eva', 'sur', '2011-07-01', 250),
    ]);
    await tables.put('requests', [
      request('1', '2011-06-01', 1, { minutes: 700 }),
      request('2', '2011-06-02', 1, { minutes: 50 }),
    ]);
    const { figures, sql } = await tables.measure([worked]);
    expect(figures, sql).toMatchObject([
      { value: 0.75, numerator: 750, denominator: 1000, n: 3, verdict: 'not-met' },
    ]);
    const split = await tables.measure([worked], { by: ['unit'] });
    expect(split.figures, split.sql).toMatchObject([
      { dimensions: { unit: 'norte' }, numerator: 750, denominator: 750, n: 2, verdict: 'met' },
      { dimensions: { unit: 'sur' }, value: 0, numerator: 0, denominator: 250, n: 1, verdict: 'not-met' },
    ]);
  });

  test('a period of which no facts were brought is no data, not zero', async () => {
    await tables.put('capacity', [
      day('ana', 'norte', '2011-06-01', 300),
      day('ana', 'norte', '2011-07-01', 300),
    ]);
    await tables.put('requests', [request('1', '2011-06-01', 1, { minutes: 310 })]);
    const july = await tables.measure([worked], { period: '2011-07' });
    expect(july.figures, july.sql).toMatchObject([{ value: null, verdict: 'no-data' }]);
    const months = await tables.measure([worked], { period: '2011', by: ['month'] });
    expect(months.figures, months.sql).toMatchObject([
      { dimensions: { month: '2011-06' }, verdict: 'met-with-alert' },
      { dimensions: { month: '2011-07' }, value: null, verdict: 'no-data' },
    ]);
  });
});
