import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type Company, type Person, Refusal } from '../kernel/index.ts';
import { findHead } from './chain.ts';
import type { ImprovementRecord } from './improvement-record.ts';
import { getImprovement } from './improvement-rows.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { prepareOnce, type RowImage, updateRows } from './row-image.ts';

/** What a change writes: rows added, columns of the improvement changed, and what its caller gets. */
export interface ImprovementWrites<T> {
  readonly images: readonly RowImage[];
  readonly changes?: Readonly<Record<string, SQLInputValue>>;
  /** What the trail tells besides the improvement's number and title. */
  readonly note?: Readonly<Record<string, string | number | null>>;
  readonly result: T;
}

/** Number of the link that the write under way will be. */
export function nextEvent(db: DatabaseSync): number {
  return findHead(db).seq + 1;
}

/**
 * Changes an improvement in one link of the chain, decided on it as it is inside the transaction.
 * With `seen`, the last event that its caller saw of it, refuses `improvement-moved` where somebody
 * came between.
 */
export function changeImprovement<T>(
  { db, write }: LedgerDatabase,
  kind: string,
  what: { readonly id: number; readonly seen?: number | undefined },
  decide: (now: ImprovementRecord, at: string) => ImprovementWrites<T>,
): T {
  return write(kind, (at) => {
    const now = getImprovement(db, what.id);
    if (what.seen !== undefined && now.last_event > what.seen) {
      throw new Refusal('improvement-moved', { improvement: what.id, title: now.title });
    }
    const { images, changes = {}, note, result } = decide(now, at);
    const last_event = nextEvent(db);
    const row = updateRows(db, 'improvements', { id: what.id }, { ...changes, last_event });
    const payload = {
      writes: [...images, ...row],
      note: { improvement: what.id, title: now.title, ...note },
    };
    return { payload, result };
  });
}

/** Refuses `improvement-ended` to change one that was closed or rejected. */
export function refuseEnded({ id, state, title }: ImprovementRecord): void {
  if (state === 'closed' || state === 'rejected') {
    throw new Refusal('improvement-ended', { improvement: id, title, state });
  }
}

/** The ledger's actor among those active; refuses `not-signed-in`. */
export function getActor({ people }: Company, actor: string | null): Person {
  const person = people.find(({ id }) => id === actor);
  if (person === undefined) throw new Refusal('not-signed-in');
  return person;
}

/** These accounts and every other of the same human beings, disabled ones too. */
export function addOtherAccounts(db: DatabaseSync, ids: readonly (string | null)[]): readonly string[] {
  const known = ids.filter((id) => id !== null);
  const others = prepareOnce(
    db,
    `SELECT DISTINCT b.id FROM people a JOIN people b ON b.staff_name = a.staff_name
     WHERE a.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(known));
  return [...new Set([...known, ...others.map(({ id }) => id as string)])];
}

/** The same for one that is not over: refuses `improvement-ended`. */
export function changeOpen<T>(
  store: LedgerDatabase,
  kind: string,
  what: { readonly id: number; readonly seen?: number | undefined },
  decide: (now: ImprovementRecord, at: string) => ImprovementWrites<T>,
): T {
  return changeImprovement(store, kind, what, (now, at) => {
    refuseEnded(now);
    return decide(now, at);
  });
}
