import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluatePlan, planIndicators, type ResultRow } from '../../src/engine/index.ts';
import { FUNCTIONS } from '../../src/functions/index.ts';
import { type Column, type ColumnType, type Dataset, rational, type Sheet } from '../../src/kernel/index.ts';
import { checkSheet, type Vocabulary } from '../../src/language/index.ts';

const TEXT = { es: 'x', en: 'x' };

function column(name: string, type: ColumnType, measured_in: string | null = null): Column {
  const nothing = { required: false, aliases: [], date_aliases: [], time_aliases: [], of: null, codes: null };
  return { name, type, label: TEXT, measured_in, ...nothing };
}

const COLUMNS: readonly Column[] = [
  column('day', 'date'),
  column('x', 'integer'),
  column('minutes', 'duration', 'min'),
  column('client', 'reference'),
  column('delivered', 'boolean'),
  column('quantity', 'integer'),
];

function dataset(id: string, weight: string | null): Dataset {
  const nothing = { key: [], opens: null, closes: null, rules: [], lookups: [], derived: false };
  return { id, pack: 'test', name: TEXT, columns: COLUMNS, date: 'day', weight, ...nothing };
}

const VOCABULARY: Vocabulary = {
  datasets: new Map([
    ['rows', dataset('rows', null)],
    ['groups', dataset('groups', 'quantity')],
  ]),
  codes: new Map(),
  processes: new Map(),
  schedules: new Map(),
  populations: new Map(),
};

function makeSheet(formula: string, home: string): Sheet {
  const texts = {
    name: TEXT,
    objective: TEXT,
    aspect: TEXT,
    source: TEXT,
    supplier: TEXT,
    responsible: TEXT,
  };
  const standard = { from: '2010-01-01', where: null, direction: 'at-least', floor: rational(0n) } as const;
  const nothing = { ceiling: null, limit: null, tolerance: null, historical_error: null };
  return {
    id: 'test',
    pack: 'test',
    code: null,
    version: 1,
    ...texts,
    users: TEXT,
    process: 'x',
    class: 'operativo',
    type: 'eficacia',
    frequency: 'mensual',
    variables: [],
    population: { id: 'all', dataset: home, scope: null, where: null, name: TEXT },
    date: null,
    measure: null,
    measure_unit: formula.includes('minutes') ? 'min' : null,
    formula,
    except: [],
    standards: [{ ...standard, ...nothing }],
    references: [],
    causes: [],
    interpretation: { met: TEXT, not_met: TEXT, excess: null },
    places: new Map(),
  };
}

/** A row of facts: what is not given is empty. Minutes are written in minutes. */
type Fact = Partial<Record<'x' | 'minutes' | 'quantity', number>> & {
  readonly client?: string;
  readonly delivered?: boolean;
};

interface Example {
  /** As the docstring of the function writes it. */
  readonly text: string;
  readonly formula: string;
  readonly facts: readonly Fact[];
  readonly value: number;
  /** Over `groups`, whose rows stand for several facts. */
  readonly home?: string;
}

const EXAMPLES: Readonly<Record<string, Example>> = {
  count: {
    text: 'count() over rows of quantity 3, empty, 2 // 6',
    formula: 'count()',
    facts: [{ quantity: 3 }, {}, { quantity: 2 }],
    value: 6,
    home: 'groups',
  },
  distinct: {
    text: 'distinct(client) over A, B, A // 2',
    formula: 'distinct(client)',
    facts: [{ client: 'A' }, { client: 'B' }, { client: 'A' }, {}],
    value: 2,
  },
  max: {
    text: 'max(x) over 3, 1, 2 // 3',
    formula: 'max(x)',
    facts: [{ x: 3 }, { x: 1 }, { x: 2 }, {}],
    value: 3,
  },
  mean: {
    text: 'mean(minutes) over 6, 8 and empty // 7',
    formula: 'mean(minutes)',
    facts: [{ minutes: 6 }, { minutes: 8 }, {}],
    value: 7,
  },
  median: {
    text: 'median(x) over 1, 2, 3, 10 // 2.5',
    formula: 'median(x)',
    facts: [{ x: 10 }, { x: 2 }, { x: 1 }, { x: 3 }, {}],
    value: 2.5,
  },
  min: {
    text: 'min(x) over 3, 1, 2 // 1',
    formula: 'min(x)',
    facts: [{ x: 3 }, { x: 1 }, { x: 2 }, {}],
    value: 1,
  },
  percentile: {
    text: 'percentile(x, 95 %) over 1..20 // 19.05',
    formula: 'percentile(x, 95 %)',
    facts: Array.from({ length: 20 }, (_, index) => ({ x: index + 1 })),
    value: 19.05,
  },
  share: {
    text: 'share(delivered = yes) over yes, yes, no, yes // 0.75',
    formula: 'share(delivered = yes)',
    facts: [{ delivered: true }, { delivered: true }, { delivered: false }, { delivered: true }],
    value: 0.75,
  },
  sum: {
    text: 'sum(minutes) over 6 and 8 // 14',
    formula: 'sum(minutes)',
    facts: [{ minutes: 6 }, { minutes: 8 }, {}],
    value: 14,
  },
};

