import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyApprovedClosings, hasApprovedClosings } from '../../src/usecases/index.ts';
import { type Caller, type Json, startTestServer, type TestServer } from '../journeys/start-server.ts';

const JUNE = '2011-06';
const ID = 'plazo-debito-automatico';
/** A row of the indicator that somebody contests, and one that the analyst loads afterwards. */
const HEADER =
  'request_id,process,unit,person,client,channel,opened_at,closed_at,status,outcome,handling_min';
const LATE = `${HEADER}\nR9000001,debito-automatico,norte,Ana Mora,C000010,agencia,2011-06-10T09:00:00,2011-06-24T09:00:00,cerrado,,30\n`;

describe('a month on the wire', () => {
  let server: TestServer;
  let analyst: Caller;
  let owner: Caller;
  let management: Caller;
  let supervisor: Caller;
  beforeAll(async () => {
    server = await startTestServer({ world: 'tiny', clock: () => '2011-07-05T15:00:00Z' });
    [analyst, owner, management, supervisor] = await Promise.all([
      server.as('analyst'),
      server.as('process-owner'),
      server.as('management'),
      server.as('supervisor'),
    ]);
  });
  afterAll(() => server.stop());

  const rows = async (state = 'counted'): Promise<Json[]> =>
    (await analyst.call(`get /api/indicators/${ID}/rows?period=${JUNE}&state=${state}`)).body.rows;
  const sheet = async () => (await analyst.call(`get /api/indicators/${ID}/sheet?period=${JUNE}`)).body;
  const detail = async (who = analyst) => (await who.call(`get /api/closings/${JUNE}`)).body;
  const contest = (who: Caller, places: readonly Json[], evidence = 'La orden interna 14') => {
    const at = places.map(({ source }) => ({ seq: source.seq, row: source.row }));
    const about = { period: JUNE, indicator: ID, dataset: 'requests', rows: at };
    return who.call('post /api/contests', { body: { ...about, reason: 'Era una prueba', evidence } });
  };
  const decide = (who: Caller, id: number, decision = 'approved') =>
    who.call(`post /api/proposals/${id}/decide`, { body: { decision, reason: 'Visto' } });
  const close = (who: Caller) => who.job(`post /api/closings/${JUNE}/close`, { body: { reason: '' } });

  it('is contested row by row by who answers for it, until a date', async () => {
    const all = await rows();
    const slow = all.filter(({ unit }) => unit === 'norte').toSorted((a, b) => b.measure - a.measure)[0];
    expect((await contest(analyst, [slow])).status).toBe(403);
    expect((await contest(owner, [slow], ' ')).body.refused.code).toBe('contest-without-reason');
    expect((await contest(owner, [])).body.refused.code).toBe('contest-no-rows');
    const gone = { source: { seq: slow.source.seq, row: 999_999 } };
    expect((await contest(owner, [gone])).body.refused.code).toBe('contest-rows-gone');
    const { body: me } = await supervisor.call('get /api/me');
    const [unit] = me.grants?.[0]?.units ?? ['norte'];
    const strange = all.find((row) => row.unit !== unit);
    expect((await contest(supervisor, [strange])).body.refused.code).toBe('out-of-scope');
    expect((await contest(owner, [slow])).body).toEqual({ contest: 1 });
    const { body } = await contest(owner, [all.find(({ unit: place }) => place === 'sur')]);
    expect((await owner.call(`post /api/contests/${body.contest}/withdraw`)).status).toBe(200);

    expect((await close(analyst)).refusal.code).toBe('closing-open-contests');
    expect((await detail()).month).toMatchObject({ state: 'contesting', open_contests: 1 });
    const until = { until: '2011-07-04' };
    expect((await management.call(`put /api/closings/${JUNE}/contests-until`, { body: until })).status).toBe(
      403,
    );
    expect((await analyst.call(`put /api/closings/${JUNE}/contests-until`, { body: until })).status).toBe(
      200,
    );
    expect((await contest(owner, [slow])).body.refused.code).toBe('contest-too-late');
  });

  it('leaves rows out by approval alone, told with and without, never by who loaded them (S-11)', async () => {
    const before = await sheet();
    const body = { reason: 'Es de prueba, consta en la orden', everywhere: false };
    const { body: asked } = await analyst.call('post /api/contests/1/exclude', { body });
    expect(asked).toMatchObject({ applied: false });
    expect((await sheet()).n).toBe(before.n);
    expect((await decide(analyst, asked.proposal)).body.refused.code).toBe('own-proposal');
    const { proposals } = server.host.current().ledger;
    const company = server.host.current().ledger.people.company('2011-07-05');
    const manager = company.people.find(({ grants }) => grants.some(({ role }) => role === 'management'))!;
    const proposal = proposals.find(asked.proposal)!;
    const barred = { ...proposal, payload: { ...proposal.payload, loaded_by: [manager.id] } };
    expect(proposals.judge(barred, manager, company)).toMatchObject({
      code: 'barred-by-history',
      params: { rule: 'S-11' },
    });
    expect((await decide(management, asked.proposal)).status).toBe(200);

    const after = await sheet();
    expect(after.n).toBe(before.n - 1);
    const told = after.warnings.find(({ code }: Json) => code === 'rows-left-out');
    expect(told.text).toMatch(
      /^1 fila quedó fuera por objeción aprobada; con ella sería 28,08 h \(n = 20\)\.$/,
    );
    expect(await rows('withdrawn')).toHaveLength(1);
    const other = (await analyst.call(`get /api/indicators?period=${JUNE}`)).body;
    expect(JSON.stringify(other)).toContain('fuera por objeción aprobada');
    expect((await detail()).contests).toMatchObject([{ state: 'withdrawn' }, { state: 'upheld' }]);
    expect(
      (await analyst.call('post /api/contests/1/reject', { body: { answer: 'x' } })).body.refused.code,
    ).toBe('contest-answered');
  });

  it('is closed by two, as it was proposed: who proposes does not approve (S-5)', async () => {
    expect((await close(management)).state).toBe('refused');
    const { result } = await close(analyst);
    expect(result).toMatchObject({ closed: false, version: 1 });
    const [month] = (await management.call('get /api/closings')).body.months;
    expect(month).toMatchObject({ period: JUNE, state: 'proposed', proposal: { may_approve: true } });
    expect(month.proposal.figures).toHaveLength(7);
    expect((await decide(analyst, result.proposal)).body.refused.code).toBe('own-proposal');
    expect((await decide(owner, result.proposal)).body.refused.code).toBe('not-allowed');
    // A file comes in between: what was proposed is not what would be signed.
    const file = new TextEncoder().encode(LATE);
    const imported = await analyst.call('post /api/imports?dataset=requests', { file, name: 'tarde.csv' });
    expect(imported.status).toBe(200);
    expect((await decide(management, result.proposal)).body.refused.code).toBe('closing-changed-meanwhile');
    expect((await decide(management, result.proposal, 'rejected')).status).toBe(200);
  });

  it('is frozen once at the next start where a kill came between approval and freezing', async () => {
    const { result } = await close(analyst);
    const { ledger } = server.host.current();
    const manager = ledger.people
      .company('2011-07-05')
      .people.find(({ grants }) => grants.some(({ role }) => role === 'management'))!;
    ledger.as(manager.id).proposals.decide(result.proposal, 'approved', '', '2011-07-05');
    expect(ledger.closings.find(JUNE)).toBeUndefined();
    expect(hasApprovedClosings(server.host.current())).toBe(true);
    const made = await server.host.write(applyApprovedClosings);
    expect(made).toMatchObject([{ period: JUNE, version: 1, approved_by: manager.id }]);
    expect(await server.host.write(applyApprovedClosings)).toEqual([]);
    expect(hasApprovedClosings(server.host.current())).toBe(false);
    expect((await sheet()).warnings.map(({ code }: Json) => code)).toContain('closed');
  });

  it('is restated with its cause, and every version stays to be read', async () => {
    const file = new TextEncoder().encode(LATE.replaceAll('R9000001', 'R9000002'));
    await analyst.call('post /api/imports?dataset=requests', { file, name: 'mas-tarde.csv' });
    const home = (await management.call(`get /api/home?period=${JUNE}`)).body.view;
    const shown = home.indicators.find(({ id }: Json) => id === ID);
    expect(shown.sentence.es).toContain('falta rectificar el mes');
    expect((await detail()).month).toMatchObject({ state: 'closed', version: 1 });
    expect((await detail()).month.differ).toBeGreaterThan(0);
    const asked = await analyst.job(`post /api/closings/${JUNE}/restate`, {
      body: { cause: 'Llegó otro lote' },
    });
    expect(asked.result).toMatchObject({ closed: false, version: 2 });
    expect((await decide(management, asked.result.proposal)).status).toBe(200);
    const { versions, month } = await detail();
    expect(month).toMatchObject({ version: 2, differ: 0 });
    expect(versions).toMatchObject([
      {
        version: 2,
        kind: 'restated',
        cause: 'Llegó otro lote',
        proposed_by_name: 'Ana Pérez',
        approved_by_name: 'Gloria Espinosa',
      },
      { version: 1, kind: 'closed', changed: 0 },
    ]);
    expect(versions[0].changes[0]).toMatchObject({ indicator: ID, before: { n: 20 }, after: { n: 21 } });
    const auditor = await server.as('auditor');
    const { result } = await auditor.job('post /api/verify');
    expect(result).toMatchObject({ sound: true, notices: [], closings: [{ version: 2, same: true }] });
    const { body } = await auditor.call('get /api/audit/trail?limit=50');
    expect(JSON.stringify(body)).toContain('rectificó junio de 2011 (versión 2); causa: Llegó otro lote');
  });
});
