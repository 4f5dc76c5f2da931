import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, type Json, startTestServer, type TestServer } from '../journeys/start-server.ts';

/** What each of the five procedures is opened with, a refusal first, and the acts that end it. */
const FIVE = [
  {
    procedure: 'actualizacion-datos',
    refused: { fields: { requester: 'tercero', letter: false }, policy: 'tercero-sin-carta' },
    fields: { requester: 'titular', identity: 'cedula', changes: ['direccion'] },
    acts: [
      ['executive', 'enviar-respaldos'],
      ['technician', 'recibir-respaldos'],
      ['technician', 'actualizar'],
    ],
  },
  {
    procedure: 'activacion-tarjeta',
    refused: { fields: { requester: 'tercero' }, policy: 'tarjeta-solo-titular' },
    fields: { data_match: 'si', requester: 'titular', challenge_passed: true, signature_equal: true },
    acts: [
      ['executive', 'enviar-respaldos'],
      ['technician', 'recibir-respaldos'],
      ['technician', 'activar', { active_seen: true }],
    ],
  },
  {
    procedure: 'prestamo-inmediato',
    refused: { fields: { term: 40 }, policy: 'plazo-sobre-maximo' },
    fields: {
      data_match: 'si',
      requester: 'titular',
      identity: 'ambas',
      main_holder: true,
      available_limit: 2000,
      amount: 1500.5,
      term: 12,
    },
    acts: [
      ['executive', 'enviar-respaldos'],
      ['technician', 'recibir-respaldos'],
      ['technician', 'aprobar'],
      ['technician', 'acreditar'],
    ],
  },
  {
    procedure: 'debito-automatico',
    refused: { fields: { account_holder: false }, policy: 'cuenta-ajena' },
    fields: {
      data_match: 'si',
      requester: 'titular',
      signature_equal: true,
      main_holder: true,
      account_holder: true,
      payment_due: '2026-07-28',
    },
    acts: [
      ['executive', 'enviar-respaldos'],
      ['technician', 'recibir-respaldos'],
      ['technician', 'ingresar'],
      ['technician', 'activar-a-mano', { by_hand: 'Falló el lote.' }],
    ],
  },
  {
    procedure: 'entrega-pin',
    refused: { fields: { requester: 'tercero' }, policy: 'pin-nunca-a-tercero' },
    fields: { data_match: 'si', requester: 'titular', signature_system: true, signature_card: true },
    acts: [
      ['supervisor', 'generar'],
      ['supervisor', 'entregar', { handed_to: 'titular' }],
    ],
  },
] as const;

type Desk = 'executive' | 'technician' | 'supervisor';

let server: TestServer;
const now = '2026-07-01T14:00:00.000Z';
let executive: Caller;
let technician: Caller;
let supervisor: Caller;
let procedures: Json[];
let keys = 0;

const toKey = (): string => `clave-${String((keys += 1)).padStart(6, '0')}`;

/** Opens a case as the screen does: all papers and steps the procedure names. */
async function open(caller: Caller, procedure: string, fields: Json, more: Json = {}) {
  const { body: check } = await caller.call('post /api/cases/check', { body: { procedure, fields } });
  const known = procedures.find(({ id }) => id === procedure);
  return caller.call('post /api/cases', {
    body: {
      key: toKey(),
      attendance: null,
      procedure,
      unit: 'norte',
      client: 'CL-77',
      channel: 'ventanilla',
      core_number: null,
      linked_to: null,
      fields,
      papers: check.papers,
      steps: known.steps.map(({ id }: Json) => ({ id, at: now })),
      ...more,
    },
  });
}

async function view(caller: Caller, number: string): Promise<Json> {
  const { body } = await caller.call(`get /api/cases/one/${number}`);
  return body;
}

async function act(caller: Caller, number: string, action: string, fields: Json = {}, more: Json = {}) {
  const seen = (await view(supervisor, number)).events.at(-1).id;
  return caller.call(`post /api/cases/one/${number}/acts`, {
    body: { key: toKey(), action, seen, fields, note: null, ...more },
  });
}

beforeAll(async () => {
  server = await startTestServer({ world: 'tiny', clock: () => now });
  [executive, technician, supervisor] = (await Promise.all(
    (['executive', 'technician', 'supervisor'] as const).map((role) => server.as(role)),
  )) as [Caller, Caller, Caller];
  procedures = (await executive.call('get /api/cases/procedures')).body.procedures;
}, 60_000);
afterAll(async () => server.stop());

describe('cases on the wire', () => {
  it.each(FIVE)('attends $procedure: refuses what it must, and is worked to its end', async (one) => {
    const bad = await open(executive, one.procedure, { ...one.fields, ...one.refused.fields });
    expect(bad.status).toBe(422);
    expect(bad.body.refused).toMatchObject({
      code: 'policy-refuses',
      params: { policy: one.refused.policy },
    });
    const { status, body } = await open(executive, one.procedure, one.fields);
    expect(status, JSON.stringify(body)).toBe(200);
    const { number } = body;
    expect(number).toMatch(/^[A-Z]{2}-2026-000001$/);
    for (const [role, action, fields = {}] of one.acts as readonly (readonly [Desk, string, Json?])[]) {
      const done = await act({ executive, technician, supervisor }[role], number, action, fields);
      expect(done.status, JSON.stringify(done.body)).toBe(200);
    }
    const ended = await view(technician, number);
    expect(ended.state).toMatchObject({ clock: 'stopped', final: true });
    expect(ended.due.standing).toBe('answered-on-time');
    expect(ended.client).toBe('CL-77');
  });
});
