import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx, writeXlsx as writeWorkbook } from 'hucre/xlsx';
import type { CellValue, WriteSheet } from 'hucre';
import { afterAll, describe, expect, it } from 'vitest';
import { prepareFile } from './prepare-file.ts';
import { openBench, readByEngine, recognise, toWorkbookParts, toZip } from './testing.ts';
import { writeXlsx } from './write-xlsx.ts';

const bench = openBench();
afterAll(bench.drop);

const toBook = (sheets: WriteSheet[], dateSystem: '1900' | '1904' = '1900') =>
  writeWorkbook({ sheets, dateSystem });
const sheet = (name: string, rows: CellValue[][], rest: Partial<WriteSheet> = {}): WriteSheet => ({
  name,
  rows,
  ...rest,
});
const HEADER = ['id', 'fecha', 'agencia', 'monto'];

/** A sheet of numbers shown through formats, made by hand so that each serial is what it says. */
function toSerialBook(
  formats: readonly string[],
  serials: readonly (string | number)[],
  from1904 = false,
): Buffer {
  const cells = serials
    .map(
      (serial, index) => `<c r="${String.fromCharCode(66 + index)}2" s="${index + 1}"><v>${serial}</v></c>`,
    )
    .join('');
  const names = ['id', ...serials.map((_serial, index) => `v${index}`)];
  const header = names.map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`).join('');
  const parts = toWorkbookParts(
    `<row r="1">${header}</row><row r="2"><c r="A2"><v>1</v></c>${cells}</row>`,
  ).map(([name, content]): [string, string | Buffer] =>
    name === 'xl/workbook.xml' && from1904
      ? [name, String(content).replace('<workbook>', '<workbook><workbookPr date1904="1"/>')]
      : name.endsWith('workbook.xml.rels')
        ? [
            name,
            String(content).replace(
              '</Relationships>',
              '<Relationship Id="r2" Type="http://x/styles" Target="styles.xml"/></Relationships>',
            ),
          ]
        : [name, content],
  );
  const numFmts = formats
    .map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>`)
    .join('');
  const xfs = formats.map((_code, index) => `<xf numFmtId="${200 + index}"/>`).join('');
  return toZip([
    ...parts,
    [
      'xl/styles.xml',
      `<styleSheet><numFmts>${numFmts}</numFmts><cellXfs><xf numFmtId="0"/>${xfs}</cellXfs></styleSheet>`,
    ],
  ]);
}

