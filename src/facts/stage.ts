import type { Dataset } from '../kernel/index.ts';
import { quoteName, quoteText } from '../engine/index.ts';
import type { ChosenColumns, ColumnSource } from './choose-columns.ts';
import { PAN_CANDIDATE_REGEX_RE2, type PreparedFile } from './intake/index.ts';
import type { Mapping } from './read-mapping.ts';
import type { Reading } from './reading.ts';
import { printCell, trimmed } from './reading-sql.ts';

/** One thing that can be wrong with a row, as a bit of its `_problems`. */
export interface ProblemBit {
  readonly code: string;
  readonly column: string;
}

export interface StagePlan {
  readonly sql: string;
  readonly bits: readonly ProblemBit[];
}

/** The file as a relation of text cells `c0`, `c1`... in file order. */
export function printSource(prepared: PreparedFile): string {
  const columns = prepared.header.map((_, index) => `'c${index}': 'VARCHAR'`);
  return `read_csv(${quoteText(prepared.csv_path)}, auto_detect = false, header = true, skip = ${prepared.skip_lines}, delim = ${quoteText(prepared.delimiter)}, quote = '"', escape = '"', columns = {${columns.join(', ')}}, max_line_size = 4194304)`;
}

/** An event log as one row per case: attributes from its first event, chosen events by their time. */
function printCases(prepared: PreparedFile, chosen: ChosenColumns, mapping: Mapping): string {
  const log = mapping.log!;
  const cell = (header: string) => `c${prepared.header.indexOf(header)}`;
  const attributes = prepared.header.map((_, index) => `first(c${index} order by event) as c${index}`);
  const events = [...chosen.sources].flatMap(([name, source]) => {
    if (source.kind !== 'event') return [];
    const moment = `coalesce(try_cast(${cell(log.time)} as timestamptz), try_strptime(${cell(log.time)}, ['%d/%m/%Y %H:%M:%S', '%d/%m/%Y %H:%M'])::timestamptz)`;
    const filter =
      source.activities.length === 0 || !log.activity
        ? ''
        : ` filter (where ${cell(log.activity)} in (${source.activities.map(quoteText).join(', ')}))`;
    return [
      `${source.which === 'first' ? 'arg_min' : 'arg_max'}(${cell(log.time)}, ${moment})${filter} as ${eventCell(name)}`,
    ];
  });
  const used = new Set(
    [...chosen.sources.values()].flatMap((source) => (source.kind === 'one' ? [source.index] : [])),
  );
  const differs = [...used].map((index) => `count(distinct c${index}) > 1`);
  const select = [
    ...attributes,
    ...events,
    `(${differs.join(' or ') || 'false'}) as case_differs`,
    'min(event) as event',
    'count(*) as events',
  ];
  return `(select ${select.join(', ')} from (select *, row_number() over () as event from ${printSource(prepared)}) group by ${cell(log.case)} order by event)`;
}

function eventCell(column: string): string {
  return quoteName(`event_${column}`);
}

/** The text a declared column is read from. */
function cellOf(column: string, source: ColumnSource): string {
  switch (source.kind) {
    case 'one':
      return `c${source.index}`;
    case 'date-time':
      // A date without its time is half a reading: the cell stays unreadable rather than midnight.
      return `(c${source.date} || ' ' || regexp_replace(regexp_replace(trim(c${source.time}), '^(\\d{1,2})h(\\d{2})$', '\\1:\\2'), '^(\\d{1,2})$', '\\1:00'))`;
    case 'event':
      return eventCell(column);
    case 'constant':
      return quoteText(source.value);
    default:
      return source satisfies never;
  }
}

/** Type of a column the file does not have, where it is not text. */
const EMPTY_TYPES: Readonly<Record<string, string>> = {
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
  const compose = prepared.has_combining_marks;
  const bits: ProblemBit[] = [];
  const tests: string[] = [];
  const test = (code: string, column: string, condition: string): void => {
    tests.push(`case when ${condition} then ${2n ** BigInt(bits.length)} else 0 end`);
    bits.push({ code, column });
  };
  const selects: string[] = [];
  const isoCells = new Set<number>();
  for (const column of dataset.columns) {
    const source = chosen.sources.get(column.name);
    const reading = readings.get(column.name) ?? { kind: 'text' };
    if (!source) {
      if (column.type === 'instant')
        selects.push(`null::timestamp as ${column.name}_read`, `false as ${column.name}_fixed`);
      else selects.push(`null::${EMPTY_TYPES[column.type] ?? 'varchar'} as ${quoteName(column.name)}`);
      continue;
    }
    const cell = cellOf(column.name, source);
    const read = printCell(column, cell, reading, compose);
    selects.push(...read.columns.map(({ name, sql }) => `${sql} as ${quoteName(name)}`));
    if (column.required) test('required-empty', column.name, `${trimmed(cell, false)} is null`);
    if (source.kind === 'date-time') {
      test(
        'date-without-time',
        column.name,
        `${trimmed(`c${source.date}`, false)} is not null and ${trimmed(`c${source.time}`, false)} is null`,
      );
    }
    if (read.unreadable) test(UNREADABLE[column.type] ?? 'unreadable-number', column.name, read.unreadable);
    if (reading.kind === 'date' && reading.form === 'ymd' && source.kind === 'one')
      isoCells.add(source.index);
  }
  const beyond = prepared.header
    .slice(prepared.named_columns)
    .map((_, index) => `c${prepared.named_columns + index}`);
  if (beyond.length > 0) test('too-many-cells', '', `coalesce(${beyond.join(', ')}) is not null`);
  if (mapping?.log) test('case-attribute-differs', '', 'case_differs');
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
  selects.push(`(${tests.join(' + ') || '0'})::bigint as _problems`, `${pan} as _pan`);
  const source = mapping?.log ? printCases(prepared, chosen, mapping) : printSource(prepared);
  const anything = prepared.header.map((_, index) => `c${index}`);
  const notBlank = `coalesce(${anything.map((cell) => `nullif(trim(${cell}), '')`).join(', ')}) is not null`;
  return {
    sql: `create or replace temp table stage as\nselect ${selects.join(',\n       ')}\n  from ${source}\n where ${notBlank}`,
    bits,
  };
}
