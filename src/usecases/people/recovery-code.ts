import { Refusal } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import { makeHandedCode, toHandedDigest } from './secret.ts';

/** A code to set a password with, as it is shown: this once. */
export interface RecoveryCode {
  readonly login: string;
  readonly code: string;
  readonly expires_at: string;
}

const HOURS_MS = 24 * 60 * 60_000;

/** A new code: what is told, and what is kept of it. */
export function makeRecovery(
  login: string,
  now: string,
): { readonly told: RecoveryCode; readonly kept: { readonly digest: string; readonly expires_at: string } } {
  const code = makeHandedCode();
  const expires_at = new Date(Date.parse(now) + HOURS_MS).toISOString();
  return { told: { login, code, expires_at }, kept: { digest: toHandedDigest(code), expires_at } };
}

/**
 * Gives somebody a code to set a password with: one use, 24 hours; the one before stops working. The
 * second factor stays. In the name of `by`; nobody gives one to themselves (`own-recovery`).
 */
export function issueRecovery(
  { ledger, ports }: Pick<Institution, 'ledger' | 'ports'>,
  id: string,
  by: string,
): RecoveryCode {
  if (id === by) throw new Refusal('own-recovery');
  const person = ledger.people.find(id);
  if (!person || person.state !== 'active') throw new Refusal('person-not-found', { person: id });
  const { told, kept } = makeRecovery(person.login, ports.clock());
  ledger.as(by).accounts.issueRecovery({ person_id: id, ...kept });
  return told;
}
