/** What a number format shows of a number. */
export type NumberKind =
  | { readonly kind: 'number' }
  /** Whole numbers padded with zeros to a width: how spreadsheets keep the zeros of an id. */
  | { readonly kind: 'padded'; readonly width: number }
  | { readonly kind: 'date'; readonly has_time: boolean }
  | { readonly kind: 'time' }
  /** Hours that may exceed a day. */
  | { readonly kind: 'elapsed' };

const DATE_FORMATS = new Set([
  14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);
const TIME_FORMATS = new Set([18, 19, 20, 21, 32, 33, 45, 47]);

/** Kind of one of the formats that are not written out in the file, by its number. */
export function toBuiltInKind(id: number): NumberKind {
  if (id === 22) return { kind: 'date', has_time: true };
  if (id === 46) return { kind: 'elapsed' };
  if (DATE_FORMATS.has(id)) return { kind: 'date', has_time: false };
  if (TIME_FORMATS.has(id)) return { kind: 'time' };
  return { kind: 'number' };
}

/**
 * Kind of a number format by its code.
 *
 * @example toNumberKind('dd/mm/yyyy hh:mm') // { kind: 'date', has_time: true }
 */
export function toNumberKind(code: string): NumberKind {
  const first = code.split(';')[0]!;
  // Quoted text, escaped letters, fills and colours say nothing about the number.
  const bare = first.replace(/"[^"]*"|\\.|_.|\*./g, '');
  if (/\[(h+|m+|s+)\]/i.test(bare)) return { kind: 'elapsed' };
  const letters = bare.replace(/\[[^\]]*\]/g, '').toLowerCase();
  if (/^0{2,}$/.test(letters)) return { kind: 'padded', width: letters.length };
  if (/general|standard/.test(letters)) return { kind: 'number' };
  const hasTime = /[hs]/.test(letters);
  const hasDate = /[yd]/.test(letters) || (letters.includes('m') && !hasTime);
  if (hasDate) return { kind: 'date', has_time: hasTime };
  return hasTime ? { kind: 'time' } : { kind: 'number' };
}

const DAY_MS = 86_400_000;

/** A date that a spreadsheet shows and that never was. */
export const FALSE_LEAP_DAY = '1900-02-29';

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

/** Milliseconds of a serial, to the whole second where it is nearly one: serials carry rounding. */
function toMs(serial: number): number {
  const ms = Math.round(serial * DAY_MS);
  const second = Math.round(ms / 1000) * 1000;
  return Math.abs(ms - second) <= 20 ? second : ms;
}

function toClock(ms: number): string {
  const rest = ms % 1000;
  const text = `${pad(Math.floor(ms / 3_600_000))}:${pad(Math.floor(ms / 60_000) % 60)}:${pad(Math.floor(ms / 1000) % 60)}`;
  return rest === 0 ? text : `${text}.${pad(rest, 3)}`;
}

/**
 * A spreadsheet's serial number as ISO text: `2011-06-03`, `2011-06-03 09:12:00`, or `09:12:00`
 * for a time without day. Null when it is no date (negative, or beyond the year 9999).
 *
 * @param from_1904 whether the workbook counts from 1904, 1,462 days later
 * @example toIsoText(40697.3833333333, { kind: 'date', has_time: true }, false) // '2011-06-03 09:12:00'
 */
export function toIsoText(serial: number, kind: NumberKind, from_1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null;
  const ms = toMs(serial);
  if (kind.kind === 'elapsed') return toClock(ms);
  const days = Math.floor(ms / DAY_MS);
  const clock = toClock(ms % DAY_MS);
  if (days === 0 && (kind.kind === 'time' || !from_1904)) return clock;
  const withTime = kind.kind === 'time' || (kind.kind === 'date' && kind.has_time) || ms % DAY_MS !== 0;
  const tail = withTime ? ` ${clock}` : '';
  if (!from_1904 && days === 60) return FALSE_LEAP_DAY + tail;
  // The 1900 system counts a 29 February that never was: before it, one day less.
  const epoch = from_1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(epoch + days * DAY_MS).toISOString().slice(0, 10) + tail;
}

/**
 * The shortest decimal that reads back as the same number, without exponent.
 *
 * @example toPlainDecimal(1.5e-7) // '0.00000015'
 */
export function toPlainDecimal(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
