/**
 * `npm test`: everything that must hold. The checks, then every test; what follows the command
 * (`npm test -- src/kernel`) narrows the tests. The last line is `N passed, N failed`, where each
 * check counts as one; exit 1 when anything failed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT, runChecks } from './run-checks.ts';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { status: string }[];
  }[];
}

/** Test files that could not even be loaded have no test to count: each is one failure. */
function countBrokenFiles({ testResults }: VitestReport): number {
  return testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
}

async function runTests(
  filters: readonly string[],
): Promise<{ passed: number; failed: number; skipped: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'circuito-test-'));
  const reportFile = path.join(folder, 'report.json');
  try {
    const vitest = path.join(ROOT, 'node_modules/vitest/vitest.mjs');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
    const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...filters], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' },
    });
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (status) => resolve(status ?? 1));
    });
    const report = JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport;
    const failed = report.numFailedTests + countBrokenFiles(report);
    return {
      passed: report.numPassedTests,
      // An error outside any test fails the run without failing a test.
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: report.numPendingTests,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const checks = await runChecks();
const tests = await runTests(process.argv.slice(2));
if (tests.skipped > 0) console.log(`${tests.skipped} tests skipped`);
const failed = checks.failed + tests.failed;
console.log(`${checks.passed + tests.passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
