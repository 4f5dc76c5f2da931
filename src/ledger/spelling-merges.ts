import type { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../kernel/index.ts';
import type { RowImage } from './row-image.ts';
import type { LedgerDatabase } from './ledger-database.ts';

/** One spelling of a unit, person, client... that means another. */
export interface SpellingMerge {
  readonly id: number;
  readonly dimension: string;
  readonly from_value: string;
  readonly to_value: string;
  readonly at: string;
  readonly undone_at: string | null;
}

function toMerge(row: Readonly<Record<string, unknown>>): SpellingMerge {
  return {
    id: row['id'] as number,
    dimension: row['dimension'] as string,
    from_value: row['from_value'] as string,
    to_value: row['to_value'] as string,
    at: row['at'] as string,
    undone_at: row['undone_at'] as string | null,
  };
}

function toImage(db: DatabaseSync, id: number): RowImage {
  const row = db.prepare('SELECT * FROM spelling_merges WHERE id = ?').get(id);
  if (row === undefined) throw new Error(`merge ${id} vanished inside its own transaction`);
  return { table: 'spelling_merges', row };
}

/** Merges in the order they were made; those undone only when asked for. */
export function listMerges(
  store: LedgerDatabase,
  filter: { readonly dimension?: string; readonly include_undone?: boolean },
): readonly SpellingMerge[] {
  return store.read(() =>
    store.db
      .prepare(
        `SELECT * FROM spelling_merges WHERE dimension = coalesce(?, dimension)
         AND (? = 1 OR undone_at IS NULL) ORDER BY id`,
      )
      .all(filter.dimension ?? null, filter.include_undone === true ? 1 : 0)
      .map(toMerge),
  );
}

/**
 * Every merged spelling of a dimension with the one it finally means. Merges are kept as made
 * (A to B, B to C) and followed here (A to C), so that undoing B to C gives A back its B.
 */
export function resolveMerges(store: LedgerDatabase, dimension: string): ReadonlyMap<string, string> {
  const next = new Map(listMerges(store, { dimension }).map((merge) => [merge.from_value, merge.to_value]));
  const resolved = new Map<string, string>();
  for (const [from, to] of next) {
    let final = to;
    // Merges that would close a circle are refused when made; the bound only guards a damaged table.
    for (let hops = 0; next.has(final) && hops < next.size; hops += 1) final = next.get(final) ?? final;
    resolved.set(from, final);
  }
  return resolved;
}

/**
 * Makes one spelling mean another. The same merge again changes nothing; a spelling merged
 * elsewhere is refused (`merge-exists`), and so is one that would end in itself (`merge-cycle`).
 */
export function mergeSpelling(
  store: LedgerDatabase,
  dimension: string,
  from: string,
  to: string,
): SpellingMerge {
  const inForce = listMerges(store, { dimension }).find(({ from_value }) => from_value === from);
  if (inForce !== undefined) {
    if (inForce.to_value === to) return inForce;
    throw new Refusal('merge-exists', { dimension, from, to: inForce.to_value });
  }
  const final = resolveMerges(store, dimension).get(to) ?? to;
  if (final === from) throw new Refusal('merge-cycle', { dimension, from, to });
  const { db } = store;
  return store.write('merge', (at) => {
    const id =
      (db.prepare('SELECT coalesce(max(id), 0) AS last FROM spelling_merges').get()?.['last'] as number) + 1;
    db.prepare('INSERT INTO spelling_merges VALUES (?, ?, ?, ?, ?, NULL)').run(id, dimension, from, to, at);
    const image = toImage(db, id);
    return { payload: { writes: [image] }, result: toMerge(image.row) };
  });
}

/** Takes a merge out of force; refuses `merge-not-found` when that spelling is not merged. */
export function undoMerge(store: LedgerDatabase, dimension: string, from: string): SpellingMerge {
  const inForce = listMerges(store, { dimension }).find(({ from_value }) => from_value === from);
  if (inForce === undefined) throw new Refusal('merge-not-found', { dimension, from });
  const { db } = store;
  return store.write('unmerge', (at) => {
    db.prepare('UPDATE spelling_merges SET undone_at = ? WHERE id = ?').run(at, inForce.id);
    const image = toImage(db, inForce.id);
    return { payload: { writes: [image] }, result: toMerge(image.row) };
  });
}
