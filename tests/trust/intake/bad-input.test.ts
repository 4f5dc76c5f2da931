import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BAD_INPUTS, type BadInput } from './bad-input.ts';
import { goodRows, type ImportedFile, openHouse, toFile } from './house.ts';

const house = openHouse('malos');
afterAll(() => house.drop());

const sum = ({ counts }: ImportedFile) =>
  counts.accepted + counts.updated + counts.quarantined + counts.duplicate + counts.blank;

/** Everything an import may leave behind, but the figures. */
function traces(): unknown {
  const raw = readdirSync(join(house.data, 'raw'), { recursive: true }).map(String).sort();
  const temp = existsSync(join(house.data, 'tmp')) ? readdirSync(join(house.data, 'tmp')) : [];
  return { imports: house.imports(), waiting: house.waiting(), raw, temp };
}

beforeAll(async () => {
  const path = house.put('base.csv', toFile(goodRows(4, 100)));
  expect((await house.say('import', 'requests', path)).exit).toBe(0);
});

/** The way out that the sentence tells does lead out. */
async function expectSettled(
  dataset: string,
  path: string,
  { options = [], map }: NonNullable<BadInput['settledBy']>,
): Promise<void> {
  const other = openHouse('arreglado');
  try {
    const mapped = map === undefined ? [] : ['--map', other.put('arreglo.yaml', map)];
    const settled = await other.say('import', dataset, path, ...mapped, ...options);
    expect({ exit: settled.exit, err: settled.err }).toEqual({ exit: 0, err: '' });
    expect(findCards(other.data)).toEqual([]);
  } finally {
    other.drop();
  }
}

/** Files of a folder that hold the card number of these tests. */
function findCards(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /4539 ?1488 ?0343 ?6467/.test(readFileSync(path, 'latin1')));
}

describe('bad input', () => {
  it.each(BAD_INPUTS)('$name', async ({ file, content, dataset = 'requests', map, options = [], says, waits, settledBy }) => {
    const path = content === null ? join(house.files, file) : house.put(file, content);
    const withMap = map === undefined ? [] : ['--map', house.put('mapa.yaml', map)];
    const before = traces();
    const answer = await house.say('import', dataset, path, ...withMap, ...options);
    const told = `${answer.out}\n${answer.err}`;
    for (const part of says) expect(told).toMatch(part);
    expect(told).not.toMatch(/undefined|null|NaN|\[object|4539 ?1488 ?0343 ?6467/);
    if (waits === undefined) {
      expect({ exit: answer.exit, out: answer.out }).toEqual({ exit: 2, out: '' });
      expect(traces()).toEqual(before);
    } else {
      expect(answer.exit).toBe(1);
      const record = house.imports().at(-1)!;
      expect(sum(record)).toBe(record.counts.read);
      expect(record.counts).toMatchObject({ read: 2, accepted: 1, quarantined: waits.length });
      const { raw_sha256: sha } = record;
      const kept = readFileSync(join(house.data, 'raw', sha.slice(0, 2), sha));
      expect(kept.equals(Buffer.from(content as string))).toBe(true);
      const rows = house.waiting().filter((row) => row.import === record.id);
      expect(rows.map(({ line, column, code }) => [line, column, code])).toEqual(waits);
      expect((await house.say('undo', record.id)).exit).toBe(0);
    }
    if (settledBy) await expectSettled(dataset, path, settledBy);
  });

  it('leaves the institution as it was: figures, verification, and no card number on disk', async () => {
    const clean = openHouse('limpio');
    try {
      const path = clean.put('base.csv', toFile(goodRows(4, 100)));
      await clean.say('import', 'requests', path);
      expect(await house.state()).toEqual(await clean.state());
    } finally {
      clean.drop();
    }
    expect(await house.say('verify')).toMatchObject({ exit: 0 });
    expect(findCards(house.data)).toEqual([]);
  });
});
