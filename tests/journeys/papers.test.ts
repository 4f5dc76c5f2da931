import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYTHING, type Scope } from '../../src/kernel/index.ts';
import { composeSheet, listTexts, printPdf } from '../../src/report/index.ts';
import {
  checkCode,
  measureIndicators,
  printMonth,
  printSheet,
  undoImport,
  viewSheet,
} from '../../src/usecases/index.ts';
import { bring, openWorld, type OpenWorld } from './open-world.ts';
import { readPdfText } from './read-pdf-text.ts';
import { startTestServer, type TestServer } from './start-server.ts';

let world: OpenWorld;
beforeAll(async () => {
  world = await openWorld('tiny');
});
afterAll(() => world.close());

const HOSTILE = '#panic("x") *b* $x$ \\ <tag> @ref [c]';
const printer = (scope: Scope = EVERYTHING, language: 'es' | 'en' = 'es') => ({
  scope,
  language,
  today: '2012-07-15',
  who: HOSTILE,
});
const sheet = { indicator: 'plazo-actualizacion-datos', period: '2011-06', as_of: null, filters: [] };
/** Lines broken by the width of the page are read as one. */
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('the sheet on paper', () => {
  it('carries the figures, the sentence, the formula, imports, versions and its code', async () => {
    const { institution } = world;
    const { name, bytes, code } = await printSheet(institution, sheet, printer());
    expect(name).toBe('ficha-plazo-actualizacion-datos-2011-06.pdf');
    const text = flat(readPdfText(bytes));
    const view = await viewSheet(institution, { ...sheet, scope: EVERYTHING, language: 'es' });
    for (const said of [
      view.tiles.result.text,
      view.tiles.standard.text,
      view.tiles.state.text,
      view.sentence,
      'Cierre',
      ...view.requirements.map((requirement) => requirement.text),
      ...view.inputs.flatMap(({ imports }) => imports.map((item) => item.import)),
      'TC-02 versión 1',
      'hora de reloj',
      `Código de verificación ${code}`,
      'Sin casos abiertos',
    ])
      expect(text).toContain(flat(said));
    for (const row of view.breakdowns[0]!.rows) expect(text).toContain(row.label);
  });

  it('prints what people write as they wrote it, and the same bytes again', async () => {
    const { institution } = world;
    const [first, again] = [
      await printSheet(institution, sheet, printer()),
      await printSheet(institution, sheet, printer()),
    ];
    expect(Buffer.compare(first.bytes, again.bytes)).toBe(0);
    expect(flat(readPdfText(first.bytes))).toContain(`por ${HOSTILE}`);
  });

  it('is in English for who reads English', async () => {
    const { bytes } = await printSheet(world.institution, sheet, printer(EVERYTHING, 'en'));
    const text = flat(readPdfText(bytes));
    expect(text).toContain('Verification code');
    expect(text).not.toContain('Requisitos');
  });

  it('has a line for every exception in force', async () => {
    const view = await viewSheet(world.institution, { ...sheet, scope: EVERYTHING, language: 'es' });
    const line = 'Excepción a la separación de funciones, del 1 de julio de 2012 al 30 de junio de 2013.';
    const paper = composeSheet(view, {
      language: 'es',
      institution: 'Cooperativa Andina',
      date: '2012-07-15',
      who: '',
      code: 'AAAA-BBBB-CCCC',
      exceptions: [line],
    });
    expect(listTexts(paper)).toContain(line);
    expect(flat(readPdfText(await printPdf(paper)))).toContain(line);
  });
});

