import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../../ledger/index.ts';
import { toKeysFolder } from './key-file.ts';

/** The identity provider people may sign in with; kept as setting `sign-in-provider`, its secret in `keys/`. */
export interface ProviderSetting {
  /** Name on the button. */
  readonly name: string;
  readonly issuer: string;
  readonly client_id: string;
  /** The provider asks for a second factor itself, so ours is not asked besides. */
  readonly trusts_second_factor: boolean;
}

export const PROVIDER_KEY = 'sign-in-provider';
const SECRET_FILE = 'provider.secret';

/** The provider in force; null when there is none. */
export function findProvider(ledger: Ledger): ProviderSetting | null {
  return (ledger.findSetting(PROVIDER_KEY)?.value ?? null) as ProviderSetting | null;
}

/** Keeps the client's secret where its owner alone reads it. It is no part of what is approved. */
export function saveProviderSecret(folder: string, secret: string): void {
  const keys = toKeysFolder(folder);
  mkdirSync(keys, { recursive: true, mode: 0o700 });
  const path = join(keys, SECRET_FILE);
  rmSync(`${path}.tmp`, { force: true });
  writeFileSync(`${path}.tmp`, secret, { mode: 0o600, flush: true });
  chmodSync(`${path}.tmp`, 0o600);
  renameSync(`${path}.tmp`, path);
}

/** The client's secret; null where the provider gave none. */
export function loadProviderSecret(folder: string): string | null {
  const path = join(toKeysFolder(folder), SECRET_FILE);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
