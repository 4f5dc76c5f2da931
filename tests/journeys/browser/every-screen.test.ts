import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMISSIONS, type Permission, type Role } from '../../../src/kernel/index.ts';
import { type App, openApp, PHONE, type Visitor, WIDE } from './open-app.ts';
import { openDebitAt } from './desk.ts';
import { findScreens, type ListedScreen } from './find-screens.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Who looks: the first of them that may open a screen. */
const EYES = ['analyst', 'auditor', 'administrator', 'supervisor'] as const satisfies readonly Role[];
/** Where a screen with a parameter has something to show. */
const EXAMPLES: Record<string, string> = {
  '/procesos/registro/$id': '/procesos/registro/worked-debito-automatico',
  '/indicadores/$id': '/indicadores/plazo-prestamo-inmediato',
  '/indicadores/$id/editar': '/indicadores/plazo-debito-automatico/editar',
  '/auditoria/hallazgos/$id': '/auditoria/hallazgos/1',
  '/mejoras/talleres/$id': '/mejoras/talleres/1',
  '/procesos/$id': '/procesos/debito-automatico',
  '/procesos/$id/editar': '/procesos/debito-automatico/editar',
  '/procesos/$id/procedimiento': '/procesos/debito-automatico/procedimiento',
  '/mejoras/$id': '/mejoras/1',
  '/mejoras/comite/$id': '/mejoras/comite/1',
  '/administracion/personas/$id': '/administracion/personas/p2',
};

function findEyes({ may }: ListedScreen): (typeof EYES)[number] {
  const role = EYES.find((eye) => may === null || may.some((name) => eye in PERMISSIONS[name as Permission]));
  if (!role) throw new Error(`nobody of ${EYES} opens what needs ${may}`);
  return role;
}

/** What axe finds that is serious or critical, each with its place. */
async function findBarriers({ page }: Visitor, only?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
  const options = {
    resultTypes: ['violations'],
    ...(only && { runOnly: { type: 'rule', values: only } }),
  };
  const { violations } = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as {
    violations: { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }[];
  };
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
}

