import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type WrittenFile, writeWorld } from '../../../seed/index.ts';
import {
  DEMO_PLACES,
  type Institution,
  openInstitution,
  startDemo,
  syncFacts,
} from '../../../src/usecases/index.ts';
import { copyWorld } from '../copy-world.ts';
import { bring } from '../open-world.ts';
import { runCli } from '../run-cli.ts';
import { type App, openApp, toPlain, type Visitor } from './open-app.ts';

/** The automatic debit of the demo gets slower from November 2010 to June 2011, and is back in July. */
const DEBIT = 'Plazo del débito automático';
const CAUSE = 'La solicitud llegó después del proceso nocturno';
const SYMPTOM = 'El débito entra un día después';
const ACTION = 'Recoger las solicitudes dos veces al día';
const TOLD = 'Su débito entra la misma noche si lo pide antes de las cuatro de la tarde.';
const LATE_CAUSE = 'Una solicitud llegó con el archivo de octubre.';
const FIRST = '2010-07';
const BEGAN_MS = Date.now();

/** The loop on screens alone, each step by the person whose it is: from a signal to the client who is told. */
describe('the loop', () => {
  let app: App;
  let root: string;
  let analyst: Visitor;
  let owner: Visitor;
  let supervisor: Visitor;
  let management: Visitor;
  let now = '2011-07-05T14:00:00Z';
  const clock = () => new Date(Date.parse(now) + (Date.now() - BEGAN_MS)).toISOString();
  /** A later day: the sessions of the one before are over. */
  const wakeUp = async (day: string) => {
    now = day;
    await Promise.all([analyst, owner, supervisor, management].map((one) => one?.close()));
    [analyst, owner, supervisor, management] = await Promise.all([
      app.enter('analyst'),
      app.enter('process-owner'),
      app.enter('supervisor'),
      app.enter('management'),
    ]);
  };
  const expectNoFaults = () => {
    for (const one of [analyst, owner, supervisor, management]) expect(one.faults()).toEqual([]);
  };
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'circuito-loop-'));
    await copyWorld('debits-until-june-2011', root, makeHalf);
    app = await openApp(null, { clock, folder: join(root, 'data') });
    await wakeUp(now);
  });
  afterAll(async () => {
    await app.close();
    await rm(root, { recursive: true, force: true });
  });

  it('an analyst opens an improvement from a signal, with its evidence', async () => {
    const { page, go, settle, read } = analyst;
    await go('/mejoras/senales?periodo=2011-06');
    const card = page
      .locator('main li', { has: page.getByRole('link', { name: DEBIT, exact: true }) })
      .filter({ hasText: 'Abrir mejora' });
    expect(await card.innerText()).toContain('Fuera de lo habitual');
    await card.getByRole('link', { name: 'Abrir mejora' }).click();
    await page.getByRole('button', { name: 'Abrir la mejora' }).waitFor();
    await settle();
    expect(await page.getByLabel('Título').inputValue()).toBe(`${DEBIT}, mayo de 2011`);
    expect(await page.getByLabel('Qué pasa y a quién le pasa').inputValue()).toMatch(
      /27,21 h \(124 casos\); el estándar es como máximo 24 h/,
    );
    await page.getByRole('button', { name: 'Abrir la mejora' }).click();
    await page.getByRole('heading', { name: 'Qué sigue' }).waitFor();
    await settle();
    expect(await read()).toContain('En Recolección desde hoy.');
    expect(await part(analyst, 'Evidencia')).toMatch(/Señal .* mayo de 2011 · n 124.* · Ana Pérez/);
    expectNoFaults();
  });

  it('the owner looks for causes, and chooses how the change will be proved', async () => {
    const { page, go, settle } = owner;
    await go('/mejoras');
    await page.getByRole('link', { name: DEBIT }).click();
    await settle();
    await page.getByRole('button', { name: `Poner en el análisis: ${CAUSE}` }).click();
    await page.getByTitle('Es la que hay que quitar').click();
    await page.getByText('Causa a quitar', { exact: true }).waitFor();
    await page.getByRole('tab', { name: 'Cinco porqués' }).click();
    await page.getByLabel('Qué pasa (primer porqué)').fill(SYMPTOM);
    await page.getByRole('button', { name: 'Añadir', exact: true }).click();
    await page.getByRole('button', { name: `Preguntar por qué: ${SYMPTOM}` }).click();
    await page.getByLabel('¿Por qué?').fill('La carpeta sale una sola vez, a las seis');
    await page.getByRole('button', { name: 'Añadir', exact: true }).first().click();
    await page.getByRole('button', { name: 'Preguntar por qué: La carpeta sale' }).waitFor();
    await moveTo(owner, 'Decisión', 'La cifra y la causa ya se conocen.');
    await page.getByRole('button', { name: 'Elegir con qué se prueba' }).click();
    await page.getByLabel('Antes, desde').fill('2011-04');
    await page.getByRole('button', { name: 'Guardar', exact: true }).click();
    await page.getByRole('button', { name: 'Cambiar con qué se prueba' }).waitFor();
    await settle();
    expect(await part(owner, 'Antes y después')).toContain(
      `«${DEBIT}»: de abril de 2011 a junio de 2011, contra los meses de después, por elegir`,
    );
    expectNoFaults();
  });

  it('the committee decides in a session', async () => {
    const { page, go, settle } = management;
    await go('/mejoras/comite');
    await page.getByRole('button', { name: 'Abrir sesión' }).click();
    await pick(management, 'Asistentes', ['Diego Salazar', 'Ana Pérez', 'Gloria Espinosa']);
    await page.getByRole('button', { name: 'Abrir', exact: true }).click();
    await page.getByText(`Se probará con «${DEBIT}».`).waitFor();
    await page.getByRole('button', { name: 'Decidir', exact: true }).click();
    await page.getByLabel('Motivo').fill('Cuesta poco y se ve pronto.');
    await page.getByRole('button', { name: 'Decidir', exact: true }).click();
    await page.getByText('No hay mejoras que esperen una decisión.').waitFor();
    await settle();
    expect(await part(management, 'Decidido en esta sesión')).toMatch(
      new RegExp(`Adoptar .*124 casos.*${CAUSE}.*Cuesta poco y se ve pronto. Gloria Espinosa .* sesión 1`),
    );
    await page.getByRole('button', { name: 'Terminar la sesión' }).click();
    await page.getByRole('button', { name: 'Sí, terminar' }).click();
    await page.getByText('Terminada', { exact: true }).waitFor();
    expectNoFaults();
  });

  it('an action gets a responsible and a date, and the pilot a place and its dates', async () => {
    await analyst.go('/mejoras/1');
    await analyst.page.getByRole('button', { name: 'Añadir una acción' }).click();
    await analyst.page.getByRole('combobox', { name: 'Qué se hará' }).fill(ACTION);
    await pick(analyst, 'Responsable', ['Silvia Morán']);
    await analyst.page.getByLabel('Vence').fill('2011-07-22');
    await analyst.page.locator('form').getByRole('button', { name: 'Añadir una acción' }).click();
    await analyst.page.getByText('Silvia Morán · Vence').waitFor();
    await analyst.settle();
    expect(await part(analyst, 'Acciones')).toContain(
      'Correctiva · Silvia Morán · Vence 22 de julio de 2011',
    );
    await owner.go('/mejoras/1');
    await owner.page.getByRole('button', { name: 'Fijar el piloto' }).click();
    await pick(owner, 'Agencias', ['Guayaquil Sur']);
    await owner.page.getByLabel('Desde').fill('2011-07-11');
    await owner.page.getByLabel('Hasta').fill('2011-07-29');
    await owner.page.getByRole('button', { name: 'Guardar', exact: true }).click();
    await owner.page
      .getByText('En Guayaquil Sur, desde el 11 de julio de 2011 hasta el 29 de julio de 2011')
      .waitFor();
    await owner.settle();
    expectNoFaults();
  });

  it('who is responsible says by what it shows that it was done, and another accepts it', async () => {
    await wakeUp('2011-07-21T14:00:00Z');
    const { page, go, settle } = supervisor;
    await go('/');
    await page.getByRole('link', { name: ACTION }).click();
    await settle();
    await page.getByRole('button', { name: `Ya está hecha: ${ACTION}` }).click();
    await page.getByLabel('Con qué se ve que se hizo').fill('Registro de carpetas del 11 al 20');
    await page.locator('form').getByRole('button', { name: 'Ya está hecha' }).click();
    await page.getByText('Espera que otra persona la acepte').waitFor();
    await settle();
    // Hers is one branch of all that are measured: she is told so, and nothing is refused.
    expect(await part(supervisor, 'Antes y después')).toContain('Se mide con más agencias');
    await owner.go('/mejoras/1');
    await owner.page.getByRole('button', { name: 'Aceptar la evidencia' }).click();
    await owner.page.getByText('Aceptada por Diego Salazar').waitFor();
    await moveTo(owner, 'Implementación', 'El comité lo encargó y el personal ya lo sabe.');
    expectNoFaults();
  });

  it('before and after prove it, and only somebody who had no part in it closes it', async () => {
    await wakeUp('2011-10-12T14:00:00Z');
    await app.server.host.write(bringLater(root));
    const { page, go, settle } = owner;
    await go('/mejoras/1');
    await page.getByRole('button', { name: 'Cambiar con qué se prueba' }).click();
    await page.getByLabel('Después, desde').fill('2011-07');
    await page.getByLabel('Después, hasta').fill('2011-09');
    await page.getByRole('button', { name: 'Guardar', exact: true }).click();
    await page.getByText('Con los datos de hoy').waitFor();
    await settle();
    expect(await part(owner, 'Antes y después')).toMatch(
      /Bajó de 27,55 h a 22,65 h \(17,8 % menos; n 371 y 314\): es poco probable que sea azar\. La diferencia está entre \S+ h y \S+ h, con 95 % de confianza\./,
    );
    await analyst.go('/mejoras/1');
    expect(await part(analyst, 'Qué sigue')).toContain(
      'Comprobar y cerrar: Usted no cierra esta mejora: el autor de una acción no la comprueba. Quien puede cerrarla: Gloria Espinosa.',
    );
    expect(await analyst.page.getByRole('button', { name: 'Comprobar y cerrar' }).count()).toBe(0);
    await management.go('/mejoras/1');
    await management.page.getByRole('button', { name: 'Comprobar y cerrar' }).click();
    await management.page.getByLabel('Qué se comprobó').fill('Baja en las doce agencias.');
    await management.page.locator('form').getByRole('button', { name: 'Comprobar y cerrar' }).click();
    await management.page.getByText('Cerrada por Gloria Espinosa').waitFor();
    await management.settle();
    expect(await management.read()).toContain('Cerrada por su resultado.');
    expectNoFaults();
  });

  it('staff and clients are told, with the very words', async () => {
    const { page, go, settle } = owner;
    await go('/mejoras/1');
    for (const [audience, channel, text] of [
      ['Personal', 'Reunión de agencias', 'Las carpetas salen a las once y a las cuatro.'],
      ['Clientes', 'Cartelera', TOLD],
    ] as const) {
      await page.getByRole('button', { name: 'Dejar constancia de un aviso' }).click();
      await page.getByRole('radio', { name: audience }).check();
      await page.getByLabel('Por qué medio').fill(channel);
      await page.getByLabel('Qué se les dijo').fill(text);
      await page.locator('form').getByRole('button', { name: 'Dejar constancia de un aviso' }).click();
      await page.locator('main li').getByText(text).waitFor();
      await settle();
    }
    expect(await part(owner, 'A quién se avisó')).toContain(`${TOLD} 12 de octubre de 2011`);
    expectNoFaults();
  });

  it('one reads it as one chain in the register of decisions, and by clients in «nos dijeron, hicimos»', async () => {
    await management.go('/mejoras/decisiones');
    expect(await management.read()).toMatch(
      new RegExp(
        `${DEBIT}.*Hecho .*27,21 h \\(124 casos\\).*Causa ${CAUSE} Decisión Cuesta poco.*Acciones ${ACTION} Silvia Morán · hecha el 21 de julio de 2011 Se avisó al personal el 12 de octubre de 2011; a los clientes el 12 de octubre de 2011 Resultado Bajó de 27,55 h a 22,65 h.*Lo comprobó Gloria Espinosa`,
      ),
    );
    await management.go('/informes?periodo=2011-10');
    const told = await part(management, 'Para los clientes: «Nos dijeron, hicimos»');
    expect(told).toContain(TOLD);
    expect(told).not.toContain('Silvia');
    expectNoFaults();
  });

  it('a month is closed, a late file changes nothing silently, and it is restated', async () => {
    const { page, go, settle, read } = analyst;
    await go('/datos/cierre?periodo=2011-09');
    await page.getByRole('button', { name: 'Proponer el cierre de septiembre de 2011' }).click();
    await page.getByText('Propuesto. Lo aprueba otra persona').waitFor();
    await management.go('/datos/cierre?periodo=2011-09');
    await management.page.getByRole('button', { name: 'Aprobar y cerrar' }).click();
    await management.page.getByText('Cerrado, versión 1').first().waitFor();
    await go('/datos/importar');
    await page.setInputFiles('input[type=file]', await writeLate(root));
    for (const step of ['Continuar', 'Continuar', 'Publicar']) {
      await settle();
      await page.getByRole('button', { name: step, exact: true }).click();
    }
    await page.getByRole('heading', { name: 'Publicado' }).waitFor();
    await go('/indicadores/plazo-debito-automatico?periodo=2011-09');
    const sheet = await read();
    expect(sheet).toContain('Resultado 22,5 h 93,76 % de su límite · n = 92');
    expect(sheet).toContain('Mes cerrado el 12 de octubre de 2011, versión 1.');
    expect(sheet).toContain('con los hechos de hoy sería 27,94 h (n = 93): falta rectificar el mes');
    await go('/datos/cierre?periodo=2011-09');
    expect(await read()).toContain('Falta rectificar el mes.');
    await page.getByRole('button', { name: 'Rectificar septiembre de 2011' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Motivo').fill(LATE_CAUSE);
    await dialog.getByRole('button', { name: 'Rectificar septiembre de 2011' }).click();
    await page.getByText('Propuesto. Lo aprueba otra persona').waitFor();
    await management.go('/datos/cierre?periodo=2011-09');
    await management.page.getByRole('button', { name: 'Aprobar la rectificación' }).click();
    await management.page.getByText('Cerrado, versión 2').first().waitFor();
    await management.settle();
    expect(await part(management, 'Versiones')).toMatch(
      new RegExp(
        `Versión 2: rectificación .* Lo propuso Ana Pérez y lo aprobó Gloria Espinosa\\. Causa: ${LATE_CAUSE}.* ${DEBIT} Todo 22,5 h \\(n = 92\\) 27,94 h \\(n = 93\\).*Versión 1: cierre`,
      ),
    );
    await go('/indicadores/plazo-debito-automatico?periodo=2011-09');
    expect(await read()).toContain('Resultado 27,94 h');
    expect(await read()).not.toContain('falta rectificar');
    expectNoFaults();
  });

  it('`verify` makes the closed month anew, to the last digit', async () => {
    await app.server.stop();
    const { code, out } = await runCli(root, ['verify', '--data', 'data', '--lang', 'es']);
    expect(out).toMatch(
      /septiembre de 2011, versión 2: sus \d+ cifras vuelven a salir iguales hasta el último dígito\./,
    );
    expect(out).toContain('todo coincide');
    expect(code).toBe(0);
  });
});

