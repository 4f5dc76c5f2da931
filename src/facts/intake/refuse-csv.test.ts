import { afterAll, describe, expect, it } from 'vitest';
import { encode, openBench } from './testing.ts';

const bench = openBench();
afterAll(bench.drop);

const PLAIN = 'id;agencia;persona;monto\n1;Quito Norte;Pérez, Ana;12,5\n2;Güepi;Muñoz, José;7\n';

describe('a text file that cannot be read', () => {
  const ask = 'id;nota\n1;él\n2;él\n';
  it.each([
    ['an empty file', '', 'file-empty', {}],
    ['blank lines only', '\n\n\n', 'file-empty', {}],
    ['a header without rows', 'id;agencia\n', 'header-without-rows', { line: 1 }],
    ['a header with blank rows', 'Reporte\nid;agencia\n;\n', 'header-without-rows', { line: 2 }],
    ['a header with its total', 'id;agencia;monto\nTotal;;0\n', 'header-without-rows', { line: 1 }],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'old-xls', {}],
    [
      'an encrypted workbook',
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'encrypted-workbook',
      {},
    ],
    ['a PDF', '%PDF-1.4\n...', 'pdf-file', {}],
    ['a web page', '<html><table><tr><td>id</td></tr></table></html>', 'html-file', {}],
    ['XML', '<?xml version="1.0"?><a/>', 'xml-file', {}],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'packed-file', {}],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), 'not-a-table', {}],
    ['fixed width', 'COD   NOMBRE     VALOR\n001   Ana        12\n002   Luis       13\n', 'fixed-width', {}],
    ['no delimiter', 'hola\nadios\nbuenas\n', 'delimiter-not-found', { line: 1 }],
    ['an unclosed quote', 'id,nota\n1,a\n2,"b\n3,c\n', 'unclosed-quote', { line: 3 }],
    ['a quote closed by the next', 'id,nota\n1,a\n2,"b\n3,c\n4,"d"\n', 'unclosed-quote', { line: 3 }],
    ['a NUL byte', 'id,nota\n1,a\n2,b\0\n', 'nul-bytes', { line: 3 }],
    [
      'two encodings',
      Buffer.concat([Buffer.from('id;nota\n1;ñandú\n2;caf'), Buffer.from([0xe9, 10])]),
      'encoding-mixed',
      { line: 3 },
    ],
    [
      'a mark and another encoding',
      Buffer.concat([Buffer.from('\uFEFFid;nota\n1;caf'), Buffer.from([0xe9, 10])]),
      'encoding-mixed',
      { line: 2 },
    ],
    [
      'two believable readings',
      encode(ask, 'windows-1252'),
      'encoding-ambiguous',
      { line: 2, reading_1: 'él', reading_2: 'Úl' },
    ],
    [
      'double encoding',
      'id;nota\n1;a\n2;TelÃ©fono fijo\n',
      'double-encoded',
      { line: 3, text: 'TelÃ©fono', reading: 'Teléfono' },
    ],
    [
      'double encoding of quotes',
      'id;nota\n1;â€œholaâ€\u009d\n',
      'double-encoded',
      { line: 2, reading: '“hola”' },
    ],
    [
      'too many columns',
      `${Array.from({ length: 501 }, (_, i) => `c${i}`).join(',')}\n${'1,'.repeat(500)}1\n`,
      'too-many-columns',
      { columns: 501 },
    ],
    ['a row of too many cells', `id,nota\n1,2\n${'1,'.repeat(600)}\n`, 'too-many-columns', { line: 3 }],
    ['100,000 columns', `${'c,'.repeat(100_000)}\n${'1,'.repeat(100_000)}\n`, 'too-many-columns', {}],
    ['a line of 3 MB', `id,nota\n1,${'x'.repeat(3e6)}\n`, 'line-too-long', { line: 2 }],
    ['a quote of 5 MB', `id,nota\n1,"${'x\n'.repeat(2.5e6)}`, 'unclosed-quote', { line: 2 }],
  ] as const)('is refused: %s', async (_name, content, code, params) => {
    const refusal = await bench.refuse(content);
    expect(refusal.code).toBe(code);
    expect(refusal.params).toMatchObject({ ...params, file: expect.stringMatching(/^archivo-/) });
    expect(bench.leftovers()).toEqual([]);
  });

  it('is refused when the order does not fit', async () => {
    expect((await bench.refuse(PLAIN, { encoding: 'klingon' })).code).toBe('unknown-encoding');
    expect((await bench.refuse(PLAIN, { delimiter: '#' })).code).toBe('unknown-delimiter');
    expect((await bench.refuse(PLAIN, { header_line: 9 })).code).toBe('header-line-not-found');
    const invalid = await bench.refuse(encode(PLAIN, 'windows-1252'), { encoding: 'utf-8' });
    expect([invalid.code, invalid.params.line]).toEqual(['encoding-invalid', 2]);
  });

  it('is read once the mapping says how', async () => {
    const asked = await bench.prepare(encode(ask, 'windows-1252'), { encoding: 'windows-1252' });
    expect(asked.sample[0]).toEqual(['1', 'él']);
    await asked.dispose();
    const doubled = await bench.prepare('id;nota\n1;TelÃ©fono\n', { encoding: 'utf-8' });
    expect(doubled.sample[0]).toEqual(['1', 'TelÃ©fono']);
    await doubled.dispose();
  });
});
