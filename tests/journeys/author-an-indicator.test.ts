import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, startTestServer, type TestServer } from './start-server.ts';

let server: TestServer;
let analyst: Caller;
beforeAll(async () => {
  server = await startTestServer({ world: 'tiny', clock: () => '2011-07-15T15:00:00Z' });
  analyst = await server.as('analyst');
});
afterAll(() => server.stop());

describe('an indicator made through the wire', () => {
  it('goes from a form to its own sheet, and is measured once its owner approves it', async () => {
    const { body: form } = await analyst.call('get /api/authoring/start?kind=efectividad&dataset=deliveries');
    const filled = {
      ...form,
      name: { es: 'Entregas logradas', en: '' },
      process: 'actualizacion-datos',
      calculation: { ...form.calculation, test: [{ column: 'delivered', test: 'is', values: ['yes'] }] },
    };
    const draft = { form: filled };
    const preview = await analyst.call('post /api/authoring/preview', {
      body: { draft, of: null, period: null },
    });
    // 93 of 100 statements reached their destination.
    expect(preview.body.figure).toMatchObject({ period: '2011-06', value: 0.93, n: 100, verdict: 'not-met' });
    const body = { draft, of: null, base: null, reason: '' };
    const { body: result } = await analyst.call('post /api/authoring/indicators', { body });
    expect(result).toMatchObject({ saved: null, proposed: { deciders: ['Diego Salazar'] } });
    const owner = await server.as('process-owner');
    const decision = { body: { decision: 'approved', reason: '' } };
    await owner.call(`post /api/proposals/${result.proposed.proposal}/decide`, decision);
    const sheet = await analyst.call('get /api/indicators/entregas-logradas/sheet?period=2011-06');
    expect(sheet.status).toBe(200);
    const again = await analyst.call('post /api/authoring/indicators', { body });
    expect(again.body.refused).toMatchObject({ code: 'indicator-exists' });
    expect(again.body.refused.sentence).toContain('Entregas logradas');
  });

  it('offers the term that a procedure promises, and asks the same approval for many at once', async () => {
    const { services } = (await analyst.call('get /api/authoring/services')).body;
    const card = services.find(({ id }: { id: string }) => id === 'activacion-tarjeta');
    expect(card).toMatchObject({ limit: { number: '48', unit: 'h' } });
    const body = { services: [{ service: card.id, limit: card.limit }] };
    const sent = await analyst.call('post /api/authoring/services', { body });
    expect(sent.body).toMatchObject({ made: [], waiting: [{ id: 'plazo-activacion-y-entrega-de-tarjeta' }] });
    expect(sent.body.waiting[0].deciders.length).toBeGreaterThan(0);
    const left = (await analyst.call('get /api/authoring/services')).body.services;
    expect(left.map(({ id }: { id: string }) => id)).not.toContain(card.id);
    expect((await analyst.call('post /api/authoring/services', { body })).body.refused.code).toBe(
      'service-not-measurable',
    );
  });

  it('takes an example over, whose file can then be loaded', async () => {
    const taken = await analyst.call('post /api/examples/ofertas-concretadas/adopt');
    expect(taken.body).toMatchObject({ id: 'ofertas-concretadas', datasets: [{ id: 'offers' }] });
    const { body } = await analyst.call('get /api/examples');
    const areas = body.areas as { examples: { id: string }[] }[];
    const all = areas.flatMap(({ examples }) => examples);
    expect(all.find(({ id }) => id === 'ofertas-concretadas')).toMatchObject({
      state: 'adopted',
      needs: [{ dataset: 'offers', state: 'declared' }],
    });
    const template = await analyst.call('get /api/examples/ofertas-concretadas/template?dataset=offers');
    expect(template.response.headers.get('content-type')).toContain('spreadsheetml');
  });

  it('is not for who only reads, and never from a shape that no form has', async () => {
    const auditor = await server.as('auditor');
    expect((await auditor.call('get /api/examples')).status).toBe(200);
    expect((await auditor.call('post /api/examples/tasa-de-ausentismo/adopt')).status).toBe(403);
    expect((await auditor.call('get /api/authoring/vocabulary')).status).toBe(403);
    const body = { draft: { form: { name: 'x' } }, of: null, base: null, reason: '' };
    expect((await analyst.call('post /api/authoring/indicators', { body })).status).toBe(400);
    expect(
      (await analyst.call('get /api/authoring/indicators/..%2F..%2Fpack')).status,
    ).toBeGreaterThanOrEqual(400);
  });
});
