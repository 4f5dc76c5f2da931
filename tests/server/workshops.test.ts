import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, type Json, startTestServer, type TestServer } from '../journeys/start-server.ts';

const DAY = '2026-07-08T14:00:00.000Z';
const DEBIT = 'plazo-debito-automatico';

let server: TestServer;
let now = DAY;
const callers = new Map<string, Caller>();
const as = (role: string): Caller => callers.get(role)!;

const plan = async (more: Json = {}, role = 'analyst') => {
  const { questions } = (
    await as('analyst').call('post /api/workshops/questions', { body: { indicators: [DEBIT] } })
  ).body;
  return as(role).call('post /api/workshops', {
    body: {
      date: '2026-07-08',
      topic: 'El plazo del débito',
      place: 'Sala de reuniones',
      units: ['norte'],
      indicators: [DEBIT],
      test: questions,
      ...more,
    },
  });
};
const view = async (role: string, id: number): Promise<Json> =>
  (await as(role).call(`get /api/workshops/${id}`)).body;
const record = (role: string, id: number, people: Json) =>
  as(role).call(`post /api/workshops/${id}/attendance`, { body: { people } });
const answer = (role: string, id: number, answers: Json) =>
  as(role).call(`post /api/workshops/${id}/test`, { body: { answers } });
const codeOf = ({ body }: { readonly body: Json }): string => body.refused?.code;

beforeAll(async () => {
  server = await startTestServer({ world: 'tiny', clock: () => now });
  for (const role of ['analyst', 'supervisor', 'executive', 'auditor', 'process-owner'] as const)
    callers.set(role, await server.as(role));
}, 60_000);
afterAll(async () => {
  expect(server.failures).toEqual([]);
  expect(server.host.current().ledger.verifyChain().findings).toEqual([]);
  await server.stop();
});

