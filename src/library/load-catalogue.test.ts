import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ONE, rational } from '../kernel/index.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { GOOD, removeRoots, writeRoot } from './pack-writer.fixture.ts';

afterAll(removeRoots);

const SHIPPED = join(import.meta.dirname, '../../packs');
const MANIFEST = 'pack: propio\nversion: 1\nname: Propio\nlicence: propia\nsource: El banco\n';

describe('the packs that come with Circuito', () => {
  it('load without a problem', async () => {
    const { catalogue, problems } = await loadCatalogue([SHIPPED]);
    expect(problems).toEqual([]);
    expect(catalogue.packs.map((pack) => pack.id).slice(0, 2)).toEqual(['base', 'tarjetas-de-credito']);
    expect([...catalogue.sheets.keys()]).toEqual(
      expect.arrayContaining([
        'efectividad-activacion',
        'efectividad-actualizacion-datos',
        'plazo-actualizacion-datos',
        'plazo-debito-automatico',
        'plazo-prestamo-inmediato',
        'productividad-ejecutivo',
        'tiempo-entrega-pin',
      ]),
    );
    expect([...catalogue.datasets.keys()]).toEqual(
      expect.arrayContaining([
        'absences',
        'capacity',
        'cards',
        'clients',
        'complaints',
        'deliveries',
        'historico',
        'requests',
        'staff',
        'units',
      ]),
    );
  });

  it('have four families, eleven services and the five critical ones', async () => {
    const { catalogue } = await loadCatalogue([SHIPPED]);
    const own = [...catalogue.processes.values()];
    const families = ['cuentas', 'tarjetas-de-credito', 'inversiones', 'otros'];
    expect(families.map((id) => catalogue.processes.get(id)?.parent)).toEqual([null, null, null, null]);
    // With the eleven: the issuing of cards and the affiliation of merchants.
    expect(own.filter((each) => each.parent === 'tarjetas-de-credito')).toHaveLength(13);
    const critical = own.filter((each) => each.critical);
    expect(critical.map((each) => each.id).sort()).toEqual([
      'activacion-tarjeta',
      'actualizacion-datos',
      'debito-automatico',
      'entrega-pin',
      'prestamo-inmediato',
    ]);
    expect(critical.every((each) => each.rules.length >= 4)).toBe(true);
  });

  it('give 6,600 and 5,400 minutes of capacity', async () => {
    const { catalogue } = await loadCatalogue([SHIPPED]);
    const minutes = (id: string): number | undefined => {
      const schedule = catalogue.schedules.get(id);
      return (
        schedule &&
        (schedule.day_min - schedule.lunch_min - schedule.unproductive_min) * schedule.days_per_month
      );
    };
    expect([minutes('regular'), minutes('especial')]).toEqual([6600, 5400]);
  });

  it('keep standards exact, and holidays in both calendars', async () => {
    const { catalogue } = await loadCatalogue([SHIPPED]);
    const standard = (id: string) => catalogue.sheets.get(id)?.standards[0];
    expect(standard('productividad-ejecutivo')).toMatchObject({ floor: rational(9n, 10n), ceiling: ONE });
    expect(standard('efectividad-activacion')?.historical_error).toEqual(rational(1n, 40n));
    expect(standard('tiempo-entrega-pin')?.limit).toBe('6 min');
    for (const id of ['ecuador-regular', 'ecuador-especial']) {
      const version = catalogue.calendars.get(id)?.versions[0];
      expect(version?.exceptions.get('2026-05-25')).toEqual([]);
      expect(version?.week[6]).toEqual([]);
    }
    expect(catalogue.calendars.get('ecuador-especial')?.versions[0]?.week[1]).toEqual([
      { from_min: 600, to_min: 960 },
    ]);
  });

  it('say where each field stands, also of a population named from elsewhere', async () => {
    const { catalogue } = await loadCatalogue([SHIPPED]);
    const places = catalogue.sheets.get('tiempo-entrega-pin')?.places;
    const file = 'packs/tarjetas-de-credito/indicators/tiempo-entrega-pin.yaml';
    expect(places?.get('formula')).toEqual({ file, line: 25, column: 10 });
    expect(places?.get('except.cruza-de-dia.where')).toEqual({ file, line: 28, column: 12 });
    expect(places?.get('standards[0].limit')).toEqual({ file, line: 36, column: 12 });
    expect(places?.get('population.where')).toEqual({
      file: 'packs/tarjetas-de-credito/populations/entregas-de-pin.yaml',
      line: 5,
      column: 8,
    });
    expect(catalogue.places.get('datasets/requests')?.get('rules[0].check')).toMatchObject({
      file: 'packs/base/datasets/requests.yaml',
    });
  });
});

