import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { CODE_PAGES } from './code-page.ts';
import type { PreparedFile, PrepareOptions } from './prepared-file.ts';
import { encode, encodeUtf16, openBench, readByEngine } from './testing.ts';

const bench = openBench();
afterAll(bench.drop);

const PLAIN = 'id;agencia;persona;monto\n1;Quito Norte;Pérez, Ana;12,5\n2;Güepi;Muñoz, José;7\n';
const ROWS = [
  ['1', 'Quito Norte', 'Pérez, Ana', '12,5'],
  ['2', 'Güepi', 'Muñoz, José', '7'],
];

interface Fixture {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly options?: PrepareOptions;
  readonly rows?: readonly string[][];
  readonly raw?: boolean;
  readonly sees?: (prepared: PreparedFile) => unknown;
  readonly seen?: unknown;
}

const encoding = (prepared: PreparedFile) => prepared.detected.encoding;
const delimiter = (prepared: PreparedFile) => prepared.delimiter;
const titles = (prepared: PreparedFile) => [prepared.detected.title_rows, prepared.detected.header_line];
const totals = (prepared: PreparedFile) => [prepared.records, prepared.blank, prepared.detected.total_rows];
const codes = (prepared: PreparedFile) => prepared.warnings.map((warning) => warning.code);

