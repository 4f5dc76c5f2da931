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

/** Files of a folder that hold the card number of these tests. */
function findCards(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /4539 ?1488 ?0343 ?6467/.test(readFileSync(path, 'latin1')));
}

/** Brings one kind of bad input, with what lay there before. */
async function bring({ file, content, dataset = 'requests', map, options = [] }: BadInput) {
  const path = content === null ? join(house.files, file) : house.put(file, content);
  const withMap = map === undefined ? [] : ['--map', house.put('mapa.yaml', map)];
  const before = traces();
  const { exit, out, err } = await house.say('import', dataset, path, ...withMap, ...options);
  return { path, dataset, before, exit, out, told: `${out}\n${err}` };
}

/** What a sentence must not say: a blank where a word should be, or a card number. */
const UNSAID = /undefined|null|NaN|\[object|4539 ?1488 ?0343 ?6467/;

const refused = BAD_INPUTS.filter(({ waits }) => waits === undefined);
const waiting = BAD_INPUTS.filter(({ waits }) => waits !== undefined);
const settled = refused.filter(({ settledBy }) => settledBy !== undefined);

describe('bad input', () => {
  it.each(refused)('$name: refused whole, nothing changes', async (input) => {
    const { before, exit, out, told } = await bring(input);
    for (const part of input.says) expect(told).toMatch(part);
    expect(told).not.toMatch(UNSAID);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(traces()).toEqual(before);
  });

  it.each(settled)('$name: the way out that is told leads out', async (input) => {
    const { dataset = 'requests', file, content, settledBy } = input;
    const { options = [], map } = settledBy!;
    const other = openHouse('arreglado');
    try {
      const mapped = map === undefined ? [] : ['--map', other.put('arreglo.yaml', map)];
      const path = other.put(file, content!);
      const { exit, err } = await other.say('import', dataset, path, ...mapped, ...options);
      expect({ exit, err, cards: findCards(other.data) }).toEqual({ exit: 0, err: '', cards: [] });
    } finally {
      other.drop();
    }
  });

  it.each(waiting)('$name: the row waits in its place, the rest enters', async (input) => {
    const { exit, told } = await bring(input);
    for (const part of input.says) expect(told).toMatch(part);
    expect(told).not.toMatch(UNSAID);
    expect(exit).toBe(1);
    const record = house.imports().at(-1)!;
    expect(sum(record)).toBe(record.counts.read);
    expect(record.counts).toMatchObject({ read: 2, accepted: 1, quarantined: 1 });
    const { raw_sha256: sha } = record;
    const kept = readFileSync(join(house.data, 'raw', sha.slice(0, 2), sha));
    expect(kept.equals(Buffer.from(input.content as string))).toBe(true);
    const rows = house.waiting().filter((row) => row.import === record.id);
    expect(rows.map(({ line, column, code }) => [line, column, code])).toEqual(input.waits);
    expect((await house.say('undo', record.id)).exit).toBe(0);
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
