import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import autocannon from 'autocannon';
import { writeWorld } from '../seed/index.ts';
import { openInstitution, startDemo } from '../src/usecases/index.ts';

/**
 * The server under load: *Inicio*, lists, and an import while people work. The load comes from this
 * process, which shares the machine's cores with the server.
 *
 * `CIRCUITO_BENCH_ROWS` makes it shorter (default 5,000,000 requests, and a fifth more to import).
 */
const ROWS = Number(process.env['CIRCUITO_BENCH_ROWS'] ?? 5_000_000);
const SECONDS = Number(process.env['CIRCUITO_BENCH_SECONDS'] ?? 15);
/** Threads of the store; its own number when empty. */
const THREADS = process.env['CIRCUITO_BENCH_THREADS'] ?? '';
const run = promisify(execFile);

interface Taken {
  readonly routes: Readonly<Record<string, readonly number[]>>;
  readonly failures: readonly string[];
  readonly delay: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly peak_mb: number;
  /** Of the server's process, both cores together. */
  readonly cpu_ms: number;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

const ms = (value: number) => `${value.toFixed(1)} ms`;
function report(what: string, value: number, aim: number, unit: string, detail: string, least = false): void {
  const ratio = least ? aim / value : value / aim;
  const state = ratio <= 1 ? 'reached' : ratio <= 2 ? 'over the aim' : 'OVER TWICE THE AIM';
  process.stdout.write(
    `${what}: ${value.toFixed(1)}${unit}  aim ${least ? '≥' : '≤'} ${aim}${unit}  ${state}   [${detail}]\n`,
  );
}

/** A folder where roles are taken by one click, as somebody who tries the program has. */
async function makeDemo(folder: string): Promise<void> {
  const institution = await openInstitution(folder, {
    clock: () => new Date().toISOString(),
    progress: () => undefined,
    step: () => undefined,
  });
  startDemo(institution);
  institution.close();
}

/** Cuts a file of requests in two after so many rows: what is there, and what comes. */
async function cut(path: string, rows: number, first: string, second: string): Promise<void> {
  const [before, after] = [createWriteStream(first), createWriteStream(second)];
  let line = -1;
  for await (const text of createInterface({ input: createReadStream(path) })) {
    line += 1;
    const write = async (stream: typeof before) => {
      if (!stream.write(`${text}\n`)) await once(stream, 'drain');
    };
    if (line <= rows) await write(before);
    if (line === 0 || line > rows) await write(after);
  }
  await Promise.all([before, after].map((stream) => new Promise((resolve) => stream.end(resolve))));
}

async function take(server: ChildProcess): Promise<Taken> {
  const answer = once(server, 'message');
  server.send('take');
  const [taken] = (await answer) as [Taken];
  for (const failure of taken.failures) process.stdout.write(`FAILED ${failure.slice(0, 400)}\n`);
  return taken;
}

/** The cookie of somebody with that role. */
async function signIn(url: string, role: string): Promise<string> {
  const response = await fetch(`${url}/api/demo/role`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ role }),
  });
  if (!response.ok) throw new Error(`no role ${role}: ${await response.text()}`);
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

interface Load {
  readonly paths: readonly string[];
  readonly connections: number;
  readonly seconds: number;
  /** Requests a second of all together; as many as they can when absent. */
  readonly rate?: number;
}

async function load(url: string, cookie: string, { paths, connections, seconds, rate }: Load) {
  const found = await autocannon({
    url,
    connections,
    duration: seconds,
    headers: { cookie },
    requests: paths.map((path) => ({ method: 'GET', path })),
    ...(rate === undefined ? {} : { overallRate: rate }),
  });
  const bad = found.non2xx + found.errors + found.timeouts;
  if (bad > 0) process.stdout.write(`  ${bad} answers were errors\n`);
  return found;
}

/** Sends a file as a program does and waits until it is in. */
async function importOverWire(url: string, cookie: string, path: string): Promise<number> {
  const start = performance.now();
  const headers = { origin: url, cookie };
  const sent = await fetch(`${url}/api/imports?dataset=requests`, {
    method: 'POST',
    headers: { ...headers, 'x-file-name': 'requests-nuevos.csv' },
    body: new Uint8Array(await readFile(path)),
  });
  if (!sent.ok) throw new Error(`the import was not taken: ${sent.status} ${await sent.text()}`);
  await sent.json();
  return (performance.now() - start) / 1000;
}