/** The text of a section, under its heading. */
async function part({ page }: Visitor, name: string): Promise<string> {
  const section = page.locator('section', { has: page.getByRole('heading', { name, exact: true }) });
  return toPlain(await section.last().innerText());
}

/** Chooses in a list, one after another. */
async function pick({ page }: Visitor, label: string, names: readonly string[]): Promise<void> {
  await page.getByRole('combobox', { name: label }).last().click();
  for (const name of names) await page.getByRole('option', { name, exact: true }).click();
  await page.keyboard.press('Escape');
}

/** Takes the improvement on screen to a stage that is not the next one, with why. */
async function moveTo({ page, settle }: Visitor, stage: string, why: string): Promise<void> {
  await page.getByRole('button', { name: /^(Pasar a |A otra etapa)/ }).click();
  await page.getByRole('combobox', { name: 'Etapa', exact: true }).click();
  await page.getByRole('option', { name: stage, exact: true }).click();
  await page.getByLabel('Por qué se vuelve atrás o se salta una etapa').fill(why);
  await page
    .locator('form')
    .getByRole('button', { name: `Pasar a ${stage}` })
    .click();
  await page.getByText(`En ${stage} desde hoy`).waitFor();
  await settle();
}

/** Imports the data update and the debits of the demo from one month to another, as its files have them. */
async function bringMonths(
  institution: Institution,
  files: readonly WrittenFile[],
  from: string,
  to: string,
) {
  for (const { dataset, path } of files) {
    const month = basename(path, '.csv');
    if (dataset === 'requests' && (month < from || month > to)) continue;
    if (dataset === 'requests') {
      const lines = (await readFile(path, 'utf8')).split('\n');
      const kept = lines.filter(
        (line, at) => at === 0 || /,(debito-automatico|actualizacion-datos),/.test(line),
      );
      await writeFile(path, `${kept.join('\n')}\n`);
    }
    if (dataset === 'requests' || (from === FIRST && (dataset === 'units' || dataset === 'staff')))
      await bring(institution, dataset, path);
  }
}

