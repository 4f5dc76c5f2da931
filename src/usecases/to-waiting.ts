import type { CaseRecord } from '../ledger/index.ts';

const MS_US = 1000n;

/**
 * Microseconds by the clock that a case stood still, of the waits that are over: a wait under way is told
 * when it ends. The time between an answer and its reopening is one of them.
 */
export function toWaiting(pauses: CaseRecord['pauses']): bigint {
  const ms = pauses.reduce(
    (sum, { from, to }) => (to === null ? sum : sum + Date.parse(to) - Date.parse(from)),
    0,
  );
  return BigInt(ms) * MS_US;
}
