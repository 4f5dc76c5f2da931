import { dirname } from 'node:path';
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
  readonly close: () => void;
}

function toCell(value: DuckDBValue): Cell {
  if (value === null || ['bigint', 'number', 'string', 'boolean'].includes(typeof value))
    return value as Cell;
  return String(value);
}

/** Opens (or creates) a DuckDB file, or a store in memory for `:memory:`. */
export async function openDuck(path: string, temp_directory: string, memory_limit = '850MB'): Promise<Duck> {
  const settings = { memory_limit, temp_directory, threads: '2' };
  const instance = await DuckDBInstance.create(path, settings).catch((error: unknown) => {
    throw toFactsError(error, dirname(path));
  });
  const connection = await instance.connect();
  // Instants are kept in UTC; wall clocks come from the zone of the unit, never from the machine.
  await connection.run("set timezone = 'UTC'");
  await connection.run('set autoinstall_known_extensions = false');
  await connection.run('set autoload_known_extensions = false');
  return toDuck(connection, dirname(path), () => {
    connection.closeSync();
    instance.closeSync();
  });
}

function toDuck(connection: DuckDBConnection, folder: string, close: () => void): Duck {
  const told = (error: unknown): never => {
    throw toFactsError(error, folder);
  };
  const run = async (sql: string): Promise<void> => {
    await connection.run(sql).catch(told);
  };
  return {
    run,
    rows: async (sql) => {
      const reader = await connection.runAndReadAll(sql).catch(told);
      const names = reader.columnNames();
      const columns = reader.getColumns();
      return Array.from({ length: reader.currentRowCount }, (_, row) =>
        Object.fromEntries(names.map((name, index) => [name, toCell(columns[index]![row]!)])),
      );
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
    append: async (table, rows) => {
      const appender = await connection.createAppender(table);
      let count = 0;
      for (const row of rows) {
        for (const cell of row) appendCell(appender, cell);
        appender.endRow();
        count += 1;
        if (count % 50_000 === 0) appender.flushSync();
      }
      appender.closeSync();
    },
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
