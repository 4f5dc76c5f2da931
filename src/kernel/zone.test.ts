import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { isZone, parseInstant, printInstant, toInstant, toLocal, zoneOffsets } from './zone.ts';

const GUAYAQUIL = 'America/Guayaquil';
const SANTIAGO = 'America/Santiago';
const AMSTERDAM = 'Europe/Amsterdam';
const HAVANA = 'America/Havana';
const ZONES = [
  GUAYAQUIL,
  SANTIAGO,
  AMSTERDAM,
  HAVANA,
  'Pacific/Galapagos',
  'Pacific/Apia',
  'Asia/Kolkata',
  'UTC',
];

/** Microseconds of an ISO instant, by the platform's own clock. */
const utc = (text: string) => BigInt(Date.parse(text)) * 1000n;

test('a local time becomes the instant of its zone', () => {
  expect(toInstant('2011-06-30T16:00:00', GUAYAQUIL)).toBe(utc('2011-06-30T21:00:00Z'));
  expect(toInstant('2011-06-30T16:00:00', 'Pacific/Galapagos')).toBe(utc('2011-06-30T22:00:00Z'));
  expect(toInstant('2011-01-15T12:00:00.25', AMSTERDAM)).toBe(utc('2011-01-15T11:00:00.250Z'));
});

test('a skipped time moves forward, a repeated one is the earlier', () => {
  expect(toInstant('2011-03-27T02:30:00', AMSTERDAM)).toBe(utc('2011-03-27T01:30:00Z'));
  expect(printInstant(toInstant('2011-03-27T02:30:00', AMSTERDAM), AMSTERDAM)).toBe(
    '2011-03-27T03:30:00+02:00',
  );
  expect(toInstant('2011-10-30T02:30:00', AMSTERDAM)).toBe(utc('2011-10-30T00:30:00Z'));
  // Midnight itself is skipped in Havana in March and shown twice in November.
  expect(printInstant(toInstant('2011-03-20T00:00:00', HAVANA), HAVANA)).toBe('2011-03-20T01:00:00-04:00');
  expect(printInstant(toInstant('2011-11-13T00:00:00', HAVANA), HAVANA)).toBe('2011-11-13T00:00:00-04:00');
});

test('agrees with Temporal at any time, also before and after the tabulated years', () => {
  const second = fc.oneof(
    fc.integer({ min: Date.parse('1850-01-01') / 1000, max: Date.parse('2150-01-01') / 1000 }),
    // Days of clock changes in some of the zones.
    fc
      .tuple(
        fc.constantFrom(
          '2011-03-27',
          '2011-10-30',
          '2011-05-08',
          '2011-08-21',
          '2011-03-20',
          '2011-12-30',
          '1992-11-28',
        ),
        fc.integer({ min: -90_000, max: 90_000 }),
      )
      .map(([day, shift]) => Date.parse(day) / 1000 + shift),
  );
  fc.assert(
    fc.property(second, fc.constantFrom(...ZONES), (seconds, zone) => {
      const us = BigInt(seconds) * 1_000_000n;
      const zoned = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone);
      const local = toLocal(us, zone);
      expect(local.date).toBe(zoned.toPlainDate().toString());
      expect(local.time_us).toBe((zoned.hour * 3600 + zoned.minute * 60 + zoned.second) * 1_000_000);
      // The same digits read as a local time anywhere, skipped or repeated.
      const digits = new Date(seconds * 1000).toISOString().slice(0, 19);
      const expected = Temporal.PlainDateTime.from(digits).toZonedDateTime(zone).epochMilliseconds;
      expect(toInstant(digits, zone)).toBe(BigInt(expected) * 1000n);
    }),
    { numRuns: 2000 },
  );
});

test('what is printed reads back', () => {
  const us = fc.bigInt({ min: utc('1890-01-01T00:00:00Z'), max: utc('2120-01-01T00:00:00Z') });
  fc.assert(
    fc.property(us, fc.constantFrom(...ZONES), fc.constantFrom(...ZONES), (instant, zone, reader) => {
      expect(parseInstant(printInstant(instant, zone), reader)).toBe(instant);
    }),
  );
});

test('instants are printed with their offset, decimals only when there are some', () => {
  expect(printInstant(utc('2011-06-30T21:00:00Z'), GUAYAQUIL)).toBe('2011-06-30T16:00:00-05:00');
  expect(printInstant(utc('2011-06-30T21:00:00.250Z'), GUAYAQUIL)).toBe('2011-06-30T16:00:00.25-05:00');
  expect(printInstant(-1n, 'UTC')).toBe('1969-12-31T23:59:59.999999+00:00');
});

test.each([
  ['2011-06-30T21:00:00Z', '2011-06-30T21:00:00Z'],
  ['2011-06-30T16:00:00-05:00', '2011-06-30T21:00:00Z'],
  ['2011-06-30T16:00:00+0530', '2011-06-30T10:30:00Z'],
  ['2011-06-30T16:00:00', '2011-06-30T21:00:00Z'],
  ['2011-06-30 16:00', '2011-06-30T21:00:00Z'],
  ['2011-06-30T16:00:00.123999999', '2011-06-30T21:00:00.123Z'],
  ['2011-06-30', '2011-07-01T05:00:00Z'],
  ['2011-12-31', '2012-01-01T05:00:00Z'],
])('%s is %s', (text, expected) => {
  const us = parseInstant(text, GUAYAQUIL);
  expect(us === undefined ? us : us / 1000n).toBe(utc(expected) / 1000n);
});

test('a bare date ends when the next day begins, even where midnight is skipped', () => {
  expect(parseInstant('2011-03-19', HAVANA)).toBe(utc('2011-03-20T05:00:00Z'));
});

test.each([
  '',
  'ayer',
  '30/06/2011',
  '2011-06-31',
  '2011-06-30T24:00',
  '2011-06-30T16:60',
  '2011-06-30T16:00:00-99:00',
])('%j is no instant', (text) => {
  expect(parseInstant(text, GUAYAQUIL)).toBeUndefined();
});

test('zones are names that know their clock changes', () => {
  expect(ZONES.every(isZone)).toBe(true);
  expect(['', 'America/Quito', '-05:00', 'Guayaquil'].some(isZone)).toBe(false);
});

test('the offsets of a stretch cover it without holes', () => {
  const offsets = zoneOffsets(SANTIAGO, utc('2011-01-01T00:00:00Z'), utc('2012-01-01T00:00:00Z'));
  expect(offsets.map((offset) => Number(offset.offset_us / 3_600_000_000n))).toEqual([-3, -4, -3]);
  expect(offsets[0]?.start_us).toBe(utc('2011-01-01T00:00:00Z'));
  expect(offsets[1]?.start_us).toBe(offsets[0]?.end_us);
  expect(offsets[2]?.end_us).toBe(utc('2012-01-01T00:00:00Z'));
});

test('a malformed local time or an unknown zone is a bug of the caller', () => {
  expect(() => toInstant('2011-06-30', GUAYAQUIL)).toThrow('not a local time');
  expect(() => toLocal(0n, 'Nowhere/Land')).toThrow(RangeError);
});
