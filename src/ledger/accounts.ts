import type { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../kernel/index.ts';
import { type BackupCodes, endBackupCodes, replaceBackupCodes, toBackupCodes } from './backup-codes.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertRow, prepareOnce, type RowImage, updateRows } from './row-image.ts';
import { endSessionsOf } from './sessions.ts';

/** A code to set a password with, as kept: of the code only the SHA-256. */
export interface RecoveryDraft {
  readonly person_id: string;
  readonly digest: string;
  readonly expires_at: string;
}

/** Writes a password's hash inside the caller's transaction. */
export function putPassword(db: DatabaseSync, person: string, hash: string, at: string): RowImage[] {
  const changed = updateRows(db, 'credentials', { person_id: person }, { hash, changed_at: at });
  if (changed.length > 0) return changed;
  return [insertRow(db, 'credentials', { person_id: person, hash, changed_at: at })];
}

/** Adds a recovery code inside the caller's transaction; the one there was stops working. */
export function insertRecovery(db: DatabaseSync, draft: RecoveryDraft, at: string): RowImage[] {
  return [
    ...updateRows(db, 'recovery_codes', { person_id: draft.person_id, used_at: null }, { used_at: at }),
    insertRow(db, 'recovery_codes', {
      id: `c${draft.digest.slice(0, 16)}`,
      ...draft,
      issued_at: at,
      used_at: null,
    }),
  ];
}

/** Takes a second factor away inside the caller's transaction, and the backup codes that stood in for it. */
export function removeFactor(db: DatabaseSync, person: string, at: string): RowImage[] {
  return [
    ...updateRows(db, 'second_factors', { person_id: person, removed_at: null }, { removed_at: at }),
    ...endBackupCodes(db, person, at),
  ];
}

/** What proves who somebody is. Secrets come and go hashed or encrypted; nothing here knows them. */
export interface Accounts {
  /** The stored hash of a password; null when there is none. */
  readonly password: (person: string) => string | null;
  /** Sets it; other sessions than `but` end. Tells how many did. */
  readonly changePassword: (person: string, hash: string, but: string | null) => number;
  /** The encrypted secret of the second factor in force; null when there is none. */
  readonly secondFactor: (person: string) => string | null;
  /** Sets it, with the SHA-256 of the codes that may stand in for it. */
  readonly enrolFactor: (person: string, secret: string, backup: readonly string[]) => void;
  readonly removeFactor: (person: string) => void;
  /** Marks a time step of codes as used; false when it or a later one was already. Outside the chain. */
  readonly useStep: (person: string, step: number) => boolean;
  readonly issueRecovery: (draft: RecoveryDraft) => void;
  /** Whether somebody has such a code unused and not over. */
  readonly hasRecovery: (person: string, digest: string, now: string) => boolean;
  /** Uses a code and sets the password with it; every session ends. Refuses `recovery-failed`. */
  readonly useRecovery: (person: string, digest: string, hash: string) => void;
  /** Gives a recovery code, takes the second factor away and ends every session, in one link. */
  readonly resetAccess: (draft: RecoveryDraft) => void;
  readonly backup_codes: BackupCodes;
}

const OPEN_CODE =
  'SELECT id FROM recovery_codes WHERE person_id = ? AND digest = ? AND used_at IS NULL AND expires_at > ?';

export function toAccounts(store: LedgerDatabase): Accounts {
  const { db } = store;
  return {
    password: (person) =>
      store.read(() => {
        const row = prepareOnce(db, 'SELECT hash FROM credentials WHERE person_id = ?').get(person);
        return (row?.['hash'] ?? null) as string | null;
      }),
    changePassword: (person, hash, but) =>
      store.write('password-changed', (at) => {
        const ended = endSessionsOf(db, person, at, 'password-changed', but);
        return {
          payload: { writes: [...putPassword(db, person, hash, at), ...ended] },
          result: ended.length,
        };
      }),
    secondFactor: (person) =>
      store.read(() => {
        const row = prepareOnce(
          db,
          'SELECT secret FROM second_factors WHERE person_id = ? AND removed_at IS NULL',
        ).get(person);
        return (row?.['secret'] ?? null) as string | null;
      }),
    enrolFactor: (person, secret, backup) =>
      store.write('second-factor-enrolled', (at) => {
        const row = { secret, enrolled_at: at, removed_at: null };
        const changed = updateRows(db, 'second_factors', { person_id: person }, row);
        const factor =
          changed.length > 0 ? changed : [insertRow(db, 'second_factors', { person_id: person, ...row })];
        const writes = [...factor, ...replaceBackupCodes(db, person, backup, at)];
        return { payload: { writes }, result: undefined };
      }),
    removeFactor: (person) =>
      store.write('second-factor-removed', (at) => ({
        payload: { writes: removeFactor(db, person, at) },
        result: undefined,
      })),
    useStep: (person, step) =>
      store.note(() => {
        const last = prepareOnce(db, 'SELECT step FROM used_steps WHERE person_id = ?').get(person)?.['step'];
        if (typeof last === 'number' && last >= step) return false;
        prepareOnce(db, 'INSERT OR REPLACE INTO used_steps (person_id, step) VALUES (?, ?)').run(
          person,
          step,
        );
        return true;
      }),
    issueRecovery: (draft) =>
      store.write('recovery-issued', (at) => ({
        payload: { writes: insertRecovery(db, draft, at) },
        result: undefined,
      })),
    hasRecovery: (person, digest, now) =>
      store.read(() => prepareOnce(db, OPEN_CODE).get(person, digest, now) !== undefined),
    useRecovery: (person, digest, hash) =>
      store.as(person).write('recovery-used', (at) => {
        const row = prepareOnce(db, OPEN_CODE).get(person, digest, at);
        const active = prepareOnce(db, "SELECT 1 FROM people WHERE id = ? AND state = 'active'").get(person);
        if (row === undefined || active === undefined) throw new Refusal('recovery-failed');
        const writes = [
          ...updateRows(db, 'recovery_codes', { id: row['id'] as string }, { used_at: at }),
          ...putPassword(db, person, hash, at),
          ...endSessionsOf(db, person, at, 'password-changed'),
        ];
        return { payload: { writes }, result: undefined };
      }),
    resetAccess: (draft) =>
      store.write('access-reset', (at) => {
        const { person_id } = draft;
        const writes = [
          ...removeFactor(db, person_id, at),
          ...endSessionsOf(db, person_id, at, 'access-reset'),
          ...insertRecovery(db, draft, at),
        ];
        return { payload: { writes }, result: undefined };
      }),
    backup_codes: toBackupCodes(store),
  };
}
