import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WORKED } from '../../src/facts/index.ts';
import { bring } from './open-world.ts';
import { type Caller, type Json, startTestServer, type TestServer } from './start-server.ts';
import { changeCase, type HandClock, openCase } from './work-cases.ts';

/** A Tuesday, ten in the morning in Quito. */
const clock: HandClock = { now: '2026-11-24T15:00:00.000Z' };
const NOW = '2026-11-24T15:00:00.000Z';
let server: TestServer;
let supervisor: Caller;
let analyst: Caller;
let executive: Caller;
let unit = '';

beforeAll(async () => {
  server = await startTestServer({ world: 'tiny', clock: () => clock.now });
  supervisor = await server.as('supervisor');
  analyst = await server.as('analyst');
  executive = await server.as('executive');
  const { body } = await supervisor.call('get /api/today');
  unit = body.units[0];
});
afterAll(() => server.stop());

const at = (hours: number) => new Date(Date.parse(NOW) + hours * 3_600_000).toISOString();

/** Opens a case in the supervisor's unit, due so many hours from now, and puts the clock back. */
function open(due: number | null, more: Parameters<typeof openCase>[3] = {}): string {
  const number = openCase(server.host.current(), clock, at(-5), {
    unit,
    due_at: due === null ? null : at(due),
    ...more,
  });
  clock.now = NOW;
  return number;
}

