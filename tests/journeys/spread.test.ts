import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../src/kernel/index.ts';
import { closeMonth, gatherTold } from '../../src/usecases/index.ts';
import { readPdfText } from './read-pdf-text.ts';
import { type Caller, type Json, startTestServer, type TestServer } from './start-server.ts';

let server: TestServer;
let analyst: Caller;
let supervisor: Caller;
/** Lines broken by the width of the page are read as one. */
const flat = (text: string) => text.replace(/\s+/g, ' ');

async function readPaper(caller: Caller, address: `get /${string}`) {
  const { response, status } = await caller.call(address);
  expect(status, address).toBe(200);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const pages = Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length;
  return { text: flat(readPdfText(bytes)), pages };
}

beforeAll(async () => {
  server = await startTestServer({ world: 'tiny', clock: () => '2011-07-08T14:00:00.000Z' });
  [analyst, supervisor] = await Promise.all([server.as('analyst'), server.as('supervisor')]);
}, 60_000);
afterAll(async () => {
  expect(server.failures).toEqual([]);
  await server.stop();
});

describe('the page for the wall', () => {
  it('is one page of the figures of the home of a unit, with what fails first and nobody named', async () => {
    const { view } = (await supervisor.call('get /api/home?period=2011-06')).body;
    const { text, pages } = await readPaper(supervisor, 'get /api/report/wall?period=2011-06&unit=norte');
    expect(pages).toBe(1);
    expect(text).toContain('norte');
    const shown = view.indicators.filter(
      ({ result, counts_people: people, n }: Json) => result && (!people || n >= 5),
    );
    expect(shown.length).toBeGreaterThan(3);
    const places = shown.map(({ name, result, n }: Json) => {
      expect(text).toContain(flat(result.es.value));
      expect(text).toContain(`n = ${n}`);
      return [name.es, text.lastIndexOf(name.es)];
    });
    const failing = new Set(
      shown.filter(({ verdict }: Json) => verdict === 'not-met').map(({ name }: Json) => name.es),
    );
    const rows = places.toSorted((a: Json, b: Json) => a[1] - b[1]).map(([name]: Json) => name);
    expect(rows.slice(0, failing.size).every((name: string) => failing.has(name))).toBe(true);
    expect(text).toMatch(/Lo primero ahora es «/);
    expect(text).not.toMatch(/Ana Mora|Silvia Morán|Luis Paz/);
  });

  it('has the code of the same figures as the report, which still holds when it is checked', async () => {
    const { text } = await readPaper(supervisor, 'get /api/report/wall?period=2011-06');
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0];
    const { body } = await supervisor.call('post /api/report/check', { body: { code } });
    expect(body).toMatchObject({ kind: 'month', same: true, units: ['norte'] });
    const { status } = await supervisor.call('get /api/report/wall?period=2011-06&unit=sur');
    expect(status).toBe(403);
    const { deeds } = (await (await server.as('auditor')).call('get /api/audit/trail')).body;
    expect(JSON.stringify(deeds)).toContain('la hoja de pared de junio de 2011');
  });
});

describe('what clients said and what was done', () => {
  const open = async (title: string, text: string, more: Json = {}): Promise<number> => {
    const body = {
      title,
      problem: 'El lote se arma a mano y nadie responde por él.',
      process: 'debito-automatico',
      units: ['norte'],
      origin: 'complaints',
      evidence: [
        { kind: 'complaints', subject: 'debito-automatico', data: { n: 12, of: 40, period: '2011-05' } },
      ],
      ...more,
    };
    const { id } = (await analyst.call('post /api/improvements', { body })).body;
    const notice = { audience: 'clients', channel: 'Cartelera', text, units: null, told_on: '2011-07-05' };
    const { status } = await analyst.call(`post /api/improvements/${id}/notices`, { body: notice });
    expect(status).toBe(200);
    return id;
  };

  it('is told in the words written for clients, with a count of five or more and no word of the inside', async () => {
    await open('Lote manual', 'Su débito queda activo el mismo día si lo pide antes de las 15:00.');
    await open('Pocas quejas', 'Ahora le avisamos por mensaje.', {
      evidence: [{ kind: 'complaints', subject: 'debito-automatico', data: { n: 3, period: '2011-05' } }],
    });
    await open('Del sur', 'Abrimos los sábados.', { units: ['sur'] });
    const held = await open('Con nombre', 'Pregunte por Silvia Morán en la ventanilla 2.');
    const { body } = await supervisor.call('get /api/report/told?period=2011-07');
    expect(body.text).toContain('Nos dijeron: 12 quejas sobre débito automático en mayo de 2011.');
    expect(body.text).toContain('Nos dijeron: En sus quejas.');
    expect(body.text).toContain('Hicimos: Su débito queda activo el mismo día');
    expect(body.text).toContain('Y ahora: Estamos midiendo el resultado y lo contaremos aquí.');
    expect(body.text).not.toMatch(/Lote manual|a mano|sábados|Silvia|\b3 quejas/);
    expect(body.held).toEqual([{ improvement: held, title: 'Con nombre', name: 'Silvia Morán' }]);
    const { text, pages } = await readPaper(supervisor, 'get /api/report/told/pdf?period=2011-07');
    expect(pages).toBe(1);
    expect(text).toContain('12 quejas sobre débito automático en mayo de 2011.');
    expect(text).not.toMatch(/Lote manual|sábados|Silvia/);
  });

  it('tells the result of a closing that stands, with its periods and n', async () => {
    const id = await open('Cerrada', 'Procesamos dos veces al día.');
    const institution = server.host.current();
    const { improvements } = institution.ledger;
    const side = (hours: string, n: number, period: string) => ({
      period,
      n,
      text: { es: hours, en: hours },
    });
    const proof = {
      name: { es: 'Plazo del débito automático', en: 'Term of the automatic debit' },
      before: side('72 h', 864, '2011-01..2011-03'),
      after: side('12 h', 540, '2011-04..2011-06'),
    };
    const closing = { id: 1, note: '', result: proof, relaxed: [], closed_by: null, closed_at: '' };
    const tell = (reopened_at: string | null): string => {
      const closings = [{ ...closing, reopened_by: null, reopened_at, reopen_reason: null }];
      const list = () => [{ ...improvements.find(id)!, closings }];
      const ledger = { ...institution.ledger, improvements: { ...improvements, list } };
      const asked = { period: '2011-07', scope: EVERYTHING, language: 'es' } as const;
      const { text, paper } = gatherTold({ ...institution, ledger }, asked);
      return `${text} ${paper.items[0]?.note}`;
    };
    expect(tell(null)).toContain('Y ahora: Plazo del débito automático: antes 72 h, ahora 12 h.');
    expect(tell(null)).toMatch(/n = 864\).+n = 540\)/);
    expect(tell('2011-07-06T00:00:00.000Z')).toContain('Estamos midiendo el resultado');
  });

  it('is empty where clients were told of nothing, and is not told of another unit', async () => {
    const { body } = await supervisor.call('get /api/report/told?period=2011-05');
    expect(body).toMatchObject({ text: '', items: 0, held: [] });
    expect((await supervisor.call('get /api/report/told?period=2011-07&unit=sur')).status).toBe(403);
  });
});

