import { existsSync, mkdirSync, openSync, closeSync, fsyncSync } from 'node:fs';
import { join } from 'node:path';
import { findHead } from './chain.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { type Mark, writeMark } from './mark.ts';

/**
 * Writes a copy of the ledger, as it is at this moment, with its mark, into an empty folder; gives
 * the mark. Whole on disk when it returns. The ledger stays open and in use.
 */
export function snapshotLedger(store: LedgerDatabase, folder: string): Mark {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'ledger.db');
  if (existsSync(path)) throw new Error(`${path} exists already`);
  return store.read(() => {
    store.db.prepare('VACUUM INTO ?').run(path);
    const handle = openSync(path, 'r+');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    const mark = findHead(store.db);
    writeMark(folder, mark, () => {});
    return mark;
  });
}
