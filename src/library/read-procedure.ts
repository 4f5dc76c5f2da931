import type { LocalText, Procedure } from '../kernel/index.ts';
import type { Entry, Reading } from './entry.ts';
import { readOneThing } from './entry.ts';
import type { Fields } from './fields.ts';
import { readCase } from './read-case.ts';
import { readActors, readNodes } from './read-nodes.ts';

const KNOWN = [
  'process',
  'version',
  'from',
  'name',
  'type',
  'object',
  'starts',
  'ends',
  'areas',
  'policies',
  'requirements',
  'actors',
  'nodes',
  'case',
];

function readTexts(fields: Fields, key: string): LocalText[] {
  return fields.list(key).map((item) => item.local());
}

/**
 * Reads a documented procedure, with the cases that are worked by it. What it names inside itself
 * (lanes, nodes, steps, states, fields) is checked here; what it names outside (process, data set,
 * code lists) once all packs are read.
 */
export function readProcedure(reading: Reading): Entry<Procedure> {
  return readOneThing(reading, 'procedure', KNOWN, (fields, id) => {
    const actors = readActors(fields.need('actors'));
    const nodes = readNodes(fields, actors);
    return {
      id,
      pack: reading.pack,
      process: fields.text('process'),
      from: fields.date('from'),
      version: fields.whole('version'),
      name: fields.local('name'),
      type: fields.local('type'),
      object: fields.local('object'),
      starts: fields.local('starts'),
      ends: fields.local('ends'),
      areas: readTexts(fields, 'areas'),
      policies: readTexts(fields, 'policies'),
      requirements: readTexts(fields, 'requirements'),
      actors,
      nodes,
      case: readCase(fields.find('case'), actors, nodes),
    };
  });
}
