import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, startTestServer, type TestServer } from '../journeys/start-server.ts';

const GUESSES = process.env['CIRCUITO_LONG'] === '1' ? 50_000 : 200;
const CSV = new TextEncoder().encode('Agencia;Zona\nnorte;sierra\noeste;costa\n');

let server: TestServer;
let analyst: Caller;
let supervisor: Caller;
beforeAll(async () => {
  server = await startTestServer({ world: 'tiny' });
  [analyst, supervisor] = await Promise.all([server.as('analyst'), server.as('supervisor')]);
});
afterAll(() => server.stop());

async function tell(caller: Caller, route: Parameters<Caller['call']>[0], body?: unknown): Promise<string> {
  const answer = await caller.call(route, body === undefined ? {} : { body });
  if (answer.status !== 202) return answer.body.refused?.code ?? `answered ${answer.status}`;
  await server.host.settle();
  const { body: job } = await caller.call(`get /api/jobs/${answer.body.id}`);
  return job.refusal?.code ?? job.state;
}

describe('what is another person’s', () => {
  it('is not there: jobs and drafts', async () => {
    const brought = await analyst.call('post /api/drafts', { file: CSV, name: 'agencias.csv' });
    const draft = brought.body.id as string;
    const mapping = { dataset: 'units', columns: {} };
    const tried = await analyst.call(`post /api/drafts/${draft}/try`, { body: { mapping } });
    expect(tried.status).toBe(202);
    const job = tried.body.id as string;

    expect(await tell(supervisor, `get /api/jobs/${job}`)).toBe('job-not-found');
    expect(await tell(supervisor, `get /api/jobs/${job}/events`)).toBe('job-not-found');
    expect(await tell(supervisor, `post /api/drafts/${draft}/inspect`, {})).toBe('draft-not-found');
    expect(await tell(supervisor, `post /api/drafts/${draft}/try`, { mapping })).toBe('draft-not-found');
    expect(await tell(supervisor, `post /api/drafts/${draft}/publish`, { mapping })).toBe('draft-not-found');
    expect(await tell(supervisor, `delete /api/drafts/${draft}`)).toBe('draft-not-found');
    expect((await supervisor.call('get /api/drafts')).body.drafts).toEqual([]);
    expect((await analyst.call('get /api/drafts')).body.drafts).toMatchObject([{ id: draft }]);
    expect((await analyst.call(`get /api/jobs/${job}`)).status).toBe(200);
  });

  it('is not there: sessions and tokens', async () => {
    const [administrator, management] = await Promise.all([
      server.as('administrator'),
      server.as('management'),
    ]);
    const { body: me } = await analyst.call('get /api/me');
    const asked = { person: me.person.id, name: 'carga', days: 30, reason: 'cada noche' };
    const { body } = await administrator.call('post /api/tokens', { body: asked });
    const decision = { body: { decision: 'approved', reason: '' } };
    await management.call(`post /api/proposals/${body.proposal}/decide`, decision);
    const [token] = (await analyst.call('get /api/me/tokens')).body.tokens;

    expect(await tell(supervisor, `delete /api/me/sessions/${me.session.id}`)).toBe('session-not-found');
    expect(await tell(supervisor, `post /api/me/tokens/${token.id}`)).toBe('token-not-found');
    expect(await tell(supervisor, `delete /api/me/tokens/${token.id}`)).toBe('token-not-found');
    expect((await analyst.call('get /api/me')).body.session.id).toBe(me.session.id);

    const { secret } = (await analyst.call(`post /api/me/tokens/${token.id}`)).body;
    const program = { headers: { authorization: `Bearer ${secret}` } };
    const nobody = await server.as(null);
    const reached = await Promise.all(
      (['home', 'search?q=a', 'me/sessions', 'me/tokens', 'proposals', 'roles', 'view'] as const).map(
        async (path) => (await nobody.call(`get /api/${path}`, program)).status,
      ),
    );
    expect([...new Set(reached)]).toEqual([403]);
    const loaded = await nobody.call('post /api/imports?dataset=units', {
      file: CSV,
      name: 'agencias.csv',
      headers: { ...program.headers, origin: 'https://otra.parte' },
    });
    expect(loaded.status).toBe(200);
  });

  it(`is not found by guessing ${GUESSES} times`, async () => {
    const found: string[] = [];
    for (let n = 0; n < GUESSES; n += 10) {
      const codes = await Promise.all([
        ...Array.from({ length: 5 }, () => tell(supervisor, `get /api/jobs/${randomUUID()}`)),
        ...Array.from({ length: 5 }, () =>
          tell(supervisor, `delete /api/drafts/${randomBytes(10).toString('hex')}`),
        ),
      ]);
      found.push(...codes.filter((code) => code !== 'job-not-found' && code !== 'draft-not-found'));
    }
    expect(found).toEqual([]);
  });

  it('is not reached by a way round a name', async () => {
    const auditor = await server.as('auditor');
    const ways = ['..%2f..%2fledger.db', '..%5c..%5cledger.db', '__proto__', '%00', '%E0%A4%A', 'a//b'];
    for (const way of ways) {
      const answers = await Promise.all([
        analyst.call(`get /api/jobs/${way}`),
        auditor.call(`get /api/imports/${way}/file`),
        analyst.call(`delete /api/drafts/${way}`),
        analyst.call(`get /api/datasets/${way}/template`),
        analyst.call(`get /assets/${way}`),
      ]);
      for (const { status, response, body } of answers) {
        expect([400, 404, 422], `${way} ${response.url} ${JSON.stringify(body)}`).toContain(status);
        expect(response.headers.get('content-disposition'), way).toBeNull();
      }
    }
  });
});
