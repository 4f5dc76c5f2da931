import { Temporal } from 'temporal-polyfill';
import { addDays, isDate, toDate, toDayNumber } from './period.ts';

const SECOND_US = 1_000_000n;
const DAY_US = 86_400n * SECOND_US;
/** Offsets are tabulated once per zone for these years; other instants are asked one by one. */
const TABLE_START_US = BigInt(toDayNumber('1900-01-01')) * DAY_US;
const TABLE_END_US = BigInt(toDayNumber('2100-01-01')) * DAY_US;

/** A stretch of instants, half-open, in which a zone keeps one offset: local = UTC + `offset_us`. Microseconds. */
export interface ZoneOffset {
  readonly start_us: bigint;
  readonly end_us: bigint;
  readonly offset_us: bigint;
}

/** A local date and the microseconds its wall clock shows after midnight. */
export interface LocalTime {
  readonly date: string;
  readonly time_us: number;
}

/** Pure for a given tz database: the same zone always gives the same table. */
const tables = new Map<string, readonly ZoneOffset[]>();

/**
 * Whether a text names a time zone of the tz database (`America/Guayaquil`, `UTC`). A bare
 * offset such as `-05:00` is no zone: it does not know its clock changes.
 *
 * @example isZone('America/Quito') // false
 */
export function isZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The offsets a zone had or will have in `[from_us, to_us)`, in order and without holes: made for
 * those who convert many instants at once. Throws RangeError for an unknown zone.
 *
 * @example zoneOffsets('America/Guayaquil', 0n, 1n) // [{ start_us: 0n, end_us: 1n, offset_us: -18000000000n }]
 */
export function zoneOffsets(zone: string, from_us: bigint, to_us: bigint): ZoneOffset[] {
  const offsets: ZoneOffset[] = [];
  let zoned = toZoned(from_us, zone);
  let start_us = from_us;
  while (start_us < to_us) {
    const next = zoned.getTimeZoneTransition('next');
    const next_us = next === null ? to_us : next.epochNanoseconds / 1000n;
    const end_us = next_us < to_us ? next_us : to_us;
    offsets.push({ start_us, end_us, offset_us: offsetOf(zoned) });
    if (next === null) break;
    zoned = next;
    start_us = end_us;
  }
  return offsets;
}

/**
 * The instant (microseconds UTC) of a local time `YYYY-MM-DDTHH:MM:SS`, with up to six decimals of
 * the second. A time that the clock skips moves forward by the size of the gap; one that it shows
 * twice is the earlier. Throws for a malformed time or an unknown zone.
 *
 * @example toInstant('2011-06-30T16:00:00', 'America/Guayaquil') // 1309467600000000n
 */
export function toInstant(local: string, zone: string): bigint {
  const local_us = readLocal(local);
  if (local_us === undefined) throw new Error(`toInstant: not a local time: ${local}`);
  if (local_us < TABLE_START_US + DAY_US || local_us >= TABLE_END_US - DAY_US) {
    const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(zone);
    return zoned.epochNanoseconds / 1000n;
  }
  const table = tableOf(zone);
  // No offset reaches a day, so the stretch is this one or the one on either side.
  const near = findOffset(table, local_us);
  const first = Math.max(0, near - 1);
  const last = Math.min(table.length - 1, near + 1);
  for (let i = first; i <= last; i++) {
    const offset = table[i] as ZoneOffset;
    const us = local_us - offset.offset_us;
    // Past the end of one stretch and before the start of the next is a gap: the old offset moves it forward.
    if (us < offset.end_us) return us >= offset.start_us ? us : local_us - (table[i - 1] ?? offset).offset_us;
  }
  throw new Error(`toInstant: no offset for ${local} in ${zone}`);
}

/**
 * The local date and wall-clock time of an instant. Throws RangeError for an unknown zone.
 *
 * @example toLocal(1309467600000000n, 'America/Guayaquil') // { date: '2011-06-30', time_us: 57600000000 }
 */
export function toLocal(us: bigint, zone: string): LocalTime {
  const local_us = us + offsetAt(us, zone);
  const day = floorDivide(local_us, DAY_US);
  return { date: toDate(Number(day)), time_us: Number(local_us - day * DAY_US) };
}

