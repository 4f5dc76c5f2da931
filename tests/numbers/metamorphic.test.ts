import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeWorld } from '../../seed/index.ts';
import { type Institution, rebuildFacts } from '../../src/usecases/index.ts';
import { importAll, makeFolder, measure, openReady, type WorldFile } from './world.ts';

const QUESTIONS = [
  { period: '2010-07', by: [] },
  { period: '2010-09', by: [] },
  { period: '2010-Q3', by: ['month', 'process'] },
  { period: '2010-Q3', by: ['unit', 'weekday'] },
  { period: '2010', by: ['person'] },
  { period: '2010-08', by: ['schedule'], as_of: '2010-08-20T12:00:00' },
];

/** Every answer to every question, byte for byte as a machine would read it. */
async function answers(institution: Institution): Promise<string> {
  const lines = [];
  for (const question of QUESTIONS) {
    for (const figure of await measure(institution, question)) lines.push(JSON.stringify(figure));
  }
  return lines.join('\n');
}

const { folder, remove } = makeFolder();
let files: readonly WorldFile[];
let base: Institution;
let expected: string;

beforeAll(async () => {
  // A quarter of the demo: three files of requests, each repeating what the one before left open.
  const written = await writeWorld('demo', join(folder, 'files'), {
    canonical: true,
    months: 3,
    rows: 12_000,
  });
  files = written.files;
  base = await openReady(join(folder, 'base'));
  await importAll(base, files);
  expected = await answers(base);
});
afterAll(() => {
  base?.close();
  remove();
});

/** A shuffle that is the same on every run: a linear congruence draws the places. */
function shuffle<T>(items: readonly T[]): T[] {
  const shuffled = [...items];
  let state = 20_110_601;
  for (let index = shuffled.length - 1; index > 0; index--) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = state % (index + 1);
    [shuffled[index], shuffled[other]] = [shuffled[other]!, shuffled[index]!];
  }
  return shuffled;
}

/** Writes the rows of a file again as other files. */
function rewrite(
  name: string,
  { dataset, path }: WorldFile,
  toParts: (rows: string[]) => string[][],
): WorldFile[] {
  const [header = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  mkdirSync(join(folder, name), { recursive: true });
  return toParts(rows).map((part, index) => {
    const other = join(folder, name, `${dataset}-${index}-${basename(path)}`);
    writeFileSync(other, `${[header, ...part].join('\n')}\n`);
    return { dataset, path: other };
  });
}

const halves = (rows: string[]): string[][] => [rows.slice(0, rows.length / 2), rows.slice(rows.length / 2)];

const isRequests = ({ dataset }: WorldFile): boolean => dataset === 'requests';

const DELIVERIES: Readonly<Record<string, () => readonly WorldFile[]>> = {
  'rows in another order, requests in halves, files in reverse': () =>
    files
      .flatMap((file) =>
        rewrite('shuffled', file, (rows) => (isRequests(file) ? halves(shuffle(rows)) : [shuffle(rows)])),
      )
      .toReversed(),
  'everything delivered twice, and requests once more in other bytes': () => [
    ...files,
    ...files,
    ...files.filter(isRequests).flatMap((file) => rewrite('again', file, (rows) => [rows.toReversed()])),
  ],
};

describe('the same facts give the same bytes', () => {
  test('there is something to compare: open, closed, verdicts of every kind', () => {
    expect(expected.split('\n').length).toBeGreaterThan(300);
    for (const text of ['"met"', '"not-met"', '"met-with-alert"', '"no-data"', '"provisional":true'])
      expect(expected).toContain(text);
  });

  test.each(Object.entries(DELIVERIES))('%s', async (name, list) => {
    const institution = await openReady(join(folder, `data of ${name}`));
    try {
      await importAll(institution, list());
      expect(await answers(institution)).toBe(expected);
    } finally {
      institution.close();
    }
  });

  test('asked twice', async () => {
    expect(await answers(base)).toBe(expected);
  });

  test('after the projection is made anew from the raw files', async () => {
    const { institution } = await rebuildFacts(base);
    base = institution;
    expect(await answers(base)).toBe(expected);
  });
});
