import { expect, test } from 'vitest';
import { writeFailCounts, writeHeadline, writeHeat } from './write-headline.ts';
import { makeFigure, makeSheet, STANDARD } from './write-sentence.fixture.ts';
import { writeResult } from './write-result.ts';

const figures = (['not-met', 'met'] as const).map((verdict, index) => ({
  indicator: String(index),
  verdict,
  value: 1,
  provisional: false,
}));

test('a headline says whose figures it counts', () => {
  const write = (units: readonly string[] | null, person: string | null) =>
    writeHeadline(figures, 'es', '2011-06', { units, person });
  expect(write(null, null)).toBe('1 de 2 indicadores no cumple en junio de 2011.');
  expect(write(['Loja', 'Ibarra'], null)).toBe(
    'En Loja e Ibarra, 1 de 2 indicadores no cumple en junio de 2011.',
  );
  expect(write(['Manta', 'Hierro'], null)).toMatch(/^En Manta y Hierro, /);
  expect(write(['A', 'B', 'C', 'D'], null)).toMatch(/^En sus 4 agencias, /);
  expect(write(['Loja'], 'Ana Paz')).toMatch(/^En lo atendido por Ana Paz en Loja, 1 de 2/);
  expect(writeHeadline([], 'es', '2011-06', { units: ['Loja'], person: null })).toBe(
    'En Loja, no hay indicadores que medir en junio de 2011.',
  );
});

test('a heat map is told by how many fail now and who failed most often', () => {
  const row = (unit: string, failed: number, last: 'met' | 'not-met' | 'no-data', judged = 6) => ({
    unit,
    failed,
    judged,
    last,
  });
  const write = (...rows: ReturnType<typeof row>[]) => writeHeat(rows, 'es');
  expect(write(row('Sur', 4, 'not-met'), row('Loja', 1, 'met'))).toBe(
    'En el último período no cumple 1 de 2 agencias; la que más veces no cumplió es Sur (4 de 6 períodos).',
  );
  expect(write(row('Sur', 4, 'met'), row('Loja', 1, 'no-data'))).toMatch(
    /cumple la única agencia con datos; /,
  );
  expect(write(row('Sur', 4, 'met'), row('Loja', 4, 'met'), row('Ibarra', 1, 'met'))).toMatch(
    /las que más veces no cumplieron son Loja y Sur \(4 de 6 períodos\)\.$/,
  );
  expect(write(row('Sur', 0, 'met'))).toBe('Todas las agencias cumplieron en todos estos períodos.');
  expect(write(row('Sur', 0, 'no-data', 0))).toBe('Ninguna agencia tiene veredicto en estos períodos.');
  expect(write(row('Sur', 2, 'met'))).toBe('La única agencia, Sur, no cumplió en 2 de 6 períodos.');
});

test('where most indicators fail, and where fewest', () => {
  const write = (...counts: (readonly [string, number, number])[]) =>
    writeFailCounts(
      counts.map(([unit, failed, judged]) => ({ unit, failed, judged })),
      '2011-06',
      'es',
    );
  expect(write(['Loja', 1, 7], ['Sur', 5, 7])).toBe(
    'Donde más indicadores no cumplen en junio de 2011 es en Sur (5 de 7); donde menos, en Loja (1 de 7).',
  );
  expect(write(['Loja', 2, 7], ['Sur', 2, 7])).toBe(
    'En todas las agencias no cumplen 2 de 7 indicadores en junio de 2011.',
  );
  // Units alike are named, the rest counted; where none fails, out of how many plays no role.
  expect(
    write(['A', 5, 7], ['B', 5, 7], ['C', 0, 7], ['D', 0, 6], ['E', 0, 7], ['F', 0, 7], ['G', 0, 7]),
  ).toBe(
    'Donde más indicadores no cumplen en junio de 2011 es en A y B (5 de 7); donde menos, en C, D, E y 2 más (ninguno).',
  );
  expect(writeFailCounts([{ unit: 'Loja', failed: 0, judged: 0, small: 3 }], '2011-06', 'es')).toMatch(
    /^Ninguna agencia tiene casos suficientes en junio de 2011/,
  );
  expect(write(['Loja', 0, 7])).toBe('Ninguna agencia incumple un indicador en junio de 2011.');
  expect(write(['Loja', 0, 0])).toBe('Ninguna agencia tiene veredicto en junio de 2011.');
});

test('a result in a line: its own unit first, which way is better, the index last', () => {
  const sheet = makeSheet({
    measure: 'elapsed(opened_at, closed_at)',
    formula: 'sum(measure) / sum(limit)',
    standards: [{ from: '2011-01-01', direction: 'at-most' } as never],
  });
  const figure = makeFigure({
    value: 1.1,
    verdict: 'not-met',
    measure_unit: 'h',
    standard: { ...STANDARD, ceiling: 1, limit: 48, limit_unit: 'h' },
  });
  expect(writeResult(figure, sheet, 'es')?.line).toBe('52,8 h de 48 h; menos es mejor (110 %)');
  expect(writeResult(figure, sheet, 'en')?.line).toBe('52.8 h of 48 h; less is better (110%)');
  expect(writeResult(makeFigure({ value: null }), sheet, 'es')).toBeNull();
});
