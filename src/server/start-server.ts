import { readFileSync } from 'node:fs';
import { createServer as createHttps } from 'node:https';
import { createServer as createHttp, type RequestListener, type Server } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Refusal } from '../kernel/index.ts';
import {
  type Institution,
  type Mailer,
  openInstitution,
  type Ports,
  syncFacts,
  toLocalToday,
  toRememberer,
} from '../usecases/index.ts';
import { toApp } from './app.ts';
import { toCaseChore } from './case-chore.ts';
import { type Certificate, keepCertificate, loadCertificate } from './certificate.ts';
import { type Chore, startChore } from './chores.ts';
import { announceServer, type CommandRunner, openCommandDoor, withdrawServer } from './command-door.ts';
import { warmFigures } from './handlers/home.ts';
import { type Host, type HostHooks, toHost } from './host.ts';
import { toJobs } from './jobs.ts';
import { toDigestChores } from './digest-chores.ts';
import { toKnockLimit } from './knock-limit.ts';
import { type Log, toTrace } from './log.ts';
import { toMailer } from './to-mailer.ts';
import { loadWebFiles } from './web-files.ts';

export interface ServerSettings {
  readonly folder: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Address to listen on; loopback unless branches are served. */
  readonly address: string;
  /** Names browsers may use beside loopback's. */
  readonly names: readonly string[];
  readonly certificate: { readonly key: string; readonly cert: string } | null;
  readonly ports: Ports;
  readonly log: Log;
  /** Folder of the built screens. */
  readonly web: string;
  /** Folder that backups are made in; `copias` of the data folder where none is said. */
  readonly backups?: string | null;
  readonly check_answers: boolean;
  /** Measures what people ask for first before it says it is open. */
  readonly warm: boolean;
  readonly now_ms: () => number;
  /** Prepares a folder before it is served: loads the demo world the first time. */
  readonly prepare: (institution: Institution) => Promise<void>;
  readonly runCommand: CommandRunner | null;
  /** Work that comes by itself, in the writers' turn; each with its pause. */
  readonly chores: readonly Chore[];
  /** Hands mails over; by SMTP where absent. */
  readonly mailer?: Mailer;
  /** Prepares digests and sends them by itself. */
  readonly digests?: boolean;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly host: Host;
  /** Lets what is under way end, answers what was asked, and closes the folder. */
  readonly stop: () => Promise<void>;
}

/** How long a mail on its way is waited for when the server stops. */
const MAIL_MS = 5_000;
const UPLOAD_BYTES = 200 * 1024 * 1024;
/** Connections at once; each browser keeps up to six. */
const MOST_CONNECTIONS = 2_000;
const LOOPBACK_ADDRESSES = new Set(['127.0.0.1', '::1', 'localhost']);

/** The version in package.json: what `/health` and papers tell. */
export const VERSION = (
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as {
    version: string;
  }
).version;

/** Names by which other machines of the network may call this one. */
function listOwnNames(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  return [hostname(), ...addresses.filter(({ internal }) => !internal).map(({ address }) => address)];
}

/** How a server stands between opening its port and opening its folder. */
interface Listening {
  readonly server: Server;
  readonly port: number;
  readonly secure: boolean;
  readonly names: readonly string[];
  /** From now on requests are answered by this. */
  readonly answerBy: (listener: RequestListener) => void;
}

const answerOpening: RequestListener = (_request, response) => {
  response.writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' });
  response.end('Circuito está abriendo la carpeta… / Circuito is opening the folder…');
};

/** Takes the port first: whoever finds it taken has not waited for a folder to open. */
async function openPort(settings: ServerSettings): Promise<Listening> {
  const secure = settings.certificate !== null || !LOOPBACK_ADDRESSES.has(settings.address);
  const names = secure ? [...new Set([...settings.names, ...listOwnNames()])] : settings.names;
  let listener = answerOpening;
  const answer: RequestListener = (request, response) => listener(request, response);
  const timing = {
    headersTimeout: 20_000,
    requestTimeout: 16 * 60_000,
    keepAliveTimeout: 30_000,
    connectionsCheckingInterval: 5_000,
  };
  const server: Server = secure
    ? createHttps({ ...timing, ...(await findCertificate(settings, names)) }, answer)
    : createHttp(timing, answer);
  server.maxConnections = MOST_CONNECTIONS;
  const port = await listen(server, settings);
  const answerBy = (next: RequestListener): void => {
    listener = next;
  };
  return { server, port, secure, names, answerBy };
}

/** Opens the folder, up to date with its ledger and prepared; refuses what opening it refuses. */
async function openFolder(
  { folder, ports, prepare }: ServerSettings,
  hooks: Omit<HostHooks, 'afterWrite'>,
): Promise<Host> {
  const institution = await openInstitution(folder, ports);
  try {
    await syncFacts(institution);
    await prepare(institution);
    const remember = toRememberer();
    await remember(institution);
    return toHost(institution, { afterWrite: remember, ...hooks });
  } catch (error) {
    institution.close();
    throw error;
  }
}

