import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoDay } from '../../src/usecases/index.ts';
import { type Json, startTestServer, type TestServer } from '../journeys/start-server.ts';

/** A Tuesday, ten in the morning in Quito. */
const NOW = '2026-11-24T15:00:00.000Z';
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ world: 'tiny', clock: () => NOW });
}, 60_000);
afterAll(() => server.stop());

test('a demo has a day on its board, made once, with something for each to do', async () => {
  for (const _ of [1, 2]) await server.host.write(startDemoDay);
  const board = async (role: 'supervisor' | 'executive' | 'technician', query = '') => {
    const { body } = await (await server.as(role)).call(`get /api/today${query}`);
    return new Map<string, number>(body.groups.map(({ id, n }: Json) => [id, n]));
  };
  const all = await board('supervisor');
  expect([...all.values()].reduce((sum, n) => sum + n, 0)).toBe(7);
  for (const part of ['due-today', 'tomorrow', 'waiting']) expect(all.get(part), part).toBeGreaterThan(0);
  for (const role of ['executive', 'technician'] as const) {
    const own = [...(await board(role, '?mine=1')).values()].reduce((sum, n) => sum + n, 0);
    expect(own, role).toBeGreaterThan(0);
    expect(own, role).toBeLessThan(7);
  }
});

test('critical processes chosen from one day say that it is one day', async () => {
  const analyst = await server.as('analyst');
  const notes = async (period: string) =>
    JSON.stringify((await analyst.call(`get /api/criticality?period=${period}`)).body.notes);
  await expect.poll(() => notes('2026-11'), { timeout: 10_000 }).toContain('son de un solo día');
  expect(await notes('2011-06')).not.toContain('solo día');
});
