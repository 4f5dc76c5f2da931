import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../src/kernel/index.ts';
import { totalFacts } from '../../src/usecases/index.ts';
import { bring, type OpenWorld, openWorld } from './open-world.ts';

describe('control totals', () => {
  let world: OpenWorld;

  beforeAll(async () => {
    world = await openWorld('tiny');
    const header = 'request_id,service,unit,person,opened_at,closed_at,status,handling_min';
    const rows = [
      'T-1,debito-automatico,Norte,Ana,2012-02-04 09:00,2012-02-04 10:00,cerrado,10.25',
      'T-2,debito-automatico,Norte,Ana,2012-02-05 09:00,2012-02-05 10:00,cerrado,0.5',
      'T-3,debito-automatico,Sur,Eva,2012-02-06 09:00,2012-02-06 10:00,cerrado,',
      'T-4,debito-automatico,Sur,Eva,2012-03-06 09:00,2012-03-06 10:00,cerrado,7',
    ];
    const file = join(world.folder, 'hand.csv');
    await writeFile(file, [header, ...rows, ''].join('\n'));
    await bring(world.institution, 'requests', file);
  });
  afterAll(() => world.close());

  const ask = async (period: string, unit: string | null = null, scope = EVERYTHING) =>
    (await totalFacts(world.institution, { period, unit, scope })).find(
      ({ dataset }) => dataset === 'requests',
    );

  it('counts and adds up exactly the rows of the period, whole and by file', async () => {
    const found = await ask('2012-02');
    expect(found?.rows).toBe(3);
    const minutes = found?.totals.find(({ column }) => column === 'handling_min');
    expect(minutes).toMatchObject({ total: '10.75', known: 2, unit: 'min' });
    expect(found?.imports).toHaveLength(1);
    expect(found?.imports[0]).toMatchObject({ file_name: 'hand.csv', rows: 3 });
  });

  it('says which way the own total of a file is off, with a comma for its decimals', async () => {
    const lines = [
      'request_id;service;unit;person;opened_at;closed_at;status;handling_min',
      'U-1;debito-automatico;Norte;Ana;2012-05-04 09:00;2012-05-04 10:00;cerrado;10,25',
      'U-2;debito-automatico;Norte;Ana;2012-05-05 09:00;2012-05-05 10:00;cerrado;20,5',
    ];
    const tell = async (total: string) => {
      const file = join(world.folder, `total-${total}.csv`);
      await writeFile(file, [...lines, `TOTAL;;;;;;;${total}`, ''].join('\n'));
      const { warnings } = await bring(world.institution, 'requests', file);
      return warnings.find(({ code }) => code === 'file-sum-differs')?.params['than'];
    };
    // Of thirty and three quarters: one row too many was read, then one too few.
    expect([await tell('20,50'), await tell('41,00'), await tell('30,75')]).toEqual([
      'less',
      'more',
      undefined,
    ]);
  });

  it('adds up one unit, and no other for whoever reaches one', async () => {
    expect((await ask('2012-02', 'Sur'))?.rows).toBe(1);
    const only = { units: ['Norte'], processes: null, staff_name: null };
    expect((await ask('2012-02', null, only))?.rows).toBe(2);
    await expect(ask('2012-02', 'Sur', only)).rejects.toMatchObject({ code: 'out-of-scope' });
  });

  it('leaves out what has no rows in the period, and refuses what is no period', async () => {
    expect(await ask('2014-01')).toBeUndefined();
    await expect(ask('ayer')).rejects.toMatchObject({ code: 'period-unreadable' });
  });
});
