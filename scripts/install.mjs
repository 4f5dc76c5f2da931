/**
 * Makes sure the dependencies are whole, then runs what follows with the project's own Node.
 *
 *     node scripts/install.mjs [--quick] [NAME=value]... [FILE [ARGUMENT]...]
 *     node scripts/install.mjs --mark      # after `npm ci`: write down that it ended well
 *
 * It runs on whatever Node the machine has (18 or later), before anything is installed, so it is
 * plain JavaScript without dependencies. What follows never runs on the machine's Node: the shell
 * of an npm script may remember the `node` it found before the installation, so the project's own
 * is started here by its path.
 *
 * The dependencies are whole when `node_modules` holds a marker of the same lock file, written
 * only after an installation that ended well, and nothing is missing since: every package has its
 * folder, and (unless `--quick`) no file has gone.
 */
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, 'node_modules');
const markerFile = path.join(modules, '.circuito-installed.json');
const lockFile = path.join(root, '.cache', 'install.lock');
const ownNode = path.join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** A lock nobody has touched for this long belongs to a process that is gone. */
const STALE_MS = 60_000;
const HEARTBEAT_MS = 5_000;
const WAIT_MS = 250;

/** What cannot be done, told to the person who ran the command. */
class InstallFailure extends Error {}

function tell(spanish, english) {
  process.stderr.write(`${spanish}\n${english}\n`);
}

function pause(ms) {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Identifies what should be installed: the lock, what package.json asks for, and the platform. */
function toDigest() {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const { dependencies, devDependencies, optionalDependencies, overrides, allowScripts } = manifest;
  return createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .update(JSON.stringify({ dependencies, devDependencies, optionalDependencies, overrides, allowScripts }))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
}

function countFiles(folder) {
  let count = 0;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    count += entry.isDirectory() ? countFiles(path.join(folder, entry.name)) : 1;
  }
  return count;
}

/** Files of packages and their commands; tools keep caches in dotted folders beside them. */
function countInstalledFiles() {
  let count = 0;
  for (const entry of fs.readdirSync(modules, { withFileTypes: true })) {
    if (!entry.isDirectory() || (entry.name.startsWith('.') && entry.name !== '.bin')) continue;
    count += countFiles(path.join(modules, entry.name));
  }
  return count;
}

function isInstalled(quick) {
  const marker = readJson(markerFile);
  if (marker === undefined || marker.digest !== toDigest() || !fs.existsSync(ownNode)) return false;
  if (!marker.packages.every((folder) => fs.existsSync(path.join(root, folder, 'package.json'))))
    return false;
  return quick || countInstalledFiles() >= marker.files;
}

/** Output and exit code of a command, and the signal that asked this process to stop meanwhile. */
function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
      });
    }
    let interrupted = null;
    const pass = (signal) => {
      interrupted = signal;
      child.kill(signal);
    };
    process.once('SIGINT', pass).once('SIGTERM', pass);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve({ code, output, interrupted });
    });
  });
}

async function markInstalled() {
  const wanted = readJson(path.join(root, 'package.json')).dependencies.node;
  const { output } = await run(ownNode, ['--version']).catch((error) => ({ output: String(error) }));
  if (output.trim() !== `v${wanted}`) {
    process.stderr.write(`${output}\n`);
    throw new InstallFailure(
      `Node ${wanted} no quedó instalado. Si su npm tiene ignore-scripts=true, ejecute una vez: npm ci --ignore-scripts=false\nNode ${wanted} was not installed. If your npm has ignore-scripts=true, run once: npm ci --ignore-scripts=false`,
    );
  }
  const installed = readJson(path.join(modules, '.package-lock.json'));
  const marker = {
    digest: toDigest(),
    files: countInstalledFiles(),
    packages: Object.keys(installed.packages),
  };
  fs.writeFileSync(`${markerFile}.new`, JSON.stringify(marker));
  fs.renameSync(`${markerFile}.new`, markerFile);
}

/** npm's own cache, or one in the project where the home folder cannot be written. */
function toCacheSetting() {
  const cache = process.env.npm_config_cache ?? path.join(os.homedir(), '.npm');
  try {
    fs.mkdirSync(cache, { recursive: true });
    fs.accessSync(cache, fs.constants.W_OK);
    return {};
  } catch {
    return { npm_config_cache: path.join(root, '.cache', 'npm') };
  }
}