describe('an optional pack', () => {
  const pack = (id: string, ...more: string[]) => ({
    'pack.yaml': [`pack: ${id}`, 'version: 1', `name: ${id}`, 'licence: propia', 'source: x', ...more].join(
      '\n',
    ),
  });
  const inForce = async (own: readonly string[]) => {
    const root = await writeRoot({
      comun: pack('comun'),
      credito: pack('credito', 'optional: true', 'requires: [garantias]'),
      garantias: pack('garantias', 'optional: true'),
      muestra: pack('muestra', 'examples: true', 'requires: [credito]'),
      propio: pack('propio', ...own),
    });
    const { catalogue, problems } = await loadCatalogue([root]);
    expect(problems).toEqual([]);
    return catalogue.packs.map(({ id }) => id);
  };

  it('stays on the shelf, also when only a shelf requires it', async () => {
    expect(await inForce([])).toEqual(['comun', 'propio']);
  });

  it('comes into force, with those it requires, where a pack in force requires it', async () => {
    expect(await inForce(['requires: [credito]'])).toEqual(['comun', 'garantias', 'credito', 'propio']);
    expect(await inForce(['requires: [garantias]', 'leaves_out: [credito]'])).toEqual([
      'comun',
      'garantias',
      'propio',
    ]);
  });
});

describe('an institution with its own folder', () => {
  const add = async (files: Record<string, string>) =>
    loadCatalogue([SHIPPED, await writeRoot({ propio: { 'pack.yaml': MANIFEST, ...files } })]);

  it('adds an indicator, with a reference value that stays out of the verdict', async () => {
    const sheet = (GOOD['indicators/plazo.yaml'] ?? '')
      .replace('process: clave', 'process: aumento-cupo')
      .replace('population: cerrados', "population: {dataset: requests, scope: process = 'aumento-cupo'}");
    const { catalogue, problems } = await add({ 'indicators/plazo.yaml': sheet });
    expect(problems).toEqual([]);
    const made = catalogue.sheets.get('plazo');
    expect(made?.population).toEqual({
      id: 'plazo',
      dataset: 'requests',
      scope: "process = 'aumento-cupo'",
      where: null,
      name: { es: 'Plazo', en: 'Term' },
    });
    expect(made?.references).toEqual([
      {
        name: { es: 'Otro banco', en: 'Otro banco' },
        value: '24 h',
        source: 'Publicidad vista en su agencia',
        date: '2011-05-01',
      },
    ]);
    expect(made?.standards.map((standard) => standard.limit)).toEqual(['48 h', '24 h']);
  });

  it('adds a data set, a calendar and a code list, each by one file', async () => {
    const { catalogue, problems } = await add({
      'codes/estado.yaml': GOOD['codes/estado.yaml'] ?? '',
      'datasets/tramites.yaml': GOOD['datasets/tramites.yaml'] ?? '',
      'holidays/fiestas.yaml': GOOD['holidays/fiestas.yaml'] ?? '',
      'calendars/oficina.yaml': GOOD['calendars/oficina.yaml'] ?? '',
    });
    expect(problems).toEqual([]);
    expect(catalogue.datasets.get('tramites')?.columns.map((column) => column.name)).toEqual([
      'numero',
      'proceso',
      'estado',
      'inicio',
      'fin',
      'minutos',
    ]);
    expect(catalogue.codes.get('estado')?.codes.map((code) => code.id)).toEqual(['abierto', 'cerrado']);
    const versions = catalogue.calendars.get('oficina')?.versions;
    expect(versions?.[0]?.exceptions).toEqual(new Map([['2011-05-27', []]]));
    expect(versions?.[1]?.exceptions).toEqual(new Map([['2012-12-24', [{ from_min: 540, to_min: 720 }]]]));
    expect(versions?.[1]?.week[1]).toEqual([{ from_min: 0, to_min: 1440 }]);
  });

  it('replaces a thing only when it says so', async () => {
    const schedule = (GOOD['schedules/normal.yaml'] ?? '').replace('schedule: normal', 'schedule: regular');
    const silent = await add({ 'schedules/regular.yaml': schedule.replace('420', '480') });
    expect(silent.problems.map(({ code, params }) => [code, params['other_file']])).toEqual([
      ['already-defined', 'packs/base/schedules/regular.yaml'],
    ]);
    expect(silent.catalogue.schedules.get('regular')?.day_min).toBe(420);
    const said = await add({ 'schedules/regular.yaml': `${schedule.replace('420', '480')}replaces: true\n` });
    expect(said.problems).toEqual([]);
    expect(said.catalogue.schedules.get('regular')).toMatchObject({ day_min: 480, pack: 'propio' });
    for (const mistake of ['siete', '"']) {
      const text = `${schedule.replace('420', mistake)}replaces: true\n`;
      const broken = await add({ 'schedules/regular.yaml': text });
      expect(broken.catalogue.schedules.has('regular')).toBe(false);
    }
  });

  it('changes a setting for all', async () => {
    const { catalogue } = await loadCatalogue([
      SHIPPED,
      await writeRoot({
        propio: { 'pack.yaml': `${MANIFEST}settings: {tail_share: 85 %, small_sample: 50}\n` },
      }),
    ]);
    expect(catalogue.settings).toEqual({
      tail_share: rational(17n, 20n),
      small_sample: 50,
      signals_per_day: 5,
      default_zone: 'America/Guayaquil',
      default_calendar: 'ecuador-regular',
      capacity_mode: null,
    });
  });

  it('may have no folder yet', async () => {
    const shipped = await loadCatalogue([SHIPPED]);
    const both = await loadCatalogue([SHIPPED, join(await writeRoot({}), 'absent')]);
    expect(both.problems).toEqual([]);
    expect(both.catalogue.digest).toBe(shipped.catalogue.digest);
  });
});

