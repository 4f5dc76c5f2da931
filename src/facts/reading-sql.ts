import type { Column } from '../kernel/index.ts';
import { quoteName, quoteText } from '../engine/index.ts';
import { keptScale } from './fact-table.ts';
import { type DateForm, EMPTY_WORDS, type NumberReading, type Reading } from './reading.ts';

/** SQL that reads the text of one cell into a declared column, and tells what could not be read. */
export interface CellSql {
  /**
   * What is worked out once, in selects of their own below the one of the columns: the text that
   * counts as given, then the value it has. Written out at each use, they would be worked out again.
   */
  readonly given: string | null;
  readonly value: string | null;
  /** Name and expression of each stage column. */
  readonly columns: readonly { readonly name: string; readonly sql: string }[];
  /** Condition under which the text is there and cannot be read. */
  readonly unreadable: string | null;
}

const ODD_BLANKS = ['chr(9)', 'chr(10)', 'chr(13)', 'chr(160)'] as const;

/**
 * The text of a cell without blanks around it; empty as null. Trimming is the dearest thing done
 * to a cell, so only cells that hold a blank anywhere are trimmed, and other blanks than the
 * space are looked for only where the file has some.
 */
export function printTrimmed(cell: string, compose: boolean, oddBlanks: boolean): string {
  const text = compose ? `nfc_normalize(${cell})` : cell;
  const blanks = ["' '", ...(oddBlanks ? ODD_BLANKS : [])];
  const holdsBlank = blanks.map((blank) => `contains(${text}, ${blank})`).join(' or ');
  return `nullif(case when ${holdsBlank} then trim(${text}, ${blanks.join(' || ')}) else ${text} end, '')`;
}

function known(text: string): string {
  const words = EMPTY_WORDS.filter((word) => word !== '').map(quoteText);
  // Only short texts can be one of the words that mean nothing: longer ones skip the comparison.
  return `case when length(${text}) > 4 or lower(${text}) not in (${words.join(', ')}) then ${text} end`;
}

const DATE_FORMATS: Readonly<Record<Exclude<DateForm, 'serial'>, readonly string[]>> = {
  ymd: ['%Y/%m/%d'],
  dmy: ['%d/%m/%Y', '%d|%m|%y'],
  mdy: ['%m/%d/%Y', '%m|%d|%y'],
  compact: ['%Y%m%d', '%Y%m%d%H%M%S'],
};
const TIME_FORMATS = ['%H:%M:%S', '%H:%M', '%I:%M:%S %p', '%I:%M %p', '%H:%M:%S.%g'] as const;

const MONTH_NUMBERS: readonly (readonly [string, string])[] = [
  ['ene', '01'],
  ['jan', '01'],
  ['feb', '02'],
  ['mar', '03'],
  ['abr', '04'],
  ['apr', '04'],
  ['may', '05'],
  ['jun', '06'],
  ['jul', '07'],
  ['ago', '08'],
  ['aug', '08'],
  ['sep', '09'],
  ['set', '09'],
  ['oct', '10'],
  ['nov', '11'],
  ['dic', '12'],
  ['dec', '12'],
];

/**
 * A date text made uniform: slashes, `a. m.` as AM, month names as numbers. Bars stand beside a year
 * of two digits: with slashes it would be read as a year of the first century.
 */
