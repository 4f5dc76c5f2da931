import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillCases } from '../seed/index.ts';
import { startServer } from '../src/server/index.ts';
import { openInstitution, openPublicCase, startDemo } from '../src/usecases/index.ts';

/**
 * Lists of cases with 100,000 open: each way a list is asked for, and each followed by something done to a case.
 * `CIRCUITO_BENCH_CASES` makes it shorter.
 */
const CASES = Number(process.env['CIRCUITO_BENCH_CASES'] ?? 100_000);
const ROUNDS = 60;
const AIM_MS = 100;
const UNITS = ['Guayaquil Sur', 'Matriz', 'Quito Norte', 'Cuenca'];

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

const folder = await mkdtemp(join(tmpdir(), 'circuito-bench-cases-'));
const clock = () => new Date().toISOString();
const ports = { clock, progress: () => undefined, step: () => undefined };
try {
  const institution = await openInstitution(folder, ports);
  startDemo(institution);
  const fields = {
    complained_process: 'cuentas',
    category: 'cobro-indebido',
    operation: 'nacional',
    description: 'Me cobraron dos veces la misma cuota.',
    contact: '0990000000',
  };
  const opening = { key: 'bench-000001', procedure: 'reclamo', unit: null, client: null, fields };
  const { number } = await openPublicCase(institution, opening);
  institution.close();
  const filled = performance.now();
  fillCases(folder, { like: number, count: CASES, units: UNITS, now: clock() });
  process.stdout.write(
    `${cpus().length} cores, Node ${process.version}; ${CASES.toLocaleString('en')} open cases written in ${((performance.now() - filled) / 1000).toFixed(1)} s\n`,
  );
  let times = new Map<string, number[]>();
  const server = await startServer({
    folder,
    port: 0,
    address: '127.0.0.1',
    names: [],
    certificate: null,
    ports,
    log: (line) => {
      if (line.kind === 'failed') process.stdout.write(`FAILED ${JSON.stringify(line).slice(0, 400)}\n`);
      if (line.kind !== 'request') return;
      const route = String(line['route']);
      times.set(route, [...(times.get(route) ?? []), Number(line['ms'])]);
    },
    web: join(import.meta.dirname, '..', 'dist', 'web'),
    check_answers: false,
    warm: false,
    now_ms: () => performance.now(),
    prepare: async () => undefined,
    runCommand: null,
    chores: [],
  });
  const signIn = async (role: string): Promise<string> => {
    const response = await fetch(`${server.url}/api/demo/role`, {
      method: 'POST',
      headers: { origin: server.url, 'content-type': 'application/json' },
      body: JSON.stringify({ role }),
    });
    return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  };
  const [executive, analyst] = [await signIn('executive'), await signIn('analyst')];
  const ask = async (cookie: string, path: string): Promise<void> => {
    const response = await fetch(`${server.url}${path}`, { headers: { cookie } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${text}`);
  };
  const write = async (): Promise<void> => {
    const response = await fetch(`${server.url}/api/cases/one/${number}/notes`, {
      method: 'POST',
      headers: { cookie: executive, origin: server.url, 'content-type': 'application/json' },
      body: JSON.stringify({ note: 'Se llamó al cliente.', core_number: null }),
    });
    if (!response.ok) throw new Error(await response.text());
  };
  const lists: readonly (readonly [what: string, cookie: string, path: string])[] = [
    ['own unit, first page', executive, '/api/cases'],
    ['all units, first page', analyst, '/api/cases'],
    ['all units, page 1,000', analyst, '/api/cases?page=1000'],
    ['overdue', executive, '/api/cases?due=overdue'],
    ['by state and nobody', executive, '/api/cases?state=recibido&assigned=nobody'],
    ['latest first', executive, '/api/cases?sort=opened'],
    ['closed ones too', analyst, '/api/cases?all=1'],
    ['a number', executive, '/api/cases?q=ZZ-2026-0543'],
    ['a client', executive, '/api/cases?q=CL-5432'],
    ['what is in all of them', executive, '/api/cases?q=CL'],
    ['a word of a third of them', executive, '/api/cases?q=tarjeta'],
    ['two words', executive, '/api/cases?q=tarjeta%20demora'],
  ];
  await ask(executive, '/api/cases');
  for (const [what, cookie, path] of lists) {
    times = new Map();
    const worked: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      if (round % 5 === 0) await write();
      const before = process.cpuUsage();
      await ask(cookie, path);
      const { user, system } = process.cpuUsage(before);
      worked.push((user + system) / 1000);
    }
    const took = times.get('get /api/cases') ?? [];
    const p95 = percentile(took, 0.95);
    const state = p95 <= AIM_MS ? 'reached' : p95 <= 2 * AIM_MS ? 'over the aim' : 'OVER TWICE THE AIM';
    process.stdout.write(
      `${what}: p95 ${p95.toFixed(1)} ms  aim ≤ ${AIM_MS} ms  ${state}   [${took.length} answers, p50 ${percentile(took, 0.5).toFixed(1)} ms; ${percentile(worked, 0.5).toFixed(1)} ms of processor, whoever asks included]\n`,
    );
  }
  await server.stop();
} finally {
  await rm(folder, { recursive: true, force: true });
}
