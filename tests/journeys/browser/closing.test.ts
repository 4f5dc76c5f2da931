import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, openApp } from './open-app.ts';

const SHEET = '/indicadores/plazo-debito-automatico?periodo=2011-06';
const CLOSING = '/datos/cierre?periodo=2011-06';
const LATE =
  'request_id,process,unit,person,client,channel,opened_at,closed_at,status,outcome,handling_min\n' +
  'R9000001,debito-automatico,norte,Ana Mora,C000010,agencia,2011-06-10T09:00:00,2011-06-24T09:00:00,cerrado,,30\n';

let app: App;
beforeAll(async () => {
  app = await openApp('tiny');
  // The month is long past: rows are contested until somebody brings the date forward again.
  app.server.host.current().ledger.changeSetting('contests-until/2011-06', '2099-01-01');
}, 60_000);
afterAll(() => app.close());

it('a month goes from a contested row to its closing, and from a late file to its restatement', async () => {
  const owner = await app.enter('process-owner');
  await owner.go(SHEET);
  await owner.reachEnd();
  await owner.page
    .getByRole('checkbox', { name: /^Elegir R/ })
    .first()
    .check();
  await owner.page.getByRole('button', { name: 'Objetar 1 fila' }).click();
  await owner.page.getByLabel('Por qué no deben contar').fill('Era una prueba');
  await owner.page.getByLabel('Qué lo demuestra').fill('Orden interna 14');
  await owner.page.getByRole('button', { name: 'Enviar la objeción' }).click();
  await owner.page.getByText('Objeción enviada').waitFor();
  expect(owner.faults()).toEqual([]);
  await owner.close();

  const analyst = await app.enter('analyst');
  await analyst.go(CLOSING);
  expect(await analyst.read()).toContain('Queda 1 objeción sin respuesta en junio de 2011');
  await analyst.page.getByRole('button', { name: 'Proponer que queden fuera' }).click();
  const asked = analyst.page.getByRole('dialog');
  await asked.getByRole('textbox').fill('Consta en la orden 14');
  await asked.getByRole('button', { name: 'Proponer que queden fuera' }).click();
  await analyst.page.getByText('Ana Pérez propone que queden fuera').waitFor();
  await analyst.page.getByLabel('Se objeta hasta el').fill('2011-07-10');
  await analyst.page.getByRole('button', { name: 'Cambiar la fecha' }).click();
  await analyst.settle();

  const manager = await app.enter('management');
  await manager.go(CLOSING);
  await manager.page.getByRole('button', { name: 'Aprobar que queden fuera' }).click();
  await manager.page.getByText('Una fila quedó fuera de este mes').waitFor();

  await analyst.go(CLOSING);
  await analyst.page.getByRole('button', { name: 'Proponer el cierre de junio de 2011' }).click();
  await analyst.page.getByText('Propuesto. Lo aprueba otra persona').waitFor();
  expect(await analyst.page.getByRole('button', { name: 'Aprobar y cerrar' }).count()).toBe(0);
  await manager.go(CLOSING);
  await manager.page.getByRole('button', { name: 'Aprobar y cerrar' }).click();
  await manager.page.getByText('Sus cifras son las de la versión 1.').waitFor();

  const { call } = await app.server.as('analyst');
  const file = new TextEncoder().encode(LATE);
  expect((await call('post /api/imports?dataset=requests', { file, name: 'tarde.csv' })).status).toBe(200);
  await manager.go('/?periodo=2011-06');
  expect(await manager.read()).toMatch(/Mes cerrado el .*, versión 1\..*falta rectificar el mes/);
  await analyst.go(CLOSING);
  await analyst.page.getByRole('button', { name: 'Rectificar junio de 2011' }).click();
  const why = analyst.page.getByRole('dialog');
  await why.getByRole('textbox').fill('Llegó un lote tarde');
  await why.getByRole('button', { name: 'Rectificar junio de 2011' }).click();
  await analyst.page.getByText('Propuesto. Lo aprueba otra persona').waitFor();
  await manager.go(CLOSING);
  await manager.page.getByRole('button', { name: 'Aprobar la rectificación' }).click();
  await manager.page.getByText('Sus cifras son las de la versión 2.').waitFor();
  await manager.settle();
  expect(await manager.read()).toContain('Causa: Llegó un lote tarde');
  expect([...analyst.faults(), ...manager.faults()]).toEqual([]);
  await Promise.all([analyst.close(), manager.close()]);

  const auditor = await app.enter('auditor');
  await auditor.go('/auditoria');
  await auditor.page.getByRole('button', { name: 'Verificar' }).first().click();
  await auditor.page.getByText('Todo está como se guardó').waitFor();
  expect(await auditor.read()).toMatch(/junio de 2011 2 \d+ 0 igual/);
  expect(auditor.faults()).toEqual([]);
  await auditor.close();
}, 60_000);
