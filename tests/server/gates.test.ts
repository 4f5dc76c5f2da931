import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Route, ROUTES } from '../../src/contract/index.ts';
import { PERMISSIONS, type Role, ROLES } from '../../src/kernel/index.ts';
import { type Caller, startTestServer, type TestServer } from '../journeys/start-server.ts';

const KEYS = Object.keys(ROUTES) as (keyof typeof ROUTES)[];
const routes = ROUTES as unknown as Readonly<Record<string, Route>>;

/** An address of a route with something in its blanks: the gate is asked before anything is read. */
function fill(key: string): `get /${string}` {
  return key.replaceAll(/\{\w+\}/g, 'x') as `get /${string}`;
}

/** A call that its own schema refuses wherever it can, so that passing the gate changes nothing. */
function probe(caller: Caller, key: string, headers: Record<string, string> = {}) {
  const route = routes[key]!;
  const sent = route.body === undefined || route.body === 'file' ? {} : { body: [] };
  return caller.call(fill(key), { ...sent, headers });
}

let server: TestServer;
const callers = new Map<Role | null, Caller>();
beforeAll(async () => {
  server = await startTestServer({ world: 'tiny' });
  for (const role of [null, ...ROLES]) callers.set(role, await server.as(role));
}, 60_000);
afterAll(() => server.stop());

/** Verbs that end the very session the test uses are tried in their own tests. */
const ENDS_SESSION = new Set(['post /api/sign-out', 'post /api/demo/role']);
/** Streams are followed in the tests of jobs. */
const tried = KEYS.filter((key) => !ENDS_SESSION.has(key) && routes[key]!.response !== 'events');

describe('who may call what', () => {
  it('has a rule and words for every route', () => {
    for (const key of KEYS) {
      const { may, about } = routes[key]!;
      expect(['public', 'signed-in', ...Object.keys(PERMISSIONS)], key).toContain(may);
      expect(about.es.length > 10 && about.en.length > 10, key).toBe(true);
    }
  });

  it.each(ROLES)('lets a %s through to what the table says, and to nothing else', async (role) => {
    const wrong: string[] = [];
    for (const key of tried) {
      const { may } = routes[key]!;
      const open = may === 'public' || may === 'signed-in';
      const allowed = open || (PERMISSIONS[may] as Partial<Record<Role, unknown>>)[role] !== undefined;
      const { status, body } = await probe(callers.get(role)!, key);
      const refused = status === 403 && body.refused.code === 'not-allowed';
      if (allowed === refused) wrong.push(`${key}: ${status} ${JSON.stringify(body?.refused?.code)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('lets nobody in who has not signed in, but for what is public', async () => {
    const wrong: string[] = [];
    for (const key of tried) {
      const { status } = await probe(callers.get(null)!, key);
      const isPublic = routes[key]!.may === 'public';
      if (isPublic === (status === 401) && !(isPublic && key.includes('session')))
        wrong.push(`${key}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('refuses every write that comes from another page, or does not say from where', async () => {
    const wrong: string[] = [];
    for (const key of KEYS.filter((key) => !key.startsWith('get '))) {
      for (const origin of ['https://elsewhere.example', `${server.url}.example`, 'null', '']) {
        const { status, body } = await probe(callers.get('analyst')!, key, { origin });
        if (status !== 403 || body.refused.code !== 'foreign-origin')
          wrong.push(`${key} ${origin}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('answers every route with the headers that keep a browser safe', async () => {
    const caller = callers.get('analyst')!;
    for (const key of [...tried.filter((key) => key.startsWith('get ')), 'get /', 'get /api/none'] as const) {
      const { response } = await caller.call(fill(key));
      const { headers } = response;
      expect(headers.get('x-content-type-options'), key).toBe('nosniff');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, key).toContain("frame-ancestors 'none'");
      expect(policy, key).not.toMatch(/unsafe-(inline|eval)/);
    }
  });

  it('answers no name but its own: a page elsewhere that points its name here gets nothing', async () => {
    const { status, body } = await callers
      .get('analyst')!
      .call('get /api/health', { headers: { host: 'evil.example' } });
    // Where fetch does not let the header be set, the name stays ours.
    expect([200, 421]).toContain(status);
    expect(status === 200 || body.refused.code === 'host-unknown').toBe(true);
  });
});
