import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const INSTALL = path.join(import.meta.dirname, 'install.mjs');

/**
 * Stands in for npm where no network may be needed: notes that it ran, then fills node_modules as
 * npm does, the hidden lock last. With FAKE_NPM=fail it stops half way, as a lost connection would;
 * with FAKE_NPM=slow it takes its time.
 */
const FAKE_NPM = `
const fs = require('node:fs');
fs.appendFileSync('npm-runs.txt', process.argv.slice(2).join(' ') + '\\n');
fs.rmSync('node_modules', { recursive: true, force: true });
fs.mkdirSync('node_modules/one/lib', { recursive: true });
fs.writeFileSync('node_modules/one/package.json', '{}');
if (process.env.FAKE_NPM === 'fail') {
  console.error('npm error ECONNREFUSED');
  process.exit(1);
}
setTimeout(() => {
  fs.writeFileSync('node_modules/one/lib/deep.js', '');
  fs.mkdirSync('node_modules/node/bin', { recursive: true });
  fs.writeFileSync('node_modules/node/package.json', '{}');
  fs.symlinkSync(process.execPath, 'node_modules/node/bin/node');
  const packages = { 'node_modules/one': {}, 'node_modules/node': {} };
  fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }));
}, process.env.FAKE_NPM === 'slow' ? 500 : 0);
`;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

describe.skipIf(process.platform === 'win32')('install', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'circuito-install-'));
    mkdirSync(path.join(root, 'scripts'));
    cpSync(INSTALL, path.join(root, 'scripts/install.mjs'));
    const dependencies = { node: process.version.slice(1), one: '1.0.0' };
    writeFileSync(path.join(root, 'package.json'), JSON.stringify({ dependencies }));
    writeFileSync(path.join(root, 'package-lock.json'), '{}');
    writeFileSync(path.join(root, 'npm-cli.js'), FAKE_NPM);
    writeFileSync(
      path.join(root, 'main.mjs'),
      'console.log(JSON.stringify([process.argv.slice(2), process.env.SET ?? null, process.cwd()]));\nprocess.exit(7);\n',
    );
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  async function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [path.join(root, 'scripts/install.mjs'), ...args], {
        cwd: root,
        env: {
          ...process.env,
          npm_execpath: path.join(root, 'npm-cli.js'),
          npm_node_execpath: process.execPath,
          ...env,
        },
      });
      let out = '';
      let err = '';
      child.stdout.on('data', (text: Buffer) => {
        out += text.toString();
      });
      child.stderr.on('data', (text: Buffer) => {
        err += text.toString();
      });
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, out, err }));
    });
  }

  function countRuns(): number {
    const file = path.join(root, 'npm-runs.txt');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').length : 0;
  }

  it('installs once, then runs what follows with its arguments, setting and exit code', async () => {
    const first = await start(['SET=a=b', 'main.mjs', '--period', '2011-06']);
    expect(first).toMatchObject({ code: 7, out: `[["--period","2011-06"],"a=b","${root}"]\n` });
    expect(first.err).toBe(
      'Instalando las dependencias; solo la primera vez, cerca de un minuto...\n' +
        'Installing the dependencies; the first time only, about a minute...\n',
    );
    expect(readFileSync(path.join(root, 'npm-runs.txt'), 'utf8')).toMatch(/^ci --include=dev/);
    expect(await start(['main.mjs'])).toMatchObject({ code: 7, err: '' });
    expect(await start(['--quick', 'main.mjs'])).toMatchObject({ code: 7, err: '' });
    expect(countRuns()).toBe(1);
    expect(existsSync(path.join(root, '.cache/install.lock'))).toBe(false);
  });

  it.each([
    ['an empty node_modules', () => rmSync(path.join(root, 'node_modules'), { recursive: true })],
    ['a package gone', () => rmSync(path.join(root, 'node_modules/one'), { recursive: true })],
    ['its Node gone', () => rmSync(path.join(root, 'node_modules/node/bin/node'))],
    ['another lock file', () => writeFileSync(path.join(root, 'package-lock.json'), '{"other":1}')],
  ])('installs again, even when quick, with %s', async (_, harm) => {
    await start([]);
    harm();
    expect((await start(['--quick', 'main.mjs'])).code).toBe(7);
    expect(countRuns()).toBe(2);
    expect(existsSync(path.join(root, 'node_modules/one/lib/deep.js'))).toBe(true);
  });

  it('installs again, unless quick, with one file gone', async () => {
    await start([]);
    rmSync(path.join(root, 'node_modules/one/lib/deep.js'));
    await start(['--quick']);
    expect(countRuns()).toBe(1);
    expect((await start(['main.mjs'])).code).toBe(7);
    expect(countRuns()).toBe(2);
    expect(existsSync(path.join(root, 'node_modules/one/lib/deep.js'))).toBe(true);
  });

  it('says what npm said when it fails, runs nothing, and starts again the next time', async () => {
    const failed = await start(['main.mjs'], { FAKE_NPM: 'fail' });
    expect(failed).toMatchObject({ code: 2, out: '' });
    expect(failed.err).toContain('npm error ECONNREFUSED');
    expect(failed.err).toContain('No se pudieron instalar las dependencias');
    expect((await start(['main.mjs'])).code).toBe(7);
    expect(countRuns()).toBe(2);
  });

  it('refuses to go on with another Node than the one asked for', async () => {
    const dependencies = { node: '1.2.3' };
    writeFileSync(path.join(root, 'package.json'), JSON.stringify({ dependencies }));
    const { code, out, err } = await start(['main.mjs']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Node 1.2.3 was not installed');
  });

  it('lets two starts at once install once', async () => {
    const both = await Promise.all([
      start(['main.mjs'], { FAKE_NPM: 'slow' }),
      start(['main.mjs'], { FAKE_NPM: 'slow' }),
    ]);
    expect(both.map(({ code }) => code)).toEqual([7, 7]);
    expect(countRuns()).toBe(1);
    expect(both.map(({ err }) => err).join('')).toContain('waiting for it to end');
  });

  it.each([
    ['by its process', `${hostname()} 999999999 dead`, 0],
    ['by its age', 'another-machine 1 dead', 120],
  ])('takes over a lock that is dead %s', async (_, holder, age_s) => {
    const lock = path.join(root, '.cache/install.lock');
    mkdirSync(path.dirname(lock));
    writeFileSync(lock, holder);
    const then = new Date(Date.now() - age_s * 1000);
    utimesSync(lock, then, then);
    expect((await start(['main.mjs'])).code).toBe(7);
    expect(existsSync(lock)).toBe(false);
  });

  it('writes the mark after an npm ci made by hand', async () => {
    await start([]);
    rmSync(path.join(root, 'node_modules/.circuito-installed.json'));
    expect((await start(['--mark'])).code).toBe(0);
    expect((await start(['main.mjs'])).code).toBe(7);
    expect(countRuns()).toBe(1);
  });
});
