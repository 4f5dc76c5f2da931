import { Refusal, type Scope } from '../../kernel/index.ts';
import { actsOnPlace, type Place, type Placed } from './reach-improvement.ts';

/**
 * Refuses a process that is not there (`process-not-found`), and what is out of the scope of who writes:
 * `improvement-needs-units` where they reach some units and named none, `out-of-scope`.
 */
export function checkPlace(place: Place, scope: Scope, placed: Placed): void {
  const { process, units } = placed;
  if (process !== null && !place.content.catalogue.processes.has(process)) {
    throw new Refusal('process-not-found', { process: process.slice(0, 100) });
  }
  if (scope.units !== null && (units === null || units.length === 0)) {
    throw new Refusal('improvement-needs-units');
  }
  if (!actsOnPlace(place, scope, placed)) throw new Refusal('out-of-scope');
}
