import type { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../kernel/index.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { prepareOnce } from './row-image.ts';

/** Somebody at the desk with a client: from when, and when the screen was last touched. */
export interface Attendance {
  readonly id: string;
  readonly person_id: string;
  readonly procedure: string;
  readonly started_at: string;
  readonly last_seen_at: string;
  /** Longest stretch in which nothing was touched, in seconds. */
  readonly longest_gap_s: number;
  readonly ended_at: string | null;
  /** Why it ended without a case; null where a case came out of it. */
  readonly reason: string | null;
}

/** The attendances: they come and go, outside the chain; what came of them is in their cases. */
export interface Attendances {
  /** Starts one in the name of the ledger's actor; one they had open ends as `another-began`. */
  readonly start: (id: string, procedure: string) => Attendance;
  /** Notes that the screen was touched; false where it is no longer open or is somebody else's. */
  readonly see: (id: string) => boolean;
  /** Ends it without a case. Nothing happens where it is not open. */
  readonly discard: (id: string, reason: string) => void;
  /** Those open now, oldest first. */
  readonly listOpen: () => readonly Attendance[];
}

const SECOND_MS = 1000;

function gapOf({ last_seen_at, longest_gap_s }: Attendance, now: string): number {
  const gap = Math.floor((Date.parse(now) - Date.parse(last_seen_at)) / SECOND_MS);
  return Math.max(longest_gap_s, gap);
}

function findOpen(db: DatabaseSync, id: string, person: string): Attendance | undefined {
  const row = prepareOnce(
    db,
    'SELECT * FROM attendances WHERE id = ? AND person_id = ? AND ended_at IS NULL',
  ).get(id, person);
  return row as unknown as Attendance | undefined;
}

/**
 * Ends an attendance because a case comes out of it, inside the caller's transaction; gives it with
 * its longest gap up to then, or undefined where it was not open.
 */
export function endAttendance(
  db: DatabaseSync,
  id: string,
  person: string,
  at: string,
): Attendance | undefined {
  const open = findOpen(db, id, person);
  if (open === undefined) return undefined;
  const longest_gap_s = gapOf(open, at);
  prepareOnce(db, 'UPDATE attendances SET ended_at = ?, longest_gap_s = ? WHERE id = ?').run(
    at,
    longest_gap_s,
    id,
  );
  return { ...open, longest_gap_s, ended_at: at };
}

/** Ended ones are kept a while, for whoever looks into a complaint about a wait. */
const KEPT_MS = 90 * 24 * 60 * 60_000;

export function toAttendances(store: LedgerDatabase): Attendances {
  const { db, actor } = store;
  const getActor = (): string => {
    if (actor === null) throw new Refusal('not-signed-in');
    return actor;
  };
  return {
    start: (id, procedure) =>
      store.note((at) => {
        const person = getActor();
        prepareOnce(db, 'DELETE FROM attendances WHERE ended_at < ?').run(
          new Date(Date.parse(at) - KEPT_MS).toISOString(),
        );
        prepareOnce(
          db,
          "UPDATE attendances SET ended_at = ?, reason = 'another-began' WHERE person_id = ? AND ended_at IS NULL",
        ).run(at, person);
        prepareOnce(
          db,
          `INSERT INTO attendances (id, person_id, procedure, started_at, last_seen_at, longest_gap_s)
           VALUES (?, ?, ?, ?, ?, 0)`,
        ).run(id, person, procedure, at, at);
        return {
          id,
          person_id: person,
          procedure,
          started_at: at,
          last_seen_at: at,
          longest_gap_s: 0,
          ended_at: null,
          reason: null,
        };
      }),
    see: (id) =>
      store.note((at) => {
        const open = findOpen(db, id, getActor());
        if (open === undefined) return false;
        prepareOnce(db, 'UPDATE attendances SET last_seen_at = ?, longest_gap_s = ? WHERE id = ?').run(
          at,
          gapOf(open, at),
          id,
        );
        return true;
      }),
    discard: (id, reason) =>
      store.note((at) => {
        prepareOnce(
          db,
          'UPDATE attendances SET ended_at = ?, reason = ? WHERE id = ? AND person_id = ? AND ended_at IS NULL',
        ).run(at, reason, id, getActor());
      }),
    listOpen: () =>
      store.read(() =>
        prepareOnce(db, 'SELECT * FROM attendances WHERE ended_at IS NULL ORDER BY started_at, id')
          .all()
          .map((row) => row as unknown as Attendance),
      ),
  };
}
