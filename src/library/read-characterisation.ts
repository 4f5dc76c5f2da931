import type { Characterisation, LocalText, Parties } from '../kernel/index.ts';
import type { Spot } from './fields.ts';
import { Fields } from './fields.ts';
import { countErrors } from './source.ts';

const KNOWN = [
  'from',
  'responsible',
  'objective',
  'starts',
  'ends',
  'suppliers',
  'inputs',
  'activities',
  'outputs',
  'clients',
  'documents',
  'norms',
  'resources',
  'indicators',
];

function readTexts(fields: Fields, key: string): LocalText[] {
  return fields.list(key).map((item) => item.local());
}

function readParties(spot: Spot | null): Parties {
  if (spot === null) return { internal: [], external: [] };
  const fields = new Fields(spot, ['internal', 'external']);
  return { internal: readTexts(fields, 'internal'), external: readTexts(fields, 'external') };
}

function readCharacterisation(spot: Spot): Characterisation {
  const fields = new Fields(spot, KNOWN);
  return {
    from: fields.date('from'),
    responsible: fields.local('responsible'),
    objective: fields.local('objective'),
    starts: fields.local('starts'),
    ends: fields.local('ends'),
    suppliers: readParties(fields.find('suppliers')),
    inputs: readTexts(fields, 'inputs'),
    activities: readTexts(fields, 'activities'),
    outputs: readTexts(fields, 'outputs'),
    clients: readParties(fields.find('clients')),
    documents: readTexts(fields, 'documents'),
    norms: readTexts(fields, 'norms'),
    resources: readTexts(fields, 'resources'),
    indicators: fields.texts('indicators'),
  };
}

/**
 * Reads the versions of what a process is, oldest first, without those that have an error. Whether
 * their indicators exist is checked with all packs read.
 */
export function readCharacterisations(spots: readonly Spot[]): Characterisation[] {
  const versions: Characterisation[] = [];
  for (const spot of spots) {
    const before = countErrors(spot.source);
    const version = readCharacterisation(spot);
    const last = versions.at(-1);
    if (last !== undefined && version.from !== '' && version.from <= last.from) {
      spot.add('versions-out-of-order', { first: last.from, second: version.from });
    }
    if (countErrors(spot.source) === before) versions.push(version);
  }
  return versions;
}
