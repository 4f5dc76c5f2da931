import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../src/contract/index.ts';
import { startTestServer, type TestServer } from '../journeys/start-server.ts';

const PASSWORD = 'tranvia lento hacia oriente';
const FIRST = {
  name: 'Cooperativa Los Andes',
  kind: 'cooperativa',
  words: { client: 'socio', unit: 'oficina', staff: 'asesor' },
  country: 'EC',
  calendar: 'ecuador-especial',
  hours: null,
  people_count: 20,
  password: PASSWORD,
};
const person = (login: string, role: string) => ({
  login,
  name: `${login} Andrade`,
  language: 'es',
  staff_name: null,
  grants: [{ role, units: null, processes: null, until: null }],
});

let folder = '';
let server: TestServer;
let at = Date.parse('2026-07-01T15:00:00Z');
const clock = (): string => new Date(at).toISOString();

/** Somebody with a browser: keeps the cookie it is given, and calls with it. */
class Browser {
  cookie = '';
  async call(route: string, body?: unknown, headers: Record<string, string> = {}) {
    const [method = '', path = ''] = route.split(' ');
    const response = await fetch(`${server.url}${path}`, {
      method: method.toUpperCase(),
      headers: {
        origin: server.url,
        ...(this.cookie !== '' && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    for (const cookie of response.headers.getSetCookie()) this.cookie = cookie.split(';')[0] ?? '';
    // oxlint-disable-next-line typescript/no-explicit-any
    return { status: response.status, body: (await response.json()) as any, headers: response.headers };
  }
}

function toCode(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
}

/** Enrols the second factor of whoever is in that browser. */
async function enrol(browser: Browser): Promise<string> {
  const { body } = await browser.call('post /api/me/second-factor');
  expect(body.uri).toMatch(/^otpauth:\/\/totp\/Cooperativa/);
  const { status } = await browser.call('post /api/me/second-factor/confirm', { code: toCode(body.secret) });
  expect(status).toBe(200);
  return body.secret as string;
}

const [ada, gus, ana] = [new Browser(), new Browser(), new Browser()];
const secrets: Record<string, string> = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'circuito-people-wire-'));
  server = await startTestServer({ world: null, folder, clock });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('people over the wire, from an empty folder', () => {
  it('says that a first run is needed, and begins with three people', async () => {
    expect((await ada.call('get /api/me')).body).toMatchObject({
      person: null,
      needs_start: true,
      demo: false,
    });
    expect((await ada.call('get /api/start')).body).toMatchObject({ needed: true });
    expect((await ada.call('post /api/demo/role', { role: 'auditor' })).status).toBe(404);
    const people = [person('ada', 'administrator'), person('gus', 'management'), person('ana', 'analyst')];
    const { status, body } = await ada.call('post /api/start', { ...FIRST, people });
    expect([status, body.next, body.exception]).toEqual([200, 'enrol', null]);
    for (const { login, code } of body.codes) secrets[login] = code;
    expect(Object.keys(secrets)).toEqual(['gus', 'ana']);
  });

  it('lets whoever owes a second factor do nothing but enrol and leave', async () => {
    const told: string[] = [];
    for (const [key, route] of Object.entries(ROUTES)) {
      if (route.may === 'public' || 'before_second_factor' in route) continue;
      const { body } = await ada.call(
        key.replaceAll(/\{\w+\}/g, '1'),
        key.startsWith('get') ? undefined : {},
      );
      if (body.refused?.code !== 'second-factor-needed')
        told.push(`${key}: ${JSON.stringify(body).slice(0, 80)}`);
    }
    expect(told).toEqual([]);
    await enrol(ada);
    expect((await ada.call('get /api/me')).body).toMatchObject({
      needs_second_factor: false,
      person: { login: 'ada' },
      institution: { words: { client: 'socio' }, calendar: 'ecuador-especial' },
    });
  });

  it('gives the others their password by their code', async () => {
    for (const [login, browser] of [
      ['gus', gus],
      ['ana', ana],
    ] as const) {
      const given = { login, code: secrets[login], password: PASSWORD };
      const { status, body } = await browser.call('post /api/sign-in/recovery', given);
      expect([status, body.next]).toEqual([200, login === 'gus' ? 'enrol' : 'nothing']);
    }
    secrets['gus'] = await enrol(gus);
  });

  it('does what two people decide, and shows it in the trail', async () => {
    const draft = { ...person('eva', 'auditor'), email: 'eva@andes.ec', reason: 'empieza a auditar' };
    const { body } = await ada.call('post /api/people', draft);
    expect(body.applied).toBe(false);
    expect(
      (await ada.call(`post /api/proposals/${body.proposal}/decide`, { decision: 'approved', reason: '' }))
        .body.refused.code,
    ).toBe('own-proposal');
    expect(
      (await ana.call(`post /api/proposals/${body.proposal}/decide`, { decision: 'approved', reason: '' }))
        .status,
    ).toBe(403);
    expect((await gus.call('get /api/proposals?state=to-decide')).body.proposals).toMatchObject([
      { may_approve: true, sentence: 'Crear a eva Andrade (eva) como Auditoría' },
    ]);
    const done = await gus.call(`post /api/proposals/${body.proposal}/decide`, {
      decision: 'approved',
      reason: 'sí',
    });
    expect(done.body.code).toMatchObject({ login: 'eva' });
    expect((await ada.call('get /api/people')).body.people).toHaveLength(4);
    const trail = await gus.call('get /api/audit/trail?limit=2');
    expect(trail.body.deeds.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'gus Andrade dio a eva Andrade un código para poner contraseña.',
      'gus Andrade aprobó: Crear a eva Andrade (eva) como Auditoría.',
    ]);
    expect((await ana.call('get /api/people')).status).toBe(403);
  });

  it('loads data by a token, and by that token nothing else', async () => {
    const { body } = await ada.call('get /api/people');
    const owner = body.people.find(({ login }: { login: string }) => login === 'ana').id;
    const asked = await ada.call('post /api/tokens', {
      person: owner,
      name: 'carga nocturna',
      days: 30,
      reason: 'cada noche',
    });
    await gus.call(`post /api/proposals/${asked.body.proposal}/decide`, { decision: 'approved', reason: '' });
    const [token] = (await ana.call('get /api/me/tokens')).body.tokens;
    const { secret } = (await ana.call(`post /api/me/tokens/${token.id}`)).body;
    const program = new Browser();
    const bearer = { authorization: `Bearer ${secret}`, origin: 'https://otra.parte' };
    const reached: string[] = [];
    for (const [key, route] of Object.entries(ROUTES)) {
      const signedIn = route.may === 'signed-in' && key.startsWith('get');
      if (route.may === 'public' || signedIn) continue;
      const { status } = await program.call(
        key.replaceAll(/\{\w+\}/g, '1'),
        key.startsWith('get') ? undefined : {},
        bearer,
      );
      if (status !== 403) reached.push(route.may);
    }
    expect([...new Set(reached)].filter((may) => may !== 'load-data' && may !== 'see-data')).toEqual([]);
    expect(reached.length).toBeGreaterThan(0);
    expect((await program.call('get /api/audit/head', undefined, { authorization: 'Bearer x' })).status).toBe(
      401,
    );
  });

  it('ends a session at sign-out, and everybody else’s when an administrator says so', async () => {
    const before = ana.cookie;
    await ana.call('post /api/sign-out');
    ana.cookie = before;
    expect((await ana.call('get /api/me/sessions')).status).toBe(401);
    await ana.call('post /api/sign-in', { login: 'ana', password: PASSWORD });
    expect((await ana.call('get /api/me/sessions')).body.sessions).toMatchObject([{ current: true }]);
    expect((await ada.call('delete /api/people/p3/sessions')).body).toEqual({ ended: 1 });
    expect((await ana.call('get /api/me/sessions')).status).toBe(401);
  });

  it('asks the code at the second step, and tells how long to wait after ten failures', async () => {
    at += 60_000;
    const other = new Browser();
    expect((await other.call('post /api/sign-in', { login: 'gus', password: PASSWORD })).body.next).toBe(
      'code',
    );
    expect((await other.call('get /api/me')).body.person).toBeNull();
    expect(
      (await other.call('post /api/sign-in/code', { code: toCode(secrets['gus'] ?? '') })).body.next,
    ).toBe('nothing');
    expect((await other.call('get /api/me')).body.person.login).toBe('gus');
    const guess = () => new Browser().call('post /api/sign-in', { login: 'ada', password: 'no es' });
    for (let n = 0; n < 10; n += 1) expect((await guess()).status).toBe(401);
    const { status, headers } = await guess();
    expect([status, headers.get('retry-after')]).toEqual([429, '900']);
  });

  it('checks the chain from the screen, and keeps no secret in the folder', async () => {
    const { body: head } = await ada.call('get /api/audit/head');
    const { body } = await ada.call('post /api/audit/chain', {
      known: { entries: head.entries, head: head.head },
    });
    expect(body).toMatchObject({ sound: true, findings: [] });
    const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
      entry.isFile(),
    );
    const bytes = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')).join('\n');
    const cookies = [ada, gus].map(({ cookie }) => cookie.split('=')[1] ?? '');
    expect(cookies.every((cookie) => cookie.length > 40)).toBe(true);
    for (const secret of [PASSWORD, secrets['gus'] ?? '', secrets['ana'] ?? '', ...cookies]) {
      expect(bytes.includes(secret)).toBe(false);
    }
  });
});
