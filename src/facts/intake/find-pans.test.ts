import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { escapeForSpreadsheet } from './escape-for-spreadsheet.ts';
import { findPans, maskPans, PAN_CANDIDATE_REGEX_RE2 } from './find-pans.ts';
import { maskFile } from './mask-file.ts';
import { encode, openBench } from './testing.ts';

const bench = openBench();
afterAll(bench.drop);

/** The same numbers in each run. */
function toGenerator(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const digits = (count: number) => Array.from({ length: count }, () => below(10)).join('');
  return { below, digits };
}

function withCheckDigit(body: string): string {
  for (let digit = 0; digit < 10; digit++) {
    let sum = 0;
    [...(body + digit)].toReversed().forEach((letter, index) => {
      const value = Number(letter) * (index % 2 === 1 ? 2 : 1);
      sum += value > 9 ? value - 9 : value;
    });
    if (sum % 10 === 0) return body + digit;
  }
  throw new Error('no digit fits');
}

const ISSUERS: readonly (readonly [prefix: string, length: number])[] = [
  ['4', 16],
  ['4', 13],
  ['4', 19],
  ['51', 16],
  ['55', 16],
  ['2221', 16],
  ['2720', 16],
  ['34', 15],
  ['37', 15],
  ['36', 14],
  ['38', 14],
  ['305', 14],
  ['6011', 16],
  ['65', 16],
  ['3528', 16],
  ['3589', 16],
  ['6759', 16],
  ['5018', 13],
  ['62', 16],
  ['62', 19],
];

const groupBy = (size: number, between: string) => (pan: string) =>
  pan.match(new RegExp(`.{1,${size}}`, 'g'))!.join(between);

const DISGUISES: readonly (readonly [name: string, (pan: string) => string])[] = [
  ['plain', (pan) => pan],
  ['spaces', groupBy(4, ' ')],
  ['hyphens', groupBy(4, '-')],
  ['dots', groupBy(4, '.')],
  ['no-break spaces', groupBy(4, '\u00A0')],
  ['thin spaces', groupBy(4, '\u2009')],
  ['a space after each digit', groupBy(1, ' ')],
  ['full width', (pan) => [...pan].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join('')],
  [
    'full width in groups',
    (pan) => groupBy(4, ' ')([...pan].map((d) => String.fromCharCode(0xff10 + Number(d))).join('')),
  ],
  ['in text', (pan) => `cliente con TC ${pan}, llamar.`],
  ['stuck to letters', (pan) => `TC${pan}x`],
  ['beside other numbers', (pan) => `12 ${groupBy(4, ' ')(pan)} / 2011`],
];

