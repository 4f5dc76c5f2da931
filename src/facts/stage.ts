import type { Column, Dataset } from '../kernel/index.ts';
import { quoteName, quoteText } from '../engine/index.ts';
import { type ChosenColumns, type ColumnSource, findLogColumns } from './choose-columns.ts';
import { findCorrectionColumn, printUndoEscape } from './correction-file.ts';
import { PAN_CANDIDATE_REGEX_RE2, type PreparedFile } from './intake/index.ts';
import type { Mapping } from './read-mapping.ts';
import type { Reading } from './reading.ts';
import { givenName, printCell, printTrimmed, valueName } from './reading-sql.ts';
import {
  CASE_PLACE,
  differsCell,
  eventCell,
  printCases,
  printEvents,
  TIME_UNREADABLE,
} from './stage-cases.ts';

/** One thing that can be wrong with a row, as a bit of its `_problems`. */
export interface ProblemBit {
  readonly code: string;
  readonly column: string;
}

export interface StagePlan {
  readonly sql: string;
  readonly bits: readonly ProblemBit[];
  /** SQL of the records that may hold a card number, by their position in the file. */
  readonly suspects: string;
}

/** The file as a relation of text cells `c0`, `c1`... in file order, without blanks around them. */
export function printSource(prepared: PreparedFile): string {
  const columns = prepared.header.map((_, index) => `'c${index}': 'VARCHAR'`);
  const file = `read_csv(${quoteText(prepared.csv_path)}, auto_detect = false, header = true, skip = ${prepared.skip_lines}, delim = ${quoteText(prepared.delimiter)}, quote = '"', escape = '"', columns = {${columns.join(', ')}}, max_line_size = 4194304)`;
  // Rows that were taken out to be corrected come back with the apostrophes that kept them from being formulas.
  const isCorrection = findCorrectionColumn(prepared.header) >= 0;
  const cells = prepared.header.map((_, index) => {
    const cell = isCorrection ? printUndoEscape(`c${index}`) : `c${index}`;
    return `${printTrimmed(cell, prepared.has_combining_marks, prepared.has_odd_blanks)} as c${index}`;
  });
  return `(select ${cells.join(', ')} from ${file})`;
}

/** The text a declared column is read from. */
function cellOf(column: string, source: ColumnSource): string {
  switch (source.kind) {
    case 'one':
      return `c${source.index}`;
    case 'date-time':
      // A date without its time is half a reading: the cell stays unreadable rather than midnight.
      return `(c${source.date} || ' ' || regexp_replace(regexp_replace(c${source.time}, '^(\\d{1,2})h(\\d{2})$', '\\1:\\2'), '^(\\d{1,2})$', '\\1:00'))`;
    case 'event':
      return eventCell(column);
    case 'constant':
      return quoteText(source.value);
    default:
      return source satisfies never;
  }
}

/** Type in which a column that is no instant is staged. */
export function stageType(type: Column['type']): string {
  return STAGE_TYPES[type] ?? 'varchar';
}

/** Types of the columns that are not staged as text. */
const STAGE_TYPES: Readonly<Record<string, string>> = {
  date: 'date',
  boolean: 'boolean',
  integer: 'bigint',
  decimal: 'bigint',
  duration: 'bigint',
};

const UNREADABLE: Readonly<Record<string, string>> = {
  instant: 'unreadable-date',
  date: 'unreadable-date',
  boolean: 'unreadable-boolean',
};

/**
 * SQL that reads a prepared file into the table `stage`: one row per record that is not blank, in
 * file order, each declared column in its type, what is wrong as bits of `_problems`, and whether
 * the row may hold a card number. One pass over the file.
 */
