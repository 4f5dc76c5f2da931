import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Refusal, SheetForm } from '../../src/kernel/index.ts';
import {
  type Institution,
  listRetired,
  listValues,
  loadContent,
  measureIndicators,
  openIndicator,
  OWN_PACKS,
  previewIndicator,
  restoreIndicator,
  retireIndicator,
  saveIndicator,
  type SaveInput,
  startForm,
} from '../../src/usecases/index.ts';
import { openWorld, type OpenWorld } from '../journeys/open-world.ts';

let world: OpenWorld;
/** The institution with its content as it is on disk now. */
let here: Institution;

async function reload(): Promise<void> {
  const content = await loadContent([OWN_PACKS, join(world.folder, 'packs')]);
  here = { ...world.institution, content };
}

beforeAll(async () => {
  world = await openWorld('tiny');
  await reload();
});
afterAll(() => world.close());

const TODAY = '2011-07-15';
const asked = { base: null, reason: '', today: TODAY, language: 'es' } as const;

function save(input: Partial<SaveInput> & Pick<SaveInput, 'draft'>) {
  return saveIndicator(here, { ...asked, of: null, ...input });
}

function file(id: string): string {
  return join(world.folder, 'packs', 'propio', 'indicators', `${id}.yaml`);
}

async function measure(id: string) {
  const { measurements } = await measureIndicators(here, {
    period: '2011-06',
    indicators: [id],
    by: [],
    as_of: null,
  });
  return measurements[0]!;
}

/** The term of the data update, as somebody fills it in: 1,056 h over 20 requests of 48 h. */
async function termForm(name: string): Promise<SheetForm> {
  const form = await startForm(here, { kind: 'plazo', dataset: null, today: TODAY });
  return {
    ...form,
    name: { es: name, en: '' },
    process: 'actualizacion-datos',
    scope: [{ column: 'process', test: 'is', values: ['actualizacion-datos'] }],
    where: [{ column: 'status', test: 'is-not', values: ['anulado'] }],
    standards: [{ ...form.standards[0]!, limit: { by: 'fixed', amount: { number: '48', unit: 'h' } } }],
  };
}

