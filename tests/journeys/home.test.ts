import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVERYTHING, type Permission, type Scope } from '../../src/kernel/index.ts';
import {
  findAnything,
  listChoices,
  listIndicators,
  listNeeds,
  measureIndicators,
  simulateDesk,
  toFigureCache,
  viewHeat,
  viewHome,
  viewProductivity,
} from '../../src/usecases/index.ts';
import { type OpenWorld, openWorld } from './open-world.ts';

const figures = { cache: toFigureCache(), version: 1 };
const ask = { period: '2011-06', unit: null, scope: EVERYTHING, today: '2012-07-15' } as const;
const NORTH: Scope = { ...EVERYTHING, units: ['Quito Norte'] };

let world: OpenWorld;
beforeAll(async () => {
  world = await openWorld('demo');
});
afterAll(() => world.close());

describe('Inicio', () => {
  test('says the verdicts of June 2011 worst first, as measuring that month says them', async () => {
    const view = await viewHome(world.institution, figures, ask);
    expect(view.period).toEqual({ text: '2011-06', why: 'asked', complete: true });
    const { measurements } = await measureIndicators(world.institution, {
      period: '2011-06',
      indicators: [],
      by: [],
      as_of: null,
    });
    expect(view.indicators).toHaveLength(measurements.length);
    for (const measurement of measurements) {
      const shown = view.indicators.find(({ id }) => id === measurement.indicator)!;
      expect(shown.sentence).toEqual(measurement.sentences);
      expect([shown.value, shown.n, shown.verdict]).toEqual([
        measurement.value,
        measurement.n,
        measurement.verdict,
      ]);
      expect(shown.points.at(-1)).toMatchObject({ period: '2011-06', value: measurement.value });
    }
    expect(view.counts['not-met']).toBe(5);
    expect(view.sentence.es).toBe('5 de 7 indicadores no cumplen en junio de 2011.');
    const gaps = view.indicators.map(
      ({ verdict, gap }) => [verdict === 'not-met' ? 1 : 0, gap ?? -1] as const,
    );
    expect(gaps).toEqual([...gaps].sort((a, b) => b[0] - a[0] || b[1] - a[1]));
    expect(view.indicators[0]!.points).toHaveLength(13);
    const debit = view.indicators.find(({ id }) => id === 'plazo-debito-automatico')!;
    expect(debit.result!.es.line).toMatch(/^[\d,]+ h de 24 h; menos es mejor \([\d.,]+ %\)$/);
  });

  test('opens on the latest month that is over and whose data reach its end, and says so', async () => {
    const open = (today: string) => viewHome(world.institution, figures, { ...ask, period: null, today });
    expect((await open('2012-07-15')).period).toEqual({ text: '2012-06', why: 'complete', complete: true });
    // On 20 June 2012 June is not over: May is the last one that is.
    expect((await open('2012-06-20')).period).toEqual({ text: '2012-05', why: 'complete', complete: true });
  });

  test('a quarter, a stretch of months, and a text that is no period', async () => {
    const quarter = await viewHome(world.institution, figures, { ...ask, period: '2011-Q2' });
    expect(quarter.indicators[0]!.points.at(-1)!.period).toBe('2011-Q2');
    const stretch = await viewHome(world.institution, figures, { ...ask, period: '2011-01..2011-06' });
    expect(stretch.indicators[0]!.points.map(({ period }) => period)).toHaveLength(6);
    await expect(viewHome(world.institution, figures, { ...ask, period: 'ayer' })).rejects.toMatchObject({
      code: 'period-unreadable',
    });
  });

  test('a supervisor has the figures of her unit, sentence and all, and no other', async () => {
    const view = await viewHome(world.institution, figures, { ...ask, scope: NORTH });
    const { measurements } = await measureIndicators(world.institution, {
      period: '2011-06',
      indicators: [],
      by: [],
      as_of: null,
      only: [{ dimension: 'unit', values: ['Quito Norte'] }],
    });
    expect(view.sentence.es).toMatch(/^En Quito Norte, /);
    for (const { id, value, n } of view.indicators) {
      const alone = measurements.find(({ indicator }) => indicator === id)!;
      expect([id, value, n]).toEqual([id, alone.value, alone.n]);
    }
    await expect(
      viewHome(world.institution, figures, { ...ask, scope: NORTH, unit: 'Loja' }),
    ).rejects.toMatchObject({ code: 'out-of-scope' });
    const heat = await viewHeat(world.institution, figures, { ...ask, scope: NORTH, indicator: null });
    expect(heat.rows.map(({ unit }) => unit)).toEqual(['Quito Norte']);
  });

  test('several units are measured together, never averaged', async () => {
    const units = ['Loja', 'Quito Norte'];
    const view = await viewHome(world.institution, figures, { ...ask, scope: { ...EVERYTHING, units } });
    const both = await measureIndicators(world.institution, {
      period: '2011-06',
      indicators: ['plazo-debito-automatico'],
      by: [],
      as_of: null,
      only: [{ dimension: 'unit', values: units }],
    });
    const shown = view.indicators.find(({ id }) => id === 'plazo-debito-automatico')!;
    expect(shown.value).toBe(both.measurements[0]!.value);
    expect(view.sentence.es).toMatch(/^En Loja y Quito Norte, /);
  });

  test('a process owner has the indicators of her processes, an executive what they attended', async () => {
    const owner = { ...EVERYTHING, processes: ['debito-automatico'] };
    const view = await viewHome(world.institution, figures, { ...ask, scope: owner });
    expect(view.indicators.map(({ id }) => id)).toEqual(['plazo-debito-automatico']);
    const { facts } = world.institution;
    const [row] = await facts.duck.rows(
      "select person, count(*) as n from requests where process = 'debito-automatico' and opened_at_local >= date '2011-06-01' and opened_at_local < date '2011-07-01' and closed_at is not null group by 1 order by 2 desc, 1 limit 1",
    );
    const staff_name = String(row!['person']);
    const own = await viewHome(world.institution, figures, { ...ask, scope: { ...EVERYTHING, staff_name } });
    expect(own.sentence.es.startsWith(`En lo atendido por ${staff_name}, `)).toBe(true);
    expect(own.indicators.find(({ id }) => id === 'plazo-debito-automatico')!.n).toBe(Number(row!['n']));
  });
});

