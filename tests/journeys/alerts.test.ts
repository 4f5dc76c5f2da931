import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Mailer } from '../../src/usecases/index.ts';
import { toMailer } from '../../src/server/index.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { type Caller, type Json, startTestServer, type TestServer } from './start-server.ts';

const PASSWORD = 'clave-del-correo-7Q';
const LOGIN = { user: 'avisos', password: PASSWORD };
// A Tuesday, 10:00 in Guayaquil: the digest of June is due.
let now = '2011-07-05T15:00:00.000Z';
let folder: string;
let server: TestServer;
let post: MailServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'circuito-alerts-'));
  post = await startMailServer({ login: LOGIN });
  server = await startTestServer({ world: 'tiny', folder, clock: () => now });
});
afterAll(async () => {
  await server.stop();
  await post.stop();
  await rm(folder, { recursive: true, force: true });
});

const setting = (changed: object = {}) => ({
  host: '127.0.0.1',
  port: post.port,
  security: 'none',
  user: LOGIN.user,
  password: PASSWORD,
  from_name: 'Avisos del banco',
  from_address: 'avisos@banco.test',
  address: 'https://circuito.banco.test/',
  ...changed,
});
const ask = async (who: Caller, route: Parameters<Caller['call']>[0], body?: object): Promise<Json> => {
  const { status, body: answer } = await who.call(route, body === undefined ? {} : { body });
  return status === 200 ? answer : { status, refused: answer.refused?.code };
};
const texts = async (who: Caller): Promise<readonly string[]> =>
  (await ask(who, 'get /api/alerts')).digests.flatMap(({ lines }: Json) =>
    lines.map(({ text }: Json) => text.es),
  );
const settings = async (role: 'administrator', wrong: object) =>
  ask(await server.as(role), 'put /api/settings/mail', { setting: setting(wrong), reason: 'para avisar' });

test('without anybody writing a rule, who answers for a result is told of it, and nobody else', async () => {
  const analyst = await server.as('analyst');
  expect(await ask(analyst, 'post /api/digests')).toEqual({ people: 2 });
  // 97 of 100 cards activated; Norte 57 of 58.
  expect((await texts(await server.as('process-owner')))[0]).toBe(
    'Efectividad de la activación de tarjetas no cumplió en junio de 2011: 97 %; el estándar es como mínimo 100 % (n = 100).',
  );
  const told = await texts(await server.as('supervisor'));
  expect(told).toHaveLength(2);
  expect(told.every((text) => text.includes(', norte, no cumplió'))).toBe(true);
  for (const role of ['analyst', 'management', 'administrator', 'auditor', 'executive'] as const)
    expect(await texts(await server.as(role))).toEqual([]);
});

test('one digest a day, and nothing twice until it changes', async () => {
  const before = await texts(await server.as('process-owner'));
  const prepare = async () => ask(await server.as('analyst'), 'post /api/digests');
  expect(await prepare()).toEqual({ people: 0 });
  now = '2011-07-06T15:00:00.000Z';
  expect(await prepare()).toEqual({ people: 0 });
  const owner = await server.as('process-owner');
  expect(await texts(owner)).toEqual(before);
  expect((await ask(owner, 'get /api/alerts')).unseen).toBe(before.length);
  expect(await ask(owner, 'post /api/alerts/seen')).toEqual({});
  expect((await ask(owner, 'get /api/alerts')).unseen).toBe(0);
});

test('a rule is written for a role, within reach; wrong ones are refused', async () => {
  const [analyst, owner] = [await server.as('analyst'), await server.as('process-owner')];
  const rule = {
    kind: 'against-standard',
    indicators: ['efectividad-activacion', 'tiempo-entrega-pin'],
    by: 'unit',
    threshold: null,
  };
  const tells = { owners: false, roles: ['management', 'supervisor'], people: [] };
  const draft = { name: 'Activación y PIN por agencia', rule, tells };
  const wrong = async (changed: object) =>
    (await ask(analyst, 'post /api/alert-rules', { ...draft, ...changed })).refused;
  expect(await wrong({ tells: { owners: false, roles: [], people: [] } })).toBe('alert-tells-nobody');
  expect(await wrong({ tells: { ...tells, people: ['p99'] } })).toBe('person-not-found');
  expect(await wrong({ rule: { ...rule, indicators: ['no-hay'] } })).toBe('alert-rule-unreached');
  expect(await wrong({ rule: { ...rule, kind: 'times-its-mean', threshold: 1 } })).toBe('alert-threshold');
  expect(await ask(await server.as('supervisor'), 'post /api/alert-rules', draft)).toMatchObject({
    status: 403,
  });
  const { id } = await ask(analyst, 'post /api/alert-rules', draft);
  // Management reaches every unit; the supervisor hers alone, of which she knows. 10 PINs of sur are too few.
  expect(await ask(analyst, 'post /api/digests')).toEqual({ people: 1 });
  expect(await texts(await server.as('management'))).toEqual([
    expect.stringContaining(
      ', norte, no cumplió en junio de 2011: 98,28 %; el estándar es como mínimo 100 % (n = 58)',
    ),
    expect.stringMatching(/, sur, no cumplió en junio de 2011: 95,24 %.* \(n = 42\)/),
  ]);
  expect(await ask(owner, `delete /api/alert-rules/${id}`)).toMatchObject({
    refused: 'alert-rule-of-others',
  });
  expect(await ask(analyst, `delete /api/alert-rules/${id}`)).toEqual({});
  expect(await ask(owner, 'put /api/standing-alerts/signal', { off: true })).toMatchObject({
    refused: 'out-of-scope',
  });
});

