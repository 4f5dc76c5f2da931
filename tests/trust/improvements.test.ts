import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeImprovement, importFile, type Prove } from '../../src/usecases/index.ts';
import { EVERYTHING, type Person } from '../../src/kernel/index.ts';
import { type Caller, type Json, startTestServer, type TestServer } from '../journeys/start-server.ts';

const INDICATOR = 'plazo-debito-automatico';
let server: TestServer;
let ana: Caller;
let diego: Caller;
let silvia: Caller;
let gloria: Caller;
let ada: Caller;
const ids: Record<string, string> = {};
const at = Date.parse('2011-07-01T15:00:00Z');

beforeAll(async () => {
  server = await startTestServer({ world: 'tiny', clock: () => new Date(at).toISOString() });
  [ana, diego, silvia, gloria, ada] = (await Promise.all(
    (['analyst', 'process-owner', 'supervisor', 'management', 'administrator'] as const).map(server.as),
  )) as [Caller, Caller, Caller, Caller, Caller];
  for (const { id, login } of server.host.current().ledger.people.list()) ids[login] = id;
});
afterAll(() => server.stop());

const idOf = (role: string): string => ids[`demo-${role}`]!;
const codeOf = ({ status, body }: { status: number; body: Json }) => [
  status,
  body?.refused?.code ?? body?.code,
];

/** An improvement of the automatic debit in one unit, opened by somebody. */
async function open(who: Caller, more: object = {}): Promise<number> {
  const draft = { title: 'Débito a tiempo', problem: 'Tarda.', origin: 'idea', evidence: [] };
  const place = { process: 'debito-automatico', units: ['norte'] };
  const { status, body } = await who.call('post /api/improvements', {
    body: { ...draft, ...place, ...more },
  });
  expect(status).toBe(200);
  return body.id;
}

const view = async (who: Caller, id: number): Promise<Json> =>
  (await who.call(`get /api/improvements/${id}`)).body;

async function decide(who: Caller, id: number, decision = 'adopt') {
  const { last_event: seen } = await view(ana, id);
  return who.call(`post /api/improvements/${id}/decision`, {
    body: { decision, reason: 'Cuesta poco.', until: null, seen },
  });
}

