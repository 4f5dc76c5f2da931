import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillCases } from '../../seed/index.ts';
import { openInstitution, openPublicCase, startDemo } from '../../src/usecases/index.ts';
import { type Caller, startTestServer, type TestServer } from '../journeys/start-server.ts';

/** The short form of `npm run bench -- cases`, which has 100,000. */
const COUNT = 20_000;
const NOW = '2026-07-01T14:00:00.000Z';
const UNITS = ['Guayaquil Sur', 'Matriz'];
const ports = { clock: () => NOW, progress: () => undefined, step: () => undefined };

let folder: string;
let server: TestServer;
let executive: Caller;
let analyst: Caller;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'circuito-many-cases-'));
  const institution = await openInstitution(folder, ports);
  startDemo(institution);
  const fields = {
    complained_process: 'cuentas',
    category: 'cobro-indebido',
    operation: 'nacional',
    description: 'Me cobraron dos veces la misma cuota.',
    contact: '0990000000',
  };
  const opening = { key: 'muchos-0001', procedure: 'reclamo', unit: null, client: null, fields };
  const { number } = await openPublicCase(institution, opening);
  institution.close();
  fillCases(folder, { like: number, count: COUNT, units: UNITS, now: NOW });
  server = await startTestServer({ world: null, folder, clock: () => NOW });
  [executive, analyst] = [await server.as('executive'), await server.as('analyst')];
}, 60_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('lists of very many cases', () => {
  it('are whole, in order, within reach, and cost little', async () => {
    const ask = async (caller: Caller, query: string) => {
      const times: number[] = [];
      let body: Awaited<ReturnType<Caller['call']>>['body'];
      for (let round = 0; round < 5; round += 1) {
        const before = process.cpuUsage();
        ({ body } = await caller.call(`get /api/cases${query}`));
        const { user, system } = process.cpuUsage(before);
        times.push((user + system) / 1000);
      }
      // Processor time of server and caller together: how busy the machine is does not matter.
      expect(times.toSorted((a, b) => a - b)[2], query).toBeLessThan(100);
      return body;
    };
    const own = await ask(executive, '');
    expect(own).toMatchObject({ of: COUNT / 2 + 1, page: 1, pages: 201 });
    expect(own.cases).toHaveLength(50);
    const dues = own.cases.map(({ due }: { due: { at: string } }) => due.at);
    expect(dues).toEqual(dues.toSorted());
    expect(new Set(own.cases.map(({ unit }: { unit: string }) => unit))).toEqual(new Set(['Guayaquil Sur']));
    const all = await ask(analyst, '?page=401');
    expect(all).toMatchObject({ of: COUNT + 1, page: 401, pages: 401 });
    expect(all.cases).toHaveLength(1);
    const overdue = (await ask(analyst, '?due=overdue')).of;
    const week = (await ask(analyst, '?due=week')).of;
    expect(all.sentence.es).toMatch(/^Hay 20\.001 casos abiertos: /);
    expect(overdue + week).toBeGreaterThan(COUNT * 0.9);
    expect((await ask(executive, '?q=ZZ-2026-000543')).of).toBe(0);
    expect((await ask(executive, '?q=ZZ-2026-000544')).cases[0].number).toBe('ZZ-2026-000544');
    expect((await ask(executive, '?q=CL-544')).of).toBe(6);
    const tarjeta = await ask(executive, '?q=tarjeta');
    const both = await ask(executive, '?q=tarjeta%20demora');
    expect(tarjeta.of).toBeGreaterThan(both.of);
    expect(both.of).toBeGreaterThan(0);
  });
});
