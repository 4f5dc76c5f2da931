import type { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../kernel/index.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertRow, prepareOnce, type RowImage, updateRows } from './row-image.ts';

/** Ends somebody's unused backup codes inside the caller's transaction. */
export function endBackupCodes(db: DatabaseSync, person: string, at: string): RowImage[] {
  return updateRows(db, 'backup_codes', { person_id: person, used_at: null }, { used_at: at });
}

/** Puts new backup codes in place of those there were inside the caller's transaction; of each, only its SHA-256. */
export function replaceBackupCodes(
  db: DatabaseSync,
  person: string,
  digests: readonly string[],
  at: string,
): RowImage[] {
  return [
    ...endBackupCodes(db, person, at),
    ...digests.map((digest) =>
      insertRow(db, 'backup_codes', {
        id: `b${digest.slice(0, 16)}`,
        person_id: person,
        digest,
        issued_at: at,
        used_at: null,
      }),
    ),
  ];
}

/** Codes that stand in for the telephone, each once. */
export interface BackupCodes {
  /** How many of somebody's are unused. */
  readonly count: (person: string) => number;
  readonly has: (person: string, digest: string) => boolean;
  /** New ones in place of those there were. */
  readonly renew: (person: string, digests: readonly string[]) => void;
  /** Uses one up. Refuses `code-wrong` where it is not there or was used meanwhile. */
  readonly use: (person: string, digest: string) => void;
}

const OPEN = 'SELECT id FROM backup_codes WHERE person_id = ? AND digest = ? AND used_at IS NULL';

export function toBackupCodes(store: LedgerDatabase): BackupCodes {
  const { db } = store;
  return {
    count: (person) =>
      store.read(() => {
        const sql = 'SELECT count(*) AS n FROM backup_codes WHERE person_id = ? AND used_at IS NULL';
        return Number(prepareOnce(db, sql).get(person)?.['n']);
      }),
    has: (person, digest) => store.read(() => prepareOnce(db, OPEN).get(person, digest) !== undefined),
    renew: (person, digests) =>
      store.write('backup-codes-renewed', (at) => ({
        payload: { writes: replaceBackupCodes(db, person, digests, at) },
        result: undefined,
      })),
    use: (person, digest) =>
      store.as(person).write('backup-code-used', (at) => {
        const row = prepareOnce(db, OPEN).get(person, digest);
        if (row === undefined) throw new Refusal('code-wrong');
        const writes = updateRows(db, 'backup_codes', { id: row['id'] as string }, { used_at: at });
        return { payload: { writes }, result: undefined };
      }),
  };
}
