import { type Dataset, toInstant, zoneOffsets } from '../kernel/index.ts';
import { printRow, quoteName, quoteText } from '../engine/index.ts';
import type { RowExpression } from '../language/index.ts';
import { timestampLiteral, workSql } from './work-days.ts';

export interface ProjectionPlace {
  /** Zone and calendar of units that declare none. */
  readonly default_zone: string;
  readonly default_calendar: string | null;
  /** Every zone a unit declares. */
  readonly zones: readonly string[];
  /** Largest number of open intervals a day has in any calendar. */
  readonly intervals: number;
}

/** Years in which a zone that kept one offset is a constant; outside them the tz database is asked. */
const STEADY = { from: '2000-01-01', to: '2040-01-01' } as const;

/** Offset of a zone that does not change its clocks in those years, in microseconds, else null. */
function steadyOffset(zone: string): bigint | null {
  const [from, to] = [toInstant(`${STEADY.from}T00:00:00`, 'UTC'), toInstant(`${STEADY.to}T00:00:00`, 'UTC')];
  const offsets = zoneOffsets(zone, from, to);
  return offsets.length === 1 ? offsets[0]!.offset_us : null;
}

/** SQL of the offset of each fact's zone as a number, or null when some zone in use changes its clocks. */
function offsetSql(place: ProjectionPlace, hasUnit: boolean): string | null {
  const usual = steadyOffset(place.default_zone);
  const others = hasUnit ? place.zones.filter((zone) => zone !== place.default_zone) : [];
  const offsets = others.map((zone) => [zone, steadyOffset(zone)] as const);
  if (usual === null || offsets.some(([, offset]) => offset === null)) return null;
  if (offsets.length === 0) return String(usual);
  const branches = offsets.map(([zone, offset]) => `when ${quoteText(zone)} then ${offset}`);
  return `(case uc.zone ${branches.join(' ')} else ${usual} end)`;
}

/** Adding a number costs a twentieth of asking the tz database for each row: asked only where it must be. */
function shift(read: string, sign: '+' | '-', offset: string | null, asked: string): string {
  if (offset === null) return asked;
  const steady = `${read} >= timestamp '${STEADY.from} 12:00:00' and ${read} < timestamp '2039-12-31 12:00:00'`;
  return `case when ${steady} then make_timestamp(epoch_us(${read}) ${sign} ${offset}) else ${asked} end`;
}

/** SQL of the moment, the wall clock and the flag of one instant read into the stage. */
function instantFaces(name: string, place: ProjectionPlace, hasUnit: boolean): readonly string[] {
  const [read, fixed] = [`s.${name}_read`, `s.${name}_fixed`];
  const usual = quoteText(place.default_zone);
  const zone = hasUnit ? `coalesce(uc.zone, ${usual})` : usual;
  const offset = offsetSql(place, hasUnit);
  const toUtc = shift(read, '-', offset, `timezone(${zone}, ${read})::timestamp`);
  const toWall = shift(read, '+', offset, `timezone(${zone}, ${read}::timestamptz)`);
  return [
    `case when ${fixed} then ${read} else ${toUtc} end as ${name}`,
    `case when ${fixed} then ${toWall} else ${read} end as ${name}_local`,
    `${fixed} as ${name}_fixed`,
  ];
}

/** Code columns and the table that gives each text its id. */
export function codeColumns(dataset: Dataset): readonly { readonly name: string; readonly codes: string }[] {
  return dataset.columns.flatMap((column) =>
    column.type === 'code' && column.codes !== null ? [{ name: column.name, codes: column.codes }] : [],
  );
}

/**
 * SQL of the facts a stage makes, before working time: codes as ids, instants in UTC and on the
 * wall clock of the unit. `_row` is the position of the record in its file.
 */
export function printProjected(
  dataset: Dataset,
  place: ProjectionPlace,
  rules: readonly (RowExpression | null)[],
): string {
  const hasUnit = dataset.columns.some((column) => column.name === 'unit') && dataset.id !== 'units';
  const joins: string[] = [];
  const selects = dataset.columns.flatMap((column) => {
    const name = quoteName(column.name);
    if (column.type === 'instant') return instantFaces(column.name, place, hasUnit);
    if (column.type === 'code' && column.codes !== null) {
      const alias = `code_${column.name}`;
      joins.push(
        `left join code_map ${alias} on ${alias}.column_name = ${quoteText(column.name)} and ${alias}.text = s.${name}`,
      );
      return [`${alias}.id as ${name}`, `s.${name} as ${textOf(column.name)}`];
    }
    return [`s.${name}`];
  });
  if (hasUnit) joins.push('left join unit_calendars uc on uc.unit = s.unit');
  const read = [
    `select ${[...selects, 's._problems', 's.rowid + 1 as _row'].join(',\n       ')}`,
    '  from stage s',
    ...joins.map((join) => `  ${join}`),
  ].join('\n');
  return `select *, (${printFlags(dataset, rules)})::bigint as _flags\n  from (${read})`;
}

