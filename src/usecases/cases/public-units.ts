import type { Role } from '../../kernel/index.ts';
import { toLocalToday } from '../local-today.ts';
import { listKnownUnits } from '../unit-clock.ts';
import type { Place } from './definition.ts';

const byName = (a: string, b: string): number => a.localeCompare(b, 'es');

const DESK: readonly Role[] = ['technician', 'supervisor', 'executive'];

/** Units where somebody holds one of these roles today, by name. */
function listUnitsOf({ ledger }: Pick<Place, 'ledger'>, roles: readonly Role[], today: string): string[] {
  const grants = ledger.people.company(today).people.flatMap((person) => person.grants);
  const units = grants.flatMap((grant) => (roles.includes(grant.role) ? (grant.units ?? []) : []));
  return [...new Set(units)].sort(byName);
}

/** Units that somebody's desk role names, by name. */
export function listWorkedUnits(place: Pick<Place, 'ledger'>, today: string): string[] {
  return listUnitsOf(place, DESK, today);
}

/** Units a client may have been at, by name: those the facts know, and those that somebody works at. */
export async function listPublicUnits(place: Place): Promise<string[]> {
  const known = await listKnownUnits(place);
  return [...new Set([...known, ...listWorkedUnits(place, toLocalToday(place))])].sort(byName);
}

/**
 * Where a case brought on the public page is worked: the unit named, where somebody works there; else the
 * first that has the role whose turn it is, else anybody of a desk. Nowhere any, it is of no unit (`''`)
 * unless one was named: whoever sees all units finds it.
 */
export function findWorkingUnit(
  place: Pick<Place, 'ledger' | 'content' | 'ports'>,
  named: string | null,
  role: Role | null,
): string {
  const today = toLocalToday(place);
  const worked = listWorkedUnits(place, today);
  if (named !== null && worked.includes(named)) return named;
  const able = role === null ? [] : listUnitsOf(place, [role], today);
  return able[0] ?? worked[0] ?? named ?? '';
}