function uniform(text: string): string {
  const short = `regexp_replace(${text}, '^(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d\\d)(\\D|$)', '\\1|\\2|\\3\\4')`;
  const slashes = `regexp_replace(regexp_replace(${short}, '^(\\d{1,4})[-/. ](\\d{1,2})[-/. ](\\d{1,4})', '\\1/\\2/\\3'), '[T,]+ ?(\\d)', ' \\1')`;
  const halves = `regexp_replace(regexp_replace(${slashes}, '(?i) ?a\\.? ?m\\.?$', ' AM'), '(?i) ?p\\.? ?m\\.?$', ' PM')`;
  const months = MONTH_NUMBERS.map(([name, number]) => `when '${name}' then '${number}'`).join(' ');
  const named = `regexp_extract(lower(${text}), '^(\\d{1,2})[-/. ](?:de )?([a-z]{3})[a-z]*[-/. ](?:de )?(\\d{2,4})(.*)$', ['d', 'm', 'y', 'r'])`;
  return `case when regexp_matches(${text}, '[A-Za-z]{3}') then ${named}.d || '/' || (case ${named}.m ${months} end) || '/' || (case length(${named}.y) when 2 then '20' else '' end) || ${named}.y || ${named}.r else ${halves} end`;
}

/** SQL of a timestamp from a text in one form, as the clock it shows; an offset in the text is left to `momentOf`. */
function timestampOf(text: string, form: DateForm): string {
  const iso = `try_cast(${text} as timestamp)`;
  if (form === 'ymd') return iso;
  if (form === 'serial') {
    // Excel counts days from 1899-12-30 since its false 29 February 1900.
    return `(timestamp '1899-12-30' + to_microseconds(round(try_cast(${text} as double) * 86400)::bigint * 1000000))`;
  }
  const formats = DATE_FORMATS[form].flatMap((date) => [
    date,
    ...TIME_FORMATS.map((time) => `${date} ${time}`),
  ]);
  const other = `try_strptime(${uniform(text)}, [${formats.map(quoteText).join(', ')}])`;
  return form === 'compact'
    ? other
    : `coalesce(${other}, case when regexp_matches(${text}, '^\\d{4}-') then ${iso} end)`;
}

/** Whether an ISO text carries its own offset; only longer texts that begin with the year can. */
function hasOffset(text: string, form: DateForm): string {
  if (form === 'serial' || form === 'compact') return 'false';
  const iso = form === 'ymd' ? '' : `substr(${text}, 5, 1) = '-' and `;
  return `(length(${text}) > 16 and ${iso}regexp_matches(${text}, '\\d(Z|[+-]\\d\\d:?(\\d\\d)?)$') and contains(${text}, ':'))`;
}

/**
 * SQL of an instant: in UTC where the text carries its offset, else on the clock it shows. A cast
 * to a timestamp without zone drops the offset in silence, so such texts take another way.
 */
function momentOf(text: string, form: DateForm): string {
  const clock = timestampOf(text, form);
  const offset = hasOffset(text, form);
  return offset === 'false'
    ? clock
    : `case when ${offset} then timezone('UTC', try_cast(${text} as timestamptz)) else ${clock} end`;
}

/** Condition under which a moment is none, or of a year that only a slip of the keyboard gives. */
function outOfReach(moment: string): string {
  return `not coalesce(${moment} between timestamp '1900-01-01' and timestamp '2199-12-31', false)`;
}

/** SQL of the instant a text gives, by its settled form; null where it cannot be read. */
export function printMoment(text: string, form: DateForm): string {
  return momentOf(known(text), form);
}

/**
 * SQL of a number. The other mark is only ever taken for what separates thousands, where it stands
 * before groups of three: 1,5 in a column of decimal points is no number, least of all 15.
 */
function numberOf(text: string, { mark, settled_by, numeric_cells }: NumberReading): string {
  const cast = (sql: string) => `try_cast(${sql} as decimal(18, 6))`;
  const other = mark === ',' ? '.' : ',';
  const bare = `regexp_replace(${text}, '^[\\s$]+|[\\s$]+$', '', 'g')`;
  const groups = `regexp_full_match(${bare}, '[+-]?\\d{1,3}([${other} ]\\d{3})+([${mark}]\\d*)?')`;
  const joined = `replace(regexp_replace(${bare}, '[${other} ]', '', 'g'), ',', '.')`;
  const alone = `case when not contains(${text}, '.') then ${cast(`replace(${bare}, ',', '.')`)} end`;
  // Without a mark in the values looked at, one further down is not to be guessed.
  if (settled_by === '') return `case when not regexp_matches(${text}, '[.,]') then ${cast(text)} end`;
  // Most numbers need no mending: the cast is tried on the text itself first.
  const first = mark === '.' || numeric_cells ? [cast(text)] : [];
  const last = mark === ',' ? [alone] : [cast(bare)];
  return `coalesce(${[...first, `case when ${groups} then ${cast(joined)} end`, ...last].join(', ')})`;
}

