import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stories } from '../../seed/index.ts';
import { measureSeries, measureSignals } from '../../src/usecases/index.ts';
import { processLimits } from '../../src/statistics/index.ts';
import { type Caller, type Json, startTestServer, type TestServer } from './start-server.ts';

let server: TestServer;
let analyst: Caller;
beforeAll(async () => {
  server = await startTestServer({ world: 'demo', clock: () => '2012-07-15T15:00:00.000Z' });
  analyst = await server.as('analyst');
});
afterAll(() => server.stop());

const look = async (period: string, more = ''): Promise<Json> => {
  const { status, body } = await analyst.call(`get /api/signals?period=${period}&show=all${more}`);
  expect(status).toBe(200);
  return body;
};
const find = ({ lines }: Json, indicator: string, unit: string | null = null) =>
  lines.find((line: Json) => line.indicator === indicator && (line.dimensions.unit ?? null) === unit);
/** Months of a chart of two years that fire a rule, with the rule. */
const flagged = async (indicator: string, by: readonly string[] = []) => {
  const found = await server.host.read((institution) =>
    measureSignals(institution, { indicator, from: '2010-07', to: '2012-06', by }),
  );
  return new Map(
    found.series.map(({ dimensions, points }) => [
      Object.values(dimensions).join(),
      points.flatMap(({ period, rules, side }) => (rules[0] ? [`${period} ${rules[0]} ${side}`] : [])),
    ]),
  );
};
const story = (id: string) => stories.find((each) => each.id === id)!;

