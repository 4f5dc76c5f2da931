import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeWorld } from '../seed/index.ts';

/**
 * Against rivals: ratios from one run against rivals on the same machine and the same data.
 * `CIRCUITO_BENCH_ROWS` makes a shorter one (default 5,000,000 requests).
 */
const ROWS = Number(process.env['CIRCUITO_BENCH_ROWS'] ?? 5_000_000);
const run = promisify(execFile);

interface StepResult {
  readonly times: readonly number[];
  readonly ours: readonly number[];
  readonly hand: readonly number[];
  readonly twice: readonly number[];
  readonly told: readonly number[];
  readonly figures: number;
  readonly sheets: readonly string[];
  readonly peak_mb: number;
}

async function step(name: string, folder: string, ...args: string[]): Promise<StepResult> {
  const { stdout } = await run(
    process.execPath,
    [join(import.meta.dirname, 'step.ts'), name, folder, ...args],
    { maxBuffer: 1 << 24 },
  );
  return JSON.parse(stdout) as StepResult;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

const seconds = (value: number) => `${value.toFixed(2)} s`;
const lines: string[] = [];
function report(mark: string, what: string, value: number, aim: number, unit: string, detail: string): void {
  const state = value <= aim ? 'reached' : value <= 2 * aim ? 'over the aim' : 'OVER TWICE THE AIM';
  lines.push(`(${mark}) ${what}: ${value.toFixed(2)}${unit}  aim ≤ ${aim}${unit}  ${state}   [${detail}]`);
  process.stdout.write(`${lines.at(-1)}\n`);
}

/** The same sheets recalculated by a spreadsheet program, over 10,000 facts, where one is installed. */
async function compareSpreadsheet(folder: string): Promise<void> {
  const version = await run('soffice', ['--version']).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );
  if (version === null) {
    process.stdout.write('(f) the same sheets in a spreadsheet program: none is installed here\n');
    return;
  }
  const { files } = await writeWorld('large', join(folder, 'world'), { rows: 10_000 });
  await step('import', folder, ...files.map((file) => `${file.dataset}=${file.path}`));
  const { sheets, times } = await step('sheets', folder);
  const start = performance.now();
  await run('soffice', [
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    '--convert-to',
    'csv',
    '--outdir',
    join(folder, 'out'),
    ...sheets,
  ]);
  const spreadsheet = (performance.now() - start) / 1000;
  process.stdout.write(
    `(f) the same ${sheets.length} sheets over 10,000 facts in ${version.split(' ').slice(0, 2).join(' ')}: ${(spreadsheet / times[0]!).toFixed(0)} times our time   [${seconds(spreadsheet)} with its start, against ${seconds(times[0]!)}]\n`,
  );
}

const scratch = await mkdtemp(join(tmpdir(), 'circuito-bench-'));
try {
  process.stdout.write(
    `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}; ${ROWS.toLocaleString('en')} requests, 24 months, 200 units, 1,000 people\n`,
  );
  const { files } = await writeWorld('large', join(scratch, 'world'), { rows: ROWS });
  const requests = files.find((file) => file.dataset === 'requests')!.path;
  const others = files
    .filter((file) => file.dataset !== 'requests')
    .map((file) => `${file.dataset}=${file.path}`);
  const data = join(scratch, 'data');
  await step('import', data, ...others);

  const bare: number[] = [];
  const ours: number[] = [];
  let importPeak = 0;
  for (let round = 0; round < 3; round++) {
    const folder = join(scratch, `round-${round}`);
    await step(
      'import',
      folder,
      ...others.filter((item) => item.startsWith('units=') || item.startsWith('staff=')),
    );
    bare.push((await step('bare', folder, requests)).times[0]!);
    const imported = await step('import', round === 2 ? data : folder, `requests=${requests}`);
    ours.push(imported.times[0]!);
    importPeak = Math.max(importPeak, imported.peak_mb);
    await rm(folder, { recursive: true, force: true });
  }
  const measured = await step('measure', data);
  const ratio = (a: readonly number[], b: readonly number[]) =>
    median(a.map((value, index) => value / b[index]!));
  report(
    'a',
    'all indicators x 24 months x units against a hand-written query',
    ratio(measured.ours, measured.hand),
    1.5,
    '',
    `${seconds(median(measured.ours))} against ${seconds(median(measured.hand))}, ${measured.figures} figures; ${seconds(median(measured.told))} with their sentences in two languages`,
  );
  report(
    'b',
    'twice the indicators against once',
    ratio(measured.twice, measured.ours),
    1.3,
    '',
    `${seconds(median(measured.twice))} against ${seconds(median(measured.ours))}`,
  );
  report(
    'c',
    'import with all checks against a bare read_csv into a table',
    ratio(ours, bare),
    2,
    '',
    `${seconds(median(ours))} against ${seconds(median(bare))}`,
  );

  const monthly = await writeWorld('large', join(scratch, 'months'), {
    rows: ROWS,
    months: 25,
    byMonth: true,
  });
  const months = monthly.files
    .filter((file) => file.dataset === 'requests')
    .map((file) => `requests=${file.path}`);
  const folder = join(scratch, 'by-month');
  await step(
    'import',
    folder,
    ...monthly.files
      .filter((file) => ['units', 'staff', 'clients'].includes(file.dataset))
      .map((file) => `${file.dataset}=${file.path}`),
  );
  const { times } = await step('import', folder, ...months);
  report(
    'd',
    'one more month after 24 against the first',
    times[24]! / times[0]!,
    1.2,
    '',
    `${seconds(times[24]!)} against ${seconds(times[0]!)}`,
  );
  report(
    'e',
    'peak memory of an import or a measurement',
    Math.max(importPeak, measured.peak_mb) / 1024,
    1.5,
    ' GB',
    `import ${importPeak} MB, measure ${measured.peak_mb} MB`,
  );
  await compareSpreadsheet(join(scratch, 'sheets'));
} finally {
  await rm(scratch, { recursive: true, force: true });
}
