import type { Person } from '../../kernel/index.ts';
import type { SignalMark } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import type { SignalLine } from './signal-line.ts';

/** A signal that was seen comes back once it is this many sigmas farther away. */
const FARTHER = 1;

/** What somebody saw, by series; the latest of each. */
export type Seen = ReadonlyMap<string, SignalMark>;

/** What a person said to have seen. */
export function toSeen({ ledger }: Pick<Institution, 'ledger'>, who: Person | null): Seen {
  return new Map(who === null ? [] : ledger.signals.marks(who.id).map((mark) => [mark.key, mark]));
}

type Marked = Pick<SignalLine, 'key' | 'side' | 'side_since' | 'period' | 'sigmas'>;

/**
 * The mark by which a signal was seen: it is the same one while its series stays on that side of its centre
 * without a break, and not a sigma farther away than when it was seen. Null where it is news.
 */
export function isSeen({ key, side, side_since, period, sigmas }: Marked, seen: Seen): SignalMark | null {
  const mark = seen.get(key);
  if (!mark) return null;
  const [on = '', when = '', away = ''] = mark.mark.split(' ');
  const isSame = on === side && when >= side_since && when <= period && sigmas < Number(away) + FARTHER;
  return isSame ? mark : null;
}
