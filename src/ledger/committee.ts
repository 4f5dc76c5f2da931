import { Refusal } from '../kernel/index.ts';
import { toCanonicalJson } from './canonical-json.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertRow, nextId, prepareOnce, updateRows } from './row-image.ts';

/** Who attends a session: somebody of the institution, or a guest by name. */
export interface Attendee {
  readonly person: string | null;
  readonly name: string;
}

export interface SessionOpening {
  /** Local date. */
  readonly date: string;
  readonly place: string;
  readonly attendees: readonly Attendee[];
}

/** A session of the committee that decides about improvements. */
export interface CommitteeSession extends SessionOpening {
  readonly id: number;
  readonly notes: string;
  readonly held_by: string | null;
  readonly opened_at: string;
  /** Null while it lasts: decisions are taken in it until then. */
  readonly ended_at: string | null;
}

/** The sessions of the committee. Each verb that writes is in the name of the ledger's actor. */
export interface Committee {
  /** Latest first. */
  readonly list: () => readonly CommitteeSession[];
  readonly find: (id: number) => CommitteeSession | undefined;
  /** Opens one; gives its number. */
  readonly open: (draft: SessionOpening) => number;
  /** Refuses `committee-not-found`, `session-ended`. */
  readonly change: (id: number, changes: SessionOpening & { readonly notes: string }) => void;
  /** From then on nothing is decided in it. Refuses as `change`. */
  readonly end: (id: number) => void;
}

const toSession = (row: Readonly<Record<string, unknown>>): CommitteeSession => ({
  id: row['id'] as number,
  date: row['date'] as string,
  place: row['place'] as string,
  attendees: JSON.parse(row['attendees'] as string) as readonly Attendee[],
  notes: row['notes'] as string,
  held_by: row['held_by'] as string | null,
  opened_at: row['opened_at'] as string,
  ended_at: row['ended_at'] as string | null,
});

export function toCommittee(store: LedgerDatabase): Committee {
  const { db, actor } = store;
  const find = (id: number): CommitteeSession | undefined => {
    const row = prepareOnce(db, 'SELECT * FROM committee_sessions WHERE id = ?').get(id);
    return row && toSession(row);
  };
  const getHeld = (id: number): CommitteeSession => {
    const found = find(id);
    if (!found) throw new Refusal('committee-not-found', { session: id });
    if (found.ended_at !== null) throw new Refusal('session-ended', { session: id });
    return found;
  };
  return {
    list: () =>
      store.read(() =>
        prepareOnce(db, 'SELECT * FROM committee_sessions ORDER BY date DESC, id DESC').all().map(toSession),
      ),
    find: (id) => store.read(() => find(id)),
    open: ({ date, place, attendees }) =>
      store.write('committee-opened', (at) => {
        const id = nextId(db, 'committee_sessions');
        const image = insertRow(db, 'committee_sessions', {
          id,
          date,
          place,
          attendees: toCanonicalJson(attendees),
          notes: '',
          held_by: actor,
          opened_at: at,
          ended_at: null,
        });
        return { payload: { writes: [image], note: { session: id, date } }, result: id };
      }),
    change: (id, { date, place, attendees, notes }) =>
      store.write('committee-changed', () => {
        getHeld(id);
        const row = { date, place, attendees: toCanonicalJson(attendees), notes };
        const writes = updateRows(db, 'committee_sessions', { id }, row);
        return { payload: { writes, note: { session: id, date } }, result: undefined };
      }),
    end: (id) =>
      store.write('committee-ended', (at) => {
        const { date } = getHeld(id);
        const writes = updateRows(db, 'committee_sessions', { id }, { ended_at: at });
        return { payload: { writes, note: { session: id, date } }, result: undefined };
      }),
  };
}
