import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printVerdict } from '../../../src/sentences/index.ts';
import { measureIndicators } from '../../../src/usecases/index.ts';
import { WorkbookEvaluator } from '../evaluate-workbook.ts';
import { openWorld } from '../open-world.ts';
import { readPdfText } from '../read-pdf-text.ts';
import { readWorkbook } from '../read-workbook.ts';
import { hasLibreOffice, recalculateWorkbooks } from '../recalculate-workbooks.ts';
import { type App, openApp, toPlain, type Visitor } from './open-app.ts';

/** The month checked by hand (seed/README.md), worst first: value in its own unit, index where it has one, verdict. */
const MONTH = [
  ['plazo-debito-automatico', '28,08 h', '(117 %)', 'No cumple'],
  ['plazo-actualizacion-datos', '52,8 h', '(110 %)', 'No cumple'],
  ['tiempo-entrega-pin', '6,48 min', '(108 %)', 'No cumple'],
  ['efectividad-activacion', '97 %', '', 'No cumple'],
  ['efectividad-actualizacion-datos', '93 %', '', 'No cumple'],
  ['productividad-ejecutivo', '100,92 %', '', 'Cumple con alerta'],
  ['plazo-prestamo-inmediato', '46,08 h', '(96 %)', 'Cumple'],
] as const;
const DEBIT = '/indicadores/plazo-debito-automatico';

let app: App;
let ana: Visitor;
beforeAll(async () => {
  app = await openApp('tiny');
  ana = await app.enter('analyst');
});
afterAll(() => app.close());

