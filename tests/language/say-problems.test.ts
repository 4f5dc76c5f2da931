import { describe, expect, it } from 'vitest';
import { LANGUAGES, toProblem } from '../../src/kernel/index.ts';
import { LANGUAGE_CODES } from '../../src/language/index.ts';
import { CATALOGUES, sayProblem } from '../../src/sentences/index.ts';

const PLACE = { file: 'plazo.yaml', line: 12, column: 18, path: 'formula' };

/** Params as the language gives them with each code; those not listed carry none that is shown. */
const PARAMS = {
  field: 'cierre',
  dataset: 'requests',
  datasets: ['requests', 'complaints'],
  fields: ['opened_at', 'closed_at'],
  home: 'requests',
  function: 'sum',
  position: 1,
  expected: 'quantity',
  found: 'text',
  type: 'text',
  operation: '+',
  left: 'time',
  right: 'money',
  value: 'cerado',
  written: 'F.FIN',
  list: 'status',
  codes: ['abierto', 'cerrado'],
  unit: 'horas',
  units: ['h', 'min'],
  character: '“',
  limit: 60,
  column: 'quantity',
  from: '2011-01-01',
};

const mismatch = (left: string, right: string, operation: string) =>
  toProblem('unit-mismatch', PLACE, { left, right, operation });

describe('the problems of a formula', () => {
  it.each(LANGUAGE_CODES)('%s is said in both languages', (code) => {
    const said = LANGUAGES.map((language) => sayProblem(toProblem(code, PLACE, PARAMS), language));
    for (const text of said) expect(text).not.toMatch(/undefined|null|\[object/);
    expect(said[0]).toMatch(/^plazo\.yaml, línea 12, columna 18, campo «formula»: .+[.]$/);
    expect(said[0]).not.toBe(said[1]);
  });

  it('have no sentence for a code that nobody gives', () => {
    expect(Object.keys(CATALOGUES.language!).toSorted()).toEqual([...LANGUAGE_CODES].toSorted());
  });

  it.each([
    [
      mismatch('time', 'money', '+'),
      'no se puede sumar tiempo de reloj con dinero; lleve ambos a la misma unidad.',
    ],
    [
      mismatch('time', 'ratio', '>'),
      'no se puede comparar tiempo de reloj con un número sin unidad; escriba la unidad del número, por ejemplo 48 h o 6 min.',
    ],
    [
      mismatch('time', 'working-day', 'limit'),
      'lo que se mide es tiempo de reloj y el límite es días laborables; cuánto dura un día laborable depende del calendario: multiplique las horas de atención de un día por el número de días, escriba el resultado en working_h y mida con working(opened_at, closed_at).',
    ],
    [
      mismatch('time', 'working-time', 'first_known'),
      'first_known recibe tiempo de reloj y tiempo laborable, que no van juntos; use el mismo reloj en ambos lados: elapsed(...) con h, o working(...) con working_h.',
    ],
    [
      mismatch('time', 'count', '/'),
      'no se puede dividir tiempo de reloj entre un conteo; lleve ambos a la misma unidad.',
    ],
    [
      toProblem('unit-mismatch', PLACE, { left: 'time', right: 'percent', operation: 'ceiling', unit: 'h' }),
      'el resultado es tiempo de reloj y el máximo es un porcentaje; escríbalo con la unidad del resultado: un número y h.',
    ],
    [
      mismatch('count', 'time', 'measure_unit'),
      'el resultado es un conteo y la unidad elegida es de tiempo de reloj; lleve ambos a la misma unidad.',
    ],
  ])('say which units do not go together and the way out: %#', (problem, expected) => {
    expect(sayProblem(problem, 'es').split('»: ')[1]).toBe(expected);
  });
});
