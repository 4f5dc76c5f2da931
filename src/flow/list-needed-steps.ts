import type { Procedure } from '../kernel/index.ts';
import { toProcedureGraph } from './procedure-graph.ts';

/**
 * Ids of the steps that every case which comes to the last end of its procedure goes through; the others
 * are done only where a decision leads to them.
 *
 * @example listNeededSteps(debit).has('completa') // false: only where papers were missing
 */
export function listNeededSteps(procedure: Procedure): ReadonlySet<string> {
  const { nodes } = procedure;
  const { next, start } = toProcedureGraph(procedure, new Set());
  const last = nodes.findLastIndex(({ kind }) => kind === 'end');
  const isReached = (without: number): boolean => {
    const seen = new Set([start, without]);
    const left = [start];
    for (let at = left.pop(); at !== undefined; at = left.pop()) {
      if (at === last) return true;
      for (const to of next[at] ?? []) {
        if (seen.has(to)) continue;
        seen.add(to);
        left.push(to);
      }
    }
    return false;
  };
  return new Set(nodes.flatMap(({ kind, id }, index) => (kind === 'step' && !isReached(index) ? [id] : [])));
}