async function install() {
  tell(
    'Instalando las dependencias; solo la primera vez, cerca de un minuto...',
    'Installing the dependencies; the first time only, about a minute...',
  );
  fs.rmSync(markerFile, { force: true });
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath ?? '';
  const options = { env: { ...process.env, ...toCacheSetting() } };
  // The machine's own Node runs npm: the one in node_modules is about to be deleted.
  const { code, output, interrupted } = /npm-cli\.c?js$/.test(npm)
    ? await run(process.env.npm_node_execpath ?? process.execPath, [npm, ...args], options)
    : await run('npm', args, { ...options, shell: process.platform === 'win32' });
  if (interrupted !== null) {
    throw new InstallFailure(
      'Instalación interrumpida; la próxima orden la empieza de nuevo.\nInstallation interrupted; the next command starts it again.',
    );
  }
  if (code !== 0) {
    process.stderr.write(`${output}\n`);
    throw new InstallFailure(
      `No se pudieron instalar las dependencias; arriba está lo que dijo npm. Revise la conexión al registro de npm, el espacio libre (600 MB) y el permiso de escritura en ${root}, y repita la orden.\nThe dependencies could not be installed; what npm said is above. Check the connection to the npm registry, the free space (600 MB) and the write permission on ${root}, and run the command again.`,
    );
  }
  if (!isInstalled(false)) await markInstalled();
}

function readLock() {
  try {
    const age_ms = Date.now() - fs.statSync(lockFile).mtimeMs;
    return { holder: fs.readFileSync(lockFile, 'utf8'), age_ms };
  } catch {
    return undefined;
  }
}

function isGone({ holder, age_ms }) {
  if (age_ms > STALE_MS) return true;
  const [host, pid] = holder.split(' ');
  if (host !== os.hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Waits for any other installation of this folder to end, then does `work` alone. */
async function withLock(work) {
  const me = `${os.hostname()} ${process.pid} ${randomUUID()}`;
  let waiting = false;
  fs.mkdirSync(path.dirname(lockFile), { recursive: true });
  for (;;) {
    try {
      fs.writeFileSync(lockFile, me, { flag: 'wx' });
      // Two that find the same dead lock may both remove it: the last to write is the holder.
      await pause(50);
      if (readLock()?.holder === me) break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const lock = readLock();
      if (lock !== undefined && isGone(lock)) {
        fs.rmSync(lockFile, { force: true });
        continue;
      }
      if (!waiting) {
        waiting = true;
        tell(
          'Otra orden está instalando las dependencias; se espera a que termine...',
          'Another command is installing the dependencies; waiting for it to end...',
        );
      }
      await pause(WAIT_MS);
    }
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    fs.utimes(lockFile, now, now, () => undefined);
  }, HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if (readLock()?.holder === me) fs.rmSync(lockFile, { force: true });
  }
}

/** Replaces this process where the platform can; elsewhere starts a child and ends as it ends. */
function hand(args, settings) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const bin = path.join(modules, '.bin');
  const found = (process.env[key] ?? '').split(path.delimiter).filter((folder) => folder !== bin);
  // Compiled once, started from the cache afterwards: half the time of a short command.
  const compiled = {
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? path.join(root, '.cache', 'compile'),
  };
  const env = { ...compiled, ...process.env, ...settings, [key]: [bin, ...found].join(path.delimiter) };
  if (typeof process.execve === 'function' && process.platform !== 'win32') {
    process.execve(ownNode, [ownNode, ...args], env);
  }
  const child = spawn(ownNode, args, { stdio: 'inherit', env });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  // Ctrl-C reaches the child by itself; this process only has to outlive it.
  for (const signal of signals) process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
  child.once('error', (error) => {
    throw error;
  });
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const name of signals) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}

async function main() {
  const args = process.argv.slice(2);
  if (args[0] === '--mark') return markInstalled();
  const quick = args[0] === '--quick';
  if (quick) args.shift();
  const settings = {};
  while (/^[A-Z_]+=/.test(args[0] ?? '')) {
    const [name, ...value] = args.shift().split('=');
    settings[name] = value.join('=');
  }
  if (!isInstalled(quick)) {
    await withLock(async () => {
      if (!isInstalled(false)) await install();
    });
  }
  // Screens are built by whoever opens them; where they were built already this takes an instant.
  if (args.includes('serve')) {
    const { code, output } = await run(ownNode, [path.join(root, 'scripts', 'build-web.ts')]);
    process.stderr.write(output);
    if (code !== 0)
      throw new InstallFailure(
        'No se pudieron construir las pantallas; arriba está el motivo.\nThe screens could not be built; the reason is above.',
      );
  }
  if (args.length > 0) hand(args, settings);
}

main().catch((error) => {
  if (error instanceof InstallFailure) process.stderr.write(`${error.message}\n`);
  else if (error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM') {
    tell(
      `No se puede escribir en ${root} (${error.code}): hace falta para instalar las dependencias la primera vez.`,
      `Cannot write in ${root} (${error.code}): installing the dependencies the first time needs it.`,
    );
  } else throw error;
  process.exitCode = 2;
});
