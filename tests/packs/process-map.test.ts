import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Band, BANDS, type LocalText } from '../../src/kernel/index.ts';
import { loadCatalogue } from '../../src/library/index.ts';

const PACKS = path.resolve(import.meta.dirname, '../../packs');
const { catalogue, problems } = await loadCatalogue([PACKS]);
const shelf = (await loadCatalogue([PACKS], { examples: true })).catalogue;
const processes = [...catalogue.processes.values()];

function findBand(id: string): Band | null {
  const process = catalogue.processes.get(id);
  return process?.band ?? (process?.under ? findBand(process.under) : null);
}

function listTexts(value: unknown): LocalText[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('es' in value && 'en' in value) return [value as LocalText];
  return Object.values(value).flatMap(listTexts);
}

/** The map as it is drawn: what stands directly under what. */
const MAP: Readonly<Record<string, readonly string[]>> = {
  'planificacion-institucional': [
    'planificacion-estrategica',
    'planificacion-operativa',
    'planificacion-financiera',
    'monitoreo-planificacion',
  ],
  'desarrollo-de-productos': [],
  comercial: [],
  operaciones: [
    'operaciones-activas',
    'operaciones-pasivas',
    'otros',
    'atencion-consultas',
    'atencion-reclamos',
  ],
  'operaciones-activas': ['creditos', 'tarjetas-de-credito'],
  'operaciones-pasivas': ['cuentas', 'inversiones'],
  'gestion-financiera': [],
  'gestion-riesgos-cumplimiento': [
    'riesgos-financieros',
    'riesgos-operacionales',
    'auditoria-interna',
    'prevencion-lavado-activos',
    'asesoria-legal',
    'proteccion-datos',
  ],
  'gestion-administrativa': [],
  'gestion-tecnologica': [
    'administracion-seguridades',
    'mantenimiento-aplicaciones',
    'proyectos-tecnologicos',
    'operacion-sistemas',
    'soporte-usuarios',
  ],
  'talento-humano': ['contratacion-personal', 'nomina', 'desarrollo-personal'],
};

const SERVICES = [
  'actualizacion-datos',
  'activacion-tarjeta',
  'prestamo-inmediato',
  'entrega-pin',
  'debito-automatico',
  'aumento-cupo',
  'diferimiento-exterior',
  'precancelacion-diferidos',
  'tarjeta-adicional',
  'perdida-tarjeta',
  'otros-servicios',
];

describe('the map of processes', () => {
  it('loads without a problem', () => {
    expect(problems).toEqual([]);
  });

  it('has three bands, and each process in one of them', () => {
    const roots = (band: Band) => processes.filter((each) => each.band === band).map(({ id }) => id);
    expect(BANDS.map(roots)).toEqual([
      ['planificacion-institucional'],
      ['desarrollo-de-productos', 'comercial', 'operaciones'],
      [
        'gestion-financiera',
        'gestion-riesgos-cumplimiento',
        'gestion-administrativa',
        'gestion-tecnologica',
        'talento-humano',
      ],
    ]);
    expect(processes.filter(({ id }) => findBand(id) === null)).toEqual([]);
    expect([...shelf.processes.values()].filter(({ under, band }) => !under && !band)).toEqual([]);
  });

  it.each(Object.entries(MAP))('draws under %s what belongs there', (id, below) => {
    expect(processes.filter(({ under }) => under === id).map((each) => each.id)).toEqual(below);
  });

  it('draws the services of cards under their family, and only the mixed groups as mixed', () => {
    const below = processes.filter(({ under }) => under === 'tarjetas-de-credito').map(({ id }) => id);
    expect(below).toEqual(['solicitud-tarjetas', 'establecimientos-tarjetas', ...SERVICES]);
    expect(processes.filter(({ mixed }) => mixed).map(({ id }) => id)).toEqual(['otros', 'otros-servicios']);
  });

  it('leaves the tree of results as it was: the families at its root, the services under cards', () => {
    for (const id of ['cuentas', 'tarjetas-de-credito', 'inversiones', 'otros'])
      expect(catalogue.processes.get(id)).toMatchObject({ parent: null });
    for (const id of SERVICES) expect(catalogue.processes.get(id)?.parent).toBe('tarjetas-de-credito');
    expect(processes.filter(({ critical }) => critical).map(({ id }) => id)).toEqual(SERVICES.slice(0, 5));
  });
});

describe('what a process is', () => {
  it.each(processes)('is told whole, in both languages: $id', (process) => {
    const [version] = process.characterisations;
    expect(process.characterisations).toHaveLength(1);
    const { suppliers, clients, inputs, activities, outputs, documents, norms, resources } = version!;
    for (const list of [inputs, activities, outputs, documents, norms, resources])
      expect(list.length).toBeGreaterThan(0);
    expect(activities.length).toBeGreaterThanOrEqual(2);
    expect(suppliers.internal.length + suppliers.external.length).toBeGreaterThan(0);
    expect(clients.internal.length + clients.external.length).toBeGreaterThan(0);
    const texts = listTexts(version);
    expect(texts.filter(({ es, en }) => es === '' || en === '' || es === en)).toEqual([]);
    const whole = listTexts([version!.objective, version!.starts, version!.ends]).flatMap(Object.values);
    expect(whole.filter((text) => !text.endsWith('.'))).toEqual([]);
  });

  it('names only indicators there are, measured or on the shelf of examples', () => {
    const named = processes.flatMap(({ characterisations }) =>
      characterisations.flatMap(({ indicators }) => indicators),
    );
    expect(named.filter((id) => !shelf.sheets.has(id))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining([...catalogue.sheets.keys()]));
  });

  const RATIOS: readonly (readonly [process: string, indicator: string])[] = [
    ['desarrollo-de-productos', 'productos-implementados'],
    ['desarrollo-de-productos', 'reclamos-de-productos-nuevos'],
    ['comercial', 'cumplimiento-presupuesto-ventas'],
    ['comercial', 'clientes-nuevos'],
    ['creditos', 'creditos-desembolsados'],
    ['creditos', 'plazo-de-desembolso'],
    ['establecimientos-tarjetas', 'establecimientos-aprobados'],
    ['solicitud-tarjetas', 'tarjetas-aprobadas'],
    ['cuentas', 'cuentas-abiertas-sobre-cerradas'],
    ['inversiones', 'inversiones-sobre-captaciones'],
    ['atencion-reclamos', 'reclamos-en-plazo'],
  ];
  it.each(RATIOS)('of %s has the ratio %s, whose sheet names it back', (process, indicator) => {
    expect(catalogue.processes.get(process)?.characterisations[0]?.indicators).toContain(indicator);
    expect(shelf.sheets.get(indicator)?.process).toBe(process);
  });
});