const FIXTURES: readonly Fixture[] = [
  // Encodings.
  { name: 'UTF-8', content: PLAIN, raw: true, sees: encoding, seen: 'utf-8' },
  { name: 'UTF-8 with mark', content: `\uFEFF${PLAIN}`, raw: true, sees: (p) => p.detected.bom, seen: true },
  { name: 'UTF-16LE with mark', content: encodeUtf16(PLAIN, 'le', true), sees: encoding, seen: 'utf-16le' },
  { name: 'UTF-16BE with mark', content: encodeUtf16(PLAIN, 'be', true), sees: encoding, seen: 'utf-16be' },
  {
    name: 'UTF-16LE without mark',
    content: encodeUtf16(PLAIN, 'le', false),
    sees: encoding,
    seen: 'utf-16le',
  },
  {
    name: 'UTF-16BE without mark',
    content: encodeUtf16(PLAIN, 'be', false),
    sees: encoding,
    seen: 'utf-16be',
  },
  { name: 'Windows-1252', content: encode(PLAIN, 'windows-1252'), sees: encoding, seen: 'windows-1252' },
  { name: 'cp850', content: encode(PLAIN, 'cp850'), sees: encoding, seen: 'cp850' },
  {
    name: 'Windows-1252 by order',
    content: encode(PLAIN, 'windows-1252'),
    options: { encoding: 'ANSI' },
    sees: encoding,
    seen: 'windows-1252',
  },
  {
    name: 'typographic signs of Windows-1252',
    content: encode('id;nota\n1;“hola” – 5 €\n2;niño’s…\n', 'windows-1252'),
    rows: [
      ['1', '“hola” – 5 €'],
      ['2', 'niño’s…'],
    ],
  },
  {
    name: 'capitals of cp850',
    content: encode('id;nota\n1;ATENCIÓN\n2;MUÑOZ\n3;ÚNICO\n4;VÍA\n', 'cp850'),
    rows: [
      ['1', 'ATENCIÓN'],
      ['2', 'MUÑOZ'],
      ['3', 'ÚNICO'],
      ['4', 'VÍA'],
    ],
    sees: encoding,
    seen: 'cp850',
  },
  {
    name: 'header with accents in Windows-1252',
    content: encode('Número;Fecha;Agencia\n1;2011-06-03;Cuenca\n', 'windows-1252'),
    rows: [['1', '2011-06-03', 'Cuenca']],
    sees: (p) => p.header,
    seen: ['Número', 'Fecha', 'Agencia'],
  },
  {
    name: 'letters written as letter and accent',
    content: 'id;nombre\n1;Mun\u0303oz\n',
    rows: [['1', 'Mun\u0303oz']],
    sees: (p) => p.has_combining_marks,
    seen: true,
  },
  {
    name: 'letters lost before',
    content: 'id;nombre\n1;Mu\uFFFDoz\n',
    rows: [['1', 'Mu\uFFFDoz']],
    sees: codes,
    seen: ['lost-letters'],
  },
  {
    name: 'honest à and Â are not double encoding',
    content: 'id;nombre\n1;SÃO PAULO\n2;ÂNGELA\n',
    rows: [
      ['1', 'SÃO PAULO'],
      ['2', 'ÂNGELA'],
    ],
  },
  // Delimiters.
  {
    name: 'comma',
    content: 'id,agencia\n1,Quito\n',
    rows: [['1', 'Quito']],
    raw: true,
    sees: delimiter,
    seen: ',',
  },
  {
    name: 'tab',
    content: 'id\tagencia\n1\tQuito\n',
    rows: [['1', 'Quito']],
    raw: true,
    sees: delimiter,
    seen: '\t',
  },
  {
    name: 'bar',
    content: 'id|agencia\n1|Quito\n',
    rows: [['1', 'Quito']],
    raw: true,
    sees: delimiter,
    seen: '|',
  },
  {
    name: 'semicolon among decimal commas',
    content: 'codigo;valor\n1;12,5\n2;13,5\n3;14,5\n',
    rows: [
      ['1', '12,5'],
      ['2', '13,5'],
      ['3', '14,5'],
    ],
    sees: delimiter,
    seen: ';',
  },
  {
    name: 'delimiter inside quotes',
    content: 'id,nota\n1,"a;b;c"\n2,"d;e;f"\n',
    rows: [
      ['1', 'a;b;c'],
      ['2', 'd;e;f'],
    ],
    sees: delimiter,
    seen: ',',
  },
  {
    name: 'announcement sep=',
    content: 'sep=;\nid;agencia\n1;Quito\n',
    rows: [['1', 'Quito']],
    raw: true,
    sees: titles,
    seen: [1, 2],
  },
  {
    name: 'one known column',
    content: 'id\n1\n\n2\n',
    rows: [['1'], ['2']],
    raw: true,
    sees: totals,
    seen: [2, 1, 0],
  },
  {
    name: 'delimiter by order',
    content: 'uno,dos;tres\n1,2;3\n',
    options: { delimiter: 'coma' },
    rows: [['1', '2;3']],
  },
  // Line ends and quotes.
  { name: 'CRLF', content: PLAIN.replaceAll('\n', '\r\n'), raw: true },
  { name: 'CR alone', content: PLAIN.replaceAll('\n', '\r'), raw: false },
  { name: 'mixed line ends', content: PLAIN.replace('\n', '\r\n'), raw: false },
  { name: 'no last line end', content: PLAIN.trimEnd(), raw: true },
  {
    name: 'title of another line end',
    content: 'Reporte\nid;agencia\r\n1;Quito\r\n',
    rows: [['1', 'Quito']],
    raw: false,
  },
  {
    name: 'quoted line breaks',
    content: 'id,nota\n1,"dos\nlíneas"\n2,"dijo ""sí"""\n',
    rows: [
      ['1', 'dos\nlíneas'],
      ['2', 'dijo "sí"'],
    ],
    raw: true,
    sees: (p) => p.has_quoted_breaks,
    seen: true,
  },
  {
    name: 'quote inside text',
    content: 'id,nota\n1,tubo de 5" roto\n',
    rows: [['1', 'tubo de 5" roto']],
    raw: true,
  },
  {
    name: 'quotes not doubled',
    content: 'id,nombre,monto\n1,"Juan "El Rápido" Paz",5\n2,Ana,6\n',
    rows: [
      ['1', 'Juan "El Rápido" Paz', '5'],
      ['2', 'Ana', '6'],
    ],
    raw: false,
    sees: codes,
    seen: ['irregular-quotes'],
  },
  {
    name: 'text after a quote, spaces before one',
    content: 'id,nota\n"1"x,a\n2, "b, c"\n',
    rows: [
      ['1x', 'a'],
      ['2', 'b, c'],
    ],
    raw: false,
  },
  // Header and titles.
  {
    name: 'titles above',
    content: 'BANCO DEL LITORAL\nReporte de junio;;\n\nid;agencia;estado\n1;Quito;cerrado\n',
    rows: [['1', 'Quito', 'cerrado']],
    raw: true,
    sees: titles,
    seen: [3, 4],
  },
  {
    name: 'titles and mark',
    content: '\uFEFFReporte\nid;agencia\n1;Quito\n',
    rows: [['1', 'Quito']],
    raw: true,
    sees: titles,
    seen: [1, 2],
  },
  {
    name: 'title with quoted break',
    content: '"Reporte\nde junio";\nid;agencia\n1;Quito\n',
    rows: [['1', 'Quito']],
    raw: false,
    sees: titles,
    seen: [2, 3],
  },
  {
    name: 'header nobody knows, below titles',
    content: 'Informe\n\nuno,dos,tres\n1,2,3\n4,5,6\n',
    rows: [
      ['1', '2', '3'],
      ['4', '5', '6'],
    ],
    sees: titles,
    seen: [2, 3],
  },
  {
    name: 'header by order',
    content: 'x;y\nid;agencia\n1;2\n',
    options: { header_line: 1 },
    rows: [
      ['id', 'agencia'],
      ['1', '2'],
    ],
  },
  {
    name: 'names repeated and missing',
    content: 'ID,, id ,Fecha\n1,2,3,4\n',
    rows: [['1', '2', '3', '4']],
    sees: (p) => p.header,
    seen: ['ID', 'columna 2', 'id (2)', 'Fecha'],
  },
  {
    name: 'header of two lines',
    content: 'id,"fecha\nde alta"\n1,2011-06-03\n',
    rows: [['1', '2011-06-03']],
    raw: false,
    sees: (p) => p.header,
    seen: ['id', 'fecha de alta'],
  },
  // Blank lines, totals, notes, uneven rows.
  {
    name: 'blank lines',
    content: 'id;agencia\n\n1;Quito\n;\n  ;\n"";""\n2;Loja\n\n',
    rows: [
      ['1', 'Quito'],
      ['2', 'Loja'],
    ],
    sees: totals,
    seen: [2, 5, 0],
  },
  {
    name: 'total below',
    content: 'id;agencia;monto\n1;Quito;5\n2;Loja;6\nTOTAL;;11\n',
    rows: [
      ['1', 'Quito', '5'],
      ['2', 'Loja', '6'],
    ],
    sees: totals,
    seen: [2, 0, 1],
  },
  {
    name: 'total in another column, note after a blank line',
    content: 'id;agencia;monto\n1;Quito;5\n;Total general;5\n\nFuente: core\n',
    rows: [['1', 'Quito', '5']],
    sees: totals,
    seen: [1, 1, 2],
  },
  {
    name: 'short total',
    content: 'id,agencia,estado,monto\n1,Quito,abierto,5\nTotal registros: 1\n',
    rows: [['1', 'Quito', 'abierto', '5']],
    sees: totals,
    seen: [1, 0, 1],
  },
  {
    name: 'a full row that begins with total stays',
    content: 'nombre;agencia;monto\nTotal Seguros;Quito;5\n',
    rows: [['Total Seguros', 'Quito', '5']],
    raw: true,
    sees: totals,
    seen: [1, 0, 0],
  },
  {
    name: 'a row that describes the columns',
    content: `id;monto;nota;dias\nNúmero del caso;Valor pagado;Texto libre;Duración total\n${'1;2;x;3\n'.repeat(6)}`,
    rows: Array.from({ length: 6 }, () => ['1', '2', 'x', '3']),
    raw: false,
    sees: (p) => [titles(p), codes(p)],
    seen: [[1, 1], ['description-row']],
  },
  {
    name: 'a first row without data is a row',
    content: `id;monto;nota;dias\nsin dato;sin dato;sin dato;sin dato\n${'1;2;x;3\n'.repeat(6)}`,
    rows: [
      ['sin dato', 'sin dato', 'sin dato', 'sin dato'],
      ...Array.from({ length: 6 }, () => ['1', '2', 'x', '3']),
    ],
    raw: true,
    sees: codes,
    seen: [],
  },
  {
    name: 'rows too short and too long',
    content: 'id;agencia;monto\n1;Quito\n2;Loja;6;7\n3;Manta;8\n',
    rows: [
      ['1', 'Quito', '', ''],
      ['2', 'Loja', '6', '7'],
      ['3', 'Manta', '8', ''],
    ],
    raw: false,
    sees: (p) => [p.header, p.named_columns, codes(p)],
    seen: [['id', 'agencia', 'monto', 'columna 4'], 3, ['uneven-rows']],
  },
  {
    name: 'totals in Windows-1252',
    content: encode('id;persona;monto\n1;Muñoz;5\nTOTAL;;5\n', 'windows-1252'),
    rows: [['1', 'Muñoz', '5']],
    sees: totals,
    seen: [1, 0, 1],
  },
];

