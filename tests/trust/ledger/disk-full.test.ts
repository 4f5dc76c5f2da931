import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

const CHILD = join(import.meta.dirname, 'disk-full-child.ts');
const root = makeFolder('full');
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A mount that only the command sees and that ends with it: as root, or as anybody where the system allows it. */
const UNSHARE = process.getuid?.() === 0 ? ['-m'] : ['-Urm'];

const inSmallDisk = (command: string) =>
  spawnSync('unshare', [...UNSHARE, 'sh', '-c', `mount -t tmpfs -o size=4m tmpfs "${root}" && ${command}`], {
    encoding: 'utf8',
  });

const probe = process.platform === 'linux' ? inSmallDisk('true') : undefined;
const possible = probe?.status === 0;
if (!possible) {
  console.warn(
    `disk full: not tried, no small file system can be mounted here (${probe?.stderr.trim() ?? 'not Linux'})`,
  );
}

describe.skipIf(!possible)('a full disk', () => {
  it.each([40, 150, 600])(
    'with %d KiB left loses nothing acknowledged and goes on once space is freed',
    (free) => {
      const { stdout, stderr } = inSmallDisk(`node "${CHILD}" "${root}" ${free}`);
      expect(stderr).toBe('');
      const result = JSON.parse(stdout);
      expect(result).toMatchObject({
        refusals: ['disk-full'],
        drafts: [],
        lost: [],
        raw: { missing: [], corrupt: [] },
        findings: [],
      });
      expect(result.readable).toBe(result.acked - 1 + result.unacknowledged);
    },
  );
});