describe('an indicator made by a form', () => {
  it('is measured before it is saved, and says the same after', async () => {
    const form = await termForm('Plazo de cambio de datos');
    const preview = await previewIndicator(here, { draft: { form }, of: null, period: null, language: 'es' });
    expect(preview.missing).toEqual([]);
    expect(preview.problems).toEqual([]);
    expect(preview.requirements.every(({ met }) => met)).toBe(true);
    expect(preview.figure).toMatchObject({ period: '2011-06', counted: 20 });
    expect(preview.figure?.measurement.value).toBe(1.1);
    expect(preview.figure?.sentence).toContain('110');

    const result = await save({ draft: { form } });
    expect(result).toEqual({
      saved: { id: 'plazo-de-cambio-de-datos', version: 1 },
      proposed: null,
      problems: [],
      missing: [],
    });
    await reload();
    const own = await measure('plazo-de-cambio-de-datos');
    const thesis = await measure('plazo-actualizacion-datos');
    expect([own.value, own.n, own.verdict]).toEqual([thesis.value, thesis.n, thesis.verdict]);
    expect(await readFile(file('plazo-de-cambio-de-datos'), 'utf8')).toMatchInlineSnapshot(`
      "indicator: plazo-de-cambio-de-datos
      version: 1
      process: actualizacion-datos
      name: Plazo de cambio de datos
      objective:
        es: Comprobar que lo que pide el cliente termina dentro del plazo ofrecido.
        en: To check that what the client asks for ends within the promised term.
      aspect: {es: Oportunidad del servicio, en: Timeliness of service}
      class: operativo
      type: eficacia
      frequency: mensual
      source: {es: "Registro: requerimientos", en: "Record: requests"}
      supplier: {es: Área que lleva el registro, en: Area that keeps the record}
      responsible: {es: Jefe de agencia, en: Branch manager}
      users:
        es: Gerencia y dueño del proceso, en los cinco primeros días laborables del mes siguiente
        en: Management and process owner, within the first five working days of the next month
      variables:
        inicio: {es: Momento en que empieza, en: Moment it starts}
        fin: {es: Momento en que termina, en: Moment it ends}
      population:
        name: {es: Requerimientos, en: Requests}
        dataset: requests
        scope: process = 'actualizacion-datos'
        where: status is empty or status != 'anulado'
      measure: elapsed(opened_at, closed_at)
      measure_unit: h
      formula: sum(measure) / sum(limit)
      standards:
        - from: 2011-06-01
          direction: at-most
          ceiling: 100 %
          limit: 48 h
      interpretation:
        met:
          es: En promedio, se termina dentro del plazo ofrecido.
          en: On average it ends within the promised term.
        not_met:
          es: En promedio, se tarda más de lo ofrecido. Busque en qué paso se espera.
          en: On average it takes longer than promised. Look for the step where it waits.
      "
    `);
  });

  it('is the one that the same sheet written by hand makes', async () => {
    const form = await startForm(here, { kind: 'efectividad', dataset: 'requests', today: TODAY });
    const filled: SheetForm = {
      ...form,
      name: { es: 'Cerrados el mismo día', en: 'Closed the same day' },
      process: 'tarjetas-de-credito',
      where: [{ column: 'status', test: 'is', values: ['cerrado'] }],
      calculation: {
        kind: 'efectividad',
        of: null,
        test: [{ column: 'opened_at', test: 'same-day', values: ['closed_at'] }],
        fails: false,
        unit: null,
      },
      standards: [{ ...form.standards[0]!, floor: { number: '40', unit: '%' } }],
    };
    expect((await save({ draft: { form: filled } })).saved?.id).toBe('cerrados-el-mismo-dia');
    const hand = (await readFile(file('cerrados-el-mismo-dia'), 'utf8'))
      .replace('indicator: cerrados-el-mismo-dia', 'indicator: a-mano')
      .replace(/^formula:.*$/m, 'formula: count(where same_day(opened_at, closed_at)) / count()');
    await writeFile(file('a-mano'), hand);
    await reload();
    const [made, written] = [await measure('cerrados-el-mismo-dia'), await measure('a-mano')];
    expect(made).toMatchObject({ value: written.value, n: written.n, verdict: written.verdict });
    expect(made.n).toBeGreaterThan(0);
  });
});

/** A sheet as somebody writes it, with remarks and an order of its own. */
const HAND = `# Hecha por Ana en mayo
indicator: hecha-a-mano
version: 3

# El nombre lo pidió gerencia
name: {es: Débitos a tiempo, en: Debits in time}
process: debito-automatico
objective: Saber si llegan a tiempo   # revisar en julio
aspect: Oportunidad
class: operativo
type: eficacia
frequency: mensual
source: Registro
supplier: Operaciones
responsible: Jefe
users: Gerencia, cada mes
variables: {inicio: Ingreso, fin: Cierre}
population: debitos-automaticos
measure: elapsed(opened_at, closed_at)
measure_unit: h
formula: sum(measure) / sum(limit)
standards:
  # acordado en comité
  - from: 2010-01-01
    direction: at-most
    ceiling: 100 %   # nunca más
    limit: 24 h
references:
  - {name: Otro banco, value: 24 h, source: Su página, date: 2011-05-01}
interpretation:
  met: Bien
  not_met: >-
    Mal, y hay
    que mirar la noche
`;

