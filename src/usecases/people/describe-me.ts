import {
  type Language,
  type Permission,
  PERMISSIONS,
  type Person,
  type RoleGrant,
  toScope,
} from '../../kernel/index.ts';
import { nameRole } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';
import { listExceptions, type ShownException } from './describe-exception.ts';
import { isDemo } from './is-demo.ts';
import { findProfile, type Profile } from './profile.ts';
import { countToDecide } from './list-proposals.ts';
import { findProvider } from './provider-setting.ts';
import { toDigest } from './secret.ts';
import { owesSecondFactor, requiresSecondFactor, toIdleMinutes } from './session-policy.ts';

/** Who is signed in and in which institution. */
export interface Me {
  readonly person:
    | (Omit<Person, 'grants'> & { readonly roles: readonly (RoleGrant & { readonly name: string })[] })
    | null;
  readonly may: readonly Permission[];
  readonly units: readonly string[] | null;
  readonly processes: readonly string[] | null;
  readonly needs_second_factor: boolean;
  readonly second_factor: {
    readonly enrolled: boolean;
    readonly required: boolean;
    /** Put off: roles that ask for it wait. */
    readonly owed: boolean;
    /** Backup codes not used yet. */
    readonly backup_codes: number;
  };
  readonly session: {
    readonly id: string;
    readonly started_at: string;
    readonly expires_at: string;
    readonly idle_minutes: number;
  } | null;
  readonly needs_start: boolean;
  readonly demo: boolean;
  readonly institution: Profile | null;
  readonly exceptions: readonly ShownException[];
  readonly provider: string | null;
  readonly to_decide: number;
  readonly today: string;
}

type Place = Pick<Institution, 'ledger' | 'content' | 'ports'>;

/** The limits of somebody whose every role is limited; null for none. */
function toLimit(person: Person, kind: 'units' | 'processes'): readonly string[] | null {
  const limits = person.grants.map((grant) => grant[kind]);
  if (limits.length === 0 || limits.includes(null)) return null;
  return [...new Set(limits.flatMap((names) => names ?? []))].sort();
}

function describeSession(place: Place, person: Person, secret: string | null, today: string) {
  const session = secret === null ? undefined : place.ledger.sessions.find(toDigest(secret));
  if (!session || session.person_id !== person.id) return null;
  const { id, started_at, expires_at, factor } = session;
  const idle_minutes = toIdleMinutes(person, isDemo(place.ledger), today);
  return { shown: { id, started_at, expires_at, idle_minutes }, factor };
}

/** Who is signed in, what they may do, and in which institution: what every screen begins with. */
export function describeMe(
  place: Place,
  who: Person | null,
  { session, language }: { readonly session: string | null; readonly language: Language },
): Me {
  const { ledger } = place;
  const today = toLocalToday(place);
  const place_of = {
    needs_start: !ledger.people.any(),
    demo: isDemo(ledger),
    institution: findProfile(ledger) ?? null,
    provider: findProvider(ledger)?.name ?? null,
    today,
  };
  if (who === null) {
    return {
      ...place_of,
      person: null,
      may: [],
      units: null,
      processes: null,
      needs_second_factor: false,
      second_factor: { enrolled: false, required: false, owed: false, backup_codes: 0 },
      session: null,
      exceptions: [],
      to_decide: 0,
    };
  }
  const { grants, ...person } = who;
  const found = describeSession(place, who, session, today);
  const owes = found !== null && owesSecondFactor(who, found.factor, today);
  const whole = ledger.people.person(who.id, today) ?? who;
  return {
    ...place_of,
    person: { ...person, roles: grants.map((grant) => ({ ...grant, name: nameRole(grant.role, language) })) },
    may: (Object.keys(PERMISSIONS) as Permission[]).filter(
      (permission) => toScope(who, permission, today) !== null,
    ),
    units: toLimit(who, 'units'),
    processes: toLimit(who, 'processes'),
    needs_second_factor: owes,
    second_factor: {
      enrolled: ledger.accounts.secondFactor(who.id) !== null,
      required: requiresSecondFactor(whole, today),
      owed: !owes && found !== null && owesSecondFactor(whole, found.factor, today),
      backup_codes: ledger.accounts.backup_codes.count(who.id),
    },
    session: found?.shown ?? null,
    exceptions: listExceptions(place, language),
    to_decide: owes ? 0 : countToDecide(place, who),
  };
}
