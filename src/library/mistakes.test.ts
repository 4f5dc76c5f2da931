import { afterAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from './load-catalogue.ts';
import { MISTAKES } from './mistakes.fixture.ts';
import { GOOD, removeRoots, writeRoot } from './pack-writer.fixture.ts';

afterAll(removeRoots);

describe('a mistake in a pack', () => {
  it('is absent from the good pack', async () => {
    const { catalogue, problems } = await loadCatalogue([await writeRoot({ prueba: GOOD })]);
    expect(problems).toEqual([]);
    expect([...catalogue.sheets.keys()]).toEqual(['plazo']);
  });

  it.each(MISTAKES)('%s', async (_, file, change, expected) => {
    const before = GOOD[file] ?? '';
    const pair = Array.isArray(change) ? (change as readonly [string, string]) : null;
    expect(before).toContain(pair?.[0] ?? '');
    const text = pair === null ? (change as string | Uint8Array) : before.replace(pair[0], () => pair[1]);
    const root = await writeRoot({ prueba: { ...GOOD, [file]: text } });
    const { problems } = await loadCatalogue([root]);
    const { code, file: at = `packs/prueba/${file}`, severity = 'error', ...wanted } = expected;
    const found = problems.filter((problem) => problem.code === code);
    expect(found.map(({ where, hint, severity: weight }) => ({ ...where, hint, severity: weight }))).toEqual(
      expect.arrayContaining([expect.objectContaining({ file: at, severity, ...wanted })]),
    );
  });

  it.each([
    ['a direction of another language', 'indicators/plazo.yaml', 'direction: at-most', 'direction: máximo'],
    ['a tab', 'indicators/plazo.yaml', '    direction: at-most', '\t\tdirection: at-most'],
    ['a tab in a list', 'datasets/tramites.yaml', '  estado: {type', '\testado: {type'],
  ])('is told once, without its consequences: %s', async (_, file, before, after) => {
    const text = (GOOD[file] ?? '').replace(before, after);
    const { problems } = await loadCatalogue([await writeRoot({ prueba: { ...GOOD, [file]: text } })]);
    const told = problems.filter(({ code }) => code !== 'leans-on-broken');
    expect(told).toHaveLength(1);
  });

  it('warns of one code for two sheets', async () => {
    const first = (GOOD['indicators/plazo.yaml'] ?? '').replace('version: 1', 'version: 1\ncode: TC-02');
    const second = first.replace('indicator: plazo', 'indicator: otro');
    const files = { ...GOOD, 'indicators/plazo.yaml': first, 'indicators/otro.yaml': second };
    const { catalogue, problems } = await loadCatalogue([await writeRoot({ prueba: files })]);
    expect(catalogue.sheets.size).toBe(2);
    expect(problems.map(({ code, severity, where, params }) => [code, severity, where.line, params])).toEqual(
      [
        [
          'code-of-two-sheets',
          'warning',
          3,
          expect.objectContaining({ code: 'TC-02', other: 'otro', other_line: 3 }),
        ],
      ],
    );
  });

  it('keeps the unit in which a bound is written', async () => {
    const text = (GOOD['indicators/plazo.yaml'] ?? '').replace('ceiling: 100 %', 'ceiling: 72 h');
    const root = await writeRoot({ prueba: { ...GOOD, 'indicators/plazo.yaml': text } });
    const { catalogue, problems } = await loadCatalogue([root]);
    expect(problems).toEqual([]);
    expect(catalogue.sheets.get('plazo')?.standards).toMatchObject([
      { ceiling: { num: 72n, den: 1n }, ceiling_unit: 'h' },
      { ceiling: { num: 1n, den: 1n }, ceiling_unit: '%' },
    ]);
  });

  it('spares its siblings, and tells those who lean on it', async () => {
    const bad = { ...GOOD, 'datasets/tramites.yaml': 'dataset: tramites\n\tx: 1\n' };
    const free = (GOOD['indicators/plazo.yaml'] ?? '').replace('indicator: plazo', 'indicator: otro');
    const root = await writeRoot({
      prueba: {
        ...bad,
        'datasets/visitas.yaml': (GOOD['datasets/tramites.yaml'] ?? '').replace('tramites', 'visitas'),
        'indicators/otro.yaml': free.replace('population: cerrados', 'population: {dataset: visitas}'),
      },
    });
    const { catalogue, problems } = await loadCatalogue([root]);
    expect([...catalogue.sheets.keys()]).toEqual(['otro']);
    expect(problems.map(({ code, where }) => [code, where.file])).toEqual([
      ['tab-indent', 'packs/prueba/datasets/tramites.yaml'],
      ['leans-on-broken', 'packs/prueba/populations/cerrados.yaml'],
      ['leans-on-broken', 'packs/prueba/indicators/plazo.yaml'],
    ]);
  });

  it('in a file of processes spares the other processes', async () => {
    const text = `${GOOD['processes/procesos.yaml']}  malo:\n    nombre: Malo\n`;
    const { catalogue, problems } = await loadCatalogue([
      await writeRoot({ prueba: { ...GOOD, 'processes/procesos.yaml': text } }),
    ]);
    expect([...catalogue.processes.keys()]).toEqual(['tarjetas', 'clave']);
    expect(problems.map(({ code, where, hint }) => [code, where.line, hint])).toEqual([
      ['unknown-content-field', 9, 'name'],
    ]);
  });

  it('of a folder without manifest, or of packs that require each other, is told', async () => {
    const lost = await loadCatalogue([await writeRoot({ suelto: { 'codes/x.yaml': 'codes: x' } })]);
    expect(lost.problems.map(({ code, where }) => [code, where.file])).toEqual([
      ['pack-without-manifest', 'packs/suelto'],
    ]);
    const manifest = (id: string, other: string) =>
      `pack: ${id}\nversion: 1\nname: X\nlicence: X\nsource: X\nrequires: [${other}]\n`;
    const circle = await loadCatalogue([
      await writeRoot({ a: { 'pack.yaml': manifest('a', 'b') }, b: { 'pack.yaml': manifest('b', 'a') } }),
    ]);
    expect(circle.problems.map(({ code, where }) => [code, where.file, where.line])).toEqual([
      ['pack-cycle', 'packs/b/pack.yaml', 6],
    ]);
    expect(circle.catalogue.packs.map((pack) => pack.id)).toEqual(['b', 'a']);
  });
});
