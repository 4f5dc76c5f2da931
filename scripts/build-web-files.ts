import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { ROOT, runTool } from './run-checks.ts';

const SOURCES = [
  'src/{web,contract,charts,sentences,kernel,statistics}/**/*.{ts,tsx,css,html,svg}',
  'vite.config.ts',
  'package-lock.json',
  'scripts/build-web-files.ts',
];
const TARGET = path.join(ROOT, 'dist', 'web');
const DIGEST = path.join(TARGET, '.digest');

async function digestSources(): Promise<string> {
  const hash = createHash('sha256');
  const names = (await Array.fromAsync(glob(SOURCES, { cwd: ROOT }))).filter(
    (name) => !name.includes('.test.'),
  );
  for (const name of names.toSorted()) hash.update(name).update(await readFile(path.join(ROOT, name)));
  return hash.digest('hex');
}

/** Compresses what a browser takes compressed, beside the file itself: no server does it again at each start. */
async function compress(folder: string): Promise<void> {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const names = await Array.fromAsync(glob('**/*.{html,js,css,svg,json,webmanifest}', { cwd: folder }));
  await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      const plain = await readFile(file);
      await writeFile(`${file}.gz`, await promisify(gzip)(plain));
      await writeFile(`${file}.br`, await promisify(brotliCompress)(plain, quality));
    }),
  );
}

/** Builds the screens where they are missing or older than their sources; two at once do no harm. */
export async function buildWeb(): Promise<void> {
  if (!existsSync(path.join(ROOT, 'vite.config.ts'))) return;
  const digest = await digestSources();
  if ((await readFile(DIGEST, 'utf8').catch(() => '')) === digest) return;
  process.stderr.write(
    'Construyendo las pantallas; solo la primera vez...\nBuilding the screens; the first time only...\n',
  );
  const made = path.join(ROOT, 'dist', `web-${process.pid}`);
  const { code, output } = await runTool('vite/bin/vite.js', [
    'build',
    '--outDir',
    made,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ]);
  if (code !== 0) throw new Error(output);
  await compress(made);
  await writeFile(path.join(made, '.digest'), digest);
  await mkdir(path.dirname(TARGET), { recursive: true });
  await rm(TARGET, { recursive: true, force: true });
  await rename(made, TARGET).catch(async () => {
    // Another build got there first.
    await cp(made, TARGET, { recursive: true });
    await rm(made, { recursive: true, force: true });
  });
}
