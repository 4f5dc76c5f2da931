import { type Person, Refusal, type Scope, toScope } from '../../kernel/index.ts';
import type { AttendanceDraft, WorkshopRecord } from '../../ledger/index.ts';
import { toLocalToday } from '../local-today.ts';
import { getHeldWorkshop, type Place } from './reach-workshop.ts';

/** Somebody of the list as it is sent: who has an account by their id, who has none by name. */
export interface SentAttendance {
  readonly person: string | null;
  readonly name: string;
  readonly unit: string | null;
  readonly attended: boolean;
  readonly points: number | null;
}

/** Somebody who may be expected at a workshop. */
export interface ExpectedPerson {
  readonly person: string;
  readonly name: string;
  readonly unit: string | null;
}

/** The unit somebody is of: the first their roles name; null for those of all. */
const toUnit = ({ grants }: Person): string | null => grants.flatMap(({ units }) => units ?? [])[0] ?? null;

/** Those who read results where the workshop is held, as far as a scope reaches; not whoever planned it. */
export function listExpected(
  place: Place,
  scope: Scope,
  { units, planned_by }: Pick<WorkshopRecord, 'units' | 'planned_by'>,
): readonly ExpectedPerson[] {
  const today = toLocalToday(place);
  const within = (unit: string | null, limit: readonly string[] | null) =>
    limit === null || (unit !== null && limit.includes(unit));
  return place.ledger.people
    .company(today)
    .people.filter((person) => person.id !== planned_by)
    .filter((person) => toScope(person, 'see-workshops', today) !== null)
    .filter(({ grants }) => grants.some(({ role }) => role !== 'auditor' && role !== 'management'))
    .map((person) => ({ person: person.id, name: person.name, unit: toUnit(person) }))
    .filter(({ unit }) => within(unit, scope.units) && (unit === null || within(unit, units)))
    .toSorted(
      (a, b) => (a.unit ?? '').localeCompare(b.unit ?? '', 'es') || a.name.localeCompare(b.name, 'es'),
    );
}

function toDraft(place: Place, scope: Scope, sent: SentAttendance, questions: number): AttendanceDraft {
  const { attended, points } = sent;
  if (sent.person !== null) {
    const found = place.ledger.people.person(sent.person, toLocalToday(place));
    const unit = found && toUnit(found);
    // Nobody learns who there is outside their units.
    const reached = scope.units === null || (typeof unit === 'string' && scope.units.includes(unit));
    if (!found || !reached) throw new Refusal('out-of-scope');
    return { person_id: found.id, name: found.name, unit: unit ?? null, attended, points: null };
  }
  const name = sent.name.trim();
  if (scope.units !== null && !scope.units.includes(sent.unit ?? '')) throw new Refusal('out-of-scope');
  const isCounted = points === null || (attended && points >= 0 && points <= questions);
  if (!isCounted) throw new Refusal('workshop-points-wrong', { name, of: questions });
  return { person_id: null, name, unit: sent.unit, attended, points };
}

/**
 * Records who was expected at a workshop and who came. Refuses `out-of-scope`, `workshop-nobody`,
 * `workshop-name-twice`, `workshop-points-wrong` and what the ledger does.
 */
export function recordAttendance(
  place: Place,
  who: string | null,
  scope: Scope,
  { id, people }: { readonly id: number; readonly people: readonly SentAttendance[] },
): void {
  const workshop = getHeldWorkshop(place, scope, id);
  if (people.length === 0) throw new Refusal('workshop-nobody');
  const drafts = people.map((sent) => toDraft(place, scope, sent, workshop.test.length));
  const seen = new Set<string>();
  for (const { person_id, name, unit } of drafts) {
    const key = person_id ?? JSON.stringify([name.toLowerCase(), unit]);
    if (seen.has(key)) throw new Refusal('workshop-name-twice', { name });
    seen.add(key);
  }
  place.ledger.as(who).workshops.recordAttendance(id, drafts, toLocalToday(place));
}
