import { spawn } from 'node:child_process';
import type { Refusal } from '../../kernel/index.ts';
import { type Institution, type Ports, startDemoDay } from '../../usecases/index.ts';
import { choice, type Command, EXIT, text, texts, wholeNumber } from '../command.ts';
import { printJson } from '../terminal.ts';
import { say, sayStage } from '../texts.ts';
import { loadWorld, type WriteLogs, type WriteWorld } from './demo.ts';

/** What the server is asked for; handed in by `main.ts`, which assembles the program. */
export interface ServeRequest {
  readonly folder: string;
  readonly port: number;
  readonly address: string;
  readonly names: readonly string[];
  readonly certificate: { readonly key: string; readonly cert: string } | null;
  readonly ports: Ports;
  /** Folder that backups are made in; null for the usual one. */
  readonly backups: string | null;
  readonly prepare: (institution: Institution) => Promise<void>;
}

export type Serve = (
  request: ServeRequest,
) => Promise<{ readonly url: string; readonly stopped: Promise<void> }>;

/** The port tried first when none is asked for: the next ones follow while it is taken. */
const FIRST_PORT = 4400;

/** Serves the screens of one data folder until it is told to stop. */
export function toServeCommand(serve: Serve, writeWorld: WriteWorld, writeLogs: WriteLogs): Command {
  return {
    name: 'serve',
    usage:
      '[--port N] [--demo] [--open] [--copies FOLDER] [--host ADDRESS --name NAME --cert FILE --key FILE]',
    about: {
      es: 'abre las pantallas de la institución en el navegador',
      en: "opens the institution's screens in the browser",
    },
    options: {
      port: { type: 'string' },
      demo: { type: 'boolean' },
      size: { type: 'string' },
      open: { type: 'boolean' },
      host: { type: 'string' },
      name: { type: 'string', multiple: true },
      cert: { type: 'string' },
      key: { type: 'string' },
      copies: { type: 'string' },
    },
    args: [0, 0],
    alone: true,
    run: async ({ terminal, ports, folder, options, resolve }) => {
      const { language } = terminal;
      const asked = wholeNumber(options, 'port');
      const [cert, key] = [text(options, 'cert'), text(options, 'key')];
      const copies = text(options, 'copies');
      const size = choice(options, 'size', ['tiny', 'demo']) ?? 'demo';
      const request = (port: number): ServeRequest => ({
        folder,
        port,
        address: text(options, 'host') ?? '127.0.0.1',
        names: texts(options, 'name'),
        certificate: cert !== null && key !== null ? { cert: resolve(cert), key: resolve(key) } : null,
        ports,
        backups: copies === null ? null : resolve(copies),
        prepare: async (institution) => {
          if (options['demo'] !== true) return;
          const isNew = institution.ledger.listImports().length === 0;
          if (isNew) terminal.note(say(language, 'loading'));
          await loadWorld(institution, writeWorld, size, writeLogs);
          if (size === 'demo') await startDemoDay(institution);
        },
      });
      terminal.note(`… ${sayStage(language, 'serve')}`);
      const { url, stopped } = await begin(serve, request, asked);
      if (terminal.json) printJson(terminal, { url, folder });
      else terminal.out(say(language, 'serving', { url, folder }));
      if (options['open'] === true) openBrowser(url);
      await stopped;
      terminal.note(say(language, 'served'));
      return EXIT.done;
    },
  };
}

/** Opens the browser of whoever started this; a machine without one still has the address printed. */
function openBrowser(url: string): void {
  const [command, args] =
    process.platform === 'win32'
      ? ['cmd', ['/c', 'start', '', url]]
      : process.platform === 'darwin'
        ? ['open', [url]]
        : ['xdg-open', [url]];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .once('error', () => undefined)
    .unref();
}

/** On the port asked for, or on the first free one from the usual port on. */
async function begin(serve: Serve, request: (port: number) => ServeRequest, asked: number | null) {
  if (asked !== null) return serve(request(asked));
  for (let port = FIRST_PORT; port < FIRST_PORT + 20; port += 1) {
    try {
      return await serve(request(port));
    } catch (error) {
      if ((error as Refusal).code !== 'port-taken') throw error;
    }
  }
  return serve(request(0));
}
