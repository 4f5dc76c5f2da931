import { quoteName } from '../../engine/index.ts';
import type { Institution } from '../institution.ts';

/** Names of the facts. */
export interface Names {
  readonly units: readonly string[];
  /** Who attends where. */
  readonly people: readonly { readonly name: string; readonly units: readonly string[] }[];
}

/** Units and people as the facts name them, with merged spellings as one. */
export async function readNames({ facts, content }: Institution): Promise<Names> {
  const units = new Set<string>();
  const people = new Map<string, Set<string>>();
  for (const dataset of content.catalogue.datasets.values()) {
    const columnOf = (directory: string) => dataset.columns.find(({ of }) => of === directory)?.name;
    const [unit, person] = [columnOf('unit'), columnOf('person')];
    if (dataset.derived || (unit === undefined && person === undefined)) continue;
    const select = [unit, person].map((name) => (name === undefined ? 'null::varchar' : quoteName(name)));
    const rows = await facts.duck.rows(
      `select distinct ${select[0]} as unit, ${select[1]} as person from ${quoteName(dataset.id)}`,
    );
    for (const row of rows) {
      if (typeof row['unit'] === 'string') units.add(row['unit']);
      if (typeof row['person'] !== 'string') continue;
      const places = people.get(row['person']) ?? new Set();
      people.set(row['person'], places);
      if (typeof row['unit'] === 'string') places.add(row['unit']);
    }
  }
  return {
    units: [...units].sort(),
    people: [...people]
      .map(([name, places]) => ({ name, units: [...places].sort() }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
