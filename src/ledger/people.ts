import type { DatabaseSync } from 'node:sqlite';
import type { Company, Language, Person, Role } from '../kernel/index.ts';
import { Refusal, toHeldGrants } from '../kernel/index.ts';
import { endBackupCodes } from './backup-codes.ts';
import { listRelaxed } from './exceptions.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import type { GrantDraft, GrantRecord, PersonDraft, PersonRecord, PersonState } from './person-record.ts';
import { insertRow, nextId, prepareOnce, type RowImage, updateRows } from './row-image.ts';
import { endSessionsOf } from './sessions.ts';

type Row = Readonly<Record<string, unknown>>;

const toNames = (value: unknown): readonly string[] | null =>
  value === null ? null : (JSON.parse(value as string) as string[]);

const fromNames = (names: readonly string[] | null): string | null =>
  names === null ? null : JSON.stringify([...new Set(names)].sort());

function toGrant(row: Row): GrantRecord {
  return {
    id: row['id'] as number,
    role: row['role'] as Role,
    units: toNames(row['units']),
    processes: toNames(row['processes']),
    from: row['from_date'] as string,
    until: row['until_date'] as string | null,
  };
}

function toRecord(db: DatabaseSync, row: Row): PersonRecord {
  const id = row['id'] as string;
  const grants = prepareOnce(
    db,
    'SELECT * FROM role_grants WHERE person_id = ? AND ended_at IS NULL ORDER BY id',
  ).all(id);
  return {
    id,
    login: row['login'] as string,
    name: row['name'] as string,
    email: row['email'] as string | null,
    language: row['language'] as Language,
    staff_name: row['staff_name'] as string | null,
    state: row['state'] as PersonState,
    created_at: row['created_at'] as string,
    grants: grants.map(toGrant),
  };
}

/** Somebody by id, whatever their state; undefined when there is none. Inside a read or a write. */
export function readPerson(db: DatabaseSync, id: string): PersonRecord | undefined {
  const row = prepareOnce(db, 'SELECT * FROM people WHERE id = ?').get(id);
  return row === undefined ? undefined : toRecord(db, row);
}

function getActive(db: DatabaseSync, id: string): PersonRecord {
  const person = readPerson(db, id);
  if (person === undefined) throw new Refusal('person-not-found', { person: id });
  return person;
}

/** Everybody, in the order they came. */
function readPeople(db: DatabaseSync): PersonRecord[] {
  // Ids are p1, p2... p10: by number, not by text.
  return prepareOnce(db, 'SELECT * FROM people ORDER BY length(id), id')
    .all()
    .map((row) => toRecord(db, row));
}

/** Somebody with the roles that hold on a date, as rules and use cases see them. */
export function toPerson(record: PersonRecord, relaxed: readonly string[], today: string): Person {
  const begun = record.grants.filter(({ from }) => from <= today);
  const grants = begun.map(({ role, units, processes, until }) => ({ role, units, processes, until }));
  return {
    id: record.id,
    login: record.login,
    name: record.name,
    language: record.language,
    staff_name: record.staff_name,
    grants: toHeldGrants(grants, relaxed, today),
  };
}

/** Everybody active on a date and the rules relaxed then: what rules of segregation look at. */
export function readCompany(db: DatabaseSync, today: string): Company {
  const relaxed = listRelaxed(db, today);
  const people = readPeople(db)
    .filter(({ state }) => state === 'active')
    .map((record) => toPerson(record, relaxed, today));
  return { people, relaxed, today };
}

function insertGrants(
  db: DatabaseSync,
  person: string,
  grants: readonly GrantDraft[],
  at: string,
  today: string,
): RowImage[] {
  return grants.map((grant) =>
    insertRow(db, 'role_grants', {
      id: nextId(db, 'role_grants'),
      person_id: person,
      role: grant.role,
      units: fromNames(grant.units),
      processes: fromNames(grant.processes),
      from_date: today,
      until_date: grant.until,
      granted_at: at,
      ended_at: null,
    }),
  );
}

