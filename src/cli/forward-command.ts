import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { createInterface } from 'node:readline';
import type { Exit } from './command.ts';

interface Line {
  readonly out?: string;
  readonly err?: string;
  readonly exit?: Exit;
}

/** What a server leaves in the folder it holds. */
interface Found {
  readonly address: string;
  readonly port: number;
  readonly secure: boolean;
  readonly key: string;
}

/** A server says at once that it has begun; who is silent for this long is another program. */
const PATIENCE_MS = 10_000;

/** What a text of JSON holds; null where it is none. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Hands a command line to the server that holds the folder and prints what it answers, line by
 * line. Null when nobody answers there, or who answers is not our server: the file was left by one
 * that was killed.
 */
export async function forwardCommand(
  found: string,
  asked: {
    readonly argv: readonly string[];
    readonly cwd: string;
    readonly width: number;
    readonly colour: boolean;
  },
  io: { readonly out: (text: string) => void; readonly err: (text: string) => void },
): Promise<Exit | null> {
  const held = readJson(found) as Found | null;
  if (held === null) return null;
  const { address, port, secure, key } = held;
  const body = JSON.stringify(asked);
  const headers = { 'content-type': 'application/json', 'x-circuito-key': key, host: `localhost:${port}` };
  return new Promise((resolve) => {
    const options = { host: address, port, path: '/command', method: 'POST', headers };
    // The key is worth nothing to anybody else; the certificate of our own server may be its own.
    const request = secure ? requestHttps({ ...options, rejectUnauthorized: false }) : requestHttp(options);
    const patience = setTimeout(() => request.destroy(new Error('silent')), PATIENCE_MS);
    request.once('error', () => {
      clearTimeout(patience);
      resolve(null);
    });
    request.once('response', (response) => {
      clearTimeout(patience);
      if (response.statusCode !== 200) {
        response.resume();
        resolve(null);
        return;
      }
      let exit: Exit | null = null;
      const lines = createInterface({ input: response });
      lines.on('line', (text) => {
        const line = readJson(text) as Line | null;
        if (line?.out !== undefined) io.out(line.out);
        if (line?.err !== undefined) io.err(line.err);
        if (line?.exit !== undefined) exit = line.exit;
      });
      lines.once('close', () => resolve(exit));
    });
    request.end(body);
  });
}