const scratch = await mkdtemp(join(tmpdir(), 'circuito-serve-'));
let server: ChildProcess | null = null;
try {
  process.stdout.write(
    `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}; ${ROWS.toLocaleString('en')} requests, 200 units, 1,000 people; the load generator shares the cores\n`,
  );
  const more = Math.round(ROWS / 5);
  // Five months more than the two years hold a fifth more requests.
  const world = await writeWorld('large', join(scratch, 'world'), { rows: ROWS, months: 29 });
  const requests = world.files.find(({ dataset }) => dataset === 'requests')!.path;
  const [kept, coming] = [join(scratch, 'kept.csv'), join(scratch, 'coming.csv')];
  await cut(requests, ROWS, kept, coming);
  const data = join(scratch, 'data');
  await makeDemo(data);
  const others = world.files.filter(({ dataset }) => dataset !== 'requests');
  await run(
    process.execPath,
    [
      join(import.meta.dirname, 'step.ts'),
      'import',
      data,
      ...others.map(({ dataset, path }) => `${dataset}=${path}`),
      `requests=${kept}`,
    ],
    { maxBuffer: 1 << 24 },
  );

  server = fork(join(import.meta.dirname, 'serve-server.ts'), [data, THREADS], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const opened = performance.now();
  const [{ url }] = (await once(server, 'message')) as [{ url: string }];
  process.stdout.write(`the server opens its folder in ${ms(performance.now() - opened)}\n`);
  const cookie = await signIn(url, 'analyst');
  const cold = performance.now();
  const home = await fetch(`${url}/api/home`, { headers: { cookie } });
  const { view } = (await home.json()) as {
    view: { period: { text: string }; indicators: { id: string }[] };
  };
  process.stdout.write(`the first Inicio of all, nothing measured yet: ${ms(performance.now() - cold)}\n`);
  const units = Array.from({ length: 20 }, (_, index) => `U${String(index + 1).padStart(3, '0')}`);
  const homes = ['/api/home', ...units.map((unit) => `/api/home?unit=${unit}`)];
  const maps = ['/api/home/heat', `/api/home/heat?indicator=${view.indicators[0]!.id}`];
  for (const path of [...homes, ...maps]) await fetch(`${url}${path}`, { headers: { cookie } });
  await take(server);

  await load(url, cookie, { paths: homes, connections: 4, seconds: SECONDS });
  const few = await take(server);
  const served = few.routes['get /api/home'] ?? [];
  report(
    '(g) Inicio, server time at p95',
    percentile(served, 0.95),
    100,
    ' ms',
    `${served.length} answers to 4 people without pause; p50 ${ms(percentile(served, 0.5))}, p99 ${ms(percentile(served, 0.99))}`,
  );
  const each = (taken: Taken) =>
    taken.cpu_ms /
    Math.max(
      1,
      Object.values(taken.routes).reduce((sum, times) => sum + times.length, 0),
    );
  const many = await load(url, cookie, { paths: homes, connections: 200, seconds: SECONDS });
  const cost = each(await take(server));
  report(
    '(h) Inicio as 200 people see it who ask without pause, at p97.5',
    many.latency.p97_5,
    500,
    ' ms',
    `${many.requests.average.toFixed(0)} a second, ${cost.toFixed(2)} ms of processor each; p50 ${ms(many.latency.p50)}, p99 ${ms(many.latency.p99)}`,
  );
  const list = await load(url, cookie, {
    paths: ['/api/indicators', '/api/indicators?verdict=not-met'],
    connections: 20,
    seconds: SECONDS,
  });
  const listCost = each(await take(server));
  report(
    '(i) lists a second',
    list.requests.average,
    1500,
    '',
    `20 people without pause; ${listCost.toFixed(2)} ms of processor each`,
    true,
  );
  report('(i) lists at p99', list.latency.p99, 100, ' ms', `p50 ${ms(list.latency.p50)}`);

  const work = [
    ...homes,
    ...maps,
    '/api/indicators',
    '/api/view',
    '/api/search?q=debito',
    '/api/search?q=R0000777',
  ];
  const calm = await load(url, cookie, { paths: work, connections: 50, seconds: SECONDS, rate: 25 });
  const before = await take(server);
  let importing = true;
  const rounds: Awaited<ReturnType<typeof load>>[] = [];
  const people = (async () => {
    // Each of 50 people asks something every two seconds.
    while (importing)
      rounds.push(await load(url, cookie, { paths: work, connections: 50, seconds: 5, rate: 25 }));
  })();
  const took = await importOverWire(url, cookie, coming);
  importing = false;
  await people;
  const during = await take(server);
  report(
    `(j) event-loop delay at p99 while ${more.toLocaleString('en')} rows come in and 50 people work`,
    during.delay.p99,
    50,
    ' ms',
    `p50 ${ms(during.delay.p50)}, longest ${ms(during.delay.max)}; without the import p99 ${ms(before.delay.p99)}, longest ${ms(before.delay.max)}; people wait ${ms(Math.max(...rounds.map(({ latency }) => latency.p99)))} at p99, ${ms(calm.latency.p99)} without it`,
  );
  report('(k) the import itself', took, 60, ' s', `the largest memory of the server is ${during.peak_mb} MB`);
} finally {
  if (server) {
    const ended = once(server, 'exit');
    server.send('stop');
    await ended;
  }
  await rm(scratch, { recursive: true, force: true });
}
