import { Secret, TOTP } from 'otpauth';
import { type Person, Refusal } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import { findProfile } from './profile.ts';
import { openText, sealText } from './key-file.ts';
import { toDigest } from './secret.ts';
import { requiresSecondFactor } from './session-policy.ts';
import { isPassword } from './password-hash.ts';
import { startSession, type Visit } from './start-session.ts';
import { attempt } from './throttle.ts';

const STEP_S = 30;
/** Steps before and after the present whose code is taken: clocks differ. */
const WINDOW = 1;
const SECRET_BYTES = 20;
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

/**
 * Confirms it with a first code, and gives the secret of a new session that proved both: the one it
 * came with ends. Refuses `enrolment-over` and `code-wrong`.
 */
export async function confirmSecondFactor(
  place: Place,
  person: Person,
  code: string,
  visit: Visit & { readonly session: string | null },
): Promise<string> {
  const { ledger, folder, ports } = place;
  const ticket = ledger.gatekeeping.findTicket(toTicket(person.id), 'enrol', ports.clock());
  if (ticket === undefined) throw new Refusal('enrolment-over');
  const secret = openText(folder, person.id, String(ticket.data['secret']));
  const failed = new Refusal('code-wrong');
  await attempt(place, { login: person.login, ip: visit.ip, failed }, () =>
    takeCode(place, person, secret, code) ? true : null,
  );
  const own = ledger.as(person.id);
  own.accounts.enrolFactor(person.id, sealText(folder, person.id, secret));
  ledger.gatekeeping.dropTicket(toTicket(person.id));
  const session = ledger.sessions.find(toDigest(visit.session ?? ''));
  if (session) own.sessions.end(session.id, 'second-factor');
  return startSession(place, person.id, 'code', visit);
}

/** Whether a code is the one of somebody's second factor; false when they have none. */
export function isSecondFactor(place: Place, person: Person, code: string): boolean {
  const sealed = place.ledger.accounts.secondFactor(person.id);
  if (sealed === null) return false;
  return takeCode(place, person, openText(place.folder, person.id, sealed), code);
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
