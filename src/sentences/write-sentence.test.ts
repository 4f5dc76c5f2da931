import { describe, expect, it } from 'vitest';
import { ONE, type Sheet } from '../kernel/index.ts';
import type { Figure } from './read-measurement.ts';
import {
  CAPACITY,
  DEADLINE,
  deadline,
  load,
  makeFigure,
  makeSheet,
  say,
  SHARE,
  STANDARD,
  share,
} from './write-sentence.fixture.ts';

describe('the eight figures of June 2011', () => {
  it.each<[string, Figure, Sheet, string, string]>([
    [
      '98.45 %',
      load(6497.7, 6600),
      CAPACITY,
      '6.497,7 min de 6.600 min de capacidad (98,45 %): 8,45 puntos por encima del mínimo de 90 %. Cumple.',
      '6,497.7 min of 6,600 min of capacity (98.45%): 8.45 points above the minimum of 90%. Met.',
    ],
    [
      '103.93 %',
      load(5612.2, 5400),
      CAPACITY,
      '5.612,2 min de 5.400 min de capacidad (103,93 %): supera en 3,93 puntos la capacidad instalada. Cumple, con alerta: conviene revisar si hace falta ampliar la capacidad de esta agencia, y si la sobrecarga está desmejorando el servicio al cliente.',
      '5,612.2 min of 5,400 min of capacity (103.93%): exceeds the installed capacity by 3.93 points. Met, with an alert: check whether this branch needs more capacity, and whether overload is harming the service to the client.',
    ],
    [
      '110 %',
      deadline(1.1, 48, 'h'),
      DEADLINE,
      '52,8 h frente a 48 h: 4,8 h más de lo previsto; menos es mejor (110 %). No cumple.',
      '52.8 h against 48 h: 4.8 h more than planned; less is better (110%). Not met.',
    ],
    [
      '93 %',
      share(0.93, 0.95, { tolerance: 0.05 }),
      SHARE,
      '93 % de efectividad frente a un mínimo de 95 %: faltan 2 puntos; los fallos (7 %) superan en 2 puntos la tolerancia de 5 %. No cumple.',
      '93% effectiveness against a minimum of 95%: 2 points short; failures (7%) exceed the tolerance of 5% by 2 points. Not met.',
    ],
    [
      '97 %',
      share(0.97, 1, { historical_error: 0.025 }),
      SHARE,
      '97 % de efectividad frente a 100 %: faltan 3 puntos, más que el error histórico de 2,5 %. No cumple.',
      '97% effectiveness against 100%: 3 points short, more than the historical error of 2.5%. Not met.',
    ],
    [
      '96 %',
      deadline(0.96, 48, 'h'),
      DEADLINE,
      '46,08 h frente a 48 h: 1,92 h menos de lo previsto; menos es mejor (96 %). Cumple.',
      '46.08 h against 48 h: 1.92 h less than planned; less is better (96%). Met.',
    ],
    [
      '108 %',
      deadline(1.08, 6, 'min'),
      DEADLINE,
      '6,48 min frente a 6 min: 0,48 min más de lo previsto; menos es mejor (108 %). No cumple.',
      '6.48 min against 6 min: 0.48 min more than planned; less is better (108%). Not met.',
    ],
    [
      '117 %',
      deadline(1.17, 24, 'h'),
      DEADLINE,
      '28,08 h frente a 24 h: 4,08 h más de lo previsto; menos es mejor (117 %). No cumple.',
      '28.08 h against 24 h: 4.08 h more than planned; less is better (117%). Not met.',
    ],
  ])('%s', (_name, figure, sheet, es, en) => {
    expect(say(figure, sheet, 'es')).toBe(es);
    expect(say(figure, sheet, 'en')).toBe(en);
  });
});

