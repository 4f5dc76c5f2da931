import type { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../kernel/index.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertRow, prepareOnce, type RowImage, updateRows } from './row-image.ts';

/** Leave for a program to load data in somebody's name; of its secret only the SHA-256 is kept. */
export interface TokenRecord {
  readonly id: string;
  readonly person_id: string;
  readonly name: string;
  readonly approved_at: string;
  readonly expires_at: string;
  /** When its owner took the secret; null while it waits for them. */
  readonly collected_at: string | null;
  readonly ended_at: string | null;
}

function toToken(row: Readonly<Record<string, unknown>>): TokenRecord {
  return {
    id: row['id'] as string,
    person_id: row['person_id'] as string,
    name: row['name'] as string,
    approved_at: row['approved_at'] as string,
    expires_at: row['expires_at'] as string,
    collected_at: row['collected_at'] as string | null,
    ended_at: row['ended_at'] as string | null,
  };
}

/** Adds an approved token, still without secret, inside the caller's transaction. */
export function insertToken(
  db: DatabaseSync,
  draft: { readonly person_id: string; readonly name: string; readonly expires_at: string },
  at: string,
): RowImage {
  const count = prepareOnce(db, 'SELECT count(*) AS n FROM tokens').get()?.['n'] as number;
  return insertRow(db, 'tokens', {
    id: `t${count + 1}`,
    ...draft,
    digest: null,
    approved_at: at,
    collected_at: null,
    ended_at: null,
  });
}

/** Tokens of those who load data by a program. */
export interface Tokens {
  readonly list: (person?: string) => readonly TokenRecord[];
  /** The token of that digest that was neither ended nor is over. */
  readonly find: (digest: string, now: string) => TokenRecord | undefined;
  /** Gives an approved token its secret, once. Refuses `token-not-found`. */
  readonly collect: (id: string, person: string, digest: string) => TokenRecord;
  /** Ends one, of that person where it is given. Refuses `token-not-found`. */
  readonly end: (id: string, person?: string) => void;
}

export function toTokens(store: LedgerDatabase): Tokens {
  const { db } = store;
  const getOpen = (id: string, person: string | undefined): TokenRecord => {
    const row = prepareOnce(db, 'SELECT * FROM tokens WHERE id = ? AND ended_at IS NULL').get(id);
    const token = row === undefined ? undefined : toToken(row);
    if (token === undefined || (person !== undefined && token.person_id !== person)) {
      throw new Refusal('token-not-found', { token: id });
    }
    return token;
  };
  return {
    list: (person) =>
      store.read(() =>
        prepareOnce(
          db,
          'SELECT * FROM tokens WHERE person_id = coalesce(?, person_id) ORDER BY approved_at, id',
        )
          .all(person ?? null)
          .map(toToken),
      ),
    find: (digest, now) =>
      store.read(() => {
        const row = prepareOnce(
          db,
          'SELECT * FROM tokens WHERE digest = ? AND ended_at IS NULL AND expires_at > ?',
        ).get(digest, now);
        return row === undefined ? undefined : toToken(row);
      }),
    collect: (id, person, digest) =>
      store.write('token-collected', (at) => {
        const token = getOpen(id, person);
        if (token.collected_at !== null || token.expires_at <= at) {
          throw new Refusal('token-not-found', { token: id });
        }
        const writes = updateRows(db, 'tokens', { id }, { digest, collected_at: at });
        return { payload: { writes }, result: { ...token, collected_at: at } };
      }),
    end: (id, person) =>
      store.write('token-ended', (at) => {
        getOpen(id, person);
        return { payload: { writes: updateRows(db, 'tokens', { id }, { ended_at: at }) }, result: undefined };
      }),
  };
}
