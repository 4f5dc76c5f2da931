import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, startTestServer, type TestServer } from './start-server.ts';

let server: TestServer;
let cookie = '';
beforeAll(async () => {
  server = await startTestServer({ world: null });
});
afterAll(() => server.stop());

/** A call of the only person there is. */
async function call(route: string, body?: unknown): Promise<{ status: number; body: Json }> {
  const [method = '', path = ''] = route.split(' ');
  const response = await fetch(`${server.url}${path}`, {
    method: method.toUpperCase(),
    headers: { origin: server.url, cookie, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  for (const given of response.headers.getSetCookie()) cookie = given.split(';')[0] ?? '';
  return { status: response.status, body: await response.json() };
}

const own = (file: string) => readFileSync(join(server.folder, 'packs', 'propio', file), 'utf8');
const START = {
  name: 'Cooperativa Los Andes',
  kind: 'cooperativa',
  words: { client: 'socio', unit: 'oficina', staff: 'asesor' },
  country: 'EC',
  packs: ['tarjetas-de-credito'],
  calendar: null,
  hours: { from: '08:30', to: '17:00', saturday: false },
  people_count: 1,
  password: 'la casa verde de mi abuela',
  people: [
    {
      login: 'rosa',
      name: 'Rosa Guamán',
      language: 'es',
      staff_name: null,
      grants: [{ role: 'analyst', units: null, processes: null, until: null }],
    },
  ],
};

describe('an institution that is not like the others', () => {
  it('hears where it is written that a password will not do, and works before its second step', async () => {
    const owner = { login: 'rosa', name: 'Rosa Guamán', institution: START.name };
    const check = (password: string) => call('post /api/start/password', { ...owner, password });
    expect((await check('CooperativaAndes1')).body.refused.code).toBe('password-common');
    expect((await check(START.password)).status).toBe(200);
    expect((await call('post /api/start', START)).body).toMatchObject({ next: 'nothing', codes: [] });
    expect((await check(START.password)).body.refused.code).toBe('already-started');
    expect((await call('get /api/home')).status).toBe(200);
    for (const shut of ['get /api/people', 'post /api/exceptions', 'post /api/proposals/1/decide'])
      expect((await call(shut, shut.startsWith('get') ? undefined : {})).body.refused.code, shut).toBe(
        'second-factor-needed',
      );
    expect((await call('post /api/cases/batch', {})).body.refused.code).not.toBe('second-factor-needed');
  });

  it('has a place for its own services', async () => {
    const { families, alone } = (await call('get /api/process-families')).body;
    expect(alone).toBe(true);
    expect(families.map(({ id }: Json) => id)).toEqual(expect.arrayContaining(['creditos', 'cuentas']));
    const add = (name: string, parent: string | null) => call('post /api/processes', { name, parent });
    expect((await add('Crédito de consumo', 'creditos')).body).toEqual({ id: 'credito-de-consumo' });
    expect((await add('Microcrédito "rural": nuevo', null)).body).toEqual({ id: 'microcredito-rural-nuevo' });
    expect((await add('CREDITO DE CONSUMO', 'cuentas')).body.refused).toMatchObject({
      code: 'process-taken',
      sentence: expect.stringContaining('«Crédito de consumo»'),
    });
    expect((await add(' ', 'creditos')).body.refused.code).toBe('process-name-missing');
    expect((await add('Prendas', 'credito-de-consumo')).body.refused.code).toBe('process-parent-unknown');
    const { catalogue, problems } = server.host.current().content;
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(catalogue.processes.get('credito-de-consumo')).toMatchObject({
      parent: 'creditos',
      pack: 'propio',
    });
    expect(catalogue.processes.get('microcredito-rural-nuevo')?.band).toBe('productivo');
    expect(own('processes/propios.yaml')).toContain('credito-de-consumo:');
  });

  it('opens at its own hours, with national holidays, and may change them from a date on', async () => {
    const change = (from: string, week: readonly string[]) =>
      call('post /api/directory/calendars/propio/week', { from, week });
    const weekdays = (hours: string) => [...Array.from({ length: 5 }, () => hours), '', ''];
    const refusal = async (from: string, week: readonly string[]) =>
      (await change(from, week)).body.refused?.code;
    expect(await refusal('2026-03-01', weekdays('de ocho a cinco'))).toBe('week-hours-unreadable');
    expect(await refusal('2026-03-01', weekdays('13:00-17:00, 08:30-12:00'))).toBe('week-hours-unreadable');
    expect(await refusal('2026-03-01', weekdays(''))).toBe('week-never-open');
    expect(await refusal('2000-01-01', weekdays('08:30-17:00'))).toBe('week-before-last');
    expect((await change('2026-03-01', weekdays('8:30-13:00, 14:00 a 17:00'))).status).toBe(200);
    const { calendars } = (await call('get /api/directory/calendars?month=2026-12')).body;
    const calendar = calendars.find(({ id }: Json) => id === 'propio');
    expect(calendar.versions.map(({ from, week }: Json) => [from, week[0].hours])).toEqual([
      ['2000-01-01', [{ from_min: 510, to_min: 1020 }]],
      [
        '2026-03-01',
        [
          { from_min: 510, to_min: 780 },
          { from_min: 840, to_min: 1020 },
        ],
      ],
    ]);
    expect(calendar.dates).toContainEqual(expect.objectContaining({ date: '2026-12-25', hours: [] }));
    // Ours becomes the institution's own when its hours change.
    const regular = 'post /api/directory/calendars/ecuador-regular/week';
    expect((await call(regular, { from: '2026-05-01', week: weekdays('08:00-16:00') })).status).toBe(200);
    expect(own('calendars/ecuador-regular.yaml')).toContain('replaces: true');
  });

  it('says of a sheet that it came with the program until somebody confirms it, in its own words', async () => {
    const origin = async () => (await call('get /api/indicators/productividad-ejecutivo/origin')).body;
    expect(await origin()).toMatchObject({ unconfirmed: true });
    await call('post /api/authoring/indicators/productividad-ejecutivo/confirm', {});
    expect((await origin()).unconfirmed).toBe(false);
    const { deeds, ...rest } = (await call('get /api/audit/trail')).body;
    expect(rest, server.failures.join()).not.toHaveProperty('refused');
    expect(JSON.stringify(deeds)).toContain('que vinieron con el programa');
    const name = server.host.current().content.catalogue.sheets.get('productividad-ejecutivo')?.name.es;
    expect(name).toContain('asesor');
    const units = JSON.stringify((await call('get /api/directory/units')).body);
    expect(units).not.toMatch(/agencia/);
    expect(server.host.current().ledger.verifyChain().findings).toEqual([]);
  });
});

describe('an institution without credit cards', () => {
  it('measures nothing until it takes what serves it; an example brings the process it leans on', async () => {
    const other = await startTestServer({ world: null });
    try {
      const ask = async (route: string, body?: unknown) => {
        const [method = '', path = ''] = route.split(' ');
        const response = await fetch(`${other.url}${path}`, {
          method: method.toUpperCase(),
          headers: { origin: other.url, cookie, 'content-type': 'application/json' },
          body: body === undefined ? null : JSON.stringify(body),
        });
        for (const given of response.headers.getSetCookie()) cookie = given.split(';')[0] ?? '';
        return (await response.json()) as Json;
      };
      await ask('post /api/start', { ...START, packs: [] });
      expect((await ask('get /api/home')).view).toMatchObject({
        has_facts: false,
        has_files: false,
        has_indicators: false,
      });
      const { areas } = await ask('get /api/examples');
      const offered = areas.flatMap(({ examples }: Json) => examples.map(({ id }: Json) => id));
      expect(offered).toContain('tarjetas-aprobadas');
      const adopted = await ask('post /api/examples/tarjetas-aprobadas/adopt', {});
      expect(adopted, other.failures.join()).toMatchObject({ id: 'tarjetas-aprobadas' });
      const { catalogue, problems } = other.host.current().content;
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(catalogue.sheets.get('tarjetas-aprobadas')?.pack).toBe('propio');
      expect((await ask('get /api/home')).view.has_indicators).toBe(true);
    } finally {
      await other.stop();
    }
  });
});
