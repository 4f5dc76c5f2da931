import type { Factor } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import { makeSecret, toDigest } from './secret.ts';
import { toSessionEnd } from './session-policy.ts';

/** Where a call comes from. */
export interface Visit {
  readonly ip: string;
  readonly agent: string;
}

/** Begins a session and gives its secret, which nobody keeps. */
export function startSession(
  { ledger, ports }: Pick<Institution, 'ledger' | 'ports'>,
  person_id: string,
  factor: Factor,
  { ip, agent }: Visit,
): string {
  const secret = makeSecret();
  const expires_at = toSessionEnd(ports.clock());
  ledger.sessions.start({
    person_id,
    digest: toDigest(secret),
    factor,
    expires_at,
    ip,
    agent: agent.slice(0, 200),
  });
  return secret;
}
