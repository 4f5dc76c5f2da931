import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Institution, openInstitution } from './institution.ts';
import { withReader } from './with-reader.ts';

let folder = '';
let institution: Institution;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'circuito-reader-'));
  institution = await openInstitution(folder, {
    clock: () => '2011-07-15T08:00:00Z',
    progress: () => undefined,
    step: () => undefined,
  });
  await institution.facts.duck.run(
    "insert into units_rows (unit, zone, _import, _row, _current) values ('Matriz', 'sierra', 1, 1, true)",
  );
});

afterEach(async () => {
  institution.close();
  await rm(folder, { recursive: true, force: true });
});

const countUnits = async ({ facts }: Institution) =>
  Number((await facts.duck.rows('select count(*) as n from units'))[0]!['n']);

test('while a transaction is open on the writer, a reader sees the rows there were', async () => {
  const reader = withReader(institution, await institution.facts.reader());
  const { duck } = institution.facts;
  await duck.transaction(async () => {
    await duck.run(
      "insert into units_rows (unit, zone, _import, _row, _current) values ('Sur', 'costa', 2, 1, true)",
    );
    await duck.run(
      'create or replace table unit_calendars as select unit, zone, null::varchar as calendar from units',
    );
    expect(await countUnits(institution)).toBe(2);
    expect(await countUnits(reader)).toBe(1);
    expect(await reader.facts.duck.rows('select * from unit_calendars')).toEqual([]);
  });
  expect(await countUnits(reader)).toBe(2);
});

test('a transaction of a reader keeps what it saw first', async () => {
  const reader = withReader(institution, await institution.facts.reader());
  await reader.facts.duck.transaction(async () => {
    expect(await countUnits(reader)).toBe(1);
    await institution.facts.duck.run('delete from units_rows');
    expect(await countUnits(reader)).toBe(1);
  });
  expect(await countUnits(reader)).toBe(0);
});

test('two readers run at once, with the wall clock of the store', async () => {
  const [one, two] = [await institution.facts.reader(), await institution.facts.reader()];
  const finished: string[] = [];
  await Promise.all([
    one.rows('select sum(range) from range(60000000)').then(() => finished.push('long')),
    two
      .rows("select current_setting('timezone') as zone")
      .then(([row]) => finished.push(String(row!['zone']))),
  ]);
  expect(finished).toEqual(['UTC', 'long']);
});

test('temporary tables of the writer are its own, and a reader writes nothing', async () => {
  await institution.facts.duck.run('create or replace temp table stage as select 1 as one');
  const reader = withReader(institution, await institution.facts.reader());
  await expect(reader.facts.duck.rows('select * from stage')).rejects.toThrow(/\w/);
  await expect(reader.facts.refresh()).rejects.toThrow(/\w/);
  reader.close();
  expect(await countUnits(institution)).toBe(1);
});
