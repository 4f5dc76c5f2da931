import type { Institution } from '../institution.ts';

/** The name of somebody by their id; null for a command on the folder, and for one who is not there. */
export function nameOf({ ledger }: Pick<Institution, 'ledger'>, id: string | null): string | null {
  return id === null ? null : (ledger.people.find(id)?.name ?? null);
}