describe('each planted story is found in its month', () => {
  test('automatic debit drifts: outside from its third month on, and gone the month after it ended', async () => {
    const { from, to } = story('debito-automatico-se-desvia');
    const seen = new Map<string, Json>();
    for (const month of ['2010-11', '2010-12', '2011-01', '2011-02', '2011-06', '2011-07'])
      seen.set(month, find(await look(month), 'plazo-debito-automatico'));
    // With five and six points there are no limits, or none that it passes.
    expect([seen.get('2010-11'), seen.get('2010-12')]).toEqual([undefined, undefined]);
    for (const month of ['2011-01', '2011-02', '2011-06']) {
      expect(month >= from && month <= to).toBe(true);
      expect(seen.get(month)).toMatchObject({ rule: 'outside', side: 'above', period: month, better: false });
    }
    expect(seen.get('2011-06')).toMatchObject({
      standing: 'signal-failing',
      verdict: 'not-met',
      since: '2011-04',
    });
    expect(seen.get('2011-07')).toBeUndefined();
    expect((await flagged('plazo-debito-automatico')).get('')).toEqual(
      ['2011-03', '2011-04', '2011-05', '2011-06']
        .map((month) => `${month} outside above`)
        .concat(['2012-02', '2012-03', '2012-04'].map((month) => `${month} run-of-eight below`)),
    );
  });

  test('the bad month of data update is told once for all its units', async () => {
    const { from } = story('mal-mes-actualizacion-datos');
    const view = await look(from);
    const line = find(view, 'plazo-actualizacion-datos');
    expect(view.lines[0]).toEqual(line);
    expect(line).toMatchObject({
      rule: 'outside',
      side: 'above',
      period: '2012-02',
      standing: 'signal-failing',
    });
    expect(line.sentence.es).toBe(
      '72,94 h en febrero de 2012, por encima de lo habitual (entre 43,6 h y 55,7 h). No cumple (como máximo 48 h) y algo cambió: averigüe qué pasó antes de cambiar nada más.',
    );
    expect(line.parts.n).toBeGreaterThanOrEqual(8);
    expect(
      view.lines.filter(({ indicator }: Json) => indicator === 'plazo-actualizacion-datos'),
    ).toHaveLength(1);
    expect(find(await look('2012-03'), 'plazo-actualizacion-datos')).toBeUndefined();
  });

  test('the overloaded unit by its productivity, from its first month', async () => {
    const { from, unit } = story('agencia-sobrecargada');
    const line = find(await look(from), 'productividad-ejecutivo', unit);
    expect(line).toMatchObject({ rule: 'outside', side: 'above', period: '2011-09', better: null });
    expect(line.sentence.es).toContain('Cumple con alerta');
    const months = (await flagged('productividad-ejecutivo', ['unit'])).get(unit!)!;
    for (const month of ['2011-10', '2011-11', '2011-12', '2012-01', '2012-02'])
      expect(months.some((each) => each.startsWith(`${month} `) && each.endsWith('above'))).toBe(true);
  });

  test('statements that come back: by shares of so few it takes until the fifth month of seven', async () => {
    const months = (await flagged('efectividad-actualizacion-datos')).get('')!;
    const below = months.filter((each) => each.endsWith('below'));
    expect(below).toEqual(['2011-06', '2011-07', '2011-08'].map((month) => `${month} three-of-four below`));
    // They were planted from February to August: at 7 % instead of 4.5 %, of some 380 a month.
    expect(below.every((each) => each >= '2011-02' && each < '2011-09')).toBe(true);
  });

  test('the PIN is delivered faster from September 2011 on', async () => {
    const line = find(await look('2011-09'), 'tiempo-entrega-pin');
    expect(line).toMatchObject({ rule: 'outside', side: 'below', better: true, standing: 'signal-met' });
  });

  test('holidays of August lower capacity, not productivity: the chart of one moves, of the other not', async () => {
    const series = await server.host.read((institution) =>
      measureSeries(institution, {
        indicators: ['productividad-ejecutivo'],
        from: '2010-07',
        to: '2012-06',
        by: [],
      }),
    );
    const capacity = processLimits(series.figures.map(({ denominator }) => denominator));
    const lowest = series.figures.toSorted((a, b) => a.denominator! - b.denominator!).slice(0, 2);
    expect(lowest.map(({ period }) => period).sort()).toEqual(['2010-08', '2011-08']);
    expect(capacity.limits).not.toBeNull();
    const months = (await flagged('productividad-ejecutivo')).get('')!;
    expect(months.filter((each) => /-08 /.test(each))).toEqual([]);
  });

  test('a schedule that changes inside a month leaves no mark: capacity follows the schedule', async () => {
    const { from, person } = story('cambio-de-horario');
    const months = (await flagged('productividad-ejecutivo', ['person'])).get(person!)!;
    expect(months.filter((each) => each.startsWith(from))).toEqual([]);
  });
});

test('the four readings, and what is asked of each', async () => {
  const { standings, watched, sentence } = await look('2012-02');
  const names = (wanted: string) =>
    standings.find(({ standing }: Json) => standing === wanted).indicators.map(({ id }: Json) => id);
  expect(names('signal-failing')).toEqual(['plazo-actualizacion-datos']);
  expect(names('stable-failing')).toEqual(['efectividad-activacion']);
  expect(names('signal-met')).toEqual(['plazo-debito-automatico', 'tiempo-entrega-pin']);
  expect(names('stable-met')).toContain('plazo-prestamo-inmediato');
  const stable = standings.find(({ standing }: Json) => standing === 'stable-failing').indicators[0];
  expect(stable.sentence.es).toMatch(
    /^No cumple \(como mínimo 100 %\) y es estable.*hay que cambiar la forma de trabajar\.$/,
  );
  expect(watched).toBe(91);
  expect(sentence.es).toBe(
    'En febrero de 2012 hay 5 señales en 91 series vigiladas: 2 en lo que no cumple su estándar.',
  );
});

