import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent, OWN_PACKS } from './institution.ts';
import { sayInOwnWords, toOwnWords } from './own-words.ts';

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

  it('stand in every sentence, and never in names, quotations and what people wrote', () => {
    const words = { client: 'socio', unit: 'oficina', staff: 'asesor' };
    const say = (es: string) => sayInOwnWords({ es, en: '' }, words).es;
    expect(say('Ninguna agencia incumple; el ejecutivo atiende al cliente.')).toBe(
      'Ninguna oficina incumple; el asesor atiende al socio.',
    );
    expect(say('Agencias')).toBe('Oficinas');
    expect(say('Agencia Norte no cumple: es la peor agencia, tras Agencia Sur')).toBe(
      'Agencia Norte no cumple: es la peor oficina, tras Agencia Sur',
    );
    expect(say('Se leyó «agencia del cliente» de agencias.csv')).toBe(
      'Se leyó «agencia del cliente» de agencias.csv',
    );
    const answer = { unit: 'agencia', sentence: 'Falta la agencia', own: { es: 'agencia', en: 'agencia' } };
    expect(sayInOwnWords([answer], words)).toEqual([{ ...answer, sentence: 'Falta la oficina' }]);
  });

  it('change nothing where they are those of the packs', () => {
    const words = { client: 'cliente', unit: 'agencia', staff: 'ejecutivo' };
    expect(toOwnWords(catalogue.datasets, words)).toBe(catalogue.datasets);
    expect(toOwnWords(catalogue.datasets, undefined)).toBe(catalogue.datasets);
  });
});
