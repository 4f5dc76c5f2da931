import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdfText } from '../journeys/read-pdf-text.ts';
import { type Caller, type Json, startTestServer, type TestServer } from '../journeys/start-server.ts';

type Desk = 'executive' | 'technician' | 'supervisor' | 'analyst' | 'auditor';

const START = '2026-07-01T14:00:00.000Z';
const DEBIT = {
  data_match: 'si',
  requester: 'titular',
  signature_equal: true,
  main_holder: true,
  account_holder: true,
  payment_due: '2026-07-28',
};
const DEBIT_PAPERS = ['cedula', 'tarjeta', 'autorizacion'];
const DEBIT_STEPS = ['informa', 'da-formulario', 'llena', 'comprueba', 'registra', 'dice-fecha'];
const COMPLAINT = {
  complained_process: 'cuentas',
  category: 'mala-atencion',
  operation: 'nacional',
  description: 'Me cobraron dos veces la misma cuota.',
  contact: '0990000000',
};

let server: TestServer;
let now = START;
let desk: Record<Desk, Caller>;
let nobody: Caller;
let keys = 0;

const toKey = (): string => `clave-${String((keys += 1)).padStart(6, '0')}`;

/** Moves the clock and signs everybody in again: sessions do not last for days. */
async function moveTo(at: string): Promise<void> {
  now = at;
  const roles = ['executive', 'technician', 'supervisor', 'analyst', 'auditor'] as const;
  const callers = await Promise.all(roles.map((role) => server.as(role)));
  desk = Object.fromEntries(roles.map((role, index) => [role, callers[index]])) as Record<Desk, Caller>;
}

const toDebit = (more: Json = {}): Json => ({
  key: toKey(),
  attendance: null,
  procedure: 'debito-automatico',
  unit: 'norte',
  client: 'CL-77',
  channel: 'ventanilla',
  core_number: null,
  linked_to: null,
  fields: DEBIT,
  papers: DEBIT_PAPERS,
  steps: DEBIT_STEPS.map((id) => ({ id, at: now })),
  ...more,
});

