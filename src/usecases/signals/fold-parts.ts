import type { Verdict } from '../../kernel/index.ts';
import type { FoundSignal } from './find-current.ts';

/** What asks for somebody first: what fails and did not improve, down to what changed for the better. */
function toUrgency(verdict: Verdict, better: boolean | null): number {
  if (verdict === 'not-met') return better === true ? 1 : 0;
  if (verdict === 'met-with-alert') return 2;
  if (better === true) return 5;
  return verdict === 'met' ? 3 : 4;
}

/** Within each urgency by distance in sigmas times the root of n; by key, so that order never depends on chance. */
function byUrgency(a: FoundSignal, b: FoundSignal): number {
  const urgency = ({ watched, signal }: FoundSignal) => toUrgency(watched.read.verdict, signal.better);
  const weight = ({ signal, n }: FoundSignal) => signal.sigmas * Math.sqrt(n);
  return urgency(a) - urgency(b) || weight(b) - weight(a) || (a.key < b.key ? -1 : 1);
}

/** A signal with the parts of its whole that changed the same way, ranked. */
export interface FoldedSignal extends FoundSignal {
  readonly parts: readonly FoundSignal[];
}

/**
 * Ranks signals, and puts the parts that changed the same way as their whole within it: what happened to all is one
 * signal, not one for each unit.
 */
export function foldParts(found: readonly FoundSignal[]): readonly FoldedSignal[] {
  const ranked = found.toSorted(byUrgency);
  const isWhole = ({ watched }: FoundSignal) => Object.keys(watched.dimensions).length === 0;
  const wholes = new Map(ranked.filter(isWhole).map((each) => [each.watched.indicator.id, each]));
  const inside = new Map<string, FoundSignal[]>();
  const kept: FoundSignal[] = [];
  for (const each of ranked) {
    const { id } = each.watched.indicator;
    const whole = wholes.get(id)?.signal;
    if (isWhole(each) || whole?.side !== each.signal.side || whole.period !== each.signal.period)
      kept.push(each);
    else inside.set(id, [...(inside.get(id) ?? []), each]);
  }
  return kept.map((each) => ({
    ...each,
    parts: isWhole(each) ? (inside.get(each.watched.indicator.id) ?? []) : [],
  }));
}
