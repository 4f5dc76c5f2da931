import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stories, type WrittenFile, writeWorld } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'circuito-seed-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const linesOf = (path: string): string[] => readFileSync(path, 'utf8').trimEnd().split('\n');
const rowsOf = (path: string): string[][] =>
  linesOf(path)
    .slice(1)
    .map((line) => line.split(','));
const digest = (files: readonly WrittenFile[]): string[] =>
  files.map((file) => createHash('sha256').update(readFileSync(file.path)).digest('hex'));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** Minutes in tenths, so that sums are of whole numbers. */
const tenths = (text: string | undefined): number => Math.round(Number(text) * 10);
const find = (files: readonly WrittenFile[], dataset: string): string =>
  files.find((file) => file.dataset === dataset)?.path ?? '';

describe('tiny', () => {
  let files: readonly WrittenFile[] = [];
  beforeAll(async () => {
    files = (await writeWorld('tiny', join(root, 'tiny'))).files;
  });

  test('has the sums of the table in the README', () => {
    const requests = rowsOf(find(files, 'requests'));
    expect(requests).toHaveLength(194);
    expect(sum(requests.filter((row) => row[3] === 'Ana Mora').map((row) => tenths(row[10])))).toBe(64_977);
    expect(sum(requests.filter((row) => row[3] === 'Luis Paz').map((row) => tenths(row[10])))).toBe(56_122);
    expect(requests.every((row) => row[7] !== '')).toBe(true);
    const deliveries = rowsOf(find(files, 'deliveries'));
    const quantity = (row: string[]): number => Number(row[5] || 1);
    expect(sum(deliveries.map(quantity))).toBe(100);
    expect(sum(deliveries.filter((row) => row[3] === 'false').map(quantity))).toBe(7);
    expect(new Set(deliveries.map((row) => row[4]).filter(Boolean)).size).toBe(4);
    expect(sum(rowsOf(find(files, 'cards')).map((row) => Number(row[3] || 1)))).toBe(100);
    const complaints = rowsOf(find(files, 'complaints'));
    const inactive = complaints.filter((row) => row[4] === 'tarjeta-no-activada');
    expect(sum(inactive.map((row) => Number(row[10] || 1)))).toBe(3);
  });

  test('opens and closes from Monday to Friday in June 2011', () => {
    for (const row of rowsOf(find(files, 'requests'))) {
      for (const moment of [row[6], row[7]] as string[]) {
        expect(moment.slice(0, 7)).toBe('2011-06');
        expect(new Date(`${moment}Z`).getUTCDay() % 6).not.toBe(0);
      }
    }
  });

  test('says how many rows it wrote', () => {
    for (const file of files) expect(rowsOf(file.path)).toHaveLength(file.rows);
  });
});

