import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluatePlan } from '../../src/engine/index.ts';
import { runPlan } from '../../src/facts/index.ts';
import { divide, type Measurement, parseDecimal, toNumber, type Verdict } from '../../src/kernel/index.ts';
import { planOf, sqlOf } from './plan.ts';
import { type LoadedWorld, loadWorld, makeFolder, measure } from './world.ts';

let world: LoadedWorld;
beforeAll(async () => {
  world = await loadWorld('tiny');
});
afterAll(() => world?.close());

/** The figures of the study, each as numerator and denominator written out, and what must be said of it. */
interface Expected {
  readonly indicator: string;
  readonly by?: string;
  readonly of?: string;
  readonly fraction: readonly [string, string];
  readonly value: number;
  readonly verdict: Verdict;
  readonly es: readonly string[];
  readonly en: readonly string[];
}

const FIGURES: readonly Expected[] = [
  {
    indicator: 'productividad-ejecutivo',
    by: 'schedule',
    of: 'regular',
    fraction: ['6497.7', '6600'],
    value: 0.9845,
    verdict: 'met',
    es: ['98,45 %', '6.600 min'],
    en: ['98.45%', '6,600 min'],
  },
  {
    indicator: 'productividad-ejecutivo',
    by: 'schedule',
    of: 'especial',
    fraction: ['5612.2', '5400'],
    value: 56_122 / 54_000,
    verdict: 'met-with-alert',
    es: ['103,93 %', '5.400 min', 'ampliar la capacidad', 'servicio al cliente'],
    en: ['103.93%', '5,400 min'],
  },
  {
    indicator: 'plazo-actualizacion-datos',
    fraction: ['1056', '960'],
    value: 1.1,
    verdict: 'not-met',
    es: ['52,8 h', '4,8 h más', '110 %', 'No cumple'],
    en: ['52.8 h', '4.8 h more', '110%'],
  },
  {
    indicator: 'efectividad-actualizacion-datos',
    fraction: ['93', '100'],
    value: 0.93,
    verdict: 'not-met',
    es: ['93 %', '7 %', 'tolerancia de 5 %', 'No cumple'],
    en: ['93%', '7%', '5%'],
  },
  {
    indicator: 'efectividad-activacion',
    fraction: ['97', '100'],
    value: 0.97,
    verdict: 'not-met',
    es: ['97 %', 'más que el error histórico de 2,5 %', 'No cumple'],
    en: ['97%', '2.5%'],
  },
  {
    indicator: 'plazo-prestamo-inmediato',
    fraction: ['921.6', '960'],
    value: 0.96,
    verdict: 'met',
    es: ['46,08 h', '1,92 h menos', '96 %', 'Cumple'],
    en: ['46.08 h', '1.92 h less', '96%'],
  },
  {
    indicator: 'tiempo-entrega-pin',
    fraction: ['129.6', '120'],
    value: 1.08,
    verdict: 'not-met',
    es: ['6,48 min', '0,48 min más', '108 %', 'No cumple'],
    en: ['6.48 min', '0.48 min more', '108%'],
  },
  {
    indicator: 'plazo-debito-automatico',
    fraction: ['561.6', '480'],
    value: 1.17,
    verdict: 'not-met',
    es: ['28,08 h', '4,08 h más', '117 %', 'No cumple'],
    en: ['28.08 h', '4.08 h more', '117%'],
  },
];

/** Words with plain spaces: numbers are kept from their units by spaces that do not break. */
const toWords = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

test.each(FIGURES)('$indicator $of: $value, $verdict', async (expected) => {
  const by = expected.by === undefined ? [] : [expected.by];
  const sql = await sqlOf(world.institution, expected.indicator, { period: '2011-06', by });
  const found = await measure(world.institution, { indicators: [expected.indicator], by });
  const figure = found.find(
    ({ dimensions }) => expected.of === undefined || Object.values(dimensions).includes(expected.of),
  ) as Measurement;
  expect(figure, sql).toMatchObject({ value: expected.value, verdict: expected.verdict, provisional: false });

  // Exactly the fraction: each part is the double of its decimal, and their quotient that of the fraction.
  const [numerator, denominator] = expected.fraction.map((text) => parseDecimal(text)!);
  expect(figure.numerator, sql).toBe(toNumber(numerator!));
  expect(figure.denominator, sql).toBe(toNumber(denominator!));
  expect(figure.value, sql).toBe(toNumber(divide(numerator!, denominator!)!));

  for (const fragment of expected.es) expect(toWords(figure.sentences.es), sql).toContain(fragment);
  for (const fragment of expected.en) expect(toWords(figure.sentences.en), sql).toContain(fragment);
});

