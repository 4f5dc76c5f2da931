import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SMTPServer } from 'smtp-server';
import type { MailMessage, MailServer } from '../usecases/index.ts';
import { toMailer } from './to-mailer.ts';

const PASSWORD = 'clave-7Q';
const taken: string[] = [];
/** Says nothing before STARTTLS, has a certificate that nobody vouches for, and repeats passwords. */
const server = new SMTPServer({
  onAuth: ({ password }, _session, done) => done(new Error(`wrong password ${password}`)),
  authOptional: true,
  onRcptTo: ({ address }, _session, done) =>
    address.startsWith('nadie')
      ? done(Object.assign(new Error('no such user'), { responseCode: 550 }))
      : done(),
  onData: (stream, _session, done) => {
    let raw = '';
    stream.on('data', (chunk: Buffer) => {
      raw += chunk.toString();
    });
    stream.on('end', () => {
      taken.push(raw);
      done();
    });
  },
  allowInsecureAuth: true,
});
server.on('error', () => undefined);
let port = 0;
beforeAll(async () => {
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  ({ port } = listening.address() as { port: number });
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const to = (changed: Partial<MailServer> = {}): MailServer => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  user: null,
  password: null,
  ...changed,
});
const mail = (changed: Partial<MailMessage> = {}): MailMessage => ({
  id: '<circuito.1@banco.test>',
  from: { name: 'Avisos', address: 'avisos@banco.test' },
  to: { name: 'Ana', address: 'ana@banco.test' },
  subject: 'Aviso',
  text: 'Hola',
  html: '<p>Hola</p>',
  ...changed,
});
const { send } = toMailer();

it('says nothing over a certificate that nobody vouches for', async () => {
  expect(await send(to({ security: 'starttls' }), mail())).toMatchObject({
    sent: false,
    failure: 'certificate',
  });
  expect(await send(to({ security: 'tls' }), mail())).toMatchObject({ sent: false, failure: 'not-secure' });
  expect(taken).toEqual([]);
});

it('keeps a password out of what it tells, also where the server repeats it', async () => {
  const outcome = await send(to({ user: 'avisos', password: PASSWORD }), mail());
  expect(outcome).toMatchObject({ sent: false, failure: 'login' });
  expect(outcome.answer).toContain('wrong password …');
  expect(JSON.stringify(outcome)).not.toContain(PASSWORD);
});

it('tells a wrong recipient from a server that does not answer', async () => {
  const wrong = mail({ to: { name: '', address: 'nadie@banco.test' } });
  expect(await send(to(), wrong)).toMatchObject({ sent: false, failure: 'recipient' });
  expect(await send(to({ port: 1 }), mail())).toMatchObject({ sent: false, failure: 'refused' });
  expect(await send(to({ host: 'no-hay.invalid' }), mail())).toMatchObject({
    sent: false,
    failure: 'not-found',
  });
});

it('lets no name or subject begin another header', async () => {
  const outcome = await send(
    to(),
    mail({
      subject: 'Aviso\r\nBcc: otro@fuera.test',
      to: { name: 'Ana\r\nBcc: otro@fuera.test', address: 'ana@banco.test' },
    }),
  );
  expect(outcome.sent).toBe(true);
  expect(taken.at(-1)).not.toMatch(/^bcc:/im);
  expect(taken.at(-1)).toMatch(/^Message-ID: <circuito\.1@banco\.test>\r$/m);
});
