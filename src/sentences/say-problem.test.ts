import { describe, expect, it } from 'vitest';
import { toProblem } from '../kernel/index.ts';
import { CATALOGUES } from './catalog/index.ts';
import { printWarning } from './print-warning.ts';
import { sayProblem, sayRefusal } from './say-problem.ts';

describe('the catalogues', () => {
  it('give each code to one area only, in both languages', () => {
    const seen = new Map<string, string>();
    for (const [area, sentences] of Object.entries(CATALOGUES)) {
      for (const [code, entry] of Object.entries(sentences)) {
        expect(seen.get(code), `${code} is in ${seen.get(code)} and in ${area}`).toBeUndefined();
        expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect([typeof entry.es, typeof entry.en]).toEqual(['function', 'function']);
        seen.set(code, area);
      }
    }
    expect(seen.size).toBeGreaterThan(10);
  });
});

describe('sayProblem', () => {
  it('says where, what, and what was probably meant', () => {
    const problem = toProblem(
      'no-facts',
      { file: 'junio.csv', line: 12, path: 'Fecha' },
      {},
      'fecha_ingreso',
    );
    expect(sayProblem(problem, 'es')).toBe(
      'junio.csv, línea 12, columna «Fecha»: no hay datos del período. ¿Quiso decir «fecha_ingreso»?',
    );
    expect(sayProblem(problem, 'en')).toBe(
      'junio.csv, line 12, column “Fecha”: there are no data of the period. Did you mean “fecha_ingreso”?',
    );
  });

  it('names fields in documents, rows in spreadsheets, and nothing when there is no place', () => {
    const say = (where: Parameters<typeof toProblem>[1]) => sayProblem(toProblem('no-facts', where), 'es');
    expect(say({ file: 'a.yaml', line: 3, column: 7, path: 'standards[0].limit' })).toBe(
      'a.yaml, línea 3, columna 7, campo «standards[0].limit»: no hay datos del período.',
    );
    expect(say({ file: 'a.xlsx', line: 3, column: 2, path: 'Agencia' })).toBe(
      'a.xlsx, fila 3, columna «Agencia»: no hay datos del período.',
    );
    expect(say({ file: 'a.csv', line: 3, column: 2 })).toBe(
      'a.csv, línea 3, columna 2: no hay datos del período.',
    );
    expect(say({})).toBe('no hay datos del período.');
  });

  it('takes a code without words as a bug', () => {
    expect(() => sayProblem(toProblem('no-such-code', {}), 'es')).toThrow(/no sentence for no-such-code/);
    expect(() => sayRefusal('toString', {}, 'es')).toThrow(/no sentence for toString/);
    expect(() => printWarning({ code: 'no-such-code', params: {} }, 'es')).toThrow(/no sentence/);
    expect(() => printWarning({ code: 'rows-quarantined', params: {} }, 'es')).toThrow(/not a number/);
  });

  it('says a refusal from its code', () => {
    expect(sayRefusal('no-standard', {}, 'en')).toBe(
      'no standard is in force in the period, so it cannot be judged.',
    );
  });
});

describe('printWarning', () => {
  const text = { code: 'cruza-de-dia', es: 'La entrega cruza de día.', en: 'The delivery crosses days.' };
  it.each([
    [
      'mean-hides-tail',
      { share: 0.9, outside: 1, n: 10 },
      'El promedio esconde casos lentos: solo el 90 % quedó dentro de su límite y 1 caso de 10 quedó fuera.',
    ],
    [
      'mean-hides-tail',
      { share: 0.85, outside: 15, n: 100 },
      'El promedio esconde casos lentos: solo el 85 % quedó dentro de su límite y 15 casos de 100 quedaron fuera.',
    ],
    [
      'small-sample',
      { n: 1, minimum: 30 },
      'Muestra pequeña: 1 caso, menos de 30; un solo caso puede cambiar el resultado.',
    ],
    ['rows-quarantined', { n: 1 }, '1 fila por corregir puede ser de este indicador y todavía no se cuenta.'],
    [
      'rows-quarantined',
      { n: 1200 },
      '1.200 filas por corregir pueden ser de este indicador y todavía no se cuentan.',
    ],
    ['excluded', { ...text, n: 1 }, '1 fila quedó fuera del indicador: la entrega cruza de día.'],
    ['excluded', { ...text, n: 3 }, '3 filas quedaron fuera del indicador: la entrega cruza de día.'],
    ['flagged', { ...text, n: 2 }, '2 filas con aviso, que sí cuentan: la entrega cruza de día.'],
    [
      'person-without-schedule',
      { n: 1 },
      '1 persona no tiene horario asignado, y sin horario no hay capacidad con qué comparar su trabajo.',
    ],
    [
      'standard-minutes',
      { n: 20, of: 100 },
      'En 20 de 100 transacciones se usaron los minutos estándar del servicio, porque el archivo no trae los reales.',
    ],
    ['without-minutes', { n: 1 }, '1 transacción sin minutos de atención ni minutos estándar, que no suma.'],
    [
      'dimension-unavailable',
      { dimension: 'channel', dataset: 'deliveries' },
      'Los datos de «deliveries» no se pueden separar por canal.',
    ],
    ['no-facts', {}, 'No hay datos del período.'],
    ['no-standard', {}, 'No hay un estándar vigente en el período, así que no se puede decir si cumple.'],
    ['several-standards', { n: 2 }, 'Se aplicaron 2 estándares, cada uno a los casos de su fecha y lugar.'],
    [
      'calendar-missing',
      { n: 3 },
      '3 casos sin calendario de su agencia, así que no se conoce su tiempo laborable.',
    ],
  ])('says %s %o', (code, params, es) => {
    expect(printWarning({ code, params }, 'es')).toBe(es);
    expect(printWarning({ code, params }, 'en')).toMatch(/^[A-Z0-9].*[^.]\.$/);
  });
});
