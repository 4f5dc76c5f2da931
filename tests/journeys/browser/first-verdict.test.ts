import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp, PHONE, type Visitor } from './open-app.ts';

const HEADER = 'Nro. Trámite;Servicio;Oficina;F. Solicitud;Hora;F. Entrega;Hora Entrega;Situación';
/** Loans of 50, 40 and 60 hours; a certificate of an hour, and one that nobody promised a term for. */
const ROWS = [
  'T-1;Crédito de consumo;Matriz;13/10/2026;08:00;15/10/2026;10:00;Entregado',
  'T-2;Crédito de consumo;Matriz;14/10/2026;08:00;16/10/2026;00:00;Entregado',
  'T-3;Crédito de consumo;Norte;19/10/2026;08:00;21/10/2026;20:00;Entregado',
  'T-4;Certificado bancario;Norte;20/10/2026;09:00;20/10/2026;10:00;Entregado',
  'T-5;Bloqueo de libreta;Norte;21/10/2026;09:00;21/10/2026;11:00;Entregado',
];
const FILE = {
  name: 'trámites octubre.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([HEADER, ...ROWS].join('\r\n'), 'latin1'),
};
const START = {
  name: 'Cooperativa Los Andes',
  kind: 'cooperativa',
  words: { client: 'socio', unit: 'oficina', staff: 'asesor' },
  country: 'EC',
  packs: [],
  calendar: 'ecuador-regular',
  hours: null,
  people_count: 1,
  password: 'la casa verde de mi abuela',
  people: [
    {
      login: 'rosa',
      name: 'Rosa Guamán',
      language: 'es',
      staff_name: null,
      grants: [{ role: 'analyst', units: null, processes: null, until: null }],
    },
  ],
};

describe('a cooperative that took no indicator of ours', { timeout: 60_000 }, () => {
  let app: App;
  let rosa: Visitor;
  beforeAll(async () => {
    app = await openApp(null, { clock: () => '2026-11-22T15:00:00Z' });
    rosa = await app.enter(null);
    const headers = { origin: app.server.url };
    await rosa.context.request.post(`${app.server.url}/api/start`, { data: START, headers });
  });
  afterAll(() => app.close());
  const button = (name: string | RegExp) =>
    rosa.page.locator('main').getByRole('button', { name, exact: true });

  it('adds the services of its first file in one step, and publishes it', async () => {
    const { page, go, settle } = rosa;
    await go('/datos/importar');
    await page.setInputFiles('input[type=file]', FILE);
    await page.getByText('Trae todo lo obligatorio').waitFor();
    await button('Continuar').click();
    await button('Continuar').click();
    await button(/^Son servicios nuestros/).click();
    const dialog = page.getByRole('dialog');
    // What shares its first word with a family is put there; the rest stands by itself.
    const family = dialog.getByLabel('Familia de «Crédito de consumo»');
    await expect.poll(() => family.inputValue(), { timeout: 10_000 }).toBe('creditos');
    await dialog.getByLabel('Nombre de «Certificado bancario»').fill('Certificados');
    await dialog.getByRole('button', { name: 'Añadir 3 servicios' }).click();
    await page.getByText('Todos los valores se reconocen.').waitFor();
    await settle();
    await button('Continuar').click();
    await page.getByText('Todo cuadra.').waitFor();
    await button('Publicar').click();
    await page.getByRole('heading', { name: 'Publicado' }).waitFor();
  });

  it('is asked the term of each service, and reads its verdict on Inicio', async () => {
    const { page, read, settle } = rosa;
    const term = (name: string) => page.getByLabel(`Plazo de ${name}`, { exact: true });
    await term('Crédito de consumo').waitFor();
    expect(await read()).toContain('3 casos cerrados; la mitad, en 2,1 días o menos');
    expect(await button('Medir el plazo').isDisabled()).toBe(true);
    await term('Crédito de consumo').fill('48');
    await term('Certificados').fill('una');
    expect(await button('Medir el plazo de este servicio').isDisabled()).toBe(true);
    await term('Certificados').fill('1,5');
    expect(await read()).toContain('Sin plazo escrito, por ahora no se miden: Bloqueo de libreta.');
    await button('Medir el plazo de estos 2 servicios').click();
    await page.getByText('1 de 2 indicadores no cumple en octubre de 2026').waitFor();
    await settle();
    expect(new URL(page.url()).pathname).toBe('/');
    // By hand: 50, 40 and 60 hours among three are 50.
    expect(await read()).toContain('50 h frente a 48 h: 2 h más de lo previsto');
  });

  it('takes no example of what it does not have without being told', async () => {
    const { page, go, read, settle, faults } = rosa;
    await page.setViewportSize(PHONE);
    await go('/indicadores/ejemplos');
    const [first = ''] = (await read()).split('Gestión financiera');
    expect(first).toContain('Requerimientos recibidos');
    expect(first).not.toContain('mujeres');
    await button('Usar: Tarjetas aprobadas sobre solicitudes').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('que su institución no tiene').waitFor();
    await dialog.getByRole('button', { name: 'Cancelar' }).last().click();
    await settle();
    expect((await rosa.ask('/api/indicators')).body.of).toBe(2);
    expect(faults()).toEqual([]);
  });
});