/** Refuses a login or an address that somebody has: `login-taken`, `email-taken`. */
export function checkNewPerson(db: DatabaseSync, { login, email }: PersonDraft): void {
  if (prepareOnce(db, 'SELECT 1 FROM people WHERE login = ?').get(login)) {
    throw new Refusal('login-taken', { login });
  }
  if (email !== null && prepareOnce(db, 'SELECT 1 FROM people WHERE email = ?').get(email)) {
    throw new Refusal('email-taken', { email });
  }
}

/** Adds somebody inside the caller's transaction; gives their id and the rows. */
export function insertPerson(
  db: DatabaseSync,
  draft: PersonDraft,
  at: string,
  today: string,
): { readonly id: string; readonly images: RowImage[] } {
  checkNewPerson(db, draft);
  const count = prepareOnce(db, 'SELECT count(*) AS n FROM people').get()?.['n'] as number;
  const id = `p${count + 1}`;
  const { login, name, email, language, staff_name, grants } = draft;
  const row = { id, login, name, email, language, staff_name, state: 'active', created_at: at };
  const image = insertRow(db, 'people', row);
  return { id, images: [image, ...insertGrants(db, id, grants, at, today)] };
}

/** Gives other roles inside the caller's transaction; open sessions end. */
export function replaceGrants(
  db: DatabaseSync,
  id: string,
  grants: readonly GrantDraft[],
  at: string,
  today: string,
): RowImage[] {
  getActive(db, id);
  return [
    ...updateRows(db, 'role_grants', { person_id: id, ended_at: null }, { ended_at: at }),
    ...insertGrants(db, id, grants, at, today),
    ...endSessionsOf(db, id, at, 'roles-changed'),
  ];
}

/** Disables or enables somebody inside the caller's transaction; a disabled person's sessions, tokens and codes end. */
export function changeState(db: DatabaseSync, id: string, state: PersonState, at: string): RowImage[] {
  getActive(db, id);
  const images = updateRows(db, 'people', { id }, { state });
  if (state === 'active') return images;
  return [
    ...images,
    ...endSessionsOf(db, id, at, 'disabled'),
    ...updateRows(db, 'tokens', { person_id: id, ended_at: null }, { ended_at: at }),
    ...updateRows(db, 'recovery_codes', { person_id: id, used_at: null }, { used_at: at }),
    ...endBackupCodes(db, id, at),
  ];
}

/** What is kept about those who use the system. */
export interface People {
  readonly list: () => readonly PersonRecord[];
  readonly find: (id: string) => PersonRecord | undefined;
  readonly findByLogin: (login: string) => PersonRecord | undefined;
  readonly findByEmail: (email: string) => PersonRecord | undefined;
  /** Cheap: whether anybody is there at all. */
  readonly any: () => boolean;
  readonly company: (today: string) => Company;
  /** Somebody as rules see them on a date; undefined when unknown or disabled. */
  readonly person: (id: string, today: string) => Person | undefined;
  readonly changeLanguage: (id: string, language: Language) => void;
}

export function toPeople(store: LedgerDatabase): People {
  const { db } = store;
  const findBy = (column: 'login' | 'email', value: string) =>
    store.read(() => {
      const row = prepareOnce(db, `SELECT * FROM people WHERE ${column} = ?`).get(value);
      return row === undefined ? undefined : toRecord(db, row);
    });
  return {
    list: () => store.read(() => readPeople(db)),
    find: (id) => store.read(() => readPerson(db, id)),
    findByLogin: (login) => findBy('login', login),
    findByEmail: (email) => findBy('email', email),
    any: () => store.read(() => prepareOnce(db, 'SELECT 1 FROM people LIMIT 1').get() !== undefined),
    company: (today) => store.read(() => readCompany(db, today)),
    person: (id, today) =>
      store.read(() => {
        const record = readPerson(db, id);
        if (record === undefined || record.state !== 'active') return undefined;
        return toPerson(record, listRelaxed(db, today), today);
      }),
    changeLanguage: (id, language) =>
      store.write('language-changed', () => ({
        payload: { writes: updateRows(db, 'people', { id }, { language }) },
        result: undefined,
      })),
  };
}
