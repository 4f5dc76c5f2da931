import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, actAt, attendBy, choose, open, openDebitAt, tickAll, write } from './desk.ts';
import { type App, openApp, toPlain, type Visitor } from './open-app.ts';

const HOUR_MS = 3_600_000;
/** A Tuesday of March, ten in the morning in Quito. */
const TUESDAY_MS = Date.parse('2026-03-10T15:00:00Z');
/** When this file began by the machine's clock: the institution's goes on from Tuesday at the same pace. */
const BEGAN_MS = Date.now();

/** From the desk to the month, on screens alone: what was attended is next morning's board and then a figure. */
describe('what is attended', () => {
  let app: App;
  let executive: Visitor;
  let technician: Visitor;
  let supervisor: Visitor;
  let analyst: Visitor;
  let numbers: readonly [string, string];
  /** Hours from Tuesday at ten. */
  let ahead = 0;
  const clock = () => new Date(TUESDAY_MS + (Date.now() - BEGAN_MS) + ahead * HOUR_MS).toISOString();
  beforeAll(async () => {
    app = await openApp('tiny', { clock });
    await enterAll();
  });
  afterAll(() => app.close());
  const enterAll = async () => {
    [executive, technician, supervisor, analyst] = await Promise.all([
      app.enter('executive'),
      app.enter('technician'),
      app.enter('supervisor'),
      app.enter('analyst'),
    ]);
  };

  /** Waits until the facts have read what was done to cases. */
  const untilRead = async () => {
    const { host } = app.server;
    const last = host.current().ledger.cases.lastEvent();
    for (;;) {
      const mark = host.current().facts.worked();
      if (mark !== '' && JSON.parse(mark).through === last) return host.settle();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  const attendDebit = async (client: string): Promise<string> => {
    await attendBy(executive, 'débito');
    await write(executive, 'Número de cliente', client);
    await choose(executive, '¿Coinciden los datos', 'Sí');
    await choose(executive, '¿Quién lo pide?', 'El titular');
    await choose(executive, '¿La firma de la autorización', 'Sí');
    await choose(executive, '¿La tarjeta es de un titular principal?', 'Sí');
    await choose(executive, '¿La cuenta que se debita', 'Sí');
    await write(executive, 'Fecha máxima de pago', '2030-01-15');
    await tickAll(executive);
    const { number } = await open(executive);
    await executive.page.getByRole('link', { name: 'Hacerlo en el caso' }).click();
    await executive.settle();
    await act(executive, 'Enviar los respaldos a Tarjetas');
    return number;
  };

  it('on Tuesday two debits go from desk to card area and wait for the night', async () => {
    // One by the screens, the other on the wire behind them.
    const first = await app.server.as('executive').then(async (desk) => {
      const number = await openDebitAt(desk, 'C-1', clock());
      await actAt(desk, number, 'enviar-respaldos');
      return number;
    });
    const cards = await app.server.as('technician');
    for (const action of ['recibir-respaldos', 'ingresar']) await actAt(cards, first, action);
    const second = await attendDebit('C-2');
    await technician.go(`/casos/${second}`);
    await act(technician, 'Recibir los respaldos');
    await act(technician, 'Débito ingresado; espera el proceso nocturno');
    numbers = [first, second];
    for (const one of [executive, technician]) expect(one.faults()).toEqual([]);
  });

  it('on Wednesday the batch is registered, and the board has what it left and nothing of what it did', async () => {
    // Wednesday at eight.
    ahead = 22;
    await enterAll();
    const { page, go, settle } = technician;
    await go('/casos/lote');
    await page.getByLabel('Corrió el').fill('2026-03-10T22:00');
    await page.getByLabel(`No entró ${numbers[1]}`).check();
    await page.getByLabel(`Motivo de ${numbers[1]}`).fill('La cuenta está bloqueada');
    await page.getByRole('button', { name: 'Registrar: entraron 1, no entraron 1' }).click();
    await page.getByText('Registrado: entraron 1, siguen pendientes 1.').waitFor();
    await settle();
    await supervisor.go('/casos/hoy');
    const board = await supervisor.read();
    expect(board).toContain('Hoy en norte, 11 de marzo de 2026');
    expect(board).toContain('1 vence hoy; hay 1 abierto.');
    expect(await readPart(supervisor, 'Vencen hoy')).toMatch(
      new RegExp(`^Vencen hoy 1 en total.*${numbers[1]}.*Vence hoy a las 10:00.*Pendiente de activación`),
    );
    expect(board).not.toContain(numbers[0]);
    for (const one of [technician, supervisor]) expect(one.faults()).toEqual([]);
  });

  it('a daily file makes the same board of a branch that works no case here', async () => {
    const file = join(app.server.folder, 'abiertos.csv');
    await writeFile(
      file,
      [
        'Nro. trámite;Proceso;Agencia;Fecha y hora de ingreso;Cierre;Vencimiento',
        'N-1;Débito automático;sur;2026-03-09 09:00;;2026-03-10 09:00',
        'N-2;Débito automático;sur;2026-03-10 16:00;;2026-03-11 16:00',
        'N-3;Préstamo inmediato;sur;2026-03-10 16:30;;2026-03-12 16:30',
        'N-4;Préstamo inmediato;sur;2026-03-10 11:00;2026-03-10 15:00;2026-03-12 11:00',
      ].join('\n'),
    );
    const { page, go, settle, read, faults } = analyst;
    await go('/casos/hoy?agencia=sur');
    expect(await read()).toContain('No hay nada abierto.');
    await go('/datos/importar');
    await page.setInputFiles('input[type=file]', file);
    for (const step of ['Continuar', 'Continuar', 'Publicar']) {
      await settle();
      await page.getByRole('button', { name: step, exact: true }).click();
    }
    await page.getByRole('heading', { name: 'Publicado' }).waitFor();
    await go('/casos/hoy?agencia=sur');
    expect(await read()).toContain('1 ya venció, 1 vence hoy y 1 vence mañana; hay 3 abiertos.');
    expect(await readPart(analyst, 'Ya vencieron')).toMatch(/N-1 Débito automático, del archivo Venció ayer/);
    expect(await readPart(analyst, 'Vencen hoy')).toMatch(
      /N-2 Débito automático, del archivo Vence hoy a las 16:00/,
    );
    expect(await readPart(analyst, 'Vencen mañana')).toMatch(/N-3 Préstamo inmediato, del archivo/);
    expect(await read()).not.toContain('N-4');
    expect(faults()).toEqual([]);
  });

  it('the month has the worked cases, with their n and their verdict, on Inicio and on the sheet', async () => {
    // Wednesday at two in the afternoon: 28 hours after it was asked for.
    ahead = 28;
    await enterAll();
    await technician.go(`/casos/${numbers[1]}`);
    await act(technician, 'Activado a mano; cerrar', () =>
      write(technician, '¿Por qué se activó a mano?', 'Se desbloqueó la cuenta'),
    );
    await untilRead();
    const { go, read, page, faults } = analyst;
    await go('/?periodo=2026-03&agencia=norte');
    const row = page.locator('main li', { has: page.locator('a[href*="/plazo-debito-automatico?"]') });
    // By hand: twelve hours by the batch and twenty-eight by hand are twenty among two.
    const said = toPlain(await row.first().innerText());
    for (const part of ['20 h', 'Cumple', 'n = 2']) expect(said).toContain(part);
    await go('/indicadores/plazo-debito-automatico?periodo=2026-03&agencia=norte');
    const sheet = await read();
    expect(sheet).toContain('20 h frente a 24 h: 4 h menos de lo previsto');
    expect(sheet).toMatch(/n = 2 .* Cumple\. /);
    expect(sheet).toContain('Casos trabajados aquí');
    expect(faults()).toEqual([]);
    expect(technician.faults()).toEqual([]);
  });
});

/** The text of a part of the board. */
async function readPart({ page }: Visitor, name: string): Promise<string> {
  return toPlain(await page.getByRole('region', { name }).innerText());
}
