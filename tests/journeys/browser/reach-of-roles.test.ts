import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type Route, ROUTES } from '../../../src/contract/index.ts';
import { PERMISSIONS, type Role } from '../../../src/kernel/index.ts';
import { type App, openApp, toPlain, type Visitor } from './open-app.ts';

const routes = Object.entries(ROUTES) as unknown as [keyof typeof ROUTES, Route][];
const DEBIT = 'plazo-debito-automatico';
/** What stands in the blanks of an address. */
const BLANKS: Readonly<Record<string, string>> = {
  'get /api/datasets/{id}/template': 'requests',
  'get /api/processes/{id}/procedure': 'debito-automatico',
  'get /api/processes/{id}/procedure/pdf': 'debito-automatico',
};
/** What a question cannot be asked without. */
const ASKED: Readonly<Record<string, string>> = {
  by: 'unit',
  q: 'sur',
  find: 'a',
  key: '1',
  people: '1',
  month: '2011-06',
  dataset: 'requests',
  column: 'unit',
};
/** Of the other unit of the trial world. */
const FOREIGN = /"sur"|\bLuis Paz\b/;

function mayCall({ may }: Route, role: Role): boolean {
  if (may === 'public' || may === 'signed-in') return true;
  return (PERMISSIONS[may] as Partial<Record<Role, unknown>>)[role] !== undefined;
}

/** The address of a question, with what it cannot do without and, where it takes one, a unit. */
function toAddress(key: string, { query }: Route, unit?: string): `get /${string}` {
  const filled = key.replaceAll(/\{\w+\}/g, BLANKS[key] ?? DEBIT);
  const shape = (query?.shape ?? {}) as Readonly<Record<string, z.ZodType>>;
  const asked = Object.keys(shape).flatMap((name): [string, string][] => {
    if (name === 'unit') return unit === undefined ? [] : [['unit', unit]];
    if (name === 'period') return [['period', '2011-06']];
    const isNeeded = shape[name]?.safeParse(undefined).success === false;
    return isNeeded ? [[name, ASKED[name] ?? '1']] : [];
  });
  return `${filled}?${new URLSearchParams(asked).toString()}` as `get /${string}`;
}

let app: App;
beforeAll(async () => {
  app = await openApp('tiny');
});
afterAll(() => app.close());

