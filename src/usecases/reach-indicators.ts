import { Refusal, type Scope } from '../kernel/index.ts';
import type { MeasureRequest } from '../engine/index.ts';
import { type CheckedIndicator, processSubtree } from '../language/index.ts';
import type { Content } from './institution.ts';
import { reachUnits } from './reach-units.ts';

/** The indicators of the processes a scope reaches, in the order of their names. */
export function reachIndicators(content: Content, scope: Scope): readonly CheckedIndicator[] {
  const { catalogue, indicators } = content;
  const all = [...indicators.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (scope.processes === null) return all;
  const reached = new Set(scope.processes.flatMap((root) => processSubtree(catalogue, root)));
  return all.filter(({ id }) => reached.has(catalogue.sheets.get(id)?.process ?? ''));
}

/**
 * The part of the facts a scope reaches, and of it the unit asked for: what figures are limited to
 * before anything is computed. Empty for everything. Refuses (`out-of-scope`) a unit outside.
 */
export function toOnly(scope: Scope, unit: string | null): NonNullable<MeasureRequest['only']> {
  const units = reachUnits(scope, unit);
  return [
    ...(units === null ? [] : [{ dimension: 'unit', values: [...units].sort() }]),
    ...(scope.staff_name === null ? [] : [{ dimension: 'person', values: [scope.staff_name] }]),
  ];
}

/** Refuses an indicator that does not exist or is of a process outside the scope, without telling which. */
export function getReached(content: Content, id: string, scope: Scope): CheckedIndicator {
  const found = reachIndicators(content, scope).find((indicator) => indicator.id === id);
  if (!found) throw new Refusal('out-of-scope', { what: id });
  return found;
}
