import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../src/kernel/index.ts';
import { chooseCritical, correlate, rankShares, weighStability } from '../../src/statistics/index.ts';
import { judgeTyped, type TypedTables, viewCriticality } from '../../src/usecases/index.ts';
import { type OpenWorld, openWorld } from '../journeys/open-world.ts';

/** Complaints and services of the bank whose method the product follows, January to May 2011. */
const TABLES: TypedTables = {
  unit: 'percent',
  months: ['enero', 'febrero', 'marzo', 'abril', 'mayo'],
  families: [
    { name: 'Cuentas', mixed: false, values: [28, 37, 30, 24, 33] },
    { name: 'Tarjetas de crédito', mixed: false, values: [45, 35, 49, 40, 46] },
    { name: 'Inversiones', mixed: false, values: [10, 16, 12, 18, 9] },
    { name: 'Otros', mixed: true, values: [17, 12, 9, 18, 12] },
  ],
  family: null,
  services: [
    ['Activación', 12],
    ['Actualización de datos', 36],
    ['Aumento de cupo', 3],
    ['Diferimiento del exterior', 2],
    ['Préstamo inmediato', 11],
    ['PIN', 8],
    ['Precancelación', 3],
    ['Tarjeta adicional', 4],
    ['Pérdida', 2],
    ['Débito automático', 7],
    ['Otros servicios', 13],
  ].map(([name, volume]) => ({
    name: String(name),
    volume: Number(volume),
    mixed: name === 'Otros servicios',
    complaints: null,
  })),
};

describe('critical processes by typed tables', () => {
  const view = judgeTyped(TABLES, { kind: 'count', count: 5 });

  it('ranks the families: cards have 43 %', () => {
    expect(view.families.map(({ id, mean }) => [id, Math.round(mean! * 1000) / 10])).toEqual([
      ['tarjetas-de-credito', 43],
      ['cuentas', 30.4],
      ['inversiones', 13],
      ['otros', 13.6],
    ]);
    expect(view.family_totals).toEqual([100, 100, 100, 100, 100]);
  });

  it('chooses five that cover 74 %, leaves the mixed group out, and says that the table adds up to 101', () => {
    expect(view.set).toEqual([
      'actualizacion-de-datos',
      'activacion',
      'prestamo-inmediato',
      'pin',
      'debito-automatico',
    ]);
    expect(view.coverage).toBeCloseTo(0.74, 12);
    expect(view.ranking.at(-1)).toMatchObject({ id: 'otros-servicios', left_out: 'mixed', cumulative: null });
    expect(view.sentence.es).toBe(
      'Tarjetas de crédito reúne en promedio el 43 % de los reclamos de cada mes; 5 servicios cubren el 74 % de lo que se pide, y el primero es Actualización de datos.',
    );
    expect(view.notes.map(({ es }) => es)).toEqual([
      'Los porcentajes de los servicios suman 101 y no 100: la cobertura es la suma de lo escrito.',
      'Otros servicios (13 %) queda fuera porque junta servicios distintos, ninguno grande por sí solo.',
      'Los reclamos no dicen de qué servicio son: los servicios se ordenan solo por volumen, con o sin reclamos.',
    ]);
  });

  it('chooses by coverage, and leaves out what nobody complained about', () => {
    expect(judgeTyped(TABLES, { kind: 'coverage', share: 0.6 }).set).toHaveLength(4);
    expect(judgeTyped(TABLES, { kind: 'coverage', share: 0.59 }).set).toHaveLength(3);
    const services = TABLES.services.map((service) => ({
      ...service,
      complaints: service.name === 'PIN' ? 0 : 3,
    }));
    const told = judgeTyped({ ...TABLES, services }, { kind: 'count', count: 5 });
    expect(told.set).not.toContain('pin');
    expect(told.ranking.find(({ id }) => id === 'pin')?.left_out).toBe('no-complaints');
  });

  it('refuses a name twice', () => {
    const services = [...TABLES.services, { name: 'pin', volume: 1, mixed: false, complaints: null }];
    expect(() => judgeTyped({ ...TABLES, services }, { kind: 'count', count: 5 })).toThrow(
      'criticality-name-twice',
    );
  });
});

