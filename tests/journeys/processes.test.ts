import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdfText } from './read-pdf-text.ts';
import { type Caller, type Json, startTestServer, type TestServer } from './start-server.ts';

const FIVE = [
  'actualizacion-datos',
  'activacion-tarjeta',
  'prestamo-inmediato',
  'entrega-pin',
  'debito-automatico',
];

let server: TestServer;
let now = '2026-07-01T14:00:00.000Z';
let analyst: Caller;
let owner: Caller;

beforeAll(async () => {
  server = await startTestServer({ world: 'tiny', clock: () => now });
  [analyst, owner] = await Promise.all([server.as('analyst'), server.as('process-owner')]);
}, 60_000);
afterAll(async () => server.stop());

interface ReadMap {
  readonly period: string | null;
  readonly sentence: { readonly es: string };
  readonly bands: readonly Json[];
  readonly hidden: number;
  readonly boxes: readonly Json[];
}

async function readMap(caller: Caller): Promise<ReadMap> {
  const { status, body } = await caller.call('get /api/processes?period=2011-06');
  expect(status).toBe(200);
  return { ...body, boxes: body.bands.flatMap(({ boxes }: Json) => boxes) };
}

describe('the process map', () => {
  it('colours each process by its worst indicator of the period, and says how many fail', async () => {
    const map = await readMap(analyst);
    expect(map.bands.map(({ band }: Json) => band)).toEqual(['estrategico', 'productivo', 'apoyo']);
    const boxOf = (id: string) => map.boxes.find((box) => box.id === id);
    const { body: sheet } = await analyst.call(
      'get /api/indicators/plazo-debito-automatico/sheet?period=2011-06',
    );
    expect(boxOf('debito-automatico')).toMatchObject({
      state: sheet.measurement?.verdict ?? 'not-met',
      worst: { id: 'plazo-debito-automatico', of: null },
      procedures: 1,
    });
    // The family is as bad as the worst drawn in it, and says which that is.
    expect(boxOf('tarjetas-de-credito')).toMatchObject({ state: 'not-met' });
    expect(boxOf('tarjetas-de-credito').worst.of).not.toBeNull();
    expect(boxOf('prestamo-inmediato').state).toBe('met');
    expect(boxOf('inversiones')).toMatchObject({ state: 'none', worst: null, indicators: 0 });
    // The sentence counts each process once, by its own indicators and not by those drawn inside it.
    const { indicators } = (await analyst.call('get /api/indicators?period=2011-06')).body;
    const count = (of: readonly Json[]) => new Set(of.map(({ process }: Json) => process.id)).size;
    const measured = count(indicators);
    const failing = count(indicators.filter(({ verdict }: Json) => verdict === 'not-met'));
    expect(map.sentence.es).toBe(
      `En junio de 2011, ${failing} de ${measured} procesos con indicador no cumplen; ${map.boxes.length - measured} más no tienen ninguno.`,
    );
    expect(new Set(map.boxes.map(({ id }) => id)).size).toBe(map.boxes.length);
  });

  it('shows an owner their own figures, and of the rest the box without colour', async () => {
    const map = await readMap(owner);
    const states = new Map(map.boxes.map(({ id, state }) => [id, state]));
    expect(states.get('debito-automatico')).toBe('not-met');
    expect(states.get('inversiones')).toBe('hidden');
    // What holds theirs and more has no colour: it would be that of a part.
    expect(states.get('operaciones')).toBe('hidden');
    expect(map.hidden).toBeGreaterThan(10);
    for (const box of map.boxes.filter(({ state }) => state === 'hidden')) expect(box.worst).toBeNull();
    const { body } = await owner.call('get /api/processes/inversiones?period=2011-06');
    expect(body).toMatchObject({ reached: false, indicators: [], complaints: null, may_edit: false });
    expect(body.versions.length).toBeGreaterThan(0);
  });

  it('shows no figure to who has none to see, and all of what processes are', async () => {
    const administrator = await server.as('administrator');
    const map = await readMap(administrator);
    expect(map.period).toBeNull();
    expect(new Set(map.boxes.map(({ state }) => state))).toEqual(new Set(['hidden']));
    const { body } = await administrator.call('get /api/processes/debito-automatico/procedure');
    expect(body.procedure.nodes.length).toBeGreaterThan(10);
    expect(body.times).toEqual([]);
    expect((await (await server.as(null)).call('get /api/processes')).status).toBe(401);
  });

  it('refuses a process that is not there', async () => {
    const { status, body } = await analyst.call('get /api/processes/no-existe');
    expect([status, body.refused.code]).toEqual([404, 'process-not-found']);
    const other = await analyst.call('get /api/processes/debito-automatico/procedure?procedure=entrega-pin');
    expect([other.status, other.body.refused.code]).toEqual([404, 'procedure-not-found']);
  });

  it('counts the complaints of a process with those of what rolls up to it', async () => {
    const complaintsOf = async (id: string) =>
      (await analyst.call(`get /api/processes/${id}?period=2011-06`)).body.complaints;
    const family = await complaintsOf('tarjetas-de-credito');
    const services = await Promise.all(FIVE.map(complaintsOf));
    expect(family.n).toBeGreaterThanOrEqual(services.reduce((sum, { n }) => sum + n, 0));
    const debit = await complaintsOf('debito-automatico');
    expect(debit.of).toBe(family.of);
    expect(debit.n).toBeGreaterThan(0);
    expect(debit.n).toBeLessThan(family.n);
  });
});

