import { Refusal } from '../kernel/index.ts';

/** What anybody may ask to be done, by network address and minute: a branch behind one address signs in with less. */
const MOST_A_MINUTE = 600;
const MINUTE_MS = 60_000;
/** Addresses counted at once; beyond, all the others are counted as one. */
const MOST_ADDRESSES = 10_000;

/**
 * Counts what comes from each address without anybody having signed in; refuses `too-many-attempts` beyond
 * the limit, `most` in a minute.
 */
export function toKnockLimit(now_ms: () => number, most = MOST_A_MINUTE): (address: string) => void {
  let counts = new Map<string, number>();
  let began = now_ms();
  return (address) => {
    if (now_ms() - began >= MINUTE_MS) {
      counts = new Map();
      began = now_ms();
    }
    const key = counts.has(address) || counts.size < MOST_ADDRESSES ? address : '';
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count <= most) return;
    const retry_after_s = Math.max(1, Math.ceil((began + MINUTE_MS - now_ms()) / 1000));
    throw new Refusal('too-many-attempts', { retry_after_s });
  };
}
