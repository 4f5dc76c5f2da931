import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from './start-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ world: 'tiny' });
});
afterAll(() => server.stop());

test('each role gets its own Inicio, and every answer is what its schema says', async () => {
  const analyst = await server.as('analyst');
  const { body } = await analyst.call('get /api/home?period=2011-06');
  expect(body.view.units).toBeNull();
  expect(body.view.indicators.length).toBeGreaterThan(1);
  for (const path of ['home/heat', 'indicators', 'view', 'search?q=debito'])
    expect((await analyst.call(`get /api/${path}`)).status).toBe(200);

  // The administrator sees no figures, but has a place to begin.
  const administrator = await server.as('administrator');
  expect((await administrator.call('get /api/home')).body.view).toBeNull();
  expect((await administrator.call('get /api/search?q=debito')).body.found).toEqual([]);
  expect((await administrator.call('get /api/indicators')).status).toBe(403);
});

test('a supervisor sees her unit alone, also by asking for another', async () => {
  const supervisor = await server.as('supervisor');
  const { body } = await supervisor.call('get /api/home?period=2011-06');
  expect(body.view.units).toEqual(['norte']);
  expect(body.view.sentence.es).toMatch(/^En norte, /);
  const heat = await supervisor.call('get /api/home/heat?period=2011-06');
  expect(heat.body.rows.map(({ unit }: { unit: string }) => unit)).toEqual(['norte']);
  expect((await supervisor.call('get /api/view')).body.units).toEqual(['norte']);
  for (const path of ['home', 'home/heat', 'indicators']) {
    const { status, body: refused } = await supervisor.call(`get /api/${path}?period=2011-06&unit=sur`);
    expect([status, refused.refused.code]).toEqual([403, 'out-of-scope']);
  }
});

test('a text that is no period is refused in words', async () => {
  const analyst = await server.as('analyst');
  const { status, body } = await analyst.call('get /api/home?period=ayer');
  expect(status).toBeGreaterThanOrEqual(400);
  expect(body.refused.code).toBe('period-unreadable');
});

test('what a call may not say is refused in the language of whoever asks', async () => {
  const analyst = await server.as('analyst');
  const path = 'get /api/productivity/what-if?period=2011-06&basis=x' as const;
  const said = async (language: 'es' | 'en') => {
    const { body } = await analyst.call(path, { headers: { 'x-circuito-language': language } });
    return body.refused.sentence as string;
  };
  expect(await said('es')).toMatch(/^Lo pedido no se entiende: basis: Opción inválida/);
  expect(await said('en')).toMatch(/^What was asked cannot be read: basis: Invalid option/);
});
