import type { LedgerDatabase } from './ledger-database.ts';
import { prepareOnce } from './row-image.ts';

/** A name that cases complain about, and whether a field of theirs settles whose it is. */
export interface AboutName {
  readonly name: string;
  readonly settled: boolean;
}

/** The names that cases complain about; `field` is the one that settles a name. */
export function listAboutNames({ db }: LedgerDatabase, field: string): readonly AboutName[] {
  return prepareOnce(
    db,
    `SELECT DISTINCT about_staff AS name, json_extract(fields, '$.' || ?) IS NOT NULL AS settled
     FROM cases WHERE about_staff IS NOT NULL`,
  )
    .all(field)
    .map(({ name, settled }) => ({ name: name as string, settled: settled === 1 }));
}

/** Numbers of the cases that complain about any of these names, as they were written. */
export function listAboutNumbers({ db }: LedgerDatabase, names: readonly string[]): readonly string[] {
  return prepareOnce(
    db,
    'SELECT number FROM cases WHERE about_staff IN (SELECT value FROM json_each(?)) ORDER BY ordinal',
  )
    .all(JSON.stringify(names))
    .map(({ number }) => number as string);
}