test('the heat map says in each cell what measuring by unit says, worst first', async () => {
  const heat = await viewHeat(world.institution, figures, { ...ask, indicator: 'plazo-debito-automatico' });
  const { measurements } = await measureIndicators(world.institution, {
    period: '2011-06',
    indicators: ['plazo-debito-automatico'],
    by: ['unit'],
    as_of: null,
  });
  for (const { dimensions, n, verdict } of measurements) {
    const row = heat.rows.find(({ unit }) => unit === dimensions['unit'])!;
    expect(row.cells.at(-1)).toMatchObject({ n, verdict });
  }
  // A handful of requests a month: nobody is told to fail by them.
  const last = heat.rows.map(({ cells }) => cells.at(-1));
  expect(last.some((cell) => (cell?.small ?? 0) > 0)).toBe(true);
  const small = last.filter((cell) => (cell?.small ?? 0) > 0);
  expect(small.map((cell) => [cell?.failed, cell?.judged])).toEqual(small.map(() => [0, 0]));
  expect(heat.finding.es).toMatch(/ninguna agencia tiene casos suficientes/);
  const many = await viewHeat(world.institution, figures, { ...ask, indicator: 'plazo-actualizacion-datos' });
  const failing = many.rows.map(({ cells }) => cells.at(-1)?.failed === 1);
  expect(failing).toContain(true);
  expect(failing).toEqual([...failing].sort((a, b) => Number(b) - Number(a)));
  expect(many.finding.es).toMatch(/^En el último período no cumplen? \d+ de \d+ agencias?; /);
  const all = await viewHeat(world.institution, figures, { ...ask, indicator: null });
  expect(all.finding.es).toMatch(/^Donde más indicadores no cumplen en junio de 2011 es en /);
});

