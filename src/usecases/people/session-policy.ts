import { hasRole, type Person, PRIVILEGED_ROLES } from '../../kernel/index.ts';
import type { Factor } from '../../ledger/index.ts';

/** The longest a session lasts, in hours. */
export const SESSION_HOURS = 12;

const MINUTE_MS = 60_000;
const STRONG: readonly Factor[] = ['code', 'provider-with-code', 'demo'];

/**
 * Minutes without a call after which a session is over: 15 for administrators, 30 for others, the
 * whole session in a demo. When it was last seen is written once a minute, so it may end up to one
 * minute early.
 */
export function toIdleMinutes(person: Person, demo: boolean, today: string): number {
  if (demo) return SESSION_HOURS * 60;
  return hasRole(person, 'administrator', today) ? 15 : 30;
}

/** Whether somebody must have a second factor. */
export function requiresSecondFactor(person: Person, today: string): boolean {
  return PRIVILEGED_ROLES.some((role) => hasRole(person, role, today));
}

/** Whether a session proved enough: with two factors, or where one is enough for its person. */
export function owesSecondFactor(person: Person, factor: Factor, today: string): boolean {
  return requiresSecondFactor(person, today) && !STRONG.includes(factor);
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/** Whether an address is of this very machine. */
export function isLoopback(ip: string): boolean {
  return LOOPBACK.test(ip);
}

/** Somebody without the roles that ask for a second factor. */
export function toUnprivileged(person: Person): Person {
  const privileged: readonly string[] = PRIVILEGED_ROLES;
  return { ...person, grants: person.grants.filter(({ role }) => !privileged.includes(role)) };
}

/**
 * Whether a session that owes its second factor may work meanwhile with the roles that ask for none:
 * the one that the first run begins, on the machine itself, where such a role is there. See decision 0025.
 */
export function maySetFactorLater(person: Person, factor: Factor, ip: string): boolean {
  return factor === 'founding' && isLoopback(ip) && toUnprivileged(person).grants.length > 0;
}

/** Whether a session is over at an instant. */
export function isOver(
  session: { readonly expires_at: string; readonly last_seen_at: string },
  idle_minutes: number,
  now: string,
): boolean {
  const at = Date.parse(now);
  return (
    at >= Date.parse(session.expires_at) || at - Date.parse(session.last_seen_at) >= idle_minutes * MINUTE_MS
  );
}

/** When a session that begins now must end. */
export function toSessionEnd(now: string): string {
  return new Date(Date.parse(now) + SESSION_HOURS * 60 * MINUTE_MS).toISOString();
}
