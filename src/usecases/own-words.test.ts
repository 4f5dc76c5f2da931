import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent, OWN_PACKS } from './institution.ts';
import { toOwnWords } from './own-words.ts';

const { catalogue } = await loadContent([OWN_PACKS, join(OWN_PACKS, 'nowhere')]);
const labels = (datasets: typeof catalogue.datasets) =>
  [...datasets.values()].flatMap(({ name, columns, lookups }) =>
    [name, ...columns.map(({ label }) => label), ...lookups.map(({ label }) => label)].flatMap(
      ({ es, en }) => [es, en],
    ),
  );

describe('the words an institution chose', () => {
  it('stand in every label of its data sets', () => {
    const own = toOwnWords(catalogue.datasets, { client: 'socio', unit: 'oficina', staff: 'asesor' });
    const said = labels(own);
    for (const label of ['Oficina', 'Oficinas', 'Socio', 'Zona del socio', 'Asesor', 'Office', 'Member'])
      expect(said).toContain(label);
    expect(said.join('\n')).not.toMatch(/agencia|client|ejecutiv|branch|executive/i);
    expect(own.get('requests')?.columns.map(({ aliases }) => aliases)).toEqual(
      catalogue.datasets.get('requests')?.columns.map(({ aliases }) => aliases),
    );
  });

  it('change nothing where they are those of the packs', () => {
    const words = { client: 'cliente', unit: 'agencia', staff: 'ejecutivo' };
    expect(toOwnWords(catalogue.datasets, words)).toBe(catalogue.datasets);
    expect(toOwnWords(catalogue.datasets, undefined)).toBe(catalogue.datasets);
  });
});
