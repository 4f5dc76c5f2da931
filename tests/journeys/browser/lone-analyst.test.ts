import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WorkbookEvaluator } from '../evaluate-workbook.ts';
import { readPdfText } from '../read-pdf-text.ts';
import { readWorkbook } from '../read-workbook.ts';
import { type App, openApp, toPlain, type Visitor } from './open-app.ts';

/** Columns as a core system names them, in the order it writes them; none is a name of ours. */
const COLUMNS = [
  'F VALOR',
  'OPER',
  'COD GEST',
  'OFI',
  'FUNC',
  'ALTA',
  'HH ALTA',
  'BAJA',
  'HH BAJA',
  'SIT',
  'T GESTION',
] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

const DEBIT = '0533 AFIL DEB AUT';
const UPDATE = '0410 MANT CLI';
const PIN = '0207 CLAVE TARJ';
/** How a paper says that nothing of its period is open. */
const SETTLED = /Sin casos abiertos|Cerrado/;
/** Line of the file in which the first row stands: two titles, a blank line and the header go before. */
const FIRST_LINE = 5;

/** What happened at a desk: it came in at ten in the morning, and how many minutes later it was done. */
interface Deed {
  readonly id: number;
  readonly code: string;
  readonly opened: string;
  readonly minutes: number | null;
}

function toRow({ id, code, opened, minutes }: Deed): Row {
  const start = Date.parse(`${opened}T10:00Z`);
  const [date, time] = toStamp(start);
  const [closeDate, closeTime] = minutes === null ? ['', ''] : toStamp(start + minutes * 60_000);
  return {
    'F VALOR': date,
    OPER: String(id),
    'COD GEST': code,
    OFI: ['Peñas', 'Añaquito', 'Matriz'][id % 3]!,
    FUNC: ['Muñoz Inés', 'Peña Luis'][id % 2]!,
    ALTA: date,
    'HH ALTA': time,
    BAJA: closeDate,
    'HH BAJA': closeTime,
    SIT: minutes === null ? 'TR' : 'PR',
    'T GESTION': '9,50',
  };
}

/** Day and hour as the file writes them. */
function toStamp(instant: number): [date: string, time: string] {
  const [date = '', time = ''] = new Date(instant).toISOString().split('T');
  return [date.split('-').toReversed().join('/'), time.slice(0, 5)];
}

/** The export of a core system: titles above, totals below, and letters of Windows-1252. */
function toFile(name: string, rows: readonly Row[], month: string) {
  const lines = [
    'COOPERATIVA DE AHORRO Y CRÉDITO LOS ANDES',
    `Gestión de operaciones, ${month}`,
    '',
    COLUMNS.join(';'),
    ...rows.map((row) => Object.values(row).join(';')),
    `TOTAL;${rows.length}`,
    `TOTAL MINUTOS;;;;;;;;;;${(9.5 * rows.length).toFixed(2).replace('.', ',')}`,
  ];
  // Of the letters written here Latin-1 and Windows-1252 have the same bytes.
  return { name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n'), 'latin1') };
}

const june = (day: number) => `2011-06-${String(day).padStart(2, '0')}`;

/**
 * Sixty rows of June. Debits 1 to 30, of which every third took 35 hours and the others 20; updates
 * 31 to 48, all of 40 hours, the last still open; deliveries of a PIN 49 to 59, all of 5 minutes, the
 * last of them written twice. Ten rows carry an error, each of another kind.
 */
function writeJune() {
  const rows = Array.from({ length: 59 }, (_, index) => {
    const n = index + 1;
    const deed = { id: 71_000 + n, opened: june(1 + (index % 30)) };
    if (n <= 30) return toRow({ ...deed, code: DEBIT, minutes: (n % 3 === 0 ? 35 : 20) * 60 });
    if (n <= 48) return toRow({ ...deed, code: UPDATE, minutes: n === 48 ? null : 40 * 60 });
    return toRow({ ...deed, code: PIN, minutes: 5 });
  });
  const spoil = (n: number, wrong: Partial<Row>) => Object.assign(rows[n - 1]!, wrong);
  spoil(3, { BAJA: '01/06/2011' });
  spoil(6, { BAJA: '', 'HH BAJA': '' });
  spoil(9, { 'T GESTION': '-4,00' });
  spoil(12, { ALTA: '' });
  spoil(15, { ALTA: '31/06/2011' });
  spoil(18, { 'COD GEST': '0999' });
  spoil(21, { OPER: '' });
  spoil(33, { 'HH BAJA': '' });
  spoil(36, { 'T GESTION': 'nueve' });
  spoil(39, { OFI: 'Matriz; ventanilla 2' });
  return toFile('gestiones junio.csv', [...rows, rows[58]!], 'junio de 2011');
}

/** Its line in the file. */
const lineOf = (n: number) => FIRST_LINE + n - 1;

const button = (page: Page, name: string | RegExp) =>
  page.locator('main').getByRole('button', { name, exact: true });

async function choose(page: Page, field: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: field, exact: true });
  if ((await box.inputValue()) === option) return;
  await box.click();
  await page.getByRole('option', { name: option, exact: true }).click();
  await expect.poll(() => box.inputValue(), { timeout: 10_000 }).toBe(option);
}