describe('at and next to the limit', () => {
  it('is met exactly at it', () => {
    expect(say(deadline(1, 48, 'h'), DEADLINE)).toBe(
      '48 h frente a 48 h: justo en el límite; menos es mejor (100 %). Cumple.',
    );
    expect(say(share(0.95, 0.95), SHARE)).toBe(
      '95 % de efectividad frente a un mínimo de 95 %: justo en el límite. Cumple.',
    );
    expect(say(load(5940, 6600), CAPACITY)).toBe(
      '5.940 min de 6.600 min de capacidad (90 %): justo en el mínimo de 90 %. Cumple.',
    );
  });

  it('shows the decimals that tell a figure from its limit', () => {
    expect(say(deadline(1.00004, 48, 'h'), DEADLINE)).toBe(
      '48,002 h frente a 48 h: 0,002 h más de lo previsto; menos es mejor (100,004 %). No cumple.',
    );
    expect(say(share(0.949999, 0.95), SHARE)).toBe(
      '94,9999 % de efectividad frente a un mínimo de 95 %: faltan 0,0001 puntos. No cumple.',
    );
  });

  it('says in words a difference that no figure can show', () => {
    const figure = deadline(1, 48, 'h', { verdict: 'not-met' });
    expect(say(figure, DEADLINE)).toBe(
      '48 h frente a 48 h: por encima del límite, por menos de lo que alcanzan a mostrar las cifras (100 %). No cumple.',
    );
  });

  it('uses the singular for one point', () => {
    expect(say(share(0.94, 0.95), SHARE)).toContain('falta 1 punto.');
    expect(say(share(0.96, 0.95), SHARE, 'en')).toContain('1 point above the minimum.');
  });
});

describe('other shapes of indicator', () => {
  it('tells limits of their own as a share of them', () => {
    const figure = makeFigure({
      value: 0.923,
      n: 1329,
      measure_unit: 'h',
      p50: 30,
      p90: 95.25,
      inside_standard: { share: 0.716, n: 1329 },
      verdict: 'met',
      standard: { ...STANDARD, ceiling: 1 },
      warnings: [{ code: 'mean-hides-tail', params: { share: 0.716, outside: 377, n: 1329 } }],
    });
    const sheet = makeSheet({
      measure: 'elapsed(a, b)',
      measure_unit: 'h',
      formula: 'mean(measure / limit)',
    });
    expect(say(figure, sheet)).toBe(
      'En promedio usaron el 92,3 % de su plazo: 7,7 puntos menos de lo previsto; menos es mejor. Cumple. El promedio esconde casos lentos: solo el 71,6 % quedó dentro de su límite y 377 casos de 1.329 quedaron fuera; la mitad tarda hasta 30 h y 9 de cada 10 hasta 95,25 h.',
    );
  });

  it('counts a share of facts in points, though the facts have a limit', () => {
    const sheet = makeSheet({
      measure: 'elapsed(a, b)',
      measure_unit: 'h',
      formula: 'share(measure <= limit)',
    });
    const standard = { ...STANDARD, floor: 0.9, limit: 48, limit_unit: 'h' };
    const figure = makeFigure({ value: 0.8, measure_unit: 'h', verdict: 'not-met', standard });
    expect(say(figure, sheet)).toBe('80 % frente a un mínimo de 90 %: faltan 10 puntos. No cumple.');
  });

  it('says ceilings of shares, ranges, and results in a unit of their own', () => {
    const exit = makeFigure({ value: 0.12, verdict: 'not-met', standard: { ...STANDARD, ceiling: 0.1 } });
    expect(say(exit, makeSheet())).toBe(
      '12 % frente a un máximo de 10 %: 2 puntos por encima del máximo; menos es mejor. No cumple.',
    );
    const range = makeFigure({
      value: 0.5,
      verdict: 'met',
      standard: { ...STANDARD, floor: 0.4, ceiling: 0.6 },
    });
    const between = makeSheet({
      standards: [
        {
          ...STANDARD,
          where: null,
          direction: 'between',
          floor: ONE,
          ceiling: ONE,
          limit: null,
          tolerance: null,
          historical_error: null,
        },
      ],
    });
    expect(say(range, between)).toBe('50 % frente a un rango de 40 % a 60 %: dentro de lo esperado. Cumple.');
    const plain = makeFigure({
      value: 52.8,
      unit: 'h',
      verdict: 'not-met',
      standard: { ...STANDARD, ceiling: 48 },
    });
    expect(say(plain, makeSheet({ measure: 'm', formula: 'median(measure)' }))).toBe(
      '52,8 h frente a un máximo de 48 h: 4,8 h más de lo previsto; menos es mejor. No cumple.',
    );
  });

  it('turns the limit into the unit of the measure', () => {
    const figure = deadline(1.1, 2, 'day', { measure_unit: 'h' });
    expect(say(figure, DEADLINE)).toContain('52,8 h frente a 48 h');
    const working = deadline(0.5, 14, 'working_h');
    expect(say(working, DEADLINE)).toContain('7 h laborables frente a 14 h laborables');
  });

  it('holds a stricter ceiling than the limit itself', () => {
    const figure = deadline(0.96, 48, 'h', {
      verdict: 'not-met',
      standard: { ...STANDARD, ceiling: 0.95, limit: 48, limit_unit: 'h' },
    });
    expect(say(figure, DEADLINE)).toBe(
      '46,08 h frente a un máximo de 45,6 h: 0,48 h más de lo previsto; menos es mejor (96 %). No cumple.',
    );
  });

  it('says a figure without a standard, and does not judge it', () => {
    const figure = makeFigure({
      value: 0.96,
      standard: null,
      warnings: [{ code: 'no-standard', params: {} }],
    });
    expect(say(figure, makeSheet())).toBe(
      '96 %. No hay un estándar vigente en el período, así que no se puede decir si cumple.',
    );
  });
});