describe('a workbook', () => {
  it('is read with dates as ISO, numbers as decimals, ids as text', async () => {
    const book = await toBook([
      sheet('Datos', [
        HEADER,
        ['001234567890123456789', new Date(Date.UTC(2011, 5, 3, 9, 12, 0)), 'Quito, Norte', 12.5],
        ['0002', new Date(Date.UTC(1900, 0, 15)), 'dos\nlíneas', 0.1 + 0.2],
        ['3', null, 'Güepi "centro"', 1e21],
        ['4', true, 'x', -3],
      ]),
    ]);
    const prepared = await bench.prepare(book);
    const rows = await readByEngine(prepared);
    expect(rows).toEqual([
      ['001234567890123456789', expect.stringMatching(/^2011-06-03 09:12:00$/), 'Quito, Norte', '12.5'],
      ['0002', expect.stringMatching(/^1900-01-15/), 'dos\nlíneas', '0.30000000000000004'],
      ['3', '', 'Güepi "centro"', '1000000000000000000000'],
      ['4', 'true', 'x', '-3'],
    ]);
    expect(prepared.detected).toMatchObject({
      format: 'xlsx',
      sheet: 'Datos',
      header_line: 1,
      delimiter: null,
    });
    expect(prepared.has_quoted_breaks).toBe(true);
    expect(prepared.warnings.map((warning) => [warning.code, warning.where.line])).toEqual([
      ['long-numbers', 4],
    ]);
    await prepared.dispose();
    expect(bench.leftovers()).toEqual([]);
  });

  it('tells dates, times, hours and padded ids by their formats, in both systems', async () => {
    const formats = [
      'dd/mm/yyyy',
      'dd/mm/yyyy hh:mm',
      'hh:mm:ss',
      '[h]:mm',
      '0000000000',
      '#,##0.00',
      '[$-300A]d &quot;de&quot; mmmm',
      'hh:mm',
      '0.00E+00',
      '[Red]0',
    ];
    const serials = [40697, 40697.3833333333, 0.5, 1.75, 912345678, 1234.5, 40697, 40697.25, 0.00000015, 7];
    const modern = await bench.prepare(toSerialBook(formats, serials));
    expect(modern.sample[0]!.slice(1)).toEqual([
      '2011-06-03',
      '2011-06-03 09:12:00',
      '12:00:00',
      '42:00:00',
      '0912345678',
      '1234.5',
      '2011-06-03',
      '2011-06-03 06:00:00',
      '0.00000015',
      '7',
    ]);
    await modern.dispose();
    const old = await bench.prepare(toSerialBook(['yyyy-mm-dd', 'yyyy-mm-dd hh:mm'], [39235, 0], true));
    expect(old.sample[0]!.slice(1)).toEqual(['2011-06-03', '1904-01-01 00:00:00']);
    await old.dispose();
  });

  it('flags the day that never was', async () => {
    const formats = Array.from({ length: 4 }, () => 'yyyy-mm-dd');
    const prepared = await bench.prepare(toSerialBook(formats, [59, 60, 61, -1]));
    expect(prepared.sample[0]!.slice(1)).toEqual(['1900-02-28', '1900-02-29', '1900-03-01', '-1']);
    expect(prepared.warnings.map((warning) => warning.code)).toEqual(['false-leap-day']);
    await prepared.dispose();
  });

  it('agrees with an independent reader about every day of the 1900 system that exists', async () => {
    const days = Array.from(
      { length: 400 },
      (_, index) => new Date(Date.UTC(1901, 0, 1) + index * 131 * 86_400_000),
    );
    const book = await toBook([sheet('D', [['id', 'fecha'], ...days.map((day, index) => [index, day])])]);
    const prepared = await bench.prepare(book);
    expect(prepared.sample.map((cells) => cells[1]!.slice(0, 10))).toEqual(
      days.map((day) => day.toISOString().slice(0, 10)),
    );
    await prepared.dispose();
  });

  it('finds header, totals and blank rows, and the rows of the sheet', async () => {
    const book = await toBook([
      sheet(
        'Junio',
        [
          ['Reporte de junio', null, null, null],
          [],
          HEADER,
          ['1', '2011-06-03', 'Quito', 5],
          [],
          ['2', '2011-06-04', 'Loja', 6],
          ['3', '2011-06-05', 'Manta', 7],
          ['TOTAL', null, null, 18],
          [],
          ['Fuente: core'],
        ],
        { merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }] },
      ),
    ]);
    const prepared = await bench.prepare(book);
    expect(prepared.detected).toMatchObject({ header_line: 3, title_rows: 2, total_rows: 2 });
    // Two blank rows: one among the data, one between the total and its note.
    expect([prepared.records, prepared.blank]).toEqual([3, 2]);
    expect((await readByEngine(prepared)).map((row) => row[0])).toEqual(['1', '2', '3']);
    const places = await prepared.locate([1, 3]);
    expect([...places]).toEqual([
      [1, { line: 4, byte: 0, cells: ['1', '2011-06-03', 'Quito', '5'] }],
      [3, { line: 7, byte: 0, cells: ['3', '2011-06-05', 'Manta', '7'] }],
    ]);
    await prepared.dispose();
  });

  it('chooses the sheet with known names and tells of the others', async () => {
    const book = await toBook([
      sheet('Portada', [['Informe mensual'], ['de todo']]),
      sheet('Junio', [HEADER, ['1', 'a', 'b', 1]]),
      sheet('Julio', [HEADER, ['2', 'a', 'b', 1]]),
    ]);
    const first = await bench.prepare(book);
    expect(first.detected).toMatchObject({ sheet: 'Junio', other_sheets: ['Portada', 'Julio'] });
    expect(first.warnings.map(({ code, params }) => [code, params.sheets])).toEqual([
      ['sheets-look-alike', ['Julio']],
    ]);
    await first.dispose();
    const second = await bench.prepare(book, { sheet: 'julio' });
    expect(second.sample[0]![0]).toBe('2');
    await second.dispose();
    const refusal = await bench.refuse(book, { sheet: 'Mayo' });
    expect([refusal.code, refusal.params.sheets]).toEqual(['sheet-not-found', ['Portada', 'Junio', 'Julio']]);
  });

  it('keeps cells beyond the header, in columns without a name', async () => {
    const book = await toBook([
      sheet('D', [
        ['id', 'agencia'],
        ['1', 'Quito'],
        ['2', 'Loja', 'de más', 'y más'],
      ]),
    ]);
    const prepared = await bench.prepare(book);
    expect(prepared.header).toEqual(['id', 'agencia', 'columna 3', 'columna 4']);
    expect(prepared.named_columns).toBe(2);
    expect(await readByEngine(prepared)).toEqual([
      ['1', 'Quito', '', ''],
      ['2', 'Loja', 'de más', 'y más'],
    ]);
    await prepared.dispose();
  });

  it('takes the values that formulas left, errors as they show', async () => {
    const cells =
      '<c t="inlineStr"><is><t>id</t></is></c><c t="inlineStr"><is><r><t>mon</t></r><r><t>to</t></r></is></c>';
    const prepared = await bench.prepare(
      toZip(
        toWorkbookParts(
          `<row><x:c xmlns:x="y" t="str"><f>1+1</f><v>id</v></x:c>${cells.slice(cells.indexOf('</c>') + 4)}</row>` +
            '<row><c><f>A9</f><v>7</v></c><c t="e"><f>X</f><v>#N/A</v></c></row>' +
            '<row><c t="b"><v>1</v></c><c t="str"><v>a &amp; b &#233;_x000D_</v></c></row>',
        ),
      ),
    );
    expect(prepared.header).toEqual(['id', 'monto']);
    expect(prepared.sample).toEqual([
      ['7', '#N/A'],
      ['true', 'a & b é\r'],
    ]);
    expect(prepared.warnings.map((warning) => warning.code)).toEqual(['error-cells']);
    await prepared.dispose();
  });
});

