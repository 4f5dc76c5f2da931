import { writeWorld } from '../../seed/index.ts';
import { toDemoCommand } from './commands/demo.ts';
import { importCommand } from './commands/import.ts';
import { measure } from './commands/measure.ts';
import { explain } from './commands/explain.ts';
import { sheet } from './commands/sheet.ts';
import { merge, merges, unmerge } from './commands/merge.ts';
import { template } from './commands/template.ts';
import { rows } from './commands/rows.ts';
import { check, imports, quarantine, rebuild, undo, verify } from './commands/upkeep.ts';
import { run } from './run.ts';

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write('Circuito necesita Node 24 / needs Node 24: npm run -s circuito -- …\n');
  process.exit(2);
}

const commands = [
  measure,
  rows,
  explain,
  sheet,
  template,
  merge,
  unmerge,
  merges,
  importCommand,
  imports,
  undo,
  quarantine,
  check,
  rebuild,
  verify,
  toDemoCommand(writeWorld),
];
// A reader that has seen enough (`| head`) closes the pipe: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
/** A test that wants the program to die at a write step names it here. */
const fatalStep = process.env['CIRCUITO_STOP_AT'];

process.exitCode = await run(commands, {
  argv: process.argv.slice(2),
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
  clock: () => new Date().toISOString(),
  step: (name) => {
    if (name === fatalStep) process.kill(process.pid, 'SIGKILL');
  },
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  width: Math.min(process.stdout.columns ?? 110, 110),
  colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  now_ms: () => performance.now(),
});
