import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SpawnedServer, spawnServer } from './spawn-server.ts';

const LONG = process.env['CIRCUITO_LONG'] === '1';
const SECONDS = LONG ? 60 : 2;
const SLOW_BODIES = LONG ? 1_000 : 150;
const PEOPLE = 10;
/** What others may wait while it lasts, at the 99th of a hundred; the flood shares these cores. */
const MOST_MS = 500;
/** What the server may grow by meanwhile. */
const MOST_MIB = 250;

let base: string;
let server: SpawnedServer;
let cookie: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'circuito-flood-'));
  server = await spawnServer(['--demo', '--size', 'tiny', '--data', join(base, 'datos')]);
  const { headers } = await ask('POST', '/api/demo/role', { body: { role: 'analyst' } });
  cookie = String(headers['set-cookie']).split(';')[0]!;
}, 120_000);
afterAll(async () => {
  server.process.kill('SIGKILL');
  await rm(base, { recursive: true, force: true });
});

const agents = {
  people: new Agent({ keepAlive: true }),
  flood: new Agent({ keepAlive: true, maxSockets: 50 }),
};

function ask(
  method: string,
  path: string,
  { body, by = 'people', cookie: sent }: { body?: unknown; by?: keyof typeof agents; cookie?: string } = {},
): Promise<{ status: number; headers: Record<string, unknown>; body: unknown }> {
  return new Promise((resolve, reject) => {
    const headers = {
      origin: server.url,
      'content-type': 'application/json',
      ...(sent !== undefined && { cookie: sent }),
    };
    const asked = request(`${server.url}${path}`, { method, headers, agent: agents[by] }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: JSON.parse(Buffer.concat(chunks).toString() || 'null'),
        }),
      );
    });
    asked.once('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** Resident memory of the server, in MiB; 0 where the system does not tell. */
async function readMemory(): Promise<number> {
  const status = await readFile(`/proc/${server.process.pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

/** People who look at lists one after another until told to stop; gives how long each answer took. */
async function lookAt(paths: readonly string[], isOver: () => boolean): Promise<number[]> {
  const times: number[] = [];
  const person = async (first: number): Promise<void> => {
    for (let n = first; !isOver(); n += 1) {
      const start = performance.now();
      const { status } = await ask('GET', paths[n % paths.length]!, { cookie });
      times.push(performance.now() - start);
      expect(status).toBe(200);
    }
  };
  await Promise.all(Array.from({ length: PEOPLE }, (_, n) => person(n)));
  return times.sort((a, b) => a - b);
}

const atShare = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.POSITIVE_INFINITY;

/** Sends the head of a sign-in and then its body, a sign a second. */
function openSlowBody(): Socket {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(
    `POST /api/sign-in HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${server.url}\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{`,
  );
  const drip = setInterval(() => socket.write(' '), 1_000);
  socket.once('close', () => clearInterval(drip));
  return socket;
}

describe('a flood', () => {
  it(
    'of sign-ins and slow bodies is turned away with when to come back, while others look at their lists',
    async () => {
      const paths = ['/api/imports', '/api/proposals', '/api/me', '/api/corrections', '/api/mappings'];
      for (const path of paths) await ask('GET', path, { cookie });
      const quietUntil = performance.now() + 500;
      const quiet = await lookAt(paths, () => performance.now() > quietUntil);
      const before = await readMemory();

      const slow = Array.from({ length: SLOW_BODIES }, openSlowBody);
      const until = performance.now() + SECONDS * 1_000;
      const isOver = () => performance.now() > until;
      const told = new Map<number, number>();
      let waits = 0;
      const knock = async (who: number): Promise<void> => {
        for (let n = 0; !isOver(); n += 1) {
          const body = { login: `nadie-${who}-${n}`, password: 'la que sea, larga y mala' };
          const { status, headers } = await ask('POST', '/api/sign-in', { body, by: 'flood' });
          told.set(status, (told.get(status) ?? 0) + 1);
          if (status === 429 && Number(headers['retry-after']) > 0) waits += 1;
        }
      };
      const knocking = Array.from({ length: 40 }, (_, who) => knock(who));
      const times = await lookAt(paths, isOver);
      await Promise.all(knocking);
      const after = await readMemory();
      const alive = slow.filter((socket) => !socket.destroyed).length;
      for (const socket of slow) socket.destroy();

      expect([...told.keys()].filter((status) => status !== 401 && status !== 429)).toEqual([]);
      expect(told.get(401) ?? 0).toBeLessThanOrEqual(10);
      expect(waits).toBe(told.get(429));
      expect(waits).toBeGreaterThan(LONG ? 5_000 : 100);
      expect(times.length).toBeGreaterThan(PEOPLE);
      expect(atShare(times, 0.99)).toBeLessThan(Math.max(MOST_MS, 3 * atShare(quiet, 0.99)));
      expect(after - before).toBeLessThan(MOST_MIB);
      // A body that takes over twenty seconds is sent away.
      expect(alive).toBe(LONG ? 0 : SLOW_BODIES);
      const { status } = await ask('GET', '/api/me', { cookie });
      expect(status).toBe(200);
    },
    (SECONDS + 30) * 1_000,
  );

  it('of files that nobody may send is not read', async () => {
    const body = 'x'.repeat(1_000_000);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        ask('POST', '/api/imports', { body, by: 'flood' }).catch(() => ({ status: 401 })),
      ),
    );
    expect([...new Set(answers.map(({ status }) => status))]).toEqual([401]);
  });
});
