import {
  EVERYTHING,
  type Language,
  type Person,
  type ProposalKind,
  Refusal,
  type Scope,
} from '../../kernel/index.ts';
import type { GrantRecord, PersonRecord, SessionRecord } from '../../ledger/index.ts';
import { toPerson } from '../../ledger/index.ts';
import { nameRole } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';
import { isDemo } from './is-demo.ts';
import { describeProposal } from './list-proposals.ts';
import { toDigest } from './secret.ts';
import { isOver, requiresSecondFactor, toIdleMinutes } from './session-policy.ts';

type Place = Pick<Institution, 'ledger' | 'content' | 'ports'>;

/** Somebody as those who administer people see them. */
export interface ListedPerson extends Omit<PersonRecord, 'grants'> {
  readonly roles: readonly (Omit<GrantRecord, 'id'> & { readonly name: string })[];
  readonly has_password: boolean;
  readonly second_factor: boolean;
  readonly second_factor_required: boolean;
  readonly last_sign_in_at: string | null;
  readonly open_sessions: number;
  readonly pending: readonly {
    readonly proposal: number;
    readonly kind: ProposalKind;
    readonly sentence: string;
  }[];
}

/** An open session as its owner, or who may end it, sees it. */
export interface ShownSession
  extends Pick<SessionRecord, 'id' | 'started_at' | 'last_seen_at' | 'expires_at' | 'ip' | 'agent'> {
  readonly current: boolean;
}

/** Somebody's sessions that still let them in, latest first; refuses who is out of reach (`out-of-scope`). */
export function listSessions(
  place: Place,
  person_id: string,
  current: string | null,
  scope: Scope,
): ShownSession[] {
  const { ledger, ports } = place;
  checkWithin(place, person_id, scope);
  const today = toLocalToday(place);
  const now = ports.clock();
  const person = ledger.people.person(person_id, today);
  if (!person) return [];
  const idle = toIdleMinutes(person, isDemo(ledger), today);
  const own = current === null ? undefined : ledger.sessions.find(toDigest(current));
  return ledger.sessions
    .listOpen(person_id, now)
    .filter((session) => !isOver(session, idle, now))
    .map(({ id, started_at, last_seen_at, expires_at, ip, agent }) => {
      return { id, started_at, last_seen_at, expires_at, ip, agent, current: own?.id === id };
    });
}

/** Everybody, with their roles, state and what waits to be decided about them. */
export function listPeople(place: Place, language: Language): ListedPerson[] {
  const { ledger } = place;
  const today = toLocalToday(place);
  const open = ledger.proposals.list({ open: true });
  return ledger.people.list().map(({ grants, ...person }) => {
    const about = open.filter(({ subject }) => subject === person.id);
    const seen = toPerson({ ...person, grants }, ledger.exceptions.relaxed(today), today);
    return {
      ...person,
      roles: grants.map(({ id: _id, ...grant }) => ({ ...grant, name: nameRole(grant.role, language) })),
      has_password: ledger.accounts.password(person.id) !== null,
      second_factor: ledger.accounts.secondFactor(person.id) !== null,
      second_factor_required: requiresSecondFactor(seen, today),
      last_sign_in_at: ledger.sessions.lastStart(person.id),
      open_sessions: listSessions(place, person.id, null, EVERYTHING).length,
      pending: about.map((proposal) => ({
        proposal: proposal.id,
        kind: proposal.kind,
        sentence: describeProposal(place, proposal, language),
      })),
    };
  });
}

/** Refuses somebody whose roles reach beyond the units that whoever asks reaches (`out-of-scope`). */
function checkWithin({ ledger }: Place, person_id: string, { units }: Scope): void {
  const person = ledger.people.find(person_id);
  if (!person) throw new Refusal('person-not-found', { person: person_id });
  if (units === null) return;
  const within = person.grants.every(
    (grant) => grant.units !== null && grant.units.every((unit) => units.includes(unit)),
  );
  if (!within) throw new Refusal('out-of-scope');
}

/** Ends every session of somebody within reach, in the name of `who`; tells how many. */
export function endSessionsOf(place: Place, who: Person, person_id: string, scope: Scope): number {
  checkWithin(place, person_id, scope);
  return place.ledger.as(who.id).sessions.endOf(person_id, 'ended-by-another');
}
