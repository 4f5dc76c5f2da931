import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkArrows, printArrows } from './arrows.ts';

export const ROOT = path.resolve(import.meta.dirname, '..');
/** oxlint walks node_modules unless it is told where to look. */
const LINTED = ['src', 'seed', 'tests', 'bench', 'scripts'];

export interface CommandResult {
  readonly code: number;
  readonly output: string;
}

/** Runs the JavaScript file of an installed tool with this same Node, in the root of the project. */
export async function runTool(file: string, args: readonly string[]): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(ROOT, 'node_modules', file), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

async function runArrows(): Promise<CommandResult> {
  const report = await checkArrows(ROOT);
  const output = printArrows(report);
  return { code: output === '' ? 0 : 1, output };
}

const CHECKS: Readonly<Record<string, () => Promise<CommandResult>>> = {
  format: () => runTool('@biomejs/biome/bin/biome', ['format', '--colors=off', '--reporter=summary']),
  lint: () =>
    runTool('oxlint/bin/oxlint', [
      '--type-aware',
      '--deny-warnings',
      '--report-unused-disable-directives',
      ...LINTED.filter((tree) => existsSync(path.join(ROOT, tree))),
    ]),
  types: () => runTool('typescript/bin/tsc', ['-p', 'tsconfig.json', '--pretty', 'false']),
  'types of the screens': () =>
    runTool('typescript/bin/tsc', ['-p', 'src/web/tsconfig.json', '--pretty', 'false']),
  arrows: runArrows,
};

/** Runs every check, prints one line for each and, under a failed one, what it said. */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  const started = performance.now();
  const running = Object.entries(CHECKS).map(async ([name, check]) => {
    const result = await check();
    return { name, ...result, seconds: (performance.now() - started) / 1000 };
  });
  let failed = 0;
  for (const result of running) {
    const { name, code, output, seconds } = await result;
    console.log(`${name.padEnd(8)}${code === 0 ? 'ok' : 'FAILED'}  ${seconds.toFixed(1)} s`);
    if (code === 0) continue;
    failed += 1;
    console.log(`${output.trimEnd()}\n`);
  }
  return { passed: running.length - failed, failed };
}