describe('a workbook that cannot be read', () => {
  const row = '<row><c t="inlineStr"><is><t>id</t></is></c></row>';
  const rows = `${row}<row><c><v>1</v></c></row>`;
  const names = noise(800_000).match(/.{8}/g)!;
  const wide = `<row>${names.map((name) => `<c t="str"><v>${name}</v></c>`).join('')}</row>`;
  const bomb = Buffer.alloc(60 * 1024 * 1024, 32);
  const random = Buffer.from(
    Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3)) & 0xff),
  );
  it.each([
    ['a bomb', () => toZip([...toWorkbookParts(rows), ['xl/media/a.bin', bomb]]), 'zip-bomb'],
    [
      'more than 200 MB in parts that pack little each',
      () => {
        const part = Buffer.alloc(52 * 1024 * 1024, random);
        const zip = toZip([['a', part]]);
        const size = zip.length;
        // The ratio of this part is high too; whichever limit is met first refuses it.
        expect(size).toBeLessThan(part.length);
        return toZip([
          ...toWorkbookParts(rows),
          ...['a', 'b', 'c', 'd'].map((name): [string, Buffer] => [name, part]),
        ]);
      },
      /^zip-(bomb|too-large)$/,
    ],
    [
      '1,001 parts',
      () =>
        toZip([
          ...toWorkbookParts(rows),
          ...Array.from({ length: 1001 }, (_, i): [string, string] => [`p${i}`, '']),
        ]),
      'zip-too-many-entries',
    ],
    [
      'a name that leaves',
      () => toZip([...toWorkbookParts(rows), ['../../etc/passwd', 'x']]),
      'zip-unsafe-name',
    ],
    ['entities', () => toZip(toWorkbookParts(rows, '<!DOCTYPE a [<!ENTITY x "y">]>')), 'xml-entities'],
    [
      'an unknown entity',
      () => toZip(toWorkbookParts(`${row}<row><c t="str"><v>&lol;</v></c></row>`)),
      'xml-entities',
    ],
    ['100,000 columns', () => toZip(toWorkbookParts(wide + rows)), 'too-many-columns'],
    [
      'a cell of 3 MB',
      () => toZip(toWorkbookParts(`${row}<row><c t="str"><v>${noise(3e6)}</v></c></row>`)),
      'line-too-long',
    ],
    ['a plain zip', () => toZip([['a.csv', 'id\n1\n']]), 'packed-file'],
    ['a zip within', () => toZip([['a.xlsx', toZip(toWorkbookParts(rows))]]), 'packed-file'],
    [
      'a document',
      () =>
        toZip([
          ['[Content_Types].xml', ''],
          ['word/document.xml', ''],
        ]),
      'not-a-table',
    ],
    [
      'a binary workbook',
      () =>
        toZip([
          ['[Content_Types].xml', ''],
          ['xl/workbook.bin', ''],
        ]),
      'binary-workbook',
    ],
    [
      'LibreOffice',
      () =>
        toZip([
          ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
          ['content.xml', ''],
        ]),
      'ods-file',
    ],
    ['no rows', () => toZip(toWorkbookParts('')), 'file-empty'],
    ['a header alone', () => toZip(toWorkbookParts(row)), 'header-without-rows'],
    [
      'no sheet',
      () =>
        toZip([
          ['[Content_Types].xml', ''],
          ['xl/workbook.xml', '<workbook/>'],
        ]),
      'workbook-damaged',
    ],
    ['half a zip', () => toZip(toWorkbookParts(rows)).subarray(0, 400), 'workbook-damaged'],
    ['rows out of order', () => toZip(toWorkbookParts('<row r="5"/><row r="2"/>')), 'workbook-damaged'],
  ] as const)('is refused: %s', async (_name, make, code) => {
    const refusal = await bench.refuse(make());
    expect(refusal.code).toMatch(code);
    expect(bench.leftovers()).toEqual([]);
  });

  it('is refused when a part unpacks to more than it announced', async () => {
    const zip = toZip(toWorkbookParts(rows));
    // The size of the sheet is written in its own header and in the directory: lie in both.
    const sheetData = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
    const size = Buffer.alloc(4);
    size.writeUInt32LE(sheetData.length);
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(10);
    for (let at = zip.indexOf(size); at >= 0; at = zip.indexOf(size, at + 1)) lie.copy(zip, at);
    expect((await bench.refuse(zip)).code).toBe('workbook-damaged');
  });
});

