import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../kernel/index.ts';
import { prepareFile } from './prepare-file.ts';
import { printCells } from './read-cells.ts';
import { encode, encodeUtf16, openBench, readByEngine, recognise } from './testing.ts';

const bench = openBench();
afterAll(bench.drop);

const SEED = { seed: 20110603 };
const ALPHABET = [
  'a',
  'Z',
  '7',
  'ñ',
  'É',
  ' ',
  '.',
  '-',
  '"',
  '\n',
  '\r\n',
  ';',
  ',',
  '|',
  '\t',
  '=',
  'Total',
];

/** Prepares, or meets a refusal that names the file; anything else is a fault. */
async function tryPrepare(content: Uint8Array) {
  const path = bench.put(content, 'azar.csv');
  try {
    return await prepareFile(path, recognise, {}, bench.temp);
  } catch (error) {
    if (!(error instanceof Refusal) || error.params.file !== 'azar.csv') throw error;
    return null;
  }
}

/** Physical lines of a text that ends its last line. */
function countLines(text: string): number {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n').length - 1;
}

describe('whatever comes', () => {
  it('random bytes are prepared or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const prepared = await tryPrepare(bytes);
        if (!prepared) return;
        expect(await readByEngine(prepared)).toHaveLength(prepared.records);
        await prepared.dispose();
      }),
      { ...SEED, numRuns: 150 },
    );
    expect(bench.leftovers()).toEqual([]);
  });

  it('random text of a table is prepared or refused, each line accounted for, and the engine agrees', async () => {
    const text = fc
      .array(fc.constantFrom(...ALPHABET), { maxLength: 60 })
      .map((letters) => `id;nota\n${letters.join('')}`);
    let prepared_count = 0;
    await fc.assert(
      fc.asyncProperty(text, async (content) => {
        const prepared = await tryPrepare(Buffer.from(content));
        if (!prepared) return;
        prepared_count++;
        const rows = await readByEngine(prepared);
        expect(rows).toHaveLength(prepared.records);
        const places = await prepared.locate(rows.map((_row, index) => index + 1));
        const seen = [...places.values()].map((place) =>
          prepared.header.map((_name, index) => place.cells[index] ?? ''),
        );
        expect(seen).toEqual(rows);
        // Lines inside quotes are counted where the table is known: in the next property.
        const { title_rows, total_rows } = prepared.detected;
        const accounted = title_rows + 1 + prepared.records + prepared.blank + total_rows;
        expect(accounted).toBe(
          content.includes('"') ? accounted : countLines(content.replace(/[^\n]$/, '$&\n')),
        );
        await prepared.dispose();
      }),
      { ...SEED, numRuns: 150 },
    );
    expect(prepared_count).toBeGreaterThan(30);
  });

  it('a table written by the rule comes back cell by cell, in any encoding, with titles and totals', async () => {
    const cell = fc
      .array(fc.constantFrom('a', 'B', '9', 'ñ', 'Ó', ' ', '.', '"', '\n', ';', ',', 'x'), { maxLength: 8 })
      .map((letters) => letters.join('').trim());
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 });
    const shape = fc.record({
      table,
      titles: fc.integer({ min: 0, max: 3 }),
      gaps: fc.integer({ min: 0, max: 3 }),
      total: fc.boolean(),
      delimiter: fc.constantFrom(';', ',', '\t', '|'),
      end: fc.constantFrom('\n', '\r\n'),
      encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'windows-1252', 'utf-16le', 'utf-16be'),
    });
    await fc.assert(
      fc.asyncProperty(shape, async ({ table: cells, titles, gaps, total, delimiter, end, encoding }) => {
        // Three letters with accents in each row, so that no encoding is in doubt.
        const rows = cells.map(([one, two], index) => [`${index}`, `niño ÁREA ${one}.`, `acción ${two}.`]);
        const lines = [
          ...Array.from({ length: titles }, (_, index) => `Título ${index}`),
          printCells(['id', 'persona', 'nota'], delimiter),
          ...rows.flatMap((row, index) => [
            ...Array.from({ length: index === 1 ? gaps : 0 }, () => ''),
            printCells(row, delimiter),
          ]),
          ...(total ? [printCells(['TOTAL', '', ''], delimiter)] : []),
        ];
        const content = lines.map((line) => line + end).join('');
        const bytes =
          encoding === 'windows-1252'
            ? encode(content, encoding)
            : encoding.startsWith('utf-16')
              ? encodeUtf16(content, encoding.endsWith('le') ? 'le' : 'be', true)
              : Buffer.from(encoding === 'utf-8' ? content : `\uFEFF${content}`);
        const prepared = (await tryPrepare(bytes))!;
        expect(prepared).not.toBeNull();
        expect(await readByEngine(prepared)).toEqual(rows);
        const { title_rows, total_rows } = prepared.detected;
        expect([title_rows, total_rows]).toEqual([titles, total ? 1 : 0]);
        const inside = rows.flat().join('').split('\n').length - 1;
        const accounted = prepared.records + prepared.blank + title_rows + total_rows + 1 + inside;
        expect(accounted).toBe(countLines(content));
        const places = await prepared.locate(rows.map((_row, index) => index + 1));
        expect([...places.values()].map((place) => place.cells)).toEqual(rows);
        await prepared.dispose();
      }),
      { ...SEED, numRuns: 120 },
    );
    expect(bench.leftovers()).toEqual([]);
  });
});

