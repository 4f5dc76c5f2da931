import {
  type Permission,
  type Person,
  type Reaches,
  Refusal,
  type Scope,
  toScope,
} from '../../kernel/index.ts';
import type { ImprovementRecord } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import { toProcessPath } from '../process-path.ts';

/** What improvements are worked with: no facts. */
export type Place = Pick<Institution, 'content' | 'ledger' | 'ports'>;

/** What of an improvement says who reaches it. */
export type Placed = Pick<ImprovementRecord, 'process' | 'units'>;

/** Its process and those it belongs to, nearest first; none without a process. */
export function toPath({ content }: Pick<Institution, 'content'>, { process }: Placed): readonly string[] {
  return process === null ? [] : toProcessPath(content, process);
}

const answersFor = (place: Pick<Institution, 'content'>, { processes }: Scope, placed: Placed): boolean =>
  processes === null || toPath(place, placed).some((each) => processes.includes(each));

/** Whether a scope lets somebody look: an improvement of all units is of theirs too. */
export function seesPlace(place: Pick<Institution, 'content'>, scope: Scope, placed: Placed): boolean {
  const { units } = scope;
  const within = units === null || placed.units === null || placed.units.some((unit) => units.includes(unit));
  return within && answersFor(place, scope, placed);
}

/** Whether a scope lets somebody act: none of its units may be outside. */
export function actsOnPlace(place: Pick<Institution, 'content'>, scope: Scope, placed: Placed): boolean {
  const { units } = scope;
  const within = units === null || (placed.units?.every((unit) => units.includes(unit)) ?? false);
  return within && answersFor(place, scope, placed);
}

/** The same as the laws of the ledger ask it, of the improvement as it is inside the transaction. */
export function toReaches(place: Pick<Institution, 'content'>): (now: ImprovementRecord) => Reaches {
  return (now) => (scope) => actsOnPlace(place, scope, now);
}

/** Whether somebody has a part in it: opened it, answers for its stage, or for one of its actions. */
function takesPart(record: ImprovementRecord, who: Person): boolean {
  return (
    record.opened_by === who.id ||
    record.stages.at(-1)?.owner === who.id ||
    record.actions.some(({ responsible }) => responsible === who.id)
  );
}

/** Whether somebody may see an improvement: it is in their scope, or they have a part in it. */
export function seesImprovement(
  place: Place,
  who: Person | null,
  scope: Scope,
  record: ImprovementRecord,
): boolean {
  return seesPlace(place, scope, record) || (who !== null && takesPart(record, who));
}

/** An improvement somebody may see; refuses `improvement-not-found`, `out-of-scope`. */
export function getSeen(place: Place, who: Person | null, scope: Scope, id: number): ImprovementRecord {
  const found = place.ledger.improvements.find(id);
  if (!found) throw new Refusal('improvement-not-found', { improvement: id });
  if (!seesImprovement(place, who, scope, found)) throw new Refusal('out-of-scope');
  return found;
}

/** An improvement somebody may change; refuses `improvement-not-found`, `out-of-scope`. */
export function getActedOn(place: Place, scope: Scope, id: number): ImprovementRecord {
  const found = place.ledger.improvements.find(id);
  if (!found) throw new Refusal('improvement-not-found', { improvement: id });
  if (!actsOnPlace(place, scope, found)) throw new Refusal('out-of-scope');
  return found;
}

/** Those who may do something about an improvement by their role: `sees` where it is enough to be of one of its units. */
export function listAble(
  place: Place,
  permission: Permission,
  placed: Placed,
  today: string,
): readonly Person[] {
  const carries = permission === 'carry-out-action' || permission === 'see-improvements';
  return place.ledger.people.company(today).people.filter((person) => {
    const scope = toScope(person, permission, today);
    return scope !== null && (carries ? seesPlace : actsOnPlace)(place, scope, placed);
  });
}
