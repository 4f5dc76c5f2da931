import { createContext, useContext } from 'react';
import type { Permission, Role } from '../../kernel/index.ts';
import type { InstitutionWords } from '../../sentences/index.ts';
import type { ApiAnswer } from './api.ts';

/** The answer of `get /api/me`. */
export type Me = ApiAnswer<'get /api/me'>;

/** Who is signed in, and what the whole app must know of the institution. */
export interface Session {
  readonly person: NonNullable<Me['person']>;
  readonly roles: ReadonlySet<Role>;
  readonly permissions: ReadonlySet<Permission>;
  /** Name of the institution; empty where it has none yet. */
  readonly institution: string;
  readonly words: InstitutionWords;
  /** True in a folder created as demo: roles are taken by one click. */
  readonly demo: boolean;
  /** The exceptions in force, which every screen shows: their last date and their whole sentence. */
  readonly exceptions: readonly { readonly until: string; readonly sentence: string }[];
  /** Proposals that wait for this person. */
  readonly to_decide: number;
  /** Put off the second step that their role asks for: what that role opens waits. */
  readonly owes_second_factor: boolean;
  /** Local date of the institution. */
  readonly today: string;
  /** Months with data, oldest first. */
  readonly months: readonly string[];
  /** The period to open with: the latest complete month. Empty without data. */
  readonly period: string;
  /** Units the person may see, by name. */
  readonly units: readonly string[];
}

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

/** The session; only inside the shell, where there always is one. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('no session outside the shell');
  return session;
}

/** Whether the person may do that (somewhere: the server looks at what exactly). */
export function useMay(permission: Permission): boolean {
  return useSession().permissions.has(permission);
}

/** The three words, as texts and sentences take them. */
export function toInstitutionWords(institution: Me['institution']): InstitutionWords {
  if (institution === null) return {};
  const { client, unit, staff } = institution.words;
  return {
    client: { es: client, en: client === 'socio' ? 'member' : 'client' },
    agency: { es: unit, en: unit === 'oficina' ? 'office' : 'branch' },
    executive: { es: staff, en: staff === 'asesor' ? 'adviser' : 'executive' },
  };
}

/** What may be looked at, until the server says it. */
export interface Lookable {
  readonly months: readonly string[];
  readonly period: string;
  readonly units: readonly string[];
}

/** The session that an answer of `get /api/me` with a person in it makes. */
export function toSession(me: Me, lookable: Lookable): Session | null {
  if (me.person === null) return null;
  return {
    person: me.person,
    roles: new Set(me.person.roles.map(({ role }) => role)),
    permissions: new Set(me.may as Permission[]),
    institution: me.institution?.name ?? '',
    words: toInstitutionWords(me.institution),
    demo: me.demo,
    exceptions: me.exceptions.filter(({ in_force }) => in_force),
    to_decide: me.to_decide,
    owes_second_factor: me.second_factor.owed,
    today: me.today,
    ...lookable,
  };
}
