import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toEventLogFile } from '../../seed/index.ts';
import { loadContent, OWN_PACKS } from '../../src/usecases/index.ts';
import { circuito } from '../real/command-line.ts';
import { type Caller, startTestServer, type TestServer } from './start-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'circuito-event-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Three cases, each event as its activity and the minutes since the first. */
const CASES = {
  A: 'register@0 examine@10 check@30 decide@60 pay@100',
  B: 'register@0 check@20 examine@25 decide@45 reject@50',
  C: 'register@0 examine@20 check@30 decide@50 again@55 examine@65 check@85 decide@90 pay@190',
} as const;

/** What follows what in them, counted by hand: times, and the minutes of each from which the median comes. */
const BY_HAND: readonly (readonly [string, string, number, number])[] = [
  ['check', 'decide', 3, 20], // 30 20 5
  ['examine', 'check', 3, 20], // 20 10 20
  ['decide', 'pay', 2, 70], // 40 100
  ['register', 'examine', 2, 15], // 10 20
  ['again', 'examine', 1, 10],
  ['check', 'examine', 1, 5],
  ['decide', 'again', 1, 5],
  ['decide', 'reject', 1, 5],
  ['examine', 'decide', 1, 20],
  ['register', 'check', 1, 20],
];
const GRAPH = {
  cases: 3,
  events: 19,
  variants: 3,
  edges: BY_HAND.map(([from, to, count, minutes]) => ({ from, to, count, median_s: minutes * 60 })),
};

const ROWS = Object.entries(CASES).flatMap(([of, events]) =>
  events.split(' ').map((event) => {
    const [activity = '', minute = '0'] = event.split('@');
    return { of, activity, at: new Date(Date.UTC(2011, 5, 14, 13) + Number(minute) * 60_000) };
  }),
);

function toCsv(): string {
  const lines = ROWS.map(
    ({ of, activity, at }) => `${of},${activity},${at.toISOString().replace('.000Z', '+00:00')}`,
  );
  return ['case:concept:name,concept:name,time:timestamp', ...lines, ''].join('\n');
}

/** As a core of here exports it: other headers, semicolons, day first, the hour apart, in no order, Windows-1252. */
function toExport(): Uint8Array {
  const two = (n: number) => String(n).padStart(2, '0');
  const lines = ROWS.map(({ of, activity, at }, index) => {
    const date = `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/2011`;
    return {
      order: (index * 7) % ROWS.length,
      text: `${date};${two(at.getUTCHours())}:${two(at.getUTCMinutes())};${of};${activity};José`,
    };
  });
  const sorted = lines.toSorted((a, b) => a.order - b.order).map(({ text }) => text);
  return Buffer.from(['FECHA;HORA;TRÁMITE;ACCIÓN;USUARIO', ...sorted, ''].join('\r\n'), 'latin1');
}

