import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../journeys/run-cli.ts';
import { type SpawnedServer, spawnServer } from './spawn-server.ts';

let base: string;
let folder: string;
let server: SpawnedServer;
const cli = (...args: string[]) => runCli(base, [...args, '--data', folder, '--lang', 'es']);
const month = async () => JSON.parse((await cli('measure', '--period', '2011-06', '--json')).out) as unknown;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'circuito-held-'));
  folder = join(base, 'datos');
  server = await spawnServer(['--demo', '--size', 'tiny', '--data', folder]);
}, 60_000);
afterAll(async () => {
  server.process.kill('SIGKILL');
  await rm(base, { recursive: true, force: true });
});

describe('a folder that a server holds', () => {
  it('answers the command line through the server, and the same without it', async () => {
    const through = await month();
    const health = (await (await fetch(`${server.url}/health`)).json()) as { ready: boolean };
    expect(health.ready).toBe(true);
    expect((await cli('check')).code).toBe(0);
    expect((await cli('rebuild')).out).toContain('reconstru');
    expect(await month()).toEqual(through);

    const second = await cli('serve', '--port', '0');
    expect(second.code).toBe(2);
    const refused = await cli('restore', join(base, 'copia'));
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/está vacía|Detenga el servidor|no hay una copia/);

    const copied = await cli('backup', '--out', join(base, 'copia'));
    expect(copied.err).toBe('');
    expect(copied.code).toBe(0);
    expect((await cli('backup', '--out', join(base, 'copia'))).code).toBe(2);

    expect(await server.stop()).toBe(0);
    expect(await month()).toEqual(through);

    const elsewhere = join(base, 'otra');
    const restored = await runCli(base, ['restore', 'copia', '--data', elsewhere]);
    expect(restored.code).toBe(0);
    const again = await runCli(base, ['measure', '--period', '2011-06', '--json', '--data', elsewhere]);
    expect(JSON.parse(again.out)).toEqual(through);
  }, 60_000);
});
