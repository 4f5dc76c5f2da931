import { Refusal, type Scope } from '../kernel/index.ts';

/**
 * Units that a call may look at: the one asked for, else those of its scope; null for all. Refuses
 * a unit outside the scope, also one that does not exist: who may not see it learns nothing of it.
 */
export function reachUnits(scope: Scope, unit: string | null): readonly string[] | null {
  if (unit === null || unit === '') return scope.units;
  if (scope.units !== null && !scope.units.includes(unit)) throw new Refusal('out-of-scope', { unit });
  return [unit];
}
