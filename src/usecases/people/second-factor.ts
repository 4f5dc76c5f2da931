import { Secret, TOTP } from 'otpauth';
import { type Person, Refusal } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import { findProfile } from './profile.ts';
import { openText, sealText } from './key-file.ts';
import { makeBackupCode, toDigest, toHandedDigest } from './secret.ts';
import { requiresSecondFactor } from './session-policy.ts';
import { isPassword } from './password-hash.ts';
import { startSession, type Visit } from './start-session.ts';
import { attempt } from './throttle.ts';

const STEP_S = 30;
/** Steps before and after the present whose code is taken: clocks differ. */
const WINDOW = 1;
const SECRET_BYTES = 20;
/** How many codes stand in for the telephone. */
const BACKUP_CODES = 8;
const ENROL_MS = 15 * 60_000;
/** Ticket under which a second factor waits for its first code: one per person. */
const toTicket = (person: string): string => toDigest(`enrol ${person}`);

type Place = Pick<Institution, 'folder' | 'ledger' | 'content' | 'ports'>;

function toTotp({ ledger }: Place, person: Person, secret: string): TOTP {
  const issuer = findProfile(ledger)?.name ?? 'Circuito';
  return new TOTP({
    issuer,
    label: person.login,
    period: STEP_S,
    digits: 6,
    secret: Secret.fromBase32(secret),
  });
}

/** Whether a code is right now and was not used before. */
function takeCode(place: Place, person: Person, secret: string, code: string): boolean {
  const timestamp = Date.parse(place.ports.clock());
  const token = code.replaceAll(/\s/g, '');
  // Six of other signs are as many letters and not as many bytes: no code, and no comparison.
  if (!/^\d{6}$/.test(token)) return false;
  const delta = toTotp(place, person, secret).validate({ token, timestamp, window: WINDOW });
  if (delta === null) return false;
  return place.ledger.accounts.useStep(person.id, Math.floor(timestamp / 1000 / STEP_S) + delta);
}

/** Begins to enrol: the secret, and the address that code applications read. Confirmed with a first code. */
export function enrolSecondFactor(
  place: Place,
  person: Person,
): { readonly secret: string; readonly uri: string } {
  const secret = new Secret({ size: SECRET_BYTES }).base32;
  const expires = new Date(Date.parse(place.ports.clock()) + ENROL_MS).toISOString();
  const data = { secret: sealText(place.folder, person.id, secret) };
  place.ledger.gatekeeping.putTicket(
    toTicket(person.id),
    { kind: 'enrol', person_id: person.id, data },
    expires,
  );
  return { secret, uri: toTotp(place, person, secret).toString() };
}

function makeBackupCodes(): readonly string[] {
  return Array.from({ length: BACKUP_CODES }, makeBackupCode);
}

/** A second step that was just set: the session that proved both, and codes for when the telephone is lost. */
export interface Confirmed {
  readonly secret: string;
  /** Each works once; of them only digests are kept. */
  readonly backup_codes: readonly string[];
}

/**
 * Confirms it with a first code, and gives the secret of a new session that proved both (the one it
 * came with ends) and eight backup codes, told this once. Refuses `enrolment-over` and `code-wrong`.
 */
export async function confirmSecondFactor(
  place: Place,
  person: Person,
  code: string,
  visit: Visit & { readonly session: string | null },
): Promise<Confirmed> {
  const { ledger, folder, ports } = place;
  const ticket = ledger.gatekeeping.findTicket(toTicket(person.id), 'enrol', ports.clock());
  if (ticket === undefined) throw new Refusal('enrolment-over');
  const secret = openText(folder, person.id, String(ticket.data['secret']));
  const failed = new Refusal('code-wrong');
  await attempt(place, { login: person.login, ip: visit.ip, failed }, () =>
    takeCode(place, person, secret, code) ? true : null,
  );
  const own = ledger.as(person.id);
  const backup_codes = makeBackupCodes();
  own.accounts.enrolFactor(
    person.id,
    sealText(folder, person.id, secret),
    backup_codes.map((backup) => toHandedDigest(backup)),
  );
  ledger.gatekeeping.dropTicket(toTicket(person.id));
  const session = ledger.sessions.find(toDigest(visit.session ?? ''));
  if (session) own.sessions.end(session.id, 'second-factor');
  return { secret: startSession(place, person.id, 'code', visit), backup_codes };
}

/** Uses a backup code up; false when it is none of theirs, or was used. */
function takeBackupCode({ ledger }: Place, person: Person, code: string): boolean {
  const { backup_codes } = ledger.accounts;
  const digest = toHandedDigest(code);
  if (!backup_codes.has(person.id, digest)) return false;
  backup_codes.use(person.id, digest);
  return true;
}

/** Whether a code is the one of somebody's second factor or an unused backup code; false when they have none. */
export function isSecondFactor(place: Place, person: Person, code: string): boolean {
  const sealed = place.ledger.accounts.secondFactor(person.id);
  if (sealed === null) return false;
  if (/[a-z]/i.test(code)) return takeBackupCode(place, person, code);
  return takeCode(place, person, openText(place.folder, person.id, sealed), code);
}

/** New backup codes in place of those there were, for whoever proves the second factor now. Refuses `code-wrong`. */
export async function renewBackupCodes(
  place: Place,
  person: Person,
  code: string,
  ip: string,
): Promise<readonly string[]> {
  const failed = new Refusal('code-wrong');
  await attempt(place, { login: person.login, ip, failed }, () =>
    isSecondFactor(place, person, code) ? true : null,
  );
  const codes = makeBackupCodes();
  place.ledger.as(person.id).accounts.backup_codes.renew(
    person.id,
    codes.map((backup) => toHandedDigest(backup)),
  );
  return codes;
}

/** Takes one's own second factor away. Refuses `second-factor-required` where a role asks for it. */
export async function removeSecondFactor(
  place: Place,
  person: Person,
  password: string,
  request: { readonly ip: string; readonly today: string },
): Promise<void> {
  if (requiresSecondFactor(person, request.today)) throw new Refusal('second-factor-required');
  const failed = new Refusal('password-wrong');
  await attempt(place, { login: person.login, ip: request.ip, failed }, async () =>
    (await isPassword(password, place.ledger.accounts.password(person.id))) ? true : null,
  );
  place.ledger.as(person.id).accounts.removeFactor(person.id);
}
