import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, startTestServer, type TestServer } from './start-server.ts';

const START = {
  name: 'Cooperativa Los Andes',
  kind: 'cooperativa',
  words: { client: 'socio', unit: 'oficina', staff: 'asesor' },
  country: 'EC',
  packs: [],
  calendar: 'ecuador-regular',
  hours: null,
  people_count: 1,
  password: 'la casa verde de mi abuela',
  people: [
    {
      login: 'rosa',
      name: 'Rosa Guamán',
      language: 'es',
      staff_name: null,
      grants: [{ role: 'analyst', units: null, processes: null, until: null }],
    },
  ],
};
const HEADER =
  'Trámite;Servicio;Oficina;Fecha de ingreso;Hora de ingreso;Fecha de cierre;Hora de cierre;Estado';
/** Loans of 50, 40 and 60 hours; certificates of one hour and of two. */
const OCTOBER = [
  HEADER,
  '1;Crédito de consumo;Matriz;13/10/2026;08:00;15/10/2026;10:00;Cerrado',
  '2;Crédito de consumo;Matriz;14/10/2026;08:00;16/10/2026;00:00;Cerrado',
  '3;Crédito de consumo;Norte;19/10/2026;08:00;21/10/2026;20:00;Cerrado',
  '4;Certificado bancario;Norte;20/10/2026;09:00;20/10/2026;10:00;Cerrado',
  '5;Certificado bancario;Norte;21/10/2026;09:00;21/10/2026;11:00;Cerrado',
  // Called off and never closed: neither open nor past its term.
  '7;Certificado bancario;Norte;22/10/2026;09:00;;;Anulado',
  '8;Certificado bancario;Norte;26/10/2026;09:00;26/10/2026;18:00;Anulado',
].join('\n');
/** No day after the twelfth: alone it does not say whether the day or the month comes first. */
const NOVEMBER = [HEADER, '6;Certificado bancario;Norte;03/11/2026;09:00;03/11/2026;10:00;Cerrado'].join(
  '\n',
);

let server: TestServer;
let cookie = '';
beforeAll(async () => {
  server = await startTestServer({ world: null, clock: () => '2026-11-22T15:00:00Z' });
});
afterAll(() => server.stop());

/** A call of the only person there is; a text is the bytes of a file. */
async function call(route: string, body?: unknown): Promise<Json> {
  const [method = '', path = ''] = route.split(' ');
  const isFile = typeof body === 'string';
  const response = await fetch(`${server.url}${path}`, {
    method: method.toUpperCase(),
    headers: {
      origin: server.url,
      cookie,
      'content-type': isFile ? 'application/octet-stream' : 'application/json',
      ...(isFile && { 'x-file-name': 'tramites.csv' }),
    },
    body: body === undefined ? null : isFile ? body : JSON.stringify(body),
  });
  for (const given of response.headers.getSetCookie()) cookie = given.split(';')[0] ?? '';
  return response.json();
}

const hours = (number: string) => ({ number, unit: 'h' });
const measure = (...terms: readonly (readonly [string, string])[]) =>
  call('post /api/authoring/services', {
    services: terms.map(([service, number]) => ({ service, limit: hours(number) })),
  });
const content = () => server.host.current().content;
const examples = async (): Promise<Map<string, Json>> => {
  const { areas } = await call('get /api/examples');
  const all: Json[] = areas.flatMap((area: Json) => area.examples);
  return new Map(all.map((example) => [example.id, example]));
};

