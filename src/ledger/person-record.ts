import type { Language, Role } from '../kernel/index.ts';

/** A role as it was given, with when. */
export interface GrantRecord {
  readonly id: number;
  readonly role: Role;
  readonly units: readonly string[] | null;
  readonly processes: readonly string[] | null;
  readonly from: string;
  readonly until: string | null;
}

export type PersonState = 'active' | 'disabled';

/** Somebody who uses the system, as the ledger keeps them, with the roles not taken back. */
export interface PersonRecord {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: Language;
  readonly staff_name: string | null;
  readonly state: PersonState;
  readonly created_at: string;
  readonly grants: readonly GrantRecord[];
}

/** A role to give. */
export interface GrantDraft {
  readonly role: Role;
  readonly units: readonly string[] | null;
  readonly processes: readonly string[] | null;
  readonly until: string | null;
}

/** Somebody to come. */
export interface PersonDraft {
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: Language;
  readonly staff_name: string | null;
  readonly grants: readonly GrantDraft[];
}
