import { type Person, Refusal } from '../../kernel/index.ts';
import type { TokenRecord } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import { makeSecret, toDigest } from './secret.ts';

type Place = Pick<Institution, 'ledger' | 'ports'>;

/** A token as screens show it. */
export interface ShownToken {
  readonly id: string;
  readonly person: string;
  readonly person_name: string;
  readonly name: string;
  readonly approved_at: string;
  readonly expires_at: string;
  readonly state: 'waiting' | 'in-force' | 'expired' | 'ended';
}

function toState(token: TokenRecord, now: string): ShownToken['state'] {
  if (token.ended_at !== null) return 'ended';
  if (token.expires_at <= now) return 'expired';
  return token.collected_at === null ? 'waiting' : 'in-force';
}

/** Tokens for loading data by a program, of everybody or of one person. */
export function listTokens({ ledger, ports }: Place, person?: string): ShownToken[] {
  const now = ports.clock();
  return ledger.tokens.list(person).map((token) => ({
    id: token.id,
    person: token.person_id,
    person_name: ledger.people.find(token.person_id)?.name ?? token.person_id,
    name: token.name,
    approved_at: token.approved_at,
    expires_at: token.expires_at,
    state: toState(token, now),
  }));
}

/** Takes the secret of an approved token of one's own: made now, shown this once. Refuses `token-not-found`. */
export function collectToken(
  { ledger }: Place,
  who: Person,
  id: string,
): { readonly secret: string; readonly expires_at: string } {
  const secret = makeSecret();
  const { expires_at } = ledger.as(who.id).tokens.collect(id, who.id, toDigest(secret));
  return { secret, expires_at };
}

/** Ends a token: one's own, or anybody's by who administers. */
export function endToken({ ledger }: Place, who: Person, id: string, whose: 'own' | 'any'): void {
  ledger.as(who.id).tokens.end(id, whose === 'own' ? who.id : undefined);
}

/** Ends a session of one's own. Refuses `session-not-found` for another's. */
export function endOwnSession({ ledger, ports }: Place, who: Person, id: string): void {
  const own = ledger.sessions.listOpen(who.id, ports.clock()).some((session) => session.id === id);
  if (!own) throw new Refusal('session-not-found', { session: id });
  ledger.as(who.id).sessions.end(id, 'ended-by-owner');
}
