import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeEventLogs, writeWorld } from '../../seed/index.ts';
import {
  applyApprovedChanges,
  applyApprovedClosings,
  applyApprovedUndos,
  hasApprovedClosings,
  type InboxMemory,
  type Institution,
  sweepInbox,
} from '../usecases/index.ts';
import { backup, restore } from './commands/backup.ts';
import { toDemoCommand } from './commands/demo.ts';
import { importCommand } from './commands/import.ts';
import { close, restate } from './commands/closing.ts';
import { critical } from './commands/critical.ts';
import { discover } from './commands/discover.ts';
import { measure } from './commands/measure.ts';
import { improvements } from './commands/improvements.ts';
import { explain } from './commands/explain.ts';
import { report } from './commands/report.ts';
import { sheet } from './commands/sheet.ts';
import { merge, merges, unmerge } from './commands/merge.ts';
import { template } from './commands/template.ts';
import { prove } from './commands/prove.ts';
import { resetAccessCommand } from './commands/reset-access.ts';
import { rows } from './commands/rows.ts';
import { signals } from './commands/signals.ts';
import { type Serve, toServeCommand } from './commands/serve.ts';
import { check, imports, quarantine, rebuild, undo, verify } from './commands/upkeep.ts';
import { forwardCommand } from './forward-command.ts';
import { run, type Surroundings } from './run.ts';

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write('Circuito necesita Node 24 / needs Node 24: npm run -s circuito -- …\n');
  process.exit(2);
}

/** Serves until the program is asked to stop; command lines on the same folder come through it. */
const serve: Serve = async (request) => {
  // Loaded here alone: it is a third of what any other command would wait for.
  const { startServer } = await import('../server/index.ts');
  const running = await startServer({
    ...request,
    web: join(import.meta.dirname, '..', '..', 'dist', 'web'),
    log: toServerLog(),
    check_answers: process.env['CIRCUITO_CHECK_ANSWERS'] === '1',
    warm: true,
    digests: true,
    now_ms: () => performance.now(),
    runCommand: (asked, io, held) => run(commands, { ...surroundings, ...asked, ...io, held }),
    chores: [
      { name: 'inbox', every_ms: 5000, work: toInboxChore() },
      // An undoing approved in the list of proposals is carried out here.
      { name: 'undos', every_ms: 3000, work: applyApprovedUndos },
      // A month whose closing was approved is frozen here, where a kill came in between.
      { name: 'closings', every_ms: 3000, isDue: hasApprovedClosings, work: applyApprovedClosings },
      // So is a change of a sheet whose approval a kill cut short.
      {
        name: 'changes',
        every_ms: 3000,
        work: async (institution, reload) => {
          if ((await applyApprovedChanges(institution)).length > 0) await reload();
        },
      },
    ],
  });
  const stopped = new Promise<void>((resolve) => {
    const stop = () => void running.stop().then(resolve);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
  });
  return { url: running.url, stopped };
};

/** Takes the files dropped in the folder `entrada`, remembering which were still growing. */
function toInboxChore() {
  const memory: InboxMemory = new Map();
  return async (institution: Institution) => {
    await sweepInbox(institution, memory);
  };
}

/** The server's log goes to stderr as lines of JSON where it was asked for; else only what failed. */
function toServerLog() {
  const all = process.env['CIRCUITO_LOG'] === '1';
  return (line: { readonly kind: string }) => {
    if (all || line.kind === 'failed') process.stderr.write(`${JSON.stringify(line)}\n`);
  };
}

const commands = [
  toServeCommand(serve, writeWorld, writeEventLogs),
  measure,
  rows,
  explain,
  sheet,
  report,
  template,
  merge,
  unmerge,
  merges,
  importCommand,
  imports,
  undo,
  quarantine,
  improvements,
  signals,
  prove,
  critical,
  discover,
  check,
  rebuild,
  close,
  restate,
  verify,
  backup,
  restore,
  resetAccessCommand,
  toDemoCommand(writeWorld, writeEventLogs),
];
// A reader that has seen enough (`| head`) closes the pipe: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
/** A test that wants the program to die at a write step names it here. */
const fatalStep = process.env['CIRCUITO_STOP_AT'];

const out = (text: string) => process.stdout.write(`${text}\n`);
const err = (text: string) => process.stderr.write(`${text}\n`);
const argv = process.argv.slice(2);
const cwd = process.env['INIT_CWD'] ?? process.cwd();
const width = Math.min(process.stdout.columns ?? 110, 110);
const colour = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;

const surroundings: Surroundings = {
  argv,
  cwd,
  clock: () => new Date().toISOString(),
  step: (name) => {
    if (name === fatalStep) process.kill(process.pid, 'SIGKILL');
  },
  out,
  err,
  width,
  colour,
  now_ms: () => performance.now(),
};

process.exitCode = await run(commands, {
  ...surroundings,
  forward: async (folder) => {
    const found = await readFile(join(folder, 'server.json'), 'utf8').catch(() => null);
    return found === null ? null : forwardCommand(found, { argv, cwd, width, colour }, { out, err });
  },
});
