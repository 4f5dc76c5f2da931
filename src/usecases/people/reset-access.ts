import { Refusal } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import { makeRecovery, type RecoveryCode } from './recovery-code.ts';
import { toLogin } from './sign-in.ts';

/**
 * Lets somebody back in who lost password and telephone, from the machine where the data are: their
 * second factor and sessions end, and the code given sets a new password (24 hours, one use). It
 * leaves its link in the chain. Refuses `person-not-found` for a login nobody active has.
 */
export function resetAccess(
  { ledger, ports }: Pick<Institution, 'ledger' | 'ports'>,
  login: string,
): RecoveryCode {
  const person = ledger.people.findByLogin(toLogin(login));
  if (person?.state !== 'active') throw new Refusal('person-not-found', { person: login });
  const { told, kept } = makeRecovery(person.login, ports.clock());
  ledger.accounts.resetAccess({ person_id: person.id, ...kept });
  return told;
}
