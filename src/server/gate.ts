import type { Route } from '../contract/index.ts';
import { EVERYTHING, Refusal, type Scope, toScope } from '../kernel/index.ts';
import { type Identity, TOKEN_PERMISSIONS } from '../usecases/index.ts';
import { type Context, toOrigin } from './caller.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

/** A name without port, brackets, capitals or the dot of a whole name. */
function toPlainName(host: string): string {
  return host
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
}

/** Answers for the names it was given alone: a page elsewhere that points its own name here is refused. */
export function refuseStrangeHost(context: Context, names: readonly string[]): void {
  const host = toPlainName(context.req.header('host') ?? '');
  if (LOOPBACK.has(host) || names.some((name) => toPlainName(name) === host)) return;
  throw new Refusal('host-unknown', { host: host.slice(0, 100) });
}

/** A write comes from our own page, or from a program with a token: a browser always says where it stands. */
export function refuseForeign(context: Context, identity: Identity | null, secure: boolean): void {
  if (identity?.via === 'token') return;
  if (context.req.header('origin') !== toOrigin(context, secure)) throw new Refusal('foreign-origin');
}

/** What the caller may reach through a route; refuses who may not call it. */
export function gate(
  { may, before_second_factor, after_second_factor, for_tokens }: Route,
  identity: Pick<Identity, 'person' | 'whole' | 'via' | 'needs_second_factor'> | null,
  today: string,
): Scope {
  if (may === 'public') return EVERYTHING;
  if (!identity) throw new Refusal('not-signed-in');
  const { person, whole, via, needs_second_factor } = identity;
  if (needs_second_factor && !before_second_factor) throw new Refusal('second-factor-needed');
  // Put off, it still keeps shut what the roles that ask for it would open.
  const waits = whole !== null && (may === 'signed-in' ? after_second_factor : toScope(whole, may, today));
  if (waits && (may === 'signed-in' || !toScope(person, may, today)))
    throw new Refusal('second-factor-needed');
  if (may === 'signed-in') {
    // A token loads data and looks at how that went; it is nobody's account.
    if (via === 'token' && !for_tokens) throw new Refusal('not-allowed', { permission: may });
    return EVERYTHING;
  }
  const scope = toScope(person, may, today);
  if (!scope || (via === 'token' && !TOKEN_PERMISSIONS.includes(may)))
    throw new Refusal('not-allowed', { permission: may });
  return scope;
}