describe('aggregate functions on the real engine', () => {
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;

  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    connection = await instance.connect();
  });
  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });

  /** The value of a formula over some facts: text -> checked indicator -> plan -> SQL -> figure. */
  async function measure(formula: string, facts: readonly Fact[], home = 'rows'): Promise<number | null> {
    const { indicator, problems } = checkSheet(makeSheet(formula, home), VOCABULARY);
    expect(problems).toEqual([]);
    const rows = facts.map(({ x, minutes, client, delivered, quantity }) => {
      const cells = [
        x,
        minutes === undefined ? undefined : minutes * 60_000_000,
        client,
        delivered,
        quantity,
      ];
      const literals = cells.map((cell) => (typeof cell === 'string' ? `'${cell}'` : String(cell ?? 'null')));
      return `(date '2011-06-15', ${literals.join(', ')})`;
    });
    await connection.run(
      `create or replace table ${home} (day date, x bigint, minutes bigint, client varchar, delivered boolean, quantity bigint)`,
    );
    await connection.run(`insert into ${home} values ${rows.join(', ')}`);
    const request = { from: '2011-06-01', to: '2011-07-01', by: [], cuts: new Map() };
    const plan = planIndicators([indicator!], request, { vocabulary: VOCABULARY, standard_minutes: [] });
    const results: ResultRow[][] = [];
    for (const { sql } of plan.datasets) {
      results.push((await connection.runAndReadAll(sql)).getRowObjects() as unknown as ResultRow[]);
    }
    const [figure] = evaluatePlan(plan, results, { tail_share: 0.9, small_sample: 0 });
    return figure!.value;
  }

  it.each(FUNCTIONS.filter((definition) => definition.kind === 'aggregate'))(
    '$name gives what its docstring says',
    async ({ name }) => {
      const { text, formula, facts, value, home } = EXAMPLES[name]!;
      const file = path.resolve(import.meta.dirname, `../../src/functions/${name}.ts`);
      expect(readFileSync(file, 'utf8')).toContain(`@example ${text}`);
      expect(await measure(formula, facts, home)).toBe(value);
    },
  );

  it.each(['sum(x)', 'mean(x)', 'median(x)', 'min(x)', 'max(x)', 'percentile(x, 90 %)'])(
    '%s of nothing known is no figure, never zero',
    async (formula) => {
      expect(await measure(formula, [{}, {}])).toBeNull();
    },
  );

  it.each([
    ['count()', 3],
    ['count(where x > 1) / count()', 0],
    ['distinct(client)', 0],
    ['share(x > 1)', 0],
    ['share(x is empty)', 1],
  ])('%s of rows without values is %d', async (formula, value) => {
    expect(await measure(formula, [{}, {}, {}])).toBe(value);
  });

  it('a row without a known value is in no mean, and a zero is', async () => {
    expect(await measure('mean(x)', [{ x: 4 }, {}, { x: 0 }])).toBe(2);
  });

  it('a condition of an aggregate holds for numerator and denominator', async () => {
    const facts = [{ x: 1 }, { x: 5 }, { x: 9 }, {}];
    expect(await measure('mean(x where x > 1)', facts)).toBe(7);
    expect(await measure('share(x > 5 where x > 1)', facts)).toBe(0.5);
  });

  it('a row that stands for several facts counts as many times, and as one when it does not say', async () => {
    const facts: Fact[] = [
      { x: 10, quantity: 3, delivered: true },
      { x: 2, delivered: false },
    ];
    expect(await measure('sum(x)', facts, 'groups')).toBe(32);
    expect(await measure('mean(x)', facts, 'groups')).toBe(8);
    expect(await measure('sum(quantity)', facts, 'groups')).toBe(4);
    expect(await measure('share(delivered = yes)', facts, 'groups')).toBe(0.75);
    expect(await measure('max(x)', facts, 'groups')).toBe(10);
  });

  it('the mean of a row-level ratio is of the ratios, not of the sums', async () => {
    const facts = [
      { x: 1, quantity: 2 },
      { x: 30, quantity: 40 },
    ];
    expect(await measure('mean(x / quantity)', facts)).toBe(0.625);
    expect(await measure('sum(x) / sum(quantity)', facts)).toBeCloseTo(31 / 42, 15);
  });

  it('a quotient by zero in a row is empty, and by a zero sum is no figure', async () => {
    expect(
      await measure('mean(x / quantity)', [
        { x: 1, quantity: 0 },
        { x: 1, quantity: 2 },
      ]),
    ).toBe(0.5);
    expect(await measure('sum(x) / sum(quantity)', [{ x: 1, quantity: 0 }])).toBeNull();
  });

  it('decimals of a condition are compared exactly', async () => {
    const facts = [{ x: 2 }, { x: 3 }, { x: -4 }];
    expect(await measure('count(where x > 2.5)', facts)).toBe(1);
    expect(await measure('count(where x in (2.5, 3, -4))', facts)).toBe(2);
    expect(await measure('count(where 2 <= x)', facts)).toBe(2);
    expect(await measure('count(where x * 0.5 >= 1.5)', facts)).toBe(1);
  });

  it('arithmetic with constants goes through', async () => {
    const facts = [{ x: 1 }, { x: 2 }, { x: 5 }];
    expect(await measure('1 - count(where x > 1) / count()', facts)).toBeCloseTo(1 / 3, 15);
    expect(await measure('sum(x) / 2 + 1', facts)).toBe(5);
    expect(await measure('-sum(x)', facts)).toBe(-8);
    expect(await measure('100 % - share(x > 4)', facts)).toBeCloseTo(2 / 3, 15);
  });
});