/** The text a code column had in the file, beside its id. */
function textOf(column: string): string {
  return quoteName(`text_${column}`);
}

/** Conditions a projected row must meet, each as a bit: unknown codes, future dates, the data set's rules. */
export interface ProjectedTest {
  readonly code: string;
  readonly column: string;
  readonly condition: string;
}

export function projectedTests(
  dataset: Dataset,
  rules: readonly (RowExpression | null)[],
  now_us: bigint,
): ProjectedTest[] {
  const tests: ProjectedTest[] = [];
  for (const { name } of codeColumns(dataset)) {
    tests.push({
      code: 'unknown-code',
      column: name,
      condition: `${quoteName(name)} is null and ${textOf(name)} is not null`,
    });
  }
  // Two days of grace: clocks of branches differ, years typed wrong do not.
  const horizon = timestampLiteral(now_us + 172_800_000_000n);
  for (const name of new Set([dataset.opens, dataset.closes, dataset.date])) {
    if (name !== null && dataset.columns.find((column) => column.name === name)?.type === 'instant') {
      tests.push({ code: 'future-date', column: name, condition: `${name} > ${horizon}` });
    }
  }
  for (const [index, rule] of dataset.rules.entries()) {
    const check = rules[index];
    if (rule.otherwise !== 'quarantine' || !check) continue;
    tests.push({ code: rule.code, column: firstColumn(check), condition: `not (${printRow(check)})` });
  }
  return tests;
}

function firstColumn(expression: RowExpression): string {
  const match = /"kind":"column"[^}]*?(?:\{[^}]*\})?[^}]*?"name":"([^"]+)"/.exec(JSON.stringify(expression));
  return match?.[1] ?? '';
}

/** Bits of the rules that only flag: what stays, counted and shown. */
function printFlags(dataset: Dataset, rules: readonly (RowExpression | null)[]): string {
  const bits = dataset.rules.flatMap((rule, index) => {
    const check = rules[index];
    return rule.otherwise === 'flag' && check
      ? [`case when not (${printRow(check)}) then ${2n ** BigInt(index)} else 0 end`]
      : [];
  });
  return bits.length === 0 ? '0' : bits.join(' + ');
}

/** SQL of finished facts: projected rows with the position of each instant in the unit's working time. */
export function printFacts(dataset: Dataset, place: ProjectionPlace, seq: number): string {
  const instants = dataset.columns.filter((column) => column.type === 'instant').map((column) => column.name);
  const hasUnit = dataset.columns.some((column) => column.name === 'unit') && dataset.id !== 'units';
  const calendars = hasUnit && instants.length > 0 && place.intervals > 0;
  const joins = calendars
    ? [
        'left join unit_calendars uc on uc.unit = p.unit',
        ...instants.map(
          (name) =>
            `left join work_days wd_${name} on wd_${name}.calendar = coalesce(uc.calendar, ${place.default_calendar === null ? 'null' : quoteText(place.default_calendar)}) and wd_${name}.date = p.${name}_local::date`,
        ),
      ]
    : [];
  const selects = dataset.columns.flatMap((column) => {
    const name = column.name;
    if (column.type !== 'instant') return [`p.${quoteName(name)}`];
    const work = calendars ? workSql(`wd_${name}`, `p.${name}`, place.intervals) : 'null::bigint';
    return [`p.${name}`, `p.${name}_local`, `p.${name}_fixed`, `${work} as ${name}_work`];
  });
  const content = dataset.columns.map((column) =>
    column.type === 'instant' ? `p.${column.name}` : `p.${quoteName(column.name)}`,
  );
  return [
    `select ${[...selects, `${seq} as _import`, 'p._row', `hash(${content.join(', ')}) as _hash`, 'true as _current', 'p._flags'].join(',\n       ')}`,
    '  from projected p',
    ...joins.map((join) => `  ${join}`),
  ].join('\n');
}
