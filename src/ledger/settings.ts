import type { DatabaseSync } from 'node:sqlite';
import { toCanonicalJson } from './canonical-json.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertRow, prepareOnce, type RowImage } from './row-image.ts';

/** One value a setting had from a moment on. */
export interface SettingChange {
  readonly seq: number;
  readonly key: string;
  readonly value: unknown;
  readonly at: string;
}

function toChange(row: Readonly<Record<string, unknown>>): SettingChange {
  return {
    seq: row['seq'] as number,
    key: row['key'] as string,
    value: JSON.parse(row['value'] as string),
    at: row['at'] as string,
  };
}

/** Every value a setting has had, oldest first; of all settings when no key is given. */
export function listSettingChanges(store: LedgerDatabase, key?: string): readonly SettingChange[] {
  return store.read(() =>
    store.db
      .prepare('SELECT * FROM settings WHERE key = coalesce(?, key) ORDER BY seq')
      .all(key ?? null)
      .map(toChange),
  );
}

/** The value in force, or undefined when the setting was never made. */
export function findSetting(store: LedgerDatabase, key: string): SettingChange | undefined {
  return store.read(() => {
    const row = prepareOnce(store.db, 'SELECT * FROM settings WHERE key = ? ORDER BY seq DESC LIMIT 1').get(
      key,
    );
    return row === undefined ? undefined : toChange(row);
  });
}

/** Writes a value inside the caller's transaction and gives its row. */
export function insertSetting(db: DatabaseSync, key: string, value: unknown, at: string): RowImage {
  const seq =
    (prepareOnce(db, 'SELECT coalesce(max(seq), 0) AS last FROM settings').get()?.['last'] as number) + 1;
  return insertRow(db, 'settings', { seq, key, value: toCanonicalJson(value), at });
}

/** Sets a value (plain JSON), keeping the former ones; the value it already has changes nothing. */
export function changeSetting(store: LedgerDatabase, key: string, value: unknown): SettingChange {
  const current = findSetting(store, key);
  if (current !== undefined && toCanonicalJson(current.value) === toCanonicalJson(value)) return current;
  return store.write('setting', (at) => {
    const image = insertSetting(store.db, key, value, at);
    return { payload: { writes: [image] }, result: toChange(image.row) };
  });
}
