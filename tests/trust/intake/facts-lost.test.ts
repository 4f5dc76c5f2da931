import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { row } from './bad-input.ts';
import { goodRows, openHouse, start, toFile } from './house.ts';

/** Bits flipped, one at a time: `CIRCUITO_FLIPS=400` for a long night. */
const FLIPS = Number(process.env['CIRCUITO_FLIPS'] ?? 11);

const house = openHouse('hechos');
afterAll(() => house.drop());

const facts = join(house.data, 'facts.duckdb');
const wal = `${facts}.wal`;
const kept = { facts: join(house.files, 'facts'), wal: join(house.files, 'wal') };
let measured: unknown;
let listed: unknown;

const measure = () => house.ask('measure', '--period', '2011-06', '--by', 'person');

function restore(): void {
  copyFileSync(kept.facts, facts);
  copyFileSync(kept.wal, wal);
}

beforeAll(async () => {
  await house.say('import', 'requests', house.put('junio.csv', toFile(goodRows(400))));
  await house.say('import', 'requests', house.put('b.csv', toFile([row({ id: 'R7', minutes: '3' })])));
  await house.say('undo', house.imports()[1]!.id);
  const last = house.put('c.csv', toFile([...goodRows(5, 399), row({ id: 'R9', process: 'x' })]));
  // Killed after its commit, the program leaves what it wrote last in the log of the facts.
  const { ended } = start(['import', 'requests', last, '--data', house.data], {
    CIRCUITO_STOP_AT: 'facts-committed',
  });
  expect((await ended).signal).toBe('SIGKILL');
  expect(existsSync(wal)).toBe(true);
  cpSync(facts, kept.facts);
  cpSync(wal, kept.wal);
  measured = await measure();
  listed = house.imports();
});

/** What the next command says, which must be what was said before: it brings the facts back by itself. */
const said = async () => ({ measured: await measure(), listed: house.imports() });

describe('facts that are lost or damaged come back by themselves', () => {
  it.each([
    ['the facts deleted', () => rmSync(facts)],
    ['facts and log deleted', () => [facts, wal].forEach((path) => rmSync(path))],
    ['the log deleted', () => rmSync(wal)],
    ['the log cut in half', () => truncateSync(wal, readFileSync(wal).length >> 1)],
    ['the log emptied', () => truncateSync(wal, 0)],
    ['the facts emptied', () => truncateSync(facts, 0)],
    ['the facts cut to a block', () => truncateSync(facts, 4096)],
    ['the facts cut in half', () => truncateSync(facts, readFileSync(facts).length >> 1)],
    ['other bytes for facts', () => writeFileSync(facts, 'no son hechos'.repeat(2000))],
  ])('%s', async (_, damage) => {
    restore();
    damage();
    expect(await said()).toEqual({ measured, listed });
  });

  it(
    `${FLIPS} single bits flipped`,
    async () => {
      for (let flip = 0; flip < FLIPS; flip += 1) {
        restore();
        const path = flip % 4 === 3 ? wal : facts;
        const bytes = readFileSync(path);
        // Spread over the file; the first flips fall into its headers.
        const at = flip < 4 ? flip * 4096 + 20 : Math.floor(((flip * 0.618034) % 1) * bytes.length);
        bytes[at % bytes.length]! ^= 1 << (flip % 8);
        writeFileSync(path, bytes);
        expect(await said()).toEqual({ measured, listed });
      }
    },
    60_000 + FLIPS * 3000,
  );

  it('verification finds facts changed behind its back, and a rebuild mends them', async () => {
    restore();
    expect(await said()).toEqual({ measured, listed });
    expect(await house.say('verify')).toMatchObject({ exit: 0 });
    expect(await house.say('rebuild')).toMatchObject({ exit: 0 });
    expect(await said()).toEqual({ measured, listed });
    expect(await house.say('verify')).toMatchObject({ exit: 0 });
  });

  it('says which raw file is gone, and takes the same file again for it', async () => {
    restore();
    const { path } = rawOf(0);
    rmSync(path);
    const gone = await house.say('verify');
    expect(gone.exit).toBe(1);
    expect(gone.out).toMatch(/junio\.csv.*ya no está.*respaldo/);
    // Figures still come from the facts; without those, the way out is told.
    expect(await said()).toEqual({ measured, listed });
    rmSync(facts);
    const refused = await house.say('measure', '--period', '2011-06');
    expect(refused).toMatchObject({ exit: 2, out: '' });
    expect(refused.err).toMatch(/junio\.csv.*[Ii]mpórtelo de nuevo.*circuito -- undo requests-/);
    expect(await house.say('import', 'requests', join(house.files, 'junio.csv'))).toMatchObject({ exit: 0 });
    expect(await said()).toEqual({ measured, listed });
    expect(await house.say('verify')).toMatchObject({ exit: 0 });
  });

  it('makes no facts from a raw file that rotted, and takes the same file again for it', async () => {
    restore();
    const { path, bytes } = rawOf(0);
    chmodSync(path, 0o644);
    bytes[120]! ^= 1;
    writeFileSync(path, bytes);
    expect((await house.say('verify')).out).toMatch(/junio\.csv.*dañado/);
    rmSync(facts);
    const refused = await house.say('measure', '--period', '2011-06');
    expect(refused).toMatchObject({ exit: 2, out: '' });
    expect(refused.err).toMatch(/junio\.csv.*dañado.*[Ii]mpórtelo de nuevo/);
    expect(await house.say('import', 'requests', join(house.files, 'junio.csv'))).toMatchObject({ exit: 0 });
    expect(await said()).toEqual({ measured, listed });
    expect(await house.say('verify')).toMatchObject({ exit: 0 });
  });

  it('undoes an import whose raw file is lost', async () => {
    restore();
    const { path, bytes, id } = rawOf(2);
    rmSync(path);
    rmSync(facts);
    expect(await house.say('undo', id)).toMatchObject({ exit: 0, err: '' });
    expect(await house.say('measure', '--period', '2011-06')).toMatchObject({ exit: 0 });
    writeFileSync(path, bytes);
    expect(await house.say('import', 'requests', join(house.files, 'c.csv'))).toMatchObject({ exit: 1 });
    expect(await measure()).toEqual(measured);
  });
});

function rawOf(index: number) {
  const { id, raw_sha256: sha } = house.imports()[index]!;
  const path = join(house.data, 'raw', sha.slice(0, 2), sha);
  return { id, path, bytes: readFileSync(path) };
}
