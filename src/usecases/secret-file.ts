import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of what must not be in the database: readable by its owner alone. */
export function toKeysFolder(folder: string): string {
  return join(folder, 'keys');
}

/** Keeps a secret of somebody else's server where the folder's owner alone reads it, whole or as it was. */
export function saveSecret(folder: string, name: string, secret: string): void {
  const keys = toKeysFolder(folder);
  mkdirSync(keys, { recursive: true, mode: 0o700 });
  const path = join(keys, name);
  rmSync(`${path}.tmp`, { force: true });
  writeFileSync(`${path}.tmp`, secret, { mode: 0o600, flush: true });
  chmodSync(`${path}.tmp`, 0o600);
  renameSync(`${path}.tmp`, path);
}

/** A secret kept; null where there is none. */
export function loadSecret(folder: string, name: string): string | null {
  const path = join(toKeysFolder(folder), name);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
