import { Refusal, type Scope } from '../../kernel/index.ts';
import type { Content } from '../institution.ts';

type Place = Pick<Content, 'catalogue'>;

/**
 * Whether a scope reaches what is held against the procedure of a process: it, or one it rolls up to.
 * Without process, only who reaches everything.
 */
export function reachesProcess({ catalogue }: Place, scope: Scope, process: string | null): boolean {
  if (scope.processes === null) return true;
  const seen = new Set<string>();
  for (let id = process; id !== null && !seen.has(id); id = catalogue.processes.get(id)?.parent ?? null) {
    if (scope.processes.includes(id)) return true;
    seen.add(id);
  }
  return false;
}

/** Refuses `out-of-scope` for a log of a process out of reach. */
export function refuseOutOfReach(content: Place, scope: Scope, process: string | null): void {
  if (!reachesProcess(content, scope, process)) throw new Refusal('out-of-scope');
}