test('few points: none yet, and limits that are provisional', async () => {
  const five = await look('2010-11');
  const short = five.standings.find(({ standing }: Json) => standing === 'too-short');
  expect(short.indicators).toHaveLength(7);
  expect(short.indicators[0].sentence.es).toBe(
    'Todavía no tiene límites habituales: falta 1 período cerrado con datos (hay 5).',
  );
  expect(find(await look('2011-01'), 'plazo-debito-automatico').sentence.es).toMatch(
    /Los límites son provisionales: salen de 7 períodos\.$/,
  );
});

test('a month under way says where it is heading, how sure that is, and the chance to fail', async () => {
  const ask = async (period: string, as_of: string) => {
    const query = `period=${period}&as_of=${as_of}`;
    return (await analyst.call(`get /api/indicators/plazo-debito-automatico/sheet?${query}`)).body;
  };
  const { forecast, trend } = await ask('2011-06', '2011-06-15T12:00');
  expect(forecast.text).toMatch(
    /^A 11 de 22 días laborables, junio de 2011 va hacia .* h; 80 de cada 100 meses/,
  );
  expect(forecast.text).toContain('11 meses cerrados');
  // Half of the month as it went, half as months are: between its figure so far and their mean.
  const closed = trend.points.slice(0, -1).map(({ value }: Json) => value);
  const mean = closed.reduce((sum: number, value: number) => sum + value, 0) / closed.length;
  const so_far = trend.points.at(-1).value;
  expect(forecast.value).toBeGreaterThan(Math.min(mean, so_far));
  expect(forecast.value).toBeLessThan(Math.max(mean, so_far));
  expect(forecast.low).toBeLessThan(forecast.value);
  expect((await ask('2011-06', '2011-07-02T12:00')).forecast).toBeNull();
  expect((await ask('2010-11', '2010-11-15T12:00')).forecast).toBeNull();
});

test('rural clients never complain: a figure that does not move has no chart, only its count', async () => {
  const count = async (dataset: string) => {
    const found = await server.host.read(({ facts }) =>
      facts.duck.rows(
        `select c.segment, count(*) as n from ${dataset} f join clients c on c.client = f.client group by 1`,
      ),
    );
    return new Map(found.map(({ segment, n }) => [segment, Number(n)]));
  };
  const [asked, complained] = [await count('requests'), await count('complaints')];
  const sum = (of: ReadonlyMap<unknown, number>) => [...of.values()].reduce((total, n) => total + n, 0);
  // A quarter of the requests: as many complaints would be expected of them.
  expect(asked.get('rural')! / sum(asked)).toBeGreaterThan(0.2);
  expect(sum(complained)).toBeGreaterThan(100);
  expect(complained.get('rural')).toBeUndefined();
});

test('a supervisor reaches the series of her units alone', async () => {
  const supervisor = await server.as('supervisor');
  const { body } = await supervisor.call('get /api/signals?period=2012-02&show=all');
  const units = new Set(body.lines.map(({ dimensions }: Json) => dimensions.unit));
  const { body: home } = await supervisor.call('get /api/home?period=2012-02');
  expect([...units].every((unit) => home.view.units.includes(unit))).toBe(true);
  const about = {
    indicator: 'plazo-actualizacion-datos',
    period: '2012-02',
    cause: 'Sin luz',
    excluded: true,
  };
  for (const dimensions of [{}, { unit: 'Cuenca' }]) {
    if (home.view.units.includes(Object.values(dimensions)[0])) continue;
    const refused = await supervisor.call('post /api/signals/cause', { body: { ...about, dimensions } });
    expect([refused.status, refused.body.refused.code]).toEqual([403, 'out-of-scope']);
  }
});

test('what was seen is not told again to whoever saw it', async () => {
  const { lines } = await look('2012-02');
  const key = lines[1].key;
  const body = { period: '2012-02', key, reason: 'Diez tarjetas' };
  expect((await analyst.call('post /api/signals/seen', { body })).status).toBe(200);
  const { body: today } = await analyst.call('get /api/signals?period=2012-02');
  expect(today.lines.map((line: Json) => line.key)).not.toContain(key);
  expect(today.seen).toBe(1);
  const management = await server.as('management');
  const { body: others } = await management.call('get /api/signals?period=2012-02');
  expect(others.lines.map((line: Json) => line.key)).toContain(key);
  const gone = await analyst.call('post /api/signals/seen', { body: { ...body, key: 'otra {}' } });
  expect(gone.body.refused.code).toBe('signal-not-found');
});

