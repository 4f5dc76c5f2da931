import type { DateForm } from '../reading.ts';
import { NO_MOMENT, readMoment } from './read-moment.ts';

const DATE = /^(\d{1,4})[-/. ](?:de )?(\d{1,2}|[a-záéíóú]{3,12})\.?[-/. ](?:de )?(\d{1,4})(?:[ T,]+(.+))?$/i;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:[ T]?(\d\d)(\d\d)(\d\d))?$/;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const TIME =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?:\s*([ap])\.?\s?m\.?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i;
const MONTHS = [
  ['ene', 'jan'],
  ['feb'],
  ['mar'],
  ['abr', 'apr'],
  ['may'],
  ['jun'],
  ['jul'],
  ['ago', 'aug'],
  ['sep', 'set'],
  ['oct'],
  ['nov'],
  ['dic', 'dec'],
];
/** Excel counts its days from 30 December 1899. */
const EXCEL_EPOCH_DAYS = 25_569;
const DAY_MS = 86_400_000;

function toMonth(text: string): string {
  if (/^\d/.test(text)) return text;
  const short = text.slice(0, 3).toLowerCase();
  return String(MONTHS.findIndex((names) => names.includes(short)) + 1);
}

/** Seven in the evening, `19:00`, of the twelve-hour clock; null where it is none. */
function toHour(hour: string, half: string | undefined): string | null {
  if (half === undefined) return hour.padStart(2, '0');
  const twelve = Number(hour);
  if (twelve < 1 || twelve > 12) return null;
  return String((twelve % 12) + (half.toLowerCase() === 'p' ? 12 : 0)).padStart(2, '0');
}

function toIsoTime(text: string | undefined): string | null {
  if (text === undefined) return '';
  const match = TIME.exec(text.trim());
  if (!match) return null;
  const [, hour = '', minute = '', second = '00', fraction = '0', half, zone = ''] = match;
  const told = toHour(hour, half);
  return told === null ? null : `T${told}:${minute}:${second}.${fraction}${zone}`;
}

function toIso(text: string, form: DateForm): string | null {
  const compact = COMPACT.exec(text);
  if (compact) {
    const [, year, month, day, hour = '00', minute = '00', second = '00'] = compact;
    return `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  }
  const match = DATE.exec(text);
  if (!match) return null;
  const [, first = '', second = '', third = '', rest] = match;
  const year = first.length > 2 ? first : third.length === 2 ? `20${third}` : third;
  const [day, month] =
    first.length > 2 ? [third, toMonth(second)] : form === 'mdy' ? [second, first] : [first, toMonth(second)];
  const time = toIsoTime(rest);
  return time === null
    ? null
    : `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${time}`;
}

/**
 * Reads a moment written in any of the ways banks export it: day first or month first as `form`
 * says, named months, twelve hours, compact, a serial number of Excel. Microseconds since 1970,
 * without zone as UTC; `NaN` for what is none.
 */
export function readMomentText(text: string, form: DateForm): number {
  const trimmed = text.trim();
  if (form === 'serial' && SERIAL.test(trimmed))
    return Math.round((Number(trimmed) - EXCEL_EPOCH_DAYS) * DAY_MS) * 1000;
  const iso = toIso(trimmed, form);
  if (iso === null) return NO_MOMENT;
  const bytes = Buffer.from(iso, 'latin1');
  return readMoment(bytes, 0, bytes.length);
}
