import type { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../kernel/index.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertRow, prepareOnce, type RowImage, toImage, updateRows } from './row-image.ts';

/** How somebody proved who they are; `founding` is the session that the first run itself begins. */
export type Factor = 'password' | 'founding' | 'code' | 'provider' | 'provider-with-code' | 'demo';

/** A session as the ledger keeps it; of its secret only the SHA-256. */
export interface SessionRecord {
  readonly id: string;
  readonly person_id: string;
  readonly factor: Factor;
  readonly started_at: string;
  readonly expires_at: string;
  readonly ip: string;
  readonly agent: string;
  readonly ended_at: string | null;
  readonly last_seen_at: string;
}

/** A session to begin. */
export interface SessionDraft {
  readonly person_id: string;
  /** SHA-256 of its secret, hexadecimal. */
  readonly digest: string;
  readonly factor: Factor;
  readonly expires_at: string;
  readonly ip: string;
  readonly agent: string;
}

/** How often the moment a session was last seen is written down. */
const SEEN_MS = 60_000;

function toSession(row: Readonly<Record<string, unknown>>): SessionRecord {
  return {
    id: row['id'] as string,
    person_id: row['person_id'] as string,
    factor: row['factor'] as Factor,
    started_at: row['started_at'] as string,
    expires_at: row['expires_at'] as string,
    ip: row['ip'] as string,
    agent: row['agent'] as string,
    ended_at: row['ended_at'] as string | null,
    last_seen_at: row['last_seen_at'] as string,
  };
}

/** Ends the open sessions of somebody inside the caller's transaction, but for one where it is given. */
export function endSessionsOf(
  db: DatabaseSync,
  person: string,
  at: string,
  reason: string,
  but: string | null = null,
): RowImage[] {
  return prepareOnce(
    db,
    `UPDATE sessions SET ended_at = ?, end_reason = ?
     WHERE person_id = ? AND ended_at IS NULL AND id IS NOT ? RETURNING *`,
  )
    .all(at, reason, person, but)
    .map((row) => toImage('sessions', row));
}

/** Adds a session inside the caller's transaction. */
export function insertSession(db: DatabaseSync, draft: SessionDraft, at: string): RowImage {
  return insertRow(db, 'sessions', {
    id: `s${draft.digest.slice(0, 16)}`,
    ...draft,
    started_at: at,
    ended_at: null,
    end_reason: null,
    last_seen_at: at,
  });
}

/** Who is signed in. */
export interface Sessions {
  /** Begins one, for somebody active: refused as `sign-in-failed` where they no longer are. */
  readonly start: (draft: SessionDraft) => SessionRecord;
  /** The session of that digest that was not ended; its clock is for the caller to look at. */
  readonly find: (digest: string) => SessionRecord | undefined;
  /** Notes that it was just used: at most once a minute, outside the chain. */
  readonly touch: (session: SessionRecord, now: string) => void;
  readonly listOpen: (person: string, now: string) => readonly SessionRecord[];
  /** When somebody last signed in; null for never. */
  readonly lastStart: (person: string) => string | null;
  readonly end: (id: string, reason: string) => void;
  /** Ends all of somebody's, but for one where it is given; tells how many. */
  readonly endOf: (person: string, reason: string, but?: string) => number;
}

export function toSessions(store: LedgerDatabase): Sessions {
  const { db } = store;
  return {
    start: (draft) =>
      store.as(draft.person_id).write('signed-in', (at) => {
        const person = prepareOnce(db, "SELECT 1 FROM people WHERE id = ? AND state = 'active'");
        if (person.get(draft.person_id) === undefined) throw new Refusal('sign-in-failed');
        const image = insertSession(db, draft, at);
        const row = prepareOnce(db, 'SELECT * FROM sessions WHERE digest = ?').get(draft.digest);
        return { payload: { writes: [image] }, result: toSession(row ?? {}) };
      }),
    find: (digest) =>
      store.read(() => {
        const row = prepareOnce(db, 'SELECT * FROM sessions WHERE digest = ? AND ended_at IS NULL').get(
          digest,
        );
        return row === undefined ? undefined : toSession(row);
      }),
    touch: ({ id, last_seen_at }, now) => {
      if (Date.parse(now) - Date.parse(last_seen_at) < SEEN_MS) return;
      try {
        store.note(() => prepareOnce(db, 'UPDATE sessions SET last_seen_at = ? WHERE id = ?').run(now, id));
      } catch (error) {
        // A full disk keeps nobody from reading: the session only seems idle for longer.
        if (!(error instanceof Refusal)) throw error;
      }
    },
    listOpen: (person, now) =>
      store.read(() =>
        prepareOnce(
          db,
          `SELECT * FROM sessions WHERE person_id = ? AND ended_at IS NULL AND expires_at > ?
           ORDER BY started_at DESC`,
        )
          .all(person, now)
          .map(toSession),
      ),
    lastStart: (person) =>
      store.read(() => {
        const row = prepareOnce(db, 'SELECT max(started_at) AS at FROM sessions WHERE person_id = ?').get(
          person,
        );
        return (row?.['at'] ?? null) as string | null;
      }),
    end: (id, reason) =>
      store.write(reason === 'signed-out' ? 'signed-out' : 'session-ended', (at) => {
        const writes = updateRows(
          db,
          'sessions',
          { id, ended_at: null },
          { ended_at: at, end_reason: reason },
        );
        if (writes.length === 0) throw new Refusal('session-not-found', { session: id });
        return { payload: { writes }, result: undefined };
      }),
    endOf: (person, reason, but) =>
      store.write('session-ended', (at) => {
        const writes = endSessionsOf(db, person, at, reason, but ?? null);
        return { payload: { writes, note: { person } }, result: writes.length };
      }),
  };
}