test('settings that would not work, or not be safe, are refused with a sentence', async () => {
  const cases: readonly (readonly [object, string])[] = [
    [{ host: 'correo.banco.test', port: 587, security: 'none' }, 'mail-needs-tls'],
    [{ host: 'correo.banco.test', port: 8080, security: 'tls' }, 'mail-port-odd'],
    [{ host: 'smtp://correo.banco.test' }, 'mail-host-wrong'],
    [{ from_name: 'Banco\r\nBcc: otro@fuera.test' }, 'mail-text-wrong'],
    [{ from_address: 'avisos@banco.test\r\nBcc: otro@fuera.test' }, 'mail-address-wrong'],
    [{ from_address: 'a@banco.test, b@fuera.test' }, 'mail-address-wrong'],
    [{ address: 'http://circuito.banco.test' }, 'mail-link-wrong'],
    [{ address: 'https://ana:clave@circuito.banco.test' }, 'mail-link-wrong'],
  ];
  for (const [wrong, code] of cases) expect((await settings('administrator', wrong)).refused).toBe(code);
  const owner = await server.as('process-owner');
  expect(
    await ask(owner, 'put /api/alerts/mail', { address: 'diego@banco.test', wanted: true }),
  ).toMatchObject({
    refused: 'mail-absent',
  });
});

test('who administers tries what is typed and reads what the server answers', async () => {
  const administrator = await server.as('administrator');
  const attempt = (changed: object, to = 'andres@banco.test') =>
    ask(administrator, 'post /api/settings/mail/test', { setting: setting(changed), to });
  expect(await attempt({})).toMatchObject({ sent: true, answer: expect.stringMatching(/^250 /) });
  const [mail] = post.mails;
  expect(mail).toMatchObject({ from: 'avisos@banco.test', to: ['andres@banco.test'] });
  expect(mail?.headers.get('subject')).toBe('Banco de demostración: prueba del correo');
  const refused = await attempt({ password: 'otra' });
  expect(refused).toMatchObject({ sent: false, answer: expect.stringContaining('535') });
  expect(refused.sentence.es).toMatch(/no aceptó el usuario o la contraseña/);
  // Asked for encryption that the server does not offer, nothing is said to it.
  expect((await attempt({ security: 'starttls' })).sentence.es).toMatch(/no ofrece el cifrado/);
  expect((await attempt({ port: 1 })).sentence.es).toMatch(/no aceptó la conexión/);
  expect((await attempt({}, 'x@y')).refused).toBe('mail-address-wrong');
  expect(post.mails).toHaveLength(1);
});

