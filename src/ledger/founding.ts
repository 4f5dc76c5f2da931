import { checkGrants, Refusal } from '../kernel/index.ts';
import { insertRecovery, putPassword } from './accounts.ts';
import { type ExceptionDraft, insertException, listRelaxed } from './exceptions.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertPerson } from './people.ts';
import type { PersonDraft } from './person-record.ts';
import { prepareOnce, type RowImage } from './row-image.ts';
import { insertSetting } from './settings.ts';

/** One of the first people: whoever begins has a password, the others a code to set theirs with. */
export interface Founder extends PersonDraft {
  readonly password_hash: string | null;
  /** SHA-256 of a recovery code, and until when it holds. */
  readonly recovery: { readonly digest: string; readonly expires_at: string } | null;
}

/** How an institution begins. */
export interface Founding {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly founders: readonly Founder[];
  /** Signed by the first of them. */
  readonly exception: ExceptionDraft | null;
  readonly exception_latest: string;
}

/**
 * Makes the first people of a folder that has none, in one link of the chain: the first, in the
 * name of the first of them. Refuses `already-started`. Gives their ids, in order.
 */
export function recordFounding(store: LedgerDatabase, founding: Founding, today: string): readonly string[] {
  const { db } = store;
  return store.as(store.actor ?? 'p1').write('started', (at) => {
    if (prepareOnce(db, 'SELECT 1 FROM people LIMIT 1').get()) throw new Refusal('already-started');
    const images: RowImage[] = Object.entries(founding.settings).map(([key, value]) =>
      insertSetting(db, key, value, at),
    );
    const relaxed = founding.exception?.rules ?? listRelaxed(db, today);
    const ids = founding.founders.map(({ password_hash, recovery, ...draft }) => {
      checkGrants(draft.grants, relaxed);
      const { id, images: rows } = insertPerson(db, draft, at, today);
      images.push(...rows);
      if (password_hash !== null) images.push(...putPassword(db, id, password_hash, at));
      if (recovery !== null) images.push(...insertRecovery(db, { person_id: id, ...recovery }, at));
      return id;
    });
    const [first] = ids;
    if (founding.exception !== null && first !== undefined) {
      const by = { signed_by: first, approved_by: null, latest: founding.exception_latest };
      images.push(insertException(db, founding.exception, by, at));
    }
    return { payload: { writes: images }, result: ids };
  });
}