describe('demo', () => {
  let files: readonly WrittenFile[] = [];
  let canonical: readonly WrittenFile[] = [];
  beforeAll(async () => {
    files = (await writeWorld('demo', join(root, 'demo'))).files;
    canonical = (await writeWorld('demo', join(root, 'canonical'), { canonical: true })).files;
  });
  const monthOf = (list: readonly WrittenFile[], month: string): string =>
    list.find((file) => file.path.endsWith(`${month}.csv`))?.path ?? '';

  test('is the same bytes each time, but for the month of the real-life file', () => {
    const [one, other] = [digest(files), digest(canonical)];
    const different = files.filter((_, index) => one[index] !== other[index]);
    expect(different.map((file) => file.path)).toEqual([monthOf(files, '2011-03')]);
    expect(files.filter((file) => file.dataset === 'requests')).toHaveLength(24);
  });

  test('repeats what a month left open in the file of the next month', () => {
    const may = rowsOf(monthOf(files, '2011-05'));
    const left = may.filter((row) => row[7] === '' && row[8] !== 'anulado').map((row) => row[0]);
    const june = new Map(rowsOf(monthOf(files, '2011-06')).map((row) => [row[0], row]));
    expect(left.length).toBeGreaterThan(20);
    expect(left.every((id) => june.has(id as string))).toBe(true);
    const closed = left.filter((id) => june.get(id as string)?.[7] !== '');
    expect(closed.length).toBeGreaterThan(0.9 * left.length);
    // A few take over a month and come a third time.
    expect(closed.length).toBeLessThan(left.length);
  });

  test('has 40,000 requests by their number', () => {
    const ids = new Set(
      canonical
        .filter((file) => file.dataset === 'requests')
        .flatMap((file) => rowsOf(file.path).map((row) => row[0])),
    );
    expect(ids.size).toBe(40_000);
  });

  test('has one month as a spreadsheet saves it, with the same rows', () => {
    const bytes = readFileSync(monthOf(files, '2011-03'));
    const text = bytes.toString('latin1');
    expect(text).toContain('Actualización de datos');
    expect(bytes.includes(0x96)).toBe(true);
    const lines = text.trimEnd().split('\r\n');
    const plain = rowsOf(monthOf(canonical, '2011-03'));
    expect(lines[3]?.split(';')[0]).toBe('Número de requerimiento');
    expect(lines).toHaveLength(plain.length + 5);
    expect(lines.at(-1)).toBe(
      `TOTAL;;;;;;;;;;;;${(sum(plain.map((row) => tenths(row[10]))) / 10).toFixed(1).replace('.', ',')}`,
    );
    const first = (plain[0] as string[])[6] as string;
    const [year, month, day] = first.slice(0, 10).split('-');
    expect(lines[4]?.split(';').slice(6, 8)).toEqual([`${day}/${month}/${year}`, first.slice(11)]);
  });

  test('has no complaint of a rural client, who are a quarter', () => {
    const rural = new Set(
      rowsOf(find(files, 'clients'))
        .filter((row) => row[4] === 'rural')
        .map((row) => row[0]),
    );
    expect(rural.size).toBeGreaterThan(1300);
    expect(rowsOf(find(files, 'complaints')).filter((row) => rural.has(row[7]))).toEqual([]);
  });

  test('tells stories of units and people that are there', () => {
    const units = new Set(rowsOf(find(files, 'units')).map((row) => row[0]));
    const people = new Set(
      canonical
        .filter((file) => file.dataset === 'requests')
        .flatMap((file) => rowsOf(file.path).map((row) => row[3])),
    );
    for (const unit of stories.flatMap((story) => story.unit ?? [])) expect(units).toContain(unit);
    for (const person of stories.flatMap((story) => story.person ?? [])) expect(people).toContain(person);
    const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
    for (const story of stories) expect(readme).toContain(story.id);
  });

  test('a month more changes no request of the months before', async () => {
    const longer = (await writeWorld('demo', join(root, 'longer'), { months: 25 })).files;
    const at = (month: string): [Buffer, Buffer] => [
      readFileSync(monthOf(files, month)),
      readFileSync(monthOf(longer, month)),
    ];
    for (const month of ['2010-07', '2012-06']) {
      const [before, after] = at(month);
      expect(after.equals(before)).toBe(true);
    }
    expect(monthOf(longer, '2012-07')).not.toBe('');
  });
});

test('large: the rows asked for in one file, all of them whole, few open', async () => {
  const done: string[] = [];
  const { files } = await writeWorld('large', join(root, 'large'), {
    rows: 20_000,
    onProgress: ({ month }) => done.push(month),
  });
  const requests = rowsOf(find(files, 'requests'));
  expect(requests).toHaveLength(20_000);
  expect(done).toHaveLength(24);
  expect(new Set(requests.map((row) => row[0])).size).toBe(20_000);
  expect(requests.every((row) => row.length === 11)).toBe(true);
  expect(requests.every((row) => row[7] === '' || (row[7] as string) > (row[6] as string))).toBe(true);
  expect(
    requests.every(
      (row) => (row[6] as string).slice(11) >= '09:00:00' && (row[6] as string).slice(11) < '16:00:00',
    ),
  ).toBe(true);
  const open = requests.filter((row) => row[7] === '').length;
  expect(open).toBeGreaterThan(0);
  expect(open).toBeLessThan(120);
  expect(new Set(requests.map((row) => row[1])).size).toBe(11);
  expect(rowsOf(find(files, 'units'))).toHaveLength(200);
});
