import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOTP } from 'otpauth';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../../scripts/build-web-files.ts';
import { type SpawnedServer, spawnServer } from '../../server/spawn-server.ts';
import { openBrowser } from '../browser.ts';
import { toPlain, WIDE } from './open-app.ts';

const HEADER =
  'Número de requerimiento;Proceso;Agencia;Fecha de ingreso;Hora de ingreso;Fecha de cierre;Hora de cierre;Estado';

/** Debits of June that took a day each. */
function toFile(ids: readonly number[]): Buffer {
  const rows = ids.map(
    (id) => `${id};Débito automático;Norte;${id}/06/2011;10:00;${id + 1}/06/2011;10:00;cerrado`,
  );
  return Buffer.from([HEADER, ...rows].join('\n'));
}

const FIRST = toFile([13, 14, 15]);
const SECOND = toFile([16, 17, 18, 19, 20]);
const NOTHING = { imports: 1, n: 3 };
const EVERYTHING = { imports: 2, n: 8 };

const base = mkdtempSync(join(tmpdir(), 'circuito-killed-'));
const start = join(base, 'antes');
/** What the cookie of the only person there is holds: her session outlives the server. */
let session = '';
/** Cookies are told apart by port, since all servers of a machine share them. */
const toCookie = (url: string) => ({ name: `circuito-${new URL(url).port}`, value: session, url });

async function call<T>(url: string, method: string, path: string, body?: unknown, name?: string): Promise<T> {
  const cookie = toCookie(url);
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      origin: url,
      cookie: `${cookie.name}=${cookie.value}`,
      ...(name === undefined
        ? { 'content-type': 'application/json' }
        : { 'x-file-name': encodeURIComponent(name) }),
    },
    ...(body !== undefined && { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  session = /=([^;]*)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? session;
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${text}`);
  return (text === '' ? null : JSON.parse(text)) as T;
}

const bring = (url: string, file: Buffer, name: string) =>
  call<{ readonly import: string; readonly counts: Readonly<Record<string, number>> }>(
    url,
    'POST',
    '/api/imports?dataset=requests',
    file,
    name,
  );

/** What stands: imports in force, and the cases the figure counts. */
async function look(url: string): Promise<{ readonly imports: number; readonly n: number }> {
  const { in_force } = await call<{ readonly in_force: number }>(url, 'GET', '/api/imports');
  const { view } = await call<{
    readonly view: { readonly indicators: readonly { readonly id: string; readonly n: number }[] };
  }>(url, 'GET', '/api/home?period=2011-06');
  const n = view.indicators.find(({ id }) => id === 'plazo-debito-automatico')?.n ?? Number.NaN;
  return { imports: in_force, n };
}

const running: SpawnedServer[] = [];
async function serve(...how: Parameters<typeof spawnServer>): Promise<SpawnedServer> {
  const server = await spawnServer(...how);
  running.push(server);
  return server;
}

/** A copy of the folder, served by a program that dies at a write step. */
async function serveFatally(step: string): Promise<{ folder: string; server: SpawnedServer }> {
  const folder = join(base, step);
  cpSync(start, folder, { recursive: true });
  return { folder, server: await serve(['--data', folder], { CIRCUITO_STOP_AT: step }) };
}

/** Waits until it is dead, and how it died. */
async function death({ process: { exitCode, signalCode }, process }: SpawnedServer): Promise<string | null> {
  if (exitCode !== null || signalCode !== null) return signalCode;
  return new Promise((resolve) => process.once('exit', (_, signal) => resolve(signal)));
}

beforeAll(async () => {
  await buildWeb();
  const { url, stop } = await serve(['--data', start]);
  await call(url, 'POST', '/api/start', {
    name: 'Cooperativa Los Andes',
    kind: 'cooperativa',
    words: { client: 'socio', unit: 'oficina', staff: 'asesor' },
    country: 'EC',
    calendar: 'ecuador-regular',
    hours: null,
    people_count: 1,
    people: [
      {
        login: 'rosa.guaman',
        name: 'Rosa Guamán',
        language: 'es',
        staff_name: null,
        grants: [{ role: 'analyst', units: null, processes: null, until: null }],
      },
    ],
    password: 'cuatro tazas de canela',
  });
  const { secret } = await call<{ readonly secret: string }>(url, 'POST', '/api/me/second-factor');
  await call(url, 'POST', '/api/me/second-factor/confirm', { code: new TOTP({ secret }).generate() });
  await bring(url, FIRST, 'primera.csv');
  expect(await look(url)).toEqual(NOTHING);
  await stop();
}, 60_000);
afterAll(() => {
  for (const { process } of running) process.kill('SIGKILL');
  rmSync(base, { recursive: true, force: true });
});

describe('a server that is killed in the middle of an import', () => {
  it.each([
    ['ledger-commit', NOTHING],
    ['facts-committed', EVERYTHING],
  ] as const)(
    'at %s: nothing or everything is there after, and bringing it again makes it right once',
    async (step, found) => {
      const { folder, server } = await serveFatally(step);
      await expect(bring(server.url, SECOND, 'segunda.csv')).rejects.toThrow(TypeError);
      expect(await death(server)).toBe('SIGKILL');

      const { url, stop } = await serve(['--data', folder]);
      expect(await look(url)).toEqual(found);
      const again = await bring(url, SECOND, 'segunda.csv');
      expect(again.counts).toMatchObject({ read: 5, accepted: 5, quarantined: 0 });
      expect(await bring(url, SECOND, 'segunda.csv')).toEqual(again);
      expect(await look(url)).toEqual(EVERYTHING);
      expect(await stop()).toBe(0);
    },
    60_000,
  );

  it('before a browser: the page says so, keeps trying, and shows what was kept', async () => {
    let browser: Browser | undefined;
    try {
      browser = await openBrowser();
      const { folder, server } = await serveFatally('ledger-committed');
      const context = await browser.newContext({ viewport: WIDE, locale: 'es-EC', reducedMotion: 'reduce' });
      await context.addCookies([toCookie(server.url)]);
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const press = (text: string) =>
        page.locator('main').getByRole('button', { name: text, exact: true }).click();
      const drop = async () => {
        await page.goto(`${server.url}/datos/importar`);
        await page.setInputFiles('input[type=file]', {
          name: 'segunda.csv',
          mimeType: 'text/csv',
          buffer: SECOND,
        });
      };
      await drop();
      await press('Continuar');
      await press('Continuar');
      await page.getByText('5 = 5 + 0 + 0 + 0 + 0').waitFor();
      await press('Publicar');
      await page.getByText(/Se perdió la conexión con Circuito|El servidor no responde/).waitFor();
      expect(await death(server)).toBe('SIGKILL');

      const { stop } = await serve(['--data', folder, '--port', new URL(server.url).port]);
      await page.getByText('Se interrumpió antes de responder.').waitFor();
      await page.getByRole('link', { name: 'Ver qué quedó importado' }).click();
      await page.getByText('Archivos importados: 2.').waitFor();
      expect(toPlain(await page.innerText('tbody'))).toMatch(/segunda\.csv .* 5 0 vigente/);
      await drop();
      await press('Continuar');
      await press('Continuar');
      await page.getByText('ya se había importado así: no cambiaría nada').waitFor();
      expect(await look(server.url)).toEqual(EVERYTHING);
      expect(await stop()).toBe(0);
    } finally {
      await browser?.close();
    }
  }, 60_000);
});