async function download(page: Page, name: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button(page, name).click(),
  ] as Promise<unknown>[]);
  const taken = file as Download;
  return { name: taken.suggestedFilename(), bytes: readFileSync(await taken.path()) };
}

async function paper(page: Page): Promise<string> {
  const { name, bytes } = await download(page, 'PDF');
  expect(name).toMatch(/\.pdf$/);
  return toPlain(readPdfText(bytes));
}

describe('a lone analyst', { timeout: 60_000 }, () => {
  let app: App;
  let rosa: Visitor;
  beforeAll(async () => {
    app = await openApp(null);
    rosa = await app.enter(null);
    rosa.page.setDefaultTimeout(10_000);
  });
  afterAll(async () => {
    await app.close();
  });

  it('begins: five questions and a password, and stands where a file is dropped', async () => {
    const { page, go, read, settle } = rosa;
    const next = () => button(page, 'Continuar').click();
    await go('/');
    await page.getByLabel('Nombre de la institución').fill('Cooperativa Los Andes');
    await page.getByLabel('Cooperativa de ahorro y crédito').check();
    // Only what it says it offers is measured.
    const cards = page.getByLabel('Tarjetas de crédito');
    expect(await cards.isChecked()).toBe(false);
    await cards.check();
    await next();
    for (const word of ['Socio', 'Oficina', 'Asesor']) await page.getByLabel(word, { exact: true }).check();
    await next();
    await choose(page, 'País', 'Ecuador');
    await page.getByLabel(/Horario regular/).check();
    await next();
    expect(await page.getByLabel('¿Cuántas personas usarán Circuito?').inputValue()).toBe('1');
    await page.getByLabel('Su nombre y apellido').fill('Rosa Guamán Peña');
    expect(await page.getByLabel('Usuario para entrar').inputValue()).toBe('rosa.guaman');
    const password = async (text: string) => {
      for (const field of ['Contraseña', 'La misma otra vez'])
        await page.getByLabel(field, { exact: true }).fill(text);
      await next();
    };
    await password('Contraseña2026');
    await page.getByText('La contraseña es fácil de adivinar').waitFor();
    await password('la casa verde de mi abuela');
    await page.getByRole('heading', { name: 'Revisar y empezar' }).waitFor();
    const review = await read();
    for (const said of ['Cooperativa Los Andes', 'socio, oficina, asesor', 'Ecuador', '1 persona'])
      expect(review).toContain(said);
    await button(page, 'Crear la institución').click();
    await button(page, 'Cargar el primer archivo').click();

    await page.getByText('Suelte aquí el archivo del mes').waitFor();
    await settle();
    expect(new URL(page.url()).pathname).toBe('/datos/importar');
    expect(await page.innerText('body')).toContain('Excepción a la separación de funciones');
  });

  it('sets the second step when she will, keeps its backup codes, and then administers', async () => {
    const { page, go, settle } = rosa;
    expect((await rosa.ask('/api/people')).body.refused.code).toBe('second-factor-needed');
    await page.getByRole('link', { name: 'Ponerlo ahora' }).click();
    await button(page, 'Poner el segundo paso').click();
    await button(page, 'Empezar').click();
    const secret = (await page.locator('code').first().innerText()).replaceAll(/\s/g, '');
    await page.getByLabel('Código de seis cifras').fill(new TOTP({ secret }).generate());
    await button(page, 'Confirmar').click();
    await button(page, 'Ya los guardé').waitFor();
    expect(new Set(await page.locator('code').allInnerTexts()).size).toBe(8);
    await button(page, 'Ya los guardé').click();
    await page.getByText('Le quedan 8 códigos de respaldo.').waitFor();
    await settle();
    expect(await page.getByRole('link', { name: 'Ponerlo ahora' }).count()).toBe(0);
    expect((await rosa.ask('/api/people')).status).toBe(200);
    await go('/datos/importar');
    await page.getByText('Suelte aquí el archivo del mes').waitFor();
  });

  it('brings a file with none of our names: corrects what was not detected, tries, publishes', async () => {
    const { page, read, settle } = rosa;
    await page.setInputFiles('input[type=file]', writeJune());
    await page.getByRole('heading', { name: '¿Se lee bien el archivo?' }).waitFor();
    await settle();
    const seen = await read();
    for (const said of ['punto y coma (;)', 'en la línea 4', 'Filas de datos: 60'])
      expect(seen).toContain(said);
    expect(seen).toContain('Filas de total o nota al final, que no se cuentan: 2');
    expect(seen).toMatch(/windows/i);
    expect(seen).toContain('CRÉDITO');
    await choose(page, '¿Qué datos trae?', 'Requerimientos');
    await settle();
    await button(page, 'Continuar').click();

    for (const [ours, yours] of [
      ['Número de requerimiento', 'OPER'],
      ['Proceso', 'COD GEST'],
      ['Oficina', 'OFI'],
      ['Asesor', 'FUNC'],
      ['Ingreso', 'ALTA'],
      ['Cierre', 'BAJA'],
      ['Estado', 'SIT'],
      ['Minutos de atención', 'T GESTION'],
    ] as const)
      await choose(page, `Columna de su archivo: ${ours}`, yours);
    await choose(page, 'Hora (si está aparte): Ingreso', 'HH ALTA');
    await choose(page, 'Hora (si está aparte): Cierre', 'HH BAJA');
    await settle();
    expect(await read()).toContain('Están todas las columnas obligatorias.');
    // The very cells: the impossible date and the word where a number goes.
    const wrong = page.locator('td[class*=wrong]');
    expect(await wrong.allInnerTexts()).toEqual(expect.arrayContaining(['31/06/2011', 'nueve', '-4,00']));
    expect(await read()).toContain('«31/06/2011» no es una fecha que exista');
    await button(page, 'Continuar').click();

    await settle();
    // What shares words with ours is proposed; the rest only she can know.
    await page.getByRole('button', { name: '¿Es «Débito automático»?' }).click();
    await choose(page, `${UPDATE}: Significa`, 'Actualización de datos');
    await choose(page, `${PIN}: Significa`, 'Entrega de PIN');
    await choose(page, 'PR: Significa', 'Cerrado');
    await choose(page, 'TR: Significa', 'En proceso');
    await settle();
    await button(page, 'Continuar').click();

    await page.getByRole('heading', { name: 'Qué hay por corregir' }).waitFor();
    await settle();
    const tried = await read();
    // 60 = 30 + 18 + 11 and the one written twice, less the ten with an error.
    expect(tried).toContain('60 = 49 + 0 + 10 + 1 + 0');
    expect((await rosa.ask('/api/imports')).body.imports).toEqual([]);
    expect(await page.locator('main tbody tr').count()).toBe(10);
    expect(tried).toContain('más del 5 % admitido');
    expect(await button(page, 'Publicar').isDisabled()).toBe(true);
    await page.getByLabel('Por qué se publica así').fill('Son errores de digitación; los corrijo enseguida.');
    await button(page, 'Publicar').click();
    await page.getByRole('heading', { name: 'Publicado' }).waitFor();
    await settle();
    expect(await read()).toContain('gestiones junio.csv: 49 filas ya cuentan');
  });

  it('corrects rows in their cells; what is still wrong says so', async () => {
    const { page, read, settle } = rosa;
    await page.getByRole('link', { name: 'Corregir las filas' }).click();
    await page.getByText('Filas que aún no entran: 10.').waitFor();
    await settle();
    const write = (column: keyof Row, n: number, text: string) =>
      page.getByLabel(`${column}, línea ${lineOf(n)}`, { exact: true }).fill(text);
    expect(await page.locator('input[aria-invalid=true]').count()).toBeGreaterThanOrEqual(6);
    await write('BAJA', 3, '04/06/2011');
    await write('BAJA', 6, '07/06/2011');
    await write('HH BAJA', 6, '21:00');
    await write('T GESTION', 9, '4,00');
    await write('ALTA', 12, '12/06/2011');
    await write('ALTA', 15, '15/06/2O11');
    await write('COD GEST', 18, DEBIT);
    await write('OPER', 21, '71021');
    await button(page, 'Guardar 7 filas corregidas').click();
    await page.getByText('Filas corregidas: 6. Siguen mal: 1').waitFor();
    await settle();
    await page
      .getByLabel(/^ALTA, línea \d+$/)
      .and(page.locator('[value="15/06/2O11"]'))
      .fill('15/06/2011');
    await button(page, 'Guardar la fila corregida').click();
    await page.getByText('Entró 1 fila corregida').waitFor();
    await page.getByText('Filas que aún no entran: 3.').waitFor();
    await settle();
    expect(await read()).toContain('«nueve» no es un número');
  });

  it('reads the verdict on Inicio and the same figure on the sheet, on paper and in the workbook', async () => {
    const { page, go, read, settle } = rosa;
    await page.getByRole('link', { name: 'Inicio' }).click();
    await page.getByText('indicadores no cumple en junio de 2011').waitFor();
    await settle();
    await page.getByRole('link', { name: 'Plazo del débito automático' }).click();
    await page.getByRole('heading', { name: 'Plazo del débito automático', level: 1 }).waitFor();
    await settle();
    // By hand: 20 debits of 20 hours and 10 of 35 are 750 hours, and among 30 debits that is 25.
    const figure = '25 h frente a 24 h: 1 h más de lo previsto';
    const sheet = await read();
    expect(sheet).toContain(figure);
    expect(sheet).toContain('n = 30');
    expect(sheet).toContain('Nada de este período sigue abierto.');

    const printed = await paper(page);
    for (const said of ['Cooperativa Los Andes', figure, 'Por oficina', 'Por asesor'])
      expect(printed).toContain(said);
    expect(printed).toContain('Excepción a la separación de funciones');
    expect(printed).toContain('(S-6)');
    expect(printed).toMatch(SETTLED);
    expect(printed).not.toMatch(/provisional/i);

    const { name, bytes } = await download(page, /^Excel/);
    expect(name).toMatch(/\.xlsx$/);
    const book = await readWorkbook(bytes);
    const at = book.get('Ficha')!.findIndex(([concept]) => concept?.value === 'Resultado');
    expect(book.get('Ficha')![at]?.[1]?.formula).toBeDefined();
    expect(new WorkbookEvaluator(book).cell('Ficha', at, 1)).toBeCloseTo(750 / (30 * 24), 12);

    // One data update is still open, and its paper says so.
    await go('/indicadores/plazo-actualizacion-datos?periodo=2011-06');
    expect(await paper(page)).toContain('Provisional');
  });

  it('undoes the import with a reason and asks nobody else', async () => {
    const { page, go, read, settle } = rosa;
    // The file, and the two times that rows of it came back corrected.
    for (const left of [3, 2, 1]) {
      await go('/datos/importaciones');
      const lines = page.locator('tbody tr').filter({ hasText: 'vigente' });
      expect(await lines.count()).toBe(left);
      await lines.last().getByRole('link').click();
      await button(page, 'Deshacer').click();
      const dialog = page.getByRole('dialog');
      const confirm = dialog.getByRole('button', { name: 'Deshacer la importación' });
      expect(await confirm.isDisabled()).toBe(true);
      await dialog.getByLabel('Motivo').fill('Era la exportación de prueba');
      await confirm.click();
      await page.getByText('Se deshizo el').waitFor();
      await settle();
      expect(await read()).toContain('Era la exportación de prueba');
    }
    await go('/');
    expect(await read()).toContain('Todavía no hay datos');
    expect((await rosa.ask('/api/proposals')).body.open ?? []).toEqual([]);
  });

  it('sees in June’s sheet what July’s file changed', async () => {
    const { page, go, read, settle } = rosa;
    const bring = async (file: ReturnType<typeof toFile>) => {
      await go('/datos/importar');
      await page.setInputFiles('input[type=file]', file);
      // A file like one brought before is tried at once.
      await page.getByText('Todo cuadra.').waitFor();
      await settle();
      const tried = await read();
      await button(page, 'Publicar').click();
      await page.getByRole('heading', { name: 'Publicado' }).waitFor();
      return tried;
    };
    const debit = (id: number, opened: string, hours: number | null) =>
      toRow({ id, code: DEBIT, opened, minutes: hours === null ? null : hours * 60 });
    const early = [debit(1, june(14), 20), debit(2, june(28), 20)];
    const late = (hours: number | null) => [debit(3, june(29), hours), debit(4, june(30), hours)];
    const address = '/indicadores/plazo-debito-automatico?periodo=2011-06';

    expect(await bring(toFile('junio.csv', [...early, ...late(null)], 'junio'))).toContain(
      '4 = 4 + 0 + 0 + 0 + 0',
    );
    await go(address);
    expect(await read()).toContain('20 h frente a 24 h');
    expect(await read()).toContain('2 sin cerrar');
    expect(await paper(page)).toContain('Provisional');

    const july = [...late(48), debit(5, '2011-07-14', 20), debit(6, '2011-07-20', 20)];
    expect(await bring(toFile('julio.csv', july, 'julio'))).toContain('4 = 2 + 2 + 0 + 0 + 0');
    await go(address);
    // By hand: 20, 20, 48 and 48 hours are 136 among 4.
    const sheet = await read();
    expect(sheet).toContain('34 h frente a 24 h');
    const change =
      /2 casos de junio de 2011 que estaban abiertos se cerraron con el archivo julio\.csv del [^;]+; el resultado pasó de 20 h a 34 h/;
    expect(sheet).toMatch(change);
    expect(sheet).toContain('casos contados: de 2 a 4');
    const printed = await paper(page);
    expect(printed).toMatch(change);
    expect(printed).toMatch(SETTLED);
    // The browser tells of the password that was refused, and of nothing else.
    expect(rosa.faults()).toEqual([expect.stringContaining('422')]);
  });
});