describe('tolerance and historical error', () => {
  it('are told when the figure is not met, and never change the verdict', () => {
    expect(say(share(0.98, 1, { historical_error: 0.025 }), SHARE)).toBe(
      '98 % de efectividad frente a 100 %: faltan 2 puntos, aunque dentro del error histórico de 2,5 %. No cumple.',
    );
    expect(say(share(0.93, 0.95, { tolerance: 0.08 }), SHARE)).toContain(
      'los fallos (7 %) no pasan de la tolerancia de 8 %. No cumple.',
    );
    expect(say(share(0.9, 0.95, { historical_error: 0.04 }), SHARE)).toContain(
      'los fallos (10 %) superan en 6 puntos el error histórico de 4 %.',
    );
    expect(say(share(0.96, 0.95, { tolerance: 0.01, historical_error: 0.01 }), SHARE)).toBe(
      '96 % de efectividad frente a un mínimo de 95 %: 1 punto por encima del mínimo. Cumple.',
    );
  });

  it('counts late cases where the figure is a mean', () => {
    const standard = { ...STANDARD, ceiling: 1, limit: 48, limit_unit: 'h', tolerance: 0.05 };
    const figure = deadline(0.95, 48, 'h', { standard, inside_standard: { share: 0.9, n: 100 } });
    expect(say(figure, DEADLINE)).toBe(
      '45,6 h frente a 48 h: 2,4 h menos de lo previsto; menos es mejor (95 %); los casos fuera de plazo (10 %) superan en 5 puntos la tolerancia de 5 %. Cumple. El 90 % de los casos quedó dentro de su límite.',
    );
  });
});

describe('what limits the reading', () => {
  it('tells what is open, small samples, rows to correct and rows left out', () => {
    const figure = deadline(1.1, 48, 'h', {
      n: 12,
      p50: 40,
      p90: 96,
      inside_standard: { share: 0.5, n: 12 },
      open: { count: 3, past_limit: 2 },
      provisional: true,
      warnings: [
        {
          code: 'flagged',
          params: { code: 'f', n: 1, es: 'Cierra antes de abrir.', en: 'Closes before it opens.' },
        },
        { code: 'excluded', params: { code: 'a', n: 2, es: 'Cruza de día', en: 'Crosses days' } },
        { code: 'excluded', params: { code: 'b', n: 1, es: 'PIN anulado', en: 'PIN annulled' } },
        { code: 'rows-quarantined', params: { n: 1 } },
      ],
    });
    expect(say(figure, DEADLINE)).toBe(
      '52,8 h frente a 48 h: 4,8 h más de lo previsto; menos es mejor (110 %). No cumple. ' +
        'El 50 % de los casos quedó dentro de su límite; la mitad tarda hasta 40 h y 9 de cada 10 hasta 96 h. ' +
        'Resultado provisional; 3 casos siguen abiertos, 2 ya fuera de su límite; muestra pequeña: 12 casos, menos de 30; un solo caso puede cambiar el resultado; ' +
        '1 fila por corregir puede ser de este indicador y todavía no se cuenta; 3 filas quedaron fuera del indicador: cruza de día (2), PIN anulado (1); ' +
        '1 fila con aviso, que sí cuenta: cierra antes de abrir.',
    );
  });

  it('agrees in number with one open case', () => {
    const open = { open: { count: 1, past_limit: 1 }, provisional: true };
    expect(say(deadline(1, 48, 'h', open), DEADLINE)).toContain(
      'Resultado provisional; 1 caso sigue abierto, ya fuera de su límite.',
    );
    expect(say(deadline(1, 48, 'h', open), DEADLINE, 'en')).toContain(
      'Provisional result; 1 case is still open, already past its limit.',
    );
  });

  it('says a small sample once and gives no "9 of 10" of fewer than ten', () => {
    const warnings = [{ code: 'small-sample', params: { n: 4, minimum: 30 } }];
    const spoken = say(deadline(1.1, 48, 'h', { n: 4, p50: 40, p90: 96, warnings }), DEADLINE);
    expect(spoken.match(/muestra pequeña/gi)).toHaveLength(1);
    expect(spoken).not.toContain('9 de cada 10');
  });

  it('does not take the people behind a capacity for a small sample', () => {
    expect(say(load(6497.7, 6600, { n: 1 }), CAPACITY)).not.toContain('muestra');
    const warnings = [{ code: 'small-sample', params: { n: 5, minimum: 30 } }];
    expect(say(load(6497.7, 6600, { n: 1, warnings }), CAPACITY)).toContain('Muestra pequeña: 5 casos');
  });

  it('tells all, none and the only case apart', () => {
    const inside = (value: number, n: number) =>
      say(deadline(1, 48, 'h', { inside_standard: { share: value, n } }), DEADLINE);
    expect(inside(1, 40)).toContain('Todos los casos quedaron dentro de su límite.');
    expect(inside(0, 40)).toContain('Ningún caso quedó dentro de su límite.');
    expect(inside(1, 1)).toContain('El único caso quedó dentro de su límite.');
    expect(inside(0.999999, 1_000_000)).toContain('El 99,9999 % de los casos');
  });
});

