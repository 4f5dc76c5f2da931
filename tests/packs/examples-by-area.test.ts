import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path, { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRowRule, checkSheet } from '../../src/language/index.ts';
import { loadCatalogue, printSheet, readDraft, toSheetFields, toSheetForm } from '../../src/library/index.ts';
import { sayProblem } from '../../src/sentences/index.ts';
import {
  adoptExample,
  type Institution,
  listExamples,
  measureIndicators,
  reopenInstitution,
  syncFacts,
  writeExampleTemplate,
} from '../../src/usecases/index.ts';
import { bring, openWorld, type OpenWorld } from '../journeys/open-world.ts';

const PACKS = path.resolve(import.meta.dirname, '../../packs');
const { catalogue, problems } = await loadCatalogue([PACKS], { examples: true });
const examples = [...catalogue.sheets.values()].filter(({ pack }) => pack === 'ejemplos-por-area');

/** Compares two dates of a row, so that what is not answered counts as late: that is edited as text. */
const BEYOND_FORM = ['reclamos-en-plazo'];

describe('the shelf of examples', () => {
  it('loads without a problem, and stays out of what is measured', async () => {
    expect(problems.map((problem) => sayProblem(problem, 'es'))).toEqual([]);
    expect(examples.length).toBeGreaterThanOrEqual(20);
    const plain = await loadCatalogue([PACKS]);
    expect(plain.catalogue.packs.map(({ id }) => id)).toEqual(['base', 'tarjetas-de-credito']);
    expect([...plain.catalogue.sheets.values()].some(({ pack }) => pack === 'ejemplos-por-area')).toBe(false);
  });

  it('has few examples that no form can hold', () => {
    const beyond = examples.filter((sheet) => toSheetForm(sheet, catalogue.datasets).beyond !== null);
    expect(beyond.map(({ id }) => id)).toEqual(BEYOND_FORM);
    for (const sheet of beyond) expect(checkSheet(sheet, catalogue).problems).toEqual([]);
  });

  const written = examples.filter(({ id }) => !BEYOND_FORM.includes(id));
  it.each(written)('has an example $id that checks clean and that the form can write', (sheet) => {
    const checked = checkSheet(sheet, catalogue);
    expect(checked.problems.map((problem) => sayProblem(problem, 'es'))).toEqual([]);
    const { form, beyond } = toSheetForm(sheet, catalogue.datasets);
    expect(beyond).toBeNull();
    const context = { datasets: catalogue.datasets, version: 1, named: null, replaces: false };
    const fields = toSheetFields(form!, context);
    const again = readDraft(printSheet(fields), `${sheet.id}.yaml`, sheet.pack, catalogue);
    expect(again.problems).toEqual([]);
    expect(checkSheet(again.sheet!, catalogue).indicator).toEqual(checked.indicator);
  });

  it('has row rules that check clean', () => {
    for (const dataset of catalogue.datasets.values())
      for (const rule of dataset.rules)
        expect(checkRowRule(rule.check, dataset, catalogue, {}).problems).toEqual([]);
  });

  it('puts every example in one area, and in each of the three taxonomies', () => {
    const listed = [...catalogue.areas.values()].flatMap((area) => area.examples);
    expect(listed.map(({ indicator }) => indicator).sort()).toEqual(examples.map(({ id }) => id).sort());
    const [own, ...others] = [...catalogue.taxonomies.keys()].toSorted().toReversed();
    expect(others).toHaveLength(2);
    const levels = catalogue.taxonomies.get(own!)!;
    for (const { indicator, places } of listed) {
      expect([...places.keys()].sort()).toEqual([...others].sort());
      const sheet = catalogue.sheets.get(indicator)!;
      expect(levels.classes.map(({ id }) => id)).toContain(sheet.class);
      expect(levels.types.map(({ id }) => id)).toContain(sheet.type);
    }
  });
});

