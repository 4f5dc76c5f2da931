import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluatePlan, planIndicators } from '../../src/engine/index.ts';
import { runPlan } from '../../src/facts/index.ts';
import { loadContent, OWN_PACKS } from '../../src/usecases/index.ts';
import { planOf, toContext } from '../numbers/plan.ts';
import { loadHdhWorld } from '../numbers/hdh-world.ts';
import { type LoadedWorld, loadWorld, measure } from '../numbers/world.ts';
import { printFigures, printStatements, printTree } from './print-golden.ts';

const GOLDEN = join(import.meta.dirname, '..', '..', 'golden');
const PERIOD = '2011-06';
const update = process.env['CIRCUITO_UPDATE_GOLDEN'] === '1';

const content = await loadContent([OWN_PACKS]);
const indicators = [...content.indicators.values()].map((indicator) => ({
  id: indicator.id,
  path: join(content.catalogue.sheets.get(indicator.id)!.pack, indicator.id),
  indicator,
}));
const shelf = await loadContent([OWN_PACKS], { examples: true });
/** Of the pack that is in force only where it is asked for. */
const microfinance = [...shelf.indicators.values()]
  .filter(({ id }) => shelf.catalogue.sheets.get(id)!.pack === 'microcredito')
  .map((indicator) => ({ id: indicator.id, path: join('microcredito', indicator.id), indicator }));

let world: LoadedWorld;
let hdh: LoadedWorld;
beforeAll(async () => {
  world = await loadWorld('tiny');
  hdh = await loadHdhWorld();
  if (update) rmSync(GOLDEN, { recursive: true, force: true });
});
afterAll(() => {
  world?.close();
  hdh?.close();
});

const ADVICE = 'not what was reviewed; if it should be so, run npm run golden and review the difference';

/** The text that was reviewed; when goldens are being updated, what comes out now becomes it. */
function readReviewed(path: string, text: string): string {
  const file = join(GOLDEN, path);
  if (update) {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

test('the packs have indicators, and every one checks', () => {
  expect(content.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(indicators.map(({ id }) => id)).toContain('plazo-actualizacion-datos');
  expect(indicators).toHaveLength(content.catalogue.sheets.size);
});

test.each([...indicators, ...microfinance])('$id: checked tree', ({ path, indicator }) => {
  const text = printTree(indicator);
  expect(text, ADVICE).toBe(readReviewed(`${path}.json`, text));
});

test.each(indicators)('$id: statements', async ({ path, indicator }) => {
  const plans = [];
  for (const by of [[], ['unit']])
    plans.push(await planOf(world.institution, { indicators: [indicator], period: PERIOD, by }));
  const text = printStatements(plans);
  expect(text, ADVICE).toBe(readReviewed(`${path}.sql`, text));
});

test.each(indicators)('$id: figures of the tiny world', async ({ id, path }) => {
  const answers = [];
  for (const by of [[], ['unit'], ['person'], ['schedule']]) {
    const figures = await measure(world.institution, { period: PERIOD, indicators: [id], by });
    answers.push({ by: by.join(' ') || 'nothing', figures });
  }
  const text = printFigures(answers);
  expect(text, ADVICE).toBe(readReviewed(`${path}.csv`, text));
});

test.each(microfinance)('$id: statements', async ({ path, indicator }) => {
  const plan = await planOf(hdh.institution, { indicators: [indicator], period: '2021-03', by: ['unit'] });
  const text = printStatements([plan]);
  expect(text, ADVICE).toBe(readReviewed(`${path}.sql`, text));
});

test.each(microfinance)('$id: figures before and after the application', async ({ id, path }) => {
  const answers = [];
  for (const period of ['2020-03..2021-02', '2021-03..2021-08'])
    for (const by of [['unit'], ['person'], ['month']]) {
      const figures = await measure(hdh.institution, { period, indicators: [id], by });
      answers.push({ by: by.join(' '), figures });
    }
  const text = printFigures(answers);
  expect(text, ADVICE).toBe(readReviewed(`${path}.csv`, text));
});

test('no golden is left of an indicator that is no more', () => {
  const expected = [...indicators, ...microfinance].flatMap(({ path }) =>
    ['csv', 'json', 'sql'].map((kind) => `${path}.${kind}`),
  );
  const found = readdirSync(GOLDEN, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(GOLDEN.length + 1));
  expect(found.sort()).toEqual(expected.sort());
});

/** Through text and back: what is not plain data does not survive. */
function throughText<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

test('the corridor is plain data: checked indicators and requests through JSON give the same statements', async () => {
  for (const by of [[], ['unit'], ['schedule'], ['month', 'process']]) {
    const input = { indicators: indicators.map(({ indicator }) => indicator), period: PERIOD, by };
    for (const as_of of [null, '2011-06-15T12:00:00']) {
      const plan = await planOf(world.institution, { ...input, as_of });
      const { from, to, cuts } = plan.request;
      // JSON has neither maps nor large integers: a request is written with lists and digits.
      const written = throughText({
        from,
        to,
        by,
        cuts: [...cuts].map(([dataset, cut]) => ({
          ...cut,
          dataset,
          us: cut.us.toString(),
          work: [...cut.work].map(([calendar, us]) => [calendar, us.toString()] as const),
        })),
      });
      const request = {
        ...written,
        cuts: new Map(
          written.cuts.map(({ dataset, us, work, ...cut }) => [
            dataset,
            {
              ...cut,
              us: BigInt(us),
              work: new Map(work.map(([calendar, at]) => [calendar, BigInt(at)])),
            },
          ]),
        ),
      };
      const again = planIndicators(throughText(input.indicators), request, toContext(world.institution));
      expect(again.datasets.map(({ sql }) => sql)).toEqual(plan.datasets.map(({ sql }) => sql));
    }
  }
});

test('plans through JSON give the same figures', async () => {
  const input = { indicators: indicators.map(({ indicator }) => indicator), period: PERIOD };
  for (const by of [[], ['unit'], ['schedule']]) {
    const plan = await planOf(world.institution, { ...input, by });
    const results = await runPlan(world.institution.facts, plan);
    const { cuts, ...request } = plan.request;
    const again = { ...throughText({ ...plan, request }), request: { ...throughText(request), cuts } };
    const { settings } = world.institution;
    const figures = evaluatePlan(plan, results, settings);
    expect(figures.length).toBeGreaterThan(5);
    expect(evaluatePlan(again, results, settings)).toEqual(figures);
  }
});
