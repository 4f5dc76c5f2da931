import { describe, expect, it } from 'vitest';
import { toProblem } from '../../kernel/index.ts';
import { sayProblem, sayRefusal } from '../say-problem.ts';
import { factsSentences } from './facts.ts';

const HEADERS = ['Nro', 'Fecha', 'Agencia'];

describe('what is said of facts', () => {
  it.each(Object.keys(factsSentences))('%s is said in both languages, whatever is missing', (code) => {
    const [es, en] = [sayRefusal(code, {}, 'es'), sayRefusal(code, {}, 'en')];
    expect(es).not.toBe(en);
    for (const text of [es, en]) expect(text).not.toMatch(/\[object|\bnull\b/);
  });

  it('tells both readings of a date and how to choose', () => {
    const params = { column: 'Fecha', value: '03/04/2011', dmy: '2011-04-03', mdy: '2011-03-04' };
    expect(sayRefusal('date-order-ambiguous', params, 'es')).toBe(
      'En «Fecha», «03/04/2011» puede ser el 2011-04-03 (día primero) o el 2011-03-04 (mes primero), y ninguna otra fecha de la columna lo aclara. Repita la orden con --dates dmy o --dates mdy.',
    );
  });

  it('tells which column is missing, what the file has and where to say it', () => {
    const params = {
      column: 'opened_at',
      es: 'Ingreso',
      en: 'Opened',
      dataset: 'requests',
      headers: HEADERS,
    };
    expect(sayRefusal('column-missing', { ...params, hint: 'Fecha' }, 'es')).toBe(
      "Falta la columna «Ingreso», que es obligatoria. El archivo trae: «Nro», «Fecha», «Agencia». ¿Quiso decir «Fecha»? Si está con otro nombre, escríbalo en el archivo de equivalencia (--map): columns: {opened_at: 'nombre en su archivo'}.",
    );
    expect(sayRefusal('column-missing', { ...params, hint: '' }, 'en')).toContain('“Opened” is missing');
  });

  it('tells the rows to correct by place, value and way out', () => {
    const where = { file: 'junio.csv', line: 12, path: 'Estado' };
    const problem = toProblem('unknown-code', where, { column: 'Estado', value: 'cerrdo' }, 'cerrado');
    expect(sayProblem(problem, 'es')).toBe(
      'junio.csv, línea 12, columna «Estado»: «cerrdo» no es un valor conocido; corríjalo, o escriba en el archivo de equivalencia (codes) qué valor de la lista significa. ¿Quiso decir «cerrado»?',
    );
    expect(sayProblem(toProblem('required-empty', where, { column: 'Estado' }), 'es')).toBe(
      'junio.csv, línea 12, columna «Estado»: está vacía y es obligatoria; escriba el valor que falta.',
    );
  });

  it('says the rule of a data set in its own words', () => {
    const params = { es: 'El cierre es anterior al ingreso. Revise las dos fechas.', en: 'It closes first.' };
    expect(sayProblem(toProblem('row-rule', { line: 3, file: 'a.csv' }, params), 'es')).toBe(
      'a.csv, línea 3: el cierre es anterior al ingreso. Revise las dos fechas.',
    );
  });

  it('says why a file is hopeless', () => {
    const params = { n: 90, records: 90, code: 'unreadable-date', column: 'opened_at' };
    expect(sayRefusal('too-many-bad-rows', params, 'es')).toBe(
      '90 de 90 filas tendrían que corregirse: lo más frecuente es que la columna «opened_at» no trae fechas que se puedan leer. Parece otro archivo u otra equivalencia de columnas; no se importó nada. Revise que sea el archivo correcto y qué columna de su archivo es cada una; una que no corresponda se deja sin leer con columns: {opened_at: ~}.',
    );
  });

  it('says what the mapping of an event log lacks', () => {
    const params = { file: 'mapa.yaml', line: 4, column: 'closed_at' };
    expect(sayRefusal('mapping-log-missing', { ...params, needs: 'log' }, 'es')).toContain(
      'Añada log: {case:',
    );
    expect(sayRefusal('mapping-log-missing', { ...params, needs: 'log.activity' }, 'es')).toContain(
      'mapa.yaml, línea 4: «closed_at» toma la hora de una actividad',
    );
  });
});