describe('what was noticed', () => {
  it('is told with its place', async () => {
    const prepared = await bench.prepare('id;nombre;nota\n1;Ana "B" \uFFFD;x\n"a"b;2\nTOTAL;;\n');
    expect(prepared.warnings.map(({ code, where }) => [code, where.line])).toEqual([
      ['total-rows-left-out', 4],
      ['uneven-rows', 3],
      ['irregular-quotes', 3],
      ['lost-letters', 2],
    ]);
    for (const { where, params } of prepared.warnings) expect(params).toMatchObject(where);
    await prepared.dispose();
  });

  it('quote storms end in less than two seconds', async () => {
    for (const storm of ['"a"b,', '"a" ', '""', '" ', ',"', '"\n"x', ' "a', '"a"b"']) {
      const started = process.cpuUsage();
      const prepared = await tryPrepare(
        Buffer.from(`id,nota\n1,${storm.repeat(800_000 / storm.length)}\n2,b\n`),
      );
      await prepared?.dispose();
      const { user, system } = process.cpuUsage(started);
      const seconds = (user + system) / 1e6;
      expect([storm, seconds < 2]).toEqual([storm, true]);
    }
  });
});

const real = process.env.CIRCUITO_REAL_DATA;

describe.skipIf(!real)('real files', () => {
  const names = real ? readdirSync(real).filter((name) => name.endsWith('.csv')) : [];
  it.each(names)('%s is read, and the engine agrees', async (name) => {
    const path = join(real!, name);
    const prepared = await prepareFile(path, () => 0, {}, bench.temp);
    const rows = await readByEngine(prepared);
    expect(rows).toHaveLength(prepared.records);
    const last = prepared.records;
    const places = await prepared.locate([1, last]);
    const pad = (cells: readonly string[]) => prepared.header.map((_header, index) => cells[index] ?? '');
    expect(pad(places.get(1)!.cells)).toEqual(rows[0]);
    expect(pad(places.get(last)!.cells)).toEqual(rows[last - 1]);
    const lines = countLines(readFileSync(path, 'utf8'));
    expect(places.get(last)!.line).toBeLessThanOrEqual(lines);
    expect(prepared.detected).toMatchObject({ header_line: 1, delimiter: ',', encoding: 'utf-8' });
    await prepared.dispose();
  });
});
