import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import { toFactsError } from './facts-error.ts';

/** A value DuckDB gives back, as plain JavaScript: integers as bigint, timestamps as text. */
export type Cell = bigint | number | string | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** A connection to the columnar store of one data folder. */
export interface Duck {
  readonly run: (sql: string) => Promise<void>;
  readonly rows: (sql: string) => Promise<readonly Row[]>;
  /** Runs steps as one transaction: all of them are seen, or none. */
  readonly transaction: <T>(steps: () => Promise<T>) => Promise<T>;
  /** Appends rows to a table in bulk. */
  readonly append: (table: string, rows: Iterable<readonly Cell[]>) => Promise<void>;
  /**
   * Another connection to the same store, with the same settings: it sees committed rows only,
   * whatever this one has under way, and temporary tables of its own. Closed with the store at the
   * latest.
   */
  readonly connect: () => Promise<Duck>;
  /** Closes the connection; closing the one that opened the store closes them all. */
  readonly close: () => void;
}

/** Rows read or appended between two looks at the clock. */
const RESTED_ROWS = 250;
/** Rows an appender gathers before it hands them over. */
const FLUSHED_ROWS = 10_000;
/** Longest that rows are read or appended while others wait to be served. */
const LONGEST_MS = 8;

/** Lets others be served when it is time to: long reads and appends hold nobody up. */
function toRest(): () => Promise<void> | undefined {
  let since = performance.now();
  const rest = async (): Promise<void> => {
    await setImmediate();
    since = performance.now();
  };
  return () => (performance.now() - since < LONGEST_MS ? undefined : rest());
}

function toCell(value: DuckDBValue): Cell {
  return value !== null && typeof value === 'object' ? String(value) : value;
}

/** Opens (or creates) a DuckDB file, or a store in memory for `:memory:`. */
export async function openDuck(path: string, temp_directory: string, memory_limit = '850MB'): Promise<Duck> {
  const settings = { memory_limit, temp_directory, threads: '2' };
  const folder = dirname(path);
  const instance = await DuckDBInstance.create(path, settings).catch((error: unknown) => {
    throw toFactsError(error, folder);
  });
  const opened = new Set<DuckDBConnection>();
  const closeOne = (connection: DuckDBConnection): void => {
    if (opened.delete(connection)) connection.closeSync();
  };
  const connect = async (close?: () => void): Promise<Duck> => {
    const connection = await instance.connect();
    opened.add(connection);
    // Instants are kept in UTC; wall clocks come from the zone of the unit, never from the machine.
    await connection.run("set timezone = 'UTC'");
    return toDuck(connection, folder, () => connect(), close ?? (() => closeOne(connection)));
  };
  const first = await connect(() => {
    for (const connection of opened) closeOne(connection);
    instance.closeSync();
  });
  await first.run('set autoinstall_known_extensions = false');
  await first.run('set autoload_known_extensions = false');
  return first;
}

function toDuck(
  connection: DuckDBConnection,
  folder: string,
  connect: () => Promise<Duck>,
  close: () => void,
): Duck {
  const told = (error: unknown): never => {
    throw toFactsError(error, folder);
  };
  // A connection runs one statement at a time: the rest wait here, not each in a thread of the pool.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const run = async (sql: string): Promise<void> => {
    await inTurn(() => connection.run(sql)).catch(told);
  };
  return {
    run,
    rows: async (sql) => {
      const { names, chunks } = await inTurn(async () => {
        const result = await connection.run(sql);
        return { names: result.columnNames(), chunks: await result.fetchAllChunks() };
      }).catch(told);
      const rows: Row[] = [];
      const rest = toRest();
      for (const chunk of chunks) {
        const columns: (readonly DuckDBValue[])[] = [];
        for (const column of names.keys()) {
          await rest();
          columns.push(chunk.getColumnValues(column));
        }
        for (let row = 0; row < chunk.rowCount; row += 1) {
          const cells: Record<string, Cell> = {};
          for (const [column, name] of names.entries()) cells[name] = toCell(columns[column]![row]!);
          rows.push(cells);
          if (row % RESTED_ROWS === RESTED_ROWS - 1) await rest();
        }
      }
      return rows;
    },
    transaction: async (steps) => {
      await run('begin transaction');
      try {
        const result = await steps();
        await run('commit');
        return result;
      } catch (error) {
        // The rollback of a connection that is itself broken must not hide why.
        await run('rollback').catch(() => undefined);
        throw error;
      }
    },
    append: (table, rows) =>
      inTurn(async () => {
        const appender = await connection.createAppender(table);
        const rest = toRest();
        let count = 0;
        for (const row of rows) {
          for (const cell of row) appendCell(appender, cell);
          appender.endRow();
          count += 1;
          if (count % RESTED_ROWS === 0) await rest();
          if (count % FLUSHED_ROWS === 0) appender.flushSync();
        }
        appender.closeSync();
      }),
    connect,
    close,
  };
}

type Appender = Awaited<ReturnType<DuckDBConnection['createAppender']>>;

function appendCell(appender: Appender, cell: Cell): void {
  if (cell === null) appender.appendNull();
  else if (typeof cell === 'bigint') appender.appendBigInt(cell);
  else if (typeof cell === 'number') appender.appendInteger(cell);
  else if (typeof cell === 'boolean') appender.appendBoolean(cell);
  else appender.appendVarchar(cell);
}
