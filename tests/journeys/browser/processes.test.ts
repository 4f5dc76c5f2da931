import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp, PHONE, toPlain, type Visitor, WIDE } from './open-app.ts';

const FIVE = [
  'actualizacion-datos',
  'activacion-tarjeta',
  'prestamo-inmediato',
  'entrega-pin',
  'debito-automatico',
];
const VIEWER = readFileSync(
  createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-viewer.production.min.js'),
  'utf8',
);

let app: App;
let analyst: Visitor;

beforeAll(async () => {
  app = await openApp('tiny');
  analyst = await app.enter('analyst');
}, 60_000);
afterAll(() => app.close());

describe('the process map', () => {
  it('says first how many fail, and leads by keyboard to a process and its procedure', async () => {
    const { page, go, settle, read } = analyst;
    await go('/procesos?periodo=2011-06');
    expect(await read()).toMatch(
      /En junio de 2011, \d de \d procesos con indicador no cumplen; \d+ más no tienen ninguno\./,
    );
    const box = page.getByRole('link', { name: /^Débito automático/ });
    expect(toPlain(await box.innerText())).toContain('No cumple por Plazo del débito automático: ');
    await box.focus();
    await page.keyboard.press('Enter');
    await settle();
    expect(await read('h1')).toBe('Débito automático');
    const text = await read();
    for (const heading of [
      'Proveedores',
      'Entradas',
      'Actividades',
      'Salidas',
      'Clientes',
      'Normas',
      'Políticas',
    ])
      expect(text).toContain(heading);
    await page.getByRole('link', { name: 'Ver el procedimiento' }).click();
    await settle();
    // A node takes the focus and Enter says what is done in it.
    const node = page.getByRole('button', { name: /^Ejecutivo bancario\. Paso 1: / });
    await node.focus();
    await page.keyboard.press('Enter');
    const said = toPlain(await page.locator('[aria-live="polite"]').last().innerText());
    expect(said).toMatch(/^Paso 1: .+ Ejecutivo bancario .+ sigue paso 2: /);
    expect(await node.getAttribute('aria-pressed')).toBe('true');
    // Seen whole it no longer scrolls, and its steps are still there to be chosen.
    const drawing = page.getByRole('group', { name: /^Diagrama en carriles/ });
    const isWider = async () => drawing.evaluate((place) => place.scrollWidth > place.clientWidth);
    expect(await isWider()).toBe(true);
    await page.getByRole('button', { name: 'Ajustar al ancho' }).click();
    await settle();
    expect(await isWider()).toBe(false);
    expect(await node.getAttribute('aria-pressed')).toBe('true');
    expect(analyst.faults()).toEqual([]);
  });

  it('is a list by band on a phone, and nothing but the drawing scrolls sideways', async () => {
    const { page, go } = analyst;
    await page.setViewportSize(PHONE);
    for (const address of [
      '/procesos',
      '/procesos/debito-automatico',
      '/procesos/debito-automatico/procedimiento',
    ]) {
      await go(address);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), address).toBe(true);
    }
    const drawing = page.getByRole('group', { name: /^Diagrama en carriles/ });
    expect(await drawing.evaluate((place) => place.scrollWidth > place.clientWidth)).toBe(true);
    await page.setViewportSize(WIDE);
  });

  it('hides from an owner the colour of what is not theirs, and says why', async () => {
    const owner = await app.enter('process-owner');
    await owner.go('/procesos');
    const box = owner.page.getByRole('link', { name: /^Inversiones/ });
    expect(toPlain(await box.innerText())).toBe('Inversiones Fuera de su alcance');
    expect(await owner.read()).toContain('las ve quien responde por ellos');
    await owner.go('/procesos/inversiones');
    expect(await owner.read()).toContain('Las cifras de este proceso las ve quien responde por él.');
    expect(await owner.page.getByRole('link', { name: 'Escribir una versión nueva' }).count()).toBe(0);
    await owner.close();
  });
});

it('a new version of a process is written on a form, and the old one can still be read', async () => {
  const { page, go, settle, read } = analyst;
  await go('/procesos/entrega-pin');
  await page.getByRole('link', { name: 'Escribir una versión nueva' }).click();
  await settle();
  await page.getByLabel('Responsable').fill('');
  await page.getByRole('button', { name: 'Guardar la versión' }).click();
  await page.getByText('Falta «Responsable»').waitFor();
  await page.getByLabel('Responsable').fill('Jefa de entregas');
  await page.getByLabel('Recursos').fill('Sobres sellados\nBóveda');
  await page.getByRole('button', { name: 'Guardar la versión' }).click();
  await page.getByRole('heading', { name: 'Caracterización' }).waitFor();
  await settle();
  const text = await read();
  expect(text).toContain('Jefa de entregas');
  expect(text).toContain('Bóveda');
  await page.getByLabel('Versión').first().click();
  await page.getByRole('option').last().click();
  await settle();
  expect(await read()).not.toContain('Jefa de entregas');
  // The first refusal is told by the server with its status, which the console notes.
  expect(analyst.faults().filter((fault) => !fault.includes('422'))).toEqual([]);
});

describe('the BPMN of the five procedures', () => {
  it('opens in bpmn-js without a warning, with its lanes and every step in its place', async () => {
    const page = await analyst.context.newPage();
    await page.setContent(
      '<!doctype html><meta charset="utf-8"><div id="place" style="width:1200px;height:600px"></div>',
    );
    await page.addScriptTag({ content: VIEWER });
    for (const id of FIVE) {
      const answer = await analyst.context.request.get(
        `${app.server.url}/api/processes/${id}/procedure/bpmn`,
      );
      const xml = await answer.text();
      const opened = (await page.evaluate(`(async () => {
        const viewer = new BpmnJS({ container: '#place' });
        const { warnings } = await viewer.importXML(${JSON.stringify(xml)});
        const all = viewer.get('elementRegistry').filter(({ type }) => type !== 'label');
        const names = all.map(({ type }) => type);
        viewer.destroy();
        return { warnings: warnings.map(({ message }) => message), names };
      })()`)) as { warnings: string[]; names: string[] };
      expect(opened.warnings, id).toEqual([]);
      const { body } = await analyst.ask(`/api/processes/${id}/procedure`);
      const { nodes } = body.procedure;
      const count = (type: string) => opened.names.filter((name) => name === type).length;
      const lanes = new Set(nodes.map(({ actor }: { actor: string }) => actor)).size;
      expect([count('bpmn:Participant'), count('bpmn:Lane')]).toEqual([1, lanes]);
      const steps = nodes.filter(({ kind }: { kind: string }) => kind === 'step').length;
      expect(count('bpmn:Task')).toBe(steps);
    }
    await page.close();
  });

  it('is downloaded from the page, as are the drawing and its picture', async () => {
    const { page, go } = analyst;
    await go('/procesos/debito-automatico/procedimiento');
    for (const [button, name] of [
      ['BPMN 2.0', 'debito-automatico.bpmn'],
      ['SVG', 'debito-automatico.svg'],
      ['Imagen PNG', 'debito-automatico.png'],
      ['Documento (PDF)', 'debito-automatico.pdf'],
    ] as const) {
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      const file = await coming;
      expect(file.suggestedFilename()).toBe(name);
      expect(readFileSync(await file.path()).length).toBeGreaterThan(5000);
    }
    expect(analyst.faults()).toEqual([]);
  });
});