describe('how firm a choice is', () => {
  const months = [
    { a: 5, b: 4, c: 1 },
    { a: 1, b: 6, c: 2 },
    { a: 3, b: 1, c: 4 },
    { a: 2, b: 2, c: 2 },
  ].map((volumes, at) => ({
    month: `2011-0${at + 1}`,
    services: Object.entries(volumes).map(([id, volume]) => ({ id, volume, complaints: null, mixed: false })),
  }));

  it('is the same as by looking at each of the 256 draws one by one', () => {
    const rule = { kind: 'count', count: 1 } as const;
    let same = 0;
    const inside = new Map<string, number>();
    for (let draw = 0; draw < 256; draw++) {
      const picked = [0, 1, 2, 3].map((place) => months[Math.floor(draw / 4 ** place) % 4]!);
      const sums = ['a', 'b', 'c'].map(
        (id) =>
          [
            id,
            picked.reduce((sum, { services }) => sum + services.find((s) => s.id === id)!.volume, 0),
          ] as const,
      );
      const [[best]] = sums.toSorted((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)) as [
        readonly [string, number],
      ];
      if (best === 'b') same += 1;
      inside.set(best, (inside.get(best) ?? 0) + 1);
    }
    const { resampled, months: alone } = weighStability(months, rule, ['b']);
    expect(resampled).toMatchObject({ exact: true, draws: 256, seed: null });
    expect(resampled!.same_share).toBeCloseTo(same / 256, 12);
    for (const [id, n] of inside) expect(resampled!.in_share.get(id)).toBeCloseTo(n / 256, 12);
    expect(alone.map(({ set }) => set[0])).toEqual(['a', 'b', 'c', 'a']);
    expect(alone[1]).toMatchObject({ enters: [], leaves: [] });
  });

  it('draws from a fixed seed where there are many months, close to the exact share', () => {
    const many = [0, 1, 2].flatMap((year) =>
      months.map((one) => ({ ...one, month: `${year} ${one.month}` })),
    );
    const first = weighStability(many, { kind: 'count', count: 1 }, ['b']);
    expect(first.resampled).toMatchObject({ exact: false, draws: 1000 });
    expect(weighStability(many, { kind: 'count', count: 1 }, ['b'])).toEqual(first);
  });

  it('gives shares of months and of things apart, and a correlation by its definition', () => {
    const [a] = rankShares([
      new Map([['a', 1]]),
      new Map([
        ['a', 1],
        ['b', 3],
      ]),
    ]);
    expect(a).toMatchObject({ id: 'a', mean: 0.625, pooled: 0.4, n: 2 });
    // By hand: deviations (-1, 0, 1) and (-2, 1, 1) give 3 / sqrt(2 x 6).
    expect(
      correlate([
        [1, 0],
        [2, 3],
        [3, 3],
      ]),
    ).toBeCloseTo(3 / Math.sqrt(12), 12);
    expect(
      correlate([
        [1, 2],
        [2, 2],
        [3, 2],
      ]),
    ).toBeNull();
  });

  it('has nothing to choose from nothing', () => {
    expect(chooseCritical([], { kind: 'count', count: 5 })).toEqual({
      ranking: [],
      set: [],
      total: 0,
      coverage: null,
    });
  });
});

describe('critical processes from the facts', () => {
  let world: OpenWorld;
  beforeAll(async () => {
    world = await openWorld('tiny');
  });
  afterAll(() => world.close());

  const ask = (scope = EVERYTHING) =>
    viewCriticality(world.institution, {
      period: '2011-06',
      family: null,
      unit: null,
      rule: { kind: 'count', count: 5 },
      scope,
    });

  it('counts what the files have', async () => {
    const view = await ask();
    const duck = world.institution.facts.duck;
    const [requests] = await duck.rows(
      `select count(*) as n from requests where opened_at_local >= '2011-06-01' and opened_at_local < '2011-07-01' and status is distinct from 'anulado'`,
    );
    expect(view.total).toBe(Number(requests!['n']));
    expect(view.family?.id).toBe('tarjetas-de-credito');
    // Whoever is not complained about stays out, however often asked for.
    const left = view.ranking.filter(({ left_out }) => left_out === 'no-complaints');
    expect(view.set).toHaveLength(4);
    expect(left.map(({ complaints }) => complaints)).toEqual(left.map(() => 0));
    expect(view.set.every((id) => view.ranking.find((line) => line.id === id)!.complaints! > 0)).toBe(true);
    expect(view.follow?.lines).toHaveLength(1);
  });

  it('looks at whole months, and says so, where less is asked', async () => {
    const rule = { kind: 'count', count: 5 } as const;
    const of = (period: string) =>
      viewCriticality(world.institution, { period, family: null, unit: null, rule, scope: EVERYTHING });
    expect(await of('2011-W24')).toEqual(await of('2011-06'));
    expect((await of('2011-Q2')).period).toBe('2011-Q2');
    expect((await of('2011-W22')).period).toBe('2011-05..2011-06');
  });

  it('gives who owns one process the others as one line', async () => {
    const view = await ask({ units: null, processes: ['cuentas'], staff_name: null });
    expect(view.families.map(({ id }) => id)).not.toContain('tarjetas-de-credito');
    await expect(
      viewCriticality(world.institution, {
        period: '2011-06',
        family: 'tarjetas-de-credito',
        unit: null,
        rule: { kind: 'count', count: 5 },
        scope: { units: null, processes: ['cuentas'], staff_name: null },
      }),
    ).rejects.toMatchObject({ code: 'out-of-scope' });
  });
});