describe('a text file', () => {
  it.each(FIXTURES)('is read: $name', async ({ content, options, rows = ROWS, raw, sees, seen }) => {
    const prepared = await bench.prepare(content, options);
    expect(await readByEngine(prepared)).toEqual(rows);
    expect(prepared.sample.map((cells) => [...cells])).toEqual(rows);
    expect(prepared.records).toBe(rows.length);
    expect(prepared.is_raw).toBe(raw ?? prepared.is_raw);
    expect(sees?.(prepared)).toEqual(seen);
    const places = await prepared.locate(rows.map((_row, index) => index + 1));
    const pad = (cells: readonly string[]) => prepared.header.map((_name, index) => cells[index] ?? '');
    expect([...places.values()].map((place) => pad(place.cells))).toEqual(rows);
    await prepared.dispose();
    expect(bench.leftovers()).toEqual([]);
  });

  it('reads all 256 bytes of Windows-1252, or refuses those without meaning', async () => {
    const undefinedBytes = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
    const toContent = (bytes: number[]) =>
      Buffer.concat([
        Buffer.from('id;nota\n'),
        ...bytes.map((byte) =>
          Buffer.concat([Buffer.from('1;a '), Buffer.from([byte]), Buffer.from(' b\n')]),
        ),
      ]);
    const high = Array.from({ length: 128 }, (_, index) => 0x80 + index);
    const defined = high.filter((byte) => !undefinedBytes.includes(byte));
    const prepared = await bench.prepare(toContent(defined), { encoding: 'windows-1252' });
    const letters = prepared.sample.map((cells) => cells[1]!.slice(2, -2)).join('');
    const latin1 = Array.from({ length: 96 }, (_, index) => String.fromCharCode(0xa0 + index)).join('');
    expect(letters).toBe(`€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ${latin1}`);
    expect((await readByEngine(prepared)).map((row) => row[1]!.slice(2, -2)).join('')).toBe(letters);
    await prepared.dispose();
    for (const byte of undefinedBytes) {
      const refusal = await bench.refuse(toContent([0xf1, byte]), { encoding: 'windows-1252' });
      expect([refusal.code, refusal.params.line]).toEqual(['encoding-undefined-byte', 3]);
    }
    const ascii = Array.from({ length: 128 }, (_, byte) => String.fromCharCode(byte));
    expect(CODE_PAGES['windows-1252']!.letters.slice(0, 128)).toEqual(ascii);
  });

  it('finds records in the original, bytes included, whatever its encoding', async () => {
    const text =
      'Reporte ñ\n\nid;nota;monto\n1;"dos\nlíneas ñ";5\n;;\n2;é;6\n3;"a\r\nb";7\n4;fin;8\nTOTAL;;26\n';
    const lines = new Map([
      [1, 4],
      [2, 7],
      [3, 8],
      [4, 10],
    ]);
    const files: readonly (readonly [Buffer, (piece: string) => Buffer])[] = [
      [Buffer.from(text), (piece) => Buffer.from(piece)],
      [Buffer.from(`\uFEFF${text}`), (piece) => Buffer.from(piece)],
      [encode(text, 'windows-1252'), (piece) => encode(piece, 'windows-1252')],
      [encodeUtf16(text, 'le', true), (piece) => encodeUtf16(piece, 'le', false)],
      [encodeUtf16(text, 'be', false), (piece) => encodeUtf16(piece, 'be', false)],
    ];
    for (const [content, toBytes] of files) {
      const prepared = await bench.prepare(content);
      expect(prepared.detected.total_rows).toBe(1);
      const places = await prepared.locate([1, 2, 3, 4, 5]);
      expect([...places].map(([ordinal, place]) => [ordinal, place.line])).toEqual([...lines]);
      for (const start of ['1;"dos', '2;é', '3;"a', '4;fin']) {
        const place = places.get(Number(start[0]))!;
        const expected = toBytes(start);
        expect(content.subarray(place.byte, place.byte + expected.length)).toEqual(expected);
      }
      expect(places.get(3)!.cells).toEqual(['3', 'a\r\nb', '7']);
      await prepared.dispose();
    }
  });

  it('leaves the original as it was', async () => {
    const path = bench.put('id;agencia;monto\r1;Quito;5\rTOTAL;;5\r', 'intacto.csv');
    const before = readFileSync(path);
    const prepared = await bench.prepare(before);
    await prepared.dispose();
    expect(readFileSync(path)).toEqual(before);
  });
});
