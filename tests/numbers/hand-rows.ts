import {
  type EvaluateSettings,
  evaluatePlan,
  type Figure,
  planIndicators,
  quoteName,
} from '../../src/engine/index.ts';
import { type Duck, openDuck } from '../../src/facts/index.ts';
import {
  CAPACITY_PARTS,
  type CheckedIndicator,
  checkSheet,
  DECIMAL_SCALE,
  type Vocabulary,
} from '../../src/language/index.ts';
import {
  type Calendar,
  type Column,
  type ColumnType,
  compileCalendar,
  type Dataset,
  findUnit,
  multiply,
  parseDecimal,
  parsePeriod,
  type Process,
  rational,
  type Sheet,
  type Standard,
  toInstant,
  workAt,
} from '../../src/kernel/index.ts';

/** Every fact of a hand-made table happens on the clock of mainland Ecuador. */
const ZONE = 'America/Guayaquil';
const text = (words: string) => ({ es: words, en: words });

export type HandValue = string | number | boolean | null;
export type HandRow = Readonly<Record<string, HandValue>>;

/** A column of a hand-made data set: its type, and what the type needs. */
export function column(name: string, type: ColumnType, more: Partial<Column> = {}): Column {
  return {
    name,
    type,
    label: text(name),
    required: false,
    aliases: [],
    date_aliases: [],
    time_aliases: [],
    of: null,
    codes: null,
    measured_in: type === 'duration' ? 'min' : null,
    ...more,
  };
}

/** A hand-made data set; its first column is the key. */
export function dataset(id: string, columns: readonly Column[], more: Partial<Dataset> = {}): Dataset {
  return {
    id,
    pack: 'hand',
    name: text(id),
    columns,
    key: [columns[0]!.name],
    date: null,
    opens: null,
    closes: null,
    weight: null,
    rules: [],
    lookups: [],
    derived: false,
    ...more,
  };
}

/** A standard from 2010 on; ratios as text, exactly. */
export function standard(
  direction: Standard['direction'],
  bounds: { floor?: string; ceiling?: string },
  more: Partial<Standard> = {},
): Standard {
  return {
    from: '2010-01-01',
    where: null,
    direction,
    floor: bounds.floor === undefined ? null : parseDecimal(bounds.floor)!,
    ceiling: bounds.ceiling === undefined ? null : parseDecimal(bounds.ceiling)!,
    limit: null,
    tolerance: null,
    historical_error: null,
    ...more,
  };
}

/** The parts of a sheet that decide a number; the words are those of nobody. */
export interface HandSheet {
  readonly id?: string;
  readonly dataset?: string;
  readonly scope?: string;
  readonly where?: string;
  readonly date?: string;
  readonly measure?: string;
  readonly measure_unit?: string;
  readonly formula: string;
  readonly except?: Readonly<Record<string, string>>;
  readonly standards?: readonly Standard[];
}

function toSheet(hand: HandSheet): Sheet {
  const nothing = text('');
  return {
    id: hand.id ?? 'hand-made',
    pack: 'hand',
    code: null,
    version: 1,
    name: nothing,
    objective: nothing,
    aspect: nothing,
    process: 'cards',
    class: 'operativo',
    type: 'eficacia',
    frequency: 'mensual',
    source: nothing,
    supplier: nothing,
    responsible: nothing,
    users: nothing,
    variables: [],
    population: {
      id: 'all',
      dataset: hand.dataset ?? 'requests',
      scope: hand.scope ?? null,
      where: hand.where ?? null,
      name: nothing,
    },
    date: hand.date ?? null,
    measure: hand.measure ?? null,
    measure_unit: hand.measure_unit ?? null,
    formula: hand.formula,
    except: Object.entries(hand.except ?? {}).map(([code, where]) => ({ code, where, text: nothing })),
    standards: hand.standards ?? [],
    references: [],
    causes: [],
    interpretation: { met: nothing, not_met: nothing, excess: null },
    places: new Map(),
  };
}

export interface HandQuestion {
  readonly period?: string;
  readonly by?: readonly string[];
  /** Instant on the clock of mainland Ecuador at which the user looks; without it, `latest` is when the data end. */
  readonly as_of?: string;
  readonly latest?: string;
}

export interface HandAnswer {
  readonly figures: readonly Figure[];
  /** The statements that were run, for a failing test to print. */
  readonly sql: string;
}

/** Tables of hand-made rows on the real engine, in memory. */
export interface HandTables {
  readonly put: (dataset: string, rows: readonly HandRow[]) => Promise<void>;
  readonly measure: (sheets: readonly HandSheet[], question?: HandQuestion) => Promise<HandAnswer>;
  readonly duck: Duck;
  readonly close: () => void;
}

export interface HandWorld {
  readonly datasets: readonly Dataset[];
  readonly processes?: Readonly<Record<string, string | null>>;
  readonly calendars?: readonly Calendar[];
  /** Calendar of each unit. */
  readonly units?: Readonly<Record<string, string>>;
  readonly default_calendar?: string;
  readonly settings?: EvaluateSettings;
}

function sqlTypes({ type }: Column): readonly string[] {
  if (type === 'instant') return ['timestamp', 'timestamp', 'bigint'];
  if (type === 'date' || type === 'boolean') return [type];
  return type === 'integer' || type === 'decimal' || type === 'duration' ? ['bigint'] : ['varchar'];
}

