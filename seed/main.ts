import { WORLD_SIZES, type WorldSize, type WrittenFile, writeHdhWorld, writeWorld } from './index.ts';

/** The files of a world by its name. */
async function write(
  name: string,
  folder: string,
  rows: string | undefined,
): Promise<readonly WrittenFile[]> {
  if (name === 'hdh') return writeHdhWorld(folder).files;
  const { files } = await writeWorld(name as WorldSize, folder, {
    ...(rows === undefined ? {} : { rows: Number(rows) }),
    onProgress: (done) => process.stderr.write(`${done.month}  ${done.rows}\n`),
  });
  return files;
}

/** `node seed/main.ts <tiny|demo|large|hdh> <folder> [rows]`: writes a world and lists its files. */
const [name, folder, rows] = process.argv.slice(2);
const names: readonly string[] = [...WORLD_SIZES, 'hdh'];
if (!names.includes(name ?? '') || !folder || (rows !== undefined && !/^[1-9]\d*$/.test(rows))) {
  process.stderr.write(`node seed/main.ts <${names.join('|')}> <folder> [requests]\n`);
  process.exitCode = 2;
} else {
  for (const file of await write(name!, folder, rows))
    process.stdout.write(`${file.dataset}\t${file.rows}\t${file.path}\n`);
}