function toCedula(generator: ReturnType<typeof toGenerator>): string {
  const province = String(1 + generator.below(24)).padStart(2, '0');
  const body = province + generator.below(6) + generator.digits(6);
  let sum = 0;
  [...body].forEach((letter, index) => {
    const value = Number(letter) * (index % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return body + ((10 - (sum % 10)) % 10);
}

describe('card numbers', () => {
  it('are found in twelve disguises, 5,000 of them', () => {
    const generator = toGenerator(1);
    const missed: string[] = [];
    for (let index = 0; index < 5000; index++) {
      const [prefix, length] = ISSUERS[index % ISSUERS.length]!;
      const pan = withCheckDigit(prefix + generator.digits(length - prefix.length - 1));
      const [name, disguise] = DISGUISES[generator.below(DISGUISES.length)]!;
      const text = disguise(pan);
      const found = findPans(text);
      const masked = found.map((item) => item.masked.normalize('NFKC').replace(/[^0-9*]/g, ''));
      const whole = pan.slice(0, 6) + '*'.repeat(length - 10) + pan.slice(-4);
      if (!masked.includes(whole)) missed.push(`${name} ${text}`);
      if (
        maskPans(text)
          .normalize('NFKC')
          .replace(/[^0-9]/g, '')
          .includes(pan)
      )
        missed.push(`left ${text}`);
    }
    expect(missed).toEqual([]);
  });

  it('keep their separators when masked', () => {
    expect(findPans('TC 4111-1111-1111-1111.')).toEqual([
      { start: 3, end: 22, masked: '4111-11**-****-1111' },
    ]);
    expect(maskPans('0000004111111111111111')).toBe('000000411111******1111');
    expect(maskPans('a 5555555555554444 b 378282246310005')).toBe('a 555555******4444 b 378282*****0005');
  });

  it('are not seen in identity numbers, telephones, moments or amounts', () => {
    const generator = toGenerator(2);
    const two = (limit: number, from = 0) => String(from + generator.below(limit)).padStart(2, '0');
    const alarms: string[] = [];
    for (let index = 0; index < 20_000; index++) {
      const cedula = toCedula(generator);
      const [month, day, hour, minute, second] = [two(12, 1), two(28, 1), two(24), two(60), two(60)];
      const date = `20${two(30)}-${month}-${day}`;
      const texts = [
        cedula,
        `${cedula}001`,
        `${two(24, 1)}9${generator.digits(7)}001`,
        `${cedula} ${toCedula(generator)}`,
        `RUC ${cedula}001 tel 09${generator.digits(8)}`,
        `09${generator.digits(8)}`,
        `+593 9${generator.digits(1)} ${generator.digits(3)} ${generator.digits(4)}`,
        `(02) ${generator.digits(3)}-${generator.digits(4)}`,
        `${date} ${hour}:${minute}:${second}`,
        `${date}T${hour}:${minute}:${second}.${generator.digits(6)}-05:00`,
        `${date}-${hour}.${minute}.${second}.${generator.digits(6)}`,
        `${day}-${month}-2011 ${hour}.${minute}.${second}`,
        `${date.replaceAll('-', '')}${hour}${minute}${second}`,
        String(1_300_000_000_000 + generator.below(500_000_000) * 1000),
        `REQ-${generator.digits(9)}`,
      ];
      for (const text of texts) if (findPans(text).length > 0) alarms.push(text);
    }
    expect(alarms).toEqual([]);
  });

  it('are seen in few random numbers of 16 digits', () => {
    const generator = toGenerator(3);
    let found = 0;
    const tries = 40_000;
    for (let index = 0; index < tries; index++) if (findPans(generator.digits(16)).length > 0) found++;
    expect(found / tries).toBeLessThanOrEqual(0.025);
  });

  it('are all among what the engine takes for candidates', async () => {
    const generator = toGenerator(4);
    const texts = Array.from({ length: 600 }, (_, index) => {
      const [prefix, length] = ISSUERS[index % ISSUERS.length]!;
      return DISGUISES[index % DISGUISES.length]![1](
        withCheckDigit(prefix + generator.digits(length - prefix.length - 1)),
      );
    });
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const list = texts.map((text) => `('${text}')`).join(',');
    const result = await connection.runAndReadAll(
      `select count(*) from (values ${list}) as t(text) where not regexp_matches(text, '${PAN_CANDIDATE_REGEX_RE2}')`,
    );
    expect(Number(result.getRowsJS()[0]![0])).toBe(0);
    const other = await connection.runAndReadAll(
      `select regexp_matches('2011-06-03 09:12:00 agencia 12', '${PAN_CANDIDATE_REGEX_RE2}')`,
    );
    expect(other.getRowsJS()[0]![0]).toBe(false);
    connection.closeSync();
  });
});

describe('a masked copy', () => {
  const PAN = '4111111111111111';
  it('hides card numbers, keeps lines, spares declared columns', async () => {
    const text = `Reporte ${PAN}\nid;persona;nota\n${PAN};Muñoz;"tc 4111 1111 1111 1111\nfin"\n\n2;Ana;nada\nTOTAL;;${PAN}\n`;
    const prepared = await bench.prepare(encode(text, 'windows-1252'));
    expect(prepared.pans_outside).toEqual(
      [
        { line: 1, column: '', masked: '411111******1111' },
        { line: 6, column: '', masked: '411111******1111' },
      ]
        .map((place, index) => (index === 1 ? { ...place, line: 7 } : place))
        .filter(Boolean),
    );
    const out = join(bench.folder, 'copia.csv');
    const outcome = await maskFile(prepared, ['id'], out);
    expect(outcome.masked).toBe(3);
    expect(outcome.places.map(({ line, column }) => [line, column])).toEqual([
      [1, ''],
      [3, 'nota'],
      [7, 'nota'],
    ]);
    const copy = readFileSync(out, 'utf8');
    expect(copy).toBe(
      text
        .replace(`Reporte ${PAN}`, 'Reporte 411111******1111')
        .replace('4111 1111 1111 1111', '4111 11** **** 1111')
        .replace(`TOTAL;;${PAN}`, 'TOTAL;;411111******1111'),
    );
    await prepared.dispose();
    const again = await bench.prepare(copy);
    expect([again.records, again.detected.total_rows]).toEqual([2, 1]);
    await again.dispose();
  });

  it('tells of card numbers in sheets that are not imported', async () => {
    const { writeXlsx } = await import('./write-xlsx.ts');
    const path = join(bench.folder, 'libro.xlsx');
    await writeXlsx(path, [
      { name: 'Datos', header: ['id', 'nota'], rows: [['1', `tc ${PAN}`]] },
      { name: 'Oculta', header: ['x'], rows: [[PAN]] },
    ]);
    const prepared = await bench.prepare(readFileSync(path));
    expect(prepared.pans_outside).toEqual([{ line: 2, column: 'Oculta', masked: '411111******1111' }]);
    const out = join(bench.folder, 'libro.csv');
    const outcome = await maskFile(prepared, [], out);
    expect(outcome.places).toEqual([{ line: 2, column: 'nota', masked: '411111******1111' }]);
    expect(readFileSync(out, 'utf8')).toBe('id,nota\n1,tc 411111******1111\n');
    await prepared.dispose();
  });
});

describe('text for spreadsheets', () => {
  it('never starts a formula, and leaves numbers alone', () => {
    for (const text of [
      '=1+1',
      '+cmd',
      '-2+3',
      '@SUM(A1)',
      '\tx',
      '\rx',
      '\nx',
      '＝1',
      '＋1',
      '－1',
      '＠a',
      '-',
      '+',
    ]) {
      expect(escapeForSpreadsheet(text)).toBe(`'${text}`);
    }
    for (const text of ['-5', '+3.25', '-1,5', '-1.234,56', 'hola', '', '1=1', 'a@b.ec']) {
      expect(escapeForSpreadsheet(text)).toBe(text);
    }
  });
});
