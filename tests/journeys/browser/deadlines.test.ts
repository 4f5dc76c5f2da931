import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, openApp, WIDE } from './open-app.ts';

let app: App;
beforeAll(async () => {
  app = await openApp('tiny');
  const { ledger } = app.server.host.current();
  const profile = ledger.findSetting('institution')!.value as object;
  ledger.changeSetting('institution', { ...profile, kind: 'cooperativa' });
  const nobody = await app.server.as(null);
  const fields = {
    complained_process: 'cuentas',
    category: 'mala-atencion',
    operation: 'nacional',
    description: 'Me cobraron dos veces la misma cuota.',
    contact: '0990000000',
  };
  const body = { key: 'plazo-0001', procedure: 'reclamo', unit: 'norte', client: 'CL-9', fields };
  expect((await nobody.call('post /api/public/complaints', { body })).status).toBe(200);
}, 60_000);
afterAll(() => app.close());

it('the deadline that nobody knew is written on screen, and the case that waited has it', async () => {
  const analyst = await app.enter('analyst');
  const { page, go, read, settle } = analyst;
  await go('/administracion/plazos');
  expect(await read()).toMatch(
    /No se conoce el plazo de reclamos, consultas y quejas; 1 caso abierto lo espera/,
  );
  await page.getByRole('button', { name: 'Escribir el plazo: Reclamos' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('¿Cuánto?').fill('10');
  await form.getByLabel('Se cuenta en').selectOption('working-days');
  await form.getByLabel('Desde cuándo rige').fill('2020-01-01');
  await form.getByLabel('Organismo de control').fill('Superintendencia de Economía Popular y Solidaria');
  await form.getByLabel('De dónde sale').fill('Resolución de prueba, artículo 4');
  await form.getByLabel('Quién lo confirmó').fill('Dra. Inés Paredes, asesora legal');
  await form.getByLabel('Cuándo lo confirmó').fill('2020-01-01');
  await form.getByRole('button', { name: 'Guardar el plazo' }).click();
  await page.getByText('1 caso abierto tiene ahora su plazo.').waitFor();
  await settle();
  expect(await read()).toMatch(/Todos los casos: 10 días laborables/);
  await page.getByRole('button', { name: 'Anotar la confirmación: Todos los demás' }).click();
  await form.getByLabel('Quién lo confirmó').fill('Dra. Inés Paredes, asesora legal');
  await form.getByLabel('Cuándo lo confirmó').fill('2026-01-05');
  await form.getByRole('button', { name: 'Guardar la confirmación' }).click();
  const told = page.getByText('Ningún caso abierto cambió de plazo');
  await told.waitFor();
  await settle();
  const at = await told.boundingBox();
  expect(at!.y).toBeGreaterThan(0);
  expect(at!.y).toBeLessThan(WIDE.height);
  expect(await read()).toMatch(/Dra\. Inés Paredes, asesora legal, el 5 de enero de 2026/);
  expect(analyst.faults()).toEqual([]);
  await analyst.close();
  const desk = await app.enter('supervisor');
  await desk.go('/administracion/plazos');
  expect(await desk.page.getByRole('button', { name: /Escribir|Anotar/ }).count()).toBe(0);
  expect(await desk.read()).toMatch(/Lo escribe quien lleva los indicadores/);
  await desk.close();
});
