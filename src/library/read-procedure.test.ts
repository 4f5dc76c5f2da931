import { afterAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from './load-catalogue.ts';
import { removeRoots, writeRoot } from './pack-writer.fixture.ts';
import { WORKED } from './procedure.fixture.ts';

afterAll(removeRoots);

const OWN = `pack: propio
version: 1
name: Propio
licence: CC0-1.0
source: Propio
requires: [prueba]
`;
const CLAVE = WORKED['procedures/clave.yaml'] ?? '';
const PAIS = WORKED['deadlines/pais.yaml'] ?? '';

async function load(files: Readonly<Record<string, string>>, own?: Readonly<Record<string, string>>) {
  const packs = { prueba: files, ...(own && { propio: { 'pack.yaml': OWN, ...own } }) };
  return loadCatalogue([await writeRoot(packs)]);
}

describe('a procedure', () => {
  it('is read as written, its steps numbered in their order', async () => {
    const { catalogue } = await load(WORKED);
    const procedure = catalogue.procedures.get('clave');
    expect(procedure).toMatchObject({
      pack: 'prueba',
      process: 'clave',
      version: 2,
      from: '2011-01-01',
      name: { es: 'Entrega de clave', en: 'PIN delivery' },
      requirements: [],
      actors: [
        { id: 'cliente', area: null, role: null },
        { id: 'ejecutivo', area: { es: 'Agencia' }, role: 'executive' },
        { id: 'lote', role: null },
      ],
    });
    expect(procedure?.nodes.map((node) => [node.kind, node.id])).toEqual([
      ['start', 'pide'],
      ['step', 'informa'],
      ['decision', 'completo'],
      ['step', 'entrega'],
      ['end', 'listo'],
    ]);
    expect(procedure?.nodes.flatMap((node) => (node.kind === 'step' ? [node.number] : []))).toEqual([1, 2]);
    expect(procedure?.nodes[1]).toMatchObject({ activities: ['Requisitos'], next: null });
    expect(procedure?.nodes[2]).toMatchObject({ branches: [{ next: 'entrega' }, { next: 'informa' }] });
  });

  it('says how its cases flow', async () => {
    const { catalogue } = await load(WORKED);
    expect(catalogue.procedures.get('clave')?.case).toMatchObject({
      kind: 'solicitud',
      dataset: 'requests',
      prefix: 'P',
      public: false,
      fields: [
        {
          id: 'requester',
          type: 'choice',
          required: true,
          when: null,
          choices: [
            { id: 'titular', label: { es: 'Titular', en: 'Titular' }, group: null },
            { id: 'tercero', label: { es: 'Un tercero' }, group: { es: 'Otros' } },
          ],
        },
        { id: 'letter', when: "requester = 'tercero'", required: false },
        { id: 'amount' },
      ],
      papers: [
        { id: 'cedula', when: null, form: 'original' },
        { id: 'carta', when: 'letter', form: 'firmado' },
      ],
      bars: [{ code: 'tercero', when: "requester = 'tercero'" }],
      steps: ['informa'],
      initial: 'registrado',
      states: [
        { id: 'registrado', clock: 'runs', actor: 'ejecutivo', final: false },
        { id: 'espera', clock: 'waits', waits_for: { es: 'el cliente' } },
        { id: 'pendiente', actor: 'lote' },
        { id: 'cerrado', clock: 'stopped', final: true, actor: null },
      ],
      actions: [
        { id: 'pedir', to: 'espera' },
        { id: 'recibir' },
        {
          id: 'entregar',
          steps: ['entrega'],
          begins: null,
          fields: [{ id: 'answer', client_sees: true }],
          bars: [{ code: 'mucho' }],
        },
        { id: 'activar', by: ['batch', 'technician'], outcome: 'aprobado', not_opener: false },
      ],
      deadline: { kind: 'minutes', minutes: 6 },
      batch: { at: '22:00', from: 'pendiente', action: 'activar' },
    });
  });

  it.each([
    ['{clock: 24 h}', { kind: 'clock', hours: 24 }],
    ['{working-days: 2}', { kind: 'working-days', days: 2 }],
    ['{working-hours: 8 h}', { kind: 'working-hours', hours: 8 }],
    ['{minutes: 6 min}', { kind: 'minutes', minutes: 6 }],
    ['rule', { kind: 'rule' }],
  ])('may take %s', async (written, deadline) => {
    const text = CLAVE.replace('{minutes: 6}', written);
    const { catalogue, problems } = await load({ ...WORKED, 'procedures/clave.yaml': text });
    expect(problems).toEqual([]);
    expect(catalogue.procedures.get('clave')?.case?.deadline).toEqual(deadline);
  });

  it('may be documented without cases', async () => {
    const text = CLAVE.slice(0, CLAVE.indexOf('case:'));
    const { catalogue, problems } = await load({ ...WORKED, 'procedures/clave.yaml': text });
    expect(problems).toEqual([]);
    expect(catalogue.procedures.get('clave')?.case).toBeNull();
  });

  it('with an error leaves only itself out, one that cannot be read too', async () => {
    const other = CLAVE.replace('procedure: clave', 'procedure: otra');
    const braces = CLAVE.replace(/promise: .*/, 'promise: {es: Lista {due} o antes, en: Ready {due}}');
    const state = CLAVE.replace('initial: registrado', 'initial: x');
    for (const broken of [state, 'procedure: clave\n\tx: 1\n', braces]) {
      const files = { ...WORKED, 'procedures/clave.yaml': broken, 'procedures/otra.yaml': other };
      const { catalogue, problems } = await load(files);
      expect([...catalogue.procedures.keys()]).toEqual(['otra']);
      expect(problems).toHaveLength(1);
    }
  });

  it('takes the place of ours only when it says so', async () => {
    const own = CLAVE.replace('version: 2', 'version: 3');
    const twice = await load(WORKED, { 'procedures/clave.yaml': own });
    expect(twice.problems.map(({ code, where }) => [code, where.file])).toEqual([
      ['already-defined', 'packs/propio/procedures/clave.yaml'],
    ]);
    expect(twice.catalogue.procedures.get('clave')?.version).toBe(2);
    const replaced = await load(WORKED, { 'procedures/clave.yaml': `${own}replaces: true\n` });
    expect(replaced.problems).toEqual([]);
    expect(replaced.catalogue.procedures.get('clave')).toMatchObject({ version: 3, pack: 'propio' });
  });
});

describe('a deadline rule', () => {
  it('is read as written', async () => {
    const { catalogue } = await load(WORKED);
    expect(catalogue.deadlines.get('tercero')).toMatchObject({
      id: 'tercero',
      pack: 'prueba',
      kinds: ['solicitud'],
      country: 'EC',
      institutions: [],
      when: "requester = 'tercero'",
      from: '2005-01-01',
      until: '2030-12-31',
      amount: 60,
      counts: 'calendar-days',
      pauses: true,
      confirmed: '2026-01-10',
    });
    expect(catalogue.deadlines.get('todos')).toMatchObject({
      amount: 15,
      when: null,
      until: null,
      pauses: false,
    });
  });

  it('may be replaced one by one', async () => {
    const own = `deadlines:\n  todos:\n    replaces: true\n${PAIS.split('\n').slice(2, 10).join('\n')}\n`;
    const { catalogue, problems } = await load(WORKED, {
      'deadlines/propios.yaml': own.replace('calendar-days: 15', 'working-days: 10'),
    });
    expect(problems).toEqual([]);
    expect(catalogue.deadlines.get('todos')).toMatchObject({
      amount: 10,
      counts: 'working-days',
      pack: 'propio',
    });
    expect(catalogue.deadlines.size).toBe(2);
  });
});

describe('the map of processes', () => {
  it('is read with its bands, its places and the versions of what each process is', async () => {
    const { catalogue } = await load(WORKED);
    expect(catalogue.processes.get('tarjetas')).toMatchObject({
      band: 'productivo',
      under: null,
      mixed: false,
    });
    const clave = catalogue.processes.get('clave');
    expect(clave).toMatchObject({ band: null, under: 'tarjetas', parent: 'tarjetas', mixed: true });
    expect(clave?.characterisations.map(({ from, indicators }) => [from, indicators])).toEqual([
      ['2010-01-01', ['plazo']],
      ['2011-01-01', []],
    ]);
    expect(clave?.characterisations[0]?.suppliers).toEqual({
      internal: [],
      external: [{ es: 'Cliente', en: 'Cliente' }],
    });
  });

  it('may draw a process elsewhere than its results roll up', async () => {
    const text = `${WORKED['processes/procesos.yaml']}  canales:\n    name: Canales\n`.replace(
      '    mixed: true\n',
      '    under: canales\n',
    );
    const { catalogue, problems } = await load({ ...WORKED, 'processes/procesos.yaml': text });
    expect(problems).toEqual([]);
    expect(catalogue.processes.get('clave')).toMatchObject({ parent: 'tarjetas', under: 'canales' });
  });

  it('forgets an indicator that is not there and keeps the process', async () => {
    const text = (WORKED['processes/procesos.yaml'] ?? '').replace('[plazo]', '[plaso, plazo]');
    const { catalogue, problems } = await load({ ...WORKED, 'processes/procesos.yaml': text });
    expect(problems.map(({ code, hint }) => [code, hint])).toEqual([['unknown-name', 'plazo']]);
    expect(catalogue.processes.get('clave')?.characterisations[0]?.indicators).toEqual(['plazo']);
  });
});