describe('the monthly report', () => {
  it('gains what the month decided, achieved and taught, and nothing where there is nothing', async () => {
    const before = await readPaper(analyst, 'get /api/report/pdf?period=2011-06');
    expect(before.text).not.toMatch(/Talleres dados|Decisiones del mes|Estado del mes/);
    const workshop = { date: '2011-06-20', topic: 'El plazo del débito', place: 'Sala 2' };
    const body = { ...workshop, units: ['norte'], indicators: [], test: [] };
    const { id } = (await analyst.call('post /api/workshops', { body })).body;
    const people = [true, true, false].map((attended, n) => {
      return { person: null, name: `Persona ${n}`, unit: 'norte', attended, points: null };
    });
    await analyst.call(`post /api/workshops/${id}/attendance`, { body: { people } });
    const { ledger } = server.host.current();
    const month = { period: '2011-06', reason: '', today: '2011-07-12' };
    await closeMonth(server.host.current(), month);
    const { text } = await readPaper(analyst, 'get /api/report/pdf?period=2011-06');
    expect(text).toMatch(/Talleres dados .*El plazo del débito .*Vinieron 2 de 3 personas \(67 %\)\./);
    expect(text).toContain('Junio de 2011 está cerrado desde el 8 de julio de 2011');
    expect(text).not.toContain('Persona 1');
    const decided = { decision: 'adopt', reason: 'Cuesta poco y ayuda.', until: null };
    const idea = { title: 'Dos lotes al día', problem: 'Sale un lote.', process: 'debito-automatico' };
    const opened = { ...idea, units: null, origin: 'idea', evidence: [] };
    const made = (await analyst.call('post /api/improvements', { body: opened })).body.id;
    const first = ledger.improvements.find(made);
    const owner = await server.as('process-owner');
    const sent = { body: { ...decided, seen: first!.last_event } };
    expect((await owner.call(`post /api/improvements/${first!.id}/decision`, sent)).status).toBe(200);
    const july = await readPaper(analyst, 'get /api/report/pdf?period=2011-07');
    expect(july.text).toMatch(/Decisiones del mes .*8 de julio de 2011 .*Cuesta poco y ayuda\./);
  });
});

describe('those who begin and those who have not read', () => {
  it('explains each indicator with what is counted, promised, how it came out and what helps', async () => {
    const { indicators } = (await supervisor.call('get /api/induction?period=2011-06')).body;
    expect(indicators.length).toBeGreaterThan(4);
    const debit = indicators.find(({ id }: Json) => id === 'plazo-debito-automatico');
    expect(debit.promise.es).toBe('como máximo 24 h');
    expect(debit.result.es.value).toBe('24 h');
    expect(debit.n).toBe(10);
    expect(debit.advice[0].es).toBe('Decir al cliente la hora de corte y registrar antes de ella');
    const own = (await (await server.as('executive')).call('get /api/induction?period=2011-06')).body;
    expect(JSON.stringify(own)).not.toMatch(/Luis Paz/);
  });

  it('names of each result who reaches it and has not read it, and writes a reminder', async () => {
    const debit = { subject: 'plazo-debito-automatico', period: '2011-05' };
    const unread = async (): Promise<Json> =>
      (await analyst.call('get /api/readings/missing?period=2011-05')).body;
    const find = ({ results }: Json) => results.find(({ subject }: Json) => subject === debit.subject);
    const before = await unread();
    expect(find(before)).toMatchObject({ read: 0 });
    expect(find(before).missing).toContain('Silvia Morán');
    expect(find(before).missing).not.toContain('Andrés Paredes');
    expect(before.reminder).toMatch(/^Para .*Silvia Morán.*: ya están los resultados de mayo de 2011/);
    await supervisor.call('post /api/readings', { body: debit });
    const after = await unread();
    expect(find(after)).toMatchObject({ read: 1, of: find(before).of });
    expect(find(after).missing).not.toContain('Silvia Morán');
    expect(after.reminder).not.toContain('Silvia Morán');
    expect((await supervisor.call('get /api/readings/missing?period=2011-05')).status).toBe(403);
  });
});
