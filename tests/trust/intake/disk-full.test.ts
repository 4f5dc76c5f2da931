import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder } from './house.ts';

const CHILD = join(import.meta.dirname, 'disk-full-child.ts');
const root = makeFolder('lleno');
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A mount that only the command sees and that ends with it: as root, or as anybody where the system allows it. */
const UNSHARE = process.getuid?.() === 0 ? ['-m'] : ['-Urm'];

const inSmallDisk = (command: string) =>
  spawnSync('unshare', [...UNSHARE, 'sh', '-c', `mount -t tmpfs -o size=48m tmpfs "${root}" && ${command}`], {
    encoding: 'utf8',
  });

const probe = process.platform === 'linux' ? inSmallDisk('true') : undefined;
const possible = probe?.status === 0;
if (!possible) {
  console.warn(
    `disk full: not tried, no small file system can be mounted here (${probe?.stderr.trim() ?? 'not Linux'})`,
  );
}

describe.skipIf(!possible)('an import on a full disk', () => {
  it.each([16, 700])(
    'with %d KiB left loses nothing, says so, and enters once space is freed',
    (free) => {
      const { stdout, stderr } = inSmallDisk(`node "${CHILD}" "${root}" ${free}`);
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toEqual({
        refused: { exit: 2, err: expect.stringMatching(/disco.*está lleno.*libere espacio/) },
        reading: expect.toSatisfy((reading) => reading === 0 || reading === 'waits for the facts'),
        whole: true,
        again: 0,
        counts: [20, 6000],
        found: [],
      });
    },
    120_000,
  );
});
