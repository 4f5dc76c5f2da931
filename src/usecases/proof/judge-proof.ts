import type { Difference } from '../../statistics/index.ts';
import type { ProofOutcome } from './proof.ts';

interface Judged {
  /** The way that is better; null where neither is. */
  readonly wanted: 'lower' | 'higher' | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly difference: Difference | null;
  /** How much more the change did than those where nothing was changed; null without any to compare. */
  readonly more: Difference | null;
  /** Whether the period after is not over. */
  readonly running: boolean;
}

/** The side of zero on which the whole interval lies; null where it holds zero or is not known. */
function findSide({ low, high }: Difference): 'lower' | 'higher' | null {
  if (low === null || high === null) return null;
  return high < 0 ? 'lower' : low > 0 ? 'higher' : null;
}

/**
 * What a before and after comes to. It `improved` where the whole interval lies on the side that is better and,
 * where there are units without the change, the change did more than happened there, beyond chance too.
 */
export function judgeProof({ wanted, before, after, difference, more, running }: Judged): ProofOutcome {
  if (before === null) return 'no-before';
  if (after === null) return 'no-after';
  if (running) return 'running';
  if (difference === null || difference.low === null) return 'too-few';
  const side = findSide(difference);
  if (side === null) return 'unclear';
  if (wanted === null) return 'moved';
  if (side !== wanted) return 'against';
  return more !== null && findSide(more) !== wanted ? 'also-there' : 'improved';
}