/** Waits until the facts have read what was done to cases, and gives how long that took. */
async function untilRead(): Promise<number> {
  const began = performance.now();
  const { ledger } = server.host.current();
  for (;;) {
    const { facts } = server.host.current();
    if (facts.worked() !== '' && JSON.parse(facts.worked()).through === ledger.cases.lastEvent())
      return performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function bringToday(dataset: string, lines: readonly string[]): Promise<void> {
  const path = join(server.folder, 'abiertos-hoy.csv');
  await writeFile(path, `${lines.join('\n')}\n`);
  const { record } = await server.host.write((institution) => bring(institution, dataset, path));
  expect(record).not.toBeNull();
}

const partOf = (body: Json, id: string) => body.groups.find((group: Json) => group.id === id);
const numbersOf = (body: Json, id: string) => partOf(body, id).lines.map(({ number }: Json) => number);

describe('the day of a unit', () => {
  test('begins empty, says that the file is old, and what to do', async () => {
    const { body } = await supervisor.call('get /api/today');
    expect(body).toMatchObject({ date: '2026-11-24', unit, sentence: { es: 'No hay nada abierto.' } });
    expect(body.file.until < '2012-01-01').toBe(true);
    expect(body.groups.every(({ n }: Json) => n === 0)).toBe(true);
    expect(body.people.length).toBeGreaterThan(0);
  });

  test('tells worked cases by what presses, what waits and what nobody knows a deadline for', async () => {
    const overdue = open(-1);
    const today = open(3);
    const tomorrow = open(20);
    const later = open(24 * 30);
    const waits = open(null, { state: 'por-completar' });
    const unknown = open(null, { due_rule: { limit: null, rule: null } });
    const done = open(5);
    changeCase(server.host.current(), clock, NOW, done, { state: 'cerrado', stopped_at: NOW, final: true });
    const { body } = await supervisor.call('get /api/today');
    expect(body.sentence.es).toBe(
      '1 ya venció, 1 vence hoy, 1 vence mañana, 1 espera y 1 no tiene plazo conocido; hay 6 abiertos.',
    );
    const found = ['overdue', 'due-today', 'tomorrow', 'later', 'waiting', 'unknown'].map((id) =>
      numbersOf(body, id),
    );
    expect(found).toEqual([[overdue], [today], [tomorrow], [later], [waits], [unknown]]);
    expect(partOf(body, 'overdue').lines[0]).toMatchObject({
      worked: true,
      standing: 'overdue',
      sentence: { es: 'Venció hoy a las 09:00.' },
    });
  });

  test('says as many open as the list, and what is answered and not closed apart', async () => {
    const answered = open(5);
    changeCase(server.host.current(), clock, NOW, answered, { state: 'respondido', stopped_at: NOW });
    const [board, list] = await Promise.all([
      supervisor.call('get /api/today'),
      supervisor.call('get /api/cases'),
    ]);
    expect(board.body.sentence.es).toMatch(/; hay 6 abiertos; además, 1 respondido por cerrar\.$/);
    expect(list.body.sentence.es).toBe(
      'Hay 6 casos abiertos: 1 vencido y 1 que vence hoy; además, 1 respondido por cerrar.',
    );
    changeCase(server.host.current(), clock, NOW, answered, { state: 'cerrado', final: true });
    const { body } = await supervisor.call('get /api/today');
    expect(body.sentence.es).toMatch(/; hay 6 abiertos\.$/);
  });

  test('reaches the facts within seconds, all at once, and does not move the period of Inicio', async () => {
    const before = (await analyst.call('get /api/view')).body.period;
    const version = server.host.version();
    expect(await untilRead()).toBeLessThan(3_000);
    for (let n = 0; n < 10; n += 1) open(48);
    expect(await untilRead()).toBeLessThan(6_000);
    await server.host.settle();
    expect(server.host.version()).toBeGreaterThan(version);
    const settled = server.host.version();
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(server.host.version()).toBe(settled);
    const [row] = await server.host.read(({ facts }) =>
      facts.duck.rows(`select count(*) as n from requests where _import = ${WORKED}`),
    );
    expect(row).toEqual({ n: 18n });
    expect((await analyst.call('get /api/view')).body.period).toBe(before);
    const { body } = await analyst.call('get /api/home?periodo=&period=2026-11');
    const debit = body.view.indicators.find(({ id }: Json) => id === 'plazo-debito-automatico');
    expect(debit).toMatchObject({ n: 2, open: { count: 16 } });
  });

  test('tells what a daily file has open, never twice; and what it closed that is open here', async () => {
    const core = open(4, { core_number: 'C-1' });
    const closed = open(4, { core_number: 'C-2' });
    await untilRead();
    await bringToday('requests', [
      'Nro. trámite;Proceso;Agencia;Fecha y hora de ingreso;Cierre;Vencimiento',
      `C-1;Débito automático;${unit};2026-11-24 08:00;;2026-11-25 08:00`,
      `C-2;Débito automático;${unit};2026-11-24 08:00;2026-11-24 09:30;2026-11-25 08:00`,
      `C-3;Débito automático;${unit};2026-11-23 08:00;;2026-11-24`,
      `C-4;Débito automático;${unit};2026-11-23 08:30;;`,
      `C-5;Débito automático;Otra;2026-11-23 08:30;;2026-11-24`,
    ]);
    const { body } = await supervisor.call('get /api/today');
    const all = body.groups.flatMap(({ lines }: Json) => lines.map(({ number }: Json) => number));
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain(core);
    expect(all).not.toContain(closed);
    expect(all).not.toContain('C-1');
    expect(all).not.toContain('C-5');
    // A day without an hour lasts to its end; without a day the procedure's 24 hours hold.
    expect(partOf(body, 'due-today').lines.find(({ number }: Json) => number === 'C-3')).toMatchObject({
      worked: false,
      standing: 'due-today',
      sentence: { es: 'Vence hoy.' },
    });
    expect(numbersOf(body, 'overdue')).toContain('C-4');
    expect(body.closed_elsewhere.map(({ number }: Json) => number)).toEqual([closed]);
    expect(body.file).toMatchObject({ name: 'abiertos-hoy.csv', until: '2026-11-24' });
    // The case leaves the board when it is closed here too; its number does not come back from the file.
    changeCase(server.host.current(), clock, NOW, core, { state: 'cerrado', stopped_at: NOW, final: true });
    await untilRead();
    const after = (await supervisor.call('get /api/today')).body;
    const left = after.groups.flatMap(({ lines }: Json) => lines.map(({ number }: Json) => number));
    expect(left).not.toContain('C-1');
    expect(left).not.toContain(core);
  });

  test('tells nothing as closed elsewhere that no file told, and keeps one number to one case', async () => {
    const first = open(4, { core_number: 'C-7' });
    const twin = open(4, { core_number: 'C-7' });
    const other = open(4);
    changeCase(server.host.current(), clock, NOW, first, {
      state: 'cerrado',
      stopped_at: NOW,
      final: true,
    });
    await untilRead();
    const { body } = await supervisor.call('get /api/today');
    expect(body.closed_elsewhere.map(({ number }: Json) => number)).not.toContain(twin);
    const name = (number: string, core_number: string) =>
      executive.call(`post /api/cases/one/${number}/notes`, { body: { note: null, core_number } });
    const refused = await name(other, 'C-7');
    expect(refused.body.refused).toMatchObject({ code: 'core-number-taken' });
    expect(refused.body.refused.sentence).toContain(`ya es del caso ${first}`);
    expect((await name(other, 'C-8')).status).toBe(200);
    const waited = open(4, {
      pauses: [{ from: at(-4), to: at(-1) }],
      due_rule: { limit: { amount: 24, counts: 'clock-hours', pauses: true }, rule: null },
    });
    const { fields } = (await supervisor.call(`get /api/cases/one/${waited}`)).body;
    expect(fields.find(({ label }: Json) => label.es === 'Espera del cliente').text.es).toMatch(
      /^3 h\. El vencimiento no la cuenta; los indicadores/,
    );
    // The same number again is the case's own; an annulled case lets its number go.
    expect((await name(other, 'C-8')).status).toBe(200);
    const opened = await executive.call('post /api/cases', {
      body: {
        key: 'numero-tomado-1',
        attendance: null,
        procedure: 'debito-automatico',
        unit,
        client: 'CL-77',
        channel: 'ventanilla',
        core_number: 'C-8',
        linked_to: null,
        fields: {
          data_match: 'si',
          requester: 'titular',
          signature_equal: true,
          main_holder: true,
          account_holder: true,
          payment_due: '2026-12-28',
        },
        papers: ['cedula', 'tarjeta', 'autorizacion'],
        steps: ['informa', 'da-formulario', 'llena', 'comprueba', 'registra', 'dice-fecha'].map((id) => ({
          id,
          at: NOW,
        })),
      },
    });
    expect(opened.body.refused).toMatchObject({ code: 'core-number-taken', params: { number: other } });
    const late = open(4);
    expect((await name(late, 'C-8')).body.refused.sentence).toContain(other);
    changeCase(server.host.current(), clock, NOW, other, { state: 'anulado', stopped_at: NOW, final: true });
    expect((await name(late, 'C-8')).status).toBe(200);
    await untilRead();
    const rows = await server.host.read(({ facts }) =>
      facts.duck.rows(
        `select request_id, status from requests where request_id in ('C-8', '${other}') order by 1`,
      ),
    );
    expect(rows).toEqual([
      { request_id: 'C-8', status: 'abierto' },
      { request_id: other, status: 'anulado' },
    ]);
  });

  test('a complaint of no branch is worked in one and counted in none; its service counts for its process', async () => {
    const nobody = await server.as(null);
    const form = (await nobody.call('get /api/public/complaints')).body;
    const [row] = await server.host.read(({ facts }) => facts.duck.rows('select count(*) as n from units'));
    expect(form.units.length).toBe(Number(row!['n']));
    const complain = (named: string | null) =>
      nobody.call('post /api/public/complaints', {
        body: {
          key: `publico-${named ?? 'ninguna'}`,
          procedure: 'reclamo',
          unit: named,
          client: null,
          fields: {
            complained_process: 'tarjetas-de-credito',
            service: 'debito-automatico',
            category: 'mala-atencion',
            operation: 'nacional',
            description: 'No entró el débito.',
            contact: '0990000000',
          },
        },
      });
    const away = form.units.find((each: string) => each !== unit);
    const numbers: string[] = [];
    for (const named of [null, away, unit]) {
      const { status, body } = await complain(named);
      expect(status, JSON.stringify(body)).toBe(200);
      numbers.push(body.number);
    }
    expect((await complain('Lejos')).body.refused.code).toBe('unit-unknown');
    await untilRead();
    const rows = await server.host.read(({ facts }) =>
      facts.duck.rows(
        `select unit, service from complaints where complaint_id in (${numbers.map((each) => `'${each}'`).join()}) order by complaint_id`,
      ),
    );
    expect(rows.map(({ unit: of }) => of)).toEqual([null, away, unit]);
    const said: unknown[] = [];
    for (const number of numbers) {
      const { status, body } = await supervisor.call(`get /api/cases/one/${number}`);
      expect(status).toBe(200);
      expect(body.unit).toBe(unit);
      said.push(body.fields.find(({ label }: Json) => label.es === 'Agencia que dice el cliente')?.text.es);
    }
    expect(said).toEqual(['Ninguna, o no sabe', away, undefined]);
    const { body } = await analyst.call('get /api/processes/debito-automatico?period=2026-11');
    expect(body.complaints).toMatchObject({ n: 3 });
    const critical = (await analyst.call('get /api/criticality?period=2026-11')).body;
    const service = critical.ranking.find(({ id }: Json) => id === 'debito-automatico');
    expect(service.complaints).toBe(3);
  });

  test('refuses a unit out of reach', async () => {
    const { status, body } = await supervisor.call('get /api/today?unit=Lejos');
    expect([status, body.refused.code]).toEqual([403, 'out-of-scope']);
  });
});