/** What goes beyond the right edge of the window. */
const FIND_OVERFLOW = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll('main *')]
    .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
    .slice(0, 3)
    .map((one) => one.tagName + '.' + one.className + ' to ' + Math.round(one.getBoundingClientRect().right))
    .concat('page of ' + scrollWidth);
})()`;

/** Everything that must hold of a page as it is now: in light and dark, wide and on a phone. */
async function lookAt(visitor: Visitor): Promise<string[]> {
  const { page } = visitor;
  const wrong: string[] = [];
  const add = (look: string, found: readonly string[]) =>
    wrong.push(...found.map((text) => `${look}: ${text}`));
  await visitor.reachEnd();
  await page.emulateMedia({ colorScheme: 'light' });
  await visitor.settle();
  add('light', await findBarriers(visitor));
  await page.emulateMedia({ colorScheme: 'dark' });
  await visitor.settle();
  add('dark', await findBarriers(visitor, ['color-contrast']));
  await page.setViewportSize(PHONE);
  await visitor.settle();
  add('phone', await page.evaluate(FIND_OVERFLOW));
  add('phone', await findBarriers(visitor, ['scrollable-region-focusable', 'label', 'button-name']));
  await page.setViewportSize(WIDE);
  const heads = await page.locator('h1').allInnerTexts();
  if (heads.length !== 1) wrong.push(`h1: ${JSON.stringify(heads)}`);
  const title = await page.title();
  if (!/\S · (?:Circuito|Banco de demostración)$/.test(title)) wrong.push(`title: ${title}`);
  add('console', visitor.faults());
  return wrong;
}

describe('every screen', () => {
  let app: App;
  const eyes = new Map<Role, Visitor>();
  beforeAll(async () => {
    app = await openApp('tiny');
    for (const role of EYES) {
      const visitor = await app.enter(role);
      await visitor.go('/');
      eyes.set(role, visitor);
    }
    const parts = { condition: 'Tarda', criterion: '24 h', cause: 'Un lote diario', effect: 'Reclamos' };
    const subject = { subject_kind: 'indicator', subject: 'plazo-debito-automatico', period: '2011-06' };
    const auditor = await app.server.as('auditor');
    await auditor.call('post /api/findings', { body: { ...subject, ...parts } });
    const choices = ['24 h', '48 h'];
    const test = [1, 2, 3].map((n) => ({ text: `Pregunta ${n}`, choices, right: 0 }));
    const workshop = {
      date: '2026-01-05',
      topic: 'El plazo',
      place: 'Sala',
      units: null,
      indicators: [],
      test,
    };
    await (await app.server.as('analyst')).call('post /api/workshops', { body: workshop });
    const analyst = await app.server.as('analyst');
    const draft = { title: 'Débito a tiempo', problem: 'Tarda.', origin: 'idea', evidence: [] };
    const place = { process: 'debito-automatico', units: null };
    await analyst.call('post /api/improvements', { body: { ...draft, ...place } });
    const why = { method: 'ishikawa', branch: 'method', parent: null, known: null, count: null, root: true };
    await analyst.call('post /api/improvements/1/causes', { body: { ...why, text: 'Un lote diario' } });
    const session = { date: '2026-01-05', place: 'Sala', attendees: [{ person: null, name: 'Marta Ríos' }] };
    await analyst.call('post /api/committee', { body: session });
    const months = {
      baseline: { from: '2011-05', to: '2011-05' },
      follow_up: { from: '2011-06', to: '2011-06' },
    };
    const plan = {
      indicator: 'plazo-debito-automatico',
      only: {},
      comparison_units: [],
      meanwhile: [],
      ...months,
    };
    await analyst.call('put /api/improvements/1/proof', { body: plan });
    const desk = await app.server.as('executive');
    // Its number bears the year of the clock.
    EXAMPLES['/casos/$number'] = `/casos/${await openDebitAt(desk, 'C-1', new Date().toISOString())}`;
  });
  afterAll(() => app.close());

  it.each(findScreens())(
    '$path is for everybody: read by axe, in light and dark, wide and narrow',
    async (screen) => {
      const visitor = eyes.get(findEyes(screen))!;
      const address = screen.path.includes('$') ? EXAMPLES[screen.path] : screen.path;
      expect(address, `write an example of ${screen.path} in EXAMPLES`).toBeDefined();
      await visitor.move(address!);
      expect(await lookAt(visitor)).toEqual([]);
    },
  );

  it.each([
    '/indicadores/nuevo?clase-de-indicador=plazo',
    '/indicadores/nuevo?clase-de-indicador=razon',
    '/productividad?vista=llegadas',
    '/productividad?vista=supuesto',
    '/un-camino-que-no-existe',
    '/indicadores?periodo=1999-01',
  ])('%s too', async (address) => {
    const visitor = eyes.get('analyst')!;
    await visitor.move(address);
    expect(await lookAt(visitor)).toEqual([]);
  });

  it('attending by a procedure, and the list of cases with one in it, too', async () => {
    const visitor = eyes.get('supervisor')!;
    for (const address of ['/casos/nuevo?procedimiento=prestamo-inmediato', '/casos?buscar=C-1']) {
      await visitor.move(address);
      expect(await lookAt(visitor)).toEqual([]);
    }
  });

  it.each(['/reclamo', '/seguimiento'])('%s too, with nobody signed in', async (address) => {
    const stranger = await app.enter(null);
    await stranger.go(address);
    expect(await lookAt(stranger)).toEqual([]);
    await stranger.close();
  });

  it('what opens over a screen too: search, help, the person, more of the rail on a phone', async () => {
    const visitor = eyes.get('analyst')!;
    const { page, go, settle } = visitor;
    await go('/');
    const openers = [
      async () => {
        await page.keyboard.press('/');
        await page.getByRole('dialog').getByRole('combobox').fill('debito');
        await page.getByRole('option').first().waitFor();
      },
      () => page.getByRole('button', { name: 'Ayuda de esta pantalla' }).click(),
      () => page.getByRole('button', { name: /^Persona:/ }).click(),
      async () => {
        await page.setViewportSize(PHONE);
        await page.getByRole('button', { name: 'Más' }).click();
      },
    ];
    for (const open of openers) {
      await open();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await settle();
        expect(await findBarriers(visitor)).toEqual([]);
      }
      await page.keyboard.press('Escape');
      await settle();
    }
    await page.setViewportSize(WIDE);
    expect(visitor.faults()).toEqual([]);
  });
});

describe('before anybody is in', () => {
  it('the first run, the second step that is owed, and signing in are for everybody', async () => {
    const app = await openApp(null);
    try {
      const founder = await app.enter(null);
      await founder.go('/');
      expect(await lookAt(founder)).toEqual([]);
      const toFounder = (login: string, role: Role) => ({
        login,
        name: `${login} Andrade`,
        language: 'es',
        staff_name: null,
        grants: [{ role, units: null, processes: null, until: null }],
      });
      const { url } = app.server;
      const begun = await founder.context.request.post(`${url}/api/start`, {
        headers: { origin: url },
        data: {
          name: 'Cooperativa Los Andes',
          kind: 'cooperativa',
          words: { client: 'socio', unit: 'oficina', staff: 'asesor' },
          country: 'EC',
          calendar: 'ecuador-especial',
          hours: null,
          people_count: 20,
          password: 'tranvia lento hacia oriente',
          people: [
            toFounder('ada', 'administrator'),
            toFounder('gus', 'management'),
            toFounder('ana', 'analyst'),
          ],
        },
      });
      expect(begun.status()).toBe(200);
      await founder.go('/');
      expect(await founder.read('h1')).toBe('Ponga su segundo paso');
      expect(await lookAt(founder)).toEqual([]);
      const stranger = await app.enter(null);
      await stranger.go('/');
      expect(await stranger.read('h1')).toBe('Entrar');
      expect(await lookAt(stranger)).toEqual([]);
    } finally {
      await app.close();
    }
  });
});