describe('without data', () => {
  it.each<[Partial<Figure>, string]>([
    [
      { n: 0, warnings: [{ code: 'no-facts', params: {} }] },
      'Sin datos en junio de 2011: no hay datos del período.',
    ],
    [{ n: 0 }, 'Sin datos en junio de 2011: no hay datos del período.'],
    [
      {
        n: 0,
        warnings: [
          { code: 'no-facts', params: {} },
          { code: 'excluded', params: { code: 'a', n: 2, es: 'Persona sin horario', en: 'No schedule' } },
        ],
      },
      'Sin datos en junio de 2011: ninguna fila del período cuenta para este indicador. 2 filas quedaron fuera del indicador: persona sin horario.',
    ],
    [{ n: 5 }, 'Sin datos en junio de 2011: el total con el que se compara es cero.'],
    [
      { n: 0, open: { count: 3, past_limit: 3 }, provisional: true },
      'Sin datos en junio de 2011: 3 casos siguen abiertos, todos ya fuera de su límite.',
    ],
    [
      { n: 8, warnings: [{ code: 'person-without-schedule', params: { n: 1 } }] },
      'Sin datos en junio de 2011: 1 persona no tiene horario asignado, y sin horario no hay capacidad con qué comparar su trabajo.',
    ],
    [
      {
        n: 0,
        warnings: [
          { code: 'no-facts', params: {} },
          { code: 'rows-quarantined', params: { n: 2 } },
        ],
      },
      'Sin datos en junio de 2011: no hay datos del período. 2 filas por corregir pueden ser de este indicador y todavía no se cuentan.',
    ],
    [
      {
        warnings: [{ code: 'dimension-unavailable', params: { dimension: 'channel', dataset: 'Entregas' } }],
      },
      'Sin datos en junio de 2011: los datos de «Entregas» no se pueden separar por canal.',
    ],
  ])('%j', (part, es) => {
    expect(say(makeFigure(part), SHARE)).toBe(es);
    expect(say(makeFigure(part), SHARE, 'en')).toMatch(/^No data in June 2011: /);
  });
});

describe('words of the institution', () => {
  it('are used in what the alert asks to look at', () => {
    const figure = load(5612.2, 5400, { dimensions: { person: 'Ana' } });
    const words = {
      client: { es: 'socio', en: 'member' },
      agency: { es: 'punto', en: 'point', masculine: true },
      executive: { es: 'asesor', en: 'adviser' },
    };
    expect(say(figure, CAPACITY, 'es', { words })).toContain(
      'ampliar la capacidad de este punto, y si la sobrecarga de este asesor está desmejorando el servicio al socio.',
    );
  });
});
