import { WORLD_SIZES, type WorldSize, writeWorld } from './index.ts';

/** `node seed/main.ts <tiny|demo|large> <folder> [rows]`: writes a world and lists its files. */
const [size, folder, rows] = process.argv.slice(2);
if (!WORLD_SIZES.includes(size as WorldSize) || !folder || (rows !== undefined && !/^[1-9]\d*$/.test(rows))) {
  process.stderr.write(`node seed/main.ts <${WORLD_SIZES.join('|')}> <folder> [requests]\n`);
  process.exitCode = 2;
} else {
  const { files } = await writeWorld(size as WorldSize, folder, {
    ...(rows === undefined ? {} : { rows: Number(rows) }),
    onProgress: (done) => process.stderr.write(`${done.month}  ${done.rows}\n`),
  });
  for (const file of files) process.stdout.write(`${file.dataset}\t${file.rows}\t${file.path}\n`);
}
