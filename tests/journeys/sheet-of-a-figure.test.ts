import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printVerdict } from '../../src/sentences/index.ts';
import { type Filter, sheetIndicator } from '../../src/usecases/index.ts';
import { type ReadCell, type ReadWorkbook, WorkbookEvaluator } from './evaluate-workbook.ts';
import { type OpenWorld, openWorld } from './open-world.ts';
import { readWorkbook } from './read-workbook.ts';
import { hasLibreOffice, recalculateWorkbooks } from './recalculate-workbooks.ts';

const FIGURES: readonly (readonly [string, readonly Filter[]])[] = [
  ['efectividad-activacion', []],
  ['efectividad-actualizacion-datos', []],
  ['plazo-actualizacion-datos', []],
  ['plazo-debito-automatico', [{ dimension: 'unit', value: 'norte' }]],
  ['productividad-ejecutivo', [{ dimension: 'person', value: 'Ana Mora' }]],
  ['productividad-ejecutivo', []],
  ['tiempo-entrega-pin', []],
];

/** The lines of the first sheet by their concept. */
function concepts(book: ReadWorkbook): Map<string, ReadCell> {
  return new Map(book.get('Ficha')!.map((row) => [String(row[0]?.value), row[1] ?? { value: null }]));
}

describe('the spreadsheet of a month of 21 working days, with open requests', () => {
  let world: OpenWorld;
  beforeAll(async () => {
    world = await openWorld('demo', { rows: 8000, months: 7 });
  }, 120_000);
  afterAll(() => world.close());

  it.each(['productividad-ejecutivo', 'plazo-actualizacion-datos'])(
    'reaches the digits of %s',
    async (indicator) => {
      const path = join(world.folder, `${indicator}.xlsx`);
      const { measurement } = await sheetIndicator(world.institution, {
        indicator,
        period: '2011-01',
        as_of: '2011-01-26T12:00',
        filters: [],
        language: 'es',
        out: path,
      });
      const book = await readWorkbook(readFileSync(path));
      const ficha = book.get('Ficha')!;
      const evaluator = new WorkbookEvaluator(book);
      const computed = (concept: string) =>
        evaluator.cell(
          'Ficha',
          ficha.findIndex((row) => row[0]?.value === concept),
          1,
        );
      expect(computed('Resultado')).toBe(measurement!.value);
      expect(computed('Numerador')).toBe(measurement!.numerator);
      expect(computed('Denominador')).toBe(measurement!.denominator);
      expect(computed('Casos (n)')).toBe(measurement!.n);
      const { open, inside_standard } = measurement!;
      const cases = inside_standard !== null;
      expect(open.count > 0).toBe(cases);
      expect(computed('Sin cerrar')).toBe(cases ? open.count : null);
      expect(computed('Sin cerrar y ya pasó su límite')).toBe(cases ? open.past_limit : null);
      expect(computed('Dentro de su límite')).toBe(inside_standard?.share ?? null);
    },
  );
});

describe('the spreadsheet of a figure', () => {
  let world: OpenWorld;
  let out: string;
  const written: { path: string; book: ReadWorkbook }[] = [];

  beforeAll(async () => {
    world = await openWorld('tiny');
    out = join(world.folder, 'sheets');
    mkdirSync(out);
    for (const [index, [indicator, filters]] of FIGURES.entries()) {
      const path = join(out, `${index}.xlsx`);
      const input = { indicator, period: '2011-06', as_of: null, filters, language: 'es' as const };
      const { measurement } = await sheetIndicator(world.institution, { ...input, out: path });
      const book = await readWorkbook(readFileSync(path));
      const said = concepts(book);
      expect(said.get('Resultado')?.value, indicator).toBe(measurement!.value);
      expect(said.get('Numerador')?.value, indicator).toBe(measurement!.numerator);
      expect(said.get('Denominador')?.value, indicator).toBe(measurement!.denominator);
      expect(said.get('Casos (n)')?.value, indicator).toBe(measurement!.n);
      expect(said.get('Veredicto')?.value, indicator).toBe(printVerdict(measurement!.verdict, 'es'));
      if (measurement!.p90 !== null) {
        expect(said.get('La mitad tarda hasta')?.value).toBeCloseTo(measurement!.p50!, 9);
        expect(said.get('Nueve de cada diez tardan hasta')?.value).toBeCloseTo(measurement!.p90, 9);
        expect(said.get('Dentro de su límite')?.value).toBe(measurement!.inside_standard!.share);
      }
      for (const concept of ['Resultado', 'Veredicto', 'Frase'])
        expect(said.get(concept)?.formula, `${indicator} ${concept}`).toBeDefined();
      written.push({ path, book });
    }
  }, 120_000);
  afterAll(() => world.close());

  it('holds in each cell the value its formula gives', () => {
    let formulas = 0;
    for (const { book, path } of written) {
      const evaluator = new WorkbookEvaluator(book);
      for (const [sheet, rows] of book) {
        for (const [row, cells] of rows.entries()) {
          for (const [column, cell] of cells.entries()) {
            if (cell.formula === undefined) continue;
            formulas += 1;
            const value = evaluator.cell(sheet, row, column);
            expect(value, `${path} ${sheet} ${row + 1},${column} ${cell.formula}`).toStrictEqual(
              cell.value ?? '',
            );
          }
        }
      }
    }
    expect(formulas).toBeGreaterThan(700);
  });

  it('follows a change: a row that no longer counts, a standard that is lowered', () => {
    const { book } = written[2]!;
    const rows = book.get('Filas')!.map((row) => [...row]);
    const slowest = rows.findIndex((row) => row.some((cell) => cell.value === 72));
    rows[slowest]![0] = { value: 0 };
    const ficha = book.get('Ficha')!.map((row) => [...row]);
    const at = (concept: string) => ficha.findIndex((row) => row[0]?.value === concept);
    ficha[at('Estándar: máximo')]![1] = { value: 2 };
    const evaluator = new WorkbookEvaluator(new Map([...book, ['Filas', rows], ['Ficha', ficha]]));
    expect(evaluator.cell('Ficha', at('Numerador'), 1)).toBe(1056 - 72);
    expect(evaluator.cell('Ficha', at('Casos (n)'), 1)).toBe(19);
    expect(evaluator.cell('Ficha', at('Veredicto'), 1)).toBe('Cumple');
  });

  it.skipIf(!hasLibreOffice())('is computed alike by LibreOffice', { timeout: 120_000 }, async () => {
    const computed = await recalculateWorkbooks(written.map(({ path }) => readFileSync(path)));
    for (const [index, { book }] of written.entries()) {
      const again = computed[index]!;
      for (const [name, rows] of book) {
        for (const [row, cells] of rows.entries()) {
          for (const [column, { value, formula }] of cells.entries()) {
            if (formula === undefined) continue;
            const found = again.get(name)?.[row]?.[column]?.value ?? '';
            const about = `${index} ${name} ${row + 1},${column} ${formula}`;
            // LibreOffice writes fifteen digits.
            const wanted = typeof value === 'number' ? Number(value.toPrecision(15)) : (value ?? '');
            expect(found, about).toBe(wanted);
          }
        }
      }
    }
  });
});