describe('the digest', () => {
  it('is the same for the same files anywhere, and another for any change', async () => {
    const of = async (files: Record<string, string>) =>
      (await loadCatalogue([await writeRoot({ prueba: files })])).catalogue.digest;
    const first = await of(GOOD);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await of(GOOD)).toBe(first);
    expect(await of({ ...GOOD, 'pack.yaml': `${GOOD['pack.yaml']}# nota\n` })).not.toBe(first);
    const { 'codes/estado.yaml': text = '', ...rest } = GOOD;
    expect(await of({ ...rest, 'codes/estados.yaml': text })).not.toBe(first);
  });
});

describe('YAML as people write it', () => {
  it('keeps dates, hours, words and numbers as written', async () => {
    const codes = `codes: respuestas
values:
  no: {label: No}
  yes: {label: 'Sí'}
  null: {label: Nada}
  0012: {label: Doce}
`;
    const sheet = (GOOD['indicators/plazo.yaml'] ?? '')
      .replace('formula: sum(measure) / sum(limit)', 'formula: >-\n  sum(measure)\n  / sum(limit)')
      .replace('measure: elapsed(inicio, fin)', 'measure: "elapsed(inicio, fin)"');
    const { catalogue, problems } = await loadCatalogue([
      await writeRoot({
        prueba: { ...GOOD, 'codes/respuestas.yaml': codes, 'indicators/plazo.yaml': sheet },
      }),
    ]);
    expect(problems).toEqual([]);
    expect(catalogue.codes.get('respuestas')?.codes.map((code) => code.id)).toEqual([
      'no',
      'yes',
      'null',
      '0012',
    ]);
    const made = catalogue.sheets.get('plazo');
    expect(made?.formula).toBe('sum(measure) / sum(limit)');
    // A formula in a block begins on the next line, one in quotes after the quote.
    expect(made?.places.get('formula')).toMatchObject({ line: 20, column: 3 });
    expect(made?.places.get('measure')).toMatchObject({ line: 17, column: 11 });
    expect(made?.standards[0]?.from).toBe('2011-01-01');
  });
});
