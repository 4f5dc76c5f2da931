import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuck } from '../../src/facts/index.ts';
import { explainIndicator } from '../../src/usecases/index.ts';
import { type OpenWorld, openWorld } from './open-world.ts';

describe('explaining a figure', () => {
  let world: OpenWorld;
  beforeAll(async () => {
    world = await openWorld('tiny');
  }, 120_000);
  afterAll(() => world.close());
  const explain = (indicator: string) =>
    explainIndicator(world.institution, { indicator, period: '2011-06', as_of: null, filters: [] });

  it('counts what went in, with the files it came from', async () => {
    const { inputs, tree, pack, sheet, calendars } = await explain('tiempo-entrega-pin');
    expect(inputs).toHaveLength(1);
    const [requests] = inputs;
    expect(requests).toMatchObject({
      dataset: 'requests',
      read: 194,
      in_scope: 21,
      excluded: { 'cruza-de-dia': 1 },
      quarantined: 0,
    });
    expect(requests!.by_state).toMatchObject({ counted: 20, open: 0, excluded: 1 });
    expect(requests!.imports).toMatchObject([{ file: 'requests.csv', rows: 21 }]);
    expect(pack.id).toBe('tarjetas-de-credito');
    expect(sheet.standards).toHaveLength(1);
    expect(calendars).toEqual([]);
    expect(tree.map(({ part, text }) => `${part}: ${text}`)).toEqual([
      'dataset: requests',
      'date: opened_at',
      "scope: process = 'entrega-pin'",
      "where: status is empty or status != 'anulado'",
      'except: cruza-de-dia: not same_day(opened_at, closed_at)',
      'measure: elapsed(opened_at, closed_at)',
      'limit: 2010-01-01: 6 min',
      'aggregate: A1 = sum(elapsed(opened_at, closed_at)) · requests · time',
      'aggregate: A2 = sum(limit) · requests · time',
      'numerator: A1',
      'denominator: A2',
    ]);
  });

  it('says where minutes and capacity come from', async () => {
    const { capacity } = await explain('productividad-ejecutivo');
    expect(capacity!.minutes).toEqual({ attention: 194, standard: 0, neither: 0 });
    const regular = capacity!.schedules.find(({ id }) => id === 'regular')!;
    expect(regular.mode).toBe('thesis');
    expect((regular.day_min - regular.lunch_min - regular.unproductive_min) * regular.days_per_month).toBe(
      6600,
    );
    expect((await explain('efectividad-activacion')).capacity).toBeNull();
  });

  it('gives SQL that another DuckDB runs on the file as it is', async () => {
    const { statements, measurement, database } = await explain('plazo-debito-automatico');
    expect(statements).toHaveLength(1);
    expect(statements[0]!.sql.endsWith(';')).toBe(true);
    await world.institution.facts.duck.run('checkpoint');
    // One program at a time has the file: what is pasted is tried on a copy.
    const path = join(world.folder, 'copy.duckdb');
    await copyFile(database, path);
    const copy = await openDuck(path, world.folder);
    const [row] = await copy.rows(statements[0]!.sql).finally(() => copy.close());
    expect(Number(row!['value_1']) / Number(row!['value_2'])).toBe(measurement!.value);
  });
});