/**
 * Reads a moment: ISO date-time with `Z` or offset, or a local date-time of the zone, or a bare
 * date, which means the end of that local day (the next midnight). Seconds may be missing;
 * decimals beyond the microsecond are cut. Undefined when the text is none of these.
 *
 * @example parseInstant('2011-06-30', 'America/Guayaquil') // the instant of 2011-07-01T00:00:00-05:00
 */
export function parseInstant(text: string, zone: string): bigint | undefined {
  const trimmed = text.trim();
  if (isDate(trimmed)) return toInstant(`${addDays(trimmed, 1)}T00:00:00`, zone);
  const match =
    /^(.{10})[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d(?::\d\d)?)?)?$/i.exec(trimmed);
  if (!match) return undefined;
  const [, date = '', minute = '', second = '00', fraction = '', offset] = match;
  const local = `${date}T${minute}:${second}${fraction === '' ? '' : `.${fraction.slice(0, 6)}`}`;
  const local_us = readLocal(local);
  if (local_us === undefined) return undefined;
  if (offset === undefined) return toInstant(local, zone);
  const offset_us = readOffset(offset);
  return offset_us === undefined ? undefined : local_us - offset_us;
}

/**
 * Writes an instant as local ISO time with offset; decimals only when the second is not whole.
 * {@link parseInstant} reads it back to the same instant.
 *
 * @example printInstant(1309467600000000n, 'America/Guayaquil') // '2011-06-30T16:00:00-05:00'
 */
export function printInstant(us: bigint, zone: string): string {
  const { date, time_us } = toLocal(us, zone);
  const second = Math.floor(time_us / 1_000_000);
  const fraction = time_us % 1_000_000;
  const decimals = fraction === 0 ? '' : `.${String(fraction).padStart(6, '0').replace(/0+$/, '')}`;
  return `${date}T${printClock(second, true)}${decimals}${printOffset(offsetAt(us, zone))}`;
}

/** The bigint quotient rounded towards minus infinity. */
function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

function offsetAt(us: bigint, zone: string): bigint {
  if (us >= TABLE_START_US && us < TABLE_END_US) {
    const table = tableOf(zone);
    return (table[findOffset(table, us)] as ZoneOffset).offset_us;
  }
  return offsetOf(toZoned(us, zone));
}

function toZoned(us: bigint, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochNanoseconds(us * 1000n).toZonedDateTimeISO(zone);
}

function offsetOf(zoned: Temporal.ZonedDateTime): bigint {
  return BigInt(zoned.offsetNanoseconds) / 1000n;
}

function tableOf(zone: string): readonly ZoneOffset[] {
  let table = tables.get(zone);
  if (table === undefined) {
    table = zoneOffsets(zone, TABLE_START_US, TABLE_END_US);
    tables.set(zone, table);
  }
  return table;
}

/** The last stretch that starts at or before `us` (the first one, when none does). */
function findOffset(table: readonly ZoneOffset[], us: bigint): number {
  let low = 0;
  let high = table.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((table[middle] as ZoneOffset).start_us <= us) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Microseconds from 1970-01-01T00:00 to a local time, as if all its days had 24 hours. */
function readLocal(local: string): bigint | undefined {
  const match = /^(.{10})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,6}))?$/.exec(local);
  const [, date = '', hour, minute, second, fraction = ''] = match ?? [];
  if (!match || !isDate(date)) return undefined;
  const seconds = toDayNumber(date) * 86_400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return BigInt(seconds) * SECOND_US + BigInt(fraction.padEnd(6, '0'));
}

function readOffset(text: string): bigint | undefined {
  if (text.toUpperCase() === 'Z') return 0n;
  const [hour = 0, minute = 0, second = 0] = (text.match(/\d\d/g) ?? []).map(Number);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const us = BigInt(hour * 3600 + minute * 60 + second) * SECOND_US;
  return text.startsWith('-') ? -us : us;
}

function printOffset(offset_us: bigint): string {
  const seconds = Number((offset_us < 0n ? -offset_us : offset_us) / SECOND_US);
  // Before standard time, local mean times had seconds; they are printed so that the instant reads back.
  return `${offset_us < 0n ? '-' : '+'}${printClock(seconds, seconds % 60 !== 0)}`;
}

function printClock(seconds: number, withSeconds: boolean): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (withSeconds) parts.push(seconds % 60);
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
