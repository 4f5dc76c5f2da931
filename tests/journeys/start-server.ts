import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../src/kernel/index.ts';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import {
  DEMO_PLACES,
  type Mailer,
  openInstitution,
  type Ports,
  startDemo,
  syncFacts,
} from '../../src/usecases/index.ts';
import { writeWorld } from '../../seed/index.ts';
import { copyWorld } from './copy-world.ts';
import { bring } from './open-world.ts';

/** What a route answered: its own test knows its shape. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;

/** A caller with a session of its own. */
export interface Caller {
  readonly cookie: string;
  /** Calls the wire and gives status and body; `file` sends bytes under a name. */
  readonly call: (
    route: `${'get' | 'post' | 'put' | 'delete'} /${string}`,
    given?: {
      readonly body?: unknown;
      readonly file?: Uint8Array;
      readonly name?: string;
      readonly headers?: Record<string, string>;
    },
  ) => Promise<{ readonly status: number; readonly body: Json; readonly response: Response }>;
  /** Calls a job and waits for its end. */
  readonly job: (
    route: `post /${string}`,
    given?: { readonly body?: unknown; readonly file?: Uint8Array; readonly name?: string },
  ) => Promise<{ readonly state: string; readonly result: Json; readonly refusal: Json }>;
}

export interface TestServer {
  readonly url: string;
  readonly folder: string;
  /** The institution it keeps open, for what no call can bring about. */
  readonly host: RunningServer['host'];
  /** What the server wrote of calls that failed. */
  readonly failures: readonly string[];
  /** Somebody who took that role by one click; null for somebody who did not sign in. */
  readonly as: (role: Role | null) => Promise<Caller>;
  readonly stop: () => Promise<void>;
}

/** Loads a world as a demo folder. */
async function makeDemo(folder: string, size: 'tiny' | 'demo', ports: Ports): Promise<void> {
  const institution = await openInstitution(folder, ports);
  await syncFacts(institution);
  startDemo(institution, DEMO_PLACES[size]);
  const scratch = await mkdtemp(join(tmpdir(), 'circuito-world-'));
  const { files } = await writeWorld(size, scratch);
  for (const { dataset, path } of files) await bring(institution, dataset, path);
  await rm(scratch, { recursive: true });
  institution.close();
}

/** A real server on a free port of loopback, over a folder of its own; every answer is held against its schema. */
export async function startTestServer({
  world,
  folder: given,
  clock: ownClock,
  step = () => undefined,
  digests = false,
  mailer,
}: {
  readonly world: 'tiny' | 'demo' | null;
  readonly folder?: string;
  readonly clock?: () => string;
  /** Called at each write step; where it throws, the step fails. */
  readonly step?: (name: string) => void;
  /** Whether it prepares digests and sends them by itself. */
  readonly digests?: boolean;
  /** Hands mails over; by SMTP where absent. */
  readonly mailer?: Mailer;
}): Promise<TestServer> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'circuito-server-')));
  const failures: string[] = [];
  const clock = ownClock ?? (() => new Date().toISOString());
  // A folder that has been served before has its world.
  if (world !== null && !existsSync(join(folder, 'ledger.db'))) {
    const ports = { clock, progress: () => undefined, step: () => undefined };
    const when = ownClock === undefined ? 'now' : clock();
    await copyWorld(`demo-${world}-${when}`, folder, (made) => makeDemo(made, world, ports));
  }
  const running = await startServer({
    folder,
    port: 0,
    address: '127.0.0.1',
    names: [],
    certificate: null,
    ports: { clock, progress: () => undefined, step },
    log: (line) => {
      if (line.kind === 'failed') failures.push(JSON.stringify(line));
    },
    web: join(import.meta.dirname, '..', '..', 'dist', 'web'),
    check_answers: true,
    warm: false,
    now_ms: () => performance.now(),
    prepare: async () => {},
    runCommand: null,
    chores: [],
    digests,
    ...(mailer && { mailer }),
  });
  const { url } = running;
  const toCaller = (cookie: string): Caller => {
    const call: Caller['call'] = async (route, { body, file, name, headers } = {}) => {
      const [method, path] = route.split(' ') as [string, string];
      const response = await fetch(`${url}${path}`, {
        method: method.toUpperCase(),
        headers: {
          ...(method !== 'get' && { origin: url }),
          ...(cookie !== '' && { cookie }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(name !== undefined && { 'x-file-name': encodeURIComponent(name) }),
          ...headers,
        },
        body: file ? new Uint8Array(file) : body === undefined ? null : JSON.stringify(body),
      });
      const type = response.headers.get('content-type') ?? '';
      const text = type.includes('json') ? await response.clone().json() : null;
      if (response.status === 500) throw new Error(`${route}: ${failures.at(-1)}`);
      return { status: response.status, body: text, response };
    };
    return {
      cookie,
      call,
      job: async (route, sent = {}) => {
        const { status, body } = await call(route, sent);
        if (status !== 202) return { state: 'refused', result: null, refusal: body.refused };
        for (;;) {
          const { body: now } = await call(`get /api/jobs/${body.id}`);
          if (now.state === 'failed') throw new Error(`${route}: ${failures.at(-1)}`);
          if (now.state === 'done' || now.state === 'refused') return now;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      },
    };
  };
  return {
    url,
    folder,
    host: running.host,
    failures,
    as: async (role) => {
      if (role === null) return toCaller('');
      const { status, response, body } = await toCaller('').call('post /api/demo/role', { body: { role } });
      if (status !== 200) throw new Error(`no role ${role}: ${JSON.stringify(body)}`);
      return toCaller((response.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
    },
    stop: async () => {
      await running.stop();
      if (given === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