describe('the monthly report', () => {
  it('has the summary by process with each verdict, every sheet and what changed', async () => {
    const { institution } = world;
    const { bytes, name } = await printMonth(institution, { period: '2011-06' }, printer());
    expect(name).toBe('informe-2011-06.pdf');
    const text = flat(readPdfText(bytes));
    const { measurements } = await measureIndicators(institution, {
      period: '2011-06',
      indicators: [],
      by: [],
      as_of: null,
    });
    expect(measurements.length).toBeGreaterThan(3);
    for (const { sentences } of measurements) expect(text).toContain(flat(sentences.es));
    expect(text).toContain('Resumen de cumplimiento por proceso');
    expect(text).toContain('Qué cambió desde mayo de 2011');
    expect(text).toMatch(/\d+ de \d+ indicadores no cumple|Los \d+ indicadores|Ninguno de los/);
  });

  it('keeps its columns where indicators have no result and their standards are told in words', async () => {
    const { bytes } = await printMonth(world.institution, { period: '2012-12' }, printer());
    const text = readPdfText(bytes);
    expect(text).toContain('Sin datos');
    // Squeezed to one word a line, a name would never have two of them together.
    for (const line of ['Efectividad de la', 'Plazo del préstamo'])
      expect(text.split('\n').some((one) => one.includes(line))).toBe(true);
  });

  it('holds only the units its reader reaches, and says so', async () => {
    const { institution } = world;
    const units = [
      ...new Set(
        (
          await viewSheet(institution, { ...sheet, scope: EVERYTHING, language: 'es' })
        ).breakdowns[0]!.rows.map(({ label }) => label),
      ),
    ];
    const [own, other] = units as [string, string];
    const scope: Scope = { units: [own], processes: null, staff_name: null };
    const { bytes, code } = await printMonth(institution, { period: '2011-06' }, printer(scope));
    const text = flat(readPdfText(bytes));
    expect(text).toContain(`Solo: ${own}`);
    expect(text).not.toContain(other);
    const whole = await printMonth(institution, { period: '2011-06' }, printer());
    expect(whole.code).not.toBe(code);
    await expect(
      printSheet(institution, { ...sheet, filters: [{ dimension: 'unit', value: other }] }, printer(scope)),
    ).rejects.toMatchObject({ code: 'out-of-scope' });
  });
});

