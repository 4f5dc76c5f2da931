import type { Ledger } from '../../ledger/index.ts';
import { loadSecret, saveSecret } from '../secret-file.ts';

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
  saveSecret(folder, SECRET_FILE, secret);
}

/** The client's secret; null where the provider gave none. */
export function loadProviderSecret(folder: string): string | null {
  return loadSecret(folder, SECRET_FILE);
}
