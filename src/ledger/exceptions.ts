import type { DatabaseSync } from 'node:sqlite';
import { checkException, Refusal } from '../kernel/index.ts';
import { toCanonicalJson } from './canonical-json.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertRow, nextId, prepareOnce, type RowImage, updateRows } from './row-image.ts';

/** Why rules of segregation are relaxed for a time (S-14). Dates are local, both included. */
export interface ExceptionRecord {
  readonly id: number;
  readonly rules: readonly string[];
  readonly reason: string;
  readonly from: string;
  readonly until: string;
  readonly signed_by: string;
  /** Null when nobody was there to approve it: a first run, or an institution without management. */
  readonly approved_by: string | null;
  readonly at: string;
  readonly ended_at: string | null;
}

/** An exception to make. */
export type ExceptionDraft = Pick<ExceptionRecord, 'rules' | 'reason' | 'from' | 'until'>;

function toException(row: Readonly<Record<string, unknown>>): ExceptionRecord {
  return {
    id: row['id'] as number,
    rules: JSON.parse(row['rules'] as string),
    reason: row['reason'] as string,
    from: row['from_date'] as string,
    until: row['until_date'] as string,
    signed_by: row['signed_by'] as string,
    approved_by: row['approved_by'] as string | null,
    at: row['at'] as string,
    ended_at: row['ended_at'] as string | null,
  };
}

/** The rules relaxed on a date by the exceptions in force. Inside a read or a write. */
export function listRelaxed(db: DatabaseSync, today: string): readonly string[] {
  const rows = prepareOnce(
    db,
    'SELECT rules FROM exceptions WHERE ended_at IS NULL AND from_date <= ? AND until_date >= ?',
  ).all(today, today);
  if (rows.length === 0) return [];
  return [...new Set(rows.flatMap((row) => JSON.parse(row['rules'] as string) as string[]))].sort();
}

/** Adds an exception inside the caller's transaction. `latest` is the last date it may reach. */
export function insertException(
  db: DatabaseSync,
  draft: ExceptionDraft,
  by: { readonly signed_by: string; readonly approved_by: string | null; readonly latest: string },
  at: string,
): RowImage {
  checkException(draft.rules, draft.from, draft.until, by.latest);
  return insertRow(db, 'exceptions', {
    id: nextId(db, 'exceptions'),
    rules: toCanonicalJson([...new Set(draft.rules)].sort()),
    reason: draft.reason,
    from_date: draft.from,
    until_date: draft.until,
    signed_by: by.signed_by,
    approved_by: by.approved_by,
    at,
    ended_at: null,
  });
}

/** The exceptions to segregation of duties. */
export interface Exceptions {
  /** All of them, oldest first. */
  readonly list: () => readonly ExceptionRecord[];
  readonly relaxed: (today: string) => readonly string[];
  /** Ends one before its date. */
  readonly end: (id: number) => void;
}

export function toExceptions(store: LedgerDatabase): Exceptions {
  const { db } = store;
  return {
    list: () =>
      store.read(() => prepareOnce(db, 'SELECT * FROM exceptions ORDER BY id').all().map(toException)),
    relaxed: (today) => store.read(() => listRelaxed(db, today)),
    end: (id) =>
      store.write('exception-ended', (at) => {
        const writes = updateRows(db, 'exceptions', { id, ended_at: null }, { ended_at: at });
        if (writes.length === 0) throw new Refusal('exception-not-found', { exception: id });
        return { payload: { writes }, result: undefined };
      }),
  };
}
