import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STAGES } from '../../src/kernel/index.ts';
import { type Caller, type Json, startTestServer, type TestServer } from '../journeys/start-server.ts';

let server: TestServer;
let ana: Caller;
let diego: Caller;
let gloria: Caller;
let aldo: Caller;
const ids: Record<string, string> = {};

beforeAll(async () => {
  server = await startTestServer({ world: 'tiny', clock: () => '2011-07-01T15:00:00Z' });
  [ana, diego, gloria, aldo] = (await Promise.all(
    (['analyst', 'process-owner', 'management', 'auditor'] as const).map(server.as),
  )) as [Caller, Caller, Caller, Caller];
  for (const { id, login } of server.host.current().ledger.people.list()) ids[login] = id;
});
afterAll(() => server.stop());

const SEEN = 'En junio de 2011 tardó 61 h (n 31).';

/** An improvement of the automatic debit, opened by the analyst from a figure. */
async function open(title: string): Promise<number> {
  const data = { period: '2011-06', sentence: { es: SEEN, en: 'It took 61 h.' } };
  const evidence = [{ kind: 'indicator', subject: 'plazo-debito-automatico', data }];
  const draft = { title, problem: 'Tarda.', origin: 'standard', evidence };
  const body = { ...draft, process: 'debito-automatico', units: null };
  return (await ana.call('post /api/improvements', { body })).body.id;
}

async function decide(who: Caller, session: number, improvement: number, more: object = {}) {
  const { last_event: seen } = (await ana.call(`get /api/improvements/${improvement}`)).body;
  const draft = { improvement, decision: 'adopt', reason: 'Cuesta poco.', until: null, seen, ...more };
  return who.call(`post /api/committee/${session}/decisions`, { body: draft });
}

const codeOf = ({ status, body }: { status: number; body: Json }) => [
  status,
  body?.refused?.code ?? body?.code,
];

