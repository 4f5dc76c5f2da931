import type { Scope } from '../../kernel/index.ts';
import { processSubtree } from '../../language/index.ts';
import type { Catalogue } from '../../library/index.ts';

/** Ids of the processes whose figures a scope reaches: with each root all that rolls up to it; none without a scope. */
export function reachProcesses(catalogue: Catalogue, scope: Scope | null): ReadonlySet<string> {
  if (scope === null) return new Set();
  if (scope.processes === null) return new Set(catalogue.processes.keys());
  return new Set(scope.processes.flatMap((root) => processSubtree(catalogue, root)));
}
