import type { Problem, Sheet } from '../kernel/index.ts';
import type { Area, Taxonomy, TaxonomyEntry } from './catalogue.ts';
import type { Entry, Reading } from './entry.ts';
import { readOneThing } from './entry.ts';
import type { Spot } from './fields.ts';
import { checkId, Fields } from './fields.ts';
import { findNearestName } from './nearest-name.ts';
import type { Shelf } from './shelf.ts';
import { toContentProblem } from './source.ts';

/** Reads one way of sorting indicators. */
export function readTaxonomy(reading: Reading): Entry<Taxonomy> {
  return readOneThing(reading, 'taxonomy', ['name', 'about', 'classes', 'types'], (fields, id) => ({
    id,
    pack: reading.pack,
    name: fields.local('name'),
    about: fields.local('about'),
    classes: readEntries(fields.need('classes')),
    types: readEntries(fields.need('types')),
  }));
}

function readEntries(spot: Spot | null): TaxonomyEntry[] {
  return (spot?.entries() ?? []).map(({ key, value }) => {
    checkId(value, key);
    const fields = new Fields(value, ['name', 'measures']);
    return { id: key, name: fields.local('name'), measures: fields.local('measures') };
  });
}

/** Reads an area with its example indicators. */
export function readArea(reading: Reading): Entry<Area> {
  return readOneThing(reading, 'area', ['name', 'about', 'objectives', 'examples'], (fields, id) => ({
    id,
    pack: reading.pack,
    name: fields.local('name'),
    about: fields.local('about'),
    objectives: fields.list('objectives').map((item) => item.local()),
    examples: (fields.find('examples')?.entries() ?? []).map(({ key, value }) => ({
      indicator: key,
      places: new Map(
        value.entries().map(({ key: taxonomy, value: place }) => {
          const at = new Fields(place, ['class', 'type']);
          return [taxonomy, { class: at.text('class'), type: at.text('type') }] as const;
        }),
      ),
    })),
  }));
}

/** What an area names is there: its indicators, and their class and type in each taxonomy. */
export function checkAreas(
  areas: Shelf<Area>,
  taxonomies: Shelf<Taxonomy>,
  sheets: ReadonlyMap<string, Sheet>,
  problems: Problem[],
): void {
  for (const [id, area] of areas.items) {
    const tell = (path: string, kind: string, name: string, names: Iterable<string>): void => {
      const place = areas.fieldPlace(id, path);
      const hint = findNearestName(name, names);
      problems.push(toContentProblem('unknown-name', place, path, { kind, name }, hint));
    };
    for (const { indicator, places } of area.examples) {
      const path = `examples.${indicator}`;
      if (!sheets.has(indicator)) tell(path, 'indicator', indicator, sheets.keys());
      for (const [name, place] of places) {
        const taxonomy = taxonomies.items.get(name);
        if (taxonomy === undefined) {
          tell(`${path}.${name}`, 'taxonomy', name, taxonomies.items.keys());
          continue;
        }
        for (const [field, kind, entries] of [
          ['class', 'class', taxonomy.classes],
          ['type', 'type', taxonomy.types],
        ] as const) {
          if (entries.some((entry) => entry.id === place[field])) continue;
          const names = entries.map((entry) => entry.id);
          tell(`${path}.${name}.${field}`, kind, place[field], names);
        }
      }
    }
  }
}
