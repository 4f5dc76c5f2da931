/**
 * An argument as SQL. An instant has three faces: the moment (UTC), the wall clock of the unit,
 * and its position in the unit's working time; other values only have `sql`.
 */
export interface SqlValue {
  readonly sql: string;
  readonly local?: string;
  readonly work?: string;
}

/** The face of an instant that a function needs; a value without it is a bug in the checker. */
export function face(value: SqlValue, name: 'local' | 'work'): string {
  const sql = value[name];
  if (sql === undefined) throw new Error(`no ${name} face: ${value.sql}`);
  return sql;
}
