import { toCanonicalJson } from './canonical-json.ts';
import type { LedgerDatabase } from './ledger-database.ts';

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
  return listSettingChanges(store, key).at(-1);
}

/** Sets a value (plain JSON), keeping the former ones; the value it already has changes nothing. */
export function changeSetting(store: LedgerDatabase, key: string, value: unknown): SettingChange {
  const current = findSetting(store, key);
  const text = toCanonicalJson(value);
  if (current !== undefined && toCanonicalJson(current.value) === text) return current;
  const { db } = store;
  return store.write('setting', (at) => {
    const seq =
      (db.prepare('SELECT coalesce(max(seq), 0) AS last FROM settings').get()?.['last'] as number) + 1;
    db.prepare('INSERT INTO settings VALUES (?, ?, ?, ?)').run(seq, key, text, at);
    const row = db.prepare('SELECT * FROM settings WHERE seq = ?').get(seq);
    if (row === undefined) throw new Error(`setting ${key} vanished inside its own transaction`);
    return { payload: { writes: [{ table: 'settings', row }] }, result: toChange(row) };
  });
}
