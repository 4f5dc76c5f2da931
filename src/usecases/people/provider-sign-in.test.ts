import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { identify } from './identify.ts';
import { makePeople, openPlace, refusedBy, type TestPlace, TODAY, VISIT } from './people.fixture.ts';
import { decideProposal, proposeProvider } from './propose.ts';
import { beginProviderSignIn, endProviderSignIn } from './provider-sign-in.ts';

const ORIGIN = 'http://127.0.0.1:8011';
const SECRET = 'secreto-del-cliente-de-prueba';

let server: Server;
let issuer = '';
/** Whom the provider signs in, and whether it vouches for their address. */
let account = { email: 'ana@banco.ec', email_verified: true };

beforeAll(async () => {
  // It says at length that it is not set up for production.
  for (const way of ['info', 'warn'] as const) vi.spyOn(console, way).mockImplementation(() => undefined);
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'circuito', client_secret: SECRET, redirect_uris: [`${ORIGIN}/entrar/proveedor`] },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...account }) }),
    pkce: { required: () => true },
  });
  server.on('request', provider.callback());
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** A browser with the least it needs: follows, keeps cookies, signs in and consents at the provider. */
async function browse(start: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 12; step += 1) {
    if (url.startsWith(ORIGIN)) return url;
    const response: Response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      body: form,
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (next !== null) {
      url = new URL(next, url).href;
      form = null;
      continue;
    }
    const page = await response.text();
    const [, action = ''] = /<form[^>]*action="([^"]+)"/.exec(page) ?? [];
    const [, prompt = ''] = /name="prompt" value="([^"]+)"/.exec(page) ?? [];
    if (action === '') throw new Error(`the provider showed no form: ${page.slice(0, 300)}`);
    url = new URL(action, url).href;
    form = new URLSearchParams({ prompt, ...(prompt === 'login' && { login: 'sujeto-1', password: 'x' }) });
  }
  throw new Error('the provider never came back');
}

let place: TestPlace;
beforeEach(async () => {
  account = { email: 'ana@banco.ec', email_verified: true };
  place = await openPlace();
  await makePeople(place, { ada: ['administrator'], abel: ['administrator'], gus: ['management'] });
  const draft = { login: 'ana', name: 'Ana', language: 'es' as const, staff_name: null };
  const person = {
    ...draft,
    email: 'ana@banco.ec',
    grants: [{ role: 'analyst' as const, units: null, processes: null, until: null }],
  };
  const { proposal } = place.ledger
    .as('p1')
    .proposals.propose({ kind: 'new-person', subject: 'ana', payload: { person }, reason: 'entra' }, TODAY);
  place.ledger.as('p2').proposals.decide(proposal.id, 'approved', '', TODAY);
});
afterEach(() => place.close());

function setProvider(trusts_second_factor = false): void {
  const provider = {
    name: 'Identidad del banco',
    issuer,
    client_id: 'circuito',
    trusts_second_factor,
    secret: SECRET,
  };
  const { proposal } = proposeProvider(place, place.who('ada'), provider, 'un solo usuario');
  decideProposal(place, place.who('abel'), proposal, { decision: 'approved', reason: '', language: 'es' });
}

const end = (ticket: string | null, url: string) => endProviderSignIn(place, { ticket, url }, VISIT);

describe('signing in by an identity provider', () => {
  it('lets in the person whose address the provider vouches for, once', async () => {
    expect(await refusedBy(() => beginProviderSignIn(place, ORIGIN))).toBe('provider-absent');
    setProvider();
    const { url, secret } = await beginProviderSignIn(place, ORIGIN);
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${ORIGIN}/entrar/proveedor`,
      state: expect.any(String),
      nonce: expect.any(String),
    });
    const back = await browse(url);
    const { next, secret: session } = await end(secret, back);
    expect(next).toBe('nothing');
    expect(identify(place, { session, ip: '' })?.person.login).toBe('ana');
    expect(await refusedBy(() => end(secret, back))).toBe('sign-in-over');
  });

  it('refuses another browser, another state, a code that was used, and an answer made up', async () => {
    setProvider();
    const { url, secret } = await beginProviderSignIn(place, ORIGIN);
    const back = new URL(await browse(url));
    expect(await refusedBy(() => end('de otro navegador', back.href))).toBe('sign-in-over');
    expect(await refusedBy(() => end(null, back.href))).toBe('sign-in-over');
    back.searchParams.set('state', 'otro');
    expect(await refusedBy(() => end(secret, back.href))).toBe('provider-refused');
    const again = await beginProviderSignIn(place, ORIGIN);
    const made = new URL(`${ORIGIN}/entrar/proveedor`);
    made.searchParams.set('code', 'inventado');
    made.searchParams.set('state', new URL(again.url).searchParams.get('state') ?? '');
    made.searchParams.set('iss', issuer);
    expect(await refusedBy(() => end(again.secret, made.href))).toBe('provider-refused');
  });

  it('does not take an address that the provider does not vouch for, nor somebody who is not here', async () => {
    setProvider();
    account = { email: 'ana@banco.ec', email_verified: false };
    const first = await beginProviderSignIn(place, ORIGIN);
    expect(await refusedBy(async () => end(first.secret, await browse(first.url)))).toBe(
      'provider-person-unknown',
    );
    account = { email: 'otra@banco.ec', email_verified: true };
    const second = await beginProviderSignIn(place, ORIGIN);
    expect(await refusedBy(async () => end(second.secret, await browse(second.url)))).toBe(
      'provider-person-unknown',
    );
  });

  it('keeps the secret out of the ledger, and says when the provider does not answer', async () => {
    setProvider();
    expect(JSON.stringify(place.ledger.trail.list({ limit: 99 }))).not.toContain(SECRET);
    const value = {
      name: 'x',
      issuer: 'http://127.0.0.1:9',
      client_id: 'circuito',
      trusts_second_factor: false,
    };
    place.ledger.changeSetting('sign-in-provider', value);
    expect(await refusedBy(() => beginProviderSignIn(place, ORIGIN))).toBe('provider-unreachable');
  });
});
