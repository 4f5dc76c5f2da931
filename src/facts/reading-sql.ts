import type { Column } from '../kernel/index.ts';
import { quoteText } from '../engine/index.ts';
import { type DateForm, EMPTY_WORDS, type Reading } from './reading.ts';

/** SQL that reads the text of one cell into a declared column, and tells what could not be read. */
export interface CellSql {
  /** Name and expression of each stage column. */
  readonly columns: readonly { readonly name: string; readonly sql: string }[];
  /** Condition under which the text is there and cannot be read. */
  readonly unreadable: string | null;
}

const BLANKS = ' || chr(9) || chr(10) || chr(13) || chr(160)';

/** The text of a cell without blanks around it; empty as null. */
export function trimmed(cell: string, compose: boolean): string {
  const text = compose ? `nfc_normalize(${cell})` : cell;
  return `nullif(trim(${text}, ' '${BLANKS}), '')`;
}

function known(text: string): string {
  const words = EMPTY_WORDS.filter((word) => word !== '').map(quoteText);
  // Only short texts can be one of the words that mean nothing: longer ones skip the comparison.
  return `case when length(${text}) > 4 or lower(${text}) not in (${words.join(', ')}) then ${text} end`;
}

const DATE_FORMATS: Readonly<Record<Exclude<DateForm, 'serial'>, readonly string[]>> = {
  ymd: ['%Y/%m/%d'],
  dmy: ['%d/%m/%Y', '%d/%m/%y'],
  mdy: ['%m/%d/%Y', '%m/%d/%y'],
  compact: ['%Y%m%d'],
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

/** A date text made uniform: slashes, `a. m.` as AM, month names as numbers. */
function uniform(text: string): string {
  const slashes = `regexp_replace(regexp_replace(${text}, '^(\\d{1,4})[-/. ](\\d{1,2})[-/. ](\\d{1,4})', '\\1/\\2/\\3'), '[T,]+ ?(\\d)', ' \\1')`;
  const halves = `regexp_replace(regexp_replace(${slashes}, '(?i) ?a\\.? ?m\\.?$', ' AM'), '(?i) ?p\\.? ?m\\.?$', ' PM')`;
  const months = MONTH_NUMBERS.map(([name, number]) => `when '${name}' then '${number}'`).join(' ');
  const named = `regexp_extract(lower(${text}), '^(\\d{1,2})[-/. ](?:de )?([a-z]{3})[a-z]*[-/. ](?:de )?(\\d{2,4})(.*)$', ['d', 'm', 'y', 'r'])`;
  return `case when regexp_matches(${text}, '[A-Za-z]{3}') then ${named}.d || '/' || (case ${named}.m ${months} end) || '/' || ${named}.y || ${named}.r else ${halves} end`;
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

function numberOf(text: string, mark: '.' | ','): string {
  const bare = `regexp_replace(${text}, '[\\s$]', '', 'g')`;
  const plain = mark === ',' ? `replace(replace(${bare}, '.', ''), ',', '.')` : `replace(${bare}, ',', '')`;
  // Most numbers need no mending: the cast is tried on the text itself first.
  return mark === ','
    ? `try_cast(${plain} as decimal(18, 6))`
    : `coalesce(try_cast(${text} as decimal(18, 6)), try_cast(${plain} as decimal(18, 6)))`;
}

const YES = ['si', 'sí', 's', 'yes', 'y', 'true', 'verdadero', 't', 'v', '1', 'x'];
const NO = ['no', 'n', 'false', 'falso', 'f', '0'];

/** Prints how one declared column is read from the SQL of its cell. */
export function printCell(column: Column, cell: string, reading: Reading, compose: boolean): CellSql {
  const text = trimmed(cell, compose);
  const name = column.name;
  switch (column.type) {
    case 'text':
      return { columns: [{ name, sql: text }], unreadable: null };
    case 'reference':
      // Two blanks inside a name are a slip of the keyboard, not another name.
      return {
        columns: [
          {
            name,
            sql: `case when contains(${text}, '  ') then regexp_replace(${text}, '\\s+', ' ', 'g') else ${text} end`,
          },
        ],
        unreadable: null,
      };
    case 'code':
      return { columns: [{ name, sql: known(text) }], unreadable: null };
    case 'boolean': {
      const lower = `lower(${known(text)})`;
      const list = (words: readonly string[]) => words.map(quoteText).join(', ');
      const sql = `case when ${lower} in (${list(YES)}) then true when ${lower} in (${list(NO)}) then false end`;
      return { columns: [{ name, sql }], unreadable: `${known(text)} is not null and ${sql} is null` };
    }
    case 'instant':
    case 'date': {
      if (reading.kind !== 'date') throw new Error(`no date reading for ${name}`);
      const given = known(text);
      if (column.type === 'date') {
        const clock = timestampOf(given, reading.form);
        return {
          columns: [{ name, sql: `${clock}::date` }],
          unreadable: `${given} is not null and ${clock} is null`,
        };
      }
      const moment = momentOf(given, reading.form);
      return {
        columns: [
          { name: `${name}_read`, sql: moment },
          { name: `${name}_fixed`, sql: hasOffset(given, reading.form) },
        ],
        unreadable: `${given} is not null and ${moment} is null`,
      };
    }
    case 'integer':
    case 'decimal':
    case 'duration': {
      if (reading.kind !== 'number') throw new Error(`no number reading for ${name}`);
      const given = known(text);
      const number = numberOf(given, reading.mark);
      if (column.type === 'integer') {
        const whole = `case when ${number} = floor(${number}) then ${number}::bigint end`;
        return { columns: [{ name, sql: whole }], unreadable: `${given} is not null and (${whole}) is null` };
      }
      const factor =
        column.type === 'decimal'
          ? 1_000_000
          : column.measured_in === 'h'
            ? 3_600_000_000
            : column.measured_in === 's'
              ? 1_000_000
              : 60_000_000;
      return {
        columns: [{ name, sql: `(${number} * ${factor})::bigint` }],
        unreadable: `${given} is not null and ${number} is null`,
      };
    }
    default:
      return column.type satisfies never;
  }
}