describe('a supervisor', () => {
  let silvia: Visitor;
  beforeAll(async () => {
    silvia = await app.enter('supervisor');
  });

  it('sees her unit alone on every screen that tells units apart', async () => {
    const { page, go, read, reachEnd } = silvia;
    const foreign = /\bsur\b|Luis Paz/;
    for (const address of ['/', '/indicadores', `/indicadores/${DEBIT}`, '/productividad', '/informes']) {
      await go(address);
      await reachEnd();
      expect(await read('body'), address).not.toMatch(foreign);
    }
    await go('/');
    expect(await read()).toContain('En norte, 2 de 7 indicadores no cumplen');
    const heat = await page
      .getByRole('region', { name: /agencia/i })
      .getByRole('row')
      .allInnerTexts();
    expect(heat.map(toPlain)).toEqual(['Agencia jun 11', 'norte 2 de 3°']);
    await go(`/indicadores/${DEBIT}`);
    expect(await read()).toContain('24 h frente a 24 h: justo en el límite');
    await reachEnd();
    // Her ten requests and no other.
    const facts = page.getByRole('table', { name: 'Las filas detrás del resultado' });
    expect(await facts.getByRole('row').count()).toBe(11);
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('combobox').fill('sur');
    await page.getByText('Nada se llama así entre lo que usted puede ver.').waitFor();
    expect(silvia.faults()).toEqual([]);
  });

  it('is refused another unit typed in the address, and finds the way back to hers', async () => {
    const { page, go, read, settle } = silvia;
    for (const address of ['/', '/indicadores', `/indicadores/${DEBIT}`, '/productividad']) {
      await go(`${address}?agencia=sur`);
      expect(await read(), address).toContain('Eso queda fuera de las agencias o procesos de su rol.');
      expect(await read(), address).not.toMatch(/\d ?(?:h|%|min)\b|Luis Paz/);
    }
    await page.getByRole('combobox', { name: 'Agencia' }).click();
    await page.getByRole('option', { name: 'norte' }).click();
    await settle();
    expect(await read()).toContain('98,45 %');
  });

  it('is answered by the wire for her unit alone, whatever she asks', async () => {
    const caller = await app.server.as('supervisor');
    const all = (await (await app.server.as('analyst')).call('get /api/imports')).body.imports;
    const staff = all.find(({ dataset }: { dataset: string }) => dataset === 'staff').id;
    const wrong: string[] = [];
    let refused = 0;
    for (const [key, route] of routes) {
      // What anybody is told without signing in (the agencies of the public form) is no secret of a unit.
      if (route.may === 'public' || route.response === 'events') continue;
      if (!key.startsWith('get ') || !mayCall(route, 'supervisor')) continue;
      const address = toAddress(key, route).replace(`/imports/${DEBIT}`, `/imports/${staff}`);
      const { status, response } = await caller.call(address as `get /${string}`);
      if (FOREIGN.test(await response.text())) wrong.push(`${key} answers ${status} with the other unit`);
      if (route.query === undefined || !('unit' in route.query.shape)) continue;
      const { status: told, body } = await caller.call(toAddress(key, route, 'sur'));
      if (told === 403 && body.refused.code === 'out-of-scope') refused += 1;
      else wrong.push(`${key} of another unit: ${told} ${JSON.stringify(body?.refused)}`);
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(8);
  });
});

/** What an auditor may do besides looking: what is everybody's own, findings, and proofs that change nothing. */
const AUDITOR_DOES = new Set([
  'put /api/me',
  'post /api/sign-out',
  'post /api/demo/role',
  'post /api/me/password',
  'post /api/me/second-factor',
  'post /api/me/second-factor/confirm',
  'post /api/me/second-factor/remove',
  'post /api/me/second-factor/codes',
  'delete /api/me/sessions/{id}',
  'post /api/me/tokens/{id}',
  'delete /api/me/tokens/{id}',
  'post /api/findings',
  'post /api/findings/{id}/close',
  'post /api/readings',
  // That they saw a signal: of their own list alone.
  'post /api/signals/seen',
  // What they were told, and where.
  'post /api/alerts/seen',
  'put /api/alerts/mail',
  // Of a workshop they came to, like anybody who did.
  'post /api/workshops/{id}/test',
  'post /api/audit/chain',
  'post /api/verify',
  'post /api/report/check',
  // They compute with what is sent, and keep nothing.
  'post /api/directory/schedules/try',
  'post /api/criticality/typed',
  'post /api/improvements/{id}/proof/try',
  'post /api/indicators/{id}/rows/reveal',
]);

/** Open to whoever signed in: its gate is in what was proposed. */
const DECIDES = 'post /api/proposals/{id}/decide';

describe('an auditor', () => {
  it('sees the SQL, the rows and the trail, and opens a finding on an indicator', async () => {
    const { page, go, read, settle, faults, close } = await app.enter('auditor');
    await go(`/indicadores/${DEBIT}`);
    await page.getByRole('button', { name: 'Ver el SQL' }).click();
    await page.getByRole('heading', { name: 'Cómo se entendió la fórmula' }).waitFor();
    expect(await read()).toMatch(/SELECT[\s\S]+requests/i);
    await page.getByRole('table', { name: 'Las filas detrás del resultado' }).waitFor();
    expect(await read()).toContain('sur');
    await go(`/auditoria/hallazgos/nuevo?sobre=indicator&cual=${DEBIT}`);
    for (const part of ['Condición', 'Criterio', 'Causa', 'Efecto'])
      await page.getByRole('textbox', { name: part }).fill(`${part} del débito`);
    await page.getByRole('button', { name: 'Abrir el hallazgo' }).click();
    await page.getByRole('link', { name: 'Condición del débito' }).click();
    await page.getByRole('heading', { name: /^Hallazgo \d/ }).waitFor();
    await settle();
    expect(await read()).toContain('junio de 2011');
    await go('/auditoria/registro');
    expect(await read('tbody tr:first-child')).toMatch(/Augusto Rivas.*hallazgo/);
    // Nothing on the way offers to change anything.
    for (const address of ['/', '/indicadores', '/datos/importaciones', '/administracion/agencias']) {
      await go(address);
      expect(await read(), address).not.toMatch(/Nuevo indicador|Importar un archivo|Deshacer|Agregar/);
    }
    expect(faults()).toEqual([]);
    await close();
  });

  it('changes nothing else: every other write is refused', async () => {
    const caller = await app.server.as('auditor');
    const writes = routes.filter(([key, { may }]) => !key.startsWith('get ') && may !== 'public');
    const wrong: string[] = [];
    for (const [key, route] of writes) {
      if (AUDITOR_DOES.has(key) || key === DECIDES) continue;
      const address = key.replaceAll(/\{\w+\}/g, DEBIT) as `post /${string}`;
      const { status, body } = await caller.call(address, route.body === undefined ? {} : { body: {} });
      if (status !== 403 || body.refused.code !== 'not-allowed') wrong.push(`${key}: ${status}`);
    }
    expect(wrong).toEqual([]);
    expect(writes.length - AUDITOR_DOES.size).toBeGreaterThan(25);
    // Whoever may decide depends on what is proposed: an auditor decides none of it.
    const administrator = await app.server.as('administrator');
    const { body: people } = await administrator.call('get /api/people');
    const { id } = people.people.find(({ login }: { login: string }) => login === 'demo-technician');
    const { body: asked } = await administrator.call(`post /api/people/${id}/disable`, {
      body: { reason: 'se va' },
    });
    const decided = await caller.call(`post /api/proposals/${asked.proposal}/decide`, {
      body: { decision: 'approved', reason: 'sí' },
    });
    expect([decided.status, decided.body.refused.code]).toEqual([403, 'not-allowed']);
  });
});

describe('a session', () => {
  it('ends at sign-out: the old cookie opens nothing, and Back shows nothing', async () => {
    const { page, context, go, read, ask, close } = await app.enter('analyst');
    await go(`/indicadores/${DEBIT}`);
    const cookies = await context.cookies();
    await page.getByRole('button', { name: /^Persona:/ }).click();
    await page.getByRole('menuitem', { name: 'Salir' }).click();
    await page.getByRole('heading', { name: 'Entrar', level: 1 }).waitFor();
    expect(await read('body')).not.toContain('28,08');
    await context.addCookies(cookies);
    expect((await ask('/api/home?period=2011-06')).status).toBe(401);
    for (const step of ['goBack', 'goForward'] as const) {
      await page[step]();
      await page.getByRole('heading', { name: 'Entrar', level: 1 }).waitFor();
      expect(await read('body')).not.toMatch(/28,08|débito/);
    }
    await close();
  });

  it('ends within a second when the person is disabled, or her roles change', async () => {
    const administrator = await app.server.as('administrator');
    const management = await app.server.as('management');
    const { body } = await administrator.call('get /api/people');
    const idOf = (login: string): string =>
      body.people.find((one: { login: string }) => one.login === login).id;
    const agree = async (proposal: number) => {
      const decided = { body: { decision: 'approved', reason: 'de acuerdo' } };
      const { status } = await management.call(`post /api/proposals/${proposal}/decide`, decided);
      expect(status).toBe(200);
    };
    const grants = [{ role: 'supervisor', units: ['sur'], processes: null, until: null }];
    const acts = [
      ['reviewer', `post /api/people/${idOf('demo-reviewer')}/disable`, { reason: 'termina' }],
      ['supervisor', `put /api/people/${idOf('demo-supervisor')}/roles`, { grants, reason: 'cambia' }],
    ] as const;
    for (const [role, act, given] of acts) {
      const visitor = await app.enter(role);
      await visitor.go('/');
      expect(await visitor.read()).toContain('no cumplen en junio de 2011');
      const { status, body: proposed } = await administrator.call(act, { body: given });
      expect([act, status]).toEqual([act, 200]);
      if (!proposed.applied) await agree(proposed.proposal);
      const since = performance.now();
      expect((await visitor.ask('/api/home?period=2011-06')).status, role).toBe(401);
      expect(performance.now() - since).toBeLessThan(1000);
      await visitor.page.getByRole('link', { name: 'Indicadores', exact: true }).click();
      await visitor.page.getByRole('heading', { name: 'Entrar', level: 1 }).waitFor();
      await visitor.close();
    }
  });
});
