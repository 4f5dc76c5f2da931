import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Period } from './period.ts';
import {
  addDays,
  GRAINS,
  mondayToFriday,
  nextPeriod,
  parsePeriod,
  periodOf,
  previousPeriod,
  splitPeriod,
  toDate,
  weekdayOf,
} from './period.ts';

const date = fc.integer({ min: -25_000, max: 40_000 }).map(toDate);

function read(text: string): Period {
  const period = parsePeriod(text);
  if (period === undefined) throw new Error(`no period: ${text}`);
  return period;
}

test.each([
  ['2011', 'year', '2011-01-01', '2012-01-01'],
  ['2011-S1', 'semester', '2011-01-01', '2011-07-01'],
  ['2011-S2', 'semester', '2011-07-01', '2012-01-01'],
  ['2011-Q2', 'quarter', '2011-04-01', '2011-07-01'],
  ['2011-06', 'month', '2011-06-01', '2011-07-01'],
  ['2011-12', 'month', '2011-12-01', '2012-01-01'],
  ['2011-W24', 'week', '2011-06-13', '2011-06-20'],
  ['2011-W01', 'week', '2011-01-03', '2011-01-10'],
  ['2015-W53', 'week', '2015-12-28', '2016-01-04'],
  ['2020-W01', 'week', '2019-12-30', '2020-01-06'],
  ['2011-06-03', 'day', '2011-06-03', '2011-06-04'],
  ['2012-02-29', 'day', '2012-02-29', '2012-03-01'],
])('%s is a %s from %s to %s', (text, grain, from, to) => {
  expect(parsePeriod(text)).toEqual({ text, grain, from, to });
});

test('letters may be lower case and blanks surround', () => {
  expect(read(' 2011-q2 ').text).toBe('2011-Q2');
});

test.each([
  '',
  '11',
  '2011-13',
  '2011-00',
  '2011-6',
  '2011-Q5',
  '2011-S3',
  '2011-W00',
  '2011-W53',
  '2011-W54',
  '2011-02-29',
  '2011-06-31',
  '2011-06-03T10:00',
  'junio 2011',
])('%j is no period', (text) => {
  expect(parsePeriod(text)).toBeUndefined();
});

test('a period is split into the shorter ones that lie whole in it', () => {
  const texts = (period: string, grain: (typeof GRAINS)[number]) =>
    splitPeriod(read(period), grain).map((part) => part.text);
  expect(texts('2011', 'semester')).toEqual(['2011-S1', '2011-S2']);
  expect(texts('2011-Q2', 'month')).toEqual(['2011-04', '2011-05', '2011-06']);
  expect(texts('2011-06', 'week')).toEqual(['2011-W23', '2011-W24', '2011-W25']);
  expect(texts('2011-06', 'day')).toHaveLength(30);
  expect(texts('2011-06', 'month')).toEqual(['2011-06']);
  expect(texts('2011-06', 'year')).toEqual([]);
});

test('the periods beside one', () => {
  expect(previousPeriod(read('2011')).text).toBe('2010');
  expect(previousPeriod(read('2011-S1')).text).toBe('2010-S2');
  expect(previousPeriod(read('2011-W01')).text).toBe('2010-W52');
  expect(nextPeriod(read('2011-Q4')).text).toBe('2012-Q1');
  expect(nextPeriod(read('2012-02-29')).text).toBe('2012-03-01');
});

test('every date is in its period, periods read back, and neighbours meet without holes', () => {
  fc.assert(
    fc.property(date, fc.constantFrom(...GRAINS), (day, grain) => {
      const period = periodOf(day, grain);
      expect(period.from <= day && day < period.to).toBe(true);
      expect(parsePeriod(period.text)).toEqual(period);
      expect(nextPeriod(previousPeriod(period))).toEqual(period);
      expect(nextPeriod(period).from).toBe(period.to);
      expect(splitPeriod(period, 'day')).toHaveLength(
        (Date.parse(period.to) - Date.parse(period.from)) / 864e5,
      );
    }),
  );
});

test('Mondays to Fridays are counted as one would on the fingers', () => {
  expect(weekdayOf('2011-06-03')).toBe(5);
  expect(mondayToFriday('2011-06-01', '2011-07-01')).toBe(22);
  expect(mondayToFriday('2011-02-01', '2011-03-01')).toBe(20);
  expect(mondayToFriday('2011-06-04', '2011-06-06')).toBe(0);
  expect(mondayToFriday('2011-06-06', '2011-06-01')).toBe(0);
  fc.assert(
    fc.property(date, fc.nat(400), (from, length) => {
      let count = 0;
      for (let day = 0; day < length; day++) {
        if (![0, 6].includes(new Date(addDays(from, day)).getUTCDay())) count++;
      }
      expect(mondayToFriday(from, addDays(from, length))).toBe(count);
    }),
  );
});
