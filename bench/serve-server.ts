import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { join } from 'node:path';
import { startServer } from '../src/server/index.ts';

/**
 * The server under load, in a process of its own. Asked `take`, it tells what it measured since it
 * was last asked: server time by route and event-loop delay, in milliseconds.
 */
const [folder = '', threads = ''] = process.argv.slice(2);
const delay = monitorEventLoopDelay({ resolution: 5 });
let times = new Map<string, number[]>();
let failures: string[] = [];
let peak = 0;
let cpu = process.cpuUsage();

const server = await startServer({
  folder,
  port: 0,
  address: '127.0.0.1',
  names: [],
  certificate: null,
  ports: { clock: () => new Date().toISOString(), progress: () => undefined, step: () => undefined },
  log: (line) => {
    const { kind, route, status, ms } = line as {
      kind: string;
      route?: string;
      status?: number;
      ms?: number;
    };
    if (kind === 'failed') failures.push(JSON.stringify(line));
    if (kind !== 'request' || route === undefined || ms === undefined || (status ?? 500) >= 400) return;
    const known = times.get(route);
    if (known) known.push(ms);
    else times.set(route, [ms]);
  },
  web: join(import.meta.dirname, '..', 'dist', 'web'),
  check_answers: false,
  warm: true,
  now_ms: () => performance.now(),
  prepare: async (institution) => {
    // For trying how many threads of the store leave the server room to answer.
    if (threads !== '') await institution.facts.duck.run(`set threads = ${Number(threads)}`);
  },
  runCommand: null,
  chores: [],
});

setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 500).unref();

process.on('message', (asked: 'take' | 'stop') => {
  if (asked === 'stop') {
    void server.stop().then(() => process.exit(0));
    return;
  }
  process.send!({
    routes: Object.fromEntries(times),
    failures,
    delay: { p50: delay.percentile(50) / 1e6, p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 },
    peak_mb: Math.round(peak / 2 ** 20),
    cpu_ms: (process.cpuUsage(cpu).user + process.cpuUsage(cpu).system) / 1000,
  });
  cpu = process.cpuUsage();
  times = new Map();
  failures = [];
  delay.reset();
});
delay.enable();
process.send!({ url: server.url });
