import { Refusal, type Scope } from '../../kernel/index.ts';
import type { WorkshopRecord } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import { reachIndicators } from '../reach-indicators.ts';

/** What workshops are worked with: no facts. */
export type Place = Pick<Institution, 'content' | 'ledger' | 'ports'>;

type Placed = Pick<WorkshopRecord, 'units' | 'indicators'>;

function listReached({ content }: Place, scope: Scope): ReadonlySet<string> {
  return new Set(reachIndicators(content, scope).map(({ id }) => id));
}

/** Whether a scope lets somebody look: a workshop of all units is of theirs too, and so is one of no indicator. */
export function seesWorkshop(place: Place, scope: Scope, { units, indicators }: Placed): boolean {
  const within = scope.units === null || units === null || units.some((unit) => scope.units?.includes(unit));
  if (!within || scope.processes === null || indicators.length === 0) return within;
  const reached = listReached(place, scope);
  return indicators.some((id) => reached.has(id));
}

/** Whether a scope lets somebody plan it or record who came: nothing of it may be outside. */
export function holdsWorkshop(place: Place, scope: Scope, { units, indicators }: Placed): boolean {
  const within = scope.units === null || (units?.every((unit) => scope.units?.includes(unit)) ?? false);
  if (!within || scope.processes === null) return within;
  const reached = listReached(place, scope);
  return indicators.every((id) => reached.has(id));
}

/** A workshop somebody may see; refuses `workshop-not-found`, `out-of-scope`. */
export function getSeenWorkshop(place: Place, scope: Scope, id: number): WorkshopRecord {
  const found = place.ledger.workshops.find(id);
  if (!found) throw new Refusal('workshop-not-found', { workshop: id });
  if (!seesWorkshop(place, scope, found)) throw new Refusal('out-of-scope');
  return found;
}

/** A workshop somebody may hold; refuses `workshop-not-found`, `out-of-scope`. */
export function getHeldWorkshop(place: Place, scope: Scope, id: number): WorkshopRecord {
  const found = place.ledger.workshops.find(id);
  if (!found) throw new Refusal('workshop-not-found', { workshop: id });
  if (!holdsWorkshop(place, scope, found)) throw new Refusal('out-of-scope');
  return found;
}
