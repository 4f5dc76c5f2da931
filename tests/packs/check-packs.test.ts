import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRowRule, checkSheet } from '../../src/language/index.ts';
import { loadCatalogue } from '../../src/library/index.ts';
import { sayProblem } from '../../src/sentences/index.ts';

const PACKS = path.resolve(import.meta.dirname, '../../packs');
const { catalogue, problems } = await loadCatalogue([PACKS]);

describe('the packs that come with the product', () => {
  it('load without a problem', () => {
    expect(problems.map((problem) => sayProblem(problem, 'en'))).toEqual([]);
    expect(catalogue.sheets.size).toBeGreaterThanOrEqual(7);
  });

  it.each([...catalogue.sheets.values()])('have a sheet $id that checks clean and survives JSON', (sheet) => {
    const checked = checkSheet(sheet, catalogue);
    expect(checked.problems.map((problem) => sayProblem(problem, 'en'))).toEqual([]);
    expect(checked.indicator).not.toBeNull();
    expect(JSON.parse(JSON.stringify(checked.indicator))).toStrictEqual(checked.indicator);
  });

  const rules = [...catalogue.datasets.values()].flatMap((dataset) =>
    dataset.rules.map((rule) => ({ dataset, rule, name: `${dataset.id}: ${rule.code}` })),
  );
  it.each(rules)('have a row rule $name that checks clean', ({ dataset, rule }) => {
    const checked = checkRowRule(rule.check, dataset, catalogue, {});
    expect(checked.problems.map((problem) => sayProblem(problem, 'en'))).toEqual([]);
    expect(JSON.parse(JSON.stringify(checked.check))).toStrictEqual(checked.check);
  });

  it('point at the file, line and column of a wrong formula', () => {
    const sheet = catalogue.sheets.get('plazo-actualizacion-datos')!;
    const checked = checkSheet({ ...sheet, formula: 'suma(measure) / sum(limit)' }, catalogue);
    expect(checked.indicator).toBeNull();
    expect(checked.problems.map((problem) => sayProblem(problem, 'es'))).toEqual([
      expect.stringMatching(
        /indicators\/plazo-actualizacion-datos\.yaml, línea \d+, columna 10, campo «formula»: no hay una función «suma».*¿Quiso decir «sum»\?$/,
      ),
    ]);
  });

  it('point into the named population for a wrong condition of it', () => {
    const sheet = catalogue.sheets.get('plazo-prestamo-inmediato')!;
    const population = { ...sheet.population, where: "outcome = 'aprovado'" };
    const checked = checkSheet({ ...sheet, population }, catalogue);
    expect(checked.problems).toMatchObject([
      {
        code: 'code-not-in-list',
        hint: 'aprobado',
        where: { file: expect.stringContaining('populations/prestamos-aprobados.yaml') },
      },
    ]);
  });
});
