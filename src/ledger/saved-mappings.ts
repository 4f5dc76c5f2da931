import { toSha256 } from './canonical-json.ts';
import type { LedgerDatabase } from './ledger-database.ts';

/** A mapping file (equivalence of columns and codes) kept for the next import; every version stays. */
export interface SavedMapping {
  readonly name: string;
  /** From 1, growing by one. */
  readonly version: number;
  readonly dataset: string;
  readonly yaml: string;
  /** SHA-256 of the YAML text. */
  readonly digest: string;
  readonly at: string;
}

function toMapping(row: Readonly<Record<string, unknown>>): SavedMapping {
  return {
    name: row['name'] as string,
    version: row['version'] as number,
    dataset: row['dataset'] as string,
    yaml: row['yaml'] as string,
    digest: row['digest'] as string,
    at: row['at'] as string,
  };
}

/** The newest mapping of that name, or the version asked for; undefined when there is none. */
export function findMapping(store: LedgerDatabase, name: string, version?: number): SavedMapping | undefined {
  return store.read(() => {
    const row = store.db
      .prepare(
        'SELECT * FROM saved_mappings WHERE name = ? AND version = coalesce(?, version) ORDER BY version DESC LIMIT 1',
      )
      .get(name, version ?? null);
    return row === undefined ? undefined : toMapping(row);
  });
}

/** All versions of all mappings, or of one data set, by name and version. */
export function listMappings(
  store: LedgerDatabase,
  filter: { readonly dataset?: string },
): readonly SavedMapping[] {
  return store.read(() =>
    store.db
      .prepare('SELECT * FROM saved_mappings WHERE dataset = coalesce(?, dataset) ORDER BY name, version')
      .all(filter.dataset ?? null)
      .map(toMapping),
  );
}

/** Keeps a mapping under a name; the text and data set it already has make no new version. */
export function saveMapping(
  store: LedgerDatabase,
  name: string,
  dataset: string,
  yaml: string,
): SavedMapping {
  const current = findMapping(store, name);
  const digest = toSha256(yaml);
  if (current !== undefined && current.digest === digest && current.dataset === dataset) return current;
  const { db } = store;
  return store.write('mapping', (at) => {
    const version = (current?.version ?? 0) + 1;
    db.prepare('INSERT INTO saved_mappings VALUES (?, ?, ?, ?, ?, ?)').run(
      name,
      version,
      dataset,
      yaml,
      digest,
      at,
    );
    const row = db.prepare('SELECT * FROM saved_mappings WHERE name = ? AND version = ?').get(name, version);
    if (row === undefined) throw new Error(`mapping ${name} vanished inside its own transaction`);
    return { payload: { writes: [{ table: 'saved_mappings', row }] }, result: toMapping(row) };
  });
}
