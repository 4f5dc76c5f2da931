import { Refusal } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';

/** Failures after which a login, or an address, has to wait. */
const MOST_FAILURES = 10;
const WINDOW_MS = 15 * 60_000;

type Place = Pick<Institution, 'folder' | 'ledger' | 'ports'>;

/** Attempts under way by key: a thousand at once are counted before any has failed. */
const underWay = new Map<string, number>();

const toKeys = (login: string, ip: string): readonly string[] => [`login ${login}`, `ip ${ip}`];

function shift(place: Place, keys: readonly string[], by: 1 | -1): void {
  for (const key of keys) {
    const own = `${place.folder} ${key}`;
    const count = (underWay.get(own) ?? 0) + by;
    if (count === 0) underWay.delete(own);
    else underWay.set(own, count);
  }
}

const toSince = ({ ports }: Place): string => new Date(Date.parse(ports.clock()) - WINDOW_MS).toISOString();

function refuseTooMany(place: Place, keys: readonly string[]): void {
  const now = Date.parse(place.ports.clock());
  for (const key of keys) {
    const { count, first } = place.ledger.gatekeeping.countFailures(key, toSince(place));
    const coming = underWay.get(`${place.folder} ${key}`) ?? 0;
    if (count + coming < MOST_FAILURES) continue;
    const wait = first === null ? 1 : Math.max(1, Math.ceil((Date.parse(first) + WINDOW_MS - now) / 1000));
    throw new Refusal('too-many-attempts', { retry_after_s: count < MOST_FAILURES ? 1 : wait });
  }
}

/** Counts a failure; the one that reaches the limit leaves its link in the trail. */
function noteFailure(place: Place, login: string, ip: string): void {
  const { gatekeeping } = place.ledger;
  const keys = toKeys(login, ip);
  gatekeeping.noteFailure(keys);
  const since = toSince(place);
  if (keys.some((key) => gatekeeping.countFailures(key, since).count === MOST_FAILURES)) {
    gatekeeping.noteThrottled(login, ip);
  }
}

/**
 * Runs one attempt to prove who somebody is: null from `prove` is a failure, refused as `failed`.
 * Refuses `too-many-attempts`, with the seconds to wait, after ten failures in a quarter of an hour
 * of a login or of an address.
 */
export async function attempt<T>(
  place: Place,
  { login, ip, failed }: { readonly login: string; readonly ip: string; readonly failed: Refusal },
  prove: () => T | null | Promise<T | null>,
): Promise<T> {
  const keys = toKeys(login, ip);
  refuseTooMany(place, keys);
  shift(place, keys, 1);
  try {
    const proved = await prove();
    if (proved !== null) return proved;
    noteFailure(place, login, ip);
    throw failed;
  } finally {
    shift(place, keys, -1);
  }
}

/** Forgets the failures of a login that got in. Those of the address stay: it may serve many logins. */
export function forgetFailures({ ledger }: Place, login: string): void {
  ledger.gatekeeping.forgetFailures(`login ${login}`);
}
