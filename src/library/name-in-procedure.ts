import type { Spot } from './fields.ts';
import { findNearestName } from './nearest-name.ts';

/** What a procedure calls by a name of its own. */
export type ProcedurePart = 'action' | 'actor' | 'node' | 'state' | 'step';

/** The name written at a spot, which must be one of the procedure's own; told there when it is none. */
export function readOwnName(spot: Spot, part: ProcedurePart, names: Iterable<string>): string {
  const name = spot.text();
  const known = [...new Set(names)];
  if (name === '' || known.includes(name)) return name;
  spot.add('not-in-procedure', { part, name, names: known }, findNearestName(name, known));
  return name;
}

/** Tells each spot whose name another of the same list has already. */
export function checkTwice(named: readonly { readonly name: string; readonly spot: Spot }[]): void {
  const seen = new Set<string>();
  for (const { name, spot } of named) {
    if (name !== '' && seen.has(name)) spot.add('name-twice', { name });
    seen.add(name);
  }
}