describe('an indicator changed by the form', () => {
  it('keeps the remarks of who wrote the file, and its past standards', async () => {
    await writeFile(file('hecha-a-mano'), HAND);
    await reload();
    const opened = await openIndicator(here, { id: 'hecha-a-mano', copy: false, language: 'es' });
    expect(opened).toMatchObject({ own: true, beyond: null, problems: [] });
    const form = opened.form!;
    const next = {
      ...form.standards[0]!,
      from: '2011-08-01',
      limit: { by: 'fixed', amount: { number: '20', unit: 'h' } } as const,
    };
    const of = { id: 'hecha-a-mano', copy: false };
    const changed = { ...form, responsible: { es: 'Jefa', en: '' }, standards: [...form.standards, next] };
    const result = await save({ draft: { form: changed }, of, base: opened.digest });
    expect(result).toMatchObject({ saved: { id: 'hecha-a-mano', version: 4 }, problems: [], missing: [] });
    const expected = HAND.replace('version: 3', 'version: 4')
      .replace('responsible: Jefe', 'responsible: Jefa')
      .replace(
        '    limit: 24 h\n',
        '    limit: 24 h\n  - from: 2011-08-01\n    direction: at-most\n    ceiling: 100 %\n    limit: 20 h\n',
      )
      .replace('100 %   # nunca más', '100 % # nunca más');
    expect(await readFile(file('hecha-a-mano'), 'utf8')).toBe(expected);
    await reload();
    // Saved again with nothing changed, it is the version it was.
    const same = await openIndicator(here, { id: 'hecha-a-mano', copy: false, language: 'es' });
    expect(await save({ draft: { form: same.form! }, of, base: same.digest })).toMatchObject({
      saved: { version: 4 },
    });
    expect(await readFile(file('hecha-a-mano'), 'utf8')).toBe(expected);
    // June keeps its 24 h: 561.6 h over 20 requests.
    expect((await measure('hecha-a-mano')).value).toBe(1.17);
    expect(
      (await openIndicator(here, { id: 'hecha-a-mano', copy: false, language: 'es' })).versions,
    ).toMatchObject([{ version: 4, reason: '' }]);
  });

  it('tells past months anew only with a reason', async () => {
    const opened = await openIndicator(here, { id: 'hecha-a-mano', copy: false, language: 'es' });
    const form = opened.form!;
    const of = { id: 'hecha-a-mano', copy: false };
    const stricter: SheetForm = {
      ...form,
      standards: [{ ...form.standards[0]!, limit: { by: 'fixed', amount: { number: '30', unit: 'h' } } }],
    };
    const refused = await save({ draft: { form: stricter }, of, base: opened.digest });
    expect(refused.saved).toBeNull();
    expect(refused.problems).toMatchObject([{ field: 'reason', code: 'form-changes-past' }]);
    expect(refused.problems[0]!.sentence).toMatch(/^Cambia un estándar de antes de hoy/);
    const reason = 'El comité había aprobado 30 h';
    const kept = await save({ draft: { form: stricter }, of, base: opened.digest, reason });
    expect(kept.saved).toEqual({ id: 'hecha-a-mano', version: 5 });
    await reload();
    const { versions } = await openIndicator(here, { id: 'hecha-a-mano', copy: false, language: 'es' });
    expect(versions).toMatchObject([{ version: 5, reason }, { version: 4 }]);
  });

  it('takes the place of one that came with a pack, and gives it back when it is retired', async () => {
    const id = 'plazo-prestamo-inmediato';
    const opened = await openIndicator(here, { id, copy: false, language: 'es' });
    expect(opened.own).toBe(false);
    const form: SheetForm = { ...opened.form!, responsible: { es: 'Otra persona', en: 'Somebody else' } };
    await save({ draft: { form }, of: { id, copy: false }, base: opened.digest });
    expect(await readFile(file(id), 'utf8')).toContain('\nversion: 2\nreplaces: true\n');
    await reload();
    expect(here.content.catalogue.sheets.get(id)).toMatchObject({ pack: 'propio', version: 2 });
    await retireIndicator(here, { id, reason: 'Vuelve el de antes', today: TODAY });
    await reload();
    expect(here.content.catalogue.sheets.get(id)).toMatchObject({ pack: 'tarjetas-de-credito', version: 1 });
  });

  it('is edited as text where no form can hold it', async () => {
    const text = HAND.replace('indicator: hecha-a-mano', 'indicator: rara')
      .replace('Débitos a tiempo', 'Rara')
      .replace('sum(measure) / sum(limit)', 'max(measure) / min(limit)');
    await writeFile(file('rara'), text);
    await reload();
    const opened = await openIndicator(here, { id: 'rara', copy: false, language: 'es' });
    expect(opened).toMatchObject({
      form: null,
      beyond: { field: 'formula', text: 'max(measure) / min(limit)' },
    });
    const of = { id: 'rara', copy: false };
    const wrong = { text: text.replace('limit: 24 h', 'limit: 24 horas') };
    const refused = await save({ draft: wrong, of, base: opened.digest, reason: 'x' });
    expect(refused.problems[0]).toMatchObject({ line: 27, code: 'unit-not-known' });
    const right = { text: text.replace('responsible: Jefe', 'responsible: Jefa') };
    expect((await save({ draft: right, of, base: opened.digest })).saved).toEqual({ id: 'rara', version: 4 });
  });
});