/** The same as XES, with all that such files carry besides. */
function toXes(): string {
  const traces = Object.keys(CASES).map((name) => {
    const events = ROWS.filter(({ of }) => of === name).map(({ activity, at }) => {
      // Another zone, the same instant.
      const local = new Date(at.getTime() + 3_600_000).toISOString().replace('Z', '+01:00');
      return `<event>
          <string value='${activity}' key='concept:name'><string key="concept:name" value="nested"/></string>
          <!-- <event> in a comment is none -->
          <date key="time:timestamp" value="${local}"/>
          <list key="more"><values><string key="concept:name" value="deep"/></values></list>
        </event>`;
    });
    return `<trace><string key="note" value="a &lt; b &amp; c > d"/>${events.join('\n')}<string key="concept:name" value="${name}"/></trace>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
  <string key="concept:name" value="not a case"/>
  ${traces.join('\n')}
</log>`;
}

async function discover(name: string, content: string | Uint8Array, ...more: string[]) {
  const file = join(folder, name);
  writeFileSync(file, content);
  const { exit, out, err } = await circuito(folder, 'discover', '--log', file, ...more, '--json');
  return { exit, told: out === '' ? null : JSON.parse(out), out, err };
}

describe('an event log on the command line', () => {
  it.each([
    ['log.csv', () => toCsv()],
    ['export.csv', () => toExport()],
    ['log.csv.gz', () => gzipSync(toCsv())],
    ['log.xes', () => toXes()],
    ['log.xes.gz', () => gzipSync(toXes())],
    ['prefixed.xes', () => toXes().replaceAll(/<(\/?)(log|trace|event|string|date)\b/g, '<$1x:$2')],
    ['wide.xes', () => Buffer.from(`\ufeff${toXes().replace('UTF-8', 'UTF-16')}`, 'utf16le')],
  ])('gives the graph counted by hand: %s', async (name, content) => {
    const { told, exit } = await discover(name, content());
    expect(exit).toBe(0);
    expect(told).toEqual(GRAPH);
  });

  it('says the same to the letter each time; events of one time keep the order of the file', async () => {
    const rows = ['1,a,2011-06-14T08:00:00Z', '1,b,2011-06-14T08:00:00Z', '1,c,2011-06-14T08:00:00Z'];
    const write = (lines: readonly string[]) => ['case,activity,timestamp', ...lines, ''].join('\n');
    const first = await discover('ties.csv', write(rows));
    expect((await discover('ties.csv', write(rows))).out).toBe(first.out);
    const pairs = (told: typeof GRAPH) => told.edges.map(({ from, to }) => `${from} ${to}`);
    expect(pairs(first.told)).toEqual(['a b', 'b c']);
    expect(pairs((await discover('ties.csv', write(rows.toReversed()))).told)).toEqual(['b a', 'c b']);
  });

  it('reads columns as a map says', async () => {
    const map = join(folder, 'map.yaml');
    writeFileSync(map, 'columns: {case: K, activity: What, time: When}\ndates: mdy\n');
    const csv = 'K,What,When\n1,a,05/06/2011 08:00\n1,b,05/07/2011 08:00\n';
    expect((await discover('own.csv', csv)).err).toContain('K, What, When');
    const { told } = await discover('own.csv', csv, '--map', map);
    expect(told.edges).toEqual([{ from: 'a', to: 'b', count: 1, median_s: 86_400 }]);
    writeFileSync(map, 'columns: {case: K, activity: What, tiempo: When}\n');
    expect((await discover('own.csv', csv, '--map', map)).err).toContain('tiempo');
  });

  it.each([
    ['cut.xes', () => toXes().slice(0, -200), 'se corta en la línea'],
    ['crossed.xes', () => toXes().replace('</trace>', '</event>'), 'mal formado en la línea'],
    ['other.xml', () => '<?xml version="1.0"?><libro/>', 'no empieza por «log»'],
    ['half.xes.gz', () => gzipSync(toXes()).subarray(0, 300), 'se copió a medias'],
    ['none.xes', () => '<log xes.version="1.0"></log>', 'no tiene ningún evento'],
  ])('refuses %s and says where', async (name, content, words) => {
    const { exit, err } = await discover(name, content());
    expect(exit).toBe(2);
    expect(err.replaceAll(/\s+/g, ' ')).toContain(words);
  });

  it('leaves out events without a time, and says on which lines', async () => {
    const bad = toXes().split('\n');
    const line = bad.findIndex((text) => text.includes('key="time:timestamp"'));
    bad[line] = '<date key="time:timestamp" value="2011-13-40"/>';
    const file = join(folder, 'flawed.xes');
    writeFileSync(file, bad.join('\n'));
    const { out } = await circuito(folder, 'discover', '--log', file);
    // The place is that of the event's end.
    expect(out.replaceAll(/\s+/g, ' ')).toContain('1 evento con una fecha que no se entiende (línea');
    expect(out).toContain('18 eventos');
  });
});

const PLANTED = {
  skipped: { comprueba: 214 },
  repeated: { envia: 60 },
  swapped: { 'dice-fecha': 35 },
  unknown: { 'Llamada al cliente': 20 },
} as const;

const COMPLAINT = {
  complained_process: 'otros',
  category: 'otro',
  operation: 'nacional',
  description: 'Me cobraron dos veces.',
  contact: '0990000000',
};

describe('a log brought to its procedure', () => {
  let server: TestServer;
  let analyst: Caller;
  let csv: string;
  beforeAll(async () => {
    const { catalogue } = await loadContent([OWN_PACKS]);
    ({ csv } = toEventLogFile(catalogue.procedures.get('debito-automatico')!, {
      cases: 1000,
      planted: PLANTED,
    }));
    server = await startTestServer({ world: 'tiny' });
    analyst = await server.as('analyst');
  }, 120_000);
  afterAll(() => server.stop());

  const settled = { reading: null, procedure: 'debito-automatico', steps: {} };
  async function bring(who: Caller, text: string | Uint8Array, name = 'debitos.csv'): Promise<string> {
    const { body, status } = await who.call('post /api/logs/drafts', { file: Buffer.from(text), name });
    expect(status).toBe(200);
    return body.draft;
  }

  it('finds what was planted, in how many cases, and keeps it', async () => {
    const draft = await bring(analyst, csv);
    const seen = await analyst.call(`post /api/logs/drafts/${draft}/inspect`, { body: settled });
    expect(seen.body.sentences[0].es.replaceAll(/\s/g, ' ')).toBe(
      'En 214 de 1.000 casos (21,4 %) se omite «Comprueba identidad y firma».',
    );
    const found = seen.body.conformance.deviations.map(
      ({ kind, of, cases }: { kind: string; of: string; cases: number }) => [kind, of, cases],
    );
    expect(found).toEqual([
      ['skipped', 'comprueba', 214],
      ['repeated', 'envia', 60],
      ['out-of-order', expect.stringMatching(/^(dice-fecha|envia)$/), 35],
      ['unknown', 'Llamada al cliente', 20],
    ]);
    expect(seen.body.conformance.conform).toBe(1000 - 214 - 60 - 35 - 20);
    // No arrow of the drawing counts a step that was supplied: 786 check who asks, 214 go past it.
    const walked = (from: string, to: string) =>
      seen.body.conformance.edges.find(
        (edge: { from: string; to: string; n: number }) => edge.from === from && edge.to === to,
      )?.n;
    expect(walked('llena', 'comprueba')).toBe(786);
    expect(walked('comprueba', 'procede')).toBe(786);
    expect(walked('informa', 'da-formulario')).toBe(1000);
    const kept = await analyst.call(`post /api/logs/drafts/${draft}/keep`, {
      body: { ...settled, name: 'Débitos' },
    });
    expect(kept.status).toBe(200);
    const again = await analyst.call(`get /api/logs/${kept.body.id}`);
    expect(again.body.log.conformance).toEqual(seen.body.conformance);
    // Where no case was worked, the procedure's page measures its steps in the log, and says so.
    const page = 'get /api/processes/debito-automatico/procedure?period=2011-06';
    const { body: measured } = await analyst.call(page);
    expect(measured.log).toBe(kept.body.id);
    expect(measured.sentence.es.replaceAll(/\s/g, ' ')).toContain(
      'registro traído «Débitos»: 1.000 casos, del 1 de junio',
    );
    const times = new Map(measured.times.map((time: { node: string; n: number }) => [time.node, time.n]));
    expect([times.get('comprueba'), times.get('registra')]).toEqual([786, 1000]);
    expect((await (await server.as('executive')).call(page)).body).toMatchObject({ log: null, times: [] });
    // The call of the client is no deviation for whoever knows it.
    await analyst.call(`put /api/logs/${kept.body.id}`, {
      body: {
        name: 'Débitos de junio',
        procedure: 'debito-automatico',
        steps: { 'Llamada al cliente': null },
      },
    });
    const aside = await analyst.call(`get /api/logs/${kept.body.id}`);
    expect(aside.body.log.conformance.conform).toBe(seen.body.conformance.conform + 20);
    expect(aside.body.name.es).toBe('Débitos de junio');
    const trail = await (await server.as('auditor')).call('get /api/audit/trail');
    expect(JSON.stringify(trail.body)).toContain('guardó el registro de eventos «Débitos»');
  });

  it('lets no one see logs out of their reach, nor load without leave', async () => {
    const draft = await bring(analyst, csv);
    const kept = await analyst.call(`post /api/logs/drafts/${draft}/keep`, {
      body: { reading: null, procedure: null, steps: {}, name: 'Sin procedimiento' },
    });
    const owner = await server.as('process-owner');
    expect((await owner.call(`get /api/logs/${kept.body.id}`)).status).toBe(403);
    const executive = await server.as('executive');
    expect((await executive.call('get /api/logs')).status).toBe(403);
    const auditor = await server.as('auditor');
    expect((await auditor.call(`delete /api/logs/${kept.body.id}`)).status).toBe(403);
    expect((await analyst.call(`delete /api/logs/${kept.body.id}`)).status).toBe(200);
    expect((await analyst.call(`get /api/logs/${kept.body.id}`)).status).toBe(404);
  });

  it('keeps nothing of a file with card numbers, nor of one it does not understand', async () => {
    const withCard = await bring(analyst, csv.replace('tecnico 1', '4539 1488 0343 6467'));
    const refused = await analyst.call(`post /api/logs/drafts/${withCard}/keep`, {
      body: { ...settled, name: 'x' },
    });
    expect([refused.status, refused.body.refused.code]).toEqual([422, 'log-card-number']);
    expect(JSON.stringify(refused.body)).not.toContain('1488');
    const foreign = await bring(analyst, 'uno,dos\n1,2\n', 'otra.csv');
    const told = await analyst.call(`post /api/logs/drafts/${foreign}/inspect`, { body: settled });
    expect([told.status, told.body.refused.code]).toEqual([422, 'log-columns-missing']);
  });

  it('does not keep others waiting while a large log is followed', async () => {
    const { catalogue } = await loadContent([OWN_PACKS]);
    const procedure = catalogue.procedures.get('debito-automatico')!;
    const large = toEventLogFile(procedure, { cases: 8000, planted: PLANTED });
    const draft = await bring(analyst, large.csv);
    let longest = 0;
    // Work of this thread between two of its turns: what other programs take meanwhile is not in it.
    let last = process.threadCpuUsage();
    const ticking = setInterval(() => {
      const { user, system } = process.threadCpuUsage(last);
      longest = Math.max(longest, (user + system) / 1000);
      last = process.threadCpuUsage();
    }, 5);
    const { status } = await analyst.call(`post /api/logs/drafts/${draft}/inspect`, { body: settled });
    clearInterval(ticking);
    expect(status).toBe(200);
    // A read of the whole log would take many times this.
    expect(longest).toBeLessThan(250);
  });

  /** Opens a case at the desk, all its steps confirmed, and gives its number and how many steps those were. */
  async function openDesk(procedure: string, fields: Record<string, unknown>) {
    const executive = await server.as('executive');
    const at = new Date().toISOString();
    const { body: known } = await executive.call('get /api/cases/procedures');
    const { steps } = known.procedures.find(({ id }: { id: string }) => id === procedure);
    const check = { procedure, fields };
    const { papers } = (await executive.call('post /api/cases/check', { body: check })).body;
    const opened = await executive.call('post /api/cases', {
      body: {
        ...check,
        key: `registro-${procedure}`,
        attendance: null,
        unit: 'norte',
        client: 'CL-9',
        channel: 'ventanilla',
        core_number: null,
        papers,
        steps: steps.map(({ id }: { id: string }) => ({ id, at })),
      },
    });
    expect(opened.status, JSON.stringify(opened.body)).toBe(200);
    return { number: opened.body.number as string, steps: steps.length as number };
  }

  let acts = 0;
  async function act(caller: Caller, number: string, action: string, fields = {}): Promise<void> {
    const { body } = await caller.call(`get /api/cases/one/${number}`);
    const seen = body.events.at(-1).id;
    const done = await caller.call(`post /api/cases/one/${number}/acts`, {
      body: { key: `registro-${(acts += 1)}`, action, seen, fields, note: null },
    });
    expect(done.status, `${action}: ${JSON.stringify(done.body)}`).toBe(200);
  }

  it('follows the cases worked here as they go, with nothing brought', async () => {
    const executive = await server.as('executive');
    const technician = await server.as('technician');
    const { number, steps } = await openDesk('debito-automatico', {
      data_match: 'si',
      requester: 'titular',
      signature_equal: true,
      main_holder: true,
      account_holder: true,
      payment_due: '2026-12-28',
    });
    const look = async () => (await analyst.call('get /api/logs/worked-debito-automatico')).body.log;
    const first = await look();
    expect(first).toMatchObject({ cases: 1, events: steps });
    await act(executive, number, 'enviar-respaldos');
    await act(technician, number, 'recibir-respaldos');
    await act(technician, number, 'ingresar');
    await act(technician, number, 'activar-a-mano', { by_hand: 'Falló el lote.' });
    const last = await look();
    expect(last).toMatchObject({ cases: 1, events: steps + 5 });
    // What is worked here is registered step by step: the night and the return, not taken, are neither unknown nor skipped.
    expect(last.conformance).toMatchObject({ conform: 1, deviations: [], unregistered: [] });
    // The papers waited between desk and card area until they were received.
    const received = last.activities.find(({ name }: { name: string }) => name === 'Recibir los respaldos');
    expect(received).toMatchObject({ step: null, aside: true, since: { n: 1 } });
    const valid = last.conformance.nodes.find(({ node }: { node: string }) => node === 'valida');
    expect(valid.waiting).toEqual({ n: 1, median_s: received.since.median_s });
    expect(last.handovers).toHaveLength(1);
  });

  it('holds a case that was returned and reopened to be by the procedure', async () => {
    const [executive, technician] = [await server.as('executive'), await server.as('technician')];
    const supervisor = await server.as('supervisor');
    const { number } = await openDesk('actualizacion-datos', {
      requester: 'titular',
      identity: 'cedula',
      changes: ['telefono'],
    });
    await act(executive, number, 'enviar-respaldos');
    await act(technician, number, 'recibir-respaldos');
    await act(technician, number, 'devolver', { missing: 'La copia de la cédula.' });
    await act(executive, number, 'completar');
    await act(technician, number, 'recibir-respaldos');
    await act(technician, number, 'actualizar');
    await act(supervisor, number, 'reabrir', { reopening: 'Quedó mal el teléfono.' });
    await act(technician, number, 'actualizar');
    const { log } = (await analyst.call('get /api/logs/worked-actualizacion-datos')).body;
    expect(log.conformance).toMatchObject({ cases: 1, conform: 1, unfinished: 0, deviations: [] });
    expect(log.sentences[0].es).toContain('sigue el procedimiento hasta el final');
  });

  it('holds a complaint of the public page, answered, reopened and taken further, to be by the procedure', async () => {
    const { body: opened, status } = await (await server.as(null)).call('post /api/public/complaints', {
      body: {
        key: 'registro-reclamo',
        procedure: 'reclamo',
        unit: 'norte',
        client: 'CL-9',
        fields: COMPLAINT,
      },
    });
    expect(status, JSON.stringify(opened)).toBe(200);
    const supervisor = await server.as('supervisor');
    const { number } = opened;
    const answer = { founded: 'no', answer: 'Revisamos el cobro y es correcto.' };
    const look = async () => (await analyst.call('get /api/logs/worked-reclamo')).body.log;
    const seen = (await look()).activities.map(({ name, events }: { name: string; events: number }) => [
      name,
      events,
    ]);
    expect(seen).toEqual([['Recibe y registra', 1]]);
    await act(supervisor, number, 'analizar', { importance: 'alta' });
    await act(supervisor, number, 'responder', answer);
    await act(supervisor, number, 'reabrir', { reopening: 'Trajo otro papel.' });
    await act(supervisor, number, 'investigar');
    await act(supervisor, number, 'responder', answer);
    await act(supervisor, number, 'escalar', { escalated_to: 'defensor' });
    expect((await look()).conformance.deviations).toMatchObject([{ kind: 'not-reached', of: 'cierra' }]);
    await act(supervisor, number, 'cerrar');
    expect((await look()).conformance).toMatchObject({ conform: 1, unfinished: 0, deviations: [] });
  });

  it('says what to do where no case was worked yet', async () => {
    const { status, body } = await analyst.call('get /api/logs/worked-entrega-pin');
    expect(status).toBe(200);
    expect(body).toMatchObject({ log: null, empty: { es: expect.stringContaining('Todavía no') } });
  });
});

const REAL_DATA = process.env['CIRCUITO_REAL_DATA'];

describe.skipIf(REAL_DATA === undefined)('logs of others', () => {
  const real = (name: string) => readFileSync(resolve(import.meta.dirname, '../..', REAL_DATA ?? '', name));
  it.each([
    ['running-example.csv', { cases: 6, events: 42, variants: 6 }, 16],
    ['wabo-receipt-deadlines.csv', { cases: 1434, events: 8577, variants: 116 }, 99],
    ['bpic2012.xes.gz', { cases: 13_087, events: 262_200, variants: 4366 }, 125],
  ])('%s', async (name, counts, edges) => {
    const { told } = await discover(name, real(name));
    expect(told).toMatchObject(counts);
    expect(told.edges).toHaveLength(edges);
  });

  it('the classic example as drawn by hand', async () => {
    const { told } = await discover('running-example.csv', real('running-example.csv'));
    const pairs = (told as typeof GRAPH).edges.map(({ from, to, count }) => `${from} > ${to}: ${count}`);
    expect(pairs).toEqual([
      'check ticket > decide: 6',
      'examine casually > check ticket: 4',
      'decide > pay compensation: 3',
      'decide > reinitiate request: 3',
      'decide > reject request: 3',
      'register request > examine casually: 3',
      'check ticket > examine casually: 2',
      'examine casually > decide: 2',
      'examine thoroughly > check ticket: 2',
      'register request > check ticket: 2',
      'check ticket > examine thoroughly: 1',
      'examine thoroughly > decide: 1',
      'register request > examine thoroughly: 1',
      'reinitiate request > check ticket: 1',
      'reinitiate request > examine casually: 1',
      'reinitiate request > examine thoroughly: 1',
    ]);
  });
});