export function planStage(
  dataset: Dataset,
  prepared: PreparedFile,
  chosen: ChosenColumns,
  readings: ReadonlyMap<string, Reading>,
  mapping: Mapping | null,
): StagePlan {
  const log = findLogColumns(prepared.header, mapping);
  const bits: ProblemBit[] = [];
  const tests: string[] = [];
  const test = (code: string, column: string, condition: string): void => {
    tests.push(`case when ${condition} then ${2n ** BigInt(bits.length)} else 0 end`);
    bits.push({ code, column });
  };
  const selects: string[] = [];
  const given: string[] = [];
  const values: string[] = [];
  const isoCells = new Set<number>();
  // Of a row with too many cells, none may be in its place: what else is wrong with it says nothing.
  const beyond = prepared.header
    .slice(prepared.named_columns)
    .map((_, index) => `c${prepared.named_columns + index}`);
  if (beyond.length > 0) test('too-many-cells', '', `coalesce(${beyond.join(', ')}) is not null`);
  for (const column of dataset.columns) {
    const source = chosen.sources.get(column.name);
    const reading = readings.get(column.name) ?? { kind: 'text' };
    if (!source) {
      if (column.type === 'instant')
        selects.push(`null::timestamp as ${column.name}_read`, `false as ${column.name}_fixed`);
      else selects.push(`null::${stageType(column.type)} as ${quoteName(column.name)}`);
      continue;
    }
    const cell = cellOf(column.name, source);
    const read = printCell(column, cell, reading);
    if (read.given !== null) given.push(`${read.given} as ${givenName(column.name)}`);
    if (read.value !== null) values.push(`${read.value} as ${valueName(column.name)}`);
    selects.push(...read.columns.map(({ name, sql }) => `${sql} as ${quoteName(name)}`));
    if (source.kind === 'date-time') {
      const [date, time] = [`c${source.date}`, `c${source.time}`];
      test('date-without-time', column.name, `${date} is not null and ${time} is null`);
      // Midnight is what systems write where they know no time.
      const midnight = `regexp_full_match(${time}, '0{1,2}:00(:00)?(\\.0+)?')`;
      test('time-without-date', column.name, `${date} is null and ${time} is not null and not ${midnight}`);
    }
    if (column.required) test('required-empty', column.name, `${cell} is null`);
    if (log && source.kind === 'one') test('case-attribute-differs', column.name, differsCell(source.index));
    if (source.kind === 'event') test('unreadable-date', column.name, TIME_UNREADABLE);
    if (read.unreadable) test(UNREADABLE[column.type] ?? 'unreadable-number', column.name, read.unreadable);
    if (reading.kind === 'date' && reading.form === 'ymd' && source.kind === 'one')
      isoCells.add(source.index);
  }
  const spared = new Set((mapping?.not_cards ?? []).map((name) => prepared.header.indexOf(name)));
  // Only a cell of thirteen characters or more can hold a card number; ISO instants cannot.
  const suspects = prepared.header.flatMap((_, index) =>
    spared.has(index)
      ? []
      : [
          `case when length(c${index}) >= 13${isoCells.has(index) ? ` and not regexp_matches(c${index}, '^\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d')` : ''} then c${index} end`,
        ],
  );
  const joined = `concat_ws(chr(31), ${suspects.join(', ')})`;
  const pan =
    suspects.length === 0
      ? 'false'
      : `(length(${joined}) > 0 and regexp_matches(${joined}, ${quoteText(PAN_CANDIDATE_REGEX_RE2)}))`;
  selects.push(`(${tests.join(' + ') || '0'})::bigint as _problems`);
  const from = (source: string) =>
    [given, values].reduce(
      (inner, layer) =>
        layer.length === 0 ? inner : `(select *, ${layer.join(',\n       ')} from ${inner})`,
      source,
    );
  if (log) {
    // A case stands where its first event is; every event is looked at for card numbers.
    const cases = printCases(prepared, chosen, log, readings, printSource(prepared));
    return {
      sql: `create or replace temp table stage as\nselect ${[...selects, `${CASE_PLACE} as _record`].join(',\n       ')}\n  from ${from(cases)}`,
      bits,
      suspects: `select event as ordinal from ${printEvents(prepared, printSource(prepared))} where ${pan} order by 1`,
    };
  }
  selects.push(`${pan} as _pan`);
  const anything = prepared.header.map((_, index) => `c${index}`);
  const notBlank = `coalesce(${anything.join(', ')}) is not null`;
  return {
    sql: `create or replace temp table stage as\nselect ${selects.join(',\n       ')}\n  from ${from(printSource(prepared))}\n where ${notBlank}`,
    bits,
    suspects: 'select rowid + 1 as ordinal from stage where _pan order by 1',
  };
}
