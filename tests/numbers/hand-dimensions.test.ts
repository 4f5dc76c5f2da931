import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HandSheet, type HandTables, openHandTables, standard } from './hand-rows.ts';
import { HAND_WORLD, request } from './hand-world.ts';

let tables: HandTables;
beforeEach(async () => {
  tables = await openHandTables(HAND_WORLD);
});
afterEach(() => tables.close());

const counted: HandSheet = { formula: 'count()' };
const deadline: HandSheet = {
  measure: 'elapsed(opened_at, closed_at)',
  formula: 'sum(measure) / sum(limit)',
  standards: [standard('at-most', { ceiling: '1' }, { limit: '48 h' })],
};

/** How many facts each value of a dimension has, in the order of the figures. */
async function countBy(by: readonly string[], period = '2011') {
  const { figures, sql } = await tables.measure([counted], { period, by });
  return { counts: figures.map(({ dimensions, value }) => [...Object.values(dimensions), value]), sql };
}

describe('dimensions of time are those of the clock of the unit', () => {
  beforeEach(async () => {
    await tables.put('requests', [
      request('1', '2011-01-01', 1),
      request('2', '2011-06-30', 1, { opened_at: '2011-06-30T23:59:59', closed_at: null }),
      request('3', '2011-07-01', 1, { opened_at: '2011-07-01T00:00:00', closed_at: null }),
      request('4', '2011-12-31', 1, { opened_at: '2011-12-31T08:30:00' }),
    ]);
  });

  test.each([
    [
      'semester',
      [
        ['2011-S1', 2],
        ['2011-S2', 2],
      ],
    ],
    [
      'quarter',
      [
        ['2011-Q1', 1],
        ['2011-Q2', 1],
        ['2011-Q3', 1],
        ['2011-Q4', 1],
      ],
    ],
    [
      'month',
      [
        ['2011-01', 1],
        ['2011-06', 1],
        ['2011-07', 1],
        ['2011-12', 1],
      ],
    ],
    // 1 January 2011 is a Saturday of the last week of 2010.
    [
      'week',
      [
        ['2010-W52', 1],
        ['2011-W26', 2],
        ['2011-W52', 1],
      ],
    ],
    [
      'day',
      [
        ['2011-01-01', 1],
        ['2011-06-30', 1],
        ['2011-07-01', 1],
        ['2011-12-31', 1],
      ],
    ],
    [
      'hour',
      [
        ['00', 1],
        ['08', 1],
        ['10', 1],
        ['23', 1],
      ],
    ],
    // Thursday, Friday and two Saturdays.
    [
      'weekday',
      [
        ['4', 1],
        ['5', 1],
        ['6', 2],
      ],
    ],
    ['year', [['2011', 4]]],
  ])('%s', async (dimension, expected) => {
    const { counts, sql } = await countBy([dimension]);
    expect(counts, sql).toEqual(expected);
  });

  test('a period is half-open: its first instant is in, that of the next is not', async () => {
    const june = await countBy([], '2011-06');
    expect(june.counts, june.sql).toEqual([[1]]);
    const july = await countBy([], '2011-07');
    expect(july.counts, july.sql).toEqual([[1]]);
    const week = await countBy([], '2011-W26');
    expect(week.counts, week.sql).toEqual([[2]]);
  });
});

