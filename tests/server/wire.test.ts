import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../src/contract/index.ts';
import { startServer } from '../../src/server/index.ts';
import { type Caller, startTestServer, type TestServer } from '../journeys/start-server.ts';

let server: TestServer;
let analyst: Caller;
beforeAll(async () => {
  server = await startTestServer({ world: 'tiny' });
  analyst = await server.as('analyst');
}, 60_000);
afterAll(() => server.stop());

interface Operation {
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Record<string, unknown>;
}

describe('the wire', () => {
  it('is described whole: every route with its blanks, its answer and its refusal', async () => {
    const { body } = await analyst.call('get /api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const paths = body.paths as Record<string, Record<string, Operation>>;
    for (const key of Object.keys(ROUTES)) {
      const [method, path] = key.split(' ') as [string, string];
      const operation = paths[path]?.[method];
      const blanks = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const named = operation?.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
      expect(named, key).toEqual(blanks);
      expect(Object.keys(operation!.responses), key).toContain('default');
    }
    expect(JSON.stringify(body)).not.toContain('"$schema"');
  });

  it('refuses in words, with a code, a status and no trace of the program', async () => {
    const unknown = await analyst.call('get /api/none');
    expect(unknown.status).toBe(404);
    expect(unknown.body.refused).toMatchObject({
      code: 'route-not-found',
      sentence: 'No existe «/api/none».',
    });
    const english = await analyst.call('get /api/none', { headers: { 'x-circuito-language': 'en' } });
    expect(english.body.refused.sentence).toBe('There is no “/api/none”.');
    const broken = await fetch(`${server.url}/api/sign-in`, {
      method: 'POST',
      headers: { origin: server.url, 'content-type': 'application/json' },
      body: '{"login":',
    });
    expect(broken.status).toBe(400);
    expect(await broken.text()).not.toContain('.ts:');
  });

  it('refuses a command line without the key of the folder', async () => {
    const { status } = await analyst.call('post /command', { body: { argv: ['imports'] } });
    expect([403, 404]).toContain(status);
  });

  it('refuses a body that is too large before reading it all', async () => {
    const { status, body } = await analyst.call('post /api/sign-in', {
      body: { login: 'x', password: 'y'.repeat(3_000_000) },
    });
    expect(status).toBe(413);
    expect(body.refused.code).toBe('upload-too-large');
  });
});

describe('branches', () => {
  it('are served over HTTPS with a certificate the folder keeps', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'circuito-https-'));
    const serve = () =>
      startServer({
        folder,
        port: 0,
        address: '0.0.0.0',
        names: ['circuito.cooperativa.example'],
        certificate: null,
        ports: { clock: () => '2026-01-01T00:00:00Z', progress: () => undefined, step: () => undefined },
        log: () => undefined,
        web: join(folder, 'none'),
        check_answers: true,
        warm: false,
        now_ms: () => performance.now(),
        prepare: async () => undefined,
        runCommand: null,
        chores: [],
      });
    const first = await serve();
    try {
      expect(first.url).toBe(`https://circuito.cooperativa.example:${first.port}`);
      const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
        const options = { host: '127.0.0.1', port: first.port, path: '/health', rejectUnauthorized: false };
        request(options, (response) => {
          response.resume();
          resolve(response.headers);
        })
          .once('error', reject)
          .end();
      });
      expect(headers['strict-transport-security']).toContain('max-age');
      const kept = await readFile(join(folder, 'keys', 'https.crt'), 'utf8');
      await first.stop();
      const second = await serve();
      expect(await readFile(join(folder, 'keys', 'https.crt'), 'utf8')).toBe(kept);
      await second.stop();
    } finally {
      await first.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
