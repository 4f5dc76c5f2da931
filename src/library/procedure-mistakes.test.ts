import { afterAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from './load-catalogue.ts';
import { MAP_MISTAKES } from './map-mistakes.fixture.ts';
import { removeRoots, writeRoot } from './pack-writer.fixture.ts';
import { WORKED } from './procedure.fixture.ts';
import { PROCEDURE_MISTAKES } from './procedure-mistakes.fixture.ts';

afterAll(removeRoots);

describe('a mistake in a procedure, a deadline or the map', () => {
  it('is absent from the good pack', async () => {
    const { catalogue, problems } = await loadCatalogue([await writeRoot({ prueba: WORKED })]);
    expect(problems).toEqual([]);
    expect([...catalogue.procedures.keys()]).toEqual(['clave']);
    expect([...catalogue.deadlines.keys()]).toEqual(['todos', 'tercero']);
  });

  it.each([...PROCEDURE_MISTAKES, ...MAP_MISTAKES])('%s', async (_, file, change, expected) => {
    const before = WORKED[file] ?? '';
    const [from, to] = change as readonly [string, string];
    expect(before).toContain(from);
    const root = await writeRoot({ prueba: { ...WORKED, [file]: before.replace(from, () => to) } });
    const { catalogue, problems } = await loadCatalogue([root]);
    const { code, severity = 'error', ...wanted } = expected;
    const found = problems.map(({ code: each, where, hint, severity: weight }) => ({
      code: each,
      ...where,
      hint,
      severity: weight,
    }));
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code, file: `packs/prueba/${file}`, severity, ...wanted }),
      ]),
    );
    // What is wrong leaves only itself out.
    const isWarning = severity === 'warning';
    expect([...catalogue.sheets.keys()]).toEqual(['plazo']);
    expect([...catalogue.processes.keys()]).toEqual(['tarjetas', 'clave']);
    expect(catalogue.procedures.has('clave')).toBe(isWarning || !file.startsWith('procedures/'));
    expect(catalogue.deadlines.size).toBe(isWarning || !file.startsWith('deadlines/') ? 2 : 1);
  });
});