function physical({ name, type }: Column): readonly string[] {
  return type === 'instant' ? [name, `${name}_local`, `${name}_work`] : [name];
}

/** A number as the integer that is kept: base units times the scale of its column. */
function toInteger(value: HandValue, { type, measured_in }: Column, derived: boolean): bigint {
  const factor = type === 'duration' ? (findUnit(measured_in ?? 'min')?.factor ?? 1n) : 1n;
  const scale = derived ? BigInt(CAPACITY_PARTS) : type === 'decimal' ? BigInt(DECIMAL_SCALE) : 1n;
  const exact = multiply(parseDecimal(String(value))!, rational(factor * scale));
  if (exact.den !== 1n) throw new Error(`not whole in base units: ${String(value)}`);
  return exact.num;
}

/** Makes empty tables for hand-made data sets. */
export async function openHandTables(world: HandWorld): Promise<HandTables> {
  const duck = await openDuck(':memory:', '');
  const calendars = new Map(
    (world.calendars ?? []).map((calendar) => [
      calendar.id,
      compileCalendar(calendar, '2011-01-01', '2012-01-01'),
    ]),
  );
  const calendarOf = (unit: HandValue): string | null =>
    world.units?.[String(unit)] ?? world.default_calendar ?? null;
  const datasets = new Map(world.datasets.map((item) => [item.id, item]));
  for (const { id, columns } of world.datasets) {
    const own = columns.flatMap((item) =>
      physical(item).map((name, index) => `${quoteName(name)} ${sqlTypes(item)[index]}`),
    );
    await duck.run(`create table ${quoteName(id)} (${[...own, '_flags bigint default 0'].join(', ')})`);
  }
  await duck.run('create table unit_calendars (unit varchar, zone varchar, calendar varchar)');
  for (const [unit, calendar] of Object.entries(world.units ?? {}))
    await duck.run(`insert into unit_calendars values ('${unit}', '${ZONE}', '${calendar}')`);
  const literal = (value: HandValue, item: Column, row: HandRow, derived: boolean): readonly string[] => {
    if (value === null) return physical(item).map(() => 'null');
    if (item.type !== 'instant') {
      if (sqlTypes(item)[0] === 'bigint') return [toInteger(value, item, derived).toString()];
      return [`'${String(value)}'`];
    }
    const us = toInstant(String(value), ZONE);
    const calendar = calendarOf(row['unit'] ?? null);
    const days = calendar === null ? undefined : calendars.get(calendar);
    return [
      `make_timestamp(${us})`,
      `timestamp '${String(value)}'`,
      days ? workAt(days, us).toString() : 'null',
    ];
  };
  const vocabulary: Vocabulary = {
    datasets,
    codes: new Map(),
    processes: new Map(
      Object.entries(world.processes ?? {}).map(([id, parent]): [string, Process] => [
        id,
        {
          id,
          pack: 'hand',
          parent,
          name: text(id),
          aliases: [],
          critical: false,
          rules: [],
          band: null,
          under: parent,
          mixed: false,
          characterisations: [],
        },
      ]),
    ),
    schedules: new Map(),
    populations: new Map(),
  };
  return {
    duck,
    close: () => duck.close(),
    put: async (id, rows) => {
      const { columns, derived } = datasets.get(id)!;
      const lines = rows.map(
        (row) =>
          `(${[...columns.flatMap((item) => literal(row[item.name] ?? null, item, row, derived)), String(row['_flags'] ?? 0)].join(', ')})`,
      );
      await duck.run(`insert into ${quoteName(id)} values ${lines.join(',\n')}`);
    },
    measure: async (sheets, { period = '2011-06', by = [], as_of, latest = '2011-06-30T23:59:59' } = {}) => {
      const us = toInstant(as_of ?? latest, ZONE);
      const work = new Map([...calendars].map(([id, days]) => [id, workAt(days, us)]));
      const cut = {
        us,
        explicit: as_of !== undefined,
        work,
        default_calendar: world.default_calendar ?? null,
      };
      const { from, to } = parsePeriod(period)!;
      const plan = planIndicators(
        sheets.map((sheet) => getIndicator(sheet, vocabulary)),
        { from, to, by, cuts: new Map(world.datasets.map(({ id }) => [id, cut])) },
        { vocabulary, standard_minutes: [] },
      );
      const sql = plan.datasets.map((statement) => statement.sql).join(';\n\n');
      try {
        const results = [];
        for (const statement of plan.datasets) results.push(await duck.rows(statement.sql));
        const settings = world.settings ?? { tail_share: 0.9, small_sample: 0 };
        return { figures: evaluatePlan(plan, results as Parameters<typeof evaluatePlan>[1], settings), sql };
      } catch (error) {
        throw new Error(`${String(error)}\n\n${sql}`, { cause: error });
      }
    },
  };
}

function getIndicator(sheet: HandSheet, vocabulary: Vocabulary): CheckedIndicator {
  const { indicator, problems } = checkSheet(toSheet(sheet), vocabulary);
  if (!indicator) throw new Error(`sheet refused: ${JSON.stringify(problems)}`);
  return indicator;
}