/** Measures what people will ask for first. */
function warm(host: Host, version = host.version()): Promise<void> {
  return host.read((institution) => warmFigures(institution, version, toLocalToday(institution)));
}

/** The same beside whatever goes on: nobody waits for it, so nobody is told how far it is. */
function warmQuietly(host: Host): Promise<void> {
  return host.read((institution) => {
    const quiet = { ...institution, ports: { ...institution.ports, progress: () => undefined } };
    return warmFigures(quiet, host.version(), toLocalToday(institution));
  });
}

/**
 * Serves one data folder until `stop`. On loopback over HTTP; on any other address over HTTPS,
 * with the certificate given or one generated and kept in the folder. Refuses what opening the
 * folder refuses, and `port-taken`; nothing is left open then.
 */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const { log, ports } = settings;
  const failed = (error: unknown): void => {
    if (error instanceof Refusal && error.code === 'server-stopping') return;
    log({ at: ports.clock(), kind: 'failed', error: toTrace(error) });
  };
  const listening = await openPort(settings);
  let host: Host | null = null;
  try {
    const onChange = (changed: Host): void => void warmQuietly(changed).catch(failed);
    const prepare = settings.warm ? { prepare: warm } : {};
    host = await openFolder(settings, { onChange, onFailure: failed, ...prepare });
    return await serve(settings, listening, host, failed);
  } catch (error) {
    listening.server.closeAllConnections();
    listening.server.close();
    await host?.close();
    throw error;
  }
}

async function serve(
  settings: ServerSettings,
  { server, port, secure, names, answerBy }: Listening,
  host: Host,
  failed: (error: unknown) => void,
): Promise<RunningServer> {
  const { folder, address, ports, log, now_ms, check_answers, runCommand } = settings;
  const jobs = toJobs(failed);
  let stopping = false;
  const mailer = settings.mailer ?? toMailer();
  const app = toApp({
    host,
    jobs,
    log,
    web: await loadWebFiles(settings.web),
    version: VERSION,
    demo: host.current().ledger.findSetting('demo')?.value === true,
    port,
    secure,
    names,
    upload_bytes: UPLOAD_BYTES,
    backups: settings.backups ?? join(folder, 'copias'),
    mailer,
    check_answers,
    now_ms,
    knock: toKnockLimit(now_ms),
    stopping: () => stopping,
  });
  const key = runCommand && openCommandDoor(app, host, runCommand);
  const listener = getRequestListener(app.fetch);
  answerBy((request, response) => void listener(request, response));
  // What could not be measured now is measured when it is asked for.
  if (settings.warm) await warm(host).catch(failed);
  const shown = LOOPBACK_ADDRESSES.has(address) ? address : (settings.names[0] ?? hostname());
  const url = `${secure ? 'https' : 'http'}://${shown}:${port}`;
  if (key !== null) await announceServer(folder, { url, address: toReachable(address), port, secure }, key);
  const digests = settings.digests === true ? toDigestChores(host, mailer, () => stopping) : [];
  const chores = [toCaseChore(now_ms), ...digests, ...settings.chores].map((chore) =>
    startChore(chore, host, log),
  );
  log({ at: ports.clock(), kind: 'server', event: 'listening', port, secure });

  const stop = async (): Promise<void> => {
    stopping = true;
    const ended = Promise.all(chores.map((end) => end()));
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    await jobs.settle();
    await host.settle();
    // A mail that is being handed over is noted as sent, unless its server keeps everybody waiting.
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, MAIL_MS).unref())]);
    // Answers that are ready have two seconds to go out; who has theirs is not waited for.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    const late = setTimeout(() => server.closeAllConnections(), 2000);
    await closed;
    clearInterval(idle);
    clearTimeout(late);
    if (key !== null) await withdrawServer(folder);
    await host.close();
    log({ at: ports.clock(), kind: 'server', event: 'stopped' });
  };
  let stopped: Promise<void> | null = null;
  return {
    url,
    port,
    host,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** The address by which this machine reaches itself. */
function toReachable(address: string): string {
  return address === '0.0.0.0' || address === '::' || address === 'localhost' ? '127.0.0.1' : address;
}

/** The certificate given, or the one the folder keeps. */
async function findCertificate(settings: ServerSettings, names: readonly string[]): Promise<Certificate> {
  const { certificate, folder, ports } = settings;
  if (certificate) return loadCertificate(certificate);
  return keepCertificate(folder, [...new Set([...names, 'localhost'])], new Date(ports.clock()));
}

/** Refuses `port-taken`, and `address-unusable` where this machine does not let it listen there. */
async function listen(server: Server, { port, address }: ServerSettings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      reject(
        code === 'EADDRINUSE'
          ? new Refusal('port-taken', { port })
          : new Refusal('address-unusable', { address, port, detail: code ?? message }),
      );
    });
    server.listen(port, address, () => resolve((server.address() as { port: number }).port));
  });
}
