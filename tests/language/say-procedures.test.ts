import { describe, expect, it } from 'vitest';
import { LANGUAGES, toProblem } from '../../src/kernel/index.ts';
import { CATALOGUES, sayProblem } from '../../src/sentences/index.ts';

const PLACE = { file: 'clave.yaml', line: 12, column: 18, path: 'case.initial' };

/** Params as the library gives them with each code. */
const PARAMS: Readonly<Record<string, Readonly<Record<string, string | number | string[]>>>> = {
  'action-not-from-state': { action: 'activar', state: 'espera' },
  'action-not-of-batch': { action: 'activar' },
  'activity-of-two-steps': { name: 'Informa', first: 'a', second: 'b' },
  'agreed-field-of-other-choices': { field: 'importance', value: 'altas', choices: ['alta'] },
  'agreed-field-of-other-type': { field: 'amount', type: 'money' },
  'bad-country': { value: 'Ecuador' },
  'bad-deadline-amount': { value: '0.5', unit: 'days', most: 3650 },
  'bad-field-id': { value: 'carta-firmada' },
  'bad-hour-of-day': { value: '25:00' },
  'bad-prefix': { value: 'p' },
  'case-without-end': {},
  'deadline-without-amount': { counts: ['clock', 'minutes'] },
  'decision-with-one-branch': { node: 'completo' },
  'ends-before-it-begins': { from: '2005-01-01', until: '2003-01-01' },
  'field-of-two-types': { field: 'letter', type: 'boolean' },
  'final-state-with-clock': { state: 'cerrado', clock: 'runs' },
  'leads-to-start': { node: 'pide' },
  'name-twice': { name: 'informa' },
  'node-not-reached': { node: 'entrega' },
  'node-without-kind': { kinds: ['start', 'step'] },
  'not-in-procedure': { part: 'state', name: 'abierta', names: ['abierto', 'cerrado'] },
  'only-for-choices': { name: 'many' },
  'procedure-runs-out': { node: 'entrega' },
  'procedure-without-node': { kind: 'end' },
  'process-under-cycle': { process: 'a', trail: ['a', 'b', 'a'] },
  'state-not-reached': { state: 'espera' },
  'state-without-way-out': { state: 'espera' },
  'two-starts': { node: 'otra' },
  'unknown-in-promise': { name: 'requestr', known: ['due', 'requester'] },
  'waits-without-waiting': { state: 'espera' },
};

describe('the problems of a procedure', () => {
  it('have each its params here, and no sentence for a code that nobody gives', () => {
    expect(Object.keys(CATALOGUES['procedures']!).toSorted()).toEqual(Object.keys(PARAMS).toSorted());
  });

  it.each(Object.entries(PARAMS))('%s is said in both languages, with all it was given', (code, params) => {
    const said = LANGUAGES.map((language) => sayProblem(toProblem(code, PLACE, params), language));
    for (const text of said) expect(text).not.toMatch(/undefined|null|\[object/);
    expect(said[0]).toMatch(/^clave\.yaml, línea 12, columna 18, campo «case\.initial»: .+[.]$/);
    expect(said[0]).not.toBe(said[1]);
  });

  it.each([
    [
      'not-in-procedure',
      PARAMS['not-in-procedure']!,
      '«abierta» no es un estado de este procedimiento; los estados son: abierto, cerrado.',
    ],
    [
      'not-in-procedure',
      { part: 'action', name: 'x', names: [] },
      '«x» no es una acción de este procedimiento, que todavía no tiene acciones; escriba eso primero.',
    ],
    [
      'bad-deadline-amount',
      { value: '1,5 h', unit: 'h', most: 87_600 },
      '«1,5 h» no es un plazo; escriba un número entero de 1 a 87600, por ejemplo 24 h.',
    ],
    [
      'node-not-reached',
      { node: 'entrega' },
      'ningún camino desde el comienzo llega a «entrega»; enlácelo con «next» o quítelo.',
    ],
  ])('%s says the way out', (code, params, expected) => {
    expect(sayProblem(toProblem(code, PLACE, params), 'es').split('»: ')[1]).toBe(expected);
  });
});