describe('Inicio', () => {
  it('has the verdicts of the thesis, worst first, as they are measured without any screen', async () => {
    await ana.go('/');
    expect(await ana.read()).toContain(
      '5 de 7 indicadores no cumplen en junio de 2011; 1 cumple con alerta.',
    );
    const world = await openWorld('tiny');
    const { measurements } = await measureIndicators(world.institution, {
      period: '2011-06',
      indicators: [],
      by: [],
      as_of: null,
    });
    await world.close();
    const rows = await ana.page.locator('main li:has(a)').all();
    for (const [at, [id, value, index, verdict]] of MONTH.entries()) {
      const row = rows[at]!;
      expect(await row.getByRole('link').first().getAttribute('href')).toContain(`/indicadores/${id}?`);
      const measured = measurements.find(({ indicator }) => indicator === id)!;
      expect(printVerdict(measured.verdict, 'es')).toBe(verdict);
      const text = toPlain(await row.innerText());
      for (const said of [value, index, verdict, measured.sentences.es, `n = ${measured.n}`])
        expect(text, id).toContain(toPlain(said));
    }
    expect(measurements).toHaveLength(MONTH.length);
  });

  it('has a heat map that is a table: how many fail, or the result of one', async () => {
    const { page, settle } = ana;
    await ana.go('/');
    const rows = () =>
      page
        .getByRole('region', { name: /agencia/i })
        .getByRole('row')
        .allInnerTexts();
    expect((await rows()).map(toPlain)).toEqual(['Agencia jun 11', 'norte 2 de 3°', 'sur 2 de 3°']);
    await page.getByRole('combobox', { name: /indicador/i }).click();
    await page.getByRole('option', { name: 'Plazo del débito automático' }).click();
    await settle();
    expect((await rows()).map(toPlain)).toEqual(['Agencia jun 11', 'norte 24 h°', 'sur 32,16 h°']);
    expect(page.url()).toContain('mapa=plazo-debito-automatico');
  });

  it('is walked without a mouse: search, the first name, period and unit in the address', async () => {
    const { page, go, settle, read } = ana;
    await go('/?agencia=norte');
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('debito');
    await page.getByRole('option', { name: /^Plazo del débito automático/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // From the top of the page by Tab alone to the first indicator.
    await page.getByRole('link', { name: 'Ir al contenido' }).focus();
    await page.keyboard.press('Enter');
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      if (/\/indicadores\/./.test(String(await page.evaluate('document.activeElement.href')))) break;
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Los diez requisitos' }).waitFor();
    await settle();
    const there = page.url();
    expect(there).toMatch(/\/indicadores\/[\w-]+\?.*agencia=norte/);
    expect(there).toContain('periodo=2011-06');
    const before = await read('h1');
    await page.reload();
    await settle();
    expect([await read('h1'), page.url()]).toEqual([before, there]);
    await page.goBack();
    await settle();
    expect(new URL(page.url()).pathname).toBe('/');
    expect(await read()).toContain('En norte, 2 de 7 indicadores no cumplen en junio de 2011.');
  });
});

describe('what is taken from the sheet', () => {
  const take = async (name: RegExp) => {
    const { page } = ana;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };

  it('on paper says the figure, the sentence, the formula, n and the period', async () => {
    await ana.go(DEBIT);
    const { name, bytes } = await take(/^PDF$/);
    expect(name).toBe('ficha-plazo-debito-automatico-2011-06.pdf');
    const text = toPlain(readPdfText(bytes));
    const { body: sheet } = await ana.ask('/api/indicators/plazo-debito-automatico/sheet?period=2011-06');
    for (const said of ['28,08 h', 'n = 20', 'junio de 2011', 'límite', 'Cierre', sheet.sentence])
      expect(text).toContain(toPlain(said));
  });

  it('in a workbook is computed from its rows to the figure on the screen', async ({ annotate }) => {
    await ana.go(DEBIT);
    const { name, bytes } = await take(/^Excel con filas y fórmulas$/);
    expect(name).toMatch(/plazo-debito-automatico.*\.xlsx$/);
    const book = await readWorkbook(bytes);
    const rows = book.get('Ficha')!;
    const at = (concept: string) => rows.findIndex((row) => row[0]?.value === concept);
    const evaluator = new WorkbookEvaluator(book);
    const computed = (concept: string) => evaluator.cell('Ficha', at(concept), 1);
    expect(computed('Numerador')).toBe(561.6);
    expect(computed('Denominador')).toBe(480);
    expect(computed('Resultado')).toBe(1.17);
    expect(computed('Casos (n)')).toBe(20);
    expect(computed('Veredicto')).toBe('No cumple');
    expect(computed('Frase')).toMatch(/28,08 de 24 h en promedio \(117 % .*\)\. No cumple\./);
    if (!hasLibreOffice()) {
      await annotate('LibreOffice is not installed: the workbook was computed by our own reader alone');
      return;
    }
    const [again] = await recalculateWorkbooks([bytes]);
    for (const concept of ['Numerador', 'Denominador', 'Resultado', 'Casos (n)', 'Veredicto', 'Frase'])
      expect(again?.get('Ficha')?.[at(concept)]?.[1]?.value, concept).toBe(computed(concept));
  });
});

describe('an indicator made by the form', () => {
  it('shows its result before it is saved; saved, is the hand count everywhere, in a file of one’s own', async () => {
    const { page, go, settle, read } = ana;
    const pick = async (field: string, option: string | RegExp) => {
      await page.getByRole('combobox', { name: field, exact: true }).click();
      await page.getByRole('option', { name: option, exact: typeof option === 'string' }).click();
    };
    await go('/indicadores');
    await page.getByRole('link', { name: 'Nuevo indicador' }).click();
    await page.getByRole('link', { name: /^Plazo ¿Cuánto se tarda/ }).click();
    await page.getByRole('textbox', { name: 'Nombre' }).fill('Préstamos aprobados en plazo');
    await pick('Proceso', /Préstamo inmediato$/);
    await pick('Qué se dice del mes', 'Parte de los casos en plazo');
    await page.getByRole('textbox', { name: 'Plazo de cada caso', exact: true }).fill('48');
    await page.getByRole('textbox', { name: 'Casos dentro del plazo, al menos' }).fill('80');
    await page.getByRole('button', { name: 'Añadir condición' }).first().click();
    // The first leaves annulled requests out, as the form proposes.
    await pick('Columna de la condición 2', 'Resolución');
    await page.getByRole('combobox', { name: 'Valor de la condición 2' }).click();
    // Values seen in the data, each with how many rows of the whole data set have it.
    await page.getByRole('option', { name: /^Aprobad[ao] \(\d+\)$/ }).click();
    await page.keyboard.press('Escape');
    // 15 of the 20 approved loans within 48 h: 75 %, and 8 denied ones that do not count.
    const live = page.locator('form').getByText(/75 %.*80 %.*No cumple\./);
    await live.waitFor();
    const sentence = toPlain(await live.innerText());
    await page.getByRole('button', { name: 'Guardar el indicador' }).click();
    // There is an owner of its process: a new indicator is theirs to approve.
    await page.getByText('Propuesta enviada: la decide Diego Salazar').waitFor();
    const owner = await app.server.as('process-owner');
    const { body: waiting } = await owner.call('get /api/proposals?state=to-decide');
    const [{ id: proposal }] = waiting.proposals;
    const decision = { decision: 'approved', reason: '' };
    await owner.call(`post /api/proposals/${proposal}/decide`, { body: decision });
    await go('/indicadores/prestamos-aprobados-en-plazo?period=2011-06');
    await page.getByRole('heading', { name: 'Préstamos aprobados en plazo', level: 1 }).waitFor();
    await settle();
    expect(await read()).toContain(sentence);
    const id = new URL(page.url()).pathname.split('/').at(-1)!;
    await page.getByRole('link', { name: 'Inicio', exact: true }).click();
    const row = page.locator('main li', { hasText: 'Préstamos aprobados en plazo' });
    await row.waitFor();
    const text = toPlain(await row.innerText());
    for (const said of ['75 %', 'como mínimo 80 %', 'No cumple', 'n = 20', sentence])
      expect(text).toContain(said);
    expect(await read()).toContain('6 de 8 indicadores no cumplen');
    const own = path.join(app.server.folder, 'packs');
    const file = readdirSync(own, { recursive: true })
      .map(String)
      .find((name) => name.endsWith(`${id}.yaml`))!;
    expect(readFileSync(path.join(own, file), 'utf8')).toContain('Préstamos aprobados en plazo');
    expect(ana.faults()).toEqual([]);
  });
});
