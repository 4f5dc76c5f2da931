import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdfText } from '../journeys/read-pdf-text.ts';
import { type Caller, type Json, startTestServer, type TestServer } from '../journeys/start-server.ts';

const FIRST = '2026-07-01T14:00:00.000Z';
const SECOND = '2026-07-08T14:00:00.000Z';

let server: TestServer;
let now = FIRST;
let analyst: Caller;
let supervisor: Caller;
let nobody: Caller;
let keys = 0;

const OWN = 'packs/propio/deadlines/propios.yaml';

/** A deadline of eight working days for complaints, confirmed. */
const RULE = {
  kinds: ['reclamo'],
  when: null,
  amount: 8,
  counts: 'working-days',
  from: '2026-07-05',
  until: null,
  pauses: false,
  regulator: 'Superintendencia de Economía Popular y Solidaria',
  source: 'Resolución de prueba, artículo 4',
  confirmed_by: 'Dra. Inés Paredes',
  confirmed: '2026-07-07',
};

async function moveTo(at: string): Promise<void> {
  now = at;
  [analyst, supervisor] = await Promise.all([server.as('analyst'), server.as('supervisor')]);
}

async function complain(more: Json = {}): Promise<Json> {
  const { body, status } = await nobody.call('post /api/public/complaints', {
    body: {
      key: `plazo-${String((keys += 1)).padStart(6, '0')}`,
      procedure: 'reclamo',
      unit: 'norte',
      client: 'CL-9',
      fields: {
        complained_process: 'cuentas',
        category: 'mala-atencion',
        operation: 'nacional',
        description: 'Me cobraron dos veces la misma cuota.',
        contact: '0990000000',
        ...more,
      },
    },
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

const view = async (number: string): Promise<Json> =>
  (await supervisor.call(`get /api/cases/one/${number}`)).body;
const list = async (): Promise<Json> => (await analyst.call('get /api/deadlines')).body;
const kindOf = async (id: string): Promise<Json> => (await list()).kinds.find((kind: Json) => kind.id === id);
const add = (body: Json) => analyst.call('post /api/deadlines', { body });
const beKind = (kind: string): void => {
  const { ledger } = server.host.current();
  ledger.changeSetting('institution', { ...(ledger.findSetting('institution')!.value as object), kind });
};

beforeAll(async () => {
  server = await startTestServer({ world: 'tiny', clock: () => now });
  nobody = await server.as(null);
  await moveTo(FIRST);
}, 60_000);
afterAll(async () => {
  expect(server.failures).toEqual([]);
  expect(server.host.current().ledger.verifyChain().findings).toEqual([]);
  await server.stop();
});

describe('the deadlines of a bank of Ecuador', () => {
  it('are told with their source, unconfirmed, and what is not known comes first', async () => {
    const { kinds, sentence, may_edit, others } = await list();
    expect(kinds.map(({ id, known }: Json) => [id, known])).toEqual([
      ['consulta', false],
      ['queja', false],
      ['reclamo', true],
      ['derecho', true],
    ]);
    expect(sentence.es).toMatch(/^No se conoce el plazo de consultas y quejas/);
    const { rules, scopes } = kinds[2];
    expect(rules.map(({ amount, when }: Json) => [amount, when?.es ?? null])).toEqual([
      [15, null],
      [60, 'En el exterior'],
    ]);
    expect(rules[0]).toMatchObject({ own: false, confirmed: null, regulator: 'Superintendencia de Bancos' });
    expect(scopes.map(({ when }: Json) => when)).toContain("operation = 'exterior'");
    expect([may_edit, others]).toEqual([true, []]);
    expect((await supervisor.call('get /api/deadlines')).body.may_edit).toBe(false);
  });

  it('are confirmed with who and when, as a copy of our own words that changes no case', async () => {
    await mkdir(join(server.folder, 'packs/propio/deadlines'), { recursive: true });
    await writeFile(join(server.folder, OWN), '# Lo que dijo el abogado\n');
    const { number, due_at } = await complain();
    const events = (await view(number)).events.length;
    const confirm = (body: Json) =>
      analyst.call('post /api/deadlines/ec-reclamo-banco-pais/confirm', { body });
    const blank = await confirm({ confirmed_by: ' ', confirmed: '2026-06-30' });
    const early = await confirm({ confirmed_by: 'Dra. Paredes', confirmed: '2026-07-02' });
    expect([blank.body.refused.code, early.body.refused.code]).toEqual([
      'deadline-line-missing',
      'deadline-confirmed-later',
    ]);
    const { body } = await confirm({ confirmed_by: 'Dra. Inés Paredes', confirmed: '2026-06-30' });
    expect(body).toEqual({ id: 'ec-reclamo-banco-pais', settled: 0, unknown: 0 });
    const [rule] = (await kindOf('reclamo')).rules;
    expect(rule).toMatchObject({ own: true, confirmed: '2026-06-30', confirmed_by: 'Dra. Inés Paredes' });
    const text = await readFile(join(server.folder, OWN), 'utf8');
    expect(text).toMatch(/^# Lo que dijo el abogado\n/);
    expect(text).toMatch(/replaces: true/);
    const after = await view(number);
    expect([after.due.at, after.events.length]).toEqual([due_at, events]);
    expect(after.due.rule.es).not.toMatch(/por confirmar/);
    const { deeds } = (await (await server.as('auditor')).call('get /api/audit/trail')).body;
    expect(JSON.stringify(deeds)).toMatch(/anotó la confirmación del plazo «Reclamo a un banco/);
  });
});

describe('where no deadline is known', () => {
  const opened: Record<string, Json> = {};

  it('the client is told that the institution will tell the date, and nothing of rules', async () => {
    beKind('cooperativa');
    opened['before'] = await complain();
    await moveTo(SECOND);
    opened['after'] = await complain();
    opened['stopped'] = await complain();
    const seen = (await view(opened['stopped'].number)).events.at(-1).id;
    const cases = server.host.current().ledger.cases;
    cases.change('case-acted', { number: opened['stopped'].number, seen }, () => ({
      changes: { stopped_at: now },
      event: { kind: 'acted' },
    }));
    const { receipt, number, follow_code: code, due_at } = opened['after'];
    const followed = await nobody.call('post /api/public/cases', { body: { number, code } });
    const pdf = await supervisor.call(`get /api/cases/one/${number}/receipt`);
    const paper = readPdfText(new Uint8Array(await pdf.response.arrayBuffer()));
    expect(due_at).toBeNull();
    for (const text of [receipt.es, followed.body.sentence.es, paper]) {
      expect(text.replaceAll(/\s+/g, ' ')).toMatch(/la institución le dirá la fecha/i);
      expect(text).not.toMatch(/regla|cumplimiento debe|por confirmar/);
    }
  });

  it('is asked for on the list, with how many open cases wait for it', async () => {
    const { kinds } = await list();
    expect(kinds.find(({ id }: Json) => id === 'reclamo')).toMatchObject({
      known: false,
      waiting: 2,
      rules: [],
    });
  });

  it('a rule of one’s own is refused while something is missing or wrong', async () => {
    const tries: [Json, string][] = [
      [{ source: ' ' }, 'deadline-line-missing'],
      [{ confirmed_by: '' }, 'deadline-line-missing'],
      [{ regulator: '' }, 'deadline-line-missing'],
      [{ until: '2026-07-04' }, 'deadline-dates'],
      [{ confirmed: '2026-07-09' }, 'deadline-confirmed-later'],
      [{ when: "operation = 'luna'" }, 'deadline-scope-unknown'],
      [{ when: "operation = 'exterior'", kinds: ['reclamo', 'queja'] }, 'deadline-scope-unknown'],
    ];
    for (const [more, code] of tries) {
      const { status, body } = await add({ ...RULE, ...more });
      expect([body.refused?.code, status], code).toEqual([code, expect.any(Number)]);
    }
    const owner = await (await server.as('process-owner')).call('post /api/deadlines', { body: RULE });
    expect(owner.body.refused.code).toBe('deadline-reach');
    const other = await supervisor.call('post /api/deadlines', { body: RULE });
    expect(other.status).toBe(403);
    expect((await kindOf('reclamo')).known).toBe(false);
  });

  it('once written it is given to open cases received since, and to no other', async () => {
    const { body } = await add(RULE);
    expect(body).toMatchObject({ settled: 1, unknown: 1 });
    const after = await view(opened['after'].number);
    // The eighth working day after Wednesday the 8th is Monday the 20th.
    expect(after.due.at).toBe('2026-07-21T04:59:59.999Z');
    const told = after.events.at(-1);
    expect([told.kind, told.name.es]).toEqual(['deadline', 'Se fijó el plazo']);
    expect(told.details[0].text.es).toBe('8 días laborables (Resolución de prueba, artículo 4)');
    expect((await view(opened['before'].number)).due.at).toBeNull();
    expect((await view(opened['stopped'].number)).due.at).toBeNull();
    expect(await kindOf('reclamo')).toMatchObject({ known: true, waiting: 1 });
    const text = await readFile(join(server.folder, OWN), 'utf8');
    expect(text).toMatch(/^# Lo que dijo el abogado\n/);
    expect(text).toMatch(/ {2}reclamo-2026-07-05:\n/);
    const due = (await complain()).due_at;
    expect(due).toBe('2026-07-21T04:59:59.999Z');
  });

  it('doing it again changes nothing and leaves no link', async () => {
    const { ledger } = server.host.current();
    const before = ledger.trail.head().seq;
    const { body } = await analyst.call('post /api/deadlines/settle');
    expect(body).toEqual({ settled: 0, unknown: 1 });
    expect(ledger.trail.head().seq).toBe(before);
  });

  it('one from the same day corrects it, a later one leaves what was received before, an earlier one is refused', async () => {
    const corrected = await add({ ...RULE, amount: 5 });
    expect(corrected.body).toMatchObject({ id: 'reclamo-2026-07-05', settled: 2 });
    expect((await view(opened['after'].number)).due.at).toBe('2026-07-16T04:59:59.999Z');
    const later = await add({ ...RULE, amount: 2, from: '2026-07-20' });
    expect(later.body.settled).toBe(0);
    expect((await list()).others.map(({ from }: Json) => from)).toEqual(['2026-07-20']);
    const earlier = await add({ ...RULE, from: '2026-07-01' });
    expect(earlier.body.refused.code).toBe('deadline-before-known');
    const past = await add({ ...RULE, amount: 20, from: '2026-06-01', until: '2026-07-04' });
    // The two received before: one without a deadline, one that had that of the bank this was.
    expect(past.body).toMatchObject({ settled: 2, unknown: 0 });
    expect((await view(opened['before'].number)).due.at).not.toBeNull();
  });

  it('a file that cannot be read is not written over', async () => {
    const broken = 'deadlines: [\n';
    await writeFile(join(server.folder, OWN), broken);
    const { body } = await add({ ...RULE, kinds: ['queja'] });
    expect(body.refused.code).toBe('deadline-file-unreadable');
    expect(await readFile(join(server.folder, OWN), 'utf8')).toBe(broken);
  });
});