async function act(who: Caller, id: number, responsible: string): Promise<number> {
  const body = { kind: 'corrective', text: 'Dos cargas al día', responsible, due_date: '2011-07-20' };
  const answer = await who.call(`post /api/improvements/${id}/actions`, { body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.id;
}

/** Takes an improvement to where it may be closed: opened by the analyst, worked by whom is said. */
async function finish(by: {
  author: Caller;
  responsible: [Caller, string];
  accepter: Caller;
}): Promise<number> {
  const id = await open(ana);
  expect((await decide(diego, id)).status).toBe(200);
  const [carrier, responsible] = by.responsible;
  const action = await act(by.author, id, responsible);
  const done = await carrier.call(`post /api/improvement-actions/${action}/done`, {
    body: { evidence: 'El registro' },
  });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  const shown = (await view(ana, id)).shown_actions[0].evidence[0].id;
  const taken = await by.accepter.call(`post /api/action-evidence/${shown}/accept`, { body: {} });
  expect(taken.status, JSON.stringify(taken.body)).toBe(200);
  const plan = {
    indicator: INDICATOR,
    only: { unit: ['norte'] },
    baseline: { from: '2011-05', to: '2011-05' },
    follow_up: { from: '2011-06', to: '2011-06' },
    comparison_units: [],
    meanwhile: [],
  };
  expect((await diego.call(`put /api/improvements/${id}/proof`, { body: plan })).status).toBe(200);
  const { last_event: seen } = await view(ana, id);
  const move = { stage: 'implementation', owner: null, due_date: null, note: 'Ya se probó.', seen };
  expect((await diego.call(`post /api/improvements/${id}/stage`, { body: move })).status).toBe(200);
  return id;
}

async function close(who: Caller, id: number) {
  const { last_event: seen } = await view(ana, id);
  return who.call(`post /api/improvements/${id}/close`, { body: { note: 'Bajó.', seen } });
}

describe('improvements and who may do what to them', () => {
  it('begins with the figure that asks for it, and shows it on the board', async () => {
    const asked = `origin=standard&indicator=${INDICATOR}&period=2011-06&dimensions=${encodeURIComponent('{"unit":"norte"}')}`;
    const { status, body } = await ana.call(`get /api/improvements/start?${asked}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ process: 'debito-automatico', units: ['norte'] });
    expect(body.evidence[0]).toMatchObject({
      kind: 'indicator',
      subject: INDICATOR,
      data: { period: '2011-06' },
    });
    expect(body.evidence[0].data.n).toBeGreaterThan(0);
    expect(body.problem.es).toMatch(
      /^En junio de 2011, «.*» en norte fue .+ h \(\d+ casos?\); el estándar es/i,
    );
    const id = await open(ana, { origin: 'standard', evidence: body.evidence });
    const shown = await view(ana, id);
    expect(shown).toMatchObject({ stage: 'collection', state: 'open', indicator: { id: INDICATOR } });
    expect(shown.known_causes.length).toBeGreaterThan(0);
    const board = (await gloria.call('get /api/improvements')).body;
    expect(board.columns[0].cards.map(({ id: each }: Json) => each)).toContain(id);
    expect(shown.history[0].sentence).toBe('Ana Pérez abrió la mejora «Débito a tiempo».');
  });

  it('keeps each in their reach', async () => {
    const draft = { title: 'x', problem: 'x', origin: 'idea', evidence: [] };
    const body = (place: object) => ({ body: { ...draft, ...place } });
    const refused = async (who: Caller, place: object) =>
      codeOf(await who.call('post /api/improvements', body(place)));
    expect(await refused(silvia, { process: null, units: null })).toEqual([422, 'improvement-needs-units']);
    expect((await refused(silvia, { process: null, units: ['sur'] }))[1]).toBe('out-of-scope');
    expect((await refused(diego, { process: null, units: null }))[1]).toBe('out-of-scope');
    const south = await open(ana, { units: ['sur'] });
    expect(codeOf(await silvia.call(`get /api/improvements/${south}`))[1]).toBe('out-of-scope');
    expect((await (await server.as('executive')).call('get /api/improvements')).status).toBe(403);
  });

  it('counts the reasons of its process and units, and the shortfall of its own months', async () => {
    const rows = [
      ['1', 'debito-automatico', 'norte', 'No entró', 6],
      ['2', 'debito-automatico', 'norte', 'Entró tarde', 3],
      ['3', 'debito-automatico', 'norte', '', 1],
      ['4', 'debito-automatico', 'norte', 'Monto errado', 1],
      ['5', 'debito-automatico', 'sur', 'No entró', 90],
      ['6', 'prestamo-inmediato', 'norte', 'No entró', 90],
    ].map(([id, process, unit, reason, n]) =>
      [`R${id}`, '2011-06-03 10:00', process, unit, reason, n].join(','),
    );
    const file = join(server.folder, 'reclamos.csv');
    writeFileSync(file, ['complaint_id,received_at,process,unit,reason,quantity', ...rows].join('\n'));
    await server.host.write((institution) =>
      importFile(institution, {
        dataset: 'complaints',
        file,
        map: null,
        dates: null,
        dry_run: false,
        mask: false,
        control: { rows: null, sums: [] },
      }),
    );
    const id = await open(ana);
    const { body } = await ana.call(`get /api/improvements/${id}/reasons?period=2011-06`);
    expect(body).toMatchObject({ dataset: 'complaints', n: 10, without: 1 });
    expect(body.reasons).toEqual([
      { reason: 'No entró', n: 6, share: 0.6, cumulative: 0.6 },
      { reason: 'Entró tarde', n: 3, share: 0.3, cumulative: expect.closeTo(0.9, 12) },
      { reason: 'Monto errado', n: 1, share: 0.1, cumulative: expect.closeTo(1, 12) },
    ]);
    // One month has figures: 28,08 h against 24 h.
    const asked = `get /api/improvements/shortfall?indicator=${INDICATOR}&until=2011-06` as const;
    const shortfall = (await ana.call(asked)).body;
    expect(shortfall).toMatchObject({ from: '2010-07', to: '2011-06', months: 1, failed: 1 });
    expect(shortfall.mean).toBeCloseTo(0.17, 12);
    expect((await diego.call(asked)).status).toBe(200);
    expect(codeOf(await silvia.call('get /api/improvements?unit=sur'))[1]).toBe('out-of-scope');
  });

  it('goes on only after a decision, and back only with a reason', async () => {
    const id = await open(ana);
    const go = async (stage: string, note = '') => {
      const { last_event: seen } = await view(ana, id);
      const body = { stage, owner: null, due_date: null, note, seen };
      return codeOf(await ana.call(`post /api/improvements/${id}/stage`, { body }))[1];
    };
    expect(await go('consolidation')).toBeUndefined();
    expect(await go('report')).toBe('stage-needs-reason');
    expect(await go('collection')).toBe('stage-needs-reason');
    expect(await go('collection', 'Faltan datos.')).toBeUndefined();
    expect(await go('delegation', 'Urge.')).toBe('stage-needs-decision');
    const late = { stage: 'consolidation', owner: null, due_date: null, note: '', seen: 1 };
    expect(codeOf(await ana.call(`post /api/improvements/${id}/stage`, { body: late }))[1]).toBe(
      'improvement-moved',
    );
  });

  it('S-5: whoever opened it does not decide it', async () => {
    const id = await open(diego);
    const { status, body } = await decide(diego, id);
    expect([status, (body.refused ?? body).code]).toEqual([403, 'improvement-own']);
    expect(JSON.stringify(body)).toContain('Gloria Espinosa');
    expect((await view(diego, id)).leave.decide.may).toBe(false);
    expect((await decide(ana, id)).status).toBe(403);
    expect((await decide(gloria, id, 'reject')).status).toBe(200);
    expect(await view(gloria, id)).toMatchObject({ state: 'rejected', stage: 'decision' });
    expect(codeOf(await decide(gloria, id))[1]).toBe('improvement-ended');
  });

  it('S-2 and S-5: who is responsible moves no date, nor who asked for it', async () => {
    const id = await open(ana);
    const ofDiego = await act(ana, id, idOf('process-owner'));
    const ofSilvia = await act(ana, id, idOf('supervisor'));
    const ask = async (who: Caller, action: number, due_date = '2011-08-01') =>
      who.call(`post /api/improvement-actions/${action}/due-date`, {
        body: { due_date, reason: 'Falta el proveedor.' },
      });
    const decideMove = async (who: Caller, proposal: number) =>
      codeOf(
        await who.call(`post /api/proposals/${proposal}/decide`, {
          body: { decision: 'approved', reason: '' },
        }),
      );
    const first = (await ask(silvia, ofDiego)).body.proposal;
    expect((await decideMove(diego, first))[1]).toBe('barred-by-history');
    expect((await decideMove(gloria, first))[0]).toBe(200);
    const second = (await ask(silvia, ofSilvia)).body.proposal;
    expect((await decideMove(diego, second))[0]).toBe(200);
    const third = (await ask(diego, ofSilvia, '2011-08-09')).body.proposal;
    expect((await decideMove(diego, third))[1]).toBe('own-proposal');
    const [a, b] = (await view(ana, id)).shown_actions;
    expect([a.due_date, b.due_date]).toEqual(['2011-08-01', '2011-08-01']);
    expect(codeOf(await ask(silvia, ofSilvia, '2011-06-01'))[1]).toBe('action-date-past');
    const mine = (await silvia.call('get /api/improvements/actions')).body.actions;
    expect(mine).toMatchObject([{ id: ofSilvia, due_date: '2011-08-01', overdue: false }]);
  });

  it('S-4: who supplied the evidence does not accept it, nor who is responsible (S-2)', async () => {
    const id = await open(ana);
    const action = await act(ana, id, idOf('supervisor'));
    const done = { body: { evidence: 'El registro' } };
    expect(codeOf(await diego.call(`post /api/improvement-actions/${action}/done`, done))[1]).toBe(
      'action-of-another',
    );
    expect((await silvia.call(`post /api/improvement-actions/${action}/done`, done)).status).toBe(200);
    const more = await diego.call(`post /api/improvement-actions/${action}/evidence`, {
      body: { text: 'Fotos' },
    });
    const accept = (who: Caller, evidence: number) =>
      who.call(`post /api/action-evidence/${evidence}/accept`, { body: {} });
    const own = await accept(diego, more.body.id);
    expect(codeOf(own)[1]).toBe('evidence-own');
    expect(JSON.stringify(own.body)).toContain('Ana Pérez');
    expect((await accept(silvia, more.body.id)).status).toBe(403);
    expect((await accept(ana, more.body.id)).status).toBe(200);
    const ofDiego = await act(ana, id, idOf('process-owner'));
    await diego.call(`post /api/improvement-actions/${ofDiego}/done`, done);
    const shown = (await view(ana, id)).shown_actions[1].evidence[0].id;
    expect(codeOf(await accept(diego, shown))[1]).toBe('evidence-own');
  });

  it('closes only what is decided, done, shown and planned', async () => {
    const id = await open(ana);
    expect(codeOf(await close(gloria, id))[1]).toBe('improvement-undecided');
    await decide(diego, id);
    expect(codeOf(await close(gloria, id))[1]).toBe('proof-missing');
    expect((await close(diego, id)).status).toBe(403);
  });

  it('says of a proof that its plan is not the one decided on', async () => {
    const plan = {
      indicator: INDICATOR,
      only: { unit: ['norte'] },
      baseline: { from: '2011-05', to: '2011-05' },
      follow_up: null,
      comparison_units: [],
      meanwhile: [],
    };
    const put = (id: number, change: object) =>
      diego.call(`put /api/improvements/${id}/proof`, { body: { ...plan, ...change } });
    const warn = async (id: number): Promise<Json> => {
      const { body } = await ana.call(`get /api/improvements/${id}/proof`);
      return body.proof.warnings.find(({ code }: Json) => code.startsWith('proof-plan'));
    };
    const early = await open(ana);
    await put(early, {});
    expect((await decide(diego, early)).status).toBe(200);
    await put(early, { follow_up: { from: '2011-06', to: '2011-06' } });
    expect(await warn(early)).toBeUndefined();
    await put(early, { baseline: { from: '2011-06', to: '2011-06' } });
    expect((await warn(early)).text.es).toBe(
      'Con qué se prueba cambió después de la decisión: antes era «Plazo del débito automático», de mayo de 2011 a mayo de 2011, en norte.',
    );
    const { history } = await view(ana, early);
    expect(history[0].sentence).toBe('Diego Salazar cambió con qué se probará la mejora «Débito a tiempo».');
    const late = await open(ana);
    expect((await decide(diego, late)).status).toBe(200);
    await put(late, {});
    expect((await warn(late)).code).toBe('proof-plan-late');
  });

  it('S-3 and S-4: the author of an action and who accepted nothing', async () => {
    const id = await finish({ author: ana, responsible: [silvia, idOf('supervisor')], accepter: diego });
    const refused = await close(ana, id);
    expect(codeOf(refused)[1]).toBe('verifier-barred');
    expect(JSON.stringify(refused.body)).toContain('Gloria Espinosa');
    expect((await view(ana, id)).leave.close.why_not).toContain('Gloria Espinosa');
  });
});

const worked: Prove = async () => ({
  worked: true,
  sentence: { es: 'Bajó.', en: 'It fell.' },
  result: { change: '-83.3' },
});

/** Closes by a proof that is given: what may be proved is tested elsewhere. */
async function closeByProof(role: string, id: number): Promise<readonly string[]> {
  return server.host.write(async (institution) => {
    const who = institution.ledger.people.person(idOf(role), '2011-07-01') as Person;
    const { last_event: seen } = institution.ledger.improvements.find(id)!;
    return closeImprovement(institution, who, EVERYTHING, { id, note: 'Bajó.', seen }, worked);
  });
}
const refusedRules = async (role: string, id: number): Promise<Json> =>
  closeByProof(role, id).then(
    () => 'closed',
    ({ code, params }: Json) => [code, params.rules],
  );

describe('who may close an improvement, by what they did', () => {
  it('lets whom nothing bars, and freezes the proof', async () => {
    const id = await finish({ author: diego, responsible: [silvia, idOf('supervisor')], accepter: diego });
    expect(await closeByProof('analyst', id)).toEqual([]);
    const shown = await view(gloria, id);
    expect(shown).toMatchObject({
      state: 'closed',
      closings: [{ result: { change: '-83.3' }, relaxed: [] }],
    });
    const told = {
      audience: 'clients',
      channel: 'cartelera',
      text: 'Ahora en dos días.',
      units: null,
      told_on: '2011-07-01',
    };
    expect((await ana.call(`post /api/improvements/${id}/notices`, { body: told })).status).toBe(200);
    const again = { body: { stage: 'analysis', reason: 'Volvió a subir.' } };
    expect((await diego.call(`post /api/improvements/${id}/reopen`, again)).status).toBe(200);
    expect(await view(gloria, id)).toMatchObject({
      state: 'open',
      stage: 'analysis',
      told: { clients: true },
    });
  });

  it('S-1: not who set or approved the standard', async () => {
    const id = await finish({ author: diego, responsible: [silvia, idOf('supervisor')], accepter: diego });
    const { ledger } = server.host.current();
    // As the confirmation of a standard that came with the program is kept.
    ledger.as(idOf('analyst')).changeSetting(`confirmed/${INDICATOR}`, { version: 0, by: idOf('analyst') });
    expect(await refusedRules('analyst', id)).toEqual(['verifier-barred', ['S-1']]);
    expect(await refusedRules('management', id)).toBe('closed');
  });

  it('S-2, S-3, S-4 by an exception alone (S-14), which is kept with the closing and printed', async () => {
    const id = await finish({ author: ana, responsible: [silvia, idOf('supervisor')], accepter: diego });
    expect(await refusedRules('analyst', id)).toEqual(['verifier-barred', ['S-1', 'S-3']]);
    const asked = { rules: ['S-1', 'S-3'], until: '2011-12-31', reason: 'Somos pocos.' };
    const { proposal } = (await ada.call('post /api/exceptions', { body: asked })).body;
    const approved = { decision: 'approved', reason: '' };
    expect((await gloria.call(`post /api/proposals/${proposal}/decide`, { body: approved })).status).toBe(
      200,
    );
    expect(await closeByProof('analyst', id)).toEqual(['S-1', 'S-3']);
    const { closings, history } = await view(gloria, id);
    expect(closings[0].relaxed).toEqual(['S-1', 'S-3']);
    expect(history[0].sentence).toContain('por excepción no se exigió que');
  });

  it('counts two accounts of one human being as one person', async () => {
    const { ledger } = server.host.current();
    const person = {
      login: 'otra-ana',
      name: 'Ana P.',
      email: null,
      language: 'es' as const,
      staff_name: 'Ana Pérez B.',
      grants: [
        { role: 'process-owner' as const, units: null, processes: ['debito-automatico'], until: null },
      ],
    };
    for (const [login, role] of [
      ['otra-ana', 'process-owner'],
      ['esta-ana', 'analyst'],
    ] as const) {
      const grants = [
        { role, units: null, processes: role === 'analyst' ? null : ['debito-automatico'], until: null },
      ];
      const { proposal } = ledger.as(idOf('administrator')).proposals.propose(
        {
          kind: 'new-person',
          subject: login,
          payload: { person: { ...person, login, grants } },
          reason: 'entra',
        },
        '2011-07-01',
      );
      ledger.as(idOf('management')).proposals.decide(proposal.id, 'approved', '', '2011-07-01');
      ids[`demo-${login}`] = ledger.people.findByLogin(login)!.id;
    }
    const id = await finish({ author: diego, responsible: [silvia, idOf('supervisor')], accepter: diego });
    const action = ledger.as(idOf('otra-ana')).improvements.actions.write(id, {
      kind: 'preventive',
      text: 'Alarma',
      responsible: idOf('supervisor'),
      due_date: '2011-07-30',
    });
    const done = { body: { evidence: 'La alarma' } };
    await silvia.call(`post /api/improvement-actions/${action}/done`, done);
    const [, second] = (await view(gloria, id)).shown_actions;
    await diego.call(`post /api/action-evidence/${second.evidence[0].id}/accept`, { body: {} });
    ledger.exceptions.end(1);
    expect(await refusedRules('esta-ana', id)).toEqual(['verifier-barred', ['S-3']]);
  });

  it('leaves a chain that holds, every act with its name', () => {
    const { ledger } = server.host.current();
    expect(ledger.verifyChain()).toMatchObject({ broken: [], findings: [] });
    expect(
      ledger.trail.list({ kind: 'improvement-closed', limit: 9 }).every(({ actor }) => actor !== null),
    ).toBe(true);
  });
});