/** SQL of a number that may be written in per cent: 108 % is 1.08. */
function percentOf(text: string, reading: NumberReading): string {
  const bare = `trim(replace(${text}, '%', ''))`;
  return `case when right(${text}, 1) = '%' then ${numberOf(bare, reading)} * 0.01 else ${numberOf(text, reading)} end`;
}

const YES = ['si', 'sí', 's', 'yes', 'y', 'true', 'verdadero', 't', 'v', '1', 'x'];
const NO = ['no', 'n', 'false', 'falso', 'f', '0'];

/** Names under which a column's given text and its value stand while a file is staged. */
export function givenName(column: string): string {
  return quoteName(`given_${column}`);
}

export function valueName(column: string): string {
  return quoteName(`value_${column}`);
}

const PLAIN = { given: null, value: null, unreadable: null } as const;

/** Prints how one declared column is read from the SQL of its cell. */
export function printCell(column: Column, cell: string, reading: Reading): CellSql {
  const { name } = column;
  const given = givenName(name);
  const value = valueName(name);
  const read = { given: known(cell), unreadable: `${given} is not null and ${value} is null` };
  switch (column.type) {
    case 'text':
      return { ...PLAIN, columns: [{ name, sql: cell }] };
    case 'reference': {
      // Two blanks inside a name are a slip of the keyboard, not another name.
      const sql = `case when contains(${cell}, '  ') then regexp_replace(${cell}, '\\s+', ' ', 'g') else ${cell} end`;
      return { ...PLAIN, columns: [{ name, sql }] };
    }
    case 'code':
      return { ...PLAIN, columns: [{ name, sql: known(cell) }] };
    case 'boolean': {
      const list = (words: readonly string[]) => words.map(quoteText).join(', ');
      const sql = `case when lower(${given}) in (${list(YES)}) then true when lower(${given}) in (${list(NO)}) then false end`;
      return { ...read, value: sql, columns: [{ name, sql: value }] };
    }
    case 'instant':
    case 'date': {
      if (reading.kind !== 'date') throw new Error(`no date reading for ${name}`);
      const unreadable = `${given} is not null and ${outOfReach(value)}`;
      if (column.type === 'date') {
        const columns = [{ name, sql: `${value}::date` }];
        return { ...read, value: timestampOf(given, reading.form), columns, unreadable };
      }
      const columns = [
        { name: `${name}_read`, sql: value },
        { name: `${name}_fixed`, sql: hasOffset(given, reading.form) },
      ];
      return { ...read, value: momentOf(given, reading.form), columns, unreadable };
    }
    case 'integer':
    case 'decimal':
    case 'duration': {
      if (reading.kind !== 'number') throw new Error(`no number reading for ${name}`);
      const number = column.type === 'decimal' ? percentOf(given, reading) : numberOf(given, reading);
      if (column.type === 'integer') {
        const whole = `case when ${value} = floor(${value}) then ${value}::bigint end`;
        const unreadable = `${given} is not null and (${whole}) is null`;
        return { ...read, value: number, columns: [{ name, sql: whole }], unreadable };
      }
      // Wide enough for any number a cell may hold; one too large to count with is unreadable, not a crash.
      const scaled = `try_cast(${value}::decimal(38, 6) * ${keptScale(column)} as bigint)`;
      const unreadable = `${given} is not null and (${scaled}) is null`;
      return { ...read, value: number, columns: [{ name, sql: scaled }], unreadable };
    }
    default:
      return column.type satisfies never;
  }
}
