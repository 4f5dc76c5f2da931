import { Refusal } from '../../kernel/index.ts';
import type { Factor, PersonRecord } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { checkPassword } from './password-rules.ts';
import { findProfile } from './profile.ts';
import { isSecondFactor } from './second-factor.ts';
import { makeSecret, toDigest, toHandedDigest } from './secret.ts';
import { owesSecondFactor } from './session-policy.ts';
import { startSession, type Visit } from './start-session.ts';
import { attempt, forgetFailures } from './throttle.ts';

/** What comes next of a sign-in, and the secret the browser keeps: of a session, or of a step of one. */
export interface SignedIn {
  readonly next: 'nothing' | 'code' | 'enrol';
  readonly secret: string;
}

export type Door = Pick<Institution, 'folder' | 'ledger' | 'content' | 'ports'>;

/** How long the second step waits. */
const CODE_MS = 5 * 60_000;

/** A login as it is kept: without spaces around, in lower case. */
export function toLogin(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

function findAccount({ ledger }: Door, login: string): PersonRecord | undefined {
  const found = ledger.people.findByLogin(login) ?? ledger.people.findByEmail(login);
  return found?.state === 'active' ? found : undefined;
}

/** After a first proof: the second step where there is one, else a session. */
export function admit(door: Door, person: PersonRecord, factor: Factor, visit: Visit): SignedIn {
  const { ledger, ports } = door;
  const strong = factor === 'provider-with-code';
  if (!strong && ledger.accounts.secondFactor(person.id) !== null) {
    const secret = makeSecret();
    const expires = new Date(Date.parse(ports.clock()) + CODE_MS).toISOString();
    const ticket = { kind: 'code', person_id: person.id, data: { factor } };
    ledger.gatekeeping.putTicket(toDigest(secret), ticket, expires);
    return { next: 'code', secret };
  }
  const today = toLocalToday(door);
  const secret = startSession(door, person.id, factor, visit);
  forgetFailures(door, person.login);
  const seen = ledger.people.person(person.id, today);
  return { next: seen && owesSecondFactor(seen, factor, today) ? 'enrol' : 'nothing', secret };
}

/**
 * Signs in with login (or address) and password. Refuses `sign-in-failed` without saying which was
 * wrong, in the same time whether or not there is such a person, and `too-many-attempts`.
 */
export async function signIn(
  door: Door,
  given: { readonly login: string; readonly password: string },
  visit: Visit,
): Promise<SignedIn> {
  const login = toLogin(given.login);
  const failed = new Refusal('sign-in-failed');
  const person = await attempt(door, { login, ip: visit.ip, failed }, async () => {
    const found = findAccount(door, login);
    const hash = found ? door.ledger.accounts.password(found.id) : null;
    return (await isPassword(given.password, hash)) && found ? found : null;
  });
  return admit(door, person, 'password', visit);
}

/** Second step: the code. `ticket` is the secret that the first step gave. Refuses `sign-in-over`, `code-wrong`. */
export async function signInWithCode(
  door: Door,
  given: { readonly ticket: string | null; readonly code: string },
  visit: Visit,
): Promise<SignedIn> {
  const { ledger, ports } = door;
  const digest = toDigest(given.ticket ?? '');
  const ticket = ledger.gatekeeping.findTicket(digest, 'code', ports.clock());
  const record = ledger.people.find(ticket?.person_id ?? '');
  const person = record && ledger.people.person(record.id, toLocalToday(door));
  if (!ticket || !record || !person) throw new Refusal('sign-in-over');
  const failed = new Refusal('code-wrong');
  await attempt(door, { login: record.login, ip: visit.ip, failed }, () =>
    isSecondFactor(door, person, given.code) ? true : null,
  );
  ledger.gatekeeping.dropTicket(digest);
  const factor = ticket.data['factor'] === 'provider' ? 'provider-with-code' : 'code';
  const secret = startSession(door, record.id, factor, visit);
  forgetFailures(door, record.login);
  return { next: 'nothing', secret };
}

/** Sets a new password with a code that an administrator gave, and signs in. Refuses `recovery-failed`. */
export async function signInWithRecovery(
  door: Door,
  given: { readonly login: string; readonly code: string; readonly password: string },
  visit: Visit,
): Promise<SignedIn> {
  const { ledger, ports } = door;
  const login = toLogin(given.login);
  const digest = toHandedDigest(given.code);
  const failed = new Refusal('recovery-failed');
  const person = await attempt(door, { login, ip: visit.ip, failed }, () => {
    const found = findAccount(door, login);
    return found && ledger.accounts.hasRecovery(found.id, digest, ports.clock()) ? found : null;
  });
  await checkPassword(given.password, {
    ...person,
    institution: findProfile(ledger)?.name ?? '',
    second_factor: ledger.accounts.secondFactor(person.id) !== null,
  });
  ledger.accounts.useRecovery(person.id, digest, await hashPassword(given.password));
  return admit(door, person, 'password', visit);
}

/** Ends the session of that secret at once, or drops the step it stood for. */
export function signOut({ ledger }: Door, secret: string | null): void {
  if (secret === null) return;
  const session = ledger.sessions.find(toDigest(secret));
  if (session) ledger.as(session.person_id).sessions.end(session.id, 'signed-out');
}

/** Changes one's own password; other sessions end. Refuses `password-wrong` and what the rules refuse. */
export async function changePassword(
  door: Door,
  person: { readonly id: string; readonly login: string },
  given: { readonly current: string; readonly password: string },
  visit: Visit & { readonly session: string | null },
): Promise<number> {
  const { ledger } = door;
  const failed = new Refusal('password-wrong');
  await attempt(door, { login: person.login, ip: visit.ip, failed }, async () =>
    (await isPassword(given.current, ledger.accounts.password(person.id))) ? true : null,
  );
  const record = ledger.people.find(person.id);
  if (!record) throw new Refusal('person-not-found', { person: person.id });
  await checkPassword(given.password, {
    ...record,
    institution: findProfile(ledger)?.name ?? '',
    second_factor: ledger.accounts.secondFactor(person.id) !== null,
  });
  const hash = await hashPassword(given.password);
  const session = visit.session === null ? undefined : ledger.sessions.find(toDigest(visit.session));
  return ledger.as(person.id).accounts.changePassword(person.id, hash, session?.id ?? null);
}