describe('the first verdict on a file of one’s own', () => {
  it('has the services of a file added all at once, or none', async () => {
    await call('post /api/start', START);
    const add = (...names: readonly string[]) =>
      call('post /api/processes/several', { processes: names.map((name) => ({ name, parent: null })) });
    expect((await add('Certificado bancario', 'CERTIFICADO BANCARIO')).refused.code).toBe('process-taken');
    expect(content().catalogue.processes.has('certificado-bancario')).toBe(false);
    expect((await call('get /api/authoring/services')).services).toEqual([]);
    expect(await add('Certificado bancario', 'Crédito de consumo')).toEqual({
      ids: ['certificado-bancario', 'credito-de-consumo'],
    });
    const brought = await call('post /api/imports', OCTOBER);
    expect(brought.counts, JSON.stringify(brought)).toMatchObject({ read: 7, accepted: 7 });
  });

  it('lists what stands in the rows without a term, and refuses a term that is none', async () => {
    expect(await call('get /api/authoring/services')).toMatchObject({
      dataset: 'requests',
      measured: 0,
      services: [
        { id: 'credito-de-consumo', n: 3, closed: 3, usual_min: 50 * 60, limit: null },
        { id: 'certificado-bancario', n: 2, closed: 2, usual_min: 90, limit: null },
      ],
    });
    for (const wrong of ['0', '-4', 'dos'])
      expect(
        (await measure(['certificado-bancario', '2'], ['credito-de-consumo', wrong])).refused,
      ).toMatchObject({
        code: 'service-term-wrong',
        sentence: expect.stringContaining('«Crédito de consumo»'),
      });
    const stranger = await measure(['certificado-bancario', '2'], ['inversiones', '2']);
    expect(stranger.refused.code).toBe('service-not-measurable');
    // All of them or none: the right one was not made either.
    expect(content().indicators.size).toBe(0);
  });

  it('makes an indicator of each at once, and says what is met', async () => {
    const { made } = await measure(['credito-de-consumo', '48'], ['certificado-bancario', '1,5']);
    expect(made.map(({ id }: Json) => id)).toEqual([
      'plazo-credito-de-consumo',
      'plazo-certificado-bancario',
    ]);
    expect(content().problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const codes = [...content().catalogue.sheets.values()].map(({ code }) => code);
    expect(new Set(codes).size).toBe(2);
    const { view } = await call('get /api/home?period=2026-10');
    const found = Object.fromEntries(
      view.indicators.map(({ id, verdict, result }: Json) => [id, [verdict, result.es.value]]),
    );
    // By hand: 50, 40 and 60 hours among three are 50; one and two among two are 1,5.
    expect(found).toEqual({
      'plazo-credito-de-consumo': ['not-met', '50 h'],
      'plazo-certificado-bancario': ['met', '1,5 h'],
    });
    expect(await call('get /api/authoring/services')).toMatchObject({ services: [], measured: 2 });
    expect((await measure(['credito-de-consumo', '48'])).refused.code).toBe('service-not-measurable');
    const certificates = view.indicators.find(({ id }: Json) => id === 'plazo-certificado-bancario');
    expect(certificates).toMatchObject({ n: 2, provisional: false });
    const begun = await call('get /api/authoring/start?kind=plazo&dataset=requests');
    const opened = await call('get /api/authoring/indicators/plazo-credito-de-consumo');
    expect(opened).toMatchObject({ own: true, version: 1, versions: [{ version: 1 }] });
    const unannulled = [{ column: 'status', test: 'is-not', values: ['anulado'] }];
    expect([begun.where, opened.form.where]).toEqual([unannulled, unannulled]);
    expect(opened.form.population.es).toBe('Requerimientos, sin los casos anulados');
    expect(opened.form.standards[0]).toMatchObject({ from: '2026-10-01', limit: { amount: hours('48') } });
    expect(server.host.current().ledger.verifyChain().findings).toEqual([]);
  });

  it('offers an example as ready only when every column it reads has something in it', async () => {
    const found = await examples();
    expect(found.get('requerimientos-recibidos')).toMatchObject({ state: 'ready', process: null });
    const women = found.get('atencion-a-mujeres');
    expect(women.state).toBe('needs-file');
    expect(women.needs.map(({ dataset, state }: Json) => [dataset, state])).toEqual([
      ['requests', 'partial'],
      ['clients', 'declared'],
    ]);
    expect(women.needs[0].columns.map(({ label }: Json) => label.es)).toEqual(['Socio']);
    // What the institution left out says so before it is taken.
    expect(found.get('tarjetas-aprobadas').process.es).toMatch(/[Tt]arjetas/);
  });

  it('says which cell to look at when the hour is wrong and the day is not', async () => {
    const rows = Array.from(
      { length: 38 },
      (_, index) =>
        `${100 + index};Certificado bancario;Norte;${13 + (index % 9)}/10/2026;09:00;${13 + (index % 9)}/10/2026;10:00;Cerrado;1,5`,
    );
    const wrong = [
      '200;Certificado bancario;Norte;13/10/2026;11:00;13/10/2026;10:00;Cerrado;1,5',
      '201;Certificado bancario;Norte;13/10/2026;11:00;13/10/2026;25:70;Cerrado;1,5',
    ];
    const more = [`${HEADER};Minutos de atención`, ...rows, ...wrong].join('\n');
    const brought = await call('post /api/imports', more);
    expect(brought.counts, JSON.stringify(brought)).toMatchObject({ read: 40, quarantined: 2 });
    const { sheets } = await call('get /api/corrections');
    expect(sheets[0].rows.map(({ wrong: at }: Json) => sheets[0].columns[at].header)).toEqual([
      'Hora de cierre',
      'Hora de cierre',
    ]);
    expect(sheets[0].rows[1].problem.sentence).toContain('no es una hora');
  });

  it('remembers the order of day and month of the file before', async () => {
    const brought = await call('post /api/imports', NOVEMBER);
    expect(brought.counts, JSON.stringify(brought)).toMatchObject({ read: 1, accepted: 1 });
    const { view } = await call('get /api/home?period=2026-11');
    expect(view.indicators.find(({ id }: Json) => id === 'plazo-certificado-bancario')).toMatchObject({
      n: 1,
    });
  });
});