/** Text that does not pack well, so that only its length is against it. */
function noise(length: number): string {
  let seed = 7;
  let text = '';
  while (text.length < length) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    text += seed.toString(36);
  }
  return text;
}

describe('writing a workbook', () => {
  it('keeps text as text and formulas with their value', async () => {
    const path = join(bench.folder, 'hoja.xlsx');
    await writeXlsx(path, [
      {
        name: 'Ficha: junio/2011',
        header: ['id', 'agencia', 'monto'],
        rows: [
          ['0001', '=1+1', 2.5],
          ['@x', null, { formula: 'SUM(C2:C2)*2', value: 5 }],
          ['t', 'fin', { formula: '=A2', value: '0001' }],
        ],
        widths: [10, 20, 12],
      },
      { name: 'Otra', header: ['x'], rows: [] },
    ]);
    const book = await readXlsx(readFileSync(path), { readStyles: true });
    expect(book.sheets.map(({ name }) => name)).toEqual(['Ficha  junio 2011', 'Otra']);
    const cells = book.sheets[0]!.cells!;
    expect(cells.get('2,2')).toMatchObject({ formula: 'SUM(C2:C2)*2', formulaResult: 5 });
    expect(cells.get('3,2')).toMatchObject({ formula: 'A2', value: '0001' });
    expect(cells.get('1,1')?.formula).toBeUndefined();
    expect(book.sheets[0]!.rows[1]).toEqual(['0001', '=1+1', 2.5]);
    const prepared = await prepareFile(path, recognise, {}, bench.temp);
    expect(prepared.sample).toEqual([
      ['0001', '=1+1', '2.5'],
      ['@x', '', '5'],
      ['t', 'fin', '0001'],
    ]);
    await prepared.dispose();
  });
});
