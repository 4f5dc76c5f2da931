import type { LedgerDatabase } from './ledger-database.ts';
import { prepareOnce } from './row-image.ts';

/** A step of signing in that waits for the next, or a second factor that waits to be confirmed. */
export interface Ticket {
  readonly kind: string;
  readonly person_id: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What is kept of people at the door: it comes and goes, outside the chain. */
export interface Gatekeeping {
  /** Failures under a key since an instant. */
  readonly countFailures: (
    key: string,
    since: string,
  ) => { readonly count: number; readonly first: string | null };
  readonly noteFailure: (keys: readonly string[]) => void;
  readonly forgetFailures: (key: string) => void;
  /** Writes into the chain that a key reached its limit. */
  readonly noteThrottled: (login: string, ip: string) => void;
  /** Keeps a ticket under the SHA-256 of its secret. */
  readonly putTicket: (digest: string, ticket: Ticket, expires_at: string) => void;
  readonly findTicket: (digest: string, kind: string, now: string) => Ticket | undefined;
  readonly dropTicket: (digest: string) => void;
}

/** How long failures are remembered; those before are swept away. */
const REMEMBERED_MS = 60 * 60 * 1000;

export function toGatekeeping(store: LedgerDatabase): Gatekeeping {
  const { db } = store;
  return {
    countFailures: (key, since) =>
      store.read(() => {
        const row = prepareOnce(
          db,
          'SELECT count(*) AS n, min(at) AS first FROM attempts WHERE key = ? AND at > ?',
        ).get(key, since);
        return { count: row?.['n'] as number, first: (row?.['first'] ?? null) as string | null };
      }),
    noteFailure: (keys) =>
      store.note((at) => {
        const insert = prepareOnce(db, 'INSERT INTO attempts (key, at) VALUES (?, ?)');
        for (const key of keys) insert.run(key, at);
        const oldest = new Date(Date.parse(at) - REMEMBERED_MS).toISOString();
        prepareOnce(db, 'DELETE FROM attempts WHERE at < ?').run(oldest);
      }),
    forgetFailures: (key) =>
      store.note(() => void prepareOnce(db, 'DELETE FROM attempts WHERE key = ?').run(key)),
    noteThrottled: (login, ip) =>
      store.write('sign-in-throttled', () => ({
        payload: { writes: [], note: { login, ip } },
        result: undefined,
      })),
    putTicket: (digest, { kind, person_id, data }, expires_at) =>
      store.note((at) => {
        prepareOnce(db, 'DELETE FROM tickets WHERE expires_at < ?').run(at);
        prepareOnce(
          db,
          'INSERT OR REPLACE INTO tickets (digest, kind, person_id, data, expires_at) VALUES (?, ?, ?, ?, ?)',
        ).run(digest, kind, person_id, JSON.stringify(data), expires_at);
      }),
    findTicket: (digest, kind, now) =>
      store.read(() => {
        const row = prepareOnce(
          db,
          'SELECT * FROM tickets WHERE digest = ? AND kind = ? AND expires_at > ?',
        ).get(digest, kind, now);
        if (row === undefined) return undefined;
        const data = JSON.parse(row['data'] as string) as Record<string, unknown>;
        return { kind, person_id: row['person_id'] as string | null, data };
      }),
    dropTicket: (digest) =>
      store.note(() => void prepareOnce(db, 'DELETE FROM tickets WHERE digest = ?').run(digest)),
  };
}