async function openDebit(more: Json = {}): Promise<Json> {
  const { body, status } = await desk.executive.call('post /api/cases', { body: toDebit(more) });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

const view = async (number: string, who: Desk = 'supervisor'): Promise<Json> =>
  (await desk[who].call(`get /api/cases/one/${number}`)).body;

async function act(who: Desk, number: string, action: string, fields: Json = {}, more: Json = {}) {
  const seen = (await view(number)).events?.at(-1).id ?? 1_000_000;
  return desk[who].call(`post /api/cases/one/${number}/acts`, {
    body: { key: toKey(), action, seen, fields, note: null, ...more },
  });
}

async function done(who: Desk, number: string, action: string, fields: Json = {}): Promise<void> {
  const { body, status } = await act(who, number, action, fields);
  expect(status, `${action}: ${JSON.stringify(body)}`).toBe(200);
}

async function complain(fields: Json = {}): Promise<Json> {
  const { body, status } = await nobody.call('post /api/public/complaints', {
    body: {
      key: toKey(),
      procedure: 'reclamo',
      unit: 'norte',
      client: 'CL-9',
      fields: { ...COMPLAINT, ...fields },
    },
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

const follow = (number: string, code: string) =>
  nobody.call('post /api/public/cases', { body: { number, code } });

const ANSWER = { founded: 'no', answer: 'Revisamos el cobro y es correcto.' };

beforeAll(async () => {
  server = await startTestServer({ world: 'tiny', clock: () => now });
  nobody = await server.as(null);
  await moveTo(START);
}, 60_000);
afterAll(async () => {
  expect(server.failures).toEqual([]);
  expect(server.host.current().ledger.verifyChain().findings).toEqual([]);
  await server.stop();
});

describe('a case opened at the desk', () => {
  it('is opened once by a key, and another body with it is refused', async () => {
    const body = toDebit();
    const calls = await Promise.all([1, 2, 3].map(() => desk.executive.call('post /api/cases', { body })));
    expect(new Set(calls.map((call) => JSON.stringify(call.body))).size).toBe(1);
    const other = await desk.executive.call('post /api/cases', { body: { ...body, client: 'CL-78' } });
    expect(other.body.refused.code).toBe('key-used');
    const [, , count] = calls[0]!.body.number.split('-');
    expect((await openDebit()).number).toBe(`DA-2026-${String(Number(count) + 1).padStart(6, '0')}`);
  });

  it('needs its papers and its steps in their order', async () => {
    const refuse = async (more: Json) =>
      (await desk.executive.call('post /api/cases', { body: toDebit(more) })).body.refused;
    expect((await refuse({ papers: ['cedula', 'tarjeta'] })).sentence).toMatch(/Autorización de débito/);
    expect((await refuse({ steps: [] })).code).toBe('step-missing');
    expect((await refuse({ fields: { ...DEBIT, requester: undefined } })).code).toBe('field-missing');
    expect((await refuse({ channel: 'paloma' })).code).toBe('channel-unknown');
    expect((await refuse({ client: ' ' })).code).toBe('client-missing');
    expect((await refuse({ fields: { ...DEBIT, payment_due: '2026-06-30' } })).code).toBe('date-past');
    expect((await refuse({ unit: 'sur' })).code).toBe('out-of-scope');
  });

  it('keeps no card number and no PIN, wherever they are typed', async () => {
    const { number } = await openDebit();
    const texts: [string, Promise<{ body: Json }>][] = [
      ['card', desk.executive.call('post /api/cases', { body: toDebit({ client: '4111 1111 1111 1111' }) })],
      [
        'card',
        desk.executive.call('post /api/cases', { body: toDebit({ core_number: '4111111111111111' }) }),
      ],
      ['pin', act('executive', number, 'anular', { annulment: 'Su clave es 4321' })],
      ['pin', act('executive', number, 'enviar-respaldos', {}, { note: 'PIN: 998877' })],
      [
        'card',
        desk.executive.call(`post /api/cases/one/${number}/notes`, {
          body: { note: 'tarjeta 4111-1111-1111-1111', core_number: null },
        }),
      ],
    ];
    for (const [what, call] of texts)
      expect((await call).body.refused).toMatchObject({ code: 'secret-typed', params: { what } });
    const { body } = await nobody.call('post /api/public/complaints', {
      body: {
        key: toKey(),
        procedure: 'reclamo',
        unit: null,
        client: null,
        fields: { ...COMPLAINT, description: 'Mi clave 1234 no sirve' },
      },
    });
    expect(body.refused.sentence).toMatch(/«Cuente qué pasó y qué pide»/);
    // Digests are digits too: four of theirs in a row are nobody's card.
    const trail = JSON.stringify(server.host.current().ledger.trail.list({ limit: 200 }));
    expect(trail.replaceAll(/[0-9a-f]{64}/g, '')).not.toMatch(/4111|998877/);
  });

  it('measures the minutes of attention, and discards a screen left open with its reason', async () => {
    const attend = async () =>
      (await desk.executive.call('post /api/cases/attendances', { body: { procedure: 'debito-automatico' } }))
        .body.id;
    const at = (minutes: number) => {
      now = new Date(Date.parse(START) + minutes * 60_000).toISOString();
    };
    const first = await attend();
    at(9);
    await desk.executive.call(`post /api/cases/attendances/${first}/seen`);
    at(12);
    const measured = await view((await openDebit({ attendance: first })).number);
    expect(measured.handling).toEqual({ minutes: 12, why: null });
    const left = await attend();
    at(23);
    const idle = await view((await openDebit({ attendance: left })).number);
    expect(idle.handling.minutes).toBeNull();
    expect(idle.handling.why.es).toMatch(/quedó abierta más de 10 minutos/);
    const unsaid = await attend();
    const leave = (reason: string) =>
      desk.executive.call(`post /api/cases/attendances/${unsaid}/discard`, { body: { reason } });
    expect((await leave('  ')).body.refused.code).toBe('discard-reason-missing');
    expect((await leave('Se fue.')).status).toBe(200);
    const older = await attend();
    await attend();
    const { body } = await desk.executive.call(`post /api/cases/attendances/${older}/seen`);
    expect(body.open).toBe(false);
    now = START;
  });
});

describe('a case being worked', () => {
  it('tells who did something since it was seen, instead of doing it over', async () => {
    const { number } = await openDebit();
    const seen = (await view(number)).events.at(-1).id;
    await done('executive', number, 'enviar-respaldos');
    const late = await act('technician', number, 'devolver', { missing: 'x' }, { seen });
    expect(late.status).toBe(409);
    expect(late.body.refused.sentence).toMatch(/^Ana Mora hizo algo con el caso/);
  });

  it('does an act once by its key', async () => {
    const { number } = await openDebit();
    const body = { key: toKey(), action: 'enviar-respaldos', seen: 1e6, fields: {}, note: null };
    const again = () => desk.executive.call(`post /api/cases/one/${number}/acts`, { body });
    const [first, second] = [await again(), await again()];
    expect(second.body).toEqual(first.body);
    expect((await view(number)).events).toHaveLength(2);
  });

  it('lets each role do its own, and nobody else theirs', async () => {
    const { number } = await openDebit();
    expect((await act('technician', number, 'enviar-respaldos')).body.refused.code).toBe('act-not-yours');
    expect((await act('executive', number, 'activar')).body.refused.code).toBe('act-not-now');
    // An analyst works complaints; of a request every act is the desk's.
    expect((await act('analyst', number, 'enviar-respaldos')).body.refused.code).toBe('act-not-yours');
    expect((await act('auditor', number, 'enviar-respaldos')).status).toBe(403);
    const ids = async (who: Desk) => (await view(number, who)).acts.map(({ id }: Json) => id);
    expect(await ids('technician')).toEqual([]);
    expect(await ids('executive')).toEqual(['enviar-respaldos', 'anular']);
  });

  it('stops its clock while it waits for the client', async () => {
    const { number } = await openDebit();
    await done('executive', number, 'enviar-respaldos');
    await done('technician', number, 'devolver', { missing: 'Falta la firma.' });
    const waiting = await view(number);
    expect(waiting.due).toMatchObject({ at: null, standing: 'waiting' });
    await moveTo('2026-07-03T14:00:00.000Z');
    await done('executive', number, 'completar');
    expect((await view(number)).due.at).toBe('2026-07-04T14:00:00.000Z');
    await moveTo(START);
  });

  it('tells which steps are to come, which only where needed, and which it did without', async () => {
    const { number } = await openDebit();
    const steps = async () =>
      Object.fromEntries(
        (await view(number)).steps.map(({ name, at, comes }: Json) => [
          name.es,
          at === null ? comes : 'done',
        ]),
      );
    expect(await steps()).toMatchObject({
      'Registra la solicitud': 'done',
      'Valida e ingresa el débito': 'yes',
      'Completa y envía de nuevo': 'perhaps',
      'Activa a mano': 'perhaps',
      'Cierra la solicitud': 'yes',
    });
    await done('executive', number, 'enviar-respaldos');
    await done('technician', number, 'recibir-respaldos');
    await done('technician', number, 'ingresar');
    await done('technician', number, 'activar-a-mano', { by_hand: 'Falló el proceso.' });
    expect(await steps()).toMatchObject({
      'Completa y envía de nuevo': 'no',
      'Activa por la noche': 'no',
      'Activa a mano': 'done',
    });
  });

  it('annulled has no outcome, and the log of its procedure leaves it out and says so', async () => {
    const log = async () => (await desk.analyst.call('get /api/logs/worked-prestamo-inmediato')).body;
    const loan = toDebit({
      procedure: 'prestamo-inmediato',
      fields: {
        data_match: 'si',
        requester: 'titular',
        identity: 'ambas',
        main_holder: true,
        available_limit: 2500,
        amount: 1200,
        term: 12,
      },
      papers: ['cedula', 'copia-cedula', 'tarjeta', 'solicitud', 'comprobante'],
      steps: [
        'informa',
        'consulta-cupo',
        'da-solicitud',
        'genera-comprobante',
        'firma',
        'registra',
        'dice-plazo',
      ].map((id) => ({ id, at: now })),
    });
    const numbers: string[] = [];
    for (const key of [toKey(), toKey()]) {
      const { body, status } = await desk.executive.call('post /api/cases', { body: { ...loan, key } });
      expect(status, JSON.stringify(body)).toBe(200);
      numbers.push(body.number);
    }
    const [number, other] = numbers as [string, string];
    await done('executive', number, 'enviar-respaldos');
    await done('technician', number, 'recibir-respaldos');
    await done('technician', number, 'aprobar');
    expect((await view(number)).outcome.es).toBe('Aprobado');
    await done('technician', number, 'anular-en-tarjetas', { annulment: 'El cliente desistió.' });
    expect((await view(number)).outcome).toBeNull();
    const seen = await log();
    expect(JSON.stringify(seen)).toContain('Un caso anulado no se mira aquí.');
    expect(seen.log.cases).toBe(1);
    expect(other).not.toBe(number);
  });

  it('goes back to who opened it when it is returned, and keeps what was promised', async () => {
    const procedure = 'activacion-tarjeta';
    const fields = { data_match: 'si', requester: 'titular', challenge_passed: true, signature_equal: true };
    const { procedures } = (await desk.executive.call('get /api/cases/procedures')).body;
    const { steps } = procedures.find(({ id }: Json) => id === procedure);
    const check = await desk.executive.call('post /api/cases/check', { body: { procedure, fields } });
    const opening = toDebit({ procedure, fields, papers: check.body.papers });
    const body = { ...opening, steps: steps.map(({ id }: Json) => ({ id, at: now })) };
    const { number, todo, receipt } = (await desk.executive.call('post /api/cases', { body })).body;
    expect(todo.es).toMatch(/^Enviar los respaldos/);
    const { promise, assigned_to: opener } = await view(number);
    expect(receipt.es).toContain(promise.es);
    expect(promise.es).toMatch(/3 de julio de 2026/);
    await done('executive', number, 'enviar-respaldos');
    expect((await view(number)).assigned_to).toBeNull();
    await done('technician', number, 'devolver', { missing: 'Falta la firma.' });
    const returned = await view(number);
    expect(returned).toMatchObject({ promise, assigned_to: opener, due: { standing: 'waiting' } });
    // What ends it for nothing comes last, and is told as such.
    expect(returned.acts.map(({ annuls }: Json) => annuls)).toEqual([false, true]);
    // Opened again with the same key it says what it said.
    expect((await desk.executive.call('post /api/cases', { body })).body.receipt).toEqual(receipt);
    const { response } = await desk.executive.call(`get /api/cases/one/${number}/receipt`);
    const paper = readPdfText(new Uint8Array(await response.arrayBuffer())).replaceAll('\n', ' ');
    expect(paper).toContain('3 de julio de 2026');
    expect(paper).not.toContain('48 horas');
  });

  it('is told in Inicio to whom it is given and to whose role it waits for, as the lists count them', async () => {
    const { number } = await openDebit();
    await done('executive', (await openDebit()).number, 'enviar-respaldos');
    const told = async (who: Desk, kind: string) =>
      (await desk[who].call('get /api/home')).body.needs.find((need: Json) => need.kind === kind)?.n ?? 0;
    const listed = async (who: Desk, query: string) =>
      (await desk[who].call(`get /api/cases?${query}`)).body.of;
    for (const who of ['executive', 'technician'] as const)
      for (const assigned of ['mine', 'turn'])
        expect(await told(who, `cases-${assigned}`)).toBe(await listed(who, `assigned=${assigned}`));
    expect(await told('executive', 'cases-mine')).toBeGreaterThan(0);
    expect(await told('technician', 'cases-turn')).toBeGreaterThan(0);
    const own = (await desk.executive.call('get /api/today?mine=1')).body;
    const lines = own.groups.flatMap((group: Json) => group.lines);
    expect(lines.find((line: Json) => line.number === number)).toMatchObject({
      state: { es: 'Registrado; falta enviar los respaldos' },
      turn: { es: 'Ejecutivo bancario' },
    });
    // Theirs, and nobody's that wait for their role.
    expect(new Set(lines.map(({ person }: Json) => person ?? 'Ana Mora'))).toEqual(new Set(['Ana Mora']));
    const [first, second] = [
      await listed('executive', 'assigned=mine'),
      await listed('executive', 'assigned=turn'),
    ];
    expect(own.groups.reduce((sum: number, { n }: Json) => sum + n, 0)).toBe(first + second);
    expect(await listed('executive', 'assigned=desk')).toBe(first + second);
    // Given to whose role it does not wait for: done, and said.
    const { people } = (await desk.supervisor.call('get /api/cases')).body;
    const technician = people.find(({ roles }: Json) => roles.includes('technician')).id;
    const given = await desk.supervisor.call('post /api/cases/assign', {
      body: { numbers: [number], to: technician },
    });
    expect(given.body).toMatchObject({ assigned: 1, refused: [], waiting: [{ number }] });
    expect(given.body.waiting[0].why.es).toContain('Ejecutivo bancario');
  });

  it('shows whose case it is to who works it, and a code to others', async () => {
    const { number } = await openDebit();
    expect((await view(number, 'technician')).client).toBe('CL-77');
    expect((await view(number, 'analyst')).client).toMatch(/^cliente [0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const find = async (who: Desk, q: string) => (await desk[who].call(`get /api/cases?q=${q}`)).body;
    expect((await find('executive', 'cl-77')).of).toBeGreaterThan(0);
    expect((await find('analyst', 'cl-77')).refused.code).toBe('case-search-by-number');
    expect((await find('analyst', 'cl-77&kind=reclamo')).of).toBe(0);
    expect((await find('analyst', number)).of).toBe(1);
  });

  it('is out of reach of a supervisor of another unit, whatever is asked', async () => {
    const { number } = await openDebit();
    const { ledger } = server.host.current();
    const { proposal } = ledger.as('p1').proposals.propose(
      {
        kind: 'new-person',
        subject: 'lejos',
        payload: {
          person: {
            login: 'lejos',
            name: 'Lía Lejos',
            email: null,
            language: 'es',
            staff_name: null,
            grants: [{ role: 'supervisor', units: ['sur'], processes: null, until: null }],
          },
        },
        reason: 'prueba',
      },
      '2026-07-01',
    );
    ledger.as('p5').proposals.decide(proposal.id, 'approved', '', '2026-07-01');
    const person = ledger.people.findByLogin('lejos')!;
    const secret = 'x'.repeat(43);
    const { createHash } = await import('node:crypto');
    ledger.sessions.start({
      person_id: person.id,
      digest: createHash('sha256').update(secret).digest('hex'),
      factor: 'demo',
      expires_at: '2026-07-02T00:00:00.000Z',
      ip: '127.0.0.1',
      agent: 'x',
    });
    const cookie = desk.supervisor.cookie.replace(/=.*/, `=${secret}`);
    const call = async (path: string, body?: Json) => {
      const response = await fetch(`${server.url}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { cookie, origin: server.url, ...(body && { 'content-type': 'application/json' }) },
        body: body ? JSON.stringify(body) : null,
      });
      return { status: response.status, body: (await response.json()) as Json };
    };
    expect((await call(`/api/cases/one/${number}`)).body.refused.code).toBe('out-of-scope');
    expect((await call(`/api/cases/one/${number}/receipt`)).body.refused.code).toBe('out-of-scope');
    expect((await call('/api/cases')).body).toMatchObject({ of: 0, units: [] });
    expect((await call('/api/cases?unit=norte')).body.refused.code).toBe('out-of-scope');
    const acted = { key: toKey(), action: 'anular', seen: 1e6, fields: { annulment: 'x' }, note: null };
    expect((await call(`/api/cases/one/${number}/acts`, acted)).body.refused.code).toBe('out-of-scope');
    const noted = await call(`/api/cases/one/${number}/notes`, { note: 'x', core_number: null });
    expect(noted.body.refused.code).toBe('out-of-scope');
    const given = await call('/api/cases/assign', { numbers: [number], to: person.id });
    expect(given.body).toMatchObject({ assigned: 0, refused: [{ number }] });
    const ran = { ran_at: '2026-07-01T08:00', failed: [{ number, reason: 'x' }] };
    expect((await call('/api/cases/batches/debito-automatico', ran)).body.refused.code).toBe(
      'batch-not-waiting',
    );
  });
});

describe('the nightly batch', () => {
  it('leaves pending what did not enter, and the same again changes nothing', async () => {
    const numbers: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const { number } = await openDebit();
      await done('executive', number, 'enviar-respaldos');
      await done('technician', number, 'recibir-respaldos');
      await done('technician', number, 'ingresar');
      numbers.push(number);
    }
    const [failed, ...entered] = numbers as [string, string, string];
    // What waits for the batch is on the desk of whoever registers it, and of nobody else's.
    const waits = async (who: Desk): Promise<string[]> => {
      const { groups } = (await desk[who].call('get /api/today?mine=1')).body;
      return groups.flatMap(({ lines }: Json) =>
        lines.flatMap((line: Json) => (line.batch ? line.number : [])),
      );
    };
    expect(await waits('technician')).toEqual(expect.arrayContaining(numbers));
    expect(await waits('executive')).toEqual([]);
    expect((await view(failed)).batch).toBe(true);
    const run = (ran_at: string) =>
      desk.technician.call('post /api/cases/batches/debito-automatico', {
        body: { ran_at, failed: [{ number: failed, reason: 'Cuenta bloqueada.' }] },
      });
    expect((await run('2026-07-01T22:00')).body.refused.code).toBe('batch-in-future');
    await moveTo('2026-07-02T13:00:00.000Z');
    expect((await run('2026-07-01T22:00')).body).toEqual({ done: 2, failed: 1 });
    const links = server.host.current().ledger.trail.head().seq;
    expect((await run('2026-07-01T22:00')).body).toEqual({ done: 0, failed: 0 });
    expect(server.host.current().ledger.trail.head().seq).toBe(links);
    const unnamed = await desk.technician.call('post /api/cases/batches/debito-automatico', {
      body: { ran_at: '2026-07-01T22:00', failed: [] },
    });
    expect(unnamed.body).toEqual({ done: 0, failed: 0 });
    const { batches } = (await desk.technician.call('get /api/cases/batches')).body;
    expect(batches[0].waiting[0].since).toBe('2026-07-02T03:00:00.000Z');
    expect(batches[0]).toMatchObject({
      procedure: 'debito-automatico',
      last: { at: '2026-07-02T03:00:00.000Z', done: 2, failed: 1 },
    });
    expect(batches[0].waiting.map(({ number }: Json) => number)).toEqual([failed]);
    const active = await view(entered[0]);
    expect(active).toMatchObject({ answered_at: '2026-07-02T03:00:00.000Z', state: { id: 'cerrado' } });
    expect(active.due.standing).toBe('answered-on-time');
    const { number: late } = await openDebit();
    await done('executive', late, 'enviar-respaldos');
    await done('technician', late, 'recibir-respaldos');
    await done('technician', late, 'ingresar');
    const refused = await desk.technician.call('post /api/cases/batches/debito-automatico', {
      body: { ran_at: '2026-07-01T22:00', failed: [{ number: late, reason: 'Cuenta bloqueada.' }] },
    });
    expect(refused.body.refused).toMatchObject({ code: 'batch-too-late', params: { number: late } });
    expect(refused.body.refused.sentence).toMatch(/2 de julio de 2026, 08:00.*1 de julio de 2026, 22:00/);
    expect((await view(late)).state.id).toBe('pendiente-activacion');
    await done('technician', late, 'devolver-pendiente', { missing: 'La cuenta está bloqueada.' });
    await done('executive', late, 'completar');
    await done('technician', late, 'recibir-respaldos');
    await done('technician', late, 'ingresar');
    await done('supervisor', late, 'anular-en-tarjetas', { annulment: 'El cliente desiste.' });
    await done('supervisor', entered[0], 'reabrir', { reopening: 'No debitó.' });
    await done('technician', failed, 'activar-a-mano', { by_hand: 'Se desbloqueó.' });
    expect((await view(failed)).state.id).toBe('cerrado');
    // Closed today, unlike those that the batch of last night closed and the one that was annulled.
    expect((await desk.supervisor.call('get /api/today')).body.sentence.es).toContain('; hoy terminó 1');
    await moveTo(START);
  });
});

describe('a complaint', () => {
  it('is answered in time to the end of the fifteenth local day, and late after it', async () => {
    const [inTime, late] = [await complain(), await complain()];
    expect(inTime.number).toMatch(/^R-2026-\d{6}$/);
    expect(inTime.due_at).toBe('2026-07-17T04:59:59.999Z');
    expect(inTime.receipt.es).toMatch(/16 de julio de 2026/);
    for (const { number } of [inTime, late])
      await done('supervisor', number, 'analizar', { importance: 'alta' });
    await moveTo('2026-07-17T04:30:00.000Z');
    expect((await view(inTime.number)).due.standing).toBe('due-today');
    await done('supervisor', inTime.number, 'responder', ANSWER);
    await moveTo('2026-07-17T05:00:00.000Z');
    expect((await view(late.number)).due.standing).toBe('overdue');
    await done('supervisor', late.number, 'responder', ANSWER);
    const stands = async ({ number }: Json) => (await view(number)).due.standing;
    expect([await stands(inTime), await stands(late)]).toEqual(['answered-on-time', 'answered-late']);
    await done('supervisor', inTime.number, 'reabrir', { reopening: 'No está conforme.' });
    expect((await view(inTime.number)).answered_at).toBeNull();
    await moveTo(START);
  });

  it('from abroad has sixty days, and where no rule is known it says so', async () => {
    const abroad = await complain({ operation: 'exterior' });
    expect(abroad.due_at).toBe('2026-08-31T04:59:59.999Z');
    const { ledger } = server.host.current();
    const profile = ledger.findSetting('institution')!.value as object;
    ledger.changeSetting('institution', { ...profile, kind: 'cooperativa' });
    const { number, due_at, receipt } = await complain();
    expect(receipt.es).toMatch(/la institución le dirá la fecha/);
    ledger.changeSetting('institution', profile);
    expect(due_at).toBeNull();
    const { due } = await view(number);
    expect(due.standing).toBe('unknown');
    expect(due.sentence.es).toMatch(/quien responde por cumplimiento debe decidirlo/);
    expect((await desk.supervisor.call('get /api/cases?due=unknown')).body.cases[0].number).toBe(number);
  });

  it('is never given to the person complained about, who sees nothing of it', async () => {
    const { number } = await complain({ about: 'ANA  MORA' });
    const other = await complain();
    const { people } = (await desk.supervisor.call('get /api/cases')).body;
    const ana = people.find(({ name }: Json) => name === 'Ana Mora').id;
    const { body } = await desk.supervisor.call('post /api/cases/assign', {
      body: { numbers: [number, other.number, 'R-2026-999999'], to: ana },
    });
    expect(body.assigned).toBe(1);
    expect(body.refused.map((one: Json) => one.number).toSorted()).toEqual([number, 'R-2026-999999']);
    expect((await view(number)).people.map(({ id }: Json) => id)).not.toContain(ana);
    expect((await view(number, 'executive')).refused.code).toBe('case-about-you');
    expect((await act('executive', number, 'acusar')).body.refused.code).toBe('case-about-you');
    expect((await desk.executive.call(`get /api/cases?q=${number}`)).body.of).toBe(0);
    const told = { ...COMPLAINT, about: 'Mora, Ana' };
    const opening = toDebit({
      procedure: 'reclamo',
      fields: told,
      papers: [],
      steps: [{ id: 'recibe', at: now }],
    });
    const own = await desk.executive.call('post /api/cases', { body: opening });
    expect((await view(own.body.number)).assigned_to).toBeNull();
  });

  it('keeps off all who may be meant until a supervisor settles whom it is about', async () => {
    const { number } = await complain({ about: 'la señorita Ana, de cajas' });
    const open = async (): Promise<number> =>
      (await desk.executive.call('get /api/cases')).body.kinds.find(({ id }: Json) => id === 'reclamo').n;
    const before = await open();
    expect((await view(number, 'executive')).refused.code).toBe('case-about-you');
    expect((await desk.executive.call('get /api/cases?kind=reclamo')).body.of).toBe(before);
    const today = async () => (await desk.executive.call('get /api/today')).body;
    expect(JSON.stringify((await today()).groups)).not.toContain(number);
    const handsOf = async () => (await today()).people.find(({ name }: Json) => name === 'Silvia Morán').open;
    const { people } = (await desk.supervisor.call('get /api/cases')).body;
    const silvia = people.find(({ name }: Json) => name === 'Silvia Morán').id;
    const inHand = await handsOf();
    const given = await desk.supervisor.call('post /api/cases/assign', {
      body: { numbers: [number], to: silvia },
    });
    expect(given.body.assigned).toBe(1);
    expect(await handsOf()).toBe(inHand);
    await done('supervisor', number, 'analizar', { importance: 'baja' });
    const told = (await today()).sentence.es;
    await done('supervisor', number, 'responder', ANSWER);
    expect((await today()).sentence.es).toBe(told);
    await done('supervisor', number, 'reabrir', { reopening: 'Falta algo.' });
    expect(JSON.stringify((await desk.supervisor.call('get /api/today')).body.groups)).toContain(number);
    expect(
      (await act('executive', number, 'precisar', { about_settled: 'Ana Ruiz' })).body.refused.code,
    ).toBe('case-about-you');
    await done('supervisor', number, 'precisar', { about_settled: 'Ana Ruiz' });
    expect((await view(number, 'executive')).client).toBe('CL-9');
    expect(await open()).toBe(before + 1);
    await done('supervisor', number, 'precisar', { about_settled: 'Mora Ana' });
    expect((await view(number, 'executive')).refused.code).toBe('case-about-you');
  });

  it('is read by who works it; others are told that there is a text, and an analyst leaves a trace', async () => {
    const { number } = await complain({ about: 'Otra persona' });
    const supervisor = JSON.stringify(await view(number));
    const auditor = JSON.stringify(await view(number, 'auditor'));
    for (const text of [COMPLAINT.description, COMPLAINT.contact, 'Otra persona', 'CL-9']) {
      expect(supervisor).toContain(text);
      expect(auditor).not.toContain(text);
    }
    expect(auditor).toContain('Texto reservado a quien atiende el caso');
    const { trail } = server.host.current().ledger;
    const traces = () => trail.list({ kind: 'revealed', object: number, limit: 9 }).length;
    const listed = (await desk.analyst.call(`get /api/cases?q=${number}`)).body.cases[0];
    expect([listed.client, traces()]).toEqual([expect.stringMatching(/^cliente /), 0]);
    expect((await view(number, 'analyst')).client).toBe('CL-9');
    await view(number, 'analyst');
    expect(traces()).toBe(1);
  });

  it('asks the client, who reads what is asked and replies; earlier answers stay when it is reopened', async () => {
    const { number, follow_code: code } = await complain();
    const reply = (text: string, key = toKey()) =>
      nobody.call('post /api/public/cases/reply', { body: { key, number, code, text } });
    const rate = (satisfaction: number) =>
      nobody.call('post /api/public/cases/rate', { body: { number, code, satisfaction, comment: null } });
    await done('supervisor', number, 'analizar', { importance: 'media' });
    expect((await reply('Hola')).body.refused.code).toBe('reply-not-awaited');
    await done('supervisor', number, 'pedir-informacion', { question: '¿En qué fecha fue el cobro?' });
    const asked = (await follow(number, code)).body;
    expect(asked.may_write).toBe(true);
    expect(asked.events.at(-1).details[0].text.es).toBe('¿En qué fecha fue el cobro?');
    const line = async () => (await desk.supervisor.call(`get /api/cases?q=${number}`)).body.cases[0];
    expect((await line()).client_wrote).toBe(false);
    await moveTo('2026-07-04T14:00:00.000Z');
    const key = toKey();
    expect((await reply('Fue el 3 de junio.', key)).status).toBe(200);
    await moveTo('2026-07-06T14:00:00.000Z');
    expect((await line()).client_wrote).toBe(true);
    const board = (await desk.supervisor.call('get /api/today')).body;
    const lines = board.groups.flatMap((group: Json) => group.lines);
    expect(lines.find((one: Json) => one.number === number)).toMatchObject({ client_wrote: true });
    // Whom it is about may be settled meanwhile: that asks nothing of the client.
    await done('supervisor', number, 'precisar', { about_settled: 'Nadie Conocido' });
    // The wait was over with the reply, whenever it is read.
    const { fields } = await view(number);
    expect(fields.find(({ label }: Json) => label.es === 'Espera del cliente').text.es).toMatch(
      /^(?:72 h|3 días)\./,
    );
    expect((await reply('Fue el 3 de junio.', key)).status).toBe(200);
    expect((await reply('   ')).body.refused.code).toBe('reply-empty');
    const written = (await view(number)).events.filter(({ kind }: Json) => kind === 'client-wrote');
    expect(written.map(({ details }: Json) => details[0].text.es)).toEqual(['Fue el 3 de junio.']);
    expect(JSON.stringify(await view(number, 'auditor'))).not.toContain('3 de junio');
    await done('supervisor', number, 'recibir-informacion', { client_reply: 'Fue el 3.' });
    await done('supervisor', number, 'responder', {
      founded: 'si',
      cause: 'sistema',
      redress: 'Devolvemos 12 dólares.',
      answer: 'Tenía razón.',
    });
    expect((await rate(2)).status).toBe(200);
    await done('supervisor', number, 'reabrir', { reopening: 'Faltó un cobro.' });
    const reopened = (await follow(number, code)).body;
    expect(reopened).toMatchObject({ answer: null, may_write: false, may_rate: false });
    expect(JSON.stringify(reopened.events)).toMatch(/Devolvemos 12 dólares.*Tenía razón/);
    await done('supervisor', number, 'responder', ANSWER);
    const again = (await follow(number, code)).body;
    expect(again).toMatchObject({ answer: { es: ANSWER.answer }, may_rate: true, satisfaction: null });
    expect(JSON.stringify(again.events)).toContain('Tenía razón.');
    expect((await rate(5)).status).toBe(200);
    expect((await rate(5)).body.refused.code).toBe('rated-already');
    expect((await follow(number, code)).body.satisfaction).toBe(5);
  });

  it('is followed by its number and code alone, and rated once after the answer', async () => {
    const { number, follow_code: code } = await complain({
      description: '<img src=x onerror=alert(1)> hola',
    });
    const wrong = [await follow(number, 'AAAA-BBBB-CCCC'), await follow('R-2026-777777', code)];
    expect(new Set(wrong.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(wrong[0]!.status).toBe(404);
    const typed = await follow(number.toLowerCase(), code.toLowerCase().replaceAll('-', ' '));
    expect(typed.body).toMatchObject({ number, may_rate: false, answer: null });
    expect(typed.body.escalate.es).toMatch(/Superintendencia de Bancos/);
    const rate = (satisfaction: number) =>
      nobody.call('post /api/public/cases/rate', { body: { number, code, satisfaction, comment: 'Bien.' } });
    expect((await rate(4)).body.refused.code).toBe('rating-too-early');
    await done('supervisor', number, 'analizar', { importance: 'baja' });
    await done('supervisor', number, 'responder', ANSWER);
    const answered = (await follow(number, code)).body;
    expect(answered).toMatchObject({ answer: { es: ANSWER.answer }, may_rate: true });
    expect(JSON.stringify(answered)).not.toMatch(/onerror|0990000000|Silvia/);
    expect((await rate(4)).status).toBe(200);
    expect((await rate(1)).body.refused.code).toBe('rated-already');
    expect(await view(number)).toMatchObject({ satisfaction: 4 });
    const stored = JSON.stringify(server.host.current().ledger.trail.list({ limit: 200 }));
    expect(stored).not.toContain(code.replaceAll('-', ''));
    expect(stored).not.toContain(code);
  });
});

describe('the receipt', () => {
  it('is one page with number, promise and, for who opened it, the code', async () => {
    const { number, follow_code } = await openDebit();
    const read = async (who: Desk) => {
      const { response } = await desk[who].call(`get /api/cases/one/${number}/receipt`);
      expect(response.headers.get('content-type')).toBe('application/pdf');
      return readPdfText(new Uint8Array(await response.arrayBuffer()));
    };
    const own = await read('executive');
    expect(own).toContain(number);
    expect(own).toContain(follow_code);
    expect(own.replaceAll('\n', ' ')).toContain('28 de julio de 2026');
    // What was only looked at is not among what stays; nobody outside opens a page of this machine.
    expect(own).toMatch(/Papeles recibidos[^]*Papeles mostrados[^]*se mira, no se copia/);
    expect(own).not.toContain('/seguimiento');
    // The debit is promised for a date of its own: the 24 hours it is measured by are nobody's promise.
    expect(own).not.toMatch(/24 horas|Plazo/);
    expect(await read('technician')).not.toContain(follow_code);
  });
});