describe('dimensions of place', () => {
  test('cross, sorted by their values; what is not known is its own group', async () => {
    await tables.put('requests', [
      request('1', '2011-06-01', 1, { unit: 'sur', client: 'b' }),
      request('2', '2011-06-01', 1, { unit: 'sur' }),
      request('3', '2011-06-01', 1, { unit: null, client: 'b' }),
      request('4', '2011-06-01', 1, { client: 'a' }),
      request('5', '2011-06-01', 1, { client: 'a' }),
    ]);
    const { counts, sql } = await countBy(['unit', 'client']);
    expect(counts, sql).toEqual([
      [null, 'b', 1],
      ['norte', 'a', 2],
      ['sur', null, 1],
      ['sur', 'b', 1],
    ]);
  });

  test('one that the data do not have is said, and spares the other indicators', async () => {
    await tables.put('requests', [request('1', '2011-06-01', 1, { client: 'a' })]);
    await tables.put('cards', [{ card_id: '1', issued_on: '2011-06-01', unit: 'norte', quantity: null }]);
    const { figures, sql } = await tables.measure(
      [
        { id: 'of-cards', dataset: 'cards', formula: 'count()' },
        { id: 'of-both', formula: 'count() / sum(cards.quantity)' },
        { id: 'of-requests', formula: 'count()' },
      ],
      { by: ['client'] },
    );
    const unavailable = [
      { code: 'dimension-unavailable', params: { dimension: 'client', dataset: 'cards' } },
    ];
    expect(figures, sql).toMatchObject([
      { indicator: 'of-both', dimensions: {}, value: null, verdict: 'no-data', warnings: unavailable },
      { indicator: 'of-cards', dimensions: {}, value: null, verdict: 'no-data', warnings: unavailable },
      { indicator: 'of-requests', dimensions: { client: 'a' }, value: 1 },
    ]);
    // A day has no hour.
    const hours = await tables.measure([{ dataset: 'cards', formula: 'count()' }], { by: ['hour'] });
    expect(hours.figures, hours.sql).toMatchObject([{ warnings: [{ params: { dimension: 'hour' } }] }]);
  });

  test('an indicator without facts is one figure without data, split or not', async () => {
    await tables.put('requests', [request('1', '2011-06-01', 1)]);
    const none: HandSheet = { ...deadline, id: 'none', scope: "process = 'quick'" };
    for (const by of [[], ['unit'], ['unit', 'day']]) {
      const { figures, sql } = await tables.measure(
        [
          none,
          { ...none, id: 'none-either', measure: undefined, standards: [], formula: 'share(passed = yes)' },
        ],
        { by },
      );
      expect(figures, sql).toMatchObject([
        {
          indicator: 'none',
          dimensions: {},
          value: null,
          n: 0,
          verdict: 'no-data',
          warnings: [{ code: 'no-facts' }],
        },
        {
          indicator: 'none-either',
          dimensions: {},
          value: null,
          n: 0,
          verdict: 'no-data',
          warnings: [{ code: 'no-facts' }],
        },
      ]);
    }
  });
});

describe('the process tree', () => {
  beforeEach(async () => {
    await tables.put('requests', [
      request('1', '2011-06-01', 24, { process: 'update' }),
      request('2', '2011-06-01', 96, { process: 'loan' }),
      request('3', '2011-06-01', 48, { process: 'quick' }),
      request('4', '2011-06-01', 12, { process: 'accounts' }),
    ]);
  });

  test('within takes a process and all below it', async () => {
    const within = (process: string) => ({ ...deadline, id: process, scope: `process within '${process}'` });
    const { figures, sql } = await tables.measure([within('cards'), within('loan'), within('quick')]);
    expect(figures, sql).toMatchObject([
      { indicator: 'cards', numerator: 168, denominator: 144, n: 3 },
      { indicator: 'loan', numerator: 144, denominator: 96, n: 2 },
      { indicator: 'quick', numerator: 48, denominator: 48, n: 1 },
    ]);
  });

  test('a family is the sum of the numerators and of the denominators of its processes', async () => {
    const parts = await tables.measure([deadline], { by: ['process'] });
    const whole = await tables.measure([deadline], { by: ['family'] });
    const add = (name: 'numerator' | 'denominator' | 'n', ...processes: string[]) =>
      parts.figures
        .filter(({ dimensions }) => processes.includes(dimensions['process'] as string))
        .reduce((sum, figure) => sum + (figure[name] ?? 0), 0);
    const children: Record<string, string[]> = {
      accounts: ['accounts'],
      cards: ['update', 'loan'],
      loan: ['quick'],
    };
    expect(
      whole.figures.map(({ dimensions }) => dimensions['family']),
      whole.sql,
    ).toEqual(Object.keys(children));
    for (const { dimensions, numerator, denominator, n } of whole.figures) {
      const own = children[dimensions['family'] as string]!;
      expect([numerator, denominator, n], whole.sql).toEqual([
        add('numerator', ...own),
        add('denominator', ...own),
        add('n', ...own),
      ]);
    }
    // 120 of 96 h, where the mean of 50 % and 200 % would be the same by chance: it is not of 48 and 48.
    expect(whole.figures[1], whole.sql).toMatchObject({ numerator: 120, denominator: 96, value: 1.25 });
  });
});