describe('a workshop', () => {
  it('takes its questions from the sheets: what is promised, what keeps a cause away, which way is better', async () => {
    const { body } = await as('supervisor').call('post /api/workshops/questions', {
      body: { indicators: [DEBIT, 'efectividad-activacion'] },
    });
    expect(body.questions).toHaveLength(5);
    const [limit] = body.questions;
    expect(limit.text).toBe('¿Cuánto puede tardar cada caso en «Plazo del débito automático»?');
    expect(limit.choices[limit.right]).toBe('24 h');
    for (const { choices, right } of body.questions) {
      expect(new Set(choices).size).toBe(choices.length);
      expect(choices[right]).toBeTruthy();
    }
    const cause = body.questions.find(({ text }: Json) => text.includes('después del proceso nocturno'));
    expect(cause.choices[cause.right]).toMatch(/hora de corte/);
  });

  it('is planned within reach, with a test of three to five questions or none', async () => {
    const one = { text: '¿?', choices: ['a', 'b'], right: 0 };
    const same = { text: '¿?', choices: ['a', 'A '], right: 0 };
    expect(codeOf(await plan({ test: [one, one] }))).toBe('workshop-test-shape');
    expect(codeOf(await plan({ test: [one, one, same] }))).toBe('workshop-test-shape');
    expect(codeOf(await plan({ test: [one, one, { ...one, right: 3 }] }))).toBe('workshop-test-shape');
    expect(codeOf(await plan({ units: ['sur'] }, 'supervisor'))).toBe('out-of-scope');
    expect(codeOf(await plan({ units: null }, 'supervisor'))).toBe('out-of-scope');
    expect(codeOf(await plan({ indicators: ['efectividad-de-luna'] }))).toBe('out-of-scope');
    expect((await plan({}, 'executive')).status).toBe(403);
    expect((await plan({ date: '2026-07-31', test: [] }, 'supervisor')).status).toBe(200);
  });

  it('is held, answered once by who came, and told in a sentence', async () => {
    const { id } = (await plan()).body;
    const before = await view('supervisor', id);
    expect(before.to_list.map(({ name }: Json) => name)).toEqual([
      'Ana Mora',
      'Silvia Morán',
      'Tomás Cevallos',
    ]);
    expect((await view('executive', id)).questions).toEqual([]);
    expect(codeOf(await answer('executive', id, [0, 0, 0]))).toBe('workshop-not-attended');
    const [ana, silvia] = before.to_list;
    const listed = (each: Json, attended: boolean) => ({ ...each, attended, points: null });
    const guest = { person: null, name: 'Rosa Vela', unit: 'norte', attended: true, points: 2 };
    expect(codeOf(await record('supervisor', id, []))).toBe('workshop-nobody');
    expect(codeOf(await record('supervisor', id, [guest, guest]))).toBe('workshop-name-twice');
    expect(codeOf(await record('supervisor', id, [{ ...guest, points: 9 }]))).toBe('workshop-points-wrong');
    expect(codeOf(await record('supervisor', id, [{ ...guest, unit: 'sur' }]))).toBe('out-of-scope');
    const done = await record('supervisor', id, [listed(ana, true), listed(silvia, false), guest]);
    expect(done.status).toBe(200);

    const asked = await view('executive', id);
    expect(asked).toMatchObject({ may_take: true, may_record: false, to_list: [] });
    expect(asked.people.map(({ name }: Json) => name)).toEqual(['Ana Mora']);
    expect(asked.questions.every(({ right }: Json) => right === null)).toBe(true);
    expect(JSON.stringify((await as('executive').call('get /api/workshops')).body.sentence.es)).toMatch(
      /Le falta hacer la prueba de 1/,
    );
    expect((await view('supervisor', id)).questions.map(({ right }: Json) => right)).toEqual([
      null,
      null,
      null,
    ]);
    const told = (await view('analyst', id)).questions;
    const right = told.map((question: Json) => question.right);
    expect(codeOf(await answer('executive', id, right.slice(1)))).toBe('workshop-answers-missing');
    const last = right.length - 1;
    const given = right.map((each: number, index: number) => (index === last ? (each + 1) % 2 : each));
    const { body } = await answer('executive', id, given);
    expect(body).toEqual({ points: last, of_points: right.length });
    expect(codeOf(await answer('executive', id, right))).toBe('workshop-test-taken');
    const after = await view('executive', id);
    expect(after.questions.map((each: Json) => [each.right, each.mine])).toEqual(
      right.map((each: number, index: number) => [each, given[index]]),
    );
    const seen = await view('supervisor', id);
    expect(seen.sentence.es).toBe(
      `Vinieron 2 de 3 personas (67 %). Las 2 que hicieron la prueba acertaron ${((last + 2) / 2).toLocaleString('es')} de ${right.length} en promedio.`,
    );
    // Attendance written again leaves what was answered as it is.
    await record('supervisor', id, [listed(ana, true), listed(silvia, true), guest]);
    expect((await view('supervisor', id)).people[0]).toMatchObject({ points: last, on_screen: true });
    expect(
      codeOf(await as('analyst').call(`post /api/workshops/${id}/cancel`, { body: { reason: 'x' } })),
    ).toBe('workshop-held');
    expect((await record('auditor', id, [guest])).status).toBe(403);
  });

  it('is not answered by who planned it, nor held before its day or once cancelled', async () => {
    const { id } = (await plan({ units: ['norte'] }, 'supervisor')).body;
    const own = (await view('analyst', id)).to_list;
    expect(own.map(({ name }: Json) => name)).not.toContain('Silvia Morán');
    expect(codeOf(await answer('supervisor', id, [0, 0, 0]))).toBe('workshop-own-test');
    const { id: later } = (await plan({ date: '2026-07-20' })).body;
    const guest = { person: null, name: 'Rosa Vela', unit: 'norte', attended: true, points: null };
    expect(codeOf(await record('analyst', later, [guest]))).toBe('workshop-not-yet');
    await as('analyst').call(`post /api/workshops/${later}/cancel`, { body: { reason: 'Feriado' } });
    now = '2026-07-21T14:00:00.000Z';
    callers.set('analyst', await server.as('analyst'));
    expect(codeOf(await record('analyst', later, [guest]))).toBe('workshop-cancelled');
    const { deeds } = (await (await server.as('auditor')).call('get /api/audit/trail')).body;
    expect(JSON.stringify(deeds)).toMatch(/suspendió el taller «El plazo del débito»; motivo: Feriado/);
  });

  it('of another unit is not seen', async () => {
    const { id } = (await plan({ units: ['sur'], date: '2026-07-21' })).body;
    now = '2026-07-21T14:05:00.000Z';
    callers.set('supervisor', await server.as('supervisor'));
    expect((await as('supervisor').call(`get /api/workshops/${id}`)).status).toBe(403);
    const { workshops } = (await as('supervisor').call('get /api/workshops')).body;
    expect(workshops.map((each: Json) => each.id)).not.toContain(id);
  });
});
