import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toEventLogFile } from '../../../seed/index.ts';
import { loadContent, OWN_PACKS } from '../../../src/usecases/index.ts';
import { type App, openApp, WIDE } from './open-app.ts';

let app: App;
const file = join(tmpdir(), `circuito-event-log-${process.pid}.csv`);
beforeAll(async () => {
  const { catalogue } = await loadContent([OWN_PACKS]);
  const planted = {
    skipped: { comprueba: 12 },
    repeated: {},
    swapped: {},
    unknown: { 'Llamada al cliente': 3 },
  };
  const { csv } = toEventLogFile(catalogue.procedures.get('debito-automatico')!, { cases: 60, planted });
  writeFileSync(file, csv);
  app = await openApp('tiny');
}, 120_000);
afterAll(() => app.close());

it('an analyst drops a log, sees where it departs, leaves an activity aside and keeps it', async () => {
  const visitor = await app.enter('analyst', { viewport: WIDE });
  const { page } = visitor;
  await visitor.go('/procesos/registro');
  await page.setInputFiles('input[type=file]', file);
  await page.getByText('60 casos').first().waitFor();
  await page.getByRole('combobox', { name: 'Procedimiento con el que se compara' }).click();
  await page.getByRole('option', { name: 'Débito automático' }).click();
  await page.getByText('En 12 de 60 casos').first().waitFor();
  await page.getByRole('tab', { name: 'Actividades y pasos' }).click();
  await page.getByRole('combobox', { name: 'Es el paso: Llamada al cliente' }).click();
  await page.getByRole('option', { name: 'Dejar a un lado' }).click();
  await page.getByText('48 de 60 casos').first().waitFor();
  await page.getByRole('textbox', { name: 'Nombre del registro' }).fill('Débitos de prueba');
  await page.getByRole('button', { name: 'Guardar el registro' }).click();
  await page.getByRole('heading', { name: 'Débitos de prueba', level: 1 }).waitFor();
  await visitor.settle();
  await page.getByRole('tab', { name: 'Cumplimiento' }).click();
  const lanes = page.getByRole('group', { name: /^Diagrama de Débito automático/ });
  // Said for whoever does not see the drawing.
  expect(await lanes.innerHTML()).toContain('se hace en 48 de 60 casos');
  await lanes.getByText('omiten 12').waitFor();
  expect(visitor.faults()).toEqual([]);
}, 60_000);