test('approved by another, each gets their digest in their language, once; a dead server is waited for', async () => {
  const { proposal, applied } = await settings('administrator', {});
  expect(applied).toBe(false);
  const management = await server.as('management');
  const { proposals } = await ask(management, 'get /api/proposals?state=to-decide');
  expect(proposals[0].sentence).toBe(
    `Enviar los avisos por 127.0.0.1, puerto ${post.port}, sin cifrado, con el usuario avisos, desde avisos@banco.test, con enlaces a https://circuito.banco.test`,
  );
  const approved = await management.call(`post /api/proposals/${proposal}/decide`, {
    body: { decision: 'approved', reason: 'de acuerdo' },
  });
  expect(approved.status).toBe(200);
  const [owner, supervisor] = [await server.as('process-owner'), await server.as('supervisor')];
  const own = (who: Caller, address: string) => ask(who, 'put /api/alerts/mail', { address, wanted: true });
  expect(await own(owner, 'diego@fuera.test')).toMatchObject({ refused: 'mail-address-outside' });
  expect(await own(owner, 'diego@banco.test')).toEqual({});
  expect(await own(supervisor, 'silvia@banco.test')).toEqual({});
  expect((await supervisor.call('put /api/me', { body: { language: 'en' } })).status).toBe(200);

  // From here on the server sends by itself; nobody is at the other end.
  const { port } = post;
  await post.stop();
  await server.stop();
  now = '2011-07-06T16:00:00.000Z';
  server = await startTestServer({ world: 'tiny', folder, clock: () => now, digests: true });
  const administrator = await server.as('administrator');
  const state = () => ask(administrator, 'get /api/settings/mail');
  await expect.poll(state, { timeout: 8000 }).toMatchObject({ failing: true });
  expect((await state()).sentence.es).toMatch(
    /^1 resumen no pudo salir por correo\. .*no aceptó la conexión/,
  );

  post = await startMailServer({ port, login: LOGIN });
  now = '2011-07-06T16:02:00.000Z';
  const mails = await post.wait(2);
  const [first, second] = [
    mails.find(({ to }) => to[0] === 'diego@banco.test'),
    mails.find(({ to }) => to[0] === 'silvia@banco.test'),
  ];
  expect(first?.headers.get('subject')).toBe('Banco de demostración: 5 avisos del 5 de julio de 2011');
  expect(first?.headers.get('from')).toBe('Avisos del banco <avisos@banco.test>');
  expect(first?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(first?.text).toContain(
    '1. Efectividad de la activación de tarjetas no cumplió en junio de 2011: 97 %',
  );
  expect(first?.text).toContain(
    'https://circuito.banco.test/indicadores/efectividad-activacion?periodo=2011-06\n',
  );
  expect(first?.html).toContain('<li>Efectividad de la activación de tarjetas no cumplió');
  expect(second?.headers.get('subject')).toBe('Banco de demostración: 2 alerts of 5 July 2011');
  expect(second?.text).toContain('norte, did not meet its standard in June 2011');
  await expect.poll(async () => (await state()).failing).toBe(false);
  expect((await state()).sentence.es).toMatch(/2 resúmenes salieron por correo, sin fallos/);
});

test('what was sent is not sent again; a stop between the taking and the noting repeats the identifier', async () => {
  // Management has a digest of the 6th and gets an address; the program dies once the server took it.
  await server.stop();
  const real = toMailer();
  let taken = false;
  const dying: Mailer = {
    send: async (to, message) => {
      if (!taken) await real.send(to, message);
      taken = true;
      throw new Error('killed before it was noted');
    },
  };
  server = await startTestServer({ world: 'tiny', folder, clock: () => now, digests: true, mailer: dying });
  await ask(await server.as('management'), 'put /api/alerts/mail', {
    address: 'gloria@banco.test',
    wanted: true,
  });
  await post.wait(3);
  expect(post.mails.map(({ to }) => to[0])).toEqual([
    'diego@banco.test',
    'silvia@banco.test',
    'gloria@banco.test',
  ]);
  await server.stop();
  now = '2011-07-06T16:04:00.000Z';
  server = await startTestServer({ world: 'tiny', folder, clock: () => now, digests: true });
  const mails = await post.wait(4);
  const ids = mails.slice(2).map(({ headers }) => headers.get('message-id'));
  expect(ids[0]).toBe(ids[1]);
  expect(ids[0]).toMatch(/^<circuito\.\d+\.p\d+\.2011-07-06@banco\.test>$/);
});

test('the password is in a file of its owner alone: in no answer, chain or log', async () => {
  const administrator = await server.as('administrator');
  const shown = JSON.stringify(await ask(administrator, 'get /api/settings/mail'));
  expect(shown).toContain('"has_password":true');
  const keys = await readdir(join(folder, 'keys'));
  const [secret] = keys.filter((name) => name.startsWith('mail-'));
  expect(await readFile(join(folder, 'keys', secret!), 'utf8')).toBe(PASSWORD);
  expect((await stat(join(folder, 'keys', secret!))).mode & 0o077).toBe(0);
  const book = await readFile(join(folder, 'ledger.db'));
  const log = await readFile(join(folder, 'ledger.db-wal')).catch(() => Buffer.alloc(0));
  const told = [shown, book.toString('latin1'), log.toString('latin1'), ...server.failures];
  for (const text of told) {
    expect(text).not.toContain(PASSWORD);
    expect(text).not.toContain(Buffer.from(PASSWORD).toString('base64'));
  }
});