test('the list of indicators by process, class and verdict', async () => {
  const list = (filter: Partial<Parameters<typeof listIndicators>[2]>) =>
    listIndicators(world.institution, figures, {
      ...ask,
      process: null,
      class: null,
      verdict: null,
      problems: true,
      ...filter,
    });
  const whole = await list({});
  expect(whole.indicators).toHaveLength(whole.of);
  const failing = await list({ verdict: 'not-met' });
  expect(failing.indicators.length).toBe(5);
  // A process takes those below it along.
  expect((await list({ process: 'tarjetas-de-credito' })).indicators).toHaveLength(whole.of);
  expect((await list({ process: 'entrega-pin' })).indicators.map(({ id }) => id)).toEqual([
    'tiempo-entrega-pin',
  ]);
  expect((await list({ class: 'corporativo' })).indicators).toEqual([]);
});

describe('search', () => {
  const all = (_permission: Permission): Scope | null => EVERYTHING;
  const find = (text: string, may = all) => findAnything(world.institution, figures, { text, may });

  test('finds by name without accents or case, by what begins like it first', async () => {
    const kinds = async (text: string) => (await find(text)).map(({ kind, id }) => `${kind} ${id}`);
    expect(await kinds('DEBITO')).toContain('indicator plazo-debito-automatico');
    expect(await kinds('debito')).toContain('process debito-automatico');
    expect(await kinds('quito n')).toEqual(['unit Quito Norte']);
    expect((await kinds('requests')).some((found) => found.startsWith('import '))).toBe(true);
    expect(await kinds('   ')).toEqual([]);
  });

  test('finds a request by its number, with the indicator that shows it, within what may be seen', async () => {
    const [row] = await world.institution.facts.duck.rows(
      "select request_id, unit from requests where process = 'debito-automatico' and closed_at is not null and opened_at_local >= date '2011-06-01' order by 1 limit 1",
    );
    const [key, unit] = [String(row!['request_id']), String(row!['unit'])];
    const [found] = (await find(key)).filter(({ kind }) => kind === 'fact');
    expect(found).toMatchObject({ id: key, indicator: 'plazo-debito-automatico' });
    const only =
      (units: readonly string[]) =>
      (_permission: Permission): Scope => ({ ...EVERYTHING, units });
    expect((await find(key, only([unit]))).map(({ kind }) => kind)).toContain('fact');
    expect((await find(key, only(['Otra']))).map(({ kind }) => kind)).not.toContain('fact');
    expect(await find('quito', only(['Loja']))).toEqual([]);
  });

  test('who has no permission finds nothing of it', async () => {
    expect(await find('debito', () => null)).toEqual([]);
  });
});

test('what needs somebody is what they may do', async () => {
  const home = await viewHome(world.institution, figures, ask);
  const needs = (may: (permission: Permission) => Scope | null) =>
    listNeeds(world.institution, figures, { may, who: null, home, unit: null, today: ask.today });
  expect(await needs(() => null)).toEqual([]);
  const unread = (await needs(() => EVERYTHING)).find(({ kind }) => kind === 'results-unread')!;
  expect([unread.n, unread.names.length, unread.more]).toEqual([5, 3, 2]);
});

test('what there is to look at: months latest first and units within reach', async () => {
  const choices = await listChoices(world.institution, figures, EVERYTHING, ask.today);
  expect([choices.period, choices.why, choices.months.length]).toEqual(['2012-06', 'complete', 24]);
  expect(choices.units).toContain('Quito Norte');
  expect((await listChoices(world.institution, figures, NORTH, ask.today)).units).toEqual(['Quito Norte']);
});

test('a supposed desk starts from the very figures of its agency, fractions of people included', async () => {
  for (const unit of ['Quito Norte', 'El Coca', 'Puerto Ayora']) {
    const { whole } = await viewProductivity(world.institution, {
      period: '2011-06',
      unit,
      scope: EVERYTHING,
    });
    const desk = await simulateDesk(world.institution, {
      period: '2011-06',
      unit,
      people: null,
      schedule: null,
      demand: 0,
      minutes: null,
      service: null,
      basis: 'mean',
      within_min: 10,
      share: 0.8,
      scope: EVERYTHING,
    });
    expect([desk.index, desk.needed_min, desk.capacity_min, desk.verdict]).toEqual([
      whole?.index,
      whole?.minutes,
      whole?.capacity_min,
      whole?.verdict,
    ]);
    expect(desk.supposed.people * desk.capacity_each_min).toBeCloseTo(desk.capacity_min, 6);
  }
});