describe('causes and baselines are proposed by one and approved by another (S-5)', () => {
  const about = { indicator: 'plazo-actualizacion-datos', dimensions: {} };
  const decide = async (who: Caller, proposal: number, decision = 'approved') =>
    who.call(`post /api/proposals/${proposal}/decide`, { body: { decision, reason: 'Es así' } });

  test('a cause changes limits everywhere once it is approved, and its proposer may not approve it', async () => {
    const owner = await server.as('process-owner');
    const upper = async () => {
      const { body } = await analyst.call(
        'get /api/indicators/plazo-actualizacion-datos/sheet?period=2012-05',
      );
      return body;
    };
    const before = await upper();
    const cause = { ...about, period: '2012-02', cause: 'Cayó el sistema de tarjetas', excluded: true };
    const { body: proposed } = await analyst.call('post /api/signals/cause', { body: cause });
    expect(proposed).toMatchObject({ applied: false });
    expect(proposed.deciders.length).toBeGreaterThan(0);
    // A second one of the same point waits for nobody.
    const again = await analyst.call('post /api/signals/cause', { body: cause });
    expect(again.body.refused.code).toBe('proposal-open');
    expect((await decide(analyst, proposed.proposal)).body.refused.code).toBe('own-proposal');
    const supervisor = await server.as('supervisor');
    expect((await decide(supervisor, proposed.proposal)).body.refused.code).toBe('not-allowed');
    expect((await upper()).trend.notes).toBeUndefined();

    const { body: waits } = await owner.call('get /api/signals?period=2012-02');
    expect(waits.to_approve).toMatchObject([
      { proposal: proposed.proposal, period: '2012-02', reason: cause.cause, excluded: true },
    ]);
    expect((await decide(owner, proposed.proposal)).status).toBe(200);
    const after = await upper();
    expect(after.trend.notes).toEqual([{ period: '2012-02', cause: cause.cause, excluded: true }]);
    expect(after.standing.text).not.toBe(before.standing.text);
    const view = await look('2012-02');
    expect(find(view, 'plazo-actualizacion-datos').cause).toBe(cause.cause);
    expect(view.explained).toBe(1);
    // Without that month the five slow ones of 2011 are no accident either.
    expect((await flagged('plazo-actualizacion-datos')).get('')).toContain('2011-06 outside above');
  });

  test('limits are taken anew from a month on, for the whole and its units', async () => {
    const owner = await server.as('process-owner');
    const body = {
      indicator: 'tiempo-entrega-pin',
      dimensions: {},
      from_period: '2011-09',
      reason: 'Nueva impresora',
    };
    const { body: proposed } = await analyst.call('post /api/signals/baseline', { body });
    expect((await decide(owner, proposed.proposal)).status).toBe(200);
    const found = await server.host.read((institution) =>
      measureSignals(institution, {
        indicator: body.indicator,
        from: '2010-07',
        to: '2012-06',
        by: ['unit'],
      }),
    );
    for (const { baselines, points } of found.series) {
      expect(baselines).toEqual(['2011-09']);
      expect(new Set(points.map(({ centre }) => centre)).size).toBe(2);
    }
    expect(find(await look('2012-05'), 'tiempo-entrega-pin')).toBeUndefined();
    const { body: trail } = await (await server.as('auditor')).call('get /api/audit/trail');
    expect(JSON.stringify(trail)).toContain(
      'Tomar los límites habituales de «Tiempo de entrega del PIN» desde septiembre de 2011',
    );
  });
});
