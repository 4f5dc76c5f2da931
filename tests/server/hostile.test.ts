import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import { runCli } from '../journeys/run-cli.ts';
import { type Caller, startTestServer, type TestServer } from '../journeys/start-server.ts';

let server: TestServer;
let analyst: Caller;
beforeAll(async () => {
  server = await startTestServer({ world: null, folder: await mkdtemp(join(tmpdir(), 'circuito-hostile-')) });
  const person = (login: string, role: string) => ({
    login,
    name: login,
    language: 'es',
    staff_name: null,
    grants: [{ role, units: null, processes: null, until: null }],
  });
  const nobody = await server.as(null);
  const begun = await nobody.call('post /api/start', {
    body: {
      name: 'Cooperativa Los Andes',
      kind: 'cooperativa',
      words: { client: 'socio', unit: 'oficina', staff: 'asesor' },
      country: 'EC',
      calendar: 'ecuador-especial',
      hours: null,
      people_count: 3,
      password: 'tranvia lento hacia oriente',
      people: [person('ada', 'administrator'), person('gus', 'management'), person('ana', 'analyst')],
    },
  });
  const { login, code } = begun.body.codes.find((one: { login: string }) => one.login === 'ana');
  const given = { body: { login, code, password: 'otro tranvia mas rapido' } };
  const entered = await nobody.call('post /api/sign-in/recovery', given);
  const cookie = (entered.response.headers.get('set-cookie') ?? '').split(';')[0]!;
  analyst = {
    ...nobody,
    call: (route, sent = {}) => nobody.call(route, { ...sent, headers: { cookie, ...sent.headers } }),
  };
});
afterAll(async () => {
  await server.stop();
  await rm(server.folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: { readonly refused?: { readonly code: string } } | null;
}

/** A request as it stands, without what a browser would mend. */
function send(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
  url = server.url,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const asked = request({ hostname, port, method, path, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.once('end', () => {
        const isJson = String(response.headers['content-type']).includes('json') && text !== '';
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: isJson ? JSON.parse(text) : null,
        });
      });
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

describe('a request that is not as it should be', () => {
  it('by another name for this machine, or a name that only looks like ours, gets nothing', async () => {
    const { port } = new URL(server.url);
    for (const host of ['evil.example', `localhost.evil.example:${port}`, '127.0.0.1.nip.io', '[::2]'])
      expect((await send('GET', '/api/me', { host })).body?.refused?.code, host).toBe('host-unknown');
    for (const host of [`LOCALHOST:${port}`, `localhost.:${port}`, `[::1]:${port}`])
      expect((await send('GET', '/api/me', { host })).status, host).toBe(200);
  });

  it('by another method is not another way in', async () => {
    for (const method of ['HEAD', 'OPTIONS', 'PATCH', 'TRACE', 'DELETE', 'PROPFIND']) {
      const { status, headers } = await send(method, '/api/me');
      expect(status, method).toBe(404);
      expect(headers['access-control-allow-origin'], method).toBeUndefined();
    }
    const headers = { 'x-http-method-override': 'PUT', 'x-method-override': 'PUT' };
    expect((await send('GET', '/api/agenda?_method=PUT', headers)).status).toBe(401);
    expect((await send('GET', '//api//me')).body).toBeNull();
    expect((await send('GET', '/API/me')).body).toBeNull();
  });

  it('with a body that is too deep, changes what objects are, or ends texts early, is refused', async () => {
    const call = (body: string) =>
      send('PUT', '/api/me', { origin: server.url, cookie: 'x=1', 'content-type': 'application/json' }, body);
    expect((await call('{}')).status).toBe(401);
    const bodies = [
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      `{"entries":${'['.repeat(60)}${']'.repeat(60)}}`,
      '{"__proto__":{"entries":[]},"entries":[]}',
      '{"entries":[{"dataset":"requests\\u0000","sender":"x","due":{"kind":"day","day":1}}]}',
      '{"entries":',
      '',
    ];
    for (const body of bodies) {
      const { status, body: told } = await analyst.call('put /api/agenda', {
        file: new TextEncoder().encode(body),
        headers: { 'content-type': 'application/json' },
      });
      expect([status, told.refused.code], body.slice(0, 40)).toEqual([400, 'request-unreadable']);
    }
    expect(({} as { entries?: unknown }).entries).toBeUndefined();
  });

  it('with a file name that leads elsewhere keeps it among our own files', async () => {
    const names: readonly [string, string][] = [
      ['../../ledger.db', 'ledger.db'],
      ['..\\..\\ledger.db', 'ledger.db'],
      ['..', 'archivo'],
      ['a\r\nset-cookie: x=1.csv', 'a__set-cookie_ x=1.csv'],
      ['junio\u202evsc.exe', 'junio_vsc.exe'],
      [`${'€'.repeat(300)}.csv`, `${'€'.repeat(65)}.csv`],
      [`${'💥'.repeat(150)}.csv`, `${'💥'.repeat(49)}.csv`],
    ];
    for (const [name, kept] of names) {
      const { status, body } = await analyst.call('post /api/drafts', {
        file: new TextEncoder().encode('a;b\n1;2\n'),
        name,
      });
      expect([status, body.name], name).toEqual([200, kept]);
    }
    expect((await readdir(server.folder)).toSorted()).not.toContain('set-cookie');
  });

  it('cut in the middle leaves no file behind, and is no failure of ours', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const cookie = (await analyst.call('get /api/me')).response.url && (await sessionCookie());
    const head = [
      'POST /api/drafts HTTP/1.1',
      `Host: ${hostname}:${port}`,
      `Origin: ${server.url}`,
      `Cookie: ${cookie}`,
    ];
    socket.write([...head, 'X-File-Name: a.csv', 'Content-Length: 100000', '', 'a;b;c'].join('\r\n'));
    const uploads = async () =>
      (await readdir(join(server.folder, 'tmp'))).filter((name) => name.startsWith('upload-'));
    await expect.poll(uploads).toHaveLength(1);
    socket.destroy();
    await expect.poll(uploads).toEqual([]);
    expect(server.failures).toEqual([]);
  });

  it('to begin again an institution that has begun, or for a role by one click, is refused', async () => {
    const role = { body: { role: 'administrator' } };
    expect((await analyst.call('post /api/demo/role', role)).body.refused.code).toBe('not-a-demo');
  });
});

describe('a real folder', () => {
  it('never becomes the demo, nor takes in its invented bank', async () => {
    const { folder } = server;
    await server.stop();
    for (const asked of [['demo'], ['serve', '--demo', '--port', '0']]) {
      const { code, err } = await runCli(folder, [...asked, '--data', folder, '--lang', 'es']);
      expect([code, err], asked[0]).toEqual([
        2,
        expect.stringContaining('La demostración se hace en una carpeta vacía'),
      ]);
    }
    const { out } = await runCli(folder, ['imports', '--json', '--data', folder]);
    expect(JSON.parse(out)).toEqual({ imports: [] });
  });
});

async function sessionCookie(): Promise<string> {
  const given = { body: { login: 'ana', password: 'otro tranvia mas rapido' } };
  const { response } = await (await server.as(null)).call('post /api/sign-in', given);
  return (response.headers.get('set-cookie') ?? '').split(';')[0]!;
}

describe('the door for command lines', () => {
  let folder: string;
  let held: RunningServer;
  const ran: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'circuito-door-'));
    // What a server that was killed left, for everybody to read.
    await writeFile(join(folder, 'server.json'), '{"port":1', { mode: 0o644 });
    held = await startServer({
      folder,
      port: 0,
      address: '127.0.0.1',
      names: [],
      certificate: null,
      ports: { clock: () => new Date().toISOString(), progress: () => undefined, step: () => undefined },
      log: () => undefined,
      web: join(folder, 'none'),
      check_answers: true,
      warm: false,
      now_ms: () => performance.now(),
      prepare: async () => undefined,
      runCommand: async ({ argv }, { out }) => {
        ran.push(argv.join(' '));
        out('hecho');
        return 0;
      },
      chores: [],
    });
  });
  afterAll(async () => {
    await held.stop();
    expect(await readdir(folder)).not.toContain('server.json');
    await rm(folder, { recursive: true, force: true });
  });

  it('opens to the key of the folder alone, which its owner alone can read', async () => {
    const path = join(folder, 'server.json');
    expect((await stat(path)).mode & 0o077).toBe(0);
    const { key, url } = JSON.parse(await readFile(path, 'utf8')) as { key: string; url: string };
    const call = (headers: Record<string, string>, body: string) =>
      send('POST', '/command', headers, body, url);
    const asked = JSON.stringify({ argv: ['imports'], cwd: '/', width: 80, colour: false });
    for (const wrong of ['', 'x', key.slice(1), `${key}x`, 'x'.repeat(key.length)])
      expect((await call({ 'x-circuito-key': wrong }, asked)).body?.refused?.code, wrong).toBe('not-allowed');
    expect((await call({}, asked)).status).toBe(403);
    const evil = { 'x-circuito-key': key, host: 'evil.example' };
    expect((await call(evil, asked)).status).toBe(421);
    for (const body of ['', '{"argv":"imports"}', '{"argv":[1],"cwd":"/"}', '[]'])
      expect((await call({ 'x-circuito-key': key }, body)).status, body).toBe(400);
    expect(ran).toEqual([]);
    expect((await call({ 'x-circuito-key': key }, asked)).status).toBe(200);
    expect(ran).toEqual(['imports']);
  });
});
