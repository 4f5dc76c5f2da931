import { createHash } from 'node:crypto';
import { type Person, Refusal } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';
import type { MailServer } from '../mailer.ts';
import { loadSecret, saveSecret } from '../secret-file.ts';

/** By which server alerts go out and in whose name; kept as setting `mail`, its password in `keys/`. */
export interface MailSetting extends Omit<MailServer, 'password'> {
  readonly from_name: string;
  readonly from_address: string;
  /** Where people open the screens: what links begin with. */
  readonly address: string;
}

export interface MailDraft extends MailSetting {
  /** Null keeps the one there is for the same server, port and user. */
  readonly password: string | null;
}

type Place = Pick<Institution, 'folder' | 'ledger' | 'content' | 'ports'>;

export const MAIL_KEY = 'mail';
/** Ports by which mail is taken in; a server of this machine may have any. */
const PORTS = [25, 465, 587, 2525];
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$|^[0-9a-f:]+$/i;
const ADDRESS = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/i;
/** What ends a line, or is no letter at all. */
const CONTROL = /\p{Cc}/u;

/** The setting in force; null while mail is not configured. */
export function findMail({ ledger }: Pick<Institution, 'ledger'>): MailSetting | null {
  return (ledger.findSetting(MAIL_KEY)?.value ?? null) as MailSetting | null;
}

/** A secret belongs to one server and user: another that is proposed never gets it. */
function toSecretName({ host, port, user }: MailSetting): string {
  const digest = createHash('sha256')
    .update(`${host}\n${port}\n${user ?? ''}`)
    .digest('hex');
  return `mail-${digest.slice(0, 16)}.secret`;
}

export function hasMailSecret(folder: string, setting: MailSetting): boolean {
  return loadSecret(folder, toSecretName(setting)) !== null;
}

/** The server with its password. */
export function toMailServer(folder: string, setting: MailSetting, typed: string | null = null): MailServer {
  const { host, port, security, user } = setting;
  const password = user === null ? null : (typed ?? loadSecret(folder, toSecretName(setting)));
  return { host, port, security, user, password };
}

/** Whether a text is one address of mail and nothing else. */
export function isMailAddress(text: string): boolean {
  return text.length <= 200 && ADDRESS.test(text);
}

/**
 * Refuses what could not work or would not be safe: `mail-host-wrong`, `mail-port-odd`, `mail-needs-tls` (a
 * server elsewhere without encryption), `mail-text-wrong` (a line break in a name or user),
 * `mail-address-wrong`, `mail-link-wrong`.
 */
export function checkMail(setting: MailSetting): void {
  const { host, port, security, user, from_name, from_address, address } = setting;
  const isLocal = LOOPBACK.test(host);
  if (!HOST.test(host)) throw new Refusal('mail-host-wrong', { host: host.slice(0, 100) });
  if (!isLocal && !PORTS.includes(port))
    throw new Refusal('mail-port-odd', { port, ports: PORTS.join(', ') });
  if (!isLocal && security === 'none') throw new Refusal('mail-needs-tls', { host });
  if (CONTROL.test(from_name) || (user !== null && CONTROL.test(user)) || from_name.trim() === '')
    throw new Refusal('mail-text-wrong');
  if (!isMailAddress(from_address))
    throw new Refusal('mail-address-wrong', { address: from_address.slice(0, 100) });
  const link = URL.canParse(address) ? new URL(address) : null;
  const isOpen =
    link !== null && (link.protocol === 'https:' || (link.protocol === 'http:' && isLocalName(link)));
  const isBare =
    link !== null && link.username === '' && link.password === '' && link.search === '' && link.hash === '';
  if (!isOpen || !isBare) throw new Refusal('mail-link-wrong', { address: address.slice(0, 100) });
}

const isLocalName = ({ hostname }: URL): boolean => LOOPBACK.test(hostname.replace(/^\[|\]$/g, ''));

/** Without what is secret, and the address without its last slash. */
export function toMailSetting({ password: _password, ...setting }: MailDraft): MailSetting {
  return { ...setting, address: setting.address.replace(/\/+$/, '') };
}

/** Proposes the mail server, or none, for another to approve. Its password is kept in `keys/` at once. */
export function proposeMail(
  place: Place,
  who: Person,
  draft: MailDraft | null,
  reason: string,
): { readonly proposal: number; readonly applied: boolean } {
  const setting = draft === null ? null : toMailSetting(draft);
  if (setting !== null) checkMail(setting);
  const change = { kind: 'change-setting', subject: MAIL_KEY, payload: { value: setting }, reason } as const;
  const { proposal } = place.ledger.as(who.id).proposals.propose(change, toLocalToday(place));
  if (setting !== null && draft?.password) saveSecret(place.folder, toSecretName(setting), draft.password);
  return { proposal: proposal.id, applied: proposal.decision === 'approved' };
}
