import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, actAt, choose, openDebitAt, write } from './desk.ts';
import { type App, openApp, PHONE, type Visitor } from './open-app.ts';

const HOUR_MS = 3_600_000;

describe('cases', () => {
  let app: App;
  let executive: Visitor;
  let technician: Visitor;
  let supervisor: Visitor;
  /** How far the institution's clock is ahead of the machine's. */
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  beforeAll(async () => {
    app = await openApp('tiny', { clock: () => now().toISOString() });
    await enterAll();
  });
  const enterAll = async () => {
    [executive, technician, supervisor] = await Promise.all([
      app.enter('executive'),
      app.enter('technician'),
      app.enter('supervisor'),
    ]);
  };
  afterAll(() => app.close());

  /** A debit opened at the desk and sent to the card area; attending by the screen has its own journey. */
  const openDebit = async (client: string): Promise<string> => {
    const desk = await app.server.as('executive');
    const number = await openDebitAt(desk, client, now().toISOString());
    await actAt(desk, number, 'enviar-respaldos');
    return number;
  };

  it('goes from desk to technician, waits for the night, and one that did not enter stays', async () => {
    const numbers = [await openDebit('C-1'), await openDebit('C-2')] as const;
    for (const number of numbers) {
      await technician.go(`/casos/${number}`);
      expect(await technician.read()).toContain('Respaldos en camino a Tarjetas');
      await act(technician, 'Recibir los respaldos');
      await act(technician, 'Débito ingresado; espera el proceso nocturno');
    }
    // The next morning.
    ahead += 14 * HOUR_MS;
    await enterAll();
    const ran = new Date(now().getTime() - HOUR_MS - 5 * HOUR_MS).toISOString().slice(0, 16);
    const { page, go, settle, read } = technician;
    await go('/casos/lote');
    expect(await read()).toContain('2 casos esperan.');
    await page.getByLabel('Corrió el').fill(ran);
    await page.getByLabel(`No entró ${numbers[1]}`).check();
    const register = page.getByRole('button', { name: 'Registrar: entraron 1, no entraron 1' });
    expect(await register.isDisabled()).toBe(true);
    await page.getByLabel(`Motivo de ${numbers[1]}`).fill('La cuenta está bloqueada');
    await register.click();
    await page.getByText('Registrado: entraron 1, siguen pendientes 1.').waitFor();
    await settle();
    expect(await read()).toContain('1 caso espera.');
    await go(`/casos/${numbers[0]}`);
    expect(await read()).toContain('Débito activo');
    await go(`/casos/${numbers[1]}`);
    expect(await read()).toContain('La cuenta está bloqueada');
    await act(technician, 'Activado a mano; cerrar', async () => {
      await write(technician, '¿Por qué se activó a mano?', 'Se desbloqueó la cuenta');
    });
    // Told as done at once; the page follows when it was asked for again.
    await technician.page.getByText('El caso está terminado').waitFor();
    for (const one of [executive, technician]) expect(one.faults()).toEqual([]);
  });

  it('leads who attends to the work of the day, with Inicio one press away', async () => {
    const newcomer = await app.enter('technician');
    await newcomer.go('/');
    await newcomer.page.waitForURL(({ pathname }) => pathname === '/casos/hoy');
    await newcomer.page.getByRole('link', { name: 'Inicio', exact: true }).click();
    await newcomer.page.getByRole('heading', { name: 'Inicio', level: 1 }).waitFor();
    await newcomer.settle();
    expect(new URL(newcomer.page.url()).pathname).toBe('/');
    await newcomer.close();
  });

  it('tells who looks at a case that somebody else moved it', async () => {
    const number = await openDebit('C-3');
    const { page, go } = technician;
    await go(`/casos/${number}`);
    await page.getByRole('button', { name: 'Recibir los respaldos', exact: true }).click();
    await executive.go(`/casos/${number}`);
    await act(executive, 'Anular', async () => {
      await write(executive, '¿Por qué se anula?', 'El cliente desistió');
    });
    await page.getByRole('button', { name: 'Confirmar: Recibir los respaldos' }).click();
    await page.getByText('Ahora ve cómo está.').waitFor();
    await page.getByText('El cliente desistió').first().waitFor();
    expect(await page.getByRole('button', { name: 'Recibir los respaldos', exact: true }).count()).toBe(0);
    technician.faults();
  });

  it('finds cases by what the address says, and gives several to a person at once', async () => {
    const first = await openDebit('C-4');
    const second = await openDebit('C-4');
    const { page, go, settle, read } = supervisor;
    await go('/casos?buscar=C-4');
    expect(await read()).toContain(first);
    await page.getByLabel('Elegir todos los de esta página').check();
    const people = page.getByLabel('Dar a');
    await people.selectOption({ index: 1 });
    const name = (await people.locator('option:checked').innerText()).replace(/,.*/, '');
    await page.getByRole('button', { name: 'Dar', exact: true }).click();
    await page.getByText('2 casos entregados.').waitFor();
    await settle();
    await go(`/casos/${second}`);
    expect(await read()).toContain(name);
    await go('/casos?buscar=nadie-se-llama-asi');
    expect(await read()).toContain('Ningún caso cumple esos filtros');
    expect(supervisor.faults()).toEqual([]);
  });

  it('a complaint of the public page is acknowledged, answered, and rated by the client', async () => {
    const client = await app.enter(null, { viewport: PHONE });
    await client.go('/reclamo');
    expect(await client.page.getByRole('navigation', { name: 'Secciones' }).count()).toBe(0);
    await choose(client, '¿Qué quiere presentar?', 'Reclamo');
    await choose(client, '¿Sobre qué es?', 'Cuentas corrientes o de ahorro');
    await client.page.getByLabel('¿Qué pasó?').selectOption({ label: 'Cobro que no corresponde' });
    await choose(client, '¿Dónde fue la operación?', 'En el país');
    await write(client, 'Cuente qué pasó y qué pide', 'Me cobraron dos veces la comisión de mayo.');
    await write(client, '¿Cómo le avisamos?', '099 000 0000');
    await client.page.getByLabel('¿Dónde pasó?').selectOption('norte');
    await client.page.getByRole('button', { name: 'Presentar' }).click();
    await client.page.getByRole('heading', { name: 'Lo recibimos' }).waitFor();
    await client.settle();
    const [, number = ''] = /(R-\d{4}-\d{6})/.exec(await client.read()) ?? [];
    expect(number).not.toBe('');
    expect(await client.read()).toContain('Le responderemos por escrito');
    const [code = ''] = /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(await client.read()) ?? [];

    await executive.go(`/casos/${number}`);
    await act(executive, 'Confirmar la recepción al cliente');
    await technician.go(`/casos/${number}`);
    await act(technician, 'Empezar el análisis', () => choose(technician, 'Importancia', 'Alta'));
    await act(technician, 'Pedir información al cliente', () =>
      write(technician, '¿Qué se le pide?', '¿Qué día fue el segundo cobro?'),
    );

    await client.page.getByRole('link', { name: 'Ver cómo va mi caso' }).click();
    await client.settle();
    const look = async () => {
      await client.page.getByRole('button', { name: 'Ver mi caso' }).click();
      await client.page.getByRole('heading', { name: number }).waitFor();
      await client.settle();
    };
    await look();
    expect(await client.read()).toContain('¿Qué día fue el segundo cobro?');
    await write(client, 'Escriba aquí su respuesta', 'Fue el 9 de mayo.');
    await client.page.getByRole('button', { name: 'Enviar la respuesta' }).click();
    await client.page.getByText('Recibimos lo que escribió.').waitFor();
    await client.settle();
    expect(await client.read()).toContain('Fue el 9 de mayo.');

    await technician.go(`/casos/${number}`);
    expect(await technician.read()).toMatch(/El cliente ya escribió[\s\S]*Fue el 9 de mayo\./);
    await act(technician, 'El cliente contestó', () =>
      write(technician, '¿Qué contestó?', 'El segundo cobro fue el 9 de mayo.'),
    );
    await answerComplaint(technician);

    await client.page.getByRole('button', { name: 'Ver otro caso' }).click();
    await client.page.getByLabel('Número del caso').fill(number);
    await client.page.getByLabel('Código de seguimiento').fill(code);
    await look();
    const seen = await client.read();
    expect(seen).toContain('Le devolvimos la comisión cobrada de más.');
    expect(seen).not.toContain('Tomás');
    await client.page.getByRole('radio', { name: 'Conforme', exact: true }).check();
    await client.page.getByRole('button', { name: 'Enviar mi opinión' }).click();
    await client.page.getByText('Su opinión quedó registrada: Conforme.').waitFor();
    await client.settle();
    expect(await client.page.getByRole('button', { name: 'Enviar mi opinión' }).count()).toBe(0);
    await executive.go(`/casos/${number}`);
    expect(await executive.read()).toContain('4 de 5');
    for (const one of [client, executive, technician]) expect(one.faults()).toEqual([]);
    await client.close();
  });
});

/** Answers a complaint whose client was right, as its procedure asks. */
async function answerComplaint(technician: Visitor): Promise<void> {
  await act(technician, 'Responder al cliente', async () => {
    // The cause is asked only once the client was right.
    expect(await technician.page.getByText('¿Cuál fue la causa?').count()).toBe(0);
    await choose(technician, '¿Tenía razón el cliente?', 'Sí');
    await technician.page.getByLabel('¿Cuál fue la causa?').selectOption({ label: 'Falla del sistema' });
    await write(technician, '¿Cómo se repara?', 'Devolución');
    await write(
      technician,
      'Respuesta, como la leerá el cliente',
      'Le devolvimos la comisión cobrada de más.',
    );
  });
}