describe('what a process is', () => {
  const toBody = (version: Json, changes: Json) => ({ ...version, seen: version.from, ...changes });

  it('is written anew from a date on by who may; what was stays, and the deed is told', async () => {
    const read = async () => (await analyst.call('get /api/processes/debito-automatico')).body;
    const before = await read();
    expect(before.may_edit).toBe(true);
    const [last] = before.versions;
    const changes = { from: '2026-07-01', responsible: { es: 'Jefe de débitos', en: 'Jefe de débitos' } };
    const saved = await owner.call('post /api/processes/debito-automatico/characterisation', {
      body: toBody(last, changes),
    });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    const after = await read();
    expect(after.current).toBe('2026-07-01');
    expect(after.versions[0].responsible.es).toBe('Jefe de débitos');
    expect(after.versions.slice(1)).toEqual(before.versions);
    // What else the process is was not touched: its rules, its place, its figures.
    expect({ ...after, versions: [], current: null, sentence: null }).toEqual({
      ...before,
      versions: [],
      current: null,
      sentence: null,
    });
    const { body: trail } = await (await server.as('auditor')).call('get /api/audit/trail');
    expect(JSON.stringify(trail)).toContain(
      'escribió una versión nueva de lo que es «Débito automático», desde el 1 de julio de 2026',
    );
    const moved = await analyst.call('post /api/processes/debito-automatico/characterisation', {
      body: toBody(last, { from: '2026-08-01' }),
    });
    expect([moved.status, moved.body.refused.code]).toEqual([409, 'characterisation-moved']);
  });

  it.each([
    ['characterisation-line-missing', { objective: { es: ' ', en: '' }, from: '2027-01-01' }],
    ['characterisation-before-last', { from: '2011-01-01', objective: { es: 'Otro', en: 'Other' } }],
    ['characterisation-indicator-unknown', { from: '2027-01-01', indicators: ['no-existe'] }],
    ['characterisation-same', { from: '2027-01-01' }],
  ])('refuses with %s', async (code, changes) => {
    const { body } = await analyst.call('get /api/processes/entrega-pin');
    const { status, body: answer } = await analyst.call('post /api/processes/entrega-pin/characterisation', {
      body: toBody(body.versions[0], changes),
    });
    expect([status, answer.refused.code]).toEqual([422, code]);
    expect((await analyst.call('get /api/processes/entrega-pin')).body.versions).toEqual(body.versions);
  });

  it('is not written by who answers for another, nor by a desk', async () => {
    const { body } = await analyst.call('get /api/processes/inversiones');
    const send = (caller: Caller) =>
      caller.call('post /api/processes/inversiones/characterisation', {
        body: toBody(body.versions[0], { from: '2027-01-01', objective: { es: 'Otro', en: 'Other' } }),
      });
    const mine = await send(owner);
    expect([mine.status, mine.body.refused.code]).toEqual([403, 'out-of-scope']);
    expect((await send(await server.as('supervisor'))).status).toBe(403);
  });
});

