import { type Person, Refusal } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import { findMail, isMailAddress } from './mail-setting.ts';

type Place = Pick<Institution, 'ledger'>;

/** Where somebody gets their digest by mail; kept as setting `alert-mail/<id>`. */
export interface AlertAddress {
  /** Null: the address they were given when they were added, if any. */
  readonly address: string | null;
  /** False: on the screens alone. */
  readonly wanted: boolean;
}

const toKey = (id: string): string => `alert-mail/${id}`;
const toDomain = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

export function findAlertAddress({ ledger }: Place, person: string): AlertAddress {
  const kept = ledger.findSetting(toKey(person))?.value as AlertAddress | undefined;
  return kept ?? { address: null, wanted: true };
}

/** The address a digest goes to; null where there is none, or they do not want mail. */
export function toAlertAddress(place: Place, person: string): string | null {
  const { address, wanted } = findAlertAddress(place, person);
  return wanted ? (address ?? place.ledger.people.find(person)?.email ?? null) : null;
}

/**
 * Says at which address somebody gets their digest, in their own name. Refuses `mail-address-wrong`, and
 * `mail-address-outside` for one that is not of the institution: results of the institution do not leave it.
 */
export function saveAlertAddress({ ledger }: Place, who: Person, { address, wanted }: AlertAddress): void {
  if (address !== null && !isMailAddress(address))
    throw new Refusal('mail-address-wrong', { address: address.slice(0, 100) });
  const domain = toDomain(findMail({ ledger })?.from_address ?? '');
  if (address !== null && domain !== toDomain(address))
    throw new Refusal(domain === '' ? 'mail-absent' : 'mail-address-outside', { domain });
  ledger.as(who.id).changeSetting(toKey(who.id), { address: address?.toLowerCase() ?? null, wanted });
}
