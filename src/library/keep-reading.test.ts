import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from './load-catalogue.ts';

const PACKS = join(import.meta.dirname, '..', '..', 'packs');

describe('a reading that is kept', () => {
  let root: string;
  let fresh: Awaited<ReturnType<typeof loadCatalogue>>;
  const load = (cache: string, packs = PACKS) =>
    loadCatalogue([packs], { examples: true, cache: join(root, cache) });
  /** The files of a cache, each with what would change were it written again. */
  const list = async (cache: string) =>
    Promise.all(
      (await readdir(join(root, cache))).sort().map(async (name) => {
        const { ino } = await stat(join(root, cache, name));
        return [name, ino] as const;
      }),
    );

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'circuito-readings-'));
    fresh = await loadCatalogue([PACKS], { examples: true });
    await load('first');
  });
  afterAll(() => rm(root, { recursive: true }));

  it('is the one that would be made, to the last place in a file', async () => {
    // A copy: what this program has read itself it does not take from disk.
    await cp(join(root, 'first'), join(root, 'second'), { recursive: true });
    const before = await list('second');
    expect(before.map(([name]) => name.replace(/-[0-9a-f]{40}$/, ''))).toEqual(
      fresh.catalogue.packs.map(({ id }) => id).sort(),
    );
    expect(isDeepStrictEqual(await load('second'), fresh)).toBe(true);
    expect(await list('second')).toEqual(before);
  });

  it('is made again where its file is damaged, and cannot stop a program', async () => {
    await cp(join(root, 'first'), join(root, 'damaged'), { recursive: true });
    const before = await list('damaged');
    const file = join(root, 'damaged', before[0]![0]);
    const bytes = await readFile(file);
    bytes[bytes.length >> 1]! ^= 1;
    await writeFile(file, bytes);
    expect(isDeepStrictEqual(await load('damaged'), fresh)).toBe(true);
    const after = await list('damaged');
    expect(after[0]).not.toEqual(before[0]);
    expect(after.slice(1)).toEqual(before.slice(1));
    await writeFile(join(root, 'a-file'), '');
    expect(isDeepStrictEqual(await load('a-file'), fresh)).toBe(true);
  });

  it('gives way to what a changed file says, and leaves nothing behind', async () => {
    const packs = join(root, 'packs');
    await cp(PACKS, packs, { recursive: true });
    await load('changing', packs);
    const before = await list('changing');
    const file = join(packs, 'base', 'calendars', (await readdir(join(packs, 'base', 'calendars')))[0]!);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('time_zone: America/Guayaquil', 'time_zone: America/Lima'));
    const { catalogue } = await load('changing', packs);
    expect([...catalogue.calendars.values()].map(({ time_zone }) => time_zone)).toContain('America/Lima');
    const after = await list('changing');
    expect(after).toHaveLength(before.length);
    expect(after).not.toEqual(before);
  });
});