describe('the code of a paper', () => {
  it('holds while figures, imports and versions do, and says what no longer does', async () => {
    const { institution, files } = world;
    const { code } = await printSheet(institution, sheet, printer());
    const month = await printMonth(institution, { period: '2011-06' }, printer());
    const typed = code.toLowerCase().replaceAll('-', ' ');
    expect(await checkCode(institution, typed, printer())).toMatchObject({
      code,
      kind: 'sheet',
      indicator: { id: sheet.indicator },
      period: '2011-06',
      same: true,
      differences: [],
    });
    expect(await checkCode(institution, month.code, printer())).toMatchObject({ kind: 'month', same: true });

    // A row more of June: the same request, ten days longer.
    const [header = '', ...rows] = readFileSync([...files].find(([name]) => /request/.test(name))![1], 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/);
    const row = rows.find((line) => /2011-06|\/06\/2011/.test(line) && /actualiz/i.test(line))!;
    expect(row).toBeDefined();
    const extra = join(world.folder, '..', 'extra.csv');
    const [, ...cells] = row.split(/([,;])/);
    writeFileSync(extra, `${header}\nEXTRA-1${cells.join('')}\n`);
    const { record } = await bring(institution, 'requests', extra);
    const now = await checkCode(institution, code, printer());
    expect(now.same).toBe(false);
    expect(now.differences).toContainEqual(
      expect.objectContaining({ kind: 'figure', indicator: sheet.indicator }),
    );
    expect(now.differences).toContainEqual({ kind: 'imports' });
    expect((await checkCode(institution, month.code, printer())).same).toBe(false);
    // Who reaches less learns that it no longer holds, and no more.
    const narrow: Scope = { units: ['x'], processes: null, staff_name: null };
    expect(await checkCode(institution, code, printer(narrow))).toMatchObject({
      same: false,
      differences: [],
    });

    await undoImport(institution, record!.id, 'prueba');
    expect((await checkCode(institution, code, printer())).same).toBe(true);
  });

  it('rests on staff, absences and calendars where capacity is behind the figure', async () => {
    const { institution } = world;
    const asked = { ...sheet, indicator: 'productividad-ejecutivo' };
    const view = await viewSheet(institution, { ...asked, scope: EVERYTHING, language: 'es' });
    const behind = view.inputs.flatMap(({ imports }) => imports.map((item) => item.file));
    expect(behind.some((file) => /staff/.test(file))).toBe(true);
    expect(view.calendars.length).toBeGreaterThan(0);
    const { code } = await printSheet(institution, asked, printer());
    const month = await printMonth(institution, { period: '2011-06' }, printer());

    // A holiday more in July 2015 moves no figure of June 2011, and is another calendar all the same.
    const { catalogue } = institution.content;
    const calendars = new Map(catalogue.calendars);
    const calendar = calendars.get(view.calendars[0]!.id)!;
    const [first, ...rest] = calendar.versions;
    const exceptions = new Map([...first!.exceptions, ['2015-07-16', []] as const]);
    calendars.set(calendar.id, { ...calendar, versions: [{ ...first!, exceptions }, ...rest] });
    const changed = {
      ...institution,
      content: { ...institution.content, catalogue: { ...catalogue, calendars } },
    };
    for (const each of [code, month.code])
      expect((await checkCode(changed, each, printer())).differences).toEqual([{ kind: 'calendars' }]);

    const person = 'Ana Mora';
    const file = join(world.folder, '..', 'ausencias-nuevas.csv');
    const [header = ''] = readFileSync(
      [...world.files].find(([name]) => /absence/.test(name))![1],
      'utf8',
    ).split(/\r?\n/);
    const cells = header.split(/[,;]/).length;
    expect(cells).toBeGreaterThan(2);
    const separator = header.includes(';') ? ';' : ',';
    const row = [person, '2011-06-13', '2011-06-14', 'vacaciones'].slice(0, cells).join(separator);
    writeFileSync(file, `${header}\n${row}\n`);
    const { record } = await bring(institution, 'absences', file);
    const now = (await checkCode(institution, code, printer())).differences;
    expect(now).toContainEqual({ kind: 'imports' });
    await undoImport(institution, record!.id, 'prueba');
    expect((await checkCode(institution, code, printer())).same).toBe(true);
  });

  it('refuses what is no code, and a code never issued here', async () => {
    const { institution } = world;
    await expect(checkCode(institution, 'hola', printer())).rejects.toMatchObject({
      code: 'paper-code-unreadable',
    });
    await expect(checkCode(institution, 'AAAA-BBBB-CCCC', printer())).rejects.toMatchObject({
      code: 'paper-code-unknown',
    });
  });
});

describe('over the wire', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ world: 'tiny' });
  });
  afterAll(() => server.stop());

  it('prints for who may, and its code is checked by another', async () => {
    const analyst = await server.as('analyst');
    const { status, response } = await analyst.call(
      'get /api/indicators/plazo-actualizacion-datos/pdf?period=2011-06',
    );
    expect(status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/pdf');
    const text = flat(readPdfText(new Uint8Array(await response.arrayBuffer())));
    const [, code = ''] = /Código de verificación (\S+)/.exec(text)!;
    const auditor = await server.as('auditor');
    const checked = await auditor.call('post /api/report/check', { body: { code } });
    expect(checked).toMatchObject({ status: 200, body: { code, same: true, kind: 'sheet' } });
    const unknown = await auditor.call('post /api/report/check', { body: { code: 'AAAA-BBBB-CCCC' } });
    expect(unknown).toMatchObject({ status: 404, body: { refused: { code: 'paper-code-unknown' } } });
    const month = await auditor.call('get /api/report/pdf?period=2011-06');
    expect(month.status).toBe(200);
    const desk = await server.as('executive');
    expect((await desk.call('get /api/report/pdf?period=2011-06')).status).toBe(403);
  });
});
