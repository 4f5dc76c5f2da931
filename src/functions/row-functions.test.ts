import { readFileSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RowFunction } from './function-definition.ts';
import { FUNCTIONS, findFunction } from './registry.ts';
import type { SqlValue } from './sql-value.ts';
import { quantityType, type ValueType } from './value-type.ts';

const HOUR = 3_600_000_000n;
const OPEN = 9n * HOUR;

/** An instant of a unit five hours west of Greenwich, with its position in the working time of Monday to Friday 9:00-16:00. */
function instant(local: string, work: bigint): SqlValue {
  const wall = `timestamp '${local}'`;
  return { sql: `(${wall} + interval 5 hour)`, local: wall, work: `${work}::bigint` };
}

const EMPTY: SqlValue = { sql: 'null::timestamp', local: 'null::timestamp', work: 'null::bigint' };
const FRIDAY_15H = instant('2011-06-03 15:00', 6n * HOUR);
const MONDAY_15H = instant('2011-06-06 15:00', 13n * HOUR);
const minutes = (count: number): SqlValue => ({ sql: `${count * 60_000_000}::bigint` });
const NO_MINUTES: SqlValue = { sql: 'null::bigint' };

interface Example {
  /** As the docstring of the function writes it, with what it gives. */
  readonly text: string;
  readonly args: readonly SqlValue[];
  readonly value: DuckDBValue;
}

const EXAMPLES: Readonly<Record<string, Example>> = {
  elapsed: {
    text: "elapsed('2011-06-03 15:00', '2011-06-06 15:00') // 72 h",
    args: [FRIDAY_15H, MONDAY_15H],
    value: 72n * HOUR,
  },
  working: {
    text: "working('2011-06-03 15:00', '2011-06-06 15:00') // 7 h",
    args: [FRIDAY_15H, MONDAY_15H],
    value: 7n * HOUR,
  },
  same_day: {
    text: "same_day('2011-06-03 23:59', '2011-06-04 00:01') // no",
    args: [instant('2011-06-03 23:59', OPEN), instant('2011-06-04 00:01', OPEN)],
    value: false,
  },
  first_known: {
    text: 'first_known(empty, 6 min) // 6 min',
    args: [NO_MINUTES, minutes(6)],
    value: 360_000_000n,
  },
};

describe('row functions on the real engine', () => {
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;

  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    connection = await instance.connect();
  });
  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });

  async function run(name: string, args: readonly SqlValue[]): Promise<DuckDBValue> {
    const definition = findFunction(name);
    if (definition?.kind !== 'row') throw new Error(`not a row function: ${name}`);
    const reader = await connection.runAndReadAll(`select ${definition.sql.duckdb(args)} as value`);
    return reader.getRows()[0]![0]!;
  }

  const rowFunctions = FUNCTIONS.filter((definition) => definition.kind === 'row');

  it.each(rowFunctions)('$name gives what its docstring says', async ({ name }) => {
    const { text, args, value } = EXAMPLES[name]!;
    const file = new URL(`./${name.replaceAll('_', '-')}.ts`, import.meta.url);
    expect(readFileSync(file, 'utf8')).toContain(`@example ${text}`);
    expect(await run(name, args)).toBe(value);
  });

  it.each(rowFunctions.filter(({ nulls }) => nulls === 'strict'))(
    '$name is empty when either argument is',
    async ({ name }) => {
      expect(await run(name, [EMPTY, MONDAY_15H])).toBeNull();
      expect(await run(name, [FRIDAY_15H, EMPTY])).toBeNull();
    },
  );

  it('first_known is empty only when both are', async () => {
    expect(await run('first_known', [minutes(4), minutes(6)])).toBe(240_000_000n);
    expect(await run('first_known', [minutes(4), NO_MINUTES])).toBe(240_000_000n);
    expect(await run('first_known', [minutes(0), minutes(6)])).toBe(0n);
    expect(await run('first_known', [NO_MINUTES, NO_MINUTES])).toBeNull();
  });

  it('elapsed and working are negative when the end comes first', async () => {
    expect(await run('elapsed', [MONDAY_15H, FRIDAY_15H])).toBe(-72n * HOUR);
    expect(await run('working', [MONDAY_15H, FRIDAY_15H])).toBe(-7n * HOUR);
  });

  it('elapsed counts to the microsecond', async () => {
    const start = instant('2011-06-03 15:00:00.000001', 0n);
    expect(await run('elapsed', [start, instant('2011-06-03 15:00:01', 0n)])).toBe(999_999n);
  });

  it('same_day reads the wall clock of the unit, not Greenwich', async () => {
    // 20:00 and 23:00 in Guayaquil are two dates in Greenwich.
    const [evening, night] = [instant('2011-06-03 18:30', OPEN), instant('2011-06-03 23:00', OPEN)];
    expect(await run('same_day', [evening, night])).toBe(true);
  });

  it('refuse loudly an instant without the face they need', () => {
    const { sql } = findFunction('working') as RowFunction;
    expect(() => sql.duckdb([{ sql: 'x' }, { sql: 'y' }])).toThrow(Error);
  });
});

describe('units of row functions', () => {
  const resultOf = (name: string, args: readonly ValueType[]) =>
    (findFunction(name) as RowFunction).result(args);
  const instants: readonly ValueType[] = [{ kind: 'instant' }, { kind: 'instant' }];

  it('tell clock time from working time', () => {
    expect(resultOf('elapsed', instants)).toEqual(quantityType('time'));
    expect(resultOf('working', instants)).toEqual(quantityType('working-time'));
    expect(resultOf('same_day', instants)).toEqual({ kind: 'boolean' });
  });

  it('of first_known are those of its arguments, which must agree', () => {
    const [time, money] = [quantityType('time'), quantityType('money', 1_000_000)];
    expect(resultOf('first_known', [time, time])).toEqual(time);
    expect(resultOf('first_known', [money, money])).toEqual(money);
    expect(resultOf('first_known', [time, money])).toBeNull();
    expect(resultOf('first_known', [money, quantityType('money')])).toBeNull();
    expect(resultOf('first_known', [time, { kind: 'text', codes: null }])).toBeNull();
  });
});