/** Whole microseconds, or facts, behind each of the fractions, as the statements give them. */
const SUMS: Readonly<Record<string, readonly bigint[]>> = {
  'plazo-actualizacion-datos': [1056n * 3_600_000_000n, 960n * 3_600_000_000n],
  'plazo-prestamo-inmediato': [9216n * 360_000_000n, 960n * 3_600_000_000n],
  'tiempo-entrega-pin': [1296n * 6_000_000n, 120n * 60_000_000n],
  'plazo-debito-automatico': [5616n * 360_000_000n, 480n * 3_600_000_000n],
  'efectividad-actualizacion-datos': [93n, 100n],
  'efectividad-activacion': [3n, 100n],
  // Attention in microseconds; capacity in parts of one: 106,260 of them.
  'productividad-ejecutivo': [121_099n * 6_000_000n, 12_000n * 60_000_000n * 106_260n],
};

test.each(Object.entries(SUMS))('%s adds up whole numbers', async (id, sums) => {
  const indicator = world.institution.content.indicators.get(id)!;
  const plan = await planOf(world.institution, { indicators: [indicator], period: '2011-06', by: [] });
  const results = await runPlan(world.institution.facts, plan);
  const [planned] = plan.indicators;
  const found = planned!.slots.map(({ statement, column }) => {
    const index = plan.datasets.findIndex((dataset) => dataset.statement === statement);
    const rows = results[index]!.filter((row) => !('state' in row) || Number(row['state']) === 0);
    return BigInt(rows[0]![column]!);
  });
  const sql = plan.datasets.map((statement) => statement.sql).join(';\n\n');
  expect(
    found.toSorted((a, b) => (a < b ? -1 : 1)),
    sql,
  ).toEqual(sums.toSorted((a, b) => (a < b ? -1 : 1)));
  expect(evaluatePlan(plan, results, world.institution.settings)).toHaveLength(1);
});

test('what must not count does not, and is said where it should', async () => {
  const [pin] = await measure(world.institution, { indicators: ['tiempo-entrega-pin'] });
  expect(pin).toMatchObject({ n: 20, inside_standard: { share: 0.55, n: 20 } });
  const excluded = pin!.warnings.filter(({ code }) => code === 'excluded');
  expect(excluded).toMatchObject([{ params: { code: 'cruza-de-dia', n: 1 } }]);
  expect(toWords(pin!.sentences.es)).toContain('1 fila quedó fuera del indicador');

  const [loan] = await measure(world.institution, { indicators: ['plazo-prestamo-inmediato'] });
  expect(loan).toMatchObject({ n: 20, inside_standard: { share: 0.75, n: 20 } });
  expect(loan!.warnings).toContainEqual({
    code: 'mean-hides-tail',
    params: { share: 0.75, outside: 5, n: 20 },
  });
});

test('installed capacity: 6,600 minutes regular and 5,400 special, in June and in a short month', async () => {
  for (const period of ['2011-06', '2011-02']) {
    const rows = await world.institution.facts.duck.rows(
      `select schedule, sum(minutes) as parts from capacity where date between date '${period}-01' and last_day(date '${period}-01') group by schedule order by schedule`,
    );
    expect(rows).toEqual([
      { schedule: 'especial', parts: 5_400n * 60_000_000n * 106_260n },
      { schedule: 'regular', parts: 6_600n * 60_000_000n * 106_260n },
    ]);
  }
});

test('the headline: five are not met, one is met with alert', async () => {
  const figures = await measure(world.institution);
  expect(figures.map(({ verdict }) => verdict).sort()).toEqual([
    'met',
    'met-with-alert',
    'not-met',
    'not-met',
    'not-met',
    'not-met',
    'not-met',
  ]);
});

test('the clock of the machine changes nothing: imported and measured in Kathmandu', async () => {
  const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
  const { folder, remove } = makeFolder();
  const run = (...args: string[]): string =>
    execFileSync(process.execPath, [main, ...args, '--data', folder, '--json'], {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'Asia/Kathmandu' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  try {
    run('demo', '--size', 'tiny');
    for (const by of ['hour', 'unit']) {
      const printed = JSON.parse(run('measure', '--period', '2011-06', '--by', by)) as {
        measurements: unknown;
      };
      const figures = await measure(world.institution, { by: [by] });
      expect(JSON.stringify(printed.measurements)).toBe(JSON.stringify(figures));
    }
  } finally {
    remove();
  }
});
