import type { Permission, Person } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';
import { isDemo } from './is-demo.ts';
import {
  isOver,
  maySetFactorLater,
  owesSecondFactor,
  toIdleMinutes,
  toUnprivileged,
} from './session-policy.ts';
import { toDigest } from './secret.ts';

/** Who a request comes from. */
export interface Identity {
  /** As they work now: without the roles that wait for a second factor, where it was put off. */
  readonly person: Person;
  /** With those roles, where the second factor was put off; else null. */
  readonly whole: Person | null;
  readonly via: 'session' | 'token';
  readonly session_id: string | null;
  /** Signed in with a password alone where a role asks for more: only enrolling and leaving are open. */
  readonly needs_second_factor: boolean;
  /** Rules of segregation relaxed today. */
  readonly exceptions: readonly string[];
}

/** What a program may do with a token: load data and look at what became of it. */
export const TOKEN_PERMISSIONS: readonly Permission[] = ['load-data', 'see-data'];

type Place = Pick<Institution, 'ledger' | 'content' | 'ports'>;

function identifyToken(place: Place, bearer: string, today: string): Identity | null {
  const { ledger, ports } = place;
  const token = ledger.tokens.find(toDigest(bearer), ports.clock());
  const person = token && ledger.people.person(token.person_id, today);
  if (!person) return null;
  return {
    person,
    whole: null,
    via: 'token',
    session_id: null,
    needs_second_factor: false,
    exceptions: ledger.exceptions.relaxed(today),
  };
}

/**
 * Who a request comes from, by the secret of a session or of a token; null where nobody is. Looks at
 * the ledger alone and is cheap, because every request asks. A session seen is noted, at most once a minute.
 */
export function identify(
  place: Place,
  given: { readonly session?: string; readonly bearer?: string; readonly ip: string },
): Identity | null {
  const { ledger, ports } = place;
  const today = toLocalToday(place);
  if (given.bearer !== undefined) return identifyToken(place, given.bearer, today);
  if (given.session === undefined) return null;
  const now = ports.clock();
  const session = ledger.sessions.find(toDigest(given.session));
  const person = session && ledger.people.person(session.person_id, today);
  if (!session || !person) return null;
  if (isOver(session, toIdleMinutes(person, isDemo(ledger), today), now)) return null;
  ledger.sessions.touch(session, now);
  const owes = owesSecondFactor(person, session.factor, today);
  const later = owes && maySetFactorLater(person, session.factor, given.ip);
  return {
    person: later ? toUnprivileged(person) : person,
    whole: later ? person : null,
    via: 'session',
    session_id: session.id,
    needs_second_factor: owes && !later,
    exceptions: ledger.exceptions.relaxed(today),
  };
}