describe('a session of the committee', () => {
  let session: number;
  let adopted: number;
  let rejected: number;
  const attendees = () => [
    { person: ids['demo-management']!, name: 'Gloria Espinosa' },
    { person: null, name: 'Marta Ríos' },
  ];

  it('is opened by who works improvements, with people, on a day that came', async () => {
    adopted = await open('Dos lotes al día');
    rejected = await open('Otro formulario');
    const body = { date: '2011-07-01', place: 'Sala', attendees: attendees() };
    expect(codeOf(await aldo.call('post /api/committee', { body }))[0]).toBe(403);
    const none = await ana.call('post /api/committee', { body: { ...body, attendees: [] } });
    expect(codeOf(none)[1]).toBe('session-without-people');
    const late = await ana.call('post /api/committee', { body: { ...body, date: '2011-07-02' } });
    expect(codeOf(late)[1]).toBe('session-future');
    session = (await ana.call('post /api/committee', { body })).body.id;
    const { waiting, people } = (await ana.call(`get /api/committee/${session}`)).body;
    expect(waiting.map(({ improvement }: Json) => improvement)).toEqual([adopted, rejected]);
    expect(waiting[0].fact).toMatchObject({ text: { es: SEEN }, period: '2011-06' });
    expect(waiting[0].decide).toMatchObject({ may: false });
    expect(people.length).toBeGreaterThan(3);
  });

  it('decides with the reason, and keeps what was decided in it', async () => {
    expect((await decide(ana, session, adopted)).status).toBe(403);
    expect((await decide(diego, session, adopted)).status).toBe(200);
    expect((await decide(gloria, session, rejected, { decision: 'reject' })).status).toBe(200);
    const action = { kind: 'corrective', text: 'Armar dos lotes', due_date: '2011-07-20' };
    const written = await ana.call(`post /api/improvements/${adopted}/actions`, {
      body: { ...action, responsible: ids['demo-supervisor'] },
    });
    expect(written.status, JSON.stringify(written.body)).toBe(200);
    // What several signed one person does not turn over alone.
    const { last_event: seen, leave } = (await diego.call(`get /api/improvements/${adopted}`)).body;
    const turned = { decision: 'reject', reason: 'Cambié de idea.', until: null, seen };
    const refused = await diego.call(`post /api/improvements/${adopted}/decision`, { body: turned });
    expect(codeOf(refused)).toEqual([403, 'decision-of-session']);
    expect(leave.decide).toMatchObject({ may: false });
    const shown = (await gloria.call(`get /api/committee/${session}`)).body;
    expect(shown.waiting).toEqual([]);
    expect(shown.decided.map(({ decision }: Json) => decision.decision)).toEqual(['adopt', 'reject']);
    expect(shown.decided[0]).toMatchObject({ decision: { reason: 'Cuesta poco.', session } });
    expect(shown.pending).toMatchObject([{ text: 'Armar dos lotes', improvement: adopted }]);
  });

  it('prints its minutes, and decides no more once it has ended', async () => {
    const { response, status } = await gloria.call(`get /api/committee/${session}/pdf`);
    expect([status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe('%PDF-');
    const notes = { date: '2011-07-01', place: 'Sala', attendees: attendees(), notes: 'Sin novedad.' };
    expect((await ana.call(`put /api/committee/${session}`, { body: notes })).status).toBe(200);
    expect((await ana.call(`post /api/committee/${session}/end`, { body: {} })).status).toBe(200);
    const more = await open('Tarde');
    expect(codeOf(await decide(diego, session, more))[1]).toBe('session-ended');
    expect(codeOf(await ana.call(`put /api/committee/${session}`, { body: notes }))[1]).toBe('session-ended');
    expect((await ana.call('get /api/committee')).body.sessions).toMatchObject([
      { id: session, ended: true, decisions: 2 },
    ]);
  });

  it('is in the register as a chain, which goes to a spreadsheet', async () => {
    const { decisions } = (await aldo.call('get /api/decisions?decision=adopt')).body;
    expect(decisions).toHaveLength(1);
    expect(decisions[0]).toMatchObject({
      improvement: adopted,
      fact: { text: { es: SEEN } },
      decision: { by: { id: ids['demo-process-owner'] }, date: '2011-07-01' },
      actions: [{ text: 'Armar dos lotes', done: null, overdue: false }],
      told: { staff: null, clients: null },
    });
    const { response } = await aldo.call('get /api/decisions/csv');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
    const [head, ...rows] = new TextDecoder().decode(bytes).trim().split('\r\n');
    expect(head?.split(';').slice(0, 5)).toEqual(['Mejora', 'Título', 'Proceso', 'Agencias', 'Hecho']);
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain(`;${SEEN};2011-06;`);
    expect(rows[1]).toContain('Armar dos lotes');
  });
});

describe('the loop', () => {
  it('is measured over what was opened', async () => {
    const { body } = await gloria.call('get /api/loop?period=2011-07..2011-07');
    expect(body).toMatchObject({ opened: 3, decided: 2, adopted: 1, rejected: { part: 1, whole: 2 } });
    expect(body.stages.map(({ stage }: Json) => stage)).toEqual([...STAGES]);
    expect(body.sentence.es).toContain('De 3 mejoras abiertas se decidieron 2');
    expect((await gloria.call('get /api/loop?period=2010-01')).body.opened).toBe(0);
    expect(codeOf(await gloria.call('get /api/loop?period=nunca'))[1]).toBe('period-unreadable');
  });

  it('is reviewed by all its questions, and names the weakest stage', async () => {
    const { questions, may_review } = (await ana.call('get /api/loop/review')).body;
    expect([questions.length, may_review]).toEqual([32, true]);
    const worth = ({ stage }: Json) => (stage === 'delegation' ? 0.5 : 1);
    const answers = Object.fromEntries(questions.map((each: Json) => [each.id, worth(each)]));
    const { [questions[0].id]: _, ...short } = answers;
    const missing = await ana.call('post /api/loop/review', { body: { answers: short, notes: '' } });
    expect(codeOf(missing)[1]).toBe('review-incomplete');
    const { body } = await ana.call('post /api/loop/review', { body: { answers, notes: '' } });
    // Seven stages whole and one at a half: 7.5 of 8.
    expect(body).toMatchObject({ score: 0.9375, weakest: 'delegation' });
    expect(body.sentence.es).toBe(
      'El circuito alcanza 94 %; la etapa más débil es Delegación, con 50 %. Empiece por ella.',
    );
    expect((await aldo.call('get /api/loop/review')).body.done).toHaveLength(1);
  });
});

describe('the before and after of an improvement', () => {
  const plan = {
    indicator: 'plazo-debito-automatico',
    only: { unit: ['norte'] },
    baseline: { from: '2011-05', to: '2011-05' },
    follow_up: { from: '2011-06', to: '2011-06' },
    comparison_units: [],
    meanwhile: ['Feriado largo'],
  };

  it('is shown by its plan, tried without keeping, and within reach', async () => {
    const id = await open('Débito en Norte');
    expect((await ana.call(`get /api/improvements/${id}/proof`)).body).toEqual({ proof: null });
    const tried = (await ana.call(`post /api/improvements/${id}/proof/try`, { body: plan })).body.proof;
    expect(tried).toMatchObject({ indicator: plan.indicator, units: ['norte'], change_at: '2011-06' });
    expect((await ana.call(`get /api/improvements/${id}/proof`)).body).toEqual({ proof: null });
    expect((await ana.call(`put /api/improvements/${id}/proof`, { body: plan })).status).toBe(200);
    const { proof } = (await ana.call(`get /api/improvements/${id}/proof`)).body;
    expect(proof.sentence).toEqual(tried.sentence);
    expect(proof.meanwhile).toEqual([{ kind: 'said', text: { es: 'Feriado largo', en: 'Feriado largo' } }]);
    const choices = (await ana.call(`get /api/improvements/${id}/proof/choices`)).body;
    expect(choices.suggested).toBe('plazo-debito-automatico');
    // A supervisor of another unit sees the improvement of all units, and not the figures of one that is not hers.
    const silvia = await server.as('supervisor');
    const whole = { ...plan, only: {} };
    expect(codeOf(await silvia.call(`post /api/improvements/${id}/proof/try`, { body: whole }))).toEqual([
      403,
      'out-of-scope',
    ]);
  });
});