describe('many indicators in one statement', () => {
  beforeEach(async () => {
    await tables.put('requests', [
      request('1', '2011-06-01', 24, { passed: true }),
      request('2', '2011-06-01', 96, { process: 'loan', unit: 'sur', passed: false }),
      request('3', '2011-06-01', null, { process: 'quick', unit: 'sur' }),
      request('4', '2011-05-31', 24, { process: 'loan' }),
    ]);
    await tables.put('claims', [
      { claim_id: '1', received_at: '2011-06-02T10:00:00', unit: 'sur', reason: 'a', quantity: 5 },
    ]);
  });

  const many: readonly HandSheet[] = [
    { ...deadline, id: 'a-update', scope: "process = 'update'" },
    { ...deadline, id: 'b-loan', scope: "process in ('loan', 'quick')" },
    { ...deadline, id: 'c-all' },
    { ...deadline, id: 'd-south', scope: "unit = 'sur'", formula: 'mean(measure)' },
    { id: 'e-share', formula: 'share(passed = yes)' },
    { id: 'f-rate', formula: 'sum(claims.quantity) / count()' },
    { id: 'g-distinct', formula: 'distinct(unit)' },
  ];

  test.each([[[]], [['unit']], [['unit', 'process']], [['weekday']]])(
    'each is what it is alone, by %j',
    async (by) => {
      const sheets = by.includes('process') ? many.filter(({ id }) => id !== 'f-rate') : many;
      const together = await tables.measure(sheets, { by });
      const alone = [];
      for (const sheet of sheets) alone.push(...(await tables.measure([sheet], { by })).figures);
      expect(together.figures, together.sql).toEqual(alone);
      expect(together.sql.match(/from requests r/g), together.sql).toHaveLength(1);
    },
  );

  test('facts of two indicators that overlap count in both', async () => {
    const { figures, sql } = await tables.measure(many);
    expect(figures, sql).toMatchObject([
      { indicator: 'a-update', numerator: 24, n: 1, open: { count: 0 } },
      { indicator: 'b-loan', numerator: 96, n: 1, open: { count: 1, past_limit: 1 } },
      { indicator: 'c-all', numerator: 120, denominator: 96, n: 2, open: { count: 1 } },
      { indicator: 'd-south', value: 96, unit: 'h', n: 1, open: { count: 1 } },
      { indicator: 'e-share', value: 1 / 3, n: 3 },
      { indicator: 'f-rate', numerator: 5, denominator: 3 },
      { indicator: 'g-distinct', value: 2 },
    ]);
  });

  test('two dates of one data set are two statements, each with its own facts', async () => {
    const closed: HandSheet = { ...deadline, id: 'by-closing', date: 'closed_at' };
    const opened: HandSheet = { ...deadline, id: 'by-opening' };
    const share = { formula: 'share(passed = yes)' };
    const { figures, sql } = await tables.measure([
      closed,
      opened,
      { ...share, id: 'share-closed', date: 'closed_at' },
      { ...share, id: 'share-opened' },
    ]);
    // The fourth request was opened on 31 May and closed on 1 June.
    expect(figures, sql).toMatchObject([
      { indicator: 'by-closing', numerator: 144, n: 3, open: { count: 0 } },
      { indicator: 'by-opening', numerator: 120, n: 2, open: { count: 1 } },
      { indicator: 'share-closed', numerator: 1, denominator: 3 },
      { indicator: 'share-opened', numerator: 1, denominator: 3 },
    ]);
  });
});
