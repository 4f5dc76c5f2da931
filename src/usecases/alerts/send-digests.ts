import { addDays, type Language } from '../../kernel/index.ts';
import type { DigestRecord, UnsentDigest } from '../../ledger/index.ts';
import { writeDigest, writeTestMail } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';
import type { Mailer, MailFailure, MailMessage, MailOutcome } from '../mailer.ts';
import { toAlertAddress } from './alert-address.ts';
import { findDigestSetting } from './digest-setting.ts';
import {
  checkMail,
  findMail,
  type MailDraft,
  type MailSetting,
  toMailServer,
  toMailSetting,
} from './mail-setting.ts';

type Place = Pick<Institution, 'folder' | 'ledger' | 'content' | 'ports'>;

const MINUTE_MS = 60_000;
/** Minutes to wait after each try that failed; the last holds for the rest. */
const WAITS = [1, 2, 5, 15, 30, 60];
/** A day and a half of tries: what is older is old news, and stays on the screens. */
const MOST_TRIES = 40;
/** A try that the program did not live to see the end of is made once more, under the same identifier. */
const MOST_INTERRUPTED = 2;

const toName = ({ ledger }: Pick<Institution, 'ledger'>): string => {
  const profile = ledger.findSetting('institution')?.value as { readonly name?: string } | undefined;
  return profile?.name ?? 'Circuito';
};

/** Failures of one address: the server itself works. */
const OF_ONE: readonly string[] = ['recipient', 'rejected'] satisfies readonly MailFailure[];

function isResting({ tries, tried_at }: UnsentDigest, now_ms: number): boolean {
  const wait = WAITS[Math.min(tries, WAITS.length) - 1] ?? 0;
  return tried_at !== null && now_ms < Date.parse(tried_at) + wait * MINUTE_MS;
}

/**
 * Digests whose mail is due: of today or yesterday, taken by no server yet, and past the wait after their last
 * try. While the server itself rests after a failure, none is.
 */
function listDue(place: Place): readonly UnsentDigest[] {
  const now_ms = Date.parse(place.ports.clock());
  const unsent = place.ledger.alerts.unsent(addDays(toLocalToday(place), -1), MOST_TRIES);
  const isDown = unsent.some(
    (digest) =>
      digest.last_error !== null && !OF_ONE.includes(digest.last_error) && isResting(digest, now_ms),
  );
  const isLost = ({ tries, tried_at, last_error }: UnsentDigest) =>
    tried_at !== null && last_error === null && tries >= MOST_INTERRUPTED;
  return isDown ? [] : unsent.filter((digest) => !isResting(digest, now_ms) && !isLost(digest));
}

/** Whether mail is configured and a digest waits for it. */
export function hasDigestsToSend(place: Place): boolean {
  return (
    findMail(place) !== null && listDue(place).some(({ person }) => toAlertAddress(place, person) !== null)
  );
}

function toMessage(
  place: Place,
  setting: MailSetting,
  digest: DigestRecord,
  address: string,
): MailMessage | null {
  const person = place.ledger.people.find(digest.person);
  // Who left the institution in the meantime is told nothing.
  if (person?.state !== 'active') return null;
  const institution = toName(place);
  const { date, lines } = digest;
  const { most } = findDigestSetting(place);
  const words = { institution, person: person.name, date, lines, most, address: setting.address };
  const from = { name: setting.from_name, address: setting.from_address };
  const domain = setting.from_address.slice(setting.from_address.lastIndexOf('@') + 1);
  return {
    id: `<circuito.${digest.id}.${digest.person}.${date}@${domain}>`,
    from,
    to: { name: person.name, address },
    ...writeDigest(words, person.language),
  };
}

/**
 * Hands over the digests that are due, one after another. Each is noted before it is handed over and once a server
 * took it; a kill in between sends it once more, under the same identifier, and then no more. A failure is kept as a code and tried
 * again, later each time; one of the server itself ends the round. Gives how many were taken.
 */
export async function sendDigests(place: Place, mailer: Mailer, isStopping: () => boolean): Promise<number> {
  const setting = findMail(place);
  if (setting === null) return 0;
  const server = toMailServer(place.folder, setting);
  const { alerts } = place.ledger;
  let sent = 0;
  for (const { id, person } of listDue(place)) {
    const address = toAlertAddress(place, person);
    const digest = address === null ? undefined : alerts.findDigest(id);
    const message = digest && address !== null ? toMessage(place, setting, digest, address) : null;
    if (message === null) continue;
    if (isStopping()) return sent;
    alerts.noteTry(id);
    const outcome = await mailer.send(server, message);
    if (outcome.sent) {
      alerts.noteSent(id);
      sent += 1;
      continue;
    }
    alerts.noteFailed(id, outcome.failure);
    if (!OF_ONE.includes(outcome.failure)) return sent;
  }
  return sent;
}

/** Sends a mail with settings as they are typed, to see whether they work; refuses as `checkMail` does. */
export async function tryMail(
  place: Place,
  mailer: Mailer,
  draft: MailDraft,
  to: { readonly name: string; readonly address: string; readonly language: Language },
  id: string,
): Promise<MailOutcome> {
  const setting = toMailSetting(draft);
  checkMail(setting);
  checkMail({ ...setting, from_address: to.address });
  const words = writeTestMail(toName(place), setting.address, to.language);
  const from = { name: setting.from_name, address: setting.from_address };
  const domain = setting.from_address.slice(setting.from_address.lastIndexOf('@') + 1);
  return mailer.send(toMailServer(place.folder, setting, draft.password), {
    id: `<circuito.${id}@${domain}>`,
    from,
    to,
    ...words,
  });
}
