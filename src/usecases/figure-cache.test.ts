import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { toFigureCache } from './figure-cache.ts';
import { mergeSpelling } from './directory/merge-spelling.ts';
import { importFile } from './imports/import-file.ts';
import { undoImport } from './imports/undo-import.ts';
import { measureFigures } from './indicators/measure-indicators.ts';
import { type Institution, openInstitution } from './institution.ts';
import { syncFacts } from './sync-facts.ts';

const SERIES = { from: '2011-04', to: '2011-07', by: [], only: [] } as const;
const HEADER = 'request_id,opened_at,closed_at,unit,person,process,status';

let folder = '';
let institution: Institution;
let version = 1;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'circuito-cache-'));
  institution = await openInstitution(folder, {
    clock: () => '2011-08-15T08:00:00Z',
    progress: () => undefined,
    step: () => undefined,
  });
  await syncFacts(institution);
});

afterAll(async () => {
  institution.close();
  await rm(folder, { recursive: true, force: true });
});

async function bring(name: string, rows: readonly string[]) {
  const file = join(folder, `${name}.csv`);
  await writeFile(file, [HEADER, ...rows, ''].join('\n'));
  const report = await importFile(institution, {
    dataset: 'requests',
    file,
    map: null,
    dates: null,
    dry_run: false,
    mask: false,
    control: { rows: null, sums: [] },
  });
  version += 1;
  return report;
}

const row = (id: string, opened: string, closed: string) =>
  `${id},${opened},${closed},Matriz,Ana,debito-automatico,${closed === '' ? 'abierto' : 'cerrado'}`;

async function expectCurrent(figures: ReadonlyMap<string, readonly object[]>) {
  for (const [period, found] of figures) {
    const alone = await measureFigures(institution, { period, indicators: [], by: [], as_of: null });
    expect(found.map((figure) => ({ ...figure, period: undefined }))).toEqual(alone.figures);
  }
}

test('after a write only the months whose facts changed are measured again, and no figure is stale', async () => {
  const cache = toFigureCache();
  const read = () => cache.series(institution, version, SERIES);
  await bring('april', [row('A1', '2011-04-04 09:00', '2011-04-05 09:00')]);
  await bring('may', [row('M1', '2011-05-04 09:00', '2011-05-05 09:00')]);
  await expectCurrent(await read());
  expect(cache.counts().measured).toBe(4);

  await Promise.all([read(), read(), read()]);
  expect(cache.counts().measured).toBe(4);

  // A closed request of June: June alone.
  const june = await bring('june', [row('J1', '2011-06-06 09:00', '2011-06-08 09:00')]);
  await expectCurrent(await read());
  expect(cache.counts().measured).toBe(5);

  // An open one of June: June again; and from now on June follows the cut.
  await bring('open', [row('J2', '2011-06-07 09:00', '')]);
  await expectCurrent(await read());
  expect(cache.counts().measured).toBe(6);
  await bring('july', [row('L1', '2011-07-07 09:00', '2011-07-08 09:00')]);
  await expectCurrent(await read());
  expect(cache.counts().measured).toBe(8);

  // Undone: what it had brought goes, and what June was comes back.
  await undoImport(institution, june.record!.id, 'prueba');
  version += 1;
  const undone = await read();
  await expectCurrent(undone);
  expect(undone.get('2011-06')!.find(({ indicator }) => indicator === 'plazo-debito-automatico')!.n).toBe(0);
});

test('spellings read as one change the figures by unit', async () => {
  const cache = toFigureCache();
  const read = async () => {
    const series = await cache.series(institution, version, {
      from: '2011-04',
      to: '2011-04',
      by: ['unit'],
      only: [],
    });
    const found = series.get('2011-04')!.filter(({ indicator }) => indicator === 'plazo-debito-automatico');
    return found.map(({ dimensions, n }) => [dimensions['unit'], n]);
  };
  await bring('matris', [row('A2', '2011-04-06 09:00', '2011-04-07 09:00').replace('Matriz', 'Matris')]);
  expect(await read()).toEqual([
    ['Matris', 1],
    ['Matriz', 1],
  ]);
  await mergeSpelling(institution, 'unit', 'Matris', 'Matriz');
  version += 1;
  expect(await read()).toEqual([['Matriz', 2]]);
});

test('several who ask at once wait for one measurement, and a failure is not kept', async () => {
  const cache = toFigureCache();
  const duck = await institution.facts.reader();
  duck.close();
  const broken = { ...institution, facts: { ...institution.facts, duck } };
  await expect(cache.series(broken, version, SERIES)).rejects.toThrow(/\w/);
  const all = await Promise.all([1, 2, 3].map(() => cache.series(institution, version, SERIES)));
  expect(new Set(all).size).toBe(1);
  expect(cache.counts().measured).toBe(4);
});