describe('the procedure', () => {
  it.each(FIVE)('of %s goes out as BPMN 2.0 that is read back without a warning', async (id) => {
    const { body: view } = await analyst.call(`get /api/processes/${id}/procedure`);
    const { status, response } = await analyst.call(`get /api/processes/${id}/procedure/bpmn`);
    expect(status).toBe(200);
    expect(response.headers.get('content-disposition')).toContain(`${view.procedure.id}.bpmn`);
    const { rootElement, warnings } = await new BpmnModdle().fromXML(await response.text());
    expect(warnings).toEqual([]);
    const [collaboration, process] = rootElement['rootElements'] as ModdleElement[];
    const elements = process!['flowElements'] as ModdleElement[];
    const nodes = elements.filter(({ $type }) => $type !== 'bpmn:SequenceFlow');
    expect(nodes.map((node) => node['id'])).toEqual(
      view.procedure.nodes.map((node: Json) => `Node_${node.id}`),
    );
    const [{ lanes }] = process!['laneSets'] as [{ lanes: { name: string; flowNodeRef: ModdleElement[] }[] }];
    expect(lanes.flatMap(({ flowNodeRef }) => flowNodeRef)).toHaveLength(nodes.length);
    for (const node of view.procedure.nodes) {
      const actor = view.procedure.actors.find((each: Json) => each.id === node.actor);
      const lane = lanes.find(({ flowNodeRef }) =>
        flowNodeRef.some((each) => each['id'] === `Node_${node.id}`),
      );
      expect(lane?.name).toBe(actor.name.es);
    }
    // Everything is drawn: the pool, its lanes, each node and each arrow.
    const [diagram] = rootElement['diagrams'] as [{ plane: { planeElement: ModdleElement[] } }];
    const drawn = new Set(
      diagram.plane.planeElement.map(({ bpmnElement }) => (bpmnElement as ModdleElement)['id']),
    );
    const [pool] = collaboration!['participants'] as ModdleElement[];
    expect(drawn).toEqual(
      new Set([pool, ...lanes, ...elements].map((each) => (each as ModdleElement)['id'])),
    );
  });

  it('goes out on paper with every step in words and in its drawing', async () => {
    const { body: view } = await analyst.call('get /api/processes/debito-automatico/procedure');
    const { status, response } = await analyst.call('get /api/processes/debito-automatico/procedure/pdf');
    expect(status).toBe(200);
    const text = readPdfText(Buffer.from(await response.arrayBuffer())).replaceAll(/\s+/g, '');
    for (const node of view.procedure.nodes) expect(text).toContain(node.name.es.replaceAll(/\s+/g, ''));
    for (const policy of view.procedure.policies)
      expect(text).toContain(policy.es.replaceAll(/\s+/g, '').slice(0, 30));
  });

  it('shows on each step the median time since the one before, from cases worked here, and nothing without them', async () => {
    now = '2026-07-02T14:00:00.000Z';
    const [executive, supervisor, reader] = await Promise.all([
      server.as('executive'),
      server.as('supervisor'),
      server.as('analyst'),
    ]);
    const path = 'get /api/processes/entrega-pin/procedure?period=2026-07' as const;
    expect((await reader.call(path)).body.times).toEqual([]);
    const fields = { data_match: 'si', requester: 'titular', signature_system: true, signature_card: true };
    const { body: listed } = await executive.call('get /api/cases/procedures');
    const { steps } = listed.procedures.find(({ id }: Json) => id === 'entrega-pin');
    const { body: check } = await executive.call('post /api/cases/check', {
      body: { procedure: 'entrega-pin', fields },
    });
    let keys = 0;
    for (const minutes of [2, 5, 10]) {
      const opening = Date.parse('2026-07-02T14:00:00.000Z') + (keys += 1) * 900_000;
      now = new Date(opening).toISOString();
      const { body: attended } = await executive.call('post /api/cases/attendances', {
        body: { procedure: 'entrega-pin' },
      });
      // Each step is confirmed one minute after the one before.
      const confirmed = steps.map(({ id }: Json, index: number) => ({
        id,
        at: new Date(opening + index * 60_000).toISOString(),
      }));
      const opened = opening + (steps.length - 1) * 60_000;
      now = new Date(opened).toISOString();
      const { status, body } = await executive.call('post /api/cases', {
        body: {
          key: `procesos-${keys}`,
          attendance: attended.id,
          procedure: 'entrega-pin',
          unit: 'norte',
          client: 'CL-7',
          channel: null,
          core_number: null,
          linked_to: null,
          fields,
          papers: check.papers,
          steps: confirmed,
        },
      });
      expect(status, JSON.stringify(body)).toBe(200);
      now = new Date(opened + minutes * 60_000).toISOString();
      const { body: seen } = await supervisor.call(`get /api/cases/one/${body.number}`);
      const acted = await supervisor.call(`post /api/cases/one/${body.number}/acts`, {
        body: {
          key: `generar-${keys}`,
          action: 'generar',
          seen: seen.events.at(-1).id,
          fields: {},
          note: null,
        },
      });
      expect(acted.status, JSON.stringify(acted.body)).toBe(200);
    }
    const { body } = await reader.call(path);
    const timeOf = (node: string) => body.times.find((time: Json) => time.node === node);
    // Nothing comes before the first step; the others took a minute; the supervisor's, the middle of 2, 5 and 10.
    expect(timeOf(steps[0].id)).toBeUndefined();
    expect(timeOf(steps[1].id)).toEqual({ node: steps[1].id, median_min: 1, n: 3 });
    const generated = body.times.filter(({ median_min }: Json) => median_min !== 1);
    expect(generated).toEqual([{ node: expect.any(String), median_min: 5, n: 3 }]);
    expect(body.sentence.es).toContain('3 casos abiertos en julio de 2026');
    // The month before has none, and a supervisor of another unit reaches none.
    const before = await reader.call('get /api/processes/entrega-pin/procedure?period=2026-06');
    expect(before.body.times).toEqual([]);
    const elsewhere = await reader.call('get /api/processes/entrega-pin/procedure?period=2026-07&unit=sur');
    expect(elsewhere.body.times).toEqual([]);
  });
});