describe('what keeps an indicator from being saved', () => {
  it('is told at its field, with what was meant', async () => {
    const form = await termForm('Plazo laborable');
    if (form.calculation.kind !== 'plazo' || form.calculation.measure.by !== 'dates')
      throw new Error('no term');
    const working: SheetForm = {
      ...form,
      calculation: {
        ...form.calculation,
        unit: 'working_h',
        measure: { ...form.calculation.measure, clock: 'working' },
      },
    };
    const { problems } = await save({ draft: { form: working } });
    expect(problems).toMatchObject([
      {
        field: 'standards.0.limit',
        code: 'form-limit-other-clock',
        fix: { number: '48', unit: 'working_h' },
      },
    ]);
    const days: SheetForm = {
      ...working,
      standards: [
        { ...form.standards[0]!, limit: { by: 'fixed', amount: { number: '2', unit: 'working_day' } } },
      ],
    };
    const told = (await save({ draft: { form: days } })).problems;
    expect(told).toMatchObject([{ field: 'standards.0.limit', fix: { number: '14', unit: 'working_h' } }]);
    expect(told[0]!.sentence).toContain('48 h no es 2 días laborables');
    expect(told[0]!.sentence).toContain('con 7 h de atención por día son 14 horas laborables');
  });

  it('lists what is missing of the ten requirements', async () => {
    const form = await startForm(here, { kind: 'plazo', dataset: null, today: TODAY });
    const preview = await previewIndicator(here, { draft: { form }, of: null, period: null, language: 'es' });
    expect(preview.missing.map(({ field }) => field)).toEqual(['name', 'process', 'standards.0.limit']);
    expect(preview.requirements.filter(({ met }) => !met).map(({ id }) => id)).toEqual([
      'name',
      'target',
      'aspect',
    ]);
    expect(preview.figure).toBeNull();
    expect((await save({ draft: { form } })).saved).toBeNull();
  });

  it('is a name that another indicator has, also when two save it at once', async () => {
    const form = await termForm('A la vez');
    const results = await Promise.allSettled([save({ draft: { form } }), save({ draft: { form } })]);
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [(result.reason as Refusal).code] : [],
    );
    expect(refused).toEqual(['indicator-exists']);
    await reload();
    await expect(save({ draft: { form } })).rejects.toMatchObject({ code: 'indicator-exists' });
    const opened = await openIndicator(here, { id: 'a-la-vez', copy: false, language: 'es' });
    const of = { id: 'a-la-vez', copy: false };
    const mine = { form: { ...opened.form!, responsible: { es: 'Ana', en: '' } } };
    const hers = { form: { ...opened.form!, responsible: { es: 'Eva', en: '' } } };
    expect((await save({ draft: mine, of, base: opened.digest })).saved?.version).toBe(2);
    await reload();
    await expect(save({ draft: hers, of, base: opened.digest })).rejects.toMatchObject({
      code: 'indicator-changed-meanwhile',
    });
  });

  it('is never what is wrong in another file', async () => {
    await writeFile(file('ajena-y-rota'), 'indicator: ajena-y-rota\nformula: [');
    await reload();
    const form = await termForm('Junto a una rota');
    expect((await save({ draft: { form } })).saved?.id).toBe('junto-a-una-rota');
    await expect(
      openIndicator(here, { id: 'ajena-y-rota', copy: false, language: 'es' }),
    ).resolves.toMatchObject({
      form: null,
      own: true,
    });
  });

  it.each([
    ['../../etc/passwd', 'etc-passwd'],
    ["'; drop table requests; --", 'drop-table-requests'],
    ['..', 'indicator-name-unusable'],
    ['/', 'indicator-name-unusable'],
    ['🎉', 'indicator-name-unusable'],
    ['CON', 'indicator-name-unusable'],
    [' ', 'name'],
  ])('is not a hostile name %j: it becomes a plain file, or is refused', async (name, outcome) => {
    const form = await termForm(name);
    const said = await save({ draft: { form } }).then(
      ({ saved, missing }) => saved?.id ?? missing[0]?.field,
      (error: unknown) => (error as { code: string }).code,
    );
    expect(said).toBe(outcome);
    await expect(openIndicator(here, { id: name, copy: false, language: 'es' })).rejects.toMatchObject({
      code: 'indicator-name-unusable',
    });
  });

  it('is not a value with quotes, colons or line breaks', async () => {
    const form = await termForm('Valores raros');
    const odd: SheetForm = {
      ...form,
      objective: { es: 'Dos puntos: y # y "comillas"\n- y línea', en: '' },
      where: [{ column: 'unit', test: 'is', values: ["O'Higgins: {norte}", 'a\nb', "' or 1=1 --"] }],
    };
    const { saved } = await save({ draft: { form: odd } });
    await reload();
    const opened = await openIndicator(here, { id: saved!.id, copy: false, language: 'es' });
    expect(opened.form!.where).toEqual(odd.where);
    expect(opened.form!.objective.es).toBe(odd.objective.es);
    expect((await measure(saved!.id)).n).toBe(0);
  });
});

