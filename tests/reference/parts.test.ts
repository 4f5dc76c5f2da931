import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countWeekdaysOfMonth, readDays, readInstant, readPeriod, toLocalDays } from './clock.ts';
import { exact, readExact, toDouble } from './exact.ts';
import { readFacts, splitCsv } from './read-facts.ts';

test('days agree with the platform’s over a century', () => {
  for (let days = -20_000; days < 30_000; days += 17) {
    const text = new Date(days * 86_400_000).toISOString().slice(0, 10);
    expect(readDays(text)).toBe(days);
  }
});

test('moments: with and without offset, in both zones of the country', () => {
  const noon = BigInt(Date.parse('2011-06-03T17:00:00Z')) * 1000n;
  expect(readInstant('2011-06-03T12:00:00', 'America/Guayaquil')).toBe(noon);
  expect(readInstant('2011-06-03 11:00', 'Pacific/Galapagos')).toBe(noon);
  expect(readInstant('2011-06-03T17:00:00Z', 'Pacific/Galapagos')).toBe(noon);
  expect(readInstant('2011-06-03T13:00:00-04:00', 'UTC')).toBe(noon);
  expect(readInstant('2011-06-03T12:00:00.5', 'America/Guayaquil')).toBe(noon + 500_000n);
  expect(() => readInstant('03/06/2011', 'UTC')).toThrow('not an ISO');
  expect(() => readInstant('2011-06-03', 'America/Bogota')).toThrow('does not know');
  expect(toLocalDays(-1n, 'UTC')).toBe(-1);
});

test('periods are half-open days', () => {
  const show = (text: string) => {
    const { first, end } = readPeriod(text);
    return [first, end].map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
  };
  expect(show('2011')).toEqual(['2011-01-01', '2012-01-01']);
  expect(show('2011-S2')).toEqual(['2011-07-01', '2012-01-01']);
  expect(show('2011-Q2')).toEqual(['2011-04-01', '2011-07-01']);
  expect(show('2011-06')).toEqual(['2011-06-01', '2011-07-01']);
  expect(show('2011-W24')).toEqual(['2011-06-13', '2011-06-20']);
  expect(show('2011-12-31')).toEqual(['2011-12-31', '2012-01-01']);
  expect(() => readPeriod('junio')).toThrow('not a period');
});

test('June 2011 has 22 days from Monday to Friday, February 2012 has 21', () => {
  expect(countWeekdaysOfMonth(readDays('2011-06-15'))).toBe(22);
  expect(countWeekdaysOfMonth(readDays('2012-02-29'))).toBe(21);
});

test('fractions become the nearest double', () => {
  expect(toDouble(exact(11n, 10n))).toBe(1.1);
  expect(toDouble(exact(-1n, 3n))).toBe(-1 / 3);
  expect(toDouble(readExact('5612.2'))).toBe(5612.2);
  expect(toDouble(exact(2n ** 80n + 1n, 2n ** 80n))).toBe(1);
  expect(toDouble(exact(10n ** 40n, 7n * 10n ** 39n))).toBe(10 / 7);
});

test('CSV: quotes, doubled quotes, line breaks in quotes, byte-order mark, missing last line feed', () => {
  expect(splitCsv('\ufeffa,b\r\n"x, ""y""\nz",2\n\n3,')).toEqual([
    ['a', 'b'],
    ['x, "y"\nz', '2'],
    ['3', ''],
  ]);
});

test('a file that is not canonical is an error, not an empty table', () => {
  const folder = mkdtempSync(join(tmpdir(), 'circuito-reference-'));
  writeFileSync(join(folder, 'requests.csv'), 'Número;Agencia\n1;norte\n');
  expect(() => readFacts(folder)).toThrow('not canonical');
  rmSync(folder, { recursive: true });
});