/** The demo as it was on the first days of July 2011, with two of its services: more would only take longer. */
async function makeHalf(made: string): Promise<void> {
  const ports = { clock: () => '2011-07-05T13:00:00Z', progress: () => undefined, step: () => undefined };
  const institution = await openInstitution(join(made, 'data'), ports);
  await syncFacts(institution);
  startDemo(institution, DEMO_PLACES.demo);
  const { files } = await writeWorld('demo', join(made, 'files'), { months: 12, canonical: true });
  await bringMonths(institution, files, FIRST, '2011-06');
  institution.close();
}

/** What came in from July to September. */
function bringLater(root: string): Parameters<App['server']['host']['write']>[0] {
  return async (institution) => {
    const { files } = await writeWorld('demo', join(root, 'later'), { months: 15 });
    await bringMonths(institution, files, '2011-07', '2011-09');
  };
}

/** One request of September that the files of September did not have: 22 days for a debit. */
async function writeLate(root: string): Promise<string> {
  const [head = '', ...rows] = (await readFile(join(root, 'later', 'requests', '2011-09.csv'), 'utf8')).split(
    '\n',
  );
  const example = rows.find((row) => row.includes(',debito-automatico,')) ?? '';
  const dates = ['2011-09-05T09:00:00', '2011-09-27T09:00:00'];
  const late = ['R9900001', ...example.split(',').slice(1, 6), ...dates, 'cerrado', '', '60'];
  const file = join(root, 'tarde.csv');
  await writeFile(file, [head, late.join(','), ''].join('\n'));
  return file;
}