/** Files of an area that add up in the head. */
const FILES: Readonly<Record<string, string>> = {
  // 2 h and 10 h against 4 h each: 12 h of 8 h.
  repairs: `Averia;Aviso;Inicio;Fin;Cajero;Agencia
1;06/06/2011 09:00;06/06/2011 11:00;06/06/2011 12:00;ATM-1;norte
2;13/06/2011 09:00;13/06/2011 19:00;14/06/2011 08:00;ATM-2;sur
`,
  // 3 of 4.
  offers: `Oferta;Fecha de oferta;Concretada;Agencia
1;06/06/2011 09:00;si;norte
2;13/06/2011 09:00;si;norte
3;14/06/2011 09:00;no;sur
4;15/06/2011 09:00;si;sur
`,
  // 1 + 1.5 of 20 + 30 days: 5 %.
  'staff-months': `Mes;Persona;Agencia;Dias previstos;Dias de ausencia;Capacitado;Salio
30/06/2011;Ana Mora;norte;20;1;si;no
30/06/2011;Luis Paz;sur;30;1,5;no;no
`,
};

describe('an example that is taken over', () => {
  let world: OpenWorld;
  let here: Institution;
  let scratch: string;
  beforeAll(async () => {
    world = await openWorld('tiny');
    here = world.institution;
    scratch = await mkdtemp(join(tmpdir(), 'circuito-examples-'));
  });
  afterAll(async () => {
    await world.close();
    await rm(scratch, { recursive: true });
  });

  const find = async (id: string) =>
    (await listExamples(here)).areas.flatMap((area) => area.examples).find((each) => each.id === id)!;
  const measure = async (id: string) =>
    (await measureIndicators(here, { period: '2011-06', indicators: [id], by: [], as_of: null }))
      .measurements[0]!;

  it('says which file it needs, and gives it empty to fill', async () => {
    const example = await find('plazo-de-intervencion');
    expect(example.state).toBe('needs-file');
    expect(example.needs).toMatchObject([
      { dataset: 'repairs', state: 'new', name: { es: 'Averías y reparaciones' } },
    ]);
    expect(example.needs[0]!.columns).toContainEqual({
      label: { es: 'Aviso', en: 'Reported' },
      required: true,
    });
    expect((await find('requerimientos-recibidos')).state).toBe('ready');
    const asked = { example: example.id, dataset: 'repairs', language: 'es' } as const;
    const { name, bytes } = await writeExampleTemplate(here, asked);
    expect(name).toBe('averias-y-reparaciones.xlsx');
    expect(bytes.length).toBeGreaterThan(1000);
  });

  it('brings what it leans on, keeps the facts there are, and is right on rows added up by hand', async () => {
    const before = await here.facts.applied();
    const ids = [
      'plazo-de-intervencion',
      'ofertas-concretadas',
      'tasa-de-ausentismo',
      'requerimientos-recibidos',
      'productividad-de-agencia',
    ];
    for (const example of ids) await adoptExample(here, { example });
    here = await reopenInstitution(here);
    // A new data set adds its table; what was imported is not read again.
    expect([...(await here.facts.applied()).keys()]).toEqual([...before.keys()]);
    await syncFacts(here);
    for (const [dataset, text] of Object.entries(FILES)) {
      const file = join(scratch, `${dataset}.csv`);
      await writeFile(file, text);
      const report = await bring(here, dataset, file);
      expect(report.counts).toMatchObject({ quarantined: 0 });
    }
    expect(await measure('plazo-de-intervencion')).toMatchObject({ value: 1.5, n: 2, verdict: 'not-met' });
    expect(await measure('ofertas-concretadas')).toMatchObject({ value: 0.75, n: 4, verdict: 'met' });
    expect(await measure('tasa-de-ausentismo')).toMatchObject({ value: 0.05, verdict: 'met' });
    // 194 requests less the one annulled.
    expect(await measure('requerimientos-recibidos')).toMatchObject({ value: 193, verdict: 'met' });
    const thesis = await measure('productividad-ejecutivo');
    expect((await measure('productividad-de-agencia')).value).toBe(thesis.value);
    expect(await find('plazo-de-intervencion')).toMatchObject({
      state: 'adopted',
      needs: [{ state: 'loaded' }],
    });
    await expect(adoptExample(here, { example: ids[0]! })).rejects.toMatchObject({
      code: 'indicator-exists',
    });
    await expect(adoptExample(here, { example: 'ofertas' })).rejects.toMatchObject({
      code: 'example-not-found',
    });
    const own = await readFile(
      join(world.folder, 'packs/propio/indicators/plazo-de-intervencion.yaml'),
      'utf8',
    );
    expect(own).toContain('\ncode: PI-01\n');
  });
});
