import { randomBytes, timingSafeEqual } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { streamText } from 'hono/streaming';
import { Refusal } from '../kernel/index.ts';
import type { Institution } from '../usecases/index.ts';
import { isThisMachine, type Known } from './caller.ts';
import type { Host } from './host.ts';
import { readJson } from './read-call.ts';

/** A command line as it was typed, and where. */
export interface AskedCommand {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly width: number;
  readonly colour: boolean;
}

/** Runs a command line on the institution that the server holds; gives its exit code. */
export type CommandRunner = (
  asked: AskedCommand,
  io: { readonly out: (text: string) => void; readonly err: (text: string) => void },
  held: {
    readonly use: <T>(work: (institution: Institution) => Promise<T>) => Promise<T>;
    /** Makes the facts anew. */
    readonly rebuild: () => Promise<void>;
  },
) => Promise<number>;

/** Where a server that holds a folder is found, and the key that only who may read the folder has. */
export interface HeldFolder {
  readonly url: string;
  readonly address: string;
  readonly port: number;
  readonly secure: boolean;
}

const COMMAND_BYTES = 256 * 1024;

function toFile(folder: string): string {
  return join(folder, 'server.json');
}

/** Tells command lines on the folder where its server is: whole or not at all, for its owner's eyes alone. */
export async function announceServer(folder: string, held: HeldFolder, key: string): Promise<void> {
  const draft = `${toFile(folder)}.new`;
  await rm(draft, { force: true });
  await writeFile(draft, JSON.stringify({ ...held, key, pid: process.pid }), { mode: 0o600, flag: 'wx' });
  await rename(draft, toFile(folder));
}

/** Takes back what `announceServer` told. */
export async function withdrawServer(folder: string): Promise<void> {
  await rm(toFile(folder), { force: true });
}

function readCommand(value: unknown): AskedCommand {
  const { argv, cwd, width, colour } = (value ?? {}) as Partial<AskedCommand>;
  const isText = (one: unknown): one is string => typeof one === 'string';
  if (!Array.isArray(argv) || !argv.every(isText) || !isText(cwd))
    throw new Refusal('request-unreadable', { detail: 'argv' });
  return { argv, cwd, width: Number(width) || 80, colour: colour === true };
}

/** Opens the door by which command lines reach a folder that is held: from this machine, with the folder's key. */
export function openCommandDoor(app: Hono<Known>, host: Host, runCommand: CommandRunner): string {
  const key = randomBytes(32).toString('base64url');
  app.post('/command', async (context) => {
    const given = Buffer.from(context.req.header('x-circuito-key') ?? '');
    const isKey = given.length === key.length && timingSafeEqual(given, Buffer.from(key));
    if (!isThisMachine(context) || !isKey) throw new Refusal('not-allowed');
    const asked = readCommand(await readJson(context, COMMAND_BYTES));
    return streamText(context, async (stream) => {
      const send = (line: unknown) => stream.write(`${JSON.stringify(line)}\n`);
      // Said at once: whoever called knows that it is being done, however long it takes.
      await send({});
      const io = { out: (out: string) => void send({ out }), err: (err: string) => void send({ err }) };
      const exit = await runCommand(asked, io, {
        use: host.write,
        rebuild: () =>
          host.write(async ({ ledger }) => {
            await host.reload({ anew: true });
            ledger.trail.note('rebuilt', {});
          }),
      });
      await send({ exit });
    });
  });
  return key;
}