describe('around the form', () => {
  it('offers the values seen in the data, most frequent first, and codes that no row has', async () => {
    const ask = { dataset: 'requests', search: '', page: 0, language: 'es' } as const;
    const status = await listValues(here, { ...ask, column: 'status' });
    expect(status.values.slice(0, 2)).toMatchObject([
      { value: 'cerrado', label: { es: 'Cerrado' }, n: 193 },
      { value: 'anulado', n: 1 },
    ]);
    expect(status.values.find(({ value }) => value === 'abierto')?.n).toBe(0);
    const found = await listValues(here, { ...ask, column: 'process', search: 'préstamo' });
    expect(found.values.map(({ value }) => value)).toEqual(['prestamo-inmediato']);
    const sex = await listValues(here, { ...ask, column: 'client_sex' });
    expect(sex.values.map(({ value }) => value)).toEqual(['F', 'M']);
    await expect(listValues(here, { ...ask, column: "x'; --" })).rejects.toMatchObject({
      code: 'column-unknown',
    });
  });

  it('retires an own indicator with its reason, and puts it back', async () => {
    const id = 'cerrados-el-mismo-dia';
    const text = await readFile(file(id), 'utf8');
    await expect(retireIndicator(here, { id, reason: ' ', today: TODAY })).rejects.toMatchObject({
      code: 'retire-without-reason',
    });
    await expect(
      retireIndicator(here, { id: 'tiempo-entrega-pin', reason: 'x', today: TODAY }),
    ).rejects.toMatchObject({
      code: 'indicator-not-own',
    });
    await retireIndicator(here, { id, reason: 'Ya no se usa', today: TODAY });
    await reload();
    expect(here.content.indicators.has(id)).toBe(false);
    expect(await listRetired(here)).toContainEqual(expect.objectContaining({ id, reason: 'Ya no se usa' }));
    await restoreIndicator(here, { id });
    await reload();
    expect(here.content.indicators.has(id)).toBe(true);
    expect(await readFile(file(id), 'utf8')).toBe(text);
  });
});
